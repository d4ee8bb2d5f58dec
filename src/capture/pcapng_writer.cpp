// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/pcapng_writer.h"

#include <cassert>
#include <limits>

namespace finwait {

namespace {

// Numbers of the blocks, options and links: draft-ietf-opsawg-pcapng sections 3.5, 4.1 to 4.3; the registry of link
// types.
constexpr std::uint32_t sectionHeaderBlock = 0x0A0D0D0A;
constexpr std::uint32_t interfaceDescriptionBlock = 1;
constexpr std::uint32_t enhancedPacketBlock = 6;

constexpr std::uint32_t byteOrderMagic = 0x1A2B3C4D;
constexpr std::uint16_t majorVersion = 1;
constexpr std::uint16_t minorVersion = 0;
constexpr std::uint64_t unknownLength = ~std::uint64_t{0};

constexpr std::uint16_t linkTypeRaw = 101; // a packet begins with its header of IP, of version 4 or 6
constexpr std::uint32_t noLimit = 0;
constexpr std::uint32_t onlyInterface = 0;

constexpr std::uint16_t endOfOptions = 0;
constexpr std::uint16_t commentOption = 1;
constexpr std::uint16_t userApplicationOption = 4;
constexpr std::uint16_t interfaceNameOption = 2;
constexpr std::uint16_t timeResolutionOption = 9;
constexpr std::uint16_t packetFlagsOption = 2;

constexpr std::uint8_t microseconds = 6; // 10^-6 s
constexpr std::uint32_t inbound = 1;
constexpr std::uint32_t outbound = 2;

constexpr std::size_t alignment = 4;
constexpr std::size_t longestOption = std::numeric_limits<std::uint16_t>::max();

void pad(Octets& octets)
{
    octets.resize((octets.size() + alignment - 1) / alignment * alignment);
}

/// At most so much of the text as an option can hold, and no part of a character.
std::string_view thatFits(std::string_view utf8)
{
    if (utf8.size() <= longestOption)
        return utf8;
    const auto continues = [](char octet) { return (static_cast<unsigned char>(octet) & 0xC0U) == 0x80U; };
    std::size_t length = longestOption;
    while (length > 0 && continues(utf8[length]))
        --length;
    return utf8.substr(0, length);
}

template <typename Range>
void putOption(Octets& octets, std::uint16_t code, const Range& value)
{
    putLittleEndian(octets, code);
    putLittleEndian(octets, static_cast<std::uint16_t>(std::size(value)));
    put(octets, value);
    pad(octets);
}

void putText(Octets& octets, std::uint16_t code, std::string_view utf8)
{
    if (!utf8.empty())
        putOption(octets, code, thatFits(utf8));
}

void putEndOfOptions(Octets& octets)
{
    putOption(octets, endOfOptions, Octets{});
}

/// A block's body between its type and length and its length again.
void putBlock(Octets& octets, std::uint32_t type, const Octets& body)
{
    constexpr std::size_t frame = 3 * sizeof(std::uint32_t);
    const auto length = static_cast<std::uint32_t>(body.size() + frame);
    putLittleEndian(octets, type);
    putLittleEndian(octets, length);
    put(octets, body);
    putLittleEndian(octets, length);
}

Octets sectionHeader(const PcapngHeading& heading)
{
    Octets body;
    putLittleEndian(body, byteOrderMagic);
    putLittleEndian(body, majorVersion);
    putLittleEndian(body, minorVersion);
    putLittleEndian(body, unknownLength);
    putText(body, commentOption, heading.comment);
    putText(body, userApplicationOption, heading.application);
    putEndOfOptions(body);
    return body;
}

Octets interfaceDescription(const PcapngHeading& heading)
{
    Octets body;
    putLittleEndian(body, linkTypeRaw);
    putLittleEndian(body, std::uint16_t{0}); // reserved
    putLittleEndian(body, noLimit);
    putText(body, interfaceNameOption, heading.interface);
    putOption(body, timeResolutionOption, Octets{microseconds});
    putEndOfOptions(body);
    return body;
}

Octets flagsOf(PacketDirection direction)
{
    Octets flags;
    putLittleEndian(flags, direction == PacketDirection::Inbound ? inbound : outbound);
    return flags;
}

} // namespace

PcapngWriter::PcapngWriter(const PcapngHeading& heading)
{
    putBlock(m_octets, sectionHeaderBlock, sectionHeader(heading));
    putBlock(m_octets, interfaceDescriptionBlock, interfaceDescription(heading));
}

void PcapngWriter::add(Time at, PacketDirection direction, const Octets& packet, std::string_view comment)
{
    assert(at >= Time::zero());
    const auto ticks = static_cast<std::uint64_t>(at.count());
    const auto size = static_cast<std::uint32_t>(packet.size());
    Octets body;
    putLittleEndian(body, onlyInterface);
    putLittleEndian(body, static_cast<std::uint32_t>(ticks >> 32U));
    putLittleEndian(body, static_cast<std::uint32_t>(ticks));
    putLittleEndian(body, size); // captured
    putLittleEndian(body, size); // as it was on the wire
    put(body, packet);
    pad(body);
    putText(body, commentOption, comment);
    putOption(body, packetFlagsOption, flagsOf(direction));
    putEndOfOptions(body);
    putBlock(m_octets, enhancedPacketBlock, body);
}

} // namespace finwait
