// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/rto_estimator.h"

#include <algorithm>

namespace finwait {

void RtoEstimator::sample(Duration roundTrip, const StackProfile& profile)
{
    roundTrip = std::max(roundTrip, profile.clockGranularity);
    if (!m_srtt) { // rule 2.2
        m_srtt = roundTrip;
        m_rttvar = roundTrip / 2;
    } else { // rule 2.3, with alpha = 1/8 and beta = 1/4
        const Duration error = *m_srtt > roundTrip ? *m_srtt - roundTrip : roundTrip - *m_srtt;
        m_rttvar = (3 * m_rttvar + error) / 4;
        m_srtt = (7 * *m_srtt + roundTrip) / 8;
    }
    m_backOffs = 0;
    m_initial.reset();
}

void RtoEstimator::backOff()
{
    constexpr std::uint32_t enough = 32; // doublings: any RTO is at its ceiling by then
    m_backOffs = std::min(m_backOffs + 1, enough);
}

void RtoEstimator::handshakeWasRetransmitted()
{
    m_initial = 3s;
    m_backOffs = 0;
}

Duration RtoEstimator::rto(const StackProfile& profile) const
{
    Duration rto = m_initial.value_or(profile.initialRto);
    if (m_srtt) {
        const Duration leastVariation = profile.minRtoIsVariation ? profile.minRto : profile.clockGranularity;
        const Duration measured = *m_srtt + std::max(leastVariation, 4 * m_rttvar);
        rto = m_initial ? std::max(*m_initial, measured) : measured;
    }
    rto = std::max(rto, profile.minRto);
    for (std::uint32_t i = 0; i < m_backOffs && rto < profile.maxRto; ++i)
        rto *= 2;
    if (m_srtt || m_backOffs > 0)
        rto += profile.rtoSlop;
    return std::min(rto, profile.maxRto);
}

} // namespace finwait
