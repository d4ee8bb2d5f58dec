// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a capture shows of the numbers of one end, by the segments that it sent: the part of its TCB that travels.
#pragma once

#include "core/segment.h"
#include "core/seq.h"
#include "core/virtual_time.h"

#include <cstdint>
#include <optional>

namespace finwait {

/// More than any window: a sequence number that is further away does not belong to the connection.
inline constexpr std::uint32_t farAway = 1U << 30U;

/// What the SYN of an end offers for the connection; all of it empty where it was not captured.
struct SynOffer {
    std::optional<std::uint16_t> mss;        ///< octets
    std::optional<std::uint8_t> windowScale; ///< shift
    bool sackPermitted = false;
    bool timestamps = false;
};

class ObservedEnd
{
public:
    /// What a segment is among those that this end has sent before.
    enum class Novelty : std::uint8_t {
        New,           ///< the next in sequence, or beyond it, or nothing that is counted
        FillsHole,     ///< sent before what was captured already: it came late to where the capture was taken
        Repeated,      ///< all of it was captured before
        KeepAlive,     ///< at most the octet before SND.UNA, to draw an ACK (RFC 9293 sections 3.8.4, 3.8.6.1)
        CapturedTwice, ///< the very segment that was captured last, within a millisecond: no end sends so
    };

    /// `acknowledged`: what the peer has acknowledged, if anything.
    [[nodiscard]] Novelty noveltyOf(const Segment& segment, Time at, std::optional<Seq> acknowledged) const;
    /// By its timestamp it was sent before what was captured last, or is a copy of that (RFC 7323 section 3.2).
    [[nodiscard]] bool isOlder(const Segment& segment) const
    {
        return m_offer.timestamps && segment.options.timestamps
               && !timestampBefore(m_lastTimestamp, segment.options.timestamps->value);
    }
    /// RFC 9293 section 3.10.7.3, first: SND.UNA < SEG.ACK =< SND.NXT, of one in SYN_SENT. With text in the SYN
    /// (RFC 7413) that is more than one number.
    [[nodiscard]] bool isAnsweredBy(Seq ack) const { return before(m_iss, ack) && atOrBefore(ack, m_nxt); }
    /// A segment was captured that it sent.
    void noteSent(const Segment& segment, Time at);
    /// The peer's ACK shows that it has sent everything before `ack`. True: some of that was not captured.
    bool noteAcknowledged(Seq ack, Time at);
    /// What the last such ACK acknowledged may still come: on its way into the capture the answer has overtaken it.
    [[nodiscard]] bool isOvertaken(Time at) const;
    /// With `segment` nothing of what was missing is missing any more.
    [[nodiscard]] bool isCompletedBy(const Segment& segment) const
    {
        return atOrBefore(segment.seq, m_holeFrom) && !before(segment.end(), m_holeTo);
    }
    /// Its first segments were not captured, but the peer has acknowledged its SYN.
    void assumeIss(Seq iss);
    /// It sent a SYN,ACK with another number, too, as stacks do that have forgotten the first, or never kept it.
    void noteOtherSyn(Seq iss);
    /// Of the two, the one that the peer acknowledges first with `ack` is the SYN of the connection.
    void chooseSyn(Seq ack);

    [[nodiscard]] bool isSeen() const { return m_isSeen; }
    /// Something that it has sent is missing in the capture so far, and since when that is known.
    [[nodiscard]] bool hasHole() const { return m_hasHole; }
    [[nodiscard]] Time holeSince() const { return m_holeSince; }
    /// When a segment of it was captured last.
    [[nodiscard]] Time lastSeen() const { return m_lastSeen; }
    [[nodiscard]] bool sentSyn() const { return m_sentSyn; }
    [[nodiscard]] bool sentFin() const { return m_sentFin; }
    /// What it has sent last was captured: if that is no FIN, it had not closed until then.
    [[nodiscard]] bool isLastOctetSeen() const { return m_isSeen && m_seenEnd == m_nxt; }
    [[nodiscard]] bool knowsIss() const { return m_knowsIss; }
    /// The first octets of it that are known, where the ISS is not.
    [[nodiscard]] Seq iss() const { return m_iss; }
    [[nodiscard]] Seq nxt() const { return m_nxt; } ///< after all that it is known to have sent
    [[nodiscard]] Seq fin() const { return m_fin; } ///< of its FIN; only with sentFin()
    /// What it has acknowledged: its RCV.NXT, at least.
    [[nodiscard]] std::optional<Seq> acknowledged() const { return m_knowsAck ? std::optional(m_acked) : std::nullopt; }
    /// The right edge of the window that it has offered; none: nothing of it is known, or not by how much its windows
    /// are scaled.
    [[nodiscard]] std::optional<Seq> windowEdge() const
    {
        return m_knowsAck && m_scale ? std::optional(m_edge) : std::nullopt;
    }
    [[nodiscard]] std::uint16_t windowField() const { return m_windowField; }
    [[nodiscard]] std::uint32_t lastTimestamp() const { return m_lastTimestamp; }
    [[nodiscard]] const SynOffer& offer() const { return m_offer; }
    /// So much are its windows scaled; none: that is not known.
    [[nodiscard]] std::optional<std::uint8_t> scale() const { return m_scale; }
    /// Once the SYNs of both are known, or cannot be any more.
    void setScale(std::optional<std::uint8_t> scale) { m_scale = scale; }

private:
    [[nodiscard]] bool isSameAsLast(const Segment& segment) const;
    void noteHole(const Segment& segment, Time at);
    void noteWindow(const Segment& segment);

    Time m_lastSeen{};
    Time m_holeSince{};
    Seq m_iss;
    Seq m_nxt;
    Seq m_seenEnd; // after the last octet that was captured, once there is one
    Seq m_fin;
    Seq m_acked;
    Seq m_edge;
    Seq m_holeFrom; // what was not captured, up to
    Seq m_holeTo;
    Seq m_otherIss;
    Seq m_lastSeq;
    std::uint32_t m_lastLength = 0;
    std::uint32_t m_lastTimestamp = 0;
    SynOffer m_offer;
    std::optional<std::uint8_t> m_scale;
    std::uint16_t m_windowField = 0;
    Flags m_lastFlags;
    bool m_isSeen : 1 = false;
    bool m_knowsIss : 1 = false;
    bool m_sentSyn : 1 = false;
    bool m_sentSynAck : 1 = false;
    bool m_sentFin : 1 = false;
    bool m_knowsAck : 1 = false;
    bool m_hasHole : 1 = false;
    bool m_isAcknowledgedUnseen : 1 = false; // the hole is none any more, since m_holeSince
    bool m_hasOtherSyn : 1 = false;
};

} // namespace finwait
