// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/captured_end.h"

#include <algorithm>
#include <array>

namespace finwait {

namespace {

/// A capture may have millions of connections: none has much more room than it needs, nor often leaves one for a
/// larger.
template <typename T, std::size_t Count>
void makeRoom(std::pmr::vector<T>& kept, const std::array<std::size_t, Count>& steps)
{
    if (kept.size() < kept.capacity())
        return;
    const auto step = std::ranges::upper_bound(steps, kept.size());
    if (step != steps.end())
        kept.reserve(*step);
}

} // namespace

void CapturedEnd::enter(const StateSighting& sighting)
{
    // Of a connection that never opens; of one that opens and closes; of one that does so in a rare way.
    makeRoom(states, std::array<std::size_t, 3>{2, 6, 8});
    states.push_back(sighting);
}

void CapturedEnd::await(const Pending& segment)
{
    makeRoom(pending, std::array<std::size_t, 2>{1, Pending::most});
    pending.push_back(segment);
}

bool CapturedEnd::hasReceivedFin() const
{
    switch (state()) {
    case State::CloseWait:
    case State::LastAck:
    case State::Closing:
    case State::TimeWait: return true;
    case State::Closed:
    case State::Listen:
    case State::SynSent:
    case State::SynReceived:
    case State::Established:
    case State::FinWait1:
    case State::FinWait2: return false;
    }
    return false;
}

bool CapturedEnd::isSynchronizedOnce() const
{
    return std::ranges::any_of(states, isSynchronized, &StateSighting::state);
}

/// What the end had acknowledged before it is known; between that and the segment nothing is known to be missing, and
/// so it counts as received.
Tcb CapturedEnd::meeting(const Segment& segment, const ObservedEnd& peer) const
{
    Tcb tcb;
    tcb.state = state();
    tcb.origin = origin;
    tcb.snd.iss = numbers.iss();
    tcb.snd.nxt = numbers.isSeen() || numbers.knowsIss() ? numbers.nxt() : segment.ack; // it has sent that, at least
    tcb.snd.una = tcb.state == State::SynSent || tcb.state == State::SynReceived ? tcb.snd.iss : segment.ack;
    tcb.finSent = numbers.sentFin();
    tcb.rcv.irs = peer.iss();
    const Seq acknowledged = numbers.acknowledged().value_or(segment.seq);
    const bool isBetween = atOrBefore(acknowledged, segment.seq) && atOrBefore(segment.seq, peer.nxt());
    const bool isFinAnswered = segment.flags.fin && !hasReceivedFin() && segment.end() == acknowledged;
    tcb.rcv.nxt = isBetween || isFinAnswered ? segment.seq : acknowledged;
    tcb.rcv.finSeen = hasReceivedFin();
    if (tcb.rcv.finSeen)
        tcb.rcv.nxt = peer.sentFin() ? peer.fin() + 1 : later(acknowledged, tcb.rcv.nxt);
    const std::optional<Seq> edge = numbers.windowEdge();
    tcb.rcv.wnd = edge && !before(*edge, tcb.rcv.nxt) ? *edge - tcb.rcv.nxt : largestWindow;
    return tcb;
}

void CapturedEnd::startSample(Seq end, Time at)
{
    if (m_isSampling)
        return;
    m_isSampling = true;
    m_sampleEnd = end;
    m_sampleAt = at;
}

void CapturedEnd::endSample(Seq ack, Time at)
{
    if (!m_isSampling || before(ack, m_sampleEnd))
        return;
    m_isSampling = false;
    const Duration took = at - m_sampleAt;
    roundTrip = roundTrip ? std::min(*roundTrip, took) : took;
}

} // namespace finwait
