// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A block of a file in the form pcapng (draft-ietf-opsawg-pcapng section 3.1), or the beginning of a long one, with
// numbers in the order of octets of the machine that wrote it. Nothing beyond it can be read.
#pragma once

#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace finwait {

class PcapngBlock
{
public:
    PcapngBlock(std::span<const std::uint8_t> octets, bool isBigEndian) : m_octets(octets), m_isBigEndian(isBigEndian)
    {}

    [[nodiscard]] std::size_t size() const { return m_octets.size(); }
    /// Whether there are `count` octets from `place` on: to be asked before they are read.
    [[nodiscard]] bool has(std::size_t place, std::size_t count) const
    {
        return place <= size() && count <= size() - place;
    }
    [[nodiscard]] std::uint8_t octet(std::size_t place) const
    {
        assert(has(place, 1));
        return m_octets[place];
    }
    [[nodiscard]] std::uint16_t number16(std::size_t place) const { return number<std::uint16_t>(place); }
    [[nodiscard]] std::uint32_t number32(std::size_t place) const { return number<std::uint32_t>(place); }
    [[nodiscard]] std::uint64_t number64(std::size_t place) const { return number<std::uint64_t>(place); }
    [[nodiscard]] std::span<const std::uint8_t> octets(std::size_t place, std::size_t count) const
    {
        assert(has(place, count));
        return m_octets.subspan(place, count);
    }

private:
    [[nodiscard]] static std::uint16_t turnedAround(std::uint16_t number) { return __builtin_bswap16(number); }
    [[nodiscard]] static std::uint32_t turnedAround(std::uint32_t number) { return __builtin_bswap32(number); }
    [[nodiscard]] static std::uint64_t turnedAround(std::uint64_t number) { return __builtin_bswap64(number); }

    template <typename Number>
    [[nodiscard]] Number number(std::size_t place) const
    {
        assert(has(place, sizeof(Number)));
        Number number = 0;
        std::memcpy(&number, m_octets.data() + place, sizeof number);
        return m_isBigEndian == (std::endian::native == std::endian::big) ? number : turnedAround(number);
    }

    std::span<const std::uint8_t> m_octets;
    bool m_isBigEndian;
};

} // namespace finwait
