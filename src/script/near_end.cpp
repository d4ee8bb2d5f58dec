// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/near_end.h"

#include <utility>

namespace finwait {

namespace {

SimulatorConfig configFor(const StackProfile& profile, Side side)
{
    SimulatorConfig config;
    config.endpoints[side].profile = profile;
    config.endpoints[side].reading = false; // scripts read by themselves
    config.endpoints[side].fixedIss = Seq{0};
    config.network.delay = {Duration{}, Duration{}};
    config.foreign = other(side);
    return config;
}

} // namespace

NearEnd::NearEnd(const StackProfile& profile, Side side) : m_side(side), m_simulator(configFor(profile, side))
{
    m_trace.foreign = other(side);
}

void NearEnd::expire()
{
    m_simulator.step(&m_trace);
    settle();
}

void NearEnd::waitUntil(Time time)
{
    m_simulator.advanceTo(time);
}

void NearEnd::apply(const Command& command)
{
    m_done.push_back({static_cast<StepIndex>(m_trace.steps().size()), now(), command});
    m_simulator.apply(command, &m_trace);
    settle();
}

/// What sets out arrives at the same moment.
void NearEnd::settle()
{
    while (m_simulator.network().next() != nullptr)
        m_simulator.step(&m_trace);
}

} // namespace finwait
