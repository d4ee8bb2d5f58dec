// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Packets of IP, as they were captured (RFC 791, RFC 8200), and the segments of TCP in them. Checksums are not looked
// at: where the network's hardware makes them, what a host captures of its own packets has none.
#pragma once

#include "capture/captured_segment.h"
#include "capture/packet_kind.h"
#include "capture/packet_view.h"

namespace finwait {

struct IpContent {
    PacketKind kind = PacketKind::Other;
    PacketView segment = {}; ///< of TCP, from its header on, as long as IP says; only where `kind` is Segment
};

/// Puts the hosts, and whether it is a fragment, into `captured` where there is a segment.
[[nodiscard]] IpContent readIpPacket(PacketView packet, CapturedSegment& captured);

} // namespace finwait
