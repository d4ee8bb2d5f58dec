// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What was done by hand, as scenario files say it.
#pragma once

#include "scenario/done.h"
#include "scenario/json_fields.h"

#include <vector>

namespace finwait {

/// The entries of "done"; fails (json_fields.h) on what cannot be, whatever the scenario is. Whether they fit it shows
/// when they are done again (Run::misfit).
[[nodiscard]] std::vector<Done> readDone(const std::vector<Fields>& entries);

} // namespace finwait
