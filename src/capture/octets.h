// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Octets as they stand in a file or on a wire, and how numbers are put among them.
#pragma once

#include <cstdint>
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

template <typename Range>
void put(Octets& octets, const Range& more)
{
    octets.insert(octets.end(), std::begin(more), std::end(more));
}

} // namespace finwait
