// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A capture file as libpcap reads it, packet by packet, compressed or not.
#pragma once

#include "capture/file_pointer.h"
#include "capture/gzip_file.h"
#include "capture/link_layer.h"
#include "capture/packet_view.h"
#include "core/expected.h"
#include "core/message.h"

#include <pcap/pcap.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace finwait {

class PcapFile
{
public:
    struct Packet {
        PacketView frame;      ///< good until the next one is read
        std::int64_t time = 0; ///< nanoseconds since the beginning of 1970, UTC, or a limit centuries away from it
    };

    [[nodiscard]] static Expected<std::unique_ptr<PcapFile>, Message> open(const std::string& path);
    /// The octets must outlive it.
    [[nodiscard]] static Expected<std::unique_ptr<PcapFile>, Message> read(std::span<const std::uint8_t> octets);

    [[nodiscard]] LinkLayer linkLayer() const { return m_linkLayer; }
    /// nullopt: there is no more, now and later.
    [[nodiscard]] std::optional<Packet> next();
    /// Once there is no more: why, if the file does not end there.
    [[nodiscard]] const std::optional<Message>& flaw() const { return m_flaw; }
    /// From 0 to 1.
    [[nodiscard]] double progress() const;

private:
    PcapFile() = default;
    [[nodiscard]] static Expected<std::unique_ptr<PcapFile>, Message> begin(FilePointer file, std::uint64_t size);
    /// What is wrong with the file, or nothing.
    [[nodiscard]] Message start(FilePointer file);
    [[nodiscard]] Message startPcap(FilePointer file);
    void finish(bool isBroken);
    [[nodiscard]] std::optional<Message> compressionFlaw() const;

    struct PcapClosing {
        void operator()(pcap_t* pcap) const { pcap_close(pcap); } // closes the file, too
    };

    // In the order in which one needs those before it.
    std::unique_ptr<char[]> m_buffer;
    std::unique_ptr<GzipFile> m_gzip; // nullptr: it is not compressed
    std::unique_ptr<pcap_t, PcapClosing> m_pcap;

    std::uint64_t m_size = 0;    // of the file as it is, in octets
    std::uint64_t m_packets = 0; // read so far
    LinkLayer m_linkLayer = LinkLayer::RawIp;
    bool m_isFinished = false;
    std::optional<Message> m_flaw;
};

} // namespace finwait
