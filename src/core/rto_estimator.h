// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The retransmission time-out after RFC 6298: SRTT, RTTVAR, back-off. Karn's rule is the caller's: it gives no sample
// of a segment that was sent twice (section 3).
#pragma once

#include "core/stack_profile.h"
#include "core/virtual_time.h"

#include <cstdint>
#include <optional>

namespace finwait {

class RtoEstimator
{
public:
    /// A new measurement; ends any back-off, and the three seconds of rule 5.7 (rules 2.2, 2.3).
    void sample(Duration roundTrip, const StackProfile& profile);
    /// The timer expired: the next RTO is twice as long (rule 5.5).
    void backOff();
    /// As if the timer had not expired since the last measurement.
    void forgetBackOff() { m_backOffs = 0; }
    /// The SYN's timer had expired before the handshake was over: data begins with three seconds at least (rule 5.7).
    void handshakeWasRetransmitted();
    /// The current RTO with floor, ceiling and back-off.
    [[nodiscard]] Duration rto(const StackProfile& profile) const;
    [[nodiscard]] std::optional<Duration> smoothed() const { return m_srtt; }
    [[nodiscard]] Duration variation() const { return m_rttvar; }

    friend bool operator==(const RtoEstimator&, const RtoEstimator&) = default;

private:
    std::optional<Duration> m_srtt;
    Duration m_rttvar{};
    std::optional<Duration> m_initial; // rule 5.7: at least this until the next measurement
    std::uint32_t m_backOffs = 0;
};

} // namespace finwait
