// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Captured segments from lines that read as tcpdump's: "40 < S. 0 1 win 0". Milliseconds; ">" from the client, "<" from
// the server; flags of S F R P and "." for ACK, "-" for none; the sequence number, or "1:101" with text; the number
// that is acknowledged; then "win N" (default 60000) and "ts VALUE ECHO". Numbers count from the initial ones of the
// two.
#pragma once

#include "capture/captured_connections.h"
#include "capture/captured_segment.h"

#include <string>
#include <vector>

namespace finwait::test {

inline const PerSide<SocketAddress> lineSockets = {{Ipv4Address{10, 0, 0, 1}, 40000}, {Ipv4Address{10, 0, 0, 2}, 80}};
/// Near the end of the space of sequence numbers: they wrap.
inline constexpr PerSide<Seq> lineIss = {Seq{0xFFFFFFF0U}, Seq{0xFFFFFF00U}};

[[nodiscard]] std::vector<CapturedSegment> segmentsFrom(const std::vector<std::string>& lines);

/// All connections in them; the capture ends with the last segment, or `quiet` later.
[[nodiscard]] CapturedConnections connectionsFrom(const std::vector<std::string>& lines, Duration quiet = {});

/// "SYN_SENT ESTABLISHED FIN_WAIT_1 FIN_WAIT_2? TIME_WAIT": what is only inferred has a question mark.
[[nodiscard]] std::string pathOf(const ConnectionInference& connection, Side side);
/// "client:retransmitted-syn*2 server:reset"
[[nodiscard]] std::string findingsOf(const ConnectionInference& connection);

} // namespace finwait::test
