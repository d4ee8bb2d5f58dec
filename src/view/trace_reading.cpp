// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/trace_reading.h"

#include "view/overloaded.h"

#include <algorithm>

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
                      },
                      record.body);
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
    std::vector<RecordIndex> chain;
    for (RecordIndex index = record; index != noRecord; index = trace.record(index).cause)
        chain.push_back(index);
    return chain;
}

} // namespace finwait
