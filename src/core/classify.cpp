// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/classify.h"

#include "core/transition_table.h"

namespace finwait {

namespace {

using namespace std::chrono_literals;

Verdict drop(Reason reason, Answer answer = Answer::None)
{
    Verdict verdict;
    verdict.reason = reason;
    verdict.answer = answer;
    return verdict;
}

Verdict take(Trigger trigger)
{
    Verdict verdict;
    verdict.whole = trigger;
    return verdict;
}

bool acknowledgesFin(const Tcb& tcb, const Segment& segment)
{
    return tcb.finSent && segment.flags.ack && segment.ack == tcb.snd.nxt;
}

/// Whether the peer's FIN would be in order once this segment's text is in the buffer.
bool reachesFin(const Tcb& tcb, const Segment& segment)
{
    if (!segment.flags.fin && !tcb.received.holdsOutOfOrder())
        return false;
    ReceiveBuffer buffer = tcb.received;
    return buffer.insert(tcb.rcv.nxt, tcb.rcv.nxt + tcb.rcv.wnd, segment.textSeq(), segment.text, segment.flags.fin)
        .fin;
}

// 3.10.7.1. CLOSED STATE
Verdict classifyClosed(const Segment& segment)
{
    if (segment.flags.rst)
        return drop(Reason::RstForNoConnection);
    return drop(Reason::NoConnection, Answer::Reset);
}

/// "Any other control or text should be queued for processing later", or is not taken at all.
Verdict withItsText(Verdict verdict, const Segment& segment, bool takes)
{
    verdict.takeText = takes;
    if (!takes && (!segment.text.empty() || segment.flags.fin))
        verdict.reason = Reason::SynTextIgnored;
    return verdict;
}

// 3.10.7.2. LISTEN STATE
Verdict classifyListen(const StackProfile& profile, const Segment& segment)
{
    if (segment.flags.rst) // first
        return drop(Reason::RstInListen);
    if (segment.flags.ack && segment.flags.syn && !profile.resetForSynAckInListen)
        return drop(Reason::SynAckIgnored);
    if (segment.flags.ack) // second
        return drop(Reason::AckInListen, Answer::Reset);
    if (segment.flags.syn && segment.flags.fin && profile.listenerDropsSynFin)
        return drop(Reason::SynFinDropped);
    if (segment.flags.syn) // third
        return withItsText(take(Trigger::RcvSyn), segment, profile.synText == SynText::Kept);
    return drop(Reason::NeitherSynNorRst); // fourth
}

// 3.10.7.3. SYN-SENT STATE
Verdict classifySynSent(const Tcb& tcb, const StackProfile& profile, const Segment& segment)
{
    const Flags& flags = segment.flags;
    if (flags.ack && (atOrBefore(segment.ack, tcb.snd.iss) || before(tcb.snd.nxt, segment.ack))) { // first
        if (flags.rst)
            return drop(Reason::RstBadAckInSynSent);
        return drop(Reason::BadAckInSynSent, Answer::Reset);
    }
    if (flags.rst) { // second
        // RCV.NXT is unknown until a SYN has come, so RFC 5961's exact match means nothing here.
        if (!flags.ack)
            return drop(Reason::RstWithoutAckInSynSent);
        return take(Trigger::RcvRst);
    }
    if (!flags.syn) // fifth
        return drop(Reason::NeitherSynNorRst);
    // fourth
    Verdict verdict = withItsText({}, segment, profile.synText != SynText::Dropped);
    if (!flags.ack) {
        verdict.whole = Trigger::RcvSyn;
        return verdict;
    }
    verdict.process = true;
    verdict.onAck = Trigger::RcvSynAck;
    Tcb opened = tcb;
    opened.rcv.irs = segment.seq;
    opened.rcv.nxt = segment.seq + 1;
    if (verdict.takeText && reachesFin(opened, segment))
        verdict.onFin = Trigger::RcvFin;
    return verdict;
}

/// RFC 9293 section 3.6.1, MAY-2: the SYN's sequence number lies beyond all that the former incarnation used; with
/// timestamps (RFC 6191) a later timestamp is enough.
bool beginsNewIncarnation(const Tcb& tcb, const StackProfile& profile, const Segment& segment)
{
    if (tcb.state != State::TimeWait || !profile.reopenFromTimeWait || !segment.flags.syn || segment.flags.ack
        || segment.flags.rst)
        return false;
    if (tcb.ts.inUse && segment.options.timestamps) {
        const std::uint32_t value = segment.options.timestamps->value;
        if (value != tcb.ts.recent)
            return timestampBefore(tcb.ts.recent, value);
    }
    return !before(segment.seq, tcb.rcv.nxt);
}

/// The peer sends again a FIN that we have acknowledged.
bool repeatsFin(const Tcb& tcb, const Segment& segment)
{
    return tcb.rcv.finSeen && segment.flags.fin && !segment.flags.rst && !segment.flags.syn
           && segment.end() == tcb.rcv.nxt;
}

/// RFC 7323 sections 3.2 and 5.3, before the sequence number is looked at.
std::optional<Verdict> checkTimestamps(const Tcb& tcb, const Segment& segment, Time now)
{
    constexpr Duration recentAges = std::chrono::hours{24 * 24}; // section 5.5
    if (!tcb.ts.inUse || segment.flags.rst)
        return std::nullopt;
    if (!segment.options.timestamps)
        return drop(Reason::TimestampMissing);
    // An ACK in answer to an ACK has a limit: where the network duplicates whatever it carries, both would answer each
    // other's answers for ever.
    if (timestampBefore(segment.options.timestamps->value, tcb.ts.recent) && now - tcb.ts.recentAt < recentAges)
        return drop(Reason::Paws, segment.length() == 0 ? Answer::LimitedAck : Answer::Ack);
    return std::nullopt;
}

/// "If the RCV.WND is zero, no segments will be acceptable, but special allowance should be made to accept valid ACKs,
/// URGs, and RSTs" (3.10.7.4, first; MUST-66). A peer that probes the window has one octet more in SND.NXT than we have
/// taken, and its ACKs carry that: section 3.4, and the simultaneous window probes of Appendix A.2.
bool isAllowedIntoZeroWindow(const Tcb& tcb, const Segment& segment)
{
    if (tcb.rcv.wnd != 0 || segment.flags.syn)
        return false;
    const bool isPureAck = segment.flags.ack && !segment.flags.rst && segment.length() == 0;
    return (segment.seq == tcb.rcv.nxt && (segment.flags.ack || segment.flags.rst))
           || (segment.seq == tcb.rcv.nxt + 1 && isPureAck);
}

/// Text or FIN of this connection that is in order already.
bool isOldDuplicate(const Tcb& tcb, const Segment& segment)
{
    return segment.length() > 0 && !segment.flags.syn && before(tcb.rcv.irs, segment.seq)
           && atOrBefore(segment.end(), tcb.rcv.nxt);
}

/// What is left of a segment that lies wholly before the window: an ACK at its left edge.
Segment onlyItsAck(const Tcb& tcb, Segment segment)
{
    segment.seq = tcb.rcv.nxt;
    segment.flags.fin = false;
    segment.flags.urg = false;
    segment.text = {};
    return segment;
}

// 3.10.7.4, first, where the segment is not acceptable.
Verdict notAcceptable(const Tcb& tcb, const StackProfile& profile, const Segment& segment)
{
    if (segment.flags.rst)
        return drop(Reason::RstOutsideWindow);
    if (tcb.state == State::TimeWait && repeatsFin(tcb, segment))
        return drop(Reason::FinRepeated, Answer::Ack);
    if (isOldDuplicate(tcb, segment))
        return drop(Reason::Duplicate, Answer::Ack);
    if (segment.flags.syn && profile.challengeSyn) // RFC 5961 section 4.2: "irrespective of the sequence number"
        return drop(Reason::OutsideWindow, Answer::ChallengeAck);
    const bool windowIsClosed = tcb.rcv.wnd == 0 && segment.seq == tcb.rcv.nxt;
    return drop(windowIsClosed ? Reason::ZeroWindow : Reason::OutsideWindow, Answer::Ack);
}

/// A stack that sends a FIN and forgets the connection answers what comes then in the numbers that it is told.
bool isRstAtFin(const Tcb& tcb, const StackProfile& profile, const Segment& segment)
{
    const bool isWaiting = tcb.state == State::CloseWait || tcb.state == State::LastAck || tcb.state == State::Closing;
    return profile.acceptRstAtFin && isWaiting && segment.flags.rst && segment.seq + 1 == tcb.rcv.nxt;
}

// 3.10.7.4, second.
Verdict checkRst(const Tcb& tcb, const StackProfile& profile, const Segment& segment)
{
    if (tcb.state == State::TimeWait && profile.ignoreRstInTimeWait)
        return drop(Reason::RstInTimeWait);
    const std::uint32_t beyond = segment.seq - tcb.rcv.nxt;
    if (beyond != 0 && beyond >= tcb.rcv.wnd) // its text lies in the window, but SEG.SEQ counts: 3.5.3
        return drop(Reason::RstOutsideWindow);
    if (profile.challengeRst && beyond != 0)
        return drop(Reason::RstNotAtLeftEdge, Answer::ChallengeAck);
    if (tcb.former && findRow(tcb.state, Trigger::RcvRstReopened))
        return take(Trigger::RcvRstReopened);
    const bool isPassive = tcb.state == State::SynReceived && tcb.origin == Origin::Passive;
    return take(isPassive ? Trigger::RcvRstPassive : Trigger::RcvRst);
}

// 3.10.7.4, fourth.
Verdict checkSyn(const Tcb& tcb, const StackProfile& profile, const Segment& segment)
{
    // "trimmed off [...] (including SYN)": where only its text lies in the window, it is no SYN in the window.
    if (segment.seq - tcb.rcv.nxt >= tcb.rcv.wnd)
        return drop(Reason::OutsideWindow, profile.challengeSyn ? Answer::ChallengeAck : Answer::Ack);
    if (tcb.state == State::SynReceived && tcb.origin == Origin::Passive)
        return take(Trigger::RcvSynPassive);
    if (profile.challengeSyn)
        return drop(Reason::SynChallenged, Answer::ChallengeAck);
    // "It is an error, send a reset" to this connection's peer, whoever sent the SYN: in its numbers.
    Verdict verdict = take(Trigger::RcvSynInWindow);
    verdict.answer = Answer::OwnReset;
    return verdict;
}

// 3.10.7.4, fifth: what stops here.
std::optional<Verdict> refuseAck(const Tcb& tcb, const StackProfile& profile, const Segment& segment)
{
    if (!segment.flags.ack)
        return drop(Reason::AckMissing);
    const bool ofUnsent = before(tcb.snd.nxt, segment.ack);
    if (tcb.state == State::SynReceived) {
        if (ofUnsent || atOrBefore(segment.ack, tcb.snd.una))
            return drop(Reason::AckBad, Answer::Reset);
        return std::nullopt;
    }
    if (ofUnsent)
        return drop(Reason::AckOfUnsent, Answer::Ack);
    if (profile.challengeAck && before(segment.ack, tcb.snd.una - tcb.snd.maxWnd))
        return drop(Reason::AckTooOld, Answer::ChallengeAck);
    return std::nullopt;
}

std::optional<Trigger> triggerOfAck(const Tcb& tcb, const Segment& segment)
{
    if (tcb.state == State::SynReceived)
        return Trigger::RcvAckOfSyn;
    const bool waitsForAckOfFin =
        tcb.state == State::FinWait1 || tcb.state == State::Closing || tcb.state == State::LastAck;
    if (waitsForAckOfFin && acknowledgesFin(tcb, segment))
        return Trigger::RcvAckOfFin;
    return std::nullopt;
}

/// Text that the application, gone since its CLOSE, can never read (RFC 9293 section 3.6.1).
bool isDataForNobody(const Tcb& tcb, const StackProfile& profile, const Segment& segment)
{
    return tcb.applicationGone && profile.resetOnDataAfterClose && findRow(tcb.state, Trigger::RcvDataAfterClose)
           && !segment.text.empty() && before(tcb.rcv.nxt, segment.textSeq() + segment.text.length);
}

// 3.10.7.4, sixth to eighth, in states after the peer's FIN.
void afterFin(const Tcb& tcb, const Segment& segment, Verdict& verdict)
{
    if (segment.flags.fin) {
        verdict.reason = tcb.state == State::TimeWait ? Reason::FinRepeated : Reason::TextAfterFin;
        verdict.answer = Answer::Ack;
    } else if (!segment.text.empty() || segment.flags.urg) {
        verdict.reason = Reason::TextAfterFin;
    } else if ((tcb.state == State::Closing || tcb.state == State::LastAck) && !verdict.onAck) {
        verdict.reason = Reason::FinNotAcknowledged;
    }
}

// 3.10.7.4, seventh and eighth, in states that still receive.
void beforeFin(const Tcb& tcb, const Segment& segment, Verdict& verdict)
{
    if (tcb.rcv.wnd == 0 && segment.length() > 0) {
        verdict.reason = Reason::ZeroWindow;
        verdict.answer = Answer::Ack;
        return;
    }
    verdict.takeText = true;
    if (reachesFin(tcb, segment)) {
        if (tcb.state == State::FinWait1 && verdict.onAck) {
            verdict.onAck.reset(); // one step to TIME_WAIT, not two
            verdict.onFin = Trigger::RcvFinAckOfFin;
        } else {
            verdict.onFin = Trigger::RcvFin;
        }
        return;
    }
    if (segment.length() > 0 && before(tcb.rcv.nxt, segment.textSeq()))
        verdict.reason = Reason::OutOfOrder;
}

/// SYN_RECEIVED: the SYN alone once more. Both sides of a simultaneous open have sent their SYN,ACK for good.
Verdict repeatedSyn(const Tcb& tcb, const StackProfile& profile)
{
    if (tcb.origin == Origin::Active || profile.repeatedSyn == RepeatedSyn::Acknowledged)
        return drop(Reason::Duplicate, Answer::Ack);
    return drop(Reason::SynRepeated, Answer::SynAck);
}

/// ACK, URG, text and FIN are to be processed.
Verdict fieldByField(const Tcb& tcb, const Segment& segment, bool isTrimmed)
{
    Verdict verdict = isTrimmed ? drop(Reason::Duplicate, Answer::Ack) : drop(Reason::None);
    verdict.process = true;
    verdict.onAck = triggerOfAck(tcb, segment);
    if (isTrimmed)
        return verdict;
    if (tcb.rcv.finSeen)
        afterFin(tcb, segment, verdict);
    else
        beforeFin(tcb, segment, verdict);
    return verdict;
}

Verdict classifySynchronized(const Tcb& tcb, const StackProfile& profile, Segment segment, Time now)
{
    if (beginsNewIncarnation(tcb, profile, segment))
        return withItsText(take(Trigger::RcvNewSyn), segment, profile.synText == SynText::Kept);
    if (auto refused = checkTimestamps(tcb, segment, now))
        return *refused;
    if (tcb.state == State::SynReceived && segment.flags.syn && !segment.flags.rst && segment.seq == tcb.rcv.irs) {
        if (!segment.flags.ack)
            return repeatedSyn(tcb, profile);
        // Both sides opened at once: the peer's SYN,ACK carries the SYN that we know. Only what is new of it counts, as
        // in Figure 7; Appendix A.2 has the pitfall of not doing so.
        if (tcb.origin == Origin::Active) {
            segment.flags.syn = false;
            segment.seq += 1;
        }
    }
    const bool isTrimmed = profile.trimDuplicates && tcb.state != State::TimeWait && segment.flags.ack
                           && !segment.flags.rst && isOldDuplicate(tcb, segment);
    if (isRstAtFin(tcb, profile, segment))
        return take(Trigger::RcvRst);
    if (isTrimmed)
        segment = onlyItsAck(tcb, segment);
    else if (!isAcceptable(tcb.rcv, segment) && !isAllowedIntoZeroWindow(tcb, segment))
        return notAcceptable(tcb, profile, segment);
    if (segment.flags.rst)
        return checkRst(tcb, profile, segment);
    if (segment.flags.syn)
        return checkSyn(tcb, profile, segment);
    if (auto refused = refuseAck(tcb, profile, segment))
        return *refused;
    if (isDataForNobody(tcb, profile, segment)) {
        Verdict verdict = take(Trigger::RcvDataAfterClose);
        verdict.answer = Answer::Reset;
        return verdict;
    }
    return fieldByField(tcb, segment, isTrimmed);
}

} // namespace

Verdict classify(const Tcb& tcb, const StackProfile& profile, const Segment& segment, Time now)
{
    if (profile.dropSynFin && segment.flags.syn && segment.flags.fin && tcb.state != State::TimeWait)
        return drop(Reason::SynFinDropped);
    switch (tcb.state) {
    case State::Closed: return classifyClosed(segment);
    case State::Listen: return classifyListen(profile, segment);
    case State::SynSent: return classifySynSent(tcb, profile, segment);
    case State::SynReceived:
    case State::Established:
    case State::FinWait1:
    case State::FinWait2:
    case State::Closing:
    case State::TimeWait:
    case State::CloseWait:
    case State::LastAck: return classifySynchronized(tcb, profile, segment, now);
    }
    return drop(Reason::None);
}

bool isAcceptable(const ReceiveVariables& rcv, const Segment& segment)
{
    const std::uint32_t length = segment.length();
    const auto inWindow = [&rcv](Seq seq) { return seq - rcv.nxt < rcv.wnd; };
    if (rcv.wnd == 0)
        return length == 0 && segment.seq == rcv.nxt;
    if (length == 0)
        return inWindow(segment.seq);
    return inWindow(segment.seq) || inWindow(segment.seq + (length - 1));
}

std::uint32_t timestampClock(Time now)
{
    return static_cast<std::uint32_t>(now / 1ms) + 1; // zero is what a SYN echoes: nothing
}

} // namespace finwait
