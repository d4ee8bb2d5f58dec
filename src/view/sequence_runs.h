// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Finds the long runs of data in a trace: what the chart folds into one band.
#pragma once

#include "core/trace.h"
#include "view/sequence_index.h"

#include <vector>

namespace finwait {

/// The flight brings data or acknowledges some, was not lost or left unused, and is nothing special.
[[nodiscard]] bool isPlainData(const Trace& trace, FlightIndex flight);

/// The runs of more than `minimum` flights without a pause longer than `maxPause`, in order. `minimum` 0: none. Their
/// places at the lifelines are not known yet.
[[nodiscard]] std::vector<DataRun> findDataRuns(const Trace& trace, std::uint32_t minimum, Duration maxPause);

} // namespace finwait
