// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/clockwork.h"

namespace finwait {

namespace {

template <typename Value, typename Field>
void replace(Field& field, const std::optional<Value>& value)
{
    if (value)
        field = *value;
}

} // namespace

void LocalClock::setPermille(std::uint32_t permille, Time now)
{
    m_localFrom = at(now);
    m_realFrom = now;
    m_permille = permille;
}

StackProfile withClockwork(StackProfile profile, const Clockwork& clockwork)
{
    replace(profile.initialRto, clockwork.initialRto);
    replace(profile.minRto, clockwork.minRto);
    replace(profile.maxRto, clockwork.maxRto);
    replace(profile.synRetries, clockwork.synRetries);
    if (clockwork.synRetries) // they are all of them, as for data
        profile.synLinearTimeouts = 0;
    replace(profile.synAckRetries, clockwork.synAckRetries);
    replace(profile.dataRetries, clockwork.dataRetries);
    if (clockwork.dataRetries)
        profile.orphanRetries.reset();
    replace(profile.establishmentTimeout, clockwork.establishmentTimeout);
    replace(profile.msl, clockwork.msl);
    replace(profile.delayedAck, clockwork.delayedAck);
    replace(profile.userTimeout, clockwork.userTimeout);
    replace(profile.finWait2Timeout, clockwork.finWait2Timeout);
    replace(profile.keepAliveIdle, clockwork.keepAliveIdle);
    replace(profile.keepAliveInterval, clockwork.keepAliveInterval);
    replace(profile.keepAliveProbes, clockwork.keepAliveProbes);
    return profile;
}

} // namespace finwait
