// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_records.h"

#include <algorithm>
#include <variant>

namespace finwait {

Reason reasonNotProcessed(const Trace& trace, FlightIndex flight)
{
    const Flight& found = trace.flight(flight);
    if (found.fate != Fate::Arrived)
        return Reason::None;
    // It stands among what the arrival set off, before the next arrival.
    for (RecordIndex index = found.endRecord + 1; index < trace.records().size(); ++index) {
        const Record& record = trace.record(index);
        if (const auto* notProcessed = std::get_if<record::NotProcessed>(&record.body))
            return notProcessed->flight == flight ? notProcessed->reason : Reason::None;
        if (record.at != found.ended || std::holds_alternative<record::SegmentArrived>(record.body))
            break;
    }
    return Reason::None;
}

RecordIndex firstRecordAt(const Trace& trace, Time time)
{
    const auto& records = trace.records();
    const auto found = std::lower_bound(records.begin(), records.end(), time,
                                        [](const Record& record, Time value) { return record.at < value; });
    return static_cast<RecordIndex>(found - records.begin());
}

double wayBehind(const Flight& flight)
{
    const auto whole = static_cast<double>((flight.due - flight.sent).count());
    if (whole <= 0)
        return 1;
    return std::clamp(static_cast<double>((flight.ended - flight.sent).count()) / whole, 0.0, 1.0);
}

} // namespace finwait
