// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What rules for the network would have done to a run that is known: which of its segments each of them would have met.
#pragma once

#include "core/fault_rule.h"
#include "core/trace.h"

#include <cstdint>
#include <vector>

namespace finwait {

/// For each rule, the flights of `trace` that it would have met, in order of sending. The segments are those that were
/// sent: what would have followed from the faults is not played. As in a network with these rules and that seed from
/// the start on, the first rule that meets a segment keeps it from the others.
[[nodiscard]] std::vector<std::vector<FlightIndex>> segmentsMet(const Trace& trace, const std::vector<FaultRule>& rules,
                                                                std::uint64_t seed);

} // namespace finwait
