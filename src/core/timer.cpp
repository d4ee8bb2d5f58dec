// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/timer.h"

namespace finwait {

namespace {

// In the order of TimerKind.
constexpr std::array<std::string_view, timerCount> names = {
    "retransmission", "2msl", "delayed-ack", "persist", "keep-alive", "fin-wait-2", "user", "establishment",
};

} // namespace

std::string_view identifier(TimerKind kind)
{
    return names[indexOf(kind)];
}

std::optional<TimerKind> timerFromText(std::string_view text)
{
    for (const TimerKind kind : allTimers) {
        if (identifier(kind) == text)
            return kind;
    }
    return std::nullopt;
}

std::optional<TimerKind> nextToExpire(const TimerSet& timers)
{
    std::optional<TimerKind> next;
    for (const TimerKind kind : allTimers) {
        const auto& timer = timers[indexOf(kind)];
        if (timer && (!next || timer->deadline < timers[indexOf(*next)]->deadline))
            next = kind;
    }
    return next;
}

} // namespace finwait
