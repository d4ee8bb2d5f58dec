// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The timers of one endpoint, in virtual time. Each kind runs at most once at a time.
#pragma once

#include "core/virtual_time.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace finwait {

enum class TimerKind : std::uint8_t {
    Retransmission, ///< RFC 6298
    TimeWait,       ///< 2 MSL, RFC 9293 section 3.6.1
    DelayedAck,     ///< RFC 9293 section 3.8.6.3
    Persist,        ///< zero-window probe and sender's override, RFC 9293 sections 3.8.6.1 and 3.8.6.2.1
    KeepAlive,      ///< RFC 9293 section 3.8.4
    FinWait2,       ///< not in RFC 9293: real stacks give up an orphaned FIN_WAIT_2
    User,           ///< RFC 9293 section 3.10.8, USER TIMEOUT
    Establishment,  ///< not in RFC 9293: BSD stacks give an active open so long
};

inline constexpr std::size_t timerCount = 8;

inline constexpr std::array<TimerKind, timerCount> allTimers = {
    TimerKind::Retransmission, TimerKind::TimeWait, TimerKind::DelayedAck, TimerKind::Persist,
    TimerKind::KeepAlive,      TimerKind::FinWait2, TimerKind::User,       TimerKind::Establishment,
};

/// Stable identifier for files and --json: "retransmission", "2msl", "delayed-ack", "persist", "keep-alive",
/// "fin-wait-2", "user", "establishment".
[[nodiscard]] std::string_view identifier(TimerKind kind);
[[nodiscard]] std::optional<TimerKind> timerFromText(std::string_view text);

/// When a timer was started and when it will expire.
struct RunningTimer {
    Time started{};
    Time deadline{};
    friend bool operator==(const RunningTimer&, const RunningTimer&) = default;
};

using TimerSet = std::array<std::optional<RunningTimer>, timerCount>;

[[nodiscard]] constexpr std::size_t indexOf(TimerKind kind)
{
    return static_cast<std::size_t>(kind);
}

/// The running timer that expires first; of two with the same deadline, the first in allTimers.
[[nodiscard]] std::optional<TimerKind> nextToExpire(const TimerSet& timers);

} // namespace finwait
