// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Where an end of a connection is: an address of IPv4 or IPv6, and a port. Scenarios name them by a text, which may
// also be a host's name; packets have numbers.
#pragma once

#include "core/expected.h"
#include "core/side.h"

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace finwait {

using Ipv4Address = std::array<std::uint8_t, 4>;
using Ipv6Address = std::array<std::uint8_t, 16>;

struct SocketAddress {
    std::variant<Ipv4Address, Ipv6Address> host;
    std::uint16_t port = 0;
};

/// Asked for every segment of a capture: the ports, which tell most apart, come first.
[[nodiscard]] inline bool operator==(const SocketAddress& a, const SocketAddress& b)
{
    if (a.port != b.port || a.host.index() != b.host.index())
        return false;
    if (const auto* v4 = std::get_if<Ipv4Address>(&a.host))
        return std::bit_cast<std::uint32_t>(*v4) == std::bit_cast<std::uint32_t>(*std::get_if<Ipv4Address>(&b.host));
    return *std::get_if<Ipv6Address>(&a.host) == *std::get_if<Ipv6Address>(&b.host);
}

/// "10.0.0.1:40000" or "[2001:db8::1]:80"; the port is from 1 to 65535. nullopt: it is neither.
[[nodiscard]] std::optional<SocketAddress> parseSocketAddress(const std::string& text);

/// What parseSocketAddress() reads.
[[nodiscard]] std::string text(const SocketAddress& address);

/// Why packets cannot go between two ends.
enum class SocketsFlaw : std::uint8_t {
    ClientNotNumeric,
    ServerNotNumeric,
    TwoFamilies, ///< one is of IPv4, the other of IPv6
};

[[nodiscard]] Expected<PerSide<SocketAddress>, SocketsFlaw> parseSockets(const PerSide<std::string>& texts);

} // namespace finwait
