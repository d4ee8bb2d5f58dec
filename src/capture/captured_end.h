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
#include <memory_resource>
#include <optional>
#include <vector>

namespace finwait {

/// RFC 9293 section 3.8.6.3 (MUST-40): "the delay MUST be less than 0.5 seconds".
inline constexpr Duration latestAck = 500ms;

/// A segment that would move the end to which it goes, from when it was captured until it is known what became of it.
struct Pending {
    Time at{}; ///< when it was captured, or what had to come before it
    Segment segment;
    Time lessAcknowledged = Time::min(); ///< when the end was seen last to acknowledge less: it lacks that, or more
    std::uint32_t packet = 0;
    std::int32_t entry = -1;   ///< it is taken to have arrived: which of the end's states came of it; -1: not yet
    bool repeated = false;     ///< its sender has sent it before
    bool isBeyondHole = false; ///< it counts in its turn, and what was sent before it is not all captured yet
    bool tellsByEcho = true;   ///< no other segment of its sender has its timestamp
};

class CapturedEnd
{
public:
    /// Its states and what is on its way are in `memory`, which must outlive it.
    explicit CapturedEnd(std::pmr::memory_resource* memory) : states(memory), pending(memory) {}

    ObservedEnd numbers;
    std::pmr::vector<StateSighting> states;
    std::pmr::vector<Pending> pending; ///< in order of capture

    /// Nothing is on its way any more, nor is room for it.
    void awaitNothing() { std::pmr::vector<Pending>(pending.get_allocator()).swap(pending); }

    [[nodiscard]] bool isKnown() const { return !states.empty(); }
    /// CLOSED as long as nothing is known.
    [[nodiscard]] State state() const { return states.empty() ? State::Closed : states.back().state; }
    [[nodiscard]] bool hasReceivedFin() const;
    [[nodiscard]] bool isSynchronizedOnce() const;

    /// The TCB with which a segment of `peer` meets this end, so far as a capture shows it.
    [[nodiscard]] Tcb meeting(const Segment& segment, const ObservedEnd& peer) const;

    Origin origin = Origin::Active;

    // From where the capture was taken to here and back, the least that was seen.
    std::optional<Duration> roundTrip;
    void startSample(Seq end, Time at);
    void cancelSample() { m_isSampling = false; }
    /// This end has acknowledged `ack` at `at`.
    void endSample(Seq ack, Time at);

private:
    Seq m_sampleEnd;
    Time m_sampleAt{};
    bool m_isSampling = false;
};

} // namespace finwait
