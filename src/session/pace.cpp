// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "session/pace.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace finwait {

void Pace::setSpeed(double speed)
{
    assert(!std::isnan(speed));
    m_speed = std::clamp(speed, slowest, fastest);
}

Duration Pace::elapse(Duration real)
{
    const double exact = static_cast<double>(real.count()) * m_speed + m_kept;
    const double whole = std::floor(exact);
    m_kept = exact - whole;
    return Duration{static_cast<Duration::rep>(whole)};
}

std::optional<Pace::Gap> Pace::gapBetween(Time last, Time now, Time next) const
{
    if (next - last <= inVirtualTime(longestWait))
        return std::nullopt;
    const Gap gap{std::max(now, last + inVirtualTime(settling)), justBefore(next)};
    if (gap.from >= gap.to)
        return std::nullopt;
    return gap;
}

Duration Pace::inVirtualTime(Duration real) const
{
    return Duration{std::llround(static_cast<double>(real.count()) * m_speed)};
}

} // namespace finwait
