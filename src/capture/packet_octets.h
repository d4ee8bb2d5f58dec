// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A packet of IP with a segment of TCP in it (RFC 791, RFC 8200), as it leaves a host.
#pragma once

#include "capture/octets.h"
#include "capture/socket_address.h"

#include <cstdint>

namespace finwait {

/// `from` and `to` are of one family, and `segment`, with the header, is at most 65535 octets. It is never divided, so
/// what `identification` is does not matter to the network (RFC 6864); IPv6 has none.
[[nodiscard]] Octets packetOctets(const Octets& segment, const SocketAddress& from, const SocketAddress& to,
                                  std::uint16_t identification);

} // namespace finwait
