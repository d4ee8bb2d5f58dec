// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/endpoint.h"

#include "core/profile_sources.h"
#include "core/step.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace finwait {

Endpoint::Endpoint(const EndpointConfig& config) : m_config(config) {}

Endpoint::Endpoint(const EndpointConfig& config, Tcb tcb) : m_config(config), m_tcb(std::move(tcb)), m_incarnation(1) {}

Effects Endpoint::step(const Input& input, Time now)
{
    Effects effects;
    process(input, now, effects);
    transmit(now, effects);
    return effects;
}

void Endpoint::process(const Input& input, Time now, Effects& effects)
{
    struct Visitor {
        Step step;
        void operator()(const Call& call) { step.call(call); }
        void operator()(const SegmentArrives& arrival) { step.arrive(arrival.segment); }
        void operator()(const TimerExpires& timer) { step.expire(timer.kind); }
        void operator()(const TimerIsStopped& timer) { step.stopTimer(timer.kind); }
        void operator()(const TimerIsMoved& timer) { step.moveTimer(timer.kind, timer.deadline); }
        void operator()(const HostCrashes& /*crash*/) { step.crash(); }
    };
    std::visit(Visitor{Step(*this, now, effects)}, input);
}

void Endpoint::configure(const EndpointConfig& config)
{
    const bool isStated = config.receiveBuffer && config.receiveBuffer != m_config.receiveBuffer;
    m_profile = withClockwork(config.profile, clockworkOf(*this));
    m_config = config;
    if (isStated)
        m_tcb.rcv.wnd = receiveBuffer() - std::min(receiveBuffer(), m_tcb.received.unread());
}

void Endpoint::setClockwork(const Clockwork& clockwork, Time now)
{
    m_profile = withClockwork(m_config.profile, clockwork);
    m_clock.setPermille(clockwork.clockPermille, now);
}

void Endpoint::transmit(Time now, Effects& effects)
{
    Step(*this, now, effects).transmit();
}

std::uint32_t Endpoint::sendRoom() const
{
    std::uint32_t buffered = m_tcb.unsent.length;
    for (const Outstanding& outstanding : m_tcb.outstanding)
        buffered += outstanding.text.length;
    return m_profile.sendBuffer - std::min(buffered, m_profile.sendBuffer);
}

std::optional<Time> Endpoint::nextDeadline() const
{
    const std::optional<TimerKind> next = nextToExpire(m_tcb.timers);
    if (!next)
        return std::nullopt;
    return m_tcb.timer(*next)->deadline;
}

// What tells two endpoints of one search apart in practice; equality looks at everything.
std::size_t Endpoint::hash() const
{
    std::size_t seed = 0;
    const auto mix = [&seed](std::uint64_t value) {
        seed ^= std::hash<std::uint64_t>{}(value) + 0x9E3779B97F4A7C15ULL + (seed << 6U) + (seed >> 2U);
    };
    mix(static_cast<std::uint64_t>(m_tcb.state));
    mix(static_cast<std::uint64_t>(m_tcb.origin));
    mix((std::uint64_t{m_tcb.snd.una.value} << 32U) | m_tcb.snd.nxt.value);
    mix((std::uint64_t{m_tcb.rcv.nxt.value} << 32U) | m_tcb.rcv.wnd);
    mix((std::uint64_t{m_tcb.snd.wnd} << 32U) | m_tcb.unsent.length);
    mix(m_tcb.received.delivered());
    mix((m_tcb.closeRequested ? 1U : 0U) | (m_tcb.finSent ? 2U : 0U) | (m_tcb.rcv.finSeen ? 4U : 0U)
        | (m_tcb.applicationGone ? 8U : 0U));
    mix((std::uint64_t{m_tcb.retries} << 32U) | m_incarnation);
    for (const auto& timer : m_tcb.timers)
        mix(timer ? static_cast<std::uint64_t>(timer->deadline.count()) + 1 : 0);
    return seed;
}

} // namespace finwait
