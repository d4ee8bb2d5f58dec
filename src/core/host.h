// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The computer that an endpoint runs on, and how it fails (RFC 9293 section 3.5.1: half-open connections).
#pragma once

#include "core/reason.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace finwait {

enum class HostState : std::uint8_t {
    Up,
    Silent, ///< all is as it was and time goes on, but nothing gets out of it or into it: the cable is out
    Down,   ///< crashed: it does nothing and knows nothing
    Foreign ///< no endpoint of ours: what comes to it arrives, and what it sends is put into the network from outside
};

enum class HostEvent : std::uint8_t {
    Crash,      ///< the TCB is lost; nobody is told
    Restart,    ///< up again, with nothing remembered
    FallSilent, ///< the cable is pulled
    SpeakAgain, ///< and put back
};

inline constexpr std::size_t hostEventCount = 4;
inline constexpr std::array<HostEvent, hostEventCount> allHostEvents = {HostEvent::Crash, HostEvent::Restart,
                                                                        HostEvent::FallSilent, HostEvent::SpeakAgain};

/// Stable identifier for files and --json: "crash", "restart", "fall-silent", "speak-again".
[[nodiscard]] std::string_view identifier(HostEvent event);
[[nodiscard]] HostState hostAfter(HostEvent event);
/// Why the event cannot happen in that state; Refusal::None if it can.
[[nodiscard]] Refusal refusalOf(HostEvent event, HostState state);
/// Why no call can be made there; Refusal::None if one can.
[[nodiscard]] Refusal refusalOfCalls(HostState state);

} // namespace finwait
