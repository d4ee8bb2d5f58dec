// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a captured packet is to those who look for segments of TCP.
#pragma once

#include <cstdint>

namespace finwait {

enum class PacketKind : std::uint8_t {
    Segment,
    LaterFragment, ///< of a packet of IP that holds a segment: without its header
    Other,
    Broken, ///< TCP, but its headers contradict themselves or are cut off
};

} // namespace finwait
