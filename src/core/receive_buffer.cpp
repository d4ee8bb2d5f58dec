// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/receive_buffer.h"

#include <algorithm>

namespace finwait {

void ReceiveBuffer::keep(Seq next, Seq limit, Seq seq, Text text, bool fin)
{
    if (before(seq, next)) {
        const std::uint32_t old = std::min(next - seq, text.length);
        text = text.dropFirst(old);
        if (old < next - seq)
            fin = false; // the FIN itself lies before `next`
        seq = next;
    }
    const std::uint32_t room = before(seq, limit) ? limit - seq : 0;
    if (text.length + (fin ? 1U : 0U) > room) {
        text = text.first(room);
        fin = false;
    }
    if (!text.empty() || fin)
        hold(Held{seq, text, fin});
}

ReceiveBuffer::Advance ReceiveBuffer::insert(Seq next, Seq limit, Seq seq, Text text, bool fin)
{
    Advance advance;
    const bool hadHeld = !m_held.empty();
    keep(next, limit, seq, text, fin);
    while (!m_held.empty() && atOrBefore(m_held.front().seq, next)) {
        const Held piece = m_held.front();
        m_held.erase(m_held.begin());
        if (piece.seq != next)
            continue; // a FIN in the middle of text that came before it: some other connection's
        append(piece.text);
        advance.octets += piece.text.length;
        next += piece.text.length;
        if (piece.fin) {
            advance.fin = true;
            m_held.clear(); // nothing can follow a FIN
        }
    }
    advance.filledGap = hadHeld && advance.octets > 0;
    return advance;
}

// What is held already wins where pieces overlap: the first octets that came are kept.
void ReceiveBuffer::hold(Held piece)
{
    auto place = m_held.begin();
    while (place != m_held.end() && before(place->seq, piece.seq)) {
        const Seq end = place->seq + place->text.length;
        if (before(piece.seq, end)) {
            const std::uint32_t covered = std::min(end - piece.seq, piece.text.length);
            piece.text = piece.text.dropFirst(covered);
            piece.seq += covered;
        }
        ++place;
    }
    while (place != m_held.end() && !piece.text.empty() && before(place->seq, piece.seq + piece.text.length)) {
        const Text front = piece.text.first(place->seq - piece.seq);
        if (!front.empty())
            place = m_held.insert(place, Held{piece.seq, front, false}) + 1;
        const Seq end = place->seq + place->text.length;
        const std::uint32_t covered = std::min(end - piece.seq, piece.text.length);
        piece.text = piece.text.dropFirst(covered);
        piece.seq += covered;
        ++place;
    }
    if (piece.text.empty() && piece.fin && place != m_held.begin()) {
        Held& previous = *(place - 1);
        if (previous.seq + previous.text.length == piece.seq) {
            previous.fin = true;
            return;
        }
    }
    const bool finIsKnown = piece.text.empty() && place != m_held.end() && place->seq == piece.seq;
    if (!piece.text.empty() || (piece.fin && !finIsKnown))
        m_held.insert(place, piece);
}

void ReceiveBuffer::append(Text text)
{
    if (text.empty())
        return;
    m_unread += text.length;
    if (!m_runs.empty() && m_runs.back().stream == text.stream && m_runs.back().end() == text.offset)
        m_runs.back().length += text.length;
    else
        m_runs.push_back(text);
}

std::uint32_t ReceiveBuffer::read(std::uint32_t octets)
{
    const std::uint32_t count = std::min(octets, m_unread);
    m_unread -= count;
    m_delivered += count;
    return count;
}

std::uint32_t ReceiveBuffer::heldOctets() const
{
    std::uint32_t octets = 0;
    for (const Held& piece : m_held)
        octets += piece.text.length;
    return octets;
}

} // namespace finwait
