// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A segment as it stands on the wire (RFC 9293 section 3.1): header, options and the octets of its text.
#pragma once

#include "capture/octets.h"
#include "capture/socket_address.h"
#include "capture/tcp_header.h"
#include "core/segment.h"

#include <cstdint>

namespace finwait {

enum class Checksum : std::uint8_t {
    Right,
    Wrong, ///< one bit of it is turned over
};

/// Each option is padded in front to a whole number of 32-bit words (RFC 7323 appendix A). The text's octets are those
/// that octetAt() makes, the same each time the segment is sent. `from` and `to`, of one family, count in the checksum;
/// the segment must fit into a packet of 65535 octets.
[[nodiscard]] Octets segmentOctets(const Segment& segment, const SocketAddress& from, const SocketAddress& to,
                                   Checksum checksum = Checksum::Right);

} // namespace finwait
