// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "session/trace_difference.h"

#include <algorithm>
#include <tuple>
#include <variant>

namespace finwait {

namespace {

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
    // Flights have the same numbers as long as nothing differs.
    const Record& record = one.record(index);
    return record == two.record(index) && sendsTheSame(one, two, record.body);
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
