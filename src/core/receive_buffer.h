// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What an endpoint has received: text in order that the application has not read yet, and text beyond a gap that is
// kept until the gap is filled (RFC 9293 section 3.10.7.4, SHLD-31).
#pragma once

#include "core/segment.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace finwait {

class ReceiveBuffer
{
public:
    struct Advance {
        std::uint32_t octets = 0; ///< of text that is now in order
        bool fin = false;         ///< the FIN is reached: it is the next thing in order
        bool filledGap = false;   ///< held text became usable
        friend bool operator==(const Advance&, const Advance&) = default;
    };

    /// Takes in text at `seq`, followed by a FIN when `fin`. What lies before `next` or at or after `limit` is cut off
    /// (a FIN beyond the limit as well). Returns how far the data in order reaches from `next` now;
    /// text of no octets only asks that.
    Advance insert(Seq next, Seq limit, Seq seq, Text text, bool fin);

    /// Takes in text and FIN without looking at what is in order: what comes with a SYN waits for ESTABLISHED
    /// (RFC 9293 section 3.10.7.2). The next insert() finds it.
    void keep(Seq next, Seq limit, Seq seq, Text text, bool fin);

    /// Hands up to `octets` octets to the application; returns how many.
    std::uint32_t read(std::uint32_t octets);

    [[nodiscard]] std::uint32_t unread() const { return m_unread; }
    [[nodiscard]] bool holdsOutOfOrder() const { return !m_held.empty(); }
    /// Octets of text beyond a gap.
    [[nodiscard]] std::uint32_t heldOctets() const;
    /// Octets handed to the application so far.
    [[nodiscard]] std::uint64_t delivered() const { return m_delivered; }
    /// The text that came into order, as runs of consecutive octets; one run if all of it is one stream, from its
    /// start.
    [[nodiscard]] const std::vector<Text>& runs() const { return m_runs; }

    friend bool operator==(const ReceiveBuffer&, const ReceiveBuffer&) = default;

private:
    struct Held {
        Seq seq;
        Text text;
        bool fin = false;
        friend bool operator==(const Held&, const Held&) = default;
    };

    void hold(Held piece);
    void append(Text text);

    std::vector<Held> m_held; // sorted by sequence number, without overlaps
    std::vector<Text> m_runs;
    std::uint32_t m_unread = 0;
    std::uint64_t m_delivered = 0;
};

} // namespace finwait
