// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/script_scale.h"

namespace finwait {

namespace {

/// Scripts have no numbers below zero: what lies before the first one wraps.
std::int64_t from(Seq base, Seq number)
{
    return number - base;
}

ScriptSegment onScale(const Segment& segment, Seq seqBase, Seq ackBase)
{
    ScriptSegment written;
    written.seq = from(seqBase, segment.seq);
    written.octets = segment.text.length;
    if (segment.flags.ack)
        written.ack = from(ackBase, segment.ack);
    written.flags = segment.flags;
    written.window = segment.window;
    if (segment.flags.urg)
        written.urgentPointer = segment.urgentPointer;
    written.options = segment.options;
    return written;
}

} // namespace

/// Without a TCB, any scale does as long as the answer is on it, too: that of the connection which is meant. Who has
/// sent a SYN knows its own numbers, but none of the peer's.
ScriptScale::Bases ScriptScale::basesFor(const Flight& arriving, State state) const
{
    const Segment& segment = arriving.segment;
    switch (state) {
    case State::Closed: return {arriving.ackBase, arriving.seqBase};
    case State::Listen: return {arriving.ackBase, segment.flags.syn ? segment.seq : arriving.seqBase};
    case State::SynSent: return {m_bases.nearEnd, segment.flags.syn ? segment.seq : arriving.seqBase};
    case State::SynReceived:
    case State::Established:
    case State::FinWait1:
    case State::FinWait2:
    case State::Closing:
    case State::TimeWait:
    case State::CloseWait:
    case State::LastAck: break;
    }
    return m_bases;
}

ScriptSegment ScriptScale::arriving(const Flight& flight, State state)
{
    m_ofArrival = basesFor(flight, state);
    m_bases.peer = m_ofArrival.peer;
    ScriptSegment written = onScale(flight.segment, m_ofArrival.peer, m_ofArrival.nearEnd);
    written.inbound = true;
    return written;
}

ScriptSegment ScriptScale::sent(const Flight& flight, bool answers)
{
    const Segment& segment = flight.segment;
    if (flight.role == SegmentRole::Reset && answers) {
        // "If the ACK bit is off, sequence number zero is used" (RFC 9293 section 3.10.7.1), whatever the scale.
        const bool isPlainZero = segment.flags.ack && segment.seq == Seq{0};
        return onScale(segment, isPlainZero ? Seq{0} : m_ofArrival.nearEnd, m_ofArrival.peer);
    }
    if (segment.flags.syn)
        m_bases.nearEnd = segment.seq;
    return onScale(segment, m_bases.nearEnd, m_bases.peer);
}

/// TIME_WAIT that was left for a new connection may be gone back to.
void ScriptScale::taken(Trigger trigger)
{
    if (trigger == Trigger::RcvNewSyn)
        m_former = m_bases.nearEnd;
    else if (trigger == Trigger::RcvRstReopened || trigger == Trigger::RetriesExhaustedReopened)
        m_bases.nearEnd = m_former;
}

} // namespace finwait
