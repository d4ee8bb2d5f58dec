// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Where two traces part that began alike.
#pragma once

#include "core/trace.h"
#include "core/virtual_time.h"

#include <optional>

namespace finwait {

/// Steps and records before these are the same in both traces; so these have the same numbers in both. In one of them
/// there may be none any more.
struct TraceDifference {
    StepIndex step = 0;
    RecordIndex record = 0;
    Time at{}; ///< of that step in the trace that takes it earlier
    friend bool operator==(const TraceDifference&, const TraceDifference&) = default;
};

/// nullopt: the same happens in both. What becomes of a segment later on does not count when it is sent.
[[nodiscard]] std::optional<TraceDifference> firstDifference(const Trace& one, const Trace& two);

} // namespace finwait
