// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Octets as they stand in a file or on a wire, and how numbers are put among them.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <vector>

namespace finwait {

using Octets = std::vector<std::uint8_t>;

inline constexpr unsigned bitsOfOctet = 8;

/// An unsigned number, the highest octet first, as in every header of the Internet.
template <typename Number>
void putNetworkOrder(Octets& octets, Number number)
{
    for (unsigned bits = sizeof(Number) * bitsOfOctet; bits > 0; bits -= bitsOfOctet)
        octets.push_back(static_cast<std::uint8_t>(number >> (bits - bitsOfOctet)));
}

/// An unsigned number, the lowest octet first.
template <typename Number>
void putLittleEndian(Octets& octets, Number number)
{
    for (unsigned bits = 0; bits < sizeof(Number) * bitsOfOctet; bits += bitsOfOctet)
        octets.push_back(static_cast<std::uint8_t>(number >> bits));
}

/// An unsigned number as putNetworkOrder() puts it there.
template <typename Number>
[[nodiscard]] Number numberAt(const std::uint8_t* octets)
{
    static_assert(sizeof(Number) == sizeof(std::uint16_t) || sizeof(Number) == sizeof(std::uint32_t));
    Number number = 0;
    std::memcpy(&number, octets, sizeof number);
    if constexpr (std::endian::native == std::endian::big)
        return number;
    else if constexpr (sizeof(Number) == sizeof(std::uint16_t))
        return __builtin_bswap16(number);
    else
        return __builtin_bswap32(number);
}

template <typename Range>
void put(Octets& octets, const Range& more)
{
    octets.insert(octets.end(), std::begin(more), std::end(more));
}

} // namespace finwait
