// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A segment of TCP as a capture shows it at the point where it was taken.
#pragma once

#include "capture/socket_address.h"
#include "core/segment.h"
#include "core/virtual_time.h"

#include <cstdint>

namespace finwait {

struct CapturedSegment {
    Time at{}; ///< since the capture's first packet, negative if it is older; in whole microseconds, rounded
               ///< downwards, and never before what was read last
    std::uint32_t packet = 0; ///< the packet's number in the file, from 1, as other programs number it
    SocketAddress from;
    SocketAddress to;
    Segment segment;         ///< of its text only the length is known; that counts what the snap length cut off
    bool isFragment = false; ///< the first fragment of its packet: there is more text than `segment` says
    bool optionsCut = false; ///< the snap length, or a broken option, left out options
};

} // namespace finwait
