// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/captured_trace.h"

#include "capture/captured_flights.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>

namespace finwait {

namespace {

/// Something that happens at one end; of what happens at one time, in the order of `order`.
struct Event {
    enum class Kind : std::uint8_t { Enter, Send, Arrive, Lose };
    Time at{};
    std::uint64_t order = 0;
    Kind kind{};
    Side side{};
    std::uint32_t index = 0; ///< of a state, or of a segment
};

/// What a segment does is ordered by its place: what it follows from, its sending, its end, what follows from that.
constexpr std::uint64_t ordersPerSegment = 4;

/// The call that the application must have made to take a row; none: it was not the application.
std::optional<Call> callBehind(RowIndex row)
{
    switch (transitionRow(row).trigger) {
    case Trigger::OpenActive: return OpenActive{};
    case Trigger::Close: return Close{};
    case Trigger::Abort: return Abort{};
    case Trigger::OpenPassive:
    case Trigger::Send:
    case Trigger::CloseWithUnreadData:
    case Trigger::RcvSyn:
    case Trigger::RcvNewSyn:
    case Trigger::RcvSynAck:
    case Trigger::RcvAckOfSyn:
    case Trigger::RcvFin:
    case Trigger::RcvFinAckOfFin:
    case Trigger::RcvAckOfFin:
    case Trigger::RcvRst:
    case Trigger::RcvRstPassive:
    case Trigger::RcvRstReopened:
    case Trigger::RcvSynPassive:
    case Trigger::RcvSynInWindow:
    case Trigger::RcvDataAfterClose:
    case Trigger::RetriesExhausted:
    case Trigger::RetriesExhaustedPassive:
    case Trigger::RetriesExhaustedReopened:
    case Trigger::EstablishmentTimeout:
    case Trigger::UserTimeout:
    case Trigger::KeepAliveExhausted:
    case Trigger::FinWait2Timeout:
    case Trigger::Timeout2Msl:
    case Trigger::HostCrash: return std::nullopt;
    }
    return std::nullopt;
}

class TraceWriter
{
public:
    TraceWriter(const std::vector<CapturedSegment>& segments, const ConnectionInference& inference, Trace& trace)
        : m_segments(segments)
        , m_inference(inference)
        , m_trace(trace)
        , m_flights(flightsOf(segments, inference))
    {
        m_lastArrival = {noRecord, noRecord};
        m_lastTransition = {noRecord, noRecord};
    }

    /// Time zero of the trace, since the capture's first packet.
    Time write();

private:
    void collect();
    void collectStates(Side side);
    void write(const Event& event);
    void enter(const Event& event, Time at);
    void send(const Event& event, Time at);
    void arrive(const Event& event, Time at);
    RecordIndex append(Time at, RecordIndex cause, Side side, const RecordBody& body);

    const std::vector<CapturedSegment>& m_segments;
    const ConnectionInference& m_inference;
    Trace& m_trace;
    std::vector<CapturedFlight> m_flights;
    std::vector<FlightIndex> m_flightOf; // by segment
    std::vector<Event> m_events;
    Time m_begin{};
    PerSide<RecordIndex> m_lastArrival;
    PerSide<RecordIndex> m_lastTransition; // by what the end itself has done
};

Time TraceWriter::write()
{
    collect();
    std::ranges::sort(m_events,
                      [](const Event& a, const Event& b) { return a.at != b.at ? a.at < b.at : a.order < b.order; });
    m_begin = m_events.empty() ? Time{} : m_events.front().at;
    m_flightOf.resize(m_segments.size());
    for (std::size_t i = 0; i < m_events.size(); ++i) {
        write(m_events[i]);
        const bool isOneStep =
            i + 1 < m_events.size() && m_events[i + 1].at == m_events[i].at && m_events[i + 1].side == m_events[i].side;
        if (!isOneStep)
            m_trace.endStep(m_events[i].at - m_begin);
    }
    return m_begin;
}

void TraceWriter::collect()
{
    m_events.reserve(2 * m_segments.size());
    for (std::uint32_t i = 0; i < m_segments.size(); ++i) {
        const CapturedFlight& flight = m_flights[i];
        if (flight.isCapturedTwice)
            continue;
        const std::uint64_t order = ordersPerSegment * i;
        m_events.push_back({flight.sent, order + 1, Event::Kind::Send, flight.from, i});
        if (flight.fate == Fate::Arrived)
            m_events.push_back({flight.ended, order + 2, Event::Kind::Arrive, other(flight.from), i});
        else if (flight.fate == Fate::Lost)
            m_events.push_back({flight.ended, order + 2, Event::Kind::Lose, flight.from, i});
    }
    for (const Side side : allSides)
        collectStates(side);
}

void TraceWriter::collectStates(Side side)
{
    using Evidence = StateSighting::Evidence;
    const std::span<const StateSighting> states = m_inference.end(side).states;
    const std::vector<Time> times = m_inference.entryTimes(side);
    std::uint64_t last = 0;
    for (std::uint32_t entry = 0; entry < states.size(); ++entry) {
        const auto segment = std::ranges::find(m_segments, states[entry].packet, &CapturedSegment::packet);
        const std::uint64_t order = ordersPerSegment * static_cast<std::uint64_t>(segment - m_segments.begin());
        const std::uint64_t within = states[entry].evidence == Evidence::Arrived ? 3 : 0;
        last = entry == 0 && states[entry].evidence == Evidence::Given ? 0 : std::max(last, order + within);
        m_events.push_back({times[entry], last, Event::Kind::Enter, side, entry});
    }
}

void TraceWriter::write(const Event& event)
{
    const Time at = event.at - m_begin;
    switch (event.kind) {
    case Event::Kind::Enter: enter(event, at); break;
    case Event::Kind::Send: send(event, at); break;
    case Event::Kind::Arrive: arrive(event, at); break;
    case Event::Kind::Lose: {
        const FlightIndex flight = m_flightOf[event.index];
        append(at, m_trace.flight(flight).sentRecord, event.side,
               record::SegmentLost{flight, LossCause::NotSeenToArrive});
        break;
    }
    }
}

void TraceWriter::enter(const Event& event, Time at)
{
    const StateSighting& sighting = m_inference.end(event.side).states[event.index];
    if (sighting.row == StateSighting::noRow) {
        append(at, noRecord, event.side, record::StateFound{sighting.state, sighting.certainty()});
        return;
    }
    const record::Transition transition{sighting.row, sighting.certainty()};
    if (sighting.evidence == StateSighting::Evidence::Arrived) {
        append(at, m_lastArrival[event.side], event.side, transition);
        return;
    }
    RecordIndex cause = noRecord;
    if (const std::optional<Call> call = callBehind(sighting.row))
        cause = append(at, noRecord, event.side, record::CallMade{*call});
    m_lastTransition[event.side] = append(at, cause, event.side, transition);
}

/// What is sent with a transition follows from it; an ACK alone follows from what came last.
void TraceWriter::send(const Event& event, Time at)
{
    const CapturedSegment& captured = m_segments[event.index];
    const CapturedFlight& flight = m_flights[event.index];
    Segment segment = captured.segment;
    segment.text.stream = flight.from == Side::Client ? 0 : 1;
    segment.text.offset = flight.textOffset;
    const bool isFirst = flight.role != SegmentRole::Retransmission;
    RecordIndex cause = noRecord;
    if (isFirst && (segment.flags.syn || segment.flags.fin || segment.flags.rst))
        cause = std::exchange(m_lastTransition[event.side], noRecord);
    if (cause == noRecord && isFirst && (segment.length() == 0 || segment.flags.syn))
        cause = m_lastArrival[event.side];
    m_flightOf[event.index] = m_trace.appendFlight(Flight{.segment = segment,
                                                          .from = flight.from,
                                                          .role = flight.role,
                                                          .sent = at,
                                                          .due = flight.ended - m_begin,
                                                          .seqBase = flight.seqBase,
                                                          .ackBase = flight.ackBase,
                                                          .copyOf = std::nullopt,
                                                          .packet = captured.packet},
                                                   cause);
}

void TraceWriter::arrive(const Event& event, Time at)
{
    const FlightIndex flight = m_flightOf[event.index];
    m_lastArrival[event.side] =
        append(at, m_trace.flight(flight).sentRecord, event.side, record::SegmentArrived{flight});
}

RecordIndex TraceWriter::append(Time at, RecordIndex cause, Side side, const RecordBody& body)
{
    return m_trace.append(Record{.at = at, .cause = cause, .side = side, .body = body});
}

PerSide<std::uint8_t> scalesOf(const ConnectionInference& inference)
{
    return {inference.end(Side::Client).numbers.scale().value_or(0),
            inference.end(Side::Server).numbers.scale().value_or(0)};
}

} // namespace

CapturedTrace::CapturedTrace(const std::vector<CapturedSegment>& segments, const ConnectionInference& inference)
{
    m_begin = TraceWriter(segments, inference, m_trace).write();
    m_delay = inference.distance(Side::Client) + inference.distance(Side::Server);
    for (const Side side : allSides)
        m_trace.addresses[side] = text(inference.sockets()[side]);
    PerSide<SynOffer> offers;
    for (const Side side : allSides) {
        const ObservedEnd& numbers = inference.end(side).numbers;
        offers[side] = numbers.offer();
        if (numbers.sentSyn())
            m_offers[side] = numbers.offer();
    }
    m_trail = TcbTrail(m_trace, offers, scalesOf(inference), 2 * m_delay);
}

Simulator CapturedTrace::simulatorAt(StepIndex position, Time at, const SimulatorConfig& config) const
{
    SimulatorConfig resumed = config;
    for (const Side side : allSides) {
        if (!m_offers[side])
            continue;
        StackProfile& profile = resumed.endpoints[side].profile;
        profile.mss = m_offers[side]->mss.value_or(profile.mss);
        profile.windowScale = m_offers[side]->windowScale;
        profile.sackPermitted = m_offers[side]->sackPermitted;
        profile.timestamps = m_offers[side]->timestamps;
    }
    return Simulator(resumed, m_trail.at(m_trace, position, at, resumed.endpoints));
}

} // namespace finwait
