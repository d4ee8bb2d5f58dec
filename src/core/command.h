// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a person, or a scenario on his behalf, does to a simulation.
#pragma once

#include "core/call.h"
#include "core/clockwork.h"
#include "core/host.h"
#include "core/network.h"
#include "core/segment.h"
#include "core/side.h"
#include "core/state_entered.h"
#include "core/system_setting.h"
#include "core/timer.h"
#include "core/trace.h"
#include "core/virtual_time.h"

#include <cstdint>
#include <optional>
#include <variant>

namespace finwait {

/// A segment that no endpoint has sent: a forged one, or one that strayed about for a long time. Its numbers count from
/// the last initial sequence numbers of both sides, as readers see them.
struct Injection {
    Flags flags = {};
    std::int64_t seq = 0;     ///< from the ISS of the side that it seems to come from
    std::int64_t ack = 0;     ///< from the ISS of the other side; meaningful with flags.ack
    std::uint32_t octets = 0; ///< of text, which is nobody's
    std::uint16_t window = largestWindowField;
    std::uint16_t urgentPointer = 0; ///< meaningful with flags.urg
    Options options = {};

    friend bool operator==(const Injection&, const Injection&) = default;
};

/// What can be planned for a side: a call of its application, something that happens to its computer, or a segment that
/// seems to come from it.
using Deed = std::variant<Call, HostEvent, Injection>;

/// Something that will be done: at a time, or some time after an endpoint has entered a state.
struct PlannedDeed {
    Side side{};
    Deed deed;
    std::optional<StateEntered> when; ///< none: `after` counts from the start of the simulation
    Duration after{};

    friend bool operator==(const PlannedDeed&, const PlannedDeed&) = default;
};

namespace command {
struct MakeCall {
    Side side;
    Call call;
    friend bool operator==(const MakeCall&, const MakeCall&) = default;
};
/// A segment in flight arrives: the clock goes on to when it is due if nothing else comes before; otherwise, or if it
/// waits for a hand or was to be lost, it arrives now.
struct Deliver {
    FlightIndex flight;
    friend bool operator==(const Deliver&, const Deliver&) = default;
};
/// A segment in flight is lost now.
struct Drop {
    FlightIndex flight;
    friend bool operator==(const Drop&, const Drop&) = default;
};
/// The network makes another one of a segment in flight; it arrives a little later.
struct Duplicate {
    FlightIndex flight;
    friend bool operator==(const Duplicate&, const Duplicate&) = default;
};
/// A segment in flight waits until it is delivered by hand.
struct Hold {
    FlightIndex flight;
    friend bool operator==(const Hold&, const Hold&) = default;
};
/// A running timer runs out: the clock goes on to its deadline if nothing else comes before; otherwise it fires now.
struct FireTimer {
    Side side;
    TimerKind kind;
    friend bool operator==(const FireTimer&, const FireTimer&) = default;
};
/// A running timer is stopped, and never fires.
struct StopTimer {
    Side side;
    TimerKind kind;
    friend bool operator==(const StopTimer&, const StopTimer&) = default;
};
/// A running timer takes so much longer.
struct StretchTimer {
    Side side;
    TimerKind kind;
    Duration by; ///< positive
    friend bool operator==(const StretchTimer&, const StretchTimer&) = default;
};
struct ChangeHost {
    Side side;
    HostEvent event;
    friend bool operator==(const ChangeHost&, const ChangeHost&) = default;
};
/// A segment that seems to come from `side` sets out now; the network's rules do not look at it.
struct Inject {
    Side side;
    Injection injection;
    friend bool operator==(const Inject&, const Inject&) = default;
};
/// The network is another one from now on. What is on its way goes on as it was to, unless the network begins or ceases
/// to be manual.
struct ChangeNetwork {
    NetworkConfig config;
    friend bool operator==(const ChangeNetwork&, const ChangeNetwork&) = default;
};
/// An endpoint's clockwork is another one from now on.
struct ChangeClockwork {
    Side side;
    Clockwork clockwork;
    friend bool operator==(const ChangeClockwork&, const ChangeClockwork&) = default;
};
/// A setting of a side's system, or of its socket, has another value from now on.
struct ChangeSetting {
    Side side;
    SettingIndex setting;
    std::int64_t value;
    friend bool operator==(const ChangeSetting&, const ChangeSetting&) = default;
};
/// Adds a deed to those that are planned. A condition that holds already counts from now.
struct Plan {
    PlannedDeed deed;
    friend bool operator==(const Plan&, const Plan&) = default;
};
/// The application of a side changes its mind: of the calls that are planned for it, none is made any more.
struct ForgetPlan {
    Side side;
    friend bool operator==(const ForgetPlan&, const ForgetPlan&) = default;
};
} // namespace command

using Command = std::variant<command::MakeCall, command::Deliver, command::Drop, command::Duplicate, command::Hold,
                             command::FireTimer, command::StopTimer, command::StretchTimer, command::ChangeHost,
                             command::Inject, command::ChangeNetwork, command::ChangeClockwork, command::ChangeSetting,
                             command::Plan, command::ForgetPlan>;

/// How much later than the segment itself a copy arrives that command::Duplicate makes.
inline constexpr Duration copyGap = 20ms;

} // namespace finwait
