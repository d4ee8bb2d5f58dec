// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/step.h"

#include <algorithm>
#include <cassert>

namespace finwait {

Step::Step(Endpoint& endpoint, Time now, Effects& effects)
    : m_endpoint(endpoint)
    , m_config(endpoint.m_config)
    , m_profile(endpoint.m_profile)
    , m_tcb(endpoint.m_tcb)
    , m_clock(endpoint.m_clock)
    , m_now(now)
    , m_effects(effects)
{}

/// Takes the row for the trigger. Every trigger that the engine finds has a row in the state in which it finds it.
void Step::take(Trigger trigger)
{
    const std::optional<RowIndex> row = findRow(m_tcb.state, trigger);
    assert(row.has_value());
    m_effects.push_back(effect::Moved{*row});
    moveTo(transitionRow(*row));
}

void Step::moveTo(const TransitionRow& row)
{
    const State from = m_tcb.state;
    m_tcb.state = row.to;
    enter(row.to, from);
}

void Step::enter(State state, State from)
{
    switch (state) {
    case State::Closed: deleteTcb(); return;
    case State::Listen:
        if (from != State::Closed)
            returnToListen();
        return;
    case State::Established:
        stopTimer(TimerKind::Establishment);
        signal(Signal::Connected);
        armKeepAlive(m_profile.keepAliveIdle);
        return;
    case State::FinWait2:
        armKeepAlive(m_profile.keepAliveIdle); // nothing is outstanding any more: idle again
        if (m_tcb.applicationGone && m_profile.finWait2Timeout)
            startTimer(TimerKind::FinWait2, *m_profile.finWait2Timeout);
        return;
    case State::TimeWait:
        // "Start the time-wait timer, turn off the other timers"; the ACK that is due goes out at once.
        stopAllTimers();
        startTimer(TimerKind::TimeWait, 2 * m_profile.msl);
        // There is no buffer any more: what counts is what the peer was told.
        m_tcb.rcv.wnd = std::min(m_tcb.rcv.wnd, largestWindowField << m_tcb.rcv.scale);
        return;
    case State::FinWait1: stopTimer(TimerKind::Establishment); [[fallthrough]];
    case State::LastAck: return stopTimer(TimerKind::KeepAlive); // the FIN, sent or not, is unacknowledged: not idle
    case State::SynSent:
    case State::SynReceived:
    case State::Closing:
    case State::CloseWait: return;
    }
}

void Step::deleteTcb()
{
    stopAllTimers();
    m_tcb = Tcb{};
}

/// The connection that a listener had begun is over; the listener goes on, as after its OPEN. The application need not
/// know, so its RECEIVEs still wait.
void Step::returnToListen()
{
    const std::uint32_t pendingReceive = m_tcb.pendingReceive;
    deleteTcb();
    m_tcb.state = State::Listen;
    m_tcb.pendingReceive = pendingReceive;
}

void Step::signal(Signal signal, std::uint64_t octets)
{
    m_effects.push_back(effect::Signalled{signal, octets});
}

/// A connection that nobody had been told of ends quietly, unless a SEND was already queued for it.
void Step::signalLostSends()
{
    if (!m_tcb.unsent.empty())
        signal(Signal::ConnectionReset);
}

/// Back to LISTEN. A SEND that was queued for the connection is lost; a CLOSE that was queued closes the listener.
void Step::listenAgain(Trigger trigger)
{
    const bool isClosing = m_tcb.closeRequested;
    signalLostSends();
    take(trigger);
    if (isClosing)
        close(Close{});
}

/// What the application is told of SENDs and RECEIVEs that are not completed and never will be; nothing if there are
/// none.
void Step::endQueuedCalls(Signal signal)
{
    const auto isText = [](const Outstanding& outstanding) { return !outstanding.text.empty(); };
    if (!m_tcb.unsent.empty() || m_tcb.pendingReceive > 0 || std::ranges::any_of(m_tcb.outstanding, isText))
        this->signal(signal);
}

void Step::remark(Reason reason)
{
    if (reason != Reason::None)
        m_effects.push_back(effect::NotProcessed{reason});
}

void Step::refuse(Refusal refusal)
{
    m_effects.push_back(effect::Refused{refusal});
}

void Step::startTimer(TimerKind kind, Duration after)
{
    std::optional<RunningTimer>& timer = m_tcb.timers[indexOf(kind)];
    const RunningTimer next{m_now, m_now + m_clock.real(after)};
    if (timer == next)
        return;
    if (timer)
        m_effects.push_back(effect::TimerRestarted{kind, next.deadline});
    else
        m_effects.push_back(effect::TimerStarted{kind, next.deadline});
    timer = next;
}

void Step::stopTimer(TimerKind kind)
{
    if (!isRunning(kind))
        return;
    m_tcb.timers[indexOf(kind)].reset();
    m_effects.push_back(effect::TimerStopped{kind});
}

void Step::moveTimer(TimerKind kind, Time deadline)
{
    std::optional<RunningTimer>& timer = m_tcb.timers[indexOf(kind)];
    if (!timer || timer->deadline == deadline)
        return;
    timer->deadline = deadline;
    m_effects.push_back(effect::TimerRestarted{kind, deadline});
}

/// RFC 9293 section 3.5.1: "loss of memory". An endpoint without a connection has nothing to lose.
void Step::crash()
{
    if (m_tcb.state != State::Closed)
        take(Trigger::HostCrash);
}

void Step::stopAllTimers()
{
    for (const TimerKind kind : allTimers)
        stopTimer(kind);
}

} // namespace finwait
