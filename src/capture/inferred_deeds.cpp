// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What an end must have done to send a segment as it was captured.
#include "capture/connection_inference.h"

#include <algorithm>

namespace finwait {

namespace {

bool wasInFinWait1(const CapturedEnd& end)
{
    return std::ranges::find(end.states, State::FinWait1, &StateSighting::state) != end.states.end();
}

StateSighting sent(const CapturedSegment& captured, RowIndex row, bool isDoubtful)
{
    return StateSighting{.seen = captured.at,
                         .answeredAfter = StateSighting::notAnswered,
                         .packet = captured.packet,
                         .state = transitionRow(row).to,
                         .row = row,
                         .evidence = StateSighting::Evidence::Sent,
                         .isProven = true,
                         .isDoubted = isDoubtful};
}

} // namespace

void ConnectionInference::infer(Side side, const CapturedSegment& captured, ObservedEnd::Novelty novelty)
{
    const Flags& flags = captured.segment.flags;
    if (flags.rst)
        return sendReset(side, captured);
    if (flags.syn && flags.ack)
        return sendSynAck(side, captured);
    if (flags.syn)
        return sendSyn(side, captured);
    beSynchronized(side, captured);
    if (flags.fin && !m_ends[side].numbers.sentFin() && novelty == ObservedEnd::Novelty::New)
        close(side, captured, captured.at);
}

void ConnectionInference::sendSyn(Side side, const CapturedSegment& captured)
{
    CapturedEnd& end = m_ends[side];
    if (end.numbers.sentSyn() || end.state() != State::Closed)
        return; // once more, or of another connection
    if (m_segments == 1)
        m_hasCompleteStart = true;
    if (const auto row = findRow(end.state(), Trigger::OpenActive))
        take(side, *row, sent(captured, *row, false));
}

void ConnectionInference::sendSynAck(Side side, const CapturedSegment& captured)
{
    CapturedEnd& end = m_ends[side];
    CapturedEnd& peer = m_ends[other(side)];
    if (end.isKnown() && end.state() != State::SynSent && end.state() != State::Listen)
        return;
    if (m_segments == 1)
        note(FindingKind::StartMissing, side, captured.at, captured.packet);
    find(side, State::SynReceived, captured.at, captured.packet);
    end.origin = Origin::Passive;
    peer.numbers.assumeIss(captured.segment.ack - 1);
    if (peer.isKnown())
        return;
    find(other(side), State::SynSent, captured.at, captured.packet);
    peer.states.back().isProven = false; // somebody else may have sent a SYN in its name
}

void ConnectionInference::sendReset(Side side, const CapturedSegment& captured)
{
    CapturedEnd& end = m_ends[side];
    const CapturedEnd& peer = m_ends[other(side)];
    const Segment& segment = captured.segment;
    // RFC 9293 section 3.10.7.3, second: without an ACK of the SYN it is dropped.
    const bool isForSyn = segment.flags.ack && peer.numbers.isAnsweredBy(segment.ack);
    if (peer.state() == State::SynSent && !end.isKnown() && !isForSyn)
        return note(FindingKind::ResetIgnored, side, captured.at, captured.packet);
    const bool refuses = !end.isKnown() || m_isRefused;
    if (refuses && peer.state() == State::SynSent) {
        m_isRefused = true;
        note(FindingKind::Refused, side, captured.at, captured.packet);
    }
    if (!end.isKnown()) {
        if (peer.state() != State::SynSent) {
            note(FindingKind::Reset, side, captured.at, captured.packet, unacknowledged());
            m_resetBy = side;
        }
        return find(side, State::Closed, captured.at, captured.packet);
    }
    const bool isBeyond = isSynchronized(end.state()) && before(end.numbers.nxt(), segment.seq);
    if (end.state() == State::Closed || isBeyond) // what it has not sent yet, somebody else has in its name
        return;
    // RFC 9293 section 3.10.7.3, first: an ACK of what was never sent is answered so, and the SYN is still out.
    const bool answersBadAck = end.state() == State::SynSent && !segment.flags.ack && segment.seq != end.numbers.nxt();
    if (answersBadAck)
        return;
    // RFC 5961 section 4.2: so it answers the challenge to a SYN that it did send.
    if (segment.seq == peer.numbers.acknowledged())
        forget(FindingKind::StraySyn, side);
    const bool isOver = m_ends.client.numbers.sentFin() && m_ends.server.numbers.sentFin();
    note(FindingKind::Reset, side, captured.at, captured.packet, unacknowledged());
    if (!isOver && !m_resetBy)
        m_resetBy = side;
    if (const auto row = findRow(end.state(), triggerOfReset(side)))
        take(side, *row, sent(captured, *row, false));
    else
        find(side, State::Closed, captured.at, captured.packet);
}

Trigger ConnectionInference::triggerOfReset(Side side) const
{
    const CapturedEnd& end = m_ends[side];
    const std::optional<Seq> acknowledged = end.numbers.acknowledged();
    const bool hasUnacknowledged = acknowledged && before(*acknowledged, m_ends[other(side)].numbers.nxt());
    if (end.numbers.sentFin() && hasUnacknowledged && findRow(end.state(), Trigger::RcvDataAfterClose))
        return Trigger::RcvDataAfterClose;
    return Trigger::Abort;
}

/// Octets of text that one of the two has sent, and of which it does not know that they came.
std::uint64_t ConnectionInference::unacknowledged() const
{
    std::uint64_t octets = 0;
    for (const Side side : allSides) {
        const ObservedEnd& sender = m_ends[side].numbers;
        const std::optional<Seq> acknowledged = m_ends[other(side)].numbers.acknowledged();
        if (!sender.isSeen() || !acknowledged || !before(*acknowledged, sender.nxt())
            || sender.nxt() - *acknowledged >= farAway || (sender.knowsIss() && before(*acknowledged, sender.iss())))
            continue;
        const bool hasFin = sender.sentFin() && sender.fin() + 1 == sender.nxt();
        const bool hasSyn = sender.knowsIss() && *acknowledged == sender.iss();
        octets += sender.nxt() - *acknowledged - (hasFin ? 1U : 0U) - (hasSyn ? 1U : 0U);
    }
    return octets;
}

/// Anything but a SYN or a RST comes from an end that is synchronized.
void ConnectionInference::beSynchronized(Side side, const CapturedSegment& captured)
{
    CapturedEnd& end = m_ends[side];
    const Segment& segment = captured.segment;
    switch (end.state()) {
    case State::Closed:
        if (!end.isKnown())
            return speakUnknown(side, captured);
        // Somebody else has sent a RST in its name: it goes on.
        if (end.states.back().evidence == StateSighting::Evidence::Sent && end.states.size() > 1
            && segment.seq == end.numbers.nxt()) {
            end.states.pop_back();
            m_resetBy.reset();
            forget(FindingKind::Reset, side);
        }
        return;
    case State::SynSent:
        if (!segment.flags.ack || segment.ack == m_ends[other(side)].numbers.iss())
            return;
        m_ends[other(side)].numbers.assumeIss(segment.ack - 1);
        if (!m_ends[other(side)].isKnown())
            find(other(side), State::SynReceived, captured.at, captured.packet);
        return find(side, State::Established, captured.at, captured.packet);
    case State::SynReceived:
        if (!segment.text.empty() || before(m_ends[other(side)].numbers.iss() + 1, segment.ack))
            find(side, State::Established, captured.at, captured.packet);
        return mustHaveAnswered(side, captured);
    case State::Listen:
    case State::Established:
    case State::FinWait1:
    case State::FinWait2:
    case State::Closing:
    case State::TimeWait:
    case State::CloseWait:
    case State::LastAck: return mustHaveAnswered(side, captured);
    }
}

/// An end that acknowledges more than the SYN of its peer has had its own acknowledged.
void ConnectionInference::mustHaveAnswered(Side side, const CapturedSegment& captured)
{
    const CapturedEnd& peer = m_ends[other(side)];
    const bool isOpen = m_ends[side].state() != State::SynReceived && m_ends[side].numbers.sentSyn();
    if (peer.state() == State::SynSent && isOpen && before(peer.numbers.iss() + 1, captured.segment.ack))
        find(other(side), State::Established, captured.at, captured.packet);
}

/// It is the first that is captured of an end whose connection is older than the capture.
bool ConnectionInference::isFirstOfOlder(Side side, const Segment& segment) const
{
    return !m_ends[side].isKnown() && m_ends[other(side)].state() != State::SynSent && !segment.flags.syn
           && !segment.flags.rst;
}

/// The first that is captured of an end: of a connection older than the capture; or, where the SYN to it was captured,
/// its SYN,ACK is missing, or this answers for the connection before.
void ConnectionInference::speakUnknown(Side side, const CapturedSegment& captured)
{
    CapturedEnd& peer = m_ends[other(side)];
    if (peer.state() == State::SynSent) {
        if (captured.segment.flags.ack && captured.segment.ack == peer.numbers.nxt())
            find(side, State::SynReceived, captured.at, captured.packet);
        return;
    }
    if (m_segments == 1)
        note(FindingKind::StartMissing, side, captured.at, captured.packet);
    find(side, State::Established, captured.at, captured.packet);
}

void ConnectionInference::close(Side side, const CapturedSegment& captured, Time seen)
{
    const std::optional<RowIndex> row = findRow(m_ends[side].state(), Trigger::Close);
    if (!row)
        return;
    if (!m_firstFin)
        m_firstFin = side;
    StateSighting closed = sent(captured, *row, isDoubtful(transitionRow(*row).to));
    closed.seen = seen;
    closed.isProven = m_ends[other(side)].numbers.isSeen(); // or a FIN had come to it that was not captured
    take(side, *row, closed);
}

/// A FIN that comes late to where the capture is taken was sent before it was known to be missing. What has come to its
/// sender since then met one that had closed.
void ConnectionInference::closeBefore(Side side, const CapturedSegment& captured)
{
    std::pmr::vector<StateSighting>& states = m_ends[side].states;
    const Time since = m_ends[side].numbers.holeSince();
    std::optional<StateSighting> metFin;
    if (!states.empty() && states.back().state == State::CloseWait
        && states.back().seen + Duration{states.back().answeredAfter} >= since) {
        metFin = states.back();
        states.pop_back();
    }
    close(side, captured, since);
    const auto row = metFin ? findRow(m_ends[side].state(), Trigger::RcvFin) : std::nullopt;
    if (!row)
        return;
    states.back().isProven = false; // or it closed after that, and what told of the FIN was no sooner
    metFin->isProven = false;
    metFin->row = *row;
    metFin->state = transitionRow(*row).to;
    take(side, *row, *metFin);
}

/// A state that the end is in, and nothing in the capture shows how it came there.
void ConnectionInference::find(Side side, State state, Time seen, std::uint32_t packet)
{
    if (m_ends[side].state() == State::SynSent && state == State::Established)
        m_ends[side].states.back().isProven = true;
    m_ends[side].enter({.seen = seen,
                        .answeredAfter = StateSighting::notAnswered,
                        .packet = packet,
                        .state = state,
                        .row = StateSighting::noRow,
                        .evidence = StateSighting::Evidence::Given,
                        .isProven = true,
                        .isDoubted = m_mayBeCopy || (state == State::Established && isDoubtful(state))});
}

void ConnectionInference::take(Side side, RowIndex row, const StateSighting& sighting)
{
    const bool isSecond =
        std::ranges::find(m_findings, FindingKind::SimultaneousOpen, &Finding::kind) != m_findings.end();
    if (transitionRow(row).from == State::SynSent && transitionRow(row).to == State::SynReceived && !isSecond)
        note(FindingKind::SimultaneousOpen, side, sighting.seen, sighting.packet);
    if (transitionRow(row).to == State::FinWait1 && wasInFinWait1(m_ends[other(side)]))
        note(FindingKind::SimultaneousClose, side, sighting.seen, sighting.packet);
    if (transitionRow(row).from == State::SynSent && sighting.isProven
        && sighting.evidence != StateSighting::Evidence::Sent)
        m_ends[side].states.back().isProven = true;
    m_ends[side].enter(sighting);
    m_ends[side].states.back().isDoubted = sighting.isDoubted || m_mayBeCopy;
}

} // namespace finwait
