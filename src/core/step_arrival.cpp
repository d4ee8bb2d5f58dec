// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/step.h"

#include <algorithm>
#include <cassert>

namespace finwait {

// 3.10.7. SEGMENT ARRIVES
void Step::arrive(const Segment& segment)
{
    const Verdict verdict = classify(m_tcb, m_profile, segment, m_clock.at(m_now));
    remark(verdict.reason);
    if (isSynchronized(m_tcb.state) && (verdict.process || verdict.answer != Answer::None))
        noteActivity();
    answer(verdict.answer, segment);
    if (verdict.whole)
        return applyWhole(verdict, segment);
    if (verdict.reason == Reason::FinRepeated && m_tcb.state == State::TimeWait)
        startTimer(TimerKind::TimeWait, 2 * m_profile.msl);
    if (!verdict.process)
        return;
    if (verdict.onAck == Trigger::RcvSynAck) {
        completeHandshake(segment);
    } else {
        recordTimestamp(segment);
        processAck(segment, verdict);
    }
    if (m_tcb.state == State::Closed)
        return;
    processUrgent(segment);
    processText(segment, verdict);
}

/// A RST or a SYN decides everything.
void Step::applyWhole(const Verdict& verdict, const Segment& segment)
{
    switch (*verdict.whole) {
    case Trigger::RcvSyn: return acceptSyn(segment, verdict.takeText);
    case Trigger::RcvNewSyn: return reopen(segment, verdict.takeText);
    case Trigger::RcvRstReopened: return returnToTimeWait(*verdict.whole);
    case Trigger::RcvRstPassive:
    case Trigger::RcvSynPassive: return listenAgain(*verdict.whole); // "The user need not be informed."
    case Trigger::RcvRst:
    case Trigger::RcvSynInWindow:
    case Trigger::RcvDataAfterClose: return reset(*verdict.whole);
    case Trigger::OpenActive:
    case Trigger::OpenPassive:
    case Trigger::Send:
    case Trigger::Close:
    case Trigger::CloseWithUnreadData:
    case Trigger::Abort:
    case Trigger::RcvSynAck:
    case Trigger::RcvAckOfSyn:
    case Trigger::RcvFin:
    case Trigger::RcvFinAckOfFin:
    case Trigger::RcvAckOfFin:
    case Trigger::RetriesExhausted:
    case Trigger::RetriesExhaustedPassive:
    case Trigger::RetriesExhaustedReopened:
    case Trigger::EstablishmentTimeout:
    case Trigger::UserTimeout:
    case Trigger::KeepAliveExhausted:
    case Trigger::FinWait2Timeout:
    case Trigger::Timeout2Msl:
    case Trigger::HostCrash: break;
    }
    assert(false && "not a trigger that takes a whole segment");
}

/// The connection is gone. The application hears how it ended (MUST-12).
void Step::reset(Trigger trigger)
{
    if (m_tcb.state == State::SynReceived && trigger == Trigger::RcvRst)
        signal(Signal::ConnectionRefused);
    else if (m_tcb.state == State::TimeWait)
        signal(Signal::ConnectionClosed); // both directions had ended well
    else
        signal(Signal::ConnectionReset);
    take(trigger);
}

/// A SYN alone: in LISTEN (3.10.7.2, third) or in SYN_SENT, where both sides opened at once (3.10.7.3, fourth).
void Step::acceptSyn(const Segment& segment, bool takesText)
{
    const bool passive = m_tcb.state == State::Listen;
    if (passive)
        beginIncarnation();
    learnFromSyn(segment);
    if (takesText)
        keepText(segment);
    m_tcb.origin = passive ? Origin::Passive : Origin::Active;
    take(Trigger::RcvSyn);
    if (passive)
        return sendSyn();
    m_tcb.outstanding.front().retransmitted = true; // <SEQ=ISS> for the second time: no sample for Karn
    resend(m_tcb.outstanding.front(), SegmentRole::Regular);
    armRetransmission();
}

/// TIME_WAIT is left for a new incarnation (RFC 9293 section 3.6.1, MAY-2). Its ISS lies beyond what the old one used.
void Step::reopen(const Segment& segment, bool takesText)
{
    constexpr std::uint32_t wellBeyond = 0x10000; // more than any unscaled window
    const Former former{m_tcb.snd, m_tcb.rcv, m_tcb.ts};
    stopAllTimers();
    beginIncarnation();
    if (!m_config.fixedIss && !before(former.snd.nxt, m_tcb.snd.iss)) {
        m_tcb.snd.iss = former.snd.nxt + wellBeyond;
        m_tcb.snd.una = m_tcb.snd.iss;
    }
    learnFromSyn(segment);
    if (takesText)
        keepText(segment);
    m_tcb.origin = Origin::Reopened;
    m_tcb.former = former;
    take(Trigger::RcvNewSyn);
    sendSyn();
}

/// The SYN turned out to be an old duplicate, or nobody ever owned up to it: MAY-2's second condition.
void Step::returnToTimeWait(Trigger trigger)
{
    const Former former = *m_tcb.former;
    signalLostSends();
    take(trigger);
    m_tcb.former.reset();
    m_tcb.outstanding.clear();
    m_tcb.received = {};
    m_tcb.unsent = {};
    m_tcb.retries = 0;
    m_tcb.snd = former.snd;
    m_tcb.rcv = former.rcv;
    m_tcb.ts = former.ts;
    m_tcb.closeRequested = true;
    m_tcb.finSent = true;
}

void Step::learnFromSyn(const Segment& segment)
{
    m_tcb.rcv.irs = segment.seq;
    m_tcb.rcv.nxt = segment.seq + 1;
    negotiate(segment.options);
    m_tcb.snd.wnd = segment.window; // the window of a SYN is never scaled (RFC 7323 section 2.2)
    m_tcb.snd.maxWnd = m_tcb.snd.wnd;
    m_tcb.snd.wl1 = segment.seq;
    m_tcb.snd.wl2 = segment.flags.ack ? segment.ack : m_tcb.snd.iss;
}

/// "Any other control or text should be queued for processing later."
void Step::keepText(const Segment& segment)
{
    m_tcb.received.keep(m_tcb.rcv.nxt, m_tcb.rcv.nxt + m_tcb.rcv.wnd, segment.textSeq(), segment.text,
                        segment.flags.fin);
}

void Step::negotiate(const Options& options)
{
    constexpr std::uint16_t defaultMss = 536; // RFC 9293 section 3.7.1, MUST-15
    m_tcb.snd.mss = std::min(options.mss.value_or(defaultMss), m_profile.mss);
    m_tcb.windowScaleAgreed = options.windowScale && m_profile.windowScale;
    m_tcb.snd.scale = m_tcb.windowScaleAgreed ? std::min(*options.windowScale, largestShift) : std::uint8_t{0};
    m_tcb.rcv.scale = m_tcb.windowScaleAgreed ? *windowScale() : std::uint8_t{0};
    m_tcb.sackPermitted = options.sackPermitted && m_profile.sackPermitted;
    m_tcb.ts = {};
    m_tcb.ts.inUse = options.timestamps && m_profile.timestamps;
    if (m_tcb.ts.inUse) {
        m_tcb.ts.recent = options.timestamps->value;
        m_tcb.ts.recentAt = m_clock.at(m_now);
    }
}

/// 3.10.7.3, fourth: the SYN,ACK that SYN_SENT waits for.
void Step::completeHandshake(const Segment& segment)
{
    learnFromSyn(segment);
    advanceUna(segment.ack, segment);
    take(Trigger::RcvSynAck);
    m_tcb.ackNow = true;
}

void Step::answer(Answer answer, const Segment& segment)
{
    switch (answer) {
    case Answer::None: return;
    case Answer::Ack:
        if (finGoesWithAcks())
            return sendAck(SegmentRole::Regular); // not an ordinary one
        m_tcb.ackNow = true;
        return;
    case Answer::ChallengeAck: return sendLimitedAck(SegmentRole::ChallengeAck);
    case Answer::LimitedAck: return sendLimitedAck(SegmentRole::Regular);
    case Answer::SynAck: return repeatSynAck();
    case Answer::Reset: return resetInReply(segment);
    case Answer::OwnReset: return sendReset(true);
    }
}

/// The peer's SYN came again. That costs none of the SYN,ACK's own retries.
void Step::repeatSynAck()
{
    Outstanding& synAck = m_tcb.outstanding.front();
    synAck.retransmitted = true;
    if (m_profile.repeatedSyn == RepeatedSyn::AnsweredFromStart) {
        m_tcb.retries = 0;
        m_tcb.rto.forgetBackOff();
    }
    resend(synAck, SegmentRole::Retransmission);
    armRetransmission();
}

/// RFC 7323 section 4.3.
void Step::recordTimestamp(const Segment& segment)
{
    if (!m_tcb.ts.inUse || !segment.options.timestamps || before(m_tcb.ts.lastAckSent, segment.seq))
        return;
    m_tcb.ts.recent = segment.options.timestamps->value;
    m_tcb.ts.recentAt = m_clock.at(m_now);
}

// 3.10.7.4, fifth: the ACK field.
void Step::processAck(const Segment& segment, const Verdict& verdict)
{
    if (m_tcb.state == State::TimeWait || !segment.flags.ack)
        return;
    const bool isCurrent = atOrBefore(m_tcb.snd.una, segment.ack);
    if (before(m_tcb.snd.una, segment.ack))
        advanceUna(segment.ack, segment);
    if (verdict.onAck == Trigger::RcvAckOfSyn)
        m_tcb.snd.wl1 = segment.seq - 1; // whatever it offers is taken
    if (isCurrent) {
        updateSendWindow(segment);
        if (m_tcb.snd.wnd == 0)
            allowClosedWindow();
    }
    if (!verdict.onAck)
        return;
    if (m_tcb.state == State::LastAck)
        signal(Signal::ConnectionClosed);
    take(*verdict.onAck);
}

void Step::advanceUna(Seq ack, const Segment& segment)
{
    std::uint64_t octets = 0;
    std::optional<Time> sampleFrom;
    const bool endsHandshake = !m_tcb.outstanding.empty() && m_tcb.outstanding.front().syn;
    removeAcknowledged(ack, octets, sampleFrom);
    m_tcb.snd.una = ack;
    m_tcb.retries = 0;
    if (m_tcb.snd.up && atOrBefore(*m_tcb.snd.up, ack))
        m_tcb.snd.up.reset();
    measureRoundTrip(segment, sampleFrom);
    if (endsHandshake)
        m_tcb.former.reset();
    if (endsHandshake && m_tcb.handshakeRetransmitted)
        m_tcb.rto.handshakeWasRetransmitted(); // RFC 6298 rule 5.7
    if (m_tcb.windowProbes > 0 && m_tcb.outstanding.empty() && m_tcb.unsent.empty() && !finIsPending()) {
        m_tcb.windowProbes = 0;
        stopTimer(TimerKind::Persist);
    }
    armRetransmission();
    armUserTimer();
    if (octets > 0)
        signal(Signal::DataAcknowledged, octets);
    if (m_tcb.finAcknowledged())
        signal(Signal::CloseAcknowledged);
}

/// An ACK that covers anything that was sent twice gives no sample: it may have waited for the repetition.
void Step::removeAcknowledged(Seq ack, std::uint64_t& octets, std::optional<Time>& sampleFrom)
{
    auto& queue = m_tcb.outstanding;
    bool sentOnce = true;
    while (!queue.empty() && atOrBefore(queue.front().end(), ack)) {
        octets += queue.front().text.length;
        sentOnce = sentOnce && !queue.front().retransmitted;
        sampleFrom = sentOnce ? std::optional(queue.front().sent) : std::nullopt;
        queue.erase(queue.begin());
    }
    if (queue.empty() || !before(queue.front().seq, ack))
        return;
    Outstanding& front = queue.front(); // acknowledged in part
    const std::uint32_t control = front.syn ? 1U : 0U;
    const std::uint32_t covered = ack - front.seq - control;
    octets += covered;
    front.text = front.text.dropFirst(covered);
    front.syn = false;
    front.seq = ack;
}

/// RFC 7323 section 4.1 with timestamps; otherwise RFC 6298 section 3: never from a segment that was sent twice.
void Step::measureRoundTrip(const Segment& segment, std::optional<Time> sampleFrom)
{
    const auto& stamps = segment.options.timestamps;
    if (m_tcb.ts.inUse && stamps && stamps->echo != 0) {
        const std::uint32_t ticks = timestampClock(m_clock.at(m_now)) - stamps->echo;
        constexpr std::uint32_t fromTheFuture = 0x80000000; // an echo of what was never sent
        if (ticks < fromTheFuture)
            m_tcb.rto.sample(std::chrono::milliseconds{ticks}, m_profile);
    } else if (sampleFrom) {
        m_tcb.rto.sample(m_clock.shown(m_now - *sampleFrom), m_profile);
    }
}

void Step::updateSendWindow(const Segment& segment)
{
    SendVariables& snd = m_tcb.snd;
    if (!before(snd.wl1, segment.seq) && !(snd.wl1 == segment.seq && atOrBefore(snd.wl2, segment.ack)))
        return;
    const unsigned shift = segment.flags.syn ? 0U : snd.scale;
    const bool wasClosed = snd.wnd == 0;
    snd.wnd = static_cast<std::uint32_t>(segment.window) << shift;
    snd.maxWnd = std::max(snd.maxWnd, snd.wnd);
    snd.wl1 = segment.seq;
    snd.wl2 = segment.ack;
    if (snd.wnd > 0 && m_tcb.windowProbes > 0)
        endProbing();
    else if (wasClosed != (snd.wnd == 0) && m_tcb.windowProbes == 0)
        stopTimer(TimerKind::Persist); // it waited for something else
}

/// "As long as the receiving TCP peer continues to send acknowledgments in response to the probe segments, the sending
/// TCP peer MUST allow the connection to stay open" (MUST-37).
void Step::allowClosedWindow()
{
    m_tcb.retries = 0;
    armUserTimer();
}

/// The window has opened.
void Step::endProbing()
{
    m_tcb.windowProbes = 0;
    m_tcb.retries = 0;
    stopTimer(TimerKind::Persist);
    if (m_tcb.outstanding.empty())
        stopTimer(TimerKind::User);
    m_tcb.resendNow = true;
}

// 3.10.7.4, sixth: the URG bit. The application is told of each pointer that lies further ahead than what it knows,
// even in urgent mode (MUST-32); the prose of section 3.8.5 would have that invisible.
void Step::processUrgent(const Segment& segment)
{
    if (!segment.flags.urg || !mayReceive(m_tcb.state))
        return;
    const Seq pointer = segment.seq + segment.urgentPointer;
    if (!before(m_tcb.rcv.up.value_or(m_tcb.readUpTo()), pointer))
        return;
    m_tcb.rcv.up = pointer;
    signal(Signal::UrgentData);
}

// 3.10.7.4, seventh and eighth: the segment text and the FIN bit.
void Step::processText(const Segment& segment, const Verdict& verdict)
{
    if (!verdict.takeText || m_tcb.rcv.finSeen)
        return;
    ReceiveVariables& rcv = m_tcb.rcv;
    const ReceiveBuffer::Advance advance =
        m_tcb.received.insert(rcv.nxt, rcv.nxt + rcv.wnd, segment.textSeq(), segment.text, segment.flags.fin);
    rcv.nxt += advance.octets;
    rcv.wnd -= advance.octets;
    m_tcb.unacknowledgedOctets += advance.octets;
    deliverToApplication();
    if (!advance.fin)
        return scheduleAck(segment, advance);
    rcv.nxt += 1;
    rcv.wnd -= std::min(rcv.wnd, 1U);
    rcv.finSeen = true;
    m_tcb.pendingReceive = 0;
    m_tcb.ackNow = true;
    signal(Signal::PeerClosing);
    assert(verdict.onFin.has_value());
    take(*verdict.onFin);
}

/// RFC 9293 section 3.8.6.3: at once for what is not simply the next text, or for the second full-sized segment.
void Step::scheduleAck(const Segment& segment, const ReceiveBuffer::Advance& advance)
{
    if (segment.text.empty() && !segment.flags.fin && advance.octets == 0)
        return;
    noteText(segment.text.length);
    const bool ordinary = advance.octets > 0 && !advance.filledGap && !m_tcb.received.holdsOutOfOrder();
    if (!ordinary || m_profile.delayedAck == Duration::zero() || isWorthAnAck())
        m_tcb.ackNow = true;
    else if (!isRunning(TimerKind::DelayedAck))
        startTimer(TimerKind::DelayedAck, m_profile.delayedAck);
}

/// After a silence a sender has a small congestion window, which prompt ACKs open sooner.
void Step::noteText(std::uint32_t octets)
{
    const Time now = m_clock.at(m_now);
    m_tcb.largestText = std::max(m_tcb.largestText, octets);
    if (!m_tcb.lastText || now - *m_tcb.lastText > m_tcb.rto.rto(m_profile))
        m_tcb.quickAcks = m_profile.quickAcks;
    m_tcb.lastText = now;
}

/// Whether what has come need not wait for more of it.
bool Step::isWorthAnAck() const
{
    constexpr std::uint32_t leastFullSize = 536; // RFC 9293 section 3.7.1, MUST-15
    if (m_tcb.quickAcks > 0 && !m_tcb.isInteractive)
        return true;
    switch (m_profile.promptAck) {
    case PromptAck::TwoFullSized: {
        const std::uint32_t timestampOctets = m_tcb.ts.inUse ? 12 : 0;
        return m_tcb.unacknowledgedOctets >= 2 * (m_profile.mss - timestampOctets);
    }
    case PromptAck::MoreThanOneFullSize: return m_tcb.unacknowledgedOctets > std::max(m_tcb.largestText, leastFullSize);
    case PromptAck::SecondSegment: return isRunning(TimerKind::DelayedAck);
    }
    return true;
}

void Step::noteActivity()
{
    m_tcb.keepAliveProbes = 0;
    if (isRunning(TimerKind::KeepAlive))
        armKeepAlive(m_profile.keepAliveIdle);
}

} // namespace finwait
