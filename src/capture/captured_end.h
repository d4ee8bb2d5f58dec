// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// One end of a captured connection: the numbers that it has sent, the states that it went through, and the segments
// that are, for all that the capture shows, still on their way to it.
#pragma once

#include "capture/observed_end.h"
#include "capture/state_sighting.h"
#include "core/segment.h"
#include "core/state.h"
#include "core/tcb.h"
#include "core/transition_table.h"
#include "core/trigger.h"
#include "core/virtual_time.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory_resource>
#include <optional>
#include <vector>

namespace finwait {

/// RFC 9293 section 3.8.6.3 (MUST-40): "the delay MUST be less than 0.5 seconds".
inline constexpr Duration latestAck = 500ms;

/// A segment that would move the end to which it goes, from when it was captured until it is known what became of it:
/// of the segment, what is needed for that, since there are millions of ends.
struct Pending {
    /// More than these are never on their way to one end without a word from it.
    static constexpr std::size_t most = 8;
    static constexpr std::uint32_t never = std::numeric_limits<std::uint32_t>::max();

    Time at{}; ///< when it was captured, or what had to come before it
    Seq seq;
    Seq ack;
    std::uint32_t textLength = 0; ///< octets
    std::uint32_t timestamp = 0;  ///< meaningful with tellsByEcho
    std::uint32_t packet = 0;
    /// So many microseconds after `at` the end was seen last to acknowledge less: it lacks that, or more.
    std::uint32_t lessAcknowledgedAfter = never;
    Flags flags;
    std::int8_t entry = -1;        ///< it is taken to have arrived: which of the end's states came of it; -1: not yet
    bool repeated : 1 = false;     ///< its sender has sent it before
    bool isBeyondHole : 1 = false; ///< it counts in its turn, and what was sent before it is not all captured yet
    bool tellsByEcho : 1 = false;  ///< it has a timestamp, and no other segment of its sender has the same

    [[nodiscard]] std::uint32_t length() const { return segment().length(); }
    [[nodiscard]] Seq end() const { return seq + length(); }
    /// Without options and window, which change no state.
    [[nodiscard]] Segment segment() const
    {
        Segment segment;
        segment.seq = seq;
        segment.ack = ack;
        segment.flags = flags;
        segment.text.length = textLength;
        return segment;
    }
};

class CapturedEnd
{
public:
    /// Its states and what is on its way are in `memory`, which must outlive it.
    explicit CapturedEnd(std::pmr::memory_resource* memory) : states(memory), pending(memory) {}

    ObservedEnd numbers;
    std::pmr::vector<StateSighting> states;
    std::pmr::vector<Pending> pending; ///< in order of capture

    void enter(const StateSighting& sighting);
    void await(const Pending& segment);
    /// Nothing is on its way any more, nor is room for it.
    void awaitNothing() { std::pmr::vector<Pending>(pending.get_allocator()).swap(pending); }

    [[nodiscard]] bool isKnown() const { return !states.empty(); }
    /// CLOSED as long as nothing is known.
    [[nodiscard]] State state() const { return states.empty() ? State::Closed : states.back().state; }
    /// It was in another state before, if it is in CLOSED now.
    [[nodiscard]] bool hasOpened() const { return states.size() > 1; }
    [[nodiscard]] bool hasReceivedFin() const;
    [[nodiscard]] bool isSynchronizedOnce() const;

    /// The TCB with which a segment of `peer` meets this end, so far as a capture shows it.
    [[nodiscard]] Tcb meeting(const Segment& segment, const ObservedEnd& peer) const;

    // From where the capture was taken to here and back, the least that was seen.
    std::optional<Duration> roundTrip;
    void startSample(Seq end, Time at);
    void cancelSample() { m_isSampling = false; }
    /// This end has acknowledged `ack` at `at`.
    void endSample(Seq ack, Time at);

    Origin origin = Origin::Active;

private:
    bool m_isSampling = false;
    Seq m_sampleEnd;
    Time m_sampleAt{};
};

} // namespace finwait
