// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What was done by hand and cannot be done again, in words.
#pragma once

#include "scenario/scenario.h"

#include <QString>

namespace finwait {

/// Which entry of `scenario.done` it is, why it does not fit, and what follows from that: sentences.
[[nodiscard]] QString misfitText(const Scenario& scenario, const Misfit& misfit);

} // namespace finwait
