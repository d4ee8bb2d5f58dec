// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A capture file as libpcap reads it: pcap, with microseconds or nanoseconds, in either order of octets.
#pragma once

#include "capture/capture_input.h"
#include "capture/packet_file.h"

#include <pcap/pcap.h>

namespace finwait {

class PcapFile : public PacketFile
{
public:
    [[nodiscard]] static Expected<std::unique_ptr<PacketFile>, Message> begin(CaptureInput input);

    [[nodiscard]] std::optional<Packet> next() override;
    [[nodiscard]] const std::optional<Message>& flaw() const override { return m_flaw; }
    [[nodiscard]] double progress() const override;

private:
    explicit PcapFile(CaptureInput input);
    /// What is wrong with the file, or nothing.
    [[nodiscard]] Message start();
    void finish(bool isBroken);

    struct PcapClosing {
        void operator()(pcap_t* pcap) const { pcap_close(pcap); } // closes the file, too
    };

    CaptureInput m_input;
    std::unique_ptr<pcap_t, PcapClosing> m_pcap; // reads from m_input

    std::uint64_t m_packets = 0; // read so far
    LinkLayer m_layer = LinkLayer::RawIp;
    bool m_isFinished = false;
    std::optional<Message> m_flaw;
};

} // namespace finwait
