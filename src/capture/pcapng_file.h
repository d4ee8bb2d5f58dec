// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A capture file in the form pcapng (draft-ietf-opsawg-pcapng), with any number of sections, interfaces and link types.
// It is read here and not by libpcap, since libpcap (seen with 1.10.3, and in the source of what follows 1.10) tells of
// one link type, one snap length and one order of octets for the whole file: it refuses a file whose interfaces or
// sections differ in one of them ("an interface has a type 276 different from the type of the first interface"), and
// one of two interfaces of raw IP, since it compares the number 101 of files with its own for that link.
#pragma once

#include "capture/capture_input.h"
#include "capture/packet_file.h"
#include "capture/pcapng_block.h"
#include "capture/pcapng_time.h"
#include "capture/read_buffer.h"

#include <vector>

namespace finwait {

class PcapngFile : public PacketFile
{
public:
    /// Of each file of this form, and of none of the others.
    static constexpr int firstOctet = 0x0A;

    /// Up to the first interface; an error says why there is none.
    [[nodiscard]] static Expected<std::unique_ptr<PcapngFile>, Message> begin(CaptureInput input);

    [[nodiscard]] std::optional<Packet> next() override;
    [[nodiscard]] const std::optional<Message>& flaw() const override { return m_flaw; }
    [[nodiscard]] double progress() const override;

    /// Some interface so far has a link type that is known.
    [[nodiscard]] bool knowsLink() const { return m_knowsLink; }
    /// The link type of the first interface, as one of libpcap's DLT_ numbers.
    [[nodiscard]] int firstLink() const { return m_firstLink; }

private:
    struct Interface {
        std::optional<LinkLayer> layer;
        std::uint32_t snapLength = 0; ///< zero: there is no limit
        PcapngTime time;
    };
    explicit PcapngFile(CaptureInput input);
    /// Reads one block, and takes what it says if it has no packet.
    [[nodiscard]] std::optional<Packet> readBlock();
    // In these, what cannot be read ends the file.
    [[nodiscard]] std::optional<PcapngBlock> nextBlock();
    [[nodiscard]] std::optional<std::uint32_t> lengthOfNext();
    void beginSection(const PcapngBlock& block);
    void addInterface(const PcapngBlock& block);
    [[nodiscard]] std::optional<Packet> packetIn(const PcapngBlock& block);
    [[nodiscard]] std::optional<Packet> simplePacketIn(const PcapngBlock& block);
    [[nodiscard]] std::optional<Packet> packetAt(const PcapngBlock& block, std::size_t place, std::size_t captured,
                                                 std::size_t length, const Interface& interface);
    void finish();
    void finishCutOff();
    /// `what` has places for the number of packets before, and for the octet.
    void finishBroken(const Message& what);

    CaptureInput m_input;
    ReadBuffer m_buffer;                 // reads from m_input
    Octets m_beginning;                  // of a block that is longer than the buffer
    std::vector<Interface> m_interfaces; // of the section
    bool m_isBigEndian = false;          // the section
    bool m_knowsLink = false;
    int m_firstLink = -1;
    std::int64_t m_lastTime = 0;
    std::uint64_t m_packets = 0; // read so far
    std::uint64_t m_blockAt = 0; // the octet at which the block begins
    bool m_isFinished = false;
    std::optional<Message> m_flaw;
};

} // namespace finwait
