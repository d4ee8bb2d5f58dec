// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/pcapng_time.h"

#include <algorithm>

namespace finwait {

namespace {

constexpr std::uint64_t second = 1'000'000'000;      // nanoseconds
constexpr std::uint64_t mostSeconds = 8'000'000'000; // to the year 2223
constexpr auto mostNanoseconds = static_cast<std::int64_t>(mostSeconds * second);
constexpr unsigned bitsOfNumber = 64;
constexpr unsigned digitsOfNanoseconds = 9;
constexpr unsigned digitsOfNumber = 19; // of 64 bits

/// 10^exponent, which must not have more digits than a number of 64 bits.
std::uint64_t powerOfTen(unsigned exponent)
{
    std::uint64_t power = 1;
    for (; exponent > 0; --exponent)
        power *= 10;
    return power;
}

/// `number` in units of 2^-bits s.
std::uint64_t nanosecondsOfBinary(std::uint64_t number, unsigned bits)
{
    // So many that a part of a second, in nanoseconds, still is a number of 64 bits; what is left out is less than the
    // tenth of a nanosecond.
    constexpr unsigned enough = 34;
    if (bits > enough) {
        number = bits - enough < bitsOfNumber ? number >> (bits - enough) : 0;
        bits = enough;
    }
    const std::uint64_t part = number & ((std::uint64_t{1} << bits) - 1);
    return std::min(number >> bits, mostSeconds) * second + (part * second >> bits);
}

} // namespace

void PcapngTime::setResolution(std::uint8_t resolution)
{
    constexpr std::uint8_t binaryBit = 0x80;
    const unsigned exponent = resolution & ~unsigned{binaryBit};
    m_isBinary = (resolution & binaryBit) != 0;
    m_bits = exponent;
    m_factor = 1;
    m_divisor = 1;
    if (exponent > digitsOfNanoseconds + digitsOfNumber)
        m_factor = 0; // no number is as much as a nanosecond
    else if (exponent > digitsOfNanoseconds)
        m_divisor = powerOfTen(exponent - digitsOfNanoseconds);
    else
        m_factor = powerOfTen(digitsOfNanoseconds - exponent);
    m_most = m_factor > 0 ? mostSeconds * second / m_factor : 0;
}

void PcapngTime::setOffset(std::int64_t seconds)
{
    constexpr auto most = static_cast<std::int64_t>(mostSeconds);
    m_offset = std::clamp(seconds, -most, most) * static_cast<std::int64_t>(second);
}

std::int64_t PcapngTime::nanoseconds(std::uint64_t number) const
{
    std::uint64_t sum = 0;
    if (m_isBinary)
        sum = nanosecondsOfBinary(number, m_bits);
    else if (m_factor == 1)
        sum = number / m_divisor;
    else
        sum = std::min(number, m_most) * m_factor;
    const auto since = static_cast<std::int64_t>(std::min(sum, mostSeconds * second));
    // The sum of two such limits is more than 64 bits have.
    if (m_offset > 0 && since > mostNanoseconds - m_offset)
        return mostNanoseconds;
    return since + m_offset;
}

} // namespace finwait
