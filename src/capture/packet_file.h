// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A capture file, packet by packet, compressed or not. libpcap reads pcap; pcapng is read here, see pcapng_file.h.
#pragma once

#include "capture/link_layer.h"
#include "capture/packet_view.h"
#include "core/expected.h"
#include "core/message.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace finwait {

class PacketFile
{
public:
    struct Packet {
        PacketView frame;               ///< good until the next one is read
        std::int64_t time = 0;          ///< nanoseconds since the beginning of 1970, UTC, or a limit centuries away
        std::optional<LinkLayer> layer; ///< where the frame was captured; nullopt: of a kind that is not known here
    };

    /// An error says why nothing can be read: it is no capture file, or no interface has a link type that is known.
    [[nodiscard]] static Expected<std::unique_ptr<PacketFile>, Message> open(const std::string& path);
    /// The octets must outlive it.
    [[nodiscard]] static Expected<std::unique_ptr<PacketFile>, Message> read(std::span<const std::uint8_t> octets);

    PacketFile() = default;
    PacketFile(const PacketFile&) = delete;
    PacketFile& operator=(const PacketFile&) = delete;
    virtual ~PacketFile() = default;

    /// nullopt: there is no more, now and later.
    [[nodiscard]] virtual std::optional<Packet> next() = 0;
    /// Once there is no more: why, if the file does not end there.
    [[nodiscard]] virtual const std::optional<Message>& flaw() const = 0;
    /// From 0 to 1.
    [[nodiscard]] virtual double progress() const = 0;
};

} // namespace finwait
