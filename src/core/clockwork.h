// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Timing faults: how the clockwork of one endpoint differs from its profile's.
#pragma once

#include "core/stack_profile.h"
#include "core/virtual_time.h"

#include <cstdint>
#include <optional>

namespace finwait {

/// What is not set is as the profile says.
struct Clockwork {
    std::optional<Duration> initialRto = {};
    std::optional<Duration> minRto = {};
    std::optional<Duration> maxRto = {};
    std::optional<std::uint32_t> synRetries = {};
    std::optional<std::uint32_t> synAckRetries = {};
    std::optional<std::uint32_t> dataRetries = {};
    std::optional<Duration> establishmentTimeout = {};
    std::optional<Duration> msl = {};
    std::optional<Duration> delayedAck = {};
    std::optional<Duration> userTimeout = {};
    std::optional<Duration> finWait2Timeout = {};
    std::optional<Duration> keepAliveIdle = {};
    std::optional<Duration> keepAliveInterval = {};
    std::optional<std::uint32_t> keepAliveProbes = {};
    /// How fast its clock runs, in thousandths of the right speed; 1 to fastestClock.
    std::uint32_t clockPermille = 1000;

    friend bool operator==(const Clockwork&, const Clockwork&) = default;
};

inline constexpr std::uint32_t rightClock = 1000;
inline constexpr std::uint32_t fastestClock = 100'000;

/// What a clock that is not right shows. It never jumps, however often its speed changes.
class LocalClock
{
public:
    [[nodiscard]] Time at(Time real) const { return m_localFrom + shown(real - m_realFrom); }
    /// How long it seems to take; centuries, too, which a capture may claim to last.
    [[nodiscard]] Duration shown(Duration real) const
    {
        return real / rightClock * m_permille + real % rightClock * m_permille / rightClock;
    }
    /// How long it takes in truth until it shows so much more; at least one microsecond if anything.
    [[nodiscard]] Duration real(Duration shown) const { return (shown * rightClock + roundingUp()) / m_permille; }
    [[nodiscard]] std::uint32_t permille() const { return m_permille; }
    /// From `now` on.
    void setPermille(std::uint32_t permille, Time now);

    friend bool operator==(const LocalClock&, const LocalClock&) = default;

private:
    [[nodiscard]] Duration roundingUp() const { return Duration{m_permille - 1}; }

    Time m_realFrom{};
    Time m_localFrom{};
    std::uint32_t m_permille = rightClock;
};

/// The profile with these values in place of its own; the speed of the clock is not a part of it.
[[nodiscard]] StackProfile withClockwork(StackProfile profile, const Clockwork& clockwork);

} // namespace finwait
