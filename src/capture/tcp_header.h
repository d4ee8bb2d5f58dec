// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Numbers of a header of TCP (RFC 9293 section 3.1) that both who writes and who reads one needs.
#pragma once

#include <cstddef>
#include <cstdint>

namespace finwait {

/// The number of TCP in a header of IP.
inline constexpr std::uint8_t protocolTcp = 6;

/// In octets: of the unit in which the header's length is counted, and of what comes before the options.
inline constexpr std::size_t tcpWordSize = 4;
inline constexpr std::size_t tcpFixedSize = 20;

/// Kinds and lengths of the options: RFC 9293 section 3.2, RFC 7323, RFC 2018.
namespace tcp_option {
inline constexpr std::uint8_t end = 0;
inline constexpr std::uint8_t noOperation = 1;
inline constexpr std::uint8_t mss = 2;
inline constexpr std::uint8_t mssLength = 4;
inline constexpr std::uint8_t windowScale = 3;
inline constexpr std::uint8_t windowScaleLength = 3;
inline constexpr std::uint8_t sackPermitted = 4;
inline constexpr std::uint8_t sackPermittedLength = 2;
inline constexpr std::uint8_t timestamps = 8;
inline constexpr std::uint8_t timestampsLength = 10;
} // namespace tcp_option

} // namespace finwait
