// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/internet_checksum.h"

namespace finwait {

namespace {

constexpr std::uint64_t wordMask = 0xFFFF;
constexpr unsigned wordBits = 16;
constexpr unsigned octetBits = 8;

} // namespace

void InternetChecksum::add(std::span<const std::uint8_t> octets)
{
    for (std::size_t index = 0; index < octets.size(); ++index) {
        const bool isHigh = index % 2 == 0;
        m_sum += std::uint64_t{octets[index]} << (isHigh ? octetBits : 0);
    }
}

std::uint16_t InternetChecksum::value() const
{
    std::uint64_t sum = m_sum;
    while (sum > wordMask)
        sum = (sum & wordMask) + (sum >> wordBits);
    return static_cast<std::uint16_t>(~sum);
}

} // namespace finwait
