// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Capture files as octets, for tests of what reads them, and all that is read of one.
#pragma once

#include "capture/capture_reader.h"
#include "capture/octets.h"
#include "capture/packet_octets.h"
#include "capture/segment_octets.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace finwait {

inline constexpr std::uint32_t microsecondsMagic = 0xA1B2C3D4;
inline constexpr std::uint32_t nanosecondsMagic = 0xA1B23C4D;

inline constexpr std::uint32_t linkTypeEthernet = 1;
inline constexpr std::uint32_t linkTypeRawIp = 101;

/// The header of a file in the form pcap (draft-ietf-opsawg-pcap).
inline Octets pcapFile(std::uint32_t linkType, std::uint32_t magic = microsecondsMagic)
{
    Octets file;
    putLittleEndian(file, magic);
    putLittleEndian(file, std::uint16_t{2});
    putLittleEndian(file, std::uint16_t{4});
    putLittleEndian(file, std::uint64_t{0});
    putLittleEndian(file, std::uint32_t{0x40000});
    putLittleEndian(file, linkType);
    return file;
}

/// `fraction` is in the unit of the file; only the first `snapLength` octets of the frame were captured.
inline void putPcapPacket(Octets& file, std::uint32_t seconds, std::uint32_t fraction, Octets frame,
                          std::size_t snapLength = SIZE_MAX)
{
    const auto length = static_cast<std::uint32_t>(frame.size());
    if (snapLength < frame.size())
        frame.resize(snapLength);
    putLittleEndian(file, seconds);
    putLittleEndian(file, fraction);
    putLittleEndian(file, static_cast<std::uint32_t>(frame.size()));
    putLittleEndian(file, length);
    put(file, frame);
}

/// A block of a file in the form pcapng.
inline void putPcapngBlock(Octets& file, std::uint32_t type, Octets body)
{
    body.resize((body.size() + 3) / 4 * 4);
    const auto length = static_cast<std::uint32_t>(body.size() + 12);
    putLittleEndian(file, type);
    putLittleEndian(file, length);
    put(file, body);
    putLittleEndian(file, length);
}

/// A file in the form pcapng (draft-ietf-opsawg-pcapng) that has no interface yet.
inline Octets pcapngFile()
{
    Octets body;
    putLittleEndian(body, std::uint32_t{0x1A2B3C4D});
    putLittleEndian(body, std::uint32_t{1}); // version 1.0
    putLittleEndian(body, ~std::uint64_t{0});
    Octets file;
    putPcapngBlock(file, 0x0A0D0D0A, body);
    return file;
}

/// `resolution`: its times are in units of 10^-resolution seconds.
inline void putPcapngInterface(Octets& file, std::uint16_t linkType, std::uint8_t resolution)
{
    Octets body;
    putLittleEndian(body, linkType);
    putLittleEndian(body, std::uint16_t{0});
    putLittleEndian(body, std::uint32_t{0});
    put(body, Octets{9, 0, 1, 0, resolution, 0, 0, 0, 0, 0, 0, 0});
    putPcapngBlock(file, 1, body);
}

inline void putPcapngPacket(Octets& file, std::uint32_t interface, std::uint64_t time, const Octets& frame)
{
    Octets body;
    putLittleEndian(body, interface);
    putLittleEndian(body, static_cast<std::uint32_t>(time >> 32U));
    putLittleEndian(body, static_cast<std::uint32_t>(time));
    putLittleEndian(body, static_cast<std::uint32_t>(frame.size()));
    putLittleEndian(body, static_cast<std::uint32_t>(frame.size()));
    put(body, frame);
    putPcapngBlock(file, 6, body);
}

inline const SocketAddress client4 = *parseSocketAddress("10.0.0.1:40000");
inline const SocketAddress server4 = *parseSocketAddress("10.0.0.2:80");
inline const SocketAddress client6 = *parseSocketAddress("[2001:db8::1]:40000");
inline const SocketAddress server6 = *parseSocketAddress("[2001:db8::2]:80");

/// Ten octets of text, with time stamps.
inline Segment dataSegment(std::uint32_t seq = 1000)
{
    Segment segment;
    segment.seq = Seq{seq};
    segment.ack = Seq{0x5EDCBA98};
    segment.flags.ack = true;
    segment.flags.psh = true;
    segment.window = 0x1234;
    segment.options.timestamps = Timestamps{0x01020304, 0xF1F2F3F4};
    segment.text.length = 10;
    return segment;
}

inline Octets packet4(const Segment& segment)
{
    return packetOctets(segmentOctets(segment, client4, server4), client4, server4, 1);
}

inline Octets packet6(const Segment& segment)
{
    return packetOctets(segmentOctets(segment, client6, server6), client6, server6, 1);
}

inline Octets onEthernet(const Octets& packet)
{
    Octets frame = {6, 7, 8, 9, 10, 11, 1, 2, 3, 4, 5, 6, 8, 0};
    put(frame, packet);
    return frame;
}

/// A file of one packet.
inline Octets fileOf(const Octets& frame, std::uint32_t linkType = linkTypeRawIp, std::size_t snapLength = SIZE_MAX)
{
    Octets file = pcapFile(linkType);
    putPcapPacket(file, 1, 0, frame, snapLength);
    return file;
}

struct WholeCapture {
    QString error; ///< of a file that could not be opened; then there is nothing else
    std::vector<CapturedSegment> segments;
    CaptureCounts counts;
    QString flaw;
    Duration start{};
    Time end{};
};

inline WholeCapture readAll(Expected<CaptureReader, Message> opened)
{
    WholeCapture whole;
    if (!opened) {
        whole.error = QString::fromStdString(opened.error().inEnglish());
        return whole;
    }
    CaptureReader reader = *std::move(opened);
    while (const CapturedSegment* segment = reader.next())
        whole.segments.push_back(*segment);
    whole.counts = reader.counts();
    if (reader.flaw())
        whole.flaw = QString::fromStdString(reader.flaw()->inEnglish());
    whole.start = reader.start();
    whole.end = reader.end();
    return whole;
}

inline WholeCapture readAll(const Octets& file)
{
    return readAll(CaptureReader::read(file));
}

} // namespace finwait
