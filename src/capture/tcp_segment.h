// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Reads a segment of TCP (RFC 9293 section 3.1) as it was captured.
#pragma once

#include "capture/captured_segment.h"
#include "capture/packet_view.h"

namespace finwait {

/// Puts the ports, the segment and whether options are missing into `captured`. false: the header contradicts itself or
/// is cut off before its options. The checksum is not looked at.
[[nodiscard]] bool readTcpSegment(PacketView octets, CapturedSegment& captured);

} // namespace finwait
