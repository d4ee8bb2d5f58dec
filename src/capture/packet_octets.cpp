// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/packet_octets.h"

#include "capture/internet_checksum.h"
#include "capture/segment_octets.h"

#include <cassert>
#include <limits>

namespace finwait {

namespace {

constexpr std::uint8_t hops = 64; // RFC 1700 "IP time to live parameter"
constexpr std::size_t longest = std::numeric_limits<std::uint16_t>::max();

constexpr std::size_t ipv4HeaderSize = 20;
constexpr std::uint8_t ipv4VersionAndLength = 0x45; // version 4, a header of five words
constexpr std::uint16_t dontFragment = 0x4000;
constexpr std::size_t ipv4ChecksumPlace = 10;

constexpr std::uint32_t ipv6Version = 6U << 28U; // no traffic class, no flow label

Octets ipv4Header(std::size_t segmentSize, const Ipv4Address& from, const Ipv4Address& to, std::uint16_t identification)
{
    assert(ipv4HeaderSize + segmentSize <= longest);
    Octets header = {ipv4VersionAndLength, 0};
    putNetworkOrder(header, static_cast<std::uint16_t>(ipv4HeaderSize + segmentSize));
    putNetworkOrder(header, identification);
    putNetworkOrder(header, dontFragment);
    header.push_back(hops);
    header.push_back(protocolTcp);
    putNetworkOrder(header, std::uint16_t{0}); // the checksum, below
    put(header, from);
    put(header, to);
    InternetChecksum checksum;
    checksum.add(header);
    header[ipv4ChecksumPlace] = static_cast<std::uint8_t>(checksum.value() >> bitsOfOctet);
    header[ipv4ChecksumPlace + 1] = static_cast<std::uint8_t>(checksum.value());
    return header;
}

Octets ipv6Header(std::size_t segmentSize, const Ipv6Address& from, const Ipv6Address& to)
{
    assert(segmentSize <= longest);
    Octets header;
    putNetworkOrder(header, ipv6Version);
    putNetworkOrder(header, static_cast<std::uint16_t>(segmentSize));
    header.push_back(protocolTcp);
    header.push_back(hops);
    put(header, from);
    put(header, to);
    return header;
}

} // namespace

Octets packetOctets(const Octets& segment, const SocketAddress& from, const SocketAddress& to,
                    std::uint16_t identification)
{
    assert(from.host.index() == to.host.index());
    const auto* from4 = std::get_if<Ipv4Address>(&from.host);
    Octets packet = from4
                        ? ipv4Header(segment.size(), *from4, std::get<Ipv4Address>(to.host), identification)
                        : ipv6Header(segment.size(), std::get<Ipv6Address>(from.host), std::get<Ipv6Address>(to.host));
    put(packet, segment);
    return packet;
}

} // namespace finwait
