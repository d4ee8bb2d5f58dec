// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What goes wrong in a scenario, in words, a line for each: as it is from the start, and as it was changed on the way.
#pragma once

#include "scenario/scenario.h"

#include <QStringList>

namespace finwait {

struct FaultList {
    QStringList wrong;  ///< what the network does, computers and cables that fail, forged segments
    QStringList timing; ///< how clockworks differ from their profiles
};

[[nodiscard]] FaultList faultList(const Scenario& scenario);

} // namespace finwait
