// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/connection_inference.h"

#include <algorithm>
#include <limits>

namespace finwait {

namespace {} // namespace

ConnectionInference::ConnectionInference(const PerSide<SocketAddress>& sockets, const std::optional<Former>& former,
                                         std::pmr::memory_resource* memory)
    : m_sockets(sockets)
    , m_ends{CapturedEnd(memory), CapturedEnd(memory)}
    , m_findings(memory)
    , m_hasFormer(former.has_value())
    , m_mayBeCopy(former && former->hasSameSyn)
{
    if (former)
        m_formerStates = former->states;
}

void ConnectionInference::add(const CapturedSegment& captured)
{
    const Side side = senderOf(captured);
    const Segment& segment = captured.segment;
    const std::optional<Seq> acknowledged = m_ends[other(side)].numbers.acknowledged();
    const ObservedEnd::Novelty novelty = m_ends[side].numbers.noveltyOf(segment, captured.at, acknowledged);
    count(side, captured, novelty);
    if (isPlain(side, segment, novelty))
        return update(side, captured, novelty);
    if (novelty == ObservedEnd::Novelty::CapturedTwice) {
        note(FindingKind::CapturedTwice, side, captured.at, captured.packet);
        return;
    }
    if (isStray(side, segment)) {
        note(segment.flags.rst ? FindingKind::ResetIgnored : FindingKind::OutsideWindow, side, captured.at,
             captured.packet);
        return;
    }
    noteSegment(side, captured, novelty);
    const bool isLate = novelty == ObservedEnd::Novelty::FillsHole;
    const bool isOvertaken = isLate && m_ends[side].numbers.isOvertaken(captured.at);
    if (isOvertaken && m_ends[side].numbers.isCompletedBy(segment))
        takeBackGap(side);
    else if (isLate && !isOvertaken && segment.flags.fin && !m_ends[side].numbers.sentFin())
        closeBefore(side, captured);
    if (isFirstOfOlder(side, segment))
        speakUnknown(side, captured); // what came to it before met it so
    if (segment.flags.ack && !m_ends[side].numbers.acknowledged())
        m_ends[other(side)].numbers.chooseSyn(segment.ack);
    settle(side, captured);
    const bool isNewTimestamp =
        segment.options.timestamps && segment.options.timestamps->value != m_ends[side].numbers.lastTimestamp();
    infer(side, captured, isOvertaken ? ObservedEnd::Novelty::New : novelty);
    noteText(side, captured);
    if (!segment.flags.syn || !m_ends[side].numbers.sentSyn() || m_ends[side].numbers.iss() == segment.seq)
        update(side, captured, novelty);
    else if (segment.flags.ack)
        offerOtherSyn(side, segment);
    if (novelty == ObservedEnd::Novelty::FillsHole || novelty == ObservedEnd::Novelty::Repeated)
        goOn(other(side), captured);
    const ObservedEnd& peer = m_ends[other(side)].numbers;
    const bool mayAcknowledgeFin = peer.isOvertaken(captured.at) && peer.holeSince() == captured.at;
    if (isTelling(other(side), segment) || mayAcknowledgeFin)
        await(other(side), captured, novelty, isNewTimestamp);
    if (isOvertaken)
        arriveAnswered(other(side), captured);
    m_isFlowing = isFlowing();
}

void ConnectionInference::count(Side side, const CapturedSegment& captured, ObservedEnd::Novelty novelty)
{
    if (m_segments == 0) {
        m_firstSeen = captured.at;
        m_firstPacket = captured.packet;
        m_firstSender = side;
    }
    ++m_segments;
    m_lastSeen = captured.at;
    m_lastPacket = captured.packet;
    m_unansweredProbes[other(side)] = 0;
    if (novelty != ObservedEnd::Novelty::New && novelty != ObservedEnd::Novelty::FillsHole)
        return;
    const Seq begin = captured.segment.textSeq();
    const std::uint32_t octets = captured.segment.text.length;
    const Seq nxt = m_ends[side].numbers.nxt();
    const bool isPartlyRepeated =
        novelty == ObservedEnd::Novelty::New && m_ends[side].numbers.isSeen() && before(begin, nxt);
    m_octets[side] += octets - (isPartlyRepeated ? std::min(octets, nxt - begin) : 0U);
}

/// Most segments are so: text or an ACK in the middle of an open connection, that can move nobody.
bool ConnectionInference::isPlain(Side side, const Segment& segment, ObservedEnd::Novelty novelty) const
{
    const Flags& flags = segment.flags;
    if (!m_isFlowing || flags.syn || flags.fin || flags.rst || !flags.ack || novelty != ObservedEnd::Novelty::New
        || segment.window == 0 || m_ends[other(side)].numbers.windowField() == 0)
        return false;
    const ObservedEnd& receiver = m_ends[other(side)].numbers;
    return !before(segment.end(), m_ends[side].numbers.nxt()) && atOrBefore(segment.end(), *receiver.windowEdge())
           && atOrBefore(segment.ack, receiver.nxt());
}

/// Both ends are known to be in ESTABLISHED, and nothing is on its way that could change that.
bool ConnectionInference::isFlowing() const
{
    return std::ranges::all_of(allSides, [this](Side side) {
        const CapturedEnd& end = m_ends[side];
        return end.state() == State::Established && end.states.back().certainty() == Certainty::Sure
               && end.pending.empty() && end.numbers.windowEdge();
    });
}

/// It cannot be of this connection, or its receiver has no room for it.
bool ConnectionInference::isStray(Side side, const Segment& segment) const
{
    const ObservedEnd& sender = m_ends[side].numbers;
    const ObservedEnd& receiver = m_ends[other(side)].numbers;
    if (segment.flags.syn && segment.flags.ack && receiver.sentSyn() && !receiver.isAnsweredBy(segment.ack))
        return true; // it answers the SYN of another
    if (segment.flags.syn || !sender.isSeen() || m_ends[other(side)].state() == State::SynSent)
        return false;
    const std::uint32_t ahead = segment.seq - sender.nxt();
    const std::uint32_t behind = sender.nxt() - segment.seq;
    if (std::min(ahead, behind) >= farAway)
        return true;
    const std::optional<Seq> edge = receiver.windowEdge();
    return edge && before(sender.nxt(), segment.seq) && before(*edge, segment.seq);
}

void ConnectionInference::update(Side side, const CapturedSegment& captured, ObservedEnd::Novelty novelty)
{
    using Novelty = ObservedEnd::Novelty;
    const Segment& segment = captured.segment;
    CapturedEnd& sender = m_ends[side];
    CapturedEnd& receiver = m_ends[other(side)];
    if (segment.flags.ack && !segment.flags.rst) {
        if (receiver.numbers.noteAcknowledged(segment.ack, captured.at))
            noteGap(other(side), captured);
        sender.endSample(segment.ack, captured.at);
    }
    if (segment.flags.fin)
        m_finSeen[side] = captured.at;
    const bool wasSyn = sender.numbers.sentSyn();
    const bool wasKnown = sender.numbers.isLastOctetSeen();
    sender.numbers.noteSent(segment, captured.at);
    if (!wasKnown && sender.numbers.isLastOctetSeen())
        resolveDoubt();
    if (sender.numbers.sentSyn() != wasSyn || !sender.numbers.scale())
        agreeOnScale();
    if (segment.length() == 0 || segment.flags.rst)
        return;
    if (novelty == Novelty::New)
        receiver.startSample(segment.end(), captured.at);
    else
        receiver.cancelSample();
}

/// Which of the two is answered tells nothing of how long the way is.
void ConnectionInference::offerOtherSyn(Side side, const Segment& synAck)
{
    m_ends[side].numbers.noteOtherSyn(synAck.seq);
    m_ends[other(side)].cancelSample();
}

/// RFC 7323 section 2.2: windows are scaled if both SYNs offer it.
void ConnectionInference::agreeOnScale()
{
    const ObservedEnd& client = m_ends.client.numbers;
    const ObservedEnd& server = m_ends.server.numbers;
    if (!client.sentSyn() || !server.sentSyn())
        return;
    const bool isAgreed = client.offer().windowScale && server.offer().windowScale;
    for (const Side side : allSides) {
        ObservedEnd& numbers = m_ends[side].numbers;
        numbers.setScale(isAgreed ? numbers.offer().windowScale : std::uint8_t{0});
    }
}

/// What was not captured was no FIN.
void ConnectionInference::resolveDoubt()
{
    for (const Side side : allSides) {
        for (StateSighting& sighting : m_ends[side].states)
            sighting.isDoubted = sighting.isDoubted && isDoubtful(sighting.state);
    }
}

/// What came before the capture, or what is missing in it, may have been a FIN; or there may be no such connection.
bool ConnectionInference::isDoubtful(State reached) const
{
    if (m_mayBeCopy)
        return true;
    if (reached == State::Established && isStartSeen())
        return false; // nothing can have been closed before
    return std::ranges::any_of(allSides, [&](Side side) {
        const ObservedEnd& numbers = m_ends[side].numbers;
        return numbers.isSeen() ? !numbers.isLastOctetSeen() : !isStartSeen();
    });
}

bool ConnectionInference::isStartSeen() const
{
    return m_ends.client.numbers.sentSyn() || m_ends.server.numbers.sentSyn();
}

bool ConnectionInference::isTelling(Side receiver, const Segment& segment) const
{
    if (segment.flags.syn || segment.flags.fin || segment.flags.rst)
        return true;
    const CapturedEnd& end = m_ends[receiver];
    switch (end.state()) {
    case State::SynSent:
    case State::SynReceived:
    case State::FinWait1:
    case State::Closing:
    case State::LastAck: return segment.flags.ack && segment.ack == end.numbers.nxt();
    case State::Closed:
    case State::Listen:
    case State::Established:
    case State::FinWait2:
    case State::TimeWait:
    case State::CloseWait: return false;
    }
    return false;
}

/// Of resets one is as good as many, and an ACK moves fewer than a FIN; where there is neither, the oldest goes.
void ConnectionInference::dropOne(Side receiver, const CapturedSegment& captured)
{
    std::pmr::vector<Pending>& pending = m_ends[receiver].pending;
    auto dropped = std::ranges::find_if(pending, [](const Pending& each) { return each.flags.rst; });
    if (dropped == pending.end())
        dropped = std::ranges::find_if(pending, [](const Pending& each) { return each.length() == 0; });
    if (dropped == pending.end())
        dropped = pending.begin();
    if (dropped->entry < 0 && dropped->length() == 0 && !dropped->flags.rst)
        arrive(receiver, *dropped, false, captured.at);
    pending.erase(dropped);
}

void ConnectionInference::await(Side receiver, const CapturedSegment& captured, ObservedEnd::Novelty novelty,
                                bool isNewTimestamp)
{
    std::pmr::vector<Pending>& pending = m_ends[receiver].pending;
    const bool isBeyondHole = captured.segment.length() > 0 && m_ends[other(receiver)].numbers.hasHole();
    if (isBeyondHole && captured.segment.flags.fin) { // the FIN waits for what is missing, its ACK counts at once
        CapturedSegment itsAck = captured;
        itsAck.segment.flags.fin = false;
        itsAck.segment.text = {};
        if (isTelling(receiver, itsAck.segment))
            await(receiver, itsAck, novelty, isNewTimestamp);
    }
    if (pending.size() == Pending::most)
        dropOne(receiver, captured);
    const auto& timestamps = captured.segment.options.timestamps;
    for (Pending& earlier : pending)
        earlier.tellsByEcho = earlier.tellsByEcho && timestamps && earlier.timestamp != timestamps->value;
    m_ends[receiver].await(
        {.at = captured.at,
         .seq = captured.segment.seq,
         .ack = captured.segment.ack,
         .textLength = captured.segment.text.length,
         .timestamp = timestamps ? timestamps->value : 0,
         .packet = captured.packet,
         .lessAcknowledgedAfter = Pending::never,
         .flags = captured.segment.flags,
         .entry = -1,
         .repeated = novelty == ObservedEnd::Novelty::Repeated || novelty == ObservedEnd::Novelty::KeepAlive,
         .isBeyondHole = isBeyondHole,
         .tellsByEcho = isNewTimestamp});
}

void ConnectionInference::finish(Time end)
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    for (const Side side : allSides)
        settleAtEnd(side, end);
    noteEnd(end);
    for (const Side side : allSides) {
        outliveTimeWait(side, end);
        m_ends[side].awaitNothing();
    }
}

bool ConnectionInference::isOver() const
{
    const auto isLeft = [](const CapturedEnd& end) {
        return end.state() == State::TimeWait || (end.isKnown() && end.state() == State::Closed);
    };
    return m_firstFin || isLeft(m_ends.client) || isLeft(m_ends.server);
}

/// Nothing more can come of it: both FINs are acknowledged, or one end that had the connection has reset it.
bool ConnectionInference::isClosed() const
{
    const auto hasLeft = [](const CapturedEnd& end) { return end.hasOpened() && end.state() == State::Closed; };
    return (m_finAcknowledged.client && m_finAcknowledged.server) || hasLeft(m_ends.client) || hasLeft(m_ends.server);
}

std::uint32_t ConnectionInference::distanceFrom(Side side, const Segment& segment) const
{
    const auto between = [](Seq a, Seq b) { return std::min(a - b, b - a); };
    const ObservedEnd& sender = m_ends[side].numbers;
    const ObservedEnd& receiver = m_ends[other(side)].numbers;
    if (segment.flags.ack && receiver.isSeen())
        return between(segment.ack, receiver.nxt());
    return sender.isSeen() ? between(segment.seq, sender.nxt()) : std::numeric_limits<std::uint32_t>::max();
}

void ConnectionInference::disown()
{
    for (const Side side : allSides) {
        m_ends[side].states.clear();
        m_ends[side].awaitNothing();
    }
    m_findings.clear();
    note(FindingKind::StraySyn, Side::Client, m_firstSeen, m_firstPacket);
    m_isFinished = true;
}

bool ConnectionInference::isEndedBySyn(Side side, const Segment& syn) const
{
    const CapturedEnd& sender = m_ends[side];
    const CapturedEnd& receiver = m_ends[other(side)];
    if (sender.numbers.knowsIss() && sender.numbers.iss() == syn.seq)
        return !syn.flags.ack && isClosed() && !sender.numbers.isOlder(syn); // or it is sent again, or late
    if (!sender.numbers.isSeen() && receiver.state() == State::SynSent)
        return false; // both at once
    if (syn.flags.ack && receiver.numbers.sentSyn() && receiver.numbers.isAnsweredBy(syn.ack))
        return false; // the answer to its SYN
    if (isOver())
        return true;
    const std::optional<Seq> edge = receiver.numbers.windowEdge();
    const bool isInWindow =
        edge && syn.seq - *receiver.numbers.acknowledged() < *edge - *receiver.numbers.acknowledged();
    // RFC 9293 section 3.10.7.4, fourth: in SYN_RECEIVED it leads back to LISTEN.
    return !isInWindow || !isSynchronized(receiver.state()) || receiver.state() == State::SynReceived;
}

} // namespace finwait
