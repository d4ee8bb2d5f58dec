// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/trace_reading.h"

#include "view/overloaded.h"

#include <algorithm>
#include <functional>
#include <set>

namespace finwait {

namespace {

bool carries(const Flags& flags, Reply reply)
{
    switch (reply) {
    case Reply::None: return false;
    case Reply::Syn: return flags.syn;
    case Reply::SynAck: return flags.syn && flags.ack;
    case Reply::Ack: return flags.ack;
    case Reply::Fin: return flags.fin;
    case Reply::Rst: return flags.rst;
    }
    return false;
}

/// How many flights back a segment is looked for that goes out again.
constexpr FlightIndex farthestBack = 1000;

/// The last time before that the same side sent what begins at the same number; nullopt: it is not to be found.
std::optional<FlightIndex> sentBefore(const Trace& trace, FlightIndex again)
{
    const Flight& repeated = trace.flight(again);
    const FlightIndex end = again - std::min(again, farthestBack);
    for (FlightIndex index = again; index > end; --index) {
        const Flight& flight = trace.flight(index - 1);
        if (flight.from == repeated.from && flight.seqBase == repeated.seqBase
            && flight.segment.seq == repeated.segment.seq && flight.segment.length() > 0 && !flight.copyOf)
            return index - 1;
    }
    return std::nullopt;
}

/// What a rule of the network did to a segment as it set out; noRecord: nothing.
RecordIndex faultOf(const Trace& trace, FlightIndex flight)
{
    const RecordIndex next = trace.flight(flight).sentRecord + 1;
    if (next >= trace.records().size())
        return noRecord;
    const auto* met = std::get_if<record::FaultMet>(&trace.record(next).body);
    return met != nullptr && met->flight == flight ? next : noRecord;
}

/// The last ACK of `acknowledged` that was on its way or lost when its sender gave up waiting; nullopt: there was none.
std::optional<FlightIndex> missingAck(const Trace& trace, FlightIndex acknowledged, FlightIndex again)
{
    const Flight& flight = trace.flight(acknowledged);
    for (FlightIndex index = again; index > acknowledged + 1; --index) {
        const Flight& ack = trace.flight(index - 1);
        const bool isOfIt = ack.from != flight.from && ack.segment.flags.ack && ack.sent >= flight.ended
                            && !before(ack.segment.ack, flight.segment.end());
        if (isOfIt && (ack.fate != Fate::Arrived || ack.corrupted || ack.ended > trace.flight(again).sent))
            return index - 1;
    }
    return std::nullopt;
}

/// What became of a segment that now goes out again, or of the ACK that it waited for.
std::vector<RecordIndex> whyNotAcknowledged(const Trace& trace, FlightIndex again)
{
    const auto first = sentBefore(trace, again);
    if (!first)
        return {};
    const Flight& flight = trace.flight(*first);
    std::vector<RecordIndex> why = {flight.sentRecord, faultOf(trace, *first)};
    const bool cameThrough = flight.fate == Fate::Arrived && flight.ended <= trace.flight(again).sent;
    if (flight.endRecord != noRecord && flight.endRecord < trace.flight(again).sentRecord)
        why.push_back(flight.endRecord);
    if (!cameThrough || flight.corrupted)
        return why;
    if (const auto ack = missingAck(trace, *first, again)) {
        const Flight& missing = trace.flight(*ack);
        why.push_back(missing.sentRecord);
        why.push_back(faultOf(trace, *ack));
        if (missing.endRecord != noRecord && missing.endRecord < trace.flight(again).sentRecord)
            why.push_back(missing.endRecord);
    }
    return why;
}

} // namespace

RecordKind kindOf(const Record& record)
{
    return std::visit(Overloaded{
                          [](const record::CallMade&) { return RecordKind::Application; },
                          [](const record::CallRefused&) { return RecordKind::Application; },
                          [](const record::SegmentSent&) { return RecordKind::Segment; },
                          [](const record::SegmentArrived&) { return RecordKind::Segment; },
                          [](const record::SegmentLost&) { return RecordKind::Segment; },
                          [](const record::NotProcessed&) { return RecordKind::Segment; },
                          [](const record::Transition&) { return RecordKind::Transition; },
                          [](const record::TimerStarted&) { return RecordKind::Timer; },
                          [](const record::TimerRestarted&) { return RecordKind::Timer; },
                          [](const record::TimerStopped&) { return RecordKind::Timer; },
                          [](const record::TimerFired&) { return RecordKind::Timer; },
                          [](const record::Signalled&) { return RecordKind::Application; },
                          [](const record::FaultMet&) { return RecordKind::Segment; },
                          [](const record::SegmentDuplicated&) { return RecordKind::Segment; },
                          [](const record::SegmentHeld&) { return RecordKind::Segment; },
                          [](const record::SegmentRescheduled&) { return RecordKind::Segment; },
                          [](const record::HostChanged&) { return RecordKind::Application; },
                          [](const record::TimerTouched&) { return RecordKind::Timer; },
                          [](const record::FaultsChanged&) { return RecordKind::Segment; },
                          [](const record::SettingChanged&) { return RecordKind::Application; },
                          [](const record::StateFound&) { return RecordKind::Transition; },
                      },
                      record.body);
}

bool changesNetwork(const Record& record)
{
    const auto* faults = std::get_if<record::FaultsChanged>(&record.body);
    return faults != nullptr && faults->of == FaultsOf::Network;
}

std::optional<FlightIndex> flightOf(const Record& record)
{
    return std::visit(
        [](const auto& body) -> std::optional<FlightIndex> {
            if constexpr (requires { body.flight; })
                return body.flight;
            else
                return std::nullopt;
        },
        record.body);
}

std::optional<FlightIndex> replyTo(const Trace& trace, RecordIndex transition)
{
    const Record& moved = trace.record(transition);
    const Reply reply = transitionRow(std::get<record::Transition>(moved.body).row).reply;
    if (reply == Reply::None)
        return std::nullopt;
    const RecordIndex end = trace.recordsOf(trace.stepOf(transition) + 1);
    for (RecordIndex index = transition + 1; index < end; ++index) {
        const Record& candidate = trace.record(index);
        const auto* sent = std::get_if<record::SegmentSent>(&candidate.body);
        if (sent != nullptr && candidate.side == moved.side && carries(trace.flight(sent->flight).segment.flags, reply))
            return sent->flight;
    }
    return std::nullopt;
}

bool enters(const Record& record, State state)
{
    if (const auto* found = std::get_if<record::StateFound>(&record.body))
        return found->state == state;
    const auto* transition = std::get_if<record::Transition>(&record.body);
    return transition != nullptr && transitionRow(transition->row).to == state;
}

RecordIndex entryOf(const Trace& trace, State state, RecordIndex before)
{
    RecordIndex last = noRecord;
    RecordIndex next = noRecord;
    for (const Side side : allSides) {
        for (const StateSpan& span : trace.states(side)) {
            if (span.state != state || span.entered == noRecord)
                continue;
            if (span.entered >= before)
                next = std::min(next, span.entered);
            else if (last == noRecord || span.entered > last)
                last = span.entered;
        }
    }
    return last != noRecord ? last : next;
}

std::vector<RecordIndex> causeChain(const Trace& trace, RecordIndex record)
{
    std::set<RecordIndex, std::greater<>> found;
    std::vector<RecordIndex> open = {record};
    while (!open.empty()) {
        const RecordIndex next = open.back();
        open.pop_back();
        if (next == noRecord || !found.insert(next).second)
            continue;
        open.push_back(trace.record(next).cause);
        const auto* sent = std::get_if<record::SegmentSent>(&trace.record(next).body);
        if (sent != nullptr && trace.flight(sent->flight).role == SegmentRole::Retransmission) {
            for (const RecordIndex why : whyNotAcknowledged(trace, sent->flight))
                open.push_back(why);
        }
    }
    return {found.begin(), found.end()};
}

} // namespace finwait
