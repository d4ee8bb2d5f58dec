// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "scenario/trace_bytes.h"

#include <sstream>
#include <variant>

namespace finwait {
namespace {

/// Each thing that a trace holds, as bytes that differ if the thing does.
class Bytes
{
public:
    template <typename... Values>
    void add(const Values&... values)
    {
        ((m_text << values << ' '), ...);
    }
    void add(const Segment& segment)
    {
        const auto& timestamps = segment.options.timestamps;
        add(segment.seq.value, segment.ack.value, flagNames(segment.flags), segment.flags.psh, segment.window,
            segment.urgentPointer, segment.text.stream, segment.text.offset, segment.text.length,
            segment.options.mss.value_or(0), segment.options.windowScale.value_or(0xFF), segment.options.sackPermitted,
            timestamps ? timestamps->value : 0, timestamps ? timestamps->echo : 0);
    }
    void operator()(const record::CallMade& made) { add("made", identifier(made.call)); }
    void operator()(const record::CallRefused& refused)
    {
        add("refused", identifier(refused.call), identifier(refused.refusal));
    }
    void operator()(const record::SegmentSent& sent) { add("sent", sent.flight); }
    void operator()(const record::SegmentArrived& arrived) { add("arrived", arrived.flight); }
    void operator()(const record::SegmentLost& lost) { add("lost", lost.flight, static_cast<int>(lost.why)); }
    void operator()(const record::NotProcessed& unused)
    {
        add("not processed", unused.flight, identifier(unused.reason));
    }
    void operator()(const record::Transition& taken)
    {
        add("transition", static_cast<int>(taken.row), static_cast<int>(taken.certainty));
    }
    void operator()(const record::TimerStarted& timer)
    {
        add("started", identifier(timer.kind), timer.deadline.count());
    }
    void operator()(const record::TimerRestarted& timer)
    {
        add("restarted", identifier(timer.kind), timer.deadline.count());
    }
    void operator()(const record::TimerStopped& timer) { add("stopped", identifier(timer.kind)); }
    void operator()(const record::TimerFired& timer) { add("fired", identifier(timer.kind)); }
    void operator()(const record::Signalled& told) { add("signalled", identifier(told.signal), told.octets); }

    void operator()(const record::FaultMet& met) { add("met", met.flight, met.rule, identifier(met.kind)); }
    void operator()(const record::SegmentDuplicated& copy) { add("duplicated", copy.flight); }
    void operator()(const record::SegmentHeld& held) { add("held", held.flight); }
    void operator()(const record::SegmentRescheduled& moved)
    {
        add("rescheduled", moved.flight, moved.due.count(), moved.before.count());
    }
    void operator()(const record::HostChanged& changed) { add("host", identifier(changed.event)); }
    void operator()(const record::TimerTouched& touched)
    {
        add("touched", identifier(touched.kind));
        add("deed", std::to_string(static_cast<int>(touched.deed)));
    }
    void operator()(const record::FaultsChanged& changed)
    {
        add("faults", std::to_string(static_cast<int>(changed.of)));
    }
    void operator()(const record::SettingChanged& changed)
    {
        add("setting", static_cast<int>(changed.setting), changed.value);
    }
    void operator()(const record::StateFound& found)
    {
        add("found", identifier(found.state), static_cast<int>(found.certainty));
    }

    [[nodiscard]] std::string take() const { return m_text.str(); }

private:
    std::ostringstream m_text;
};

} // namespace

std::string bytesOf(const Trace& trace)
{
    Bytes bytes;
    for (const Record& record : trace.records()) {
        bytes.add(record.at.count(), record.cause, identifier(record.side));
        std::visit(bytes, record.body);
    }
    for (const Flight& flight : trace.flights()) {
        bytes.add(flight.segment);
        bytes.add(identifier(flight.from), static_cast<int>(flight.role), flight.sent.count(), flight.due.count(),
                  flight.seqBase.value, flight.ackBase.value, flight.sentRecord, static_cast<int>(flight.fate),
                  flight.ended.count(), flight.endRecord, flight.copyOf.value_or(~FlightIndex{0}), flight.corrupted,
                  flight.heldRecord, flight.packet);
    }
    for (const StepMark& step : trace.steps())
        bytes.add(step.at.count(), step.end);
    return bytes.take();
}

} // namespace finwait
