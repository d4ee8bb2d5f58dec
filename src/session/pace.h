// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// How fast virtual time goes by while playing, and which stretches of it nobody wants to sit through.
#pragma once

#include "core/virtual_time.h"

#include <optional>

namespace finwait {

class Pace
{
public:
    static constexpr double slowest = 0.01; ///< of real time
    static constexpr double fastest = 100.0;

    // All in real time.
    /// A stretch without an event is idle if it lasts longer.
    static constexpr Duration longestWait = 2s;
    /// What happened before an idle stretch stays on the screen for so long.
    static constexpr Duration settling = 600ms;
    /// What comes after it is announced by so much.
    static constexpr Duration leadIn = 400ms;
    static_assert(settling + leadIn < longestWait);

    [[nodiscard]] double speed() const { return m_speed; }
    /// Held between slowest and fastest.
    void setSpeed(double speed);

    /// The virtual time that goes by in `real` time. What is less than a microsecond is kept for the next call.
    Duration elapse(Duration real);
    /// Forgets what elapse() has kept.
    void restart() { m_kept = 0; }

    /// A part of an idle stretch to be left out: from the one moment to the other.
    struct Gap {
        Time from{};
        Time to{};
    };
    /// For a playhead at `now`, after an event at `last` and before one at `next`.
    [[nodiscard]] std::optional<Gap> gapBetween(Time last, Time now, Time next) const;
    /// Just before an event at `next`.
    [[nodiscard]] Time justBefore(Time next) const { return next - inVirtualTime(leadIn); }

private:
    [[nodiscard]] Duration inVirtualTime(Duration real) const;

    double m_speed = 1.0;
    double m_kept = 0.0; // microseconds
};

} // namespace finwait
