// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a capture at one end of the connection sees of a trace, and when: what that end sends as it sets out, lost or
// not, and what arrives there, as often as it does. What dies on its way there is never seen; nor is a forged segment
// at the end in whose name it comes, which has not sent it.
#pragma once

#include "core/side.h"
#include "core/trace.h"

#include <vector>

namespace finwait {

struct Sighting {
    RecordIndex record = noRecord; ///< SegmentSent or SegmentArrived
    FlightIndex flight = 0;
    bool isSent = false; ///< by this end
};

/// In order of time.
[[nodiscard]] std::vector<Sighting> sightings(const Trace& trace, Side at);

/// The flight that the network made this one of, at first; itself if it is no copy.
[[nodiscard]] FlightIndex originalOf(const Trace& trace, FlightIndex flight);

} // namespace finwait
