// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Where the packet of IP begins in a captured frame, for each kind of link that captures are taken at.
#pragma once

#include "capture/packet_view.h"
#include "core/message.h"

#include <cstdint>
#include <optional>

namespace finwait {

enum class LinkLayer : std::uint8_t {
    Ethernet,
    LinuxCooked,  ///< of the interface "any"
    LinuxCooked2, ///< the same, with the interface's number
    Loopback,     ///< a family of addresses in 32 bits, in the order of some machine
    RawIp,
    Ppp,
    PppOverEthernet, ///< from the header of PPPoE on
};

/// `dataLink` is one of libpcap's DLT_ numbers. nullopt: a kind that is not known here.
[[nodiscard]] std::optional<LinkLayer> linkLayerOf(int dataLink);
/// That of a number as it stands in files, LINKTYPE_: of the kinds that are known here only raw IP has another one.
[[nodiscard]] int dataLinkOf(std::uint16_t linkType);
/// That packets of such a link are not read, with its name.
[[nodiscard]] Message unreadDataLink(int dataLink);

/// nullopt: the frame has something else in it, or is cut off before. Whether there is a header of IP is not looked at.
[[nodiscard]] std::optional<PacketView> ipPacketIn(LinkLayer layer, PacketView frame);

} // namespace finwait
