// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Whether a run went the way its scenario promises: `finwait run --check`.
#pragma once

#include "core/trace.h"
#include "scenario/scenario.h"

#include <QString>

#include <vector>

namespace finwait {

/// A sentence for each side that went another way than expected: where it differs first, and both paths. Empty: all is
/// as expected, or nothing is.
[[nodiscard]] std::vector<QString> pathDifferences(const Scenario& scenario, const Trace& trace);

} // namespace finwait
