// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A connection that was recorded and not simulated: what happened is known, and from any moment of it a simulator can
// go on.
#pragma once

#include "core/simulator.h"
#include "core/trace.h"
#include "core/virtual_time.h"

#include <functional>

namespace finwait {

struct Recording {
    /// The rows of its transitions follow each other: each begins in the state that was before.
    Trace trace;
    /// What a simulator would be after so many steps of the trace, at a time which is not before the last of them and
    /// not after the next one. Its clock is that time, its endpoints are in the states of the trace, and it has the
    /// numbers of the trace's records and flights (MidConnection). Asked for with every move of a playhead: it shall be
    /// quick wherever that is. Each branch of a session has a copy: what is large in it shall be shared.
    std::function<Simulator(StepIndex position, Time at)> simulatorAt;
};

} // namespace finwait
