// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/sightings.h"

#include <variant>

namespace finwait {

std::vector<Sighting> sightings(const Trace& trace, Side at)
{
    std::vector<Sighting> seen;
    for (RecordIndex index = 0; index < trace.records().size(); ++index) {
        const Record& record = trace.record(index);
        if (record.side != at)
            continue;
        if (const auto* arrived = std::get_if<record::SegmentArrived>(&record.body))
            seen.push_back({index, arrived->flight, false});
        const auto* sent = std::get_if<record::SegmentSent>(&record.body);
        if (sent && trace.flight(sent->flight).role != SegmentRole::Injected)
            seen.push_back({index, sent->flight, true});
    }
    return seen;
}

FlightIndex originalOf(const Trace& trace, FlightIndex flight)
{
    while (const auto original = trace.flight(flight).copyOf)
        flight = *original;
    return flight;
}

} // namespace finwait
