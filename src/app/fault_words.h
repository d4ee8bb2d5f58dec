// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the Faults dialog says about rules and clockwork.
#pragma once

#include "core/fault_rule.h"
#include "core/profile_sources.h"
#include "core/segment.h"
#include "core/trace.h"

#include <QString>

#include <vector>

namespace finwait::fault_words {

[[nodiscard]] QString direction(const std::optional<Side>& from); ///< "client to server", "both ways"
[[nodiscard]] QString kindName(SegmentKind kind);                 ///< "SYN", "ACK alone"
[[nodiscard]] QString actionName(FaultKind kind);                 ///< for a list to choose from: "is lost"
[[nodiscard]] QString segments(const SegmentMatch& match);        ///< "data with PSH"
[[nodiscard]] QString whichOnes(const SegmentMatch& match);       ///< "the 2nd", "all", "no. 1, 3, 5, …"
[[nodiscard]] QString whatHappens(const FaultAction& action);     ///< "arrives 200 ms later"
[[nodiscard]] QString fieldName(ClockField field);                ///< "RTO at first"
[[nodiscard]] QString speedName();                                ///< of a clock
/// The first few of `met`, a line for each, and how many more there are.
[[nodiscard]] QString metList(const Trace& trace, const std::vector<FlightIndex>& met, std::size_t lines);

} // namespace finwait::fault_words
