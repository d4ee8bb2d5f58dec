// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/step.h"

#include <algorithm>
#include <cassert>

namespace finwait {

namespace {

constexpr std::uint32_t adviceThreshold = 3; // R1, in retransmissions: SHLD-10

} // namespace

// 3.10.8. Timeouts
void Step::expire(TimerKind kind)
{
    assert(isRunning(kind));
    m_tcb.timers[indexOf(kind)].reset(); // its firing is recorded by who saw it
    switch (kind) {
    case TimerKind::Retransmission: return retransmit();
    case TimerKind::TimeWait: signal(Signal::ConnectionClosed); return take(Trigger::Timeout2Msl);
    case TimerKind::DelayedAck: return endDelay();
    case TimerKind::Persist: return probeWindow();
    case TimerKind::KeepAlive: return keepAlive();
    case TimerKind::FinWait2: signal(Signal::FinWait2TimedOut); return take(Trigger::FinWait2Timeout);
    case TimerKind::Establishment: return endUnanswered(Trigger::EstablishmentTimeout);
    case TimerKind::User: signal(Signal::UserTimedOut); return take(Trigger::UserTimeout);
    }
}

/// RFC 6298 rules 5.4 to 5.7: the earliest outstanding segment again, with twice the time-out.
void Step::retransmit()
{
    assert(!m_tcb.outstanding.empty());
    if (m_tcb.retries >= retryLimit())
        return giveUp();
    ++m_tcb.retries;
    Outstanding& front = m_tcb.outstanding.front();
    m_tcb.handshakeRetransmitted = m_tcb.handshakeRetransmitted || front.syn;
    front.retransmitted = true;
    if (m_tcb.retries == adviceThreshold)
        signal(Signal::DeliveryProblem);
    resend(front, SegmentRole::Retransmission);
    if (!isLinear())
        m_tcb.rto.backOff();
    startTimer(TimerKind::Retransmission, m_tcb.rto.rto(m_profile));
}

/// The first SYNs of some stacks go out at even intervals.
bool Step::isLinear() const
{
    return m_tcb.state == State::SynSent && m_tcb.retries <= m_profile.synLinearTimeouts;
}

/// R2 of RFC 9293 section 3.8.3, which is longer for a SYN (MUST-23), in FIN_WAIT_1 too if that was reached from
/// SYN_RECEIVED. After an active OPEN it is our SYN that is not acknowledged, even if the peer's has come.
std::uint32_t Step::retryLimit() const
{
    if (m_tcb.outstanding.empty() || !m_tcb.outstanding.front().syn)
        return m_tcb.applicationGone ? m_profile.orphanRetries.value_or(m_profile.dataRetries) : m_profile.dataRetries;
    if (m_tcb.state == State::SynSent)
        return m_profile.synRetries + m_profile.synLinearTimeouts;
    return m_tcb.origin == Origin::Active ? m_profile.synRetries : m_profile.synAckRetries;
}

void Step::giveUp()
{
    const bool listenerStays =
        m_tcb.state == State::SynReceived && m_tcb.origin == Origin::Passive && m_profile.listenerSurvives;
    if (listenerStays)
        return listenAgain(Trigger::RetriesExhaustedPassive);
    if (m_tcb.former && findRow(m_tcb.state, Trigger::RetriesExhaustedReopened))
        return returnToTimeWait(Trigger::RetriesExhaustedReopened);
    endUnanswered(Trigger::RetriesExhausted);
}

/// There may be no way to the peer, but a peer that a RST reaches need not go on waiting.
void Step::endUnanswered(Trigger trigger)
{
    if (m_profile.resetOnGivingUp && m_tcb.state != State::SynSent)
        sendReset(m_profile.ackWithReset);
    signal(Signal::RetransmissionLimit);
    take(trigger);
}

/// RFC 9293 section 3.8.6.1: one octet into the closed window (or the FIN, if nothing comes before it); the interval
/// doubles each time. Section 3.8.6.2.1: what the silly-window rule held back goes out.
void Step::probeWindow()
{
    if (!m_tcb.outstanding.empty() && m_tcb.windowProbes == 0)
        return;
    if (m_tcb.outstanding.empty() && usableWindow() > 0) {
        const std::uint32_t octets = std::min({m_tcb.unsent.length, usableWindow(), segmentRoom()});
        return sendPortion(Portion{octets, false}, SegmentRole::Regular);
    }
    if (m_tcb.retries >= retryLimit())
        return giveUp();
    ++m_tcb.retries; // until the probe is answered
    ++m_tcb.windowProbes;
    if (m_tcb.outstanding.empty() && m_profile.emptyWindowProbes) {
        emit(frame(m_tcb.snd.una - 1, true), SegmentRole::WindowProbe);
        if (!isRunning(TimerKind::User))
            armUserTimer();
        return startTimer(TimerKind::Persist, probeInterval());
    }
    if (m_tcb.outstanding.empty()) {
        const bool octet = !m_tcb.unsent.empty();
        return sendPortion(Portion{octet ? 1U : 0U, !octet}, SegmentRole::WindowProbe);
    }
    Outstanding& probe = m_tcb.outstanding.front();
    probe.retransmitted = true;
    resend(probe, SegmentRole::WindowProbe);
    armRetransmission();
}

/// The application did not answer what came: from now on nothing waits for its answers.
void Step::endDelay()
{
    m_tcb.ackNow = true;
    m_tcb.isInteractive = false;
}

/// RFC 9293 section 3.8.4: <SEQ=SND.NXT-1> draws an ACK from a peer that is alive, and a RST from one that has
/// forgotten.
void Step::keepAlive()
{
    if (!m_tcb.outstanding.empty()) // MUST-26: only when no sent data is outstanding
        return armKeepAlive(m_profile.keepAliveInterval);
    if (m_tcb.keepAliveProbes >= m_profile.keepAliveProbes) {
        if (m_profile.resetOnKeepAliveFailure)
            sendReset(m_profile.ackWithReset);
        signal(Signal::KeepAliveFailed);
        return take(Trigger::KeepAliveExhausted);
    }
    ++m_tcb.keepAliveProbes;
    emit(frame(m_tcb.snd.nxt - 1, true), SegmentRole::KeepAlive);
    armKeepAlive(m_profile.keepAliveInterval);
}

void Step::armKeepAlive(Duration after)
{
    if (m_config.keepAlive && findRow(m_tcb.state, Trigger::KeepAliveExhausted))
        startTimer(TimerKind::KeepAlive, after);
    else
        stopTimer(TimerKind::KeepAlive);
}

/// RFC 6298 rules 5.1 to 5.3; a window probe waits on the persist timer instead, longer each time (SHLD-30).
void Step::armRetransmission()
{
    if (m_tcb.outstanding.empty()) {
        stopTimer(TimerKind::Retransmission);
        return;
    }
    if (m_tcb.windowProbes == 0) {
        startTimer(TimerKind::Retransmission, m_tcb.rto.rto(m_profile));
        return;
    }
    stopTimer(TimerKind::Retransmission);
    startTimer(TimerKind::Persist, probeInterval());
}

Duration Step::probeInterval() const
{
    Duration interval = m_tcb.rto.rto(m_profile);
    for (std::uint32_t i = 0; i < m_tcb.windowProbes && interval < m_profile.maxRto; ++i)
        interval *= 2;
    return std::max(std::min(interval, m_profile.maxRto), m_profile.minPersist);
}

/// RFC 9293 section 3.9.1.1: it runs while something sent is not acknowledged, and begins anew with each progress. A
/// closed window that is kept closed by a live peer is no reason (MUST-37).
void Step::armUserTimer()
{
    const bool waits = !m_tcb.outstanding.empty() || (m_profile.emptyWindowProbes && m_tcb.windowProbes > 0);
    if (!m_profile.userTimeout || !waits) {
        stopTimer(TimerKind::User);
        return;
    }
    startTimer(TimerKind::User, *m_profile.userTimeout);
}

} // namespace finwait
