// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/observed_end.h"

#include <algorithm>

namespace finwait {

namespace {

/// More than any window: what is further away does not belong here.
constexpr std::uint32_t farAway = 1U << 30U;

} // namespace

ObservedEnd::Novelty ObservedEnd::noveltyOf(const Segment& segment, std::optional<Seq> acknowledged) const
{
    const std::uint32_t length = segment.length();
    if (!m_isSeen || segment.flags.rst)
        return Novelty::New;
    if (segment.flags.syn)
        return m_sentSyn && segment.seq == m_iss ? Novelty::Repeated : Novelty::New;
    const bool mayBeProbe = length == 0 || (length == 1 && !segment.flags.fin);
    if (mayBeProbe && segment.seq + 1 == m_nxt && acknowledged == m_nxt)
        return Novelty::KeepAlive;
    if (length == 0 || !before(segment.seq, m_nxt) || before(m_nxt, segment.end()))
        return Novelty::New;
    if (m_hasHole && before(segment.seq, m_holeTo) && before(m_holeFrom, segment.end()))
        return Novelty::FillsHole;
    return Novelty::Repeated;
}

void ObservedEnd::noteSent(const Segment& segment)
{
    const Flags& flags = segment.flags;
    if (!m_isSeen || (flags.syn && !m_sentSyn)) {
        m_isSeen = true;
        m_iss = flags.syn ? segment.seq : segment.seq - 1;
        m_nxt = flags.syn ? segment.end() : segment.seq;
    }
    if (flags.syn) {
        m_sentSyn = true;
        m_knowsIss = true;
        m_synOptions = segment.options;
    }
    if (segment.length() > 0 && !flags.rst) {
        noteHole(segment);
        m_nxt = later(m_nxt, segment.end());
        if (flags.fin) {
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
void ObservedEnd::noteHole(const Segment& segment)
{
    if (before(m_nxt, segment.seq)) {
        if (!m_hasHole)
            m_holeFrom = m_nxt;
        m_holeTo = segment.seq;
        m_hasHole = true;
    } else if (m_hasHole && atOrBefore(segment.seq, m_holeFrom) && before(m_holeFrom, segment.end())) {
        m_holeFrom = segment.end();
        m_hasHole = before(m_holeFrom, m_holeTo);
    }
}

void ObservedEnd::noteWindow(const Segment& segment)
{
    if (!segment.flags.ack)
        return;
    const std::uint8_t shift = segment.flags.syn ? 0 : m_scale.value_or(0);
    const Seq edge = segment.ack + (static_cast<std::uint32_t>(segment.window) << shift);
    m_edge = m_knowsEdge && m_knowsAck && edge - m_edge < farAway ? later(m_edge, edge) : m_knowsEdge ? m_edge : edge;
    m_acked = m_knowsAck ? later(m_acked, segment.ack) : segment.ack;
    m_knowsAck = true;
    m_knowsEdge = true;
    m_windowField = segment.window;
}

bool ObservedEnd::noteAcknowledged(Seq ack)
{
    if (!m_isSeen)
        return false;
    if (before(m_nxt, ack) && ack - m_nxt < farAway) {
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
