// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Octets of a captured packet from some place on: those that were captured, and how many there were on the wire.
// Nothing beyond what was captured can be read.
#pragma once

#include "capture/octets.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>

namespace finwait {

class PacketView
{
public:
    PacketView() = default;
    /// `length` is that on the wire; a file in which it is less than what was captured is wrong there.
    PacketView(std::span<const std::uint8_t> captured, std::size_t length)
        : m_captured(captured)
        , m_length(std::max(length, captured.size()))
    {}

    /// On the wire.
    [[nodiscard]] std::size_t length() const { return m_length; }
    /// Whether the first `count` octets were captured: to be asked before they are read.
    [[nodiscard]] bool has(std::size_t count) const { return count <= m_captured.size(); }

    [[nodiscard]] std::uint8_t octet(std::size_t place) const
    {
        assert(has(place + 1));
        return m_captured[place];
    }
    [[nodiscard]] std::uint16_t number16(std::size_t place) const
    {
        assert(has(place + sizeof(std::uint16_t)));
        return numberAt<std::uint16_t>(m_captured.data() + place);
    }
    [[nodiscard]] std::uint32_t number32(std::size_t place) const
    {
        assert(has(place + sizeof(std::uint32_t)));
        return numberAt<std::uint32_t>(m_captured.data() + place);
    }
    template <std::size_t Count>
    [[nodiscard]] std::array<std::uint8_t, Count> octets(std::size_t place) const
    {
        assert(has(place + Count));
        std::array<std::uint8_t, Count> octets;
        std::copy_n(m_captured.begin() + static_cast<std::ptrdiff_t>(place), Count, octets.begin());
        return octets;
    }

    /// Without the first `count` octets, which must have been captured.
    [[nodiscard]] PacketView from(std::size_t count) const
    {
        assert(has(count));
        return {m_captured.subspan(count), m_length - count};
    }
    /// As if `length` octets had been on the wire.
    [[nodiscard]] PacketView first(std::size_t length) const
    {
        return {m_captured.first(std::min(length, m_captured.size())), length};
    }

private:
    std::span<const std::uint8_t> m_captured;
    std::size_t m_length = 0;
};

} // namespace finwait
