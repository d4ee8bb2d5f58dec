// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is worth knowing of a connection beyond its states.
#include "capture/connection_inference.h"

#include <algorithm>
#include <limits>

namespace finwait {

namespace {

/// Who waits for less than this where the capture ends may still be answered.
constexpr Duration timeToFinish = 1s;

std::uint64_t milliseconds(Duration duration)
{
    return static_cast<std::uint64_t>(std::max(duration, Duration{}) / 1ms);
}

} // namespace

void ConnectionInference::note(FindingKind kind, Side side, Time at, std::uint32_t packet, std::uint64_t value)
{
    auto last = m_findings.before_begin();
    for (auto next = m_findings.begin(); next != m_findings.end(); last = next++) {
        if (next->kind != kind || next->side != side)
            continue;
        next->last = std::max(next->last, at);
        next->value += value;
        ++next->count;
        return;
    }
    m_findings.insert_after(last, Finding{.first = at,
                                          .last = at,
                                          .value = value,
                                          .packet = packet,
                                          .count = 1,
                                          .kind = kind,
                                          .side = side,
                                          .state = m_ends[side].state()});
}

void ConnectionInference::forget(FindingKind kind, Side side)
{
    m_findings.remove_if([&](const Finding& finding) { return finding.kind == kind && finding.side == side; });
}

void ConnectionInference::noteSegment(Side side, const CapturedSegment& captured, ObservedEnd::Novelty novelty)
{
    const Segment& segment = captured.segment;
    const Flags& flags = segment.flags;
    const ObservedEnd& peer = m_ends[other(side)].numbers;
    const auto found = [&](FindingKind kind) { note(kind, side, captured.at, captured.packet); };
    if (flags.syn && flags.fin)
        found(FindingKind::SynWithFin);
    if (flags.syn && flags.rst)
        found(FindingKind::SynWithRst);
    if (!flags.syn && !flags.rst && !flags.ack)
        found(FindingKind::AckMissing);
    if (flags.ack && !flags.syn && !flags.rst && segment.window == 0)
        found(FindingKind::ZeroWindow);
    const bool isClosed = peer.isSeen() && peer.acknowledged() && peer.windowField() == 0;
    const bool isLastOctet = segment.text.length == 1 && !before(segment.end(), m_ends[side].numbers.nxt());
    if (isClosed && !flags.fin && (isLastOctet || novelty == ObservedEnd::Novelty::KeepAlive))
        found(FindingKind::WindowProbed);
    else if (novelty == ObservedEnd::Novelty::KeepAlive)
        noteKeepAlive(side, captured);
    else if (novelty == ObservedEnd::Novelty::Repeated)
        noteRepeated(side, captured);
    if (flags.ack && !flags.rst)
        noteAckOfFin(side, captured);
}

void ConnectionInference::noteKeepAlive(Side side, const CapturedSegment& captured)
{
    note(FindingKind::KeepAlive, side, captured.at, captured.packet);
    std::uint16_t& unanswered = m_unansweredProbes[side];
    if (unanswered < std::numeric_limits<std::uint16_t>::max())
        ++unanswered;
}

void ConnectionInference::noteRepeated(Side side, const CapturedSegment& captured)
{
    const Segment& segment = captured.segment;
    const auto found = [&](FindingKind kind, std::uint64_t value = 0) {
        note(kind, side, captured.at, captured.packet, value);
    };
    if (segment.flags.syn)
        return found(segment.flags.ack ? FindingKind::SynAckRetransmitted : FindingKind::SynRetransmitted);
    if (segment.flags.fin)
        found(FindingKind::FinRetransmitted);
    if (!segment.text.empty())
        found(FindingKind::DataRetransmitted, segment.text.length);
}

/// Of text that an end sends when a FIN has been sent, by its peer or by itself.
void ConnectionInference::noteText(Side side, const CapturedSegment& captured)
{
    const CapturedEnd& end = m_ends[side];
    const Segment& segment = captured.segment;
    if (segment.text.empty())
        return;
    if (end.numbers.sentFin() && before(end.numbers.fin(), segment.textSeq() + segment.text.length))
        note(FindingKind::DataAfterFin, side, captured.at, captured.packet, segment.text.length);
    else if (end.state() == State::CloseWait)
        note(FindingKind::DataWhileHalfClosed, side, captured.at, captured.packet, segment.text.length);
}

void ConnectionInference::noteAckOfFin(Side side, const CapturedSegment& captured)
{
    const ObservedEnd& peer = m_ends[other(side)].numbers;
    if (!peer.sentFin() || m_finAcknowledged[other(side)] || atOrBefore(captured.segment.ack, peer.fin()))
        return;
    m_finAcknowledged[other(side)] = true;
    const Duration late = captured.at - m_finSeen[other(side)] - m_ends[side].roundTrip.value_or(Duration{});
    if (late > latestAck)
        note(FindingKind::FinAcknowledgedLate, side, captured.at, captured.packet, milliseconds(late));
}

void ConnectionInference::noteReason(Reason reason, Side sender, const Pending& pending)
{
    // An ACK before the window was overtaken; that happens all the time.
    const bool isOverdue = pending.length() == 0 && !pending.flags.rst;
    if ((reason == Reason::OutsideWindow && !isOverdue) || reason == Reason::RstOutsideWindow)
        note(FindingKind::OutsideWindow, sender, pending.at, pending.packet);
    else if (reason == Reason::RstNotAtLeftEdge)
        note(FindingKind::ResetIgnored, sender, pending.at, pending.packet);
}

/// `captured` shows that a RST, or a SYN of another connection, has not moved the end.
void ConnectionInference::noteIgnored(Side side, const Pending& ignored, const CapturedSegment& captured)
{
    const CapturedEnd& end = m_ends[side];
    const Segment& segment = captured.segment;
    if (ignored.flags.syn && ignored.seq == m_ends[other(side)].numbers.iss())
        return; // once more the SYN that opened it
    note(ignored.flags.rst ? FindingKind::ResetIgnored : FindingKind::StraySyn, other(side), ignored.at,
         ignored.packet);
    const bool saysNothingNew = segment.length() == 0 && segment.ack == end.numbers.acknowledged();
    if (saysNothingNew)
        note(FindingKind::ChallengeAck, side, captured.at, captured.packet);
}

/// `side` has sent something that its peer has acknowledged and the capture does not have. What seemed to lie outside
/// of the window did so for that.
void ConnectionInference::noteGap(Side side, const CapturedSegment& captured)
{
    note(FindingKind::Gap, side, captured.at, captured.packet);
    forget(FindingKind::OutsideWindow, side);
}

/// The last one was none: what was missing has come.
void ConnectionInference::takeBackGap(Side side)
{
    const auto gap = std::ranges::find_if(
        m_findings, [&](const Finding& finding) { return finding.kind == FindingKind::Gap && finding.side == side; });
    if (gap != m_findings.end() && --gap->count == 0)
        forget(FindingKind::Gap, side);
}

void ConnectionInference::noteEnd(Time end)
{
    const Opening opened = opening();
    const ObservedEnd& client = m_ends.client.numbers;
    const ObservedEnd& server = m_ends.server.numbers;
    if (opened == Opening::Unanswered) {
        noteUnanswered();
    } else if (client.isSeen() != server.isSeen()) {
        note(FindingKind::OneDirection, client.isSeen() ? Side::Client : Side::Server, m_firstSeen, m_firstPacket);
        if (server.sentSyn())
            forget(FindingKind::StartMissing, Side::Server); // nothing else of the opening went in this direction
    } else if (opened == Opening::Incomplete) {
        note(FindingKind::HandshakeIncomplete, Side::Server, m_firstSeen, m_firstPacket);
    }
    if (opened == Opening::ThreeWay && server.isSeen() && !server.sentSyn())
        note(FindingKind::Gap, Side::Server, m_firstSeen, m_firstPacket);
    if (m_hasFormer)
        noteFormer(opened);
    for (const Side side : allSides) {
        noteDeadPeer(side, end);
        noteUnfinished(side, end);
    }
}

/// The connection before it on the same ports.
bool ConnectionInference::wasInTimeWait() const
{
    return m_hasFormer && (m_formerStates.client == State::TimeWait || m_formerStates.server == State::TimeWait);
}

void ConnectionInference::noteUnanswered()
{
    const auto again = std::ranges::find_if(m_findings, [](const Finding& finding) {
        return finding.kind == FindingKind::SynRetransmitted && finding.side == Side::Client;
    });
    const std::uint32_t times = 1 + (again == m_findings.end() ? 0 : again->count);
    if (!wasInTimeWait() && (!m_ends.server.numbers.isSeen() || m_ends.server.numbers.sentSyn()))
        note(FindingKind::SynUnanswered, Side::Client, m_firstSeen, m_firstPacket, times);
}

/// It has given up, or has waited long enough.
void ConnectionInference::noteDeadPeer(Side side, Time end)
{
    const bool isOver = m_resetBy == side || end - m_ends[side].numbers.lastSeen() >= timeToFinish;
    if (m_unansweredProbes[side] > 0 && isOver)
        note(FindingKind::KeepAliveUnanswered, side, m_lastSeen, m_lastPacket, m_unansweredProbes[side]);
}

void ConnectionInference::noteFormer(Opening opened)
{
    const bool isOpened = opened != Opening::Unanswered && opened != Opening::Refused;
    FindingKind kind = FindingKind::PortsReused;
    if (wasInTimeWait())
        kind = isOpened ? FindingKind::TimeWaitReused : FindingKind::SynInTimeWait;
    note(kind, Side::Client, m_firstSeen, m_firstPacket);
}

/// What a side still waits for at the end of the capture.
void ConnectionInference::noteUnfinished(Side side, Time end)
{
    const CapturedEnd& left = m_ends[side];
    if (!left.isKnown() || !m_ends[other(side)].numbers.isSeen())
        return;
    const StateSighting& last = left.states.back();
    const Duration waited = end - last.seen;
    const auto note = [&](FindingKind kind) {
        const bool isValued = kind == FindingKind::LeftInCloseWait || kind == FindingKind::LeftInFinWait2;
        if (waited < timeToFinish)
            this->note(FindingKind::StillClosing, side, last.seen, last.packet);
        else
            this->note(kind, side, last.seen, last.packet, isValued ? milliseconds(waited) : 0);
    };
    switch (last.state) {
    case State::CloseWait: note(FindingKind::LeftInCloseWait); return;
    case State::FinWait2: note(FindingKind::LeftInFinWait2); return;
    case State::FinWait1:
    case State::Closing:
    case State::LastAck: note(FindingKind::FinUnacknowledged); return;
    case State::Closed:
    case State::Listen:
    case State::SynSent:
    case State::SynReceived:
    case State::Established:
    case State::TimeWait: return;
    }
}

} // namespace finwait
