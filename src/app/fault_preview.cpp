// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/fault_preview.h"

#include "core/network.h"
#include "core/transition_table.h"

#include <variant>

namespace finwait {

std::vector<std::vector<FlightIndex>> segmentsMet(const Trace& trace, const std::vector<FaultRule>& rules,
                                                  std::uint64_t seed)
{
    Network network(NetworkConfig{.rules = rules}, seed);
    std::vector<std::vector<FlightIndex>> met(rules.size());
    for (const Record& record : trace.records()) {
        if (const auto* moved = std::get_if<record::Transition>(&record.body)) {
            network.entered({record.side, transitionRow(moved->row).to});
        } else if (const auto* sent = std::get_if<record::SegmentSent>(&record.body)) {
            const Flight& flight = trace.flight(sent->flight);
            if (flight.role == SegmentRole::Injected) // no rule looks at it
                continue;
            if (const auto rule = network.meet(flight.from, flight.segment, flight.sent))
                met[*rule].push_back(sent->flight);
        }
    }
    return met;
}

} // namespace finwait
