// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/ip_packet.h"

#include "capture/tcp_header.h"

#include <optional>
#include <tuple>

namespace finwait {

namespace {

constexpr unsigned versionShift = 4;
constexpr unsigned version4 = 4;
constexpr unsigned version6 = 6;

// RFC 791 section 3.1.
constexpr std::size_t ipv4FixedSize = 20;
constexpr unsigned headerWordsMask = 0x0F;
constexpr std::size_t headerWordSize = 4;
constexpr std::size_t totalLengthPlace = 2;
constexpr std::size_t fragmentPlace = 6;
constexpr unsigned moreFragments = 0x2000;
constexpr unsigned fragmentOffsetMask = 0x1FFF;
constexpr std::size_t protocolPlace = 9;
constexpr std::size_t ipv4FromPlace = 12;
constexpr std::size_t ipv4ToPlace = 16;

// RFC 8200 sections 3 and 4; the numbers are those of "Assigned Internet Protocol Numbers".
constexpr std::size_t ipv6FixedSize = 40;
constexpr std::size_t payloadLengthPlace = 4;
constexpr std::size_t nextHeaderPlace = 6;
constexpr std::size_t ipv6FromPlace = 8;
constexpr std::size_t ipv6ToPlace = 24;
constexpr std::uint8_t hopByHopHeader = 0;
constexpr std::uint8_t routingHeader = 43;
constexpr std::uint8_t fragmentHeader = 44;
constexpr std::uint8_t authenticationHeader = 51;
constexpr std::uint8_t destinationHeader = 60;
constexpr std::size_t fragmentHeaderSize = 8;
constexpr std::size_t ipv6FragmentPlace = 2;
constexpr unsigned ipv6FragmentOffsetMask = 0xFFF8;
constexpr unsigned ipv6MoreFragments = 1;

IpContent readIpv4(PacketView packet, CapturedSegment& captured)
{
    if (!packet.has(ipv4FixedSize) || packet.octet(protocolPlace) != protocolTcp)
        return {};
    const std::size_t headerSize = (packet.octet(0) & headerWordsMask) * headerWordSize;
    const std::size_t totalLength = packet.number16(totalLengthPlace);
    // Zero: the network's hardware has yet to divide it, or has put it together, and it is as long as it is.
    const PacketView whole = packet.first(totalLength != 0 ? totalLength : packet.length());
    if (headerSize < ipv4FixedSize || !whole.has(headerSize))
        return {PacketKind::Broken};
    const unsigned fragment = packet.number16(fragmentPlace);
    if ((fragment & fragmentOffsetMask) != 0)
        return {PacketKind::LaterFragment};
    captured.isFragment = (fragment & moreFragments) != 0;
    captured.from.host = packet.octets<std::tuple_size_v<Ipv4Address>>(ipv4FromPlace);
    captured.to.host = packet.octets<std::tuple_size_v<Ipv4Address>>(ipv4ToPlace);
    return {PacketKind::Segment, whole.from(headerSize)};
}

/// Of a header between those of IPv6 and TCP, other than that of a fragment. nullopt: it is none of these, or cut off.
std::optional<std::size_t> extensionSize(std::uint8_t header, PacketView rest)
{
    constexpr std::size_t unit = 8;                     // RFC 8200 section 4.3
    constexpr std::size_t authenticationHeaderUnit = 4; // RFC 4302 section 2.2
    if (!rest.has(2))
        return std::nullopt;
    const std::size_t length = rest.octet(1);
    std::size_t size = 0;
    switch (header) {
    case hopByHopHeader:
    case routingHeader:
    case destinationHeader: size = (length + 1) * unit; break;
    case authenticationHeader: size = (length + 2) * authenticationHeaderUnit; break;
    default: return std::nullopt;
    }
    return rest.has(size) ? std::optional(size) : std::nullopt;
}

/// What follows the headers from `header` on, the first of `rest`.
IpContent readIpv6Headers(std::uint8_t header, PacketView rest, CapturedSegment& captured)
{
    while (header != protocolTcp) {
        if (header == fragmentHeader) {
            if (!rest.has(fragmentHeaderSize))
                return {};
            const unsigned fragment = rest.number16(ipv6FragmentPlace);
            if ((fragment & ipv6FragmentOffsetMask) != 0)
                return {rest.octet(0) == protocolTcp ? PacketKind::LaterFragment : PacketKind::Other};
            captured.isFragment = (fragment & ipv6MoreFragments) != 0;
            header = rest.octet(0);
            rest = rest.from(fragmentHeaderSize);
        } else {
            const auto size = extensionSize(header, rest);
            if (!size)
                return {};
            header = rest.octet(0);
            rest = rest.from(*size);
        }
    }
    return {PacketKind::Segment, rest};
}

IpContent readIpv6(PacketView packet, CapturedSegment& captured)
{
    if (!packet.has(ipv6FixedSize))
        return {};
    const std::size_t payloadLength = packet.number16(payloadLengthPlace);
    // Zero: a jumbogram (RFC 2675 section 3), or left to the network's hardware as with IPv4.
    const PacketView whole = packet.first(payloadLength != 0 ? ipv6FixedSize + payloadLength : packet.length());
    captured.isFragment = false;
    captured.from.host = packet.octets<std::tuple_size_v<Ipv6Address>>(ipv6FromPlace);
    captured.to.host = packet.octets<std::tuple_size_v<Ipv6Address>>(ipv6ToPlace);
    return readIpv6Headers(packet.octet(nextHeaderPlace), whole.from(ipv6FixedSize), captured);
}

} // namespace

IpContent readIpPacket(PacketView packet, CapturedSegment& captured)
{
    if (!packet.has(1))
        return {};
    switch (packet.octet(0) >> versionShift) {
    case version4: return readIpv4(packet, captured);
    case version6: return readIpv6(packet, captured);
    default: return {};
    }
}

} // namespace finwait
