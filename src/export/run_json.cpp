// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/run_json.h"

#include "export/json_values.h"

namespace finwait {

namespace {

Json flagsOf(const Flags& flags)
{
    Json names = Json::array();
    const auto add = [&names](bool set, const char* name) {
        if (set)
            names.push_back(name);
    };
    add(flags.syn, "SYN");
    add(flags.fin, "FIN");
    add(flags.rst, "RST");
    add(flags.psh, "PSH");
    add(flags.urg, "URG");
    add(flags.ack, "ACK");
    return names;
}

Json optionsOf(const Options& options)
{
    Json json = Json::object();
    if (options.mss)
        json["mss"] = *options.mss;
    if (options.windowScale)
        json["window_scale"] = *options.windowScale;
    if (options.sackPermitted)
        json["sack_permitted"] = true;
    if (options.timestamps)
        json["timestamps"] = {{"value", options.timestamps->value}, {"echo", options.timestamps->echo}};
    return json;
}

std::string_view identifier(SegmentRole role)
{
    switch (role) {
    case SegmentRole::Regular: return "regular";
    case SegmentRole::Retransmission: return "retransmission";
    case SegmentRole::WindowProbe: return "window-probe";
    case SegmentRole::KeepAlive: return "keep-alive";
    case SegmentRole::ChallengeAck: return "challenge-ack";
    case SegmentRole::Reset: return "reset";
    case SegmentRole::Injected: return "injected";
    }
    return {};
}

std::string_view identifier(TimerDeed deed)
{
    switch (deed) {
    case TimerDeed::RunOut: return "run-out";
    case TimerDeed::Stopped: return "stopped";
    case TimerDeed::Stretched: return "stretched";
    }
    return {};
}

std::string_view identifier(LossCause why)
{
    switch (why) {
    case LossCause::DroppedByUser: return "dropped-by-user";
    case LossCause::DroppedByRule: return "dropped-by-rule";
    case LossCause::HostIsDown: return "host-is-down";
    case LossCause::HostIsSilent: return "host-is-silent";
    case LossCause::NetworkIsFull: return "network-is-full";
    case LossCause::NotSeenToArrive: return "not-seen-to-arrive";
    }
    return {};
}

Json segmentOf(const Flight& flight)
{
    const Segment& segment = flight.segment;
    Json json;
    json["flags"] = flagsOf(segment.flags);
    json["seq"] = segment.seq - flight.seqBase;
    if (segment.flags.ack)
        json["ack"] = segment.ack - flight.ackBase;
    json["octets"] = segment.text.length;
    json["window"] = segment.window;
    if (segment.flags.urg)
        json["urgent_pointer"] = segment.urgentPointer;
    json["options"] = optionsOf(segment.options);
    json["wire_seq"] = segment.seq.value;
    if (segment.flags.ack)
        json["wire_ack"] = segment.ack.value;
    json["role"] = identifier(flight.role);
    if (flight.packet > 0)
        json["packet"] = flight.packet;
    return json;
}

void addCall(Json& json, const Call& call)
{
    json["call"] = identifier(call);
    if (const auto* send = std::get_if<Send>(&call)) {
        json["octets"] = send->octets;
        json["urgent"] = send->urgent;
    } else if (const auto* receive = std::get_if<Receive>(&call)) {
        json["octets"] = receive->octets;
    } else if (const auto* close = std::get_if<Close>(&call)) {
        json["still_reading"] = close->stillReading;
    }
}

/// Adds what a record has besides its time, side and cause; one function for each kind.
class EventWriter
{
public:
    EventWriter(const Trace& trace, Json& json) : m_trace(trace), m_json(json) {}

    void operator()(const record::CallMade& body)
    {
        m_json["kind"] = "call";
        addCall(m_json, body.call);
    }
    void operator()(const record::CallRefused& body)
    {
        m_json["kind"] = "call-refused";
        addCall(m_json, body.call);
        m_json["refusal"] = finwait::identifier(body.refusal);
        m_json["text"] = rfcText(body.refusal);
    }
    void operator()(const record::SegmentSent& body)
    {
        segment("segment-sent", body.flight);
        m_json["segment"] = segmentOf(m_trace.flight(body.flight));
    }
    void operator()(const record::SegmentArrived& body) { segment("segment-arrived", body.flight); }
    void operator()(const record::SegmentLost& body)
    {
        segment("segment-lost", body.flight);
        m_json["why"] = identifier(body.why);
    }
    void operator()(const record::NotProcessed& body)
    {
        segment("segment-not-processed", body.flight);
        m_json["reason"] = finwait::identifier(body.reason);
        m_json["reference"] = reference(body.reason);
    }
    void operator()(const record::Transition& body)
    {
        const TransitionRow& row = transitionRow(body.row);
        m_json["kind"] = "transition";
        m_json["from"] = finwait::identifier(row.from);
        m_json["to"] = finwait::identifier(row.to);
        m_json["trigger"] = finwait::identifier(row.trigger);
        m_json["reply"] = finwait::identifier(row.reply);
        m_json["reference"] = row.reference;
        addCertainty(body.certainty);
    }
    void operator()(const record::TimerStarted& body)
    {
        timer("timer-started", body.kind);
        m_json["expires"] = seconds(body.deadline);
    }
    void operator()(const record::TimerRestarted& body)
    {
        timer("timer-restarted", body.kind);
        m_json["expires"] = seconds(body.deadline);
    }
    void operator()(const record::TimerStopped& body) { timer("timer-stopped", body.kind); }
    void operator()(const record::TimerFired& body) { timer("timer-fired", body.kind); }
    void operator()(const record::Signalled& body)
    {
        m_json["kind"] = "signal";
        m_json["signal"] = finwait::identifier(body.signal);
        if (body.octets > 0)
            m_json["octets"] = body.octets;
    }
    void operator()(const record::FaultMet& body)
    {
        segment("fault", body.flight);
        m_json["rule"] = body.rule;
        m_json["action"] = finwait::identifier(body.kind);
    }
    void operator()(const record::SegmentDuplicated& body)
    {
        segment("segment-duplicated", body.flight);
        m_json["copy_of"] = *m_trace.flight(body.flight).copyOf;
        m_json["segment"] = segmentOf(m_trace.flight(body.flight));
    }
    void operator()(const record::SegmentHeld& body) { segment("segment-held", body.flight); }
    void operator()(const record::SegmentRescheduled& body)
    {
        segment("segment-rescheduled", body.flight);
        m_json["due"] = seconds(body.due);
    }
    void operator()(const record::HostChanged& body)
    {
        m_json["kind"] = "host";
        m_json["event"] = finwait::identifier(body.event);
    }
    void operator()(const record::TimerTouched& body)
    {
        timer("timer-touched", body.kind);
        m_json["deed"] = identifier(body.deed);
    }
    void operator()(const record::FaultsChanged& body)
    {
        m_json["kind"] = "faults-changed";
        m_json["of"] = body.of == FaultsOf::Network ? "network" : "clockwork";
    }
    void operator()(const record::SettingChanged& body)
    {
        m_json["kind"] = "setting-changed";
        m_json["setting"] = systemSettings()[body.setting].name;
        m_json["value"] = body.value;
    }
    void operator()(const record::StateFound& body)
    {
        m_json["kind"] = "state-found";
        m_json["state"] = finwait::identifier(body.state);
        addCertainty(body.certainty);
    }

private:
    void addCertainty(Certainty certainty) { m_json["sure"] = certainty == Certainty::Sure; }
    void segment(const char* kind, FlightIndex flight)
    {
        m_json["kind"] = kind;
        m_json["flight"] = flight;
    }
    void timer(const char* kind, TimerKind timer)
    {
        m_json["kind"] = kind;
        m_json["timer"] = finwait::identifier(timer);
    }

    const Trace& m_trace;
    Json& m_json;
};

Json eventOf(const Trace& trace, RecordIndex index)
{
    const Record& record = trace.record(index);
    Json json;
    json["id"] = index;
    json["t"] = seconds(record.at);
    json["side"] = identifier(record.side);
    json["cause"] = record.cause == noRecord ? Json() : Json(record.cause);
    std::visit(EventWriter(trace, json), record.body);
    return json;
}

Json statesOf(const Trace& trace, Side side)
{
    Json json = Json::array();
    for (const StateSpan& span : trace.states(side))
        json.push_back({{"t", seconds(span.from)},
                        {"state", identifier(span.state)},
                        {"sure", span.certainty == Certainty::Sure}});
    return json;
}

/// One name where both sides have the same profile.
std::string profileOf(const Scenario& scenario)
{
    const auto& [client, server] = scenario.profile;
    return client == server ? client : client + '/' + server;
}

} // namespace

std::string runJson(const Scenario& scenario, const Run& run)
{
    const Trace& trace = run.trace;
    Json json;
    json["scenario"] = scenario.name;
    json["profile"] = profileOf(scenario);
    json["seed"] = scenario.seed;
    json["cut_short"] = run.isCutShort;
    for (const Side side : trace.endpoints())
        json["states"][std::string(identifier(side))] = statesOf(trace, side);
    json["events"] = Json::array();
    for (RecordIndex index = 0; index < trace.records().size(); ++index)
        json["events"].push_back(eventOf(trace, index));
    return written(json);
}

} // namespace finwait
