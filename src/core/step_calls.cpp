// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/step.h"

#include <algorithm>

namespace finwait {

void Step::call(const Call& call)
{
    struct Visitor {
        Step& step;
        void operator()(const OpenActive&) const { step.openActive(); }
        void operator()(const OpenPassive&) const { step.openPassive(); }
        void operator()(const Send& send) const { step.send(send); }
        void operator()(const Receive& receive) const { step.receive(receive); }
        void operator()(const Close& close) const { step.close(close); }
        void operator()(const Abort&) const { step.abort(); }
        void operator()(const Status&) const { step.status(); }
    };
    std::visit(Visitor{*this}, call);
}

// 3.10.1. OPEN Call
void Step::openActive()
{
    if (m_tcb.state != State::Closed && m_tcb.state != State::Listen)
        return refuse(Refusal::ConnectionAlreadyExists);
    if (!m_config.remoteKnown)
        return refuse(Refusal::RemoteSocketUnspecified);
    beginIncarnation();
    take(Trigger::OpenActive);
    sendSyn();
}

void Step::openPassive()
{
    if (m_tcb.state != State::Closed)
        return refuse(Refusal::ConnectionAlreadyExists);
    take(Trigger::OpenPassive);
}

/// A new TCB, its ISS chosen; its text is a stream of its own. RECEIVEs queued in LISTEN wait for it (3.10.3).
void Step::beginIncarnation()
{
    const State state = m_tcb.state;
    const std::uint32_t pendingReceive = m_tcb.pendingReceive;
    m_tcb = Tcb{};
    m_tcb.state = state;
    m_tcb.pendingReceive = pendingReceive;
    m_tcb.snd.iss = chooseIss();
    m_tcb.snd.una = m_tcb.snd.iss;
    m_tcb.snd.nxt = m_tcb.snd.iss;
    m_tcb.unsent.stream = m_config.firstStream + 2 * m_endpoint.m_incarnation;
    ++m_endpoint.m_incarnation;
    m_tcb.rcv.wnd = std::min(m_endpoint.receiveBuffer(), largestWindowField);
}

void Step::sendSyn()
{
    m_tcb.outstanding.push_back(Outstanding{.seq = m_tcb.snd.iss, .text = {}, .syn = true, .sent = m_now});
    m_tcb.snd.nxt = m_tcb.snd.iss + 1;
    resend(m_tcb.outstanding.back(), SegmentRole::Regular);
    armRetransmission();
    armUserTimer();
    if (m_tcb.state == State::SynSent && m_profile.establishmentTimeout)
        startTimer(TimerKind::Establishment, *m_profile.establishmentTimeout);
}

// 3.10.2. SEND Call
void Step::send(const Send& call)
{
    if (m_tcb.state == State::Closed)
        return refuse(Refusal::ConnectionDoesNotExist);
    const bool accepts = m_tcb.state == State::Listen || queuesSend(m_tcb.state) || maySend(m_tcb.state);
    if (!accepts || m_tcb.closeRequested)
        return refuse(Refusal::ConnectionClosing);
    if (call.octets == 0)
        return refuse(Refusal::NothingToSend);
    if (m_tcb.state == State::Listen && !m_config.remoteKnown)
        return refuse(Refusal::RemoteSocketUnspecified);
    if (call.octets > m_endpoint.sendRoom())
        return refuse(Refusal::InsufficientResources);

    const bool opens = m_tcb.state == State::Listen;
    if (opens)
        beginIncarnation();
    m_tcb.unsent.length += call.octets;
    if (opens) {
        take(Trigger::Send);
        sendSyn();
    }
    if (call.urgent) // MUST-62: the octet after the urgent data
        m_tcb.snd.up = m_tcb.snd.nxt + m_tcb.unsent.length;
}

// 3.10.3. RECEIVE Call
void Step::receive(const Receive& call)
{
    switch (m_tcb.state) {
    case State::Closed: return refuse(Refusal::ConnectionDoesNotExist);
    case State::Listen:
    case State::SynSent:
    case State::SynReceived:
    case State::Established:
    case State::FinWait1:
    case State::FinWait2: break;
    case State::CloseWait:
        if (m_tcb.received.unread() == 0)
            return refuse(Refusal::ConnectionClosing);
        break;
    case State::Closing:
    case State::LastAck:
    case State::TimeWait: return refuse(Refusal::ConnectionClosing);
    }
    if (m_tcb.applicationGone)
        return refuse(Refusal::ConnectionClosing);
    if (call.octets > m_endpoint.receiveBuffer() - m_tcb.pendingReceive)
        return refuse(Refusal::InsufficientResources);
    m_tcb.pendingReceive += call.octets;
    const bool isServed = m_tcb.received.unread() > 0;
    deliverToApplication();
    if (m_tcb.state == State::CloseWait)
        m_tcb.pendingReceive = 0;        // what was on hand satisfied it; nothing more will come
    if (isServed && windowUpdateIsDue()) // one that waits makes no room
        m_tcb.ackNow = true;
}

/// Hands over what is in order, as far as the application asked for it.
void Step::deliverToApplication()
{
    const bool discards = m_tcb.applicationGone;
    const std::uint32_t wanted = m_config.reading || discards ? m_tcb.received.unread() : m_tcb.pendingReceive;
    const std::uint32_t octets = m_tcb.received.read(wanted);
    m_tcb.pendingReceive -= std::min(m_tcb.pendingReceive, octets);
    if (octets > 0 && !discards)
        signal(Signal::DataDelivered, octets);
    if (m_tcb.rcv.up && atOrBefore(*m_tcb.rcv.up, m_tcb.readUpTo()))
        m_tcb.rcv.up.reset(); // all that is urgent has been read (MUST-33)
}

/// Nobody will read any more: what waits goes, and what comes, so that the peer can get to its FIN.
void Step::discardUnread()
{
    m_tcb.applicationGone = true;
    deliverToApplication();
}

bool Step::wouldLoseUnreadData() const
{
    // What came with the SYN is queued and in nobody's hands yet.
    const std::uint32_t queued = m_tcb.state == State::SynReceived ? m_tcb.received.heldOctets() : 0;
    return m_profile.resetOnUnreadClose && m_tcb.received.unread() + queued > 0;
}

// 3.10.4. CLOSE Call
void Step::close(const Close& call)
{
    switch (m_tcb.state) {
    case State::Closed: return refuse(Refusal::ConnectionDoesNotExist);
    case State::Listen:
    case State::SynSent:
        endQueuedCalls(Signal::QueuedCallsClosed);
        take(Trigger::Close);
        return;
    case State::SynReceived:
    case State::Established:
    case State::CloseWait:
        if (m_tcb.closeRequested)
            return stopReading(call);
        break;
    case State::FinWait1:
    case State::FinWait2: return stopReading(call);
    case State::Closing:
    case State::LastAck:
    case State::TimeWait: return refuse(Refusal::ConnectionClosing);
    }
    if (!call.stillReading) {
        if (wouldLoseUnreadData())
            return stopReading(call);
        discardUnread();
    }
    m_tcb.closeRequested = true;
    // ESTABLISHED enters FIN_WAIT_1 in any case. SYN_RECEIVED does so only if nothing was SENT; CLOSE_WAIT enters
    // LAST_ACK as the FIN goes out, after all the data: transmit() does it.
    if (m_tcb.state == State::Established || (m_tcb.state == State::SynReceived && m_tcb.unsent.empty()))
        take(Trigger::Close);
}

/// The direction to the peer is closed already, or is not worth closing: the application that was still reading is gone
/// now (RFC 9293 section 3.6.1).
void Step::stopReading(const Close& call)
{
    if (call.stillReading || m_tcb.applicationGone)
        return refuse(Refusal::ConnectionClosing);
    if (wouldLoseUnreadData() && findRow(m_tcb.state, Trigger::CloseWithUnreadData)) {
        sendReset(m_profile.ackWithReset);
        take(Trigger::CloseWithUnreadData);
        return;
    }
    discardUnread();
    if (windowUpdateIsDue())
        m_tcb.ackNow = true;
    if (m_tcb.state == State::FinWait2 && m_profile.finWait2Timeout)
        startTimer(TimerKind::FinWait2, *m_profile.finWait2Timeout);
}

// 3.10.5. ABORT Call
void Step::abort()
{
    if (m_tcb.state == State::Closed)
        return refuse(Refusal::ConnectionDoesNotExist);
    const RowIndex row = *findRow(m_tcb.state, Trigger::Abort);
    if (transitionRow(row).reply == Reply::Rst)
        sendReset(m_profile.ackWithReset);
    if (m_tcb.state != State::Closing && m_tcb.state != State::LastAck && m_tcb.state != State::TimeWait)
        endQueuedCalls(Signal::ConnectionReset);
    take(Trigger::Abort);
}

// 3.10.6. STATUS Call
void Step::status()
{
    if (m_tcb.state == State::Closed)
        refuse(Refusal::ConnectionDoesNotExist);
}

} // namespace finwait
