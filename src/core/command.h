// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a person, or a scenario on his behalf, does to a simulation.
#pragma once

#include "core/call.h"
#include "core/side.h"
#include "core/state.h"
#include "core/timer.h"
#include "core/trace.h"
#include "core/virtual_time.h"

#include <optional>
#include <variant>

namespace finwait {

/// A call that will be made: at a time, or some time after an endpoint has entered a state.
struct PlannedCall {
    struct Entered {
        Side side;
        State state;
        friend bool operator==(const Entered&, const Entered&) = default;
    };

    Side side{};
    Call call;
    std::optional<Entered> when; ///< none: `after` counts from the start of the simulation
    Duration after{};

    friend bool operator==(const PlannedCall&, const PlannedCall&) = default;
};

namespace command {
struct MakeCall {
    Side side;
    Call call;
    friend bool operator==(const MakeCall&, const MakeCall&) = default;
};
/// A segment in flight arrives now.
struct Deliver {
    FlightIndex flight;
    friend bool operator==(const Deliver&, const Deliver&) = default;
};
/// A segment in flight is lost now.
struct Drop {
    FlightIndex flight;
    friend bool operator==(const Drop&, const Drop&) = default;
};
/// A running timer runs out: the clock goes on to its deadline if nothing else comes before; otherwise it fires now.
struct FireTimer {
    Side side;
    TimerKind kind;
    friend bool operator==(const FireTimer&, const FireTimer&) = default;
};
/// Adds a call to those that are planned. A condition that holds already counts from now.
struct Plan {
    PlannedCall call;
    friend bool operator==(const Plan&, const Plan&) = default;
};
/// The application of a side changes its mind: of the calls that are planned for it, none is made any more.
struct ForgetPlan {
    Side side;
    friend bool operator==(const ForgetPlan&, const ForgetPlan&) = default;
};
} // namespace command

using Command = std::variant<command::MakeCall, command::Deliver, command::Drop, command::FireTimer, command::Plan,
                             command::ForgetPlan>;

} // namespace finwait
