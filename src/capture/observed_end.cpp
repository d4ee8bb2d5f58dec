// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/observed_end.h"

#include <algorithm>

namespace finwait {

namespace {

/// Nothing is sent again sooner.
constexpr Duration shortestInterval = 1ms;

/// No probe is sent sooner after what was sent before it. An ACK with an old number has only been overtaken.
constexpr Duration shortestSilence = 100ms;

} // namespace

ObservedEnd::Novelty ObservedEnd::noveltyOf(const Segment& segment, Time at, std::optional<Seq> acknowledged) const
{
    const std::uint32_t length = segment.length();
    if (!m_isSeen || segment.flags.rst)
        return Novelty::New;
    if (length > 0 && at - m_lastSeen <= shortestInterval && isSameAsLast(segment))
        return Novelty::CapturedTwice;
    if (segment.flags.syn) {
        const bool wasSent = segment.flags.ack ? m_sentSynAck : m_sentSyn;
        return wasSent && segment.seq == m_iss ? Novelty::Repeated : Novelty::New;
    }
    const bool mayBeProbe = length == 0 || (length == 1 && !segment.flags.fin && acknowledged == m_nxt);
    if (mayBeProbe && acknowledged == segment.seq + 1 && at - m_lastSeen >= shortestSilence)
        return Novelty::KeepAlive;
    if (length == 0 || !before(segment.seq, m_nxt) || before(m_nxt, segment.end()))
        return Novelty::New;
    if ((m_hasHole || isOvertaken(at)) && before(segment.seq, m_holeTo) && before(m_holeFrom, segment.end()))
        return Novelty::FillsHole;
    return Novelty::Repeated;
}

bool ObservedEnd::isSameAsLast(const Segment& segment) const
{
    const std::uint32_t timestamp = segment.options.timestamps ? segment.options.timestamps->value : m_lastTimestamp;
    return segment.seq == m_lastSeq && segment.length() == m_lastLength && segment.flags == m_lastFlags
           && segment.window == m_windowField && timestamp == m_lastTimestamp
           && (!segment.flags.ack || segment.ack == m_acked);
}

void ObservedEnd::noteSent(const Segment& segment, Time at)
{
    const Flags& flags = segment.flags;
    m_lastSeen = at;
    m_lastSeq = segment.seq;
    m_lastLength = segment.length();
    m_lastFlags = flags;
    if (!m_isSeen || (flags.syn && !m_sentSyn)) {
        m_isSeen = true;
        m_iss = flags.syn ? segment.seq : segment.seq - 1;
        m_nxt = flags.syn ? segment.end() : segment.seq;
        m_seenEnd = m_nxt - 1; // nothing yet
    }
    if (flags.syn) {
        m_sentSyn = true;
        m_sentSynAck = m_sentSynAck || flags.ack;
        m_knowsIss = true;
        m_offer = {.mss = segment.options.mss,
                   .windowScale = segment.options.windowScale,
                   .sackPermitted = segment.options.sackPermitted,
                   .timestamps = segment.options.timestamps.has_value()};
    }
    if (!flags.rst) // an ACK alone tells as well what must have been sent before
        noteHole(segment, at);
    if (segment.length() == 0 && !flags.rst)
        m_nxt = later(m_nxt, segment.seq);
    if (segment.length() > 0 && !flags.rst) {
        m_nxt = later(m_nxt, segment.end());
        if (segment.end() == m_nxt)
            m_seenEnd = m_nxt;
        if (flags.fin && !flags.syn) {
            m_sentFin = true;
            m_fin = segment.end() - 1;
        }
    }
    if (segment.options.timestamps)
        m_lastTimestamp = segment.options.timestamps->value;
    if (!flags.rst)
        noteWindow(segment);
}

/// What is missing before a segment may come later, or was not captured. Of several holes only their common bounds are
/// kept.
void ObservedEnd::noteHole(const Segment& segment, Time at)
{
    if (before(m_nxt, segment.seq)) {
        if (!m_hasHole) {
            m_holeFrom = m_nxt;
            m_holeSince = at;
            m_isAcknowledgedUnseen = false;
        }
        m_holeTo = segment.seq;
        m_hasHole = true;
    } else if ((m_hasHole || m_isAcknowledgedUnseen) && atOrBefore(segment.seq, m_holeFrom)
               && before(m_holeFrom, segment.end())) {
        m_holeFrom = segment.end();
        m_hasHole = m_hasHole && before(m_holeFrom, m_holeTo);
    }
}

void ObservedEnd::noteWindow(const Segment& segment)
{
    m_windowField = segment.window;
    if (!segment.flags.ack)
        return;
    const std::uint8_t shift = segment.flags.syn ? 0 : m_scale.value_or(0);
    const Seq edge = segment.ack + (static_cast<std::uint32_t>(segment.window) << shift);
    if (!m_knowsAck || edge - m_edge < farAway)
        m_edge = edge;
    m_acked = m_knowsAck ? later(m_acked, segment.ack) : segment.ack;
    m_knowsAck = true;
}

bool ObservedEnd::isOvertaken(Time at) const
{
    return m_isAcknowledgedUnseen && at - m_holeSince < shortestInterval;
}

bool ObservedEnd::noteAcknowledged(Seq ack, Time at)
{
    if (!m_isSeen)
        return false;
    if (before(m_nxt, ack) && ack - m_nxt < farAway) {
        m_holeFrom = m_nxt;
        m_holeTo = ack;
        m_holeSince = at;
        m_isAcknowledgedUnseen = true;
        m_nxt = ack;
        m_hasHole = false;
        return true;
    }
    if (m_hasHole && atOrBefore(m_holeTo, ack) && atOrBefore(ack, m_nxt)) {
        m_hasHole = false;
        return true;
    }
    return false;
}

void ObservedEnd::noteOtherSyn(Seq iss)
{
    m_otherIss = iss;
    m_hasOtherSyn = true;
}

void ObservedEnd::chooseSyn(Seq ack)
{
    if (!m_hasOtherSyn || ack != m_otherIss + 1)
        return;
    m_hasOtherSyn = false;
    m_hasHole = false;
    m_iss = m_otherIss;
    m_nxt = ack;
    m_seenEnd = ack;
}

void ObservedEnd::assumeIss(Seq iss)
{
    if (m_knowsIss)
        return;
    m_knowsIss = true;
    m_iss = iss;
    if (!m_isSeen)
        m_nxt = iss + 1;
}

} // namespace finwait
