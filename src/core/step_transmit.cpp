// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/step.h"

#include <algorithm>
#include <utility>

namespace finwait {

namespace {

/// Octets of the Timestamps option with its padding (RFC 7323 appendix A); they come off every segment's room.
constexpr std::uint32_t timestampOctets = 12;

/// So many segments wait for their acknowledgment at once, whatever the window has room for: with a window of 1 GiB and
/// segments of one octet they would fill all memory.
constexpr std::size_t mostOutstanding = 1000;

} // namespace

/// What may go out now goes out: text, the FIN behind it, and an acknowledgment if one is due and nothing carried it.
void Step::transmit()
{
    if (m_tcb.state == State::Established && m_tcb.closeRequested)
        take(Trigger::Close); // it was queued in SYN_RECEIVED (RFC 9293 section 3.10.4)
    if (std::exchange(m_tcb.resendNow, false))
        resendProbe();
    if (maySendText()) {
        for (Portion portion = nextPortion(); portion.octets > 0 || portion.fin; portion = nextPortion())
            sendPortion(portion, SegmentRole::Regular);
        waitForWindow();
    }
    if (m_tcb.ackNow && finGoesWithAcks())
        repeatFin();
    else if (m_tcb.ackNow)
        sendAck(SegmentRole::Regular);
}

bool Step::maySendText() const
{
    switch (m_tcb.state) {
    case State::Established:
    case State::CloseWait:
    case State::FinWait1:
    case State::Closing:
    case State::LastAck: return !m_tcb.finSent;
    case State::Closed:
    case State::Listen:
    case State::SynSent:
    case State::SynReceived:
    case State::FinWait2:
    case State::TimeWait: return false;
    }
    return false;
}

bool Step::finIsPending() const
{
    return m_tcb.closeRequested && !m_tcb.finSent && m_tcb.state != State::Established;
}

/// U of RFC 9293 section 3.8.6.2.1; a window that was shrunk makes it zero, not negative (MUST-34).
std::uint32_t Step::usableWindow() const
{
    const std::uint32_t inFlight = m_tcb.snd.nxt - m_tcb.snd.una;
    return m_tcb.snd.wnd > inFlight ? m_tcb.snd.wnd - inFlight : 0;
}

/// Eff.snd.MSS of RFC 9293 section 3.7.1. A peer may offer less than the options take: the connection goes on, octet by
/// octet.
std::uint32_t Step::segmentRoom() const
{
    const std::uint32_t options = m_tcb.ts.inUse ? timestampOctets : 0;
    return m_tcb.snd.mss > options ? m_tcb.snd.mss - options : 1;
}

/// RFC 9293 section 3.8.6.2.1 (silly window) with section 3.7.4 (Nagle): what to send now, if anything.
Step::Portion Step::nextPortion() const
{
    if (m_tcb.outstanding.size() >= mostOutstanding)
        return {};
    const std::uint32_t queued = m_tcb.unsent.length;
    const std::uint32_t usable = usableWindow();
    const std::uint32_t octets = std::min({queued, usable, segmentRoom()});
    if (finIsPending() && octets == queued && usable > queued)
        return {octets, true};
    if (octets == 0)
        return {};
    const bool nothingOutstanding = m_tcb.outstanding.empty() || !m_profile.nagle;
    const bool fullSized = octets == segmentRoom();
    const bool allOfIt = octets == queued && nothingOutstanding;
    const bool halfTheWindow = octets >= m_tcb.snd.maxWnd / 2 && nothingOutstanding;
    if (fullSized || allOfIt || halfTheWindow)
        return {octets, false};
    return {};
}

void Step::sendPortion(const Portion& portion, SegmentRole role)
{
    if (portion.fin && m_tcb.state == State::CloseWait)
        take(Trigger::Close);
    Outstanding sent{
        .seq = m_tcb.snd.nxt, .text = m_tcb.unsent.first(portion.octets), .fin = portion.fin, .sent = m_now};
    m_tcb.unsent = m_tcb.unsent.dropFirst(portion.octets);
    const bool answers = m_tcb.lastText && m_clock.at(m_now) - *m_tcb.lastText < m_profile.delayedAck;
    m_tcb.isInteractive = m_tcb.isInteractive || (answers && portion.octets > 0);
    m_tcb.snd.nxt += sent.length();
    m_tcb.finSent = m_tcb.finSent || portion.fin;
    m_tcb.outstanding.push_back(sent);
    resend(sent, role);
    if (!isRunning(TimerKind::Retransmission))
        armRetransmission();
    if (!isRunning(TimerKind::User))
        armUserTimer();
}

/// What the probe carried goes out again at once, in one segment with what fits behind it (RFC 9293 section 3.8.6
/// allows repackaging). The probe itself may have been accepted or not.
void Step::resendProbe()
{
    if (m_tcb.outstanding.empty())
        return;
    Outstanding& front = m_tcb.outstanding.front();
    const bool isLast = m_tcb.outstanding.size() == 1 && !front.fin;
    const std::uint32_t room = isLast ? segmentRoom() - std::min(segmentRoom(), front.text.length) : 0;
    const std::uint32_t more = std::min({m_tcb.unsent.length, usableWindow(), room});
    front.text.length += more;
    m_tcb.unsent = m_tcb.unsent.dropFirst(more);
    m_tcb.snd.nxt += more;
    front.retransmitted = true;
    resend(front, more > 0 ? SegmentRole::Regular : SegmentRole::Retransmission);
    armRetransmission();
}

/// Nothing is outstanding that would bring an ACK, and the window is too small: the persist timer sees to it.
void Step::waitForWindow()
{
    const bool waits = (!m_tcb.unsent.empty() || finIsPending()) && m_tcb.outstanding.empty();
    if (!waits) {
        if (m_tcb.windowProbes == 0)
            stopTimer(TimerKind::Persist);
        return;
    }
    if (!isRunning(TimerKind::Persist)) // SHLD-29: the first probe after an RTO
        startTimer(TimerKind::Persist, usableWindow() == 0 ? std::max(m_tcb.rto.rto(m_profile), m_profile.minPersist)
                                                           : m_profile.overrideTimeout);
}

bool Step::finGoesWithAcks() const
{
    return m_profile.finWithEveryAck && m_tcb.finSent && !m_tcb.finAcknowledged();
}

/// An ACK with the FIN that is on its way already.
void Step::repeatFin()
{
    m_tcb.outstanding.back().retransmitted = true;
    const Outstanding fin{.seq = m_tcb.snd.nxt - 1, .text = {}, .fin = true};
    resend(fin, SegmentRole::Regular);
}

void Step::sendAck(SegmentRole role)
{
    emit(frame(m_tcb.snd.nxt, true), role);
}

/// RFC 5961 section 7: at most so many of them in a period.
void Step::sendLimitedAck(SegmentRole role)
{
    if (m_profile.challengeAckLimit > 0) {
        const Time now = m_clock.at(m_now);
        if (now - m_tcb.challengePeriodStart >= m_profile.challengeAckPeriod) {
            m_tcb.challengePeriodStart = now;
            m_tcb.challengeAcks = 0;
        }
        if (m_tcb.challengeAcks >= m_profile.challengeAckLimit)
            return remark(Reason::ChallengeThrottled);
        ++m_tcb.challengeAcks;
    }
    sendAck(role);
}

/// <SEQ=SND.NXT><CTL=RST>, the form of RFC 9293 section 3.10.5 for an application that gives the connection up, or the
/// same with an ACK. A peer whose window is closed has not taken the octet that probes it, and would take no RST behind
/// it.
void Step::sendReset(bool withAck)
{
    Segment segment;
    segment.seq = m_tcb.windowProbes > 0 ? m_tcb.snd.una : m_tcb.snd.nxt;
    segment.flags.rst = true;
    segment.flags.ack = withAck;
    segment.ack = withAck ? m_tcb.rcv.nxt : Seq{};
    if (m_tcb.ts.inUse) // RFC 7323 section 5.2; without an ACK nothing is echoed (section 3.2)
        segment.options.timestamps = Timestamps{timestampClock(m_clock.at(m_now)), withAck ? m_tcb.ts.recent : 0};
    emit(segment, SegmentRole::Reset);
}

/// RFC 9293 section 3.10.7.1: acceptable to whoever sent the offending segment. A timestamp is echoed (RFC 7323 section
/// 5.2).
void Step::resetInReply(const Segment& offending)
{
    Segment segment;
    segment.flags.rst = true;
    if (offending.flags.ack) {
        segment.seq = offending.ack;
    } else {
        segment.flags.ack = true;
        segment.ack = offending.end();
    }
    if (m_profile.timestamps && offending.options.timestamps)
        segment.options.timestamps = Timestamps{0, offending.options.timestamps->value};
    emit(segment, SegmentRole::Reset);
}

/// Sends what is on the retransmission queue, for the first time or again.
void Step::resend(const Outstanding& outstanding, SegmentRole role)
{
    Segment segment = frame(outstanding.seq, m_tcb.state != State::SynSent);
    segment.flags.syn = outstanding.syn;
    segment.flags.fin = outstanding.fin;
    segment.text = outstanding.text;
    segment.flags.psh = !outstanding.text.empty() && outstanding.text.end() == m_tcb.unsent.offset
                        && m_tcb.unsent.empty(); // MUST-61: nothing is queued behind it
    if (m_tcb.snd.up && !outstanding.text.empty() && before(outstanding.seq, *m_tcb.snd.up)) {
        segment.flags.urg = true;
        segment.urgentPointer =
            static_cast<std::uint16_t>(std::min(*m_tcb.snd.up - outstanding.seq, largestWindowField));
    }
    if (outstanding.syn) {
        segment.options = synOptions();
        segment.window = static_cast<std::uint16_t>(std::min(m_tcb.rcv.wnd, largestWindowField));
    }
    emit(segment, role);
}

Segment Step::frame(Seq seq, bool withAck)
{
    updateReceiveWindow();
    roundWindow();
    Segment segment;
    segment.seq = seq;
    segment.flags.ack = withAck;
    if (withAck)
        segment.ack = m_tcb.rcv.nxt;
    segment.window = static_cast<std::uint16_t>(std::min(m_tcb.rcv.wnd >> m_tcb.rcv.scale, largestWindowField));
    if (m_tcb.ts.inUse)
        segment.options.timestamps = Timestamps{timestampClock(m_clock.at(m_now)), m_tcb.ts.recent};
    return segment;
}

bool Step::windowCanMove() const
{
    return isSynchronized(m_tcb.state) && m_tcb.state != State::SynReceived && !m_tcb.rcv.finSeen;
}

/// What the buffer has room for and the field can say.
std::uint32_t Step::offeredAtMost() const
{
    const std::uint32_t buffer = m_endpoint.receiveBuffer();
    return std::min(buffer - std::min(buffer, m_tcb.received.unread()), largestWindowField << m_tcb.rcv.scale);
}

/// Whether the right edge can move by so much that an ACK of its own says it.
bool Step::windowUpdateIsDue() const
{
    const std::uint32_t free = offeredAtMost();
    const std::uint32_t buffer = m_endpoint.receiveBuffer();
    const std::uint32_t segment = m_tcb.snd.mss;
    if (!windowCanMove() || free <= m_tcb.rcv.wnd)
        return false;
    const std::uint32_t more = free - m_tcb.rcv.wnd;
    switch (m_profile.windowUpdate) {
    case WindowUpdate::OneSegment: return more >= std::min(buffer / 2, segment);
    case WindowUpdate::Doubled: return m_tcb.rcv.wnd <= buffer / 2 && more >= m_tcb.rcv.wnd && isWorthOffering(free);
    case WindowUpdate::TwoSegments: {
        const bool isMuch = more >= buffer / 4 || free <= buffer / 8 || buffer <= 8 * segment;
        return (more >= 2 * segment && isMuch) || more >= buffer - buffer / 2;
    }
    }
    return false;
}

/// A window that is smaller than a segment and than a quarter of the buffer is a silly one.
bool Step::isWorthOffering(std::uint32_t window) const
{
    return window >= std::min<std::uint32_t>(m_endpoint.receiveBuffer() / 4, m_tcb.snd.mss);
}

/// RFC 9293 section 3.8.6.2.2: the right edge stays until it can move by something worth while, and never goes back.
void Step::updateReceiveWindow()
{
    const bool moves = m_profile.windowUpdate == WindowUpdate::OneSegment
                           ? windowUpdateIsDue()
                           : windowCanMove() && isWorthOffering(offeredAtMost());
    if (moves)
        m_tcb.rcv.wnd = std::max(m_tcb.rcv.wnd, offeredAtMost());
}

/// What the window scale would cut off is offered as well, up to a whole unit (RFC 7323 section 2.3), if there was room
/// for a part of it.
void Step::roundWindow()
{
    if (!m_profile.roundWindowUp || !windowCanMove() || m_tcb.rcv.wnd == 0)
        return;
    const std::uint32_t beyond = (1U << m_tcb.rcv.scale) - 1;
    const auto rounded = [&](std::uint32_t window) { return (window + beyond) & ~beyond; };
    const std::uint32_t most = std::min(rounded(offeredAtMost()), largestWindowField << m_tcb.rcv.scale);
    m_tcb.rcv.wnd = std::max(m_tcb.rcv.wnd, std::min(rounded(m_tcb.rcv.wnd), most));
}

/// The shift that is offered. A receive buffer of its own has the smallest that can express it (RFC 7323 section 2.2).
std::optional<std::uint8_t> Step::windowScale() const
{
    if (!m_profile.windowScale || !m_config.receiveBuffer)
        return m_profile.windowScale;
    std::uint8_t shift = 0;
    while (*m_config.receiveBuffer >> shift > largestWindowField)
        ++shift;
    return shift;
}

/// On a SYN all that the profile offers; on a SYN,ACK what the peer's SYN offered as well.
Options Step::synOptions() const
{
    const bool offers = m_tcb.state == State::SynSent;
    Options options;
    options.mss = m_profile.mss;
    if (m_profile.windowScale && (offers || m_tcb.windowScaleAgreed))
        options.windowScale = windowScale();
    options.sackPermitted = m_profile.sackPermitted && (offers || m_tcb.sackPermitted);
    if (m_profile.timestamps && (offers || m_tcb.ts.inUse))
        options.timestamps = Timestamps{timestampClock(m_clock.at(m_now)), offers ? 0 : m_tcb.ts.recent};
    return options;
}

void Step::emit(const Segment& segment, SegmentRole role)
{
    m_effects.push_back(effect::Sent{segment, role});
    if (!segment.flags.ack || segment.flags.rst)
        return;
    m_tcb.ackNow = false;
    if (m_tcb.unacknowledgedOctets > 0 && m_tcb.quickAcks > 0)
        --m_tcb.quickAcks;
    m_tcb.unacknowledgedOctets = 0;
    m_tcb.ts.lastAckSent = segment.ack;
    stopTimer(TimerKind::DelayedAck);
}

/// RFC 6528: a clock that ticks every 4 microseconds, plus a secret function of the connection.
Seq Step::chooseIss() const
{
    if (m_config.fixedIss)
        return *m_config.fixedIss;
    std::uint64_t mixed = m_config.secret + 0x9E3779B97F4A7C15ULL; // splitmix64's finisher
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    mixed ^= mixed >> 31;
    const auto clock = static_cast<std::uint64_t>(m_clock.at(m_now) / 4us);
    return Seq{static_cast<std::uint32_t>(clock + mixed)};
}

} // namespace finwait
