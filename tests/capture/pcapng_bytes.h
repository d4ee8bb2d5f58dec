// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Files of the form pcapng (draft-ietf-opsawg-pcapng) as octets, in either order, for tests of what reads them.
#pragma once

#include "capture/octets.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace finwait {

enum class Order : std::uint8_t { Little, Big };

class PcapngBytes
{
public:
    static constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

    explicit PcapngBytes(Order order = Order::Little) { section(order); }

    [[nodiscard]] const Octets& octets() const { return m_octets; }
    /// Where each packet ends.
    [[nodiscard]] const std::vector<std::size_t>& ends() const { return m_ends; }

    void section(Order order, std::uint16_t version = 1, std::uint64_t length = ~std::uint64_t{0})
    {
        m_order = order;
        Octets body;
        number(body, std::uint32_t{0x1A2B3C4D});
        number(body, version);
        number(body, std::uint16_t{0});
        number(body, length);
        block(0x0A0D0D0A, body);
    }

    /// `resolution`: if_tsresol; -1: it is not said. `offset`: if_tsoffset; 0: it is not said.
    void interface(std::uint16_t linkType, std::uint32_t snapLength = 0, int resolution = -1, std::int64_t offset = 0)
    {
        Octets body;
        number(body, linkType);
        number(body, std::uint16_t{0});
        number(body, snapLength);
        option(body, 2, Octets{'e', 't', 'h'});
        if (resolution >= 0)
            option(body, 9, Octets{static_cast<std::uint8_t>(resolution)});
        if (offset != 0) {
            Octets value;
            number(value, static_cast<std::uint64_t>(offset));
            option(body, 14, value);
        }
        option(body, 0, {});
        block(1, body);
    }

    void packet(std::uint32_t interface, std::uint64_t time, const Octets& frame, std::size_t captured = all)
    {
        Octets body;
        number(body, interface);
        endOfPacket(6, body, time, frame, captured);
    }

    void obsoletePacket(std::uint16_t interface, std::uint64_t time, const Octets& frame)
    {
        Octets body;
        number(body, interface);
        number(body, std::uint16_t{0xFFFF}); // how many were dropped is not known
        endOfPacket(2, body, time, frame, all);
    }

    void simplePacket(const Octets& frame, std::size_t captured = all)
    {
        Octets body;
        number(body, static_cast<std::uint32_t>(frame.size()));
        putFirst(body, frame, captured);
        block(3, body);
        m_ends.push_back(m_octets.size());
    }

    /// The body is filled up to whole words.
    void block(std::uint32_t type, Octets body)
    {
        pad(body);
        const auto length = static_cast<std::uint32_t>(body.size() + 12);
        number(m_octets, type);
        number(m_octets, length);
        put(m_octets, body);
        number(m_octets, length);
    }

    template <typename Number>
    void number(Octets& octets, Number number) const
    {
        if (m_order == Order::Big)
            putNetworkOrder(octets, number);
        else
            putLittleEndian(octets, number);
    }

private:
    static void pad(Octets& octets) { octets.resize((octets.size() + 3) / 4 * 4); }
    static void putFirst(Octets& octets, const Octets& frame, std::size_t count)
    {
        const std::size_t captured = std::min(count, frame.size());
        octets.insert(octets.end(), frame.begin(), frame.begin() + static_cast<std::ptrdiff_t>(captured));
    }

    void option(Octets& octets, std::uint16_t code, const Octets& value) const
    {
        number(octets, code);
        number(octets, static_cast<std::uint16_t>(value.size()));
        put(octets, value);
        pad(octets);
    }

    void endOfPacket(std::uint32_t type, Octets body, std::uint64_t time, const Octets& frame, std::size_t captured)
    {
        number(body, static_cast<std::uint32_t>(time >> 32U));
        number(body, static_cast<std::uint32_t>(time));
        number(body, static_cast<std::uint32_t>(std::min(captured, frame.size())));
        number(body, static_cast<std::uint32_t>(frame.size()));
        putFirst(body, frame, captured);
        pad(body);
        option(body, 1, Octets{'h', 'o'});
        option(body, 0, {});
        block(type, body);
        m_ends.push_back(m_octets.size());
    }

    Octets m_octets;
    std::vector<std::size_t> m_ends;
    Order m_order = Order::Little;
};

} // namespace finwait
