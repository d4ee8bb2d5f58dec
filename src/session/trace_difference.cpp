// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "session/trace_difference.h"

#include <algorithm>
#include <tuple>
#include <variant>

namespace finwait {

namespace {

// What two records of a kind are compared by. Flights have the same numbers as long as nothing differs.
auto fields(const record::CallMade& made)
{
    return std::tie(made.call);
}
auto fields(const record::CallRefused& refused)
{
    return std::tie(refused.call, refused.refusal);
}
auto fields(const record::SegmentSent& sent)
{
    return std::tie(sent.flight);
}
auto fields(const record::SegmentArrived& arrived)
{
    return std::tie(arrived.flight);
}
auto fields(const record::SegmentLost& lost)
{
    return std::tie(lost.flight, lost.why);
}
auto fields(const record::NotProcessed& ignored)
{
    return std::tie(ignored.flight, ignored.reason);
}
auto fields(const record::FaultMet& met)
{
    return std::tie(met.flight, met.rule, met.kind);
}
auto fields(const record::SegmentDuplicated& duplicated)
{
    return std::tie(duplicated.flight);
}
auto fields(const record::SegmentHeld& held)
{
    return std::tie(held.flight);
}
auto fields(const record::SegmentRescheduled& moved)
{
    return std::tie(moved.flight, moved.due, moved.before);
}
auto fields(const record::HostChanged& changed)
{
    return std::tie(changed.event);
}
auto fields(const record::Transition& transition)
{
    return std::tie(transition.row);
}
auto fields(const record::TimerStarted& started)
{
    return std::tie(started.kind, started.deadline);
}
auto fields(const record::TimerRestarted& restarted)
{
    return std::tie(restarted.kind, restarted.deadline);
}
auto fields(const record::TimerStopped& stopped)
{
    return std::tie(stopped.kind);
}
auto fields(const record::TimerFired& fired)
{
    return std::tie(fired.kind);
}
auto fields(const record::Signalled& signalled)
{
    return std::tie(signalled.signal, signalled.octets);
}

/// As it was sent; what became of it has records of its own.
auto sending(const Flight& flight)
{
    return std::tie(flight.segment, flight.from, flight.role, flight.sent, flight.copyOf, flight.corrupted);
}

bool sendsTheSame(const Trace& one, const Trace& two, const RecordBody& body)
{
    if (const auto* sent = std::get_if<record::SegmentSent>(&body))
        return sending(one.flight(sent->flight)) == sending(two.flight(sent->flight));
    if (const auto* copied = std::get_if<record::SegmentDuplicated>(&body))
        return sending(one.flight(copied->flight)) == sending(two.flight(copied->flight));
    return true;
}

bool sameRecord(const Trace& one, const Trace& two, RecordIndex index)
{
    const Record& a = one.record(index);
    const Record& b = two.record(index);
    if (std::tie(a.at, a.cause, a.side) != std::tie(b.at, b.cause, b.side) || a.body.index() != b.body.index())
        return false;
    const auto sameFields = [&b](const auto& body) {
        return fields(body) == fields(std::get<std::decay_t<decltype(body)>>(b.body));
    };
    return std::visit(sameFields, a.body) && sendsTheSame(one, two, a.body);
}

/// The first record from `from` on that is not the same, and before `end`.
RecordIndex firstOther(const Trace& one, const Trace& two, RecordIndex from, RecordIndex end)
{
    while (from < end && sameRecord(one, two, from))
        ++from;
    return from;
}

} // namespace

std::optional<TraceDifference> firstDifference(const Trace& one, const Trace& two)
{
    const auto common = static_cast<StepIndex>(std::min(one.steps().size(), two.steps().size()));
    RecordIndex record = 0;
    for (StepIndex step = 0; step < common; ++step) {
        const StepMark& a = one.steps()[step];
        const StepMark& b = two.steps()[step];
        record = firstOther(one, two, record, std::min(a.end, b.end));
        if (a.at != b.at || a.end != b.end || record != a.end)
            return TraceDifference{step, record, std::min(a.at, b.at)};
    }
    if (one.steps().size() == two.steps().size())
        return std::nullopt;
    const Trace& longer = one.steps().size() > two.steps().size() ? one : two;
    return TraceDifference{common, record, longer.steps()[common].at};
}

} // namespace finwait
