// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What became of each segment of a captured connection: when it was sent and when it arrived, by the clock of the
// capture, or that it never came. Internal to the room.
#pragma once

#include "capture/captured_segment.h"
#include "capture/connection_inference.h"
#include "core/endpoint.h"
#include "core/side.h"
#include "core/trace.h"

#include <cstdint>
#include <vector>

namespace finwait {

struct CapturedFlight {
    Side from{};
    SegmentRole role{};
    bool isCapturedTwice = false; ///< it is no flight of its own
    Fate fate = Fate::Arrived;
    Time sent{};
    Time ended{}; ///< of arrival or loss; unless in flight, at the end of the capture: when it would arrive
    std::uint64_t textOffset = 0; ///< in the octets that its sender sends
    Seq seqBase;                  ///< the sender's ISS, and
    Seq ackBase;                  ///< the receiver's, as readers count from them
};

/// One for each segment, in their order; times since the capture's first packet.
[[nodiscard]] std::vector<CapturedFlight> flightsOf(const std::vector<CapturedSegment>& segments,
                                                    const ConnectionInference& inference);

} // namespace finwait
