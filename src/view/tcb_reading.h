// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The variables of an endpoint as a person reads them: sequence numbers count from each side's ISS, the numbers on the
// wire stand in the tool tips.
#pragma once

#include "core/endpoint.h"

#include <QString>

#include <vector>

namespace finwait {

struct Variable {
    QString name;    ///< "SND.UNA"
    QString value;   ///< "122"
    QString toolTip; ///< what it means, and the number on the wire
};

/// In the order in which people look at them; empty where there is nothing to know: in CLOSED and LISTEN.
[[nodiscard]] std::vector<Variable> tcbVariables(const Endpoint& endpoint);

/// How much of its time a timer has left: 1 when it has just started, 0 when it runs out.
[[nodiscard]] double shareLeft(const RunningTimer& timer, Time now);

} // namespace finwait
