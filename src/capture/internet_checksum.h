// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The checksum of the Internet's headers (RFC 1071): the ones' complement of the ones' complement sum of all 16-bit
// words.
#pragma once

#include <cstdint>
#include <span>

namespace finwait {

class InternetChecksum
{
public:
    /// Only the last octets that are added may be odd in number: a zero is added after them.
    void add(std::span<const std::uint8_t> octets);
    /// Of all that was added. Octets that hold their own right checksum have zero.
    [[nodiscard]] std::uint16_t value() const;

private:
    std::uint64_t m_sum = 0;
};

} // namespace finwait
