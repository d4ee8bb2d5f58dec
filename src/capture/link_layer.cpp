// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/link_layer.h"

#include <pcap/pcap.h>

#include <string>

namespace finwait {

namespace {

// IEEE 802 Numbers, "EtherTypes".
constexpr std::uint16_t etherTypeIpv4 = 0x0800;
constexpr std::uint16_t etherTypeIpv6 = 0x86DD;
constexpr std::uint16_t etherTypeVlan = 0x8100;          // IEEE 802.1Q
constexpr std::uint16_t etherTypeServiceVlan = 0x88A8;   // IEEE 802.1ad, QinQ
constexpr std::uint16_t etherTypeVlanBefore802 = 0x9100; // QinQ as it was before it had a standard
constexpr std::uint16_t etherTypePppoeSession = 0x8864;  // RFC 2516 section 5

constexpr std::size_t etherTypeSize = 2;
constexpr std::size_t ethernetTypePlace = 12;
constexpr std::size_t vlanTagSize = 4; // its own number, and the type of what follows
constexpr std::size_t vlanTypePlace = 2;
constexpr std::size_t cookedTypePlace = 14; // LINKTYPE_LINUX_SLL
constexpr std::size_t cooked2Size = 20;     // LINKTYPE_LINUX_SLL2, whose type comes first
constexpr std::size_t pppoeSize = 6;        // RFC 2516 section 4
constexpr std::size_t familySize = 4;

/// What DLT_RAW is depends on the system, and files have the number of where they were written. Those with the number
/// that is meant for files, 101, are given that of this system by libpcap.
constexpr int rawOfMostSystems = 12;
constexpr int rawOfOpenBsd = 14;

/// RFC 1661 section 2: a protocol's first octet is even, and its last one odd, so the first can be left out if it is
/// zero. RFC 1662 section 3.1: address and control come before, or are left out, too.
std::optional<PacketView> ipPacketInPpp(PacketView frame)
{
    constexpr std::uint16_t addressAndControl = 0xFF03;
    constexpr std::uint16_t protocolIpv4 = 0x0021;
    constexpr std::uint16_t protocolIpv6 = 0x0057;
    if (frame.has(2) && frame.number16(0) == addressAndControl)
        frame = frame.from(2);
    if (!frame.has(2))
        return std::nullopt;
    const bool isCompressed = frame.octet(0) % 2 != 0;
    const std::uint16_t protocol = isCompressed ? frame.octet(0) : frame.number16(0);
    if (protocol != protocolIpv4 && protocol != protocolIpv6)
        return std::nullopt;
    return frame.from(isCompressed ? 1 : 2);
}

std::optional<PacketView> ipPacketInPppoe(PacketView frame)
{
    return frame.has(pppoeSize) ? ipPacketInPpp(frame.from(pppoeSize)) : std::nullopt;
}

/// What follows a type that stands at `place`.
std::optional<PacketView> ipPacketAfterType(PacketView frame, std::size_t place, std::size_t headerSize)
{
    if (!frame.has(headerSize))
        return std::nullopt;
    std::uint16_t type = frame.number16(place);
    PacketView rest = frame.from(headerSize);
    while (type == etherTypeVlan || type == etherTypeServiceVlan || type == etherTypeVlanBefore802) {
        if (!rest.has(vlanTagSize))
            return std::nullopt;
        type = rest.number16(vlanTypePlace);
        rest = rest.from(vlanTagSize);
    }
    if (type == etherTypePppoeSession)
        return ipPacketInPppoe(rest);
    if (type != etherTypeIpv4 && type != etherTypeIpv6)
        return std::nullopt;
    return rest;
}

/// AF_INET is 2 everywhere; AF_INET6 is what the machine has where the capture was taken, in its own order of octets.
std::optional<PacketView> ipPacketInLoopback(PacketView frame)
{
    constexpr std::uint32_t ipv4 = 2;
    constexpr std::uint32_t ipv6OfLinux = 10;
    constexpr std::uint32_t ipv6OfNetBsd = 24; // and of OpenBSD
    constexpr std::uint32_t ipv6OfFreeBsd = 28;
    constexpr std::uint32_t ipv6OfMacOs = 30;
    if (!frame.has(familySize))
        return std::nullopt;
    const std::uint32_t family = std::min(frame.number32(0), __builtin_bswap32(frame.number32(0)));
    switch (family) {
    case ipv4:
    case ipv6OfLinux:
    case ipv6OfNetBsd:
    case ipv6OfFreeBsd:
    case ipv6OfMacOs: return frame.from(familySize);
    default: return std::nullopt;
    }
}

} // namespace

std::optional<LinkLayer> linkLayerOf(int dataLink)
{
    switch (dataLink) {
    case DLT_EN10MB: return LinkLayer::Ethernet;
    case DLT_LINUX_SLL: return LinkLayer::LinuxCooked;
    case DLT_LINUX_SLL2: return LinkLayer::LinuxCooked2;
    case DLT_NULL:
    case DLT_LOOP: return LinkLayer::Loopback;
    case rawOfMostSystems:
    case rawOfOpenBsd:
    case DLT_IPV4:
    case DLT_IPV6: return LinkLayer::RawIp;
    case DLT_PPP:
    case DLT_PPP_SERIAL: return LinkLayer::Ppp;
    case DLT_PPP_ETHER: return LinkLayer::PppOverEthernet;
    default: return std::nullopt;
    }
}

int dataLinkOf(std::uint16_t linkType)
{
    constexpr std::uint16_t rawInFiles = 101; // LINKTYPE_RAW
    return linkType == rawInFiles ? rawOfMostSystems : linkType;
}

Message unreadDataLink(int dataLink)
{
    const char* const name = pcap_datalink_val_to_name(dataLink);
    return Message::tr("packets with headers of the link type %1 are not read; those of Ethernet, Linux cooked, "
                       "loopback, PPP and raw IP are")
        .arg(name ? name : std::to_string(dataLink));
}

std::optional<PacketView> ipPacketIn(LinkLayer layer, PacketView frame)
{
    switch (layer) {
    case LinkLayer::Ethernet: return ipPacketAfterType(frame, ethernetTypePlace, ethernetTypePlace + etherTypeSize);
    case LinkLayer::LinuxCooked: return ipPacketAfterType(frame, cookedTypePlace, cookedTypePlace + etherTypeSize);
    case LinkLayer::LinuxCooked2: return ipPacketAfterType(frame, 0, cooked2Size);
    case LinkLayer::Loopback: return ipPacketInLoopback(frame);
    case LinkLayer::RawIp: return frame;
    case LinkLayer::Ppp: return ipPacketInPpp(frame);
    case LinkLayer::PppOverEthernet: return ipPacketInPppoe(frame);
    }
    return std::nullopt;
}

} // namespace finwait
