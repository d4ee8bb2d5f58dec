// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A capture file of many connections, the same each time, to measure what reads captures.
#pragma once

#include "capture/packet_octets.h"
#include "capture/segment_octets.h"
#include "core/side.h"
#include "core/virtual_time.h"

#include <cstdint>
#include <cstdio>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace finwait {

/// What a made capture holds.
struct MadeShape {
    std::uint32_t connections = 0;
    std::uint32_t atOnce = 1;    ///< so many of them are interleaved
    std::uint32_t exchanges = 0; ///< of text and its ACK, in each connection that opens
    bool isRefused = false;      ///< instead: each is a SYN and a RST

    [[nodiscard]] std::uint32_t segmentsEach() const { return isRefused ? 2 : 6 + 2 * exchanges; }
};

/// One connection that is made, segment by segment: opened, used by both sides in turn, closed by the client.
class MadeConnection
{
public:
    MadeConnection(const MadeShape& shape, std::uint32_t number);

    [[nodiscard]] bool isOver() const { return m_step == m_shape.segmentsEach(); }
    /// The packet of IP with the next segment, which is sent at `now`.
    [[nodiscard]] Octets nextPacket(Time now);

private:
    [[nodiscard]] Side sender() const;
    [[nodiscard]] Segment nextSegment(Side from) const;

    MadeShape m_shape;
    PerSide<SocketAddress> m_sockets;
    PerSide<Seq> m_next;
    PerSide<std::uint32_t> m_clocks;
    std::uint32_t m_step = 0;
};

inline MadeConnection::MadeConnection(const MadeShape& shape, std::uint32_t number) : m_shape(shape)
{
    constexpr std::uint32_t portsEach = 60'000;
    constexpr std::uint16_t firstPort = 2'000;
    const std::uint32_t host = number / portsEach;
    m_sockets.client.host = Ipv4Address{10, 1, static_cast<std::uint8_t>(host >> 8U), static_cast<std::uint8_t>(host)};
    m_sockets.client.port = static_cast<std::uint16_t>(firstPort + number % portsEach);
    m_sockets.server.host = Ipv4Address{10, 0, 0, 1};
    m_sockets.server.port = 443;
    m_next = {Seq{number * 2'654'435'761U}, Seq{number * 2'246'822'519U}};
}

inline Side MadeConnection::sender() const
{
    constexpr std::uint32_t opening = 3;
    const std::uint32_t closing = m_shape.segmentsEach() - 3;
    if (m_step < opening)
        return m_step % 2 == 0 ? Side::Client : Side::Server;
    if (m_step >= closing)
        return (m_step - closing) % 2 == 0 ? Side::Client : Side::Server;
    const std::uint32_t place = m_step - opening; // the client's text, its ACK, the server's text, its ACK
    return place % 4 == 0 || place % 4 == 3 ? Side::Client : Side::Server;
}

inline Segment MadeConnection::nextSegment(Side from) const
{
    constexpr std::uint32_t opening = 3;
    constexpr std::uint32_t textLength = 100;
    const std::uint32_t closing = m_shape.segmentsEach() - 3;
    Segment segment;
    segment.seq = m_next[from];
    segment.window = 502;
    segment.flags.syn = m_step < 2 && !m_shape.isRefused;
    segment.flags.ack = m_step > 0;
    if (m_shape.isRefused) {
        segment.flags.syn = m_step == 0;
        segment.flags.rst = m_step == 1;
    } else if (m_step >= opening) {
        segment.flags.fin = m_step == closing || m_step == closing + 1;
        if (m_step < closing && (m_step - opening) % 2 == 0)
            segment.text.length = textLength;
    }
    segment.flags.psh = segment.text.length > 0;
    if (segment.flags.syn)
        segment.options = {.mss = 1460, .windowScale = 7, .sackPermitted = true, .timestamps = std::nullopt};
    return segment;
}

inline Octets MadeConnection::nextPacket(Time now)
{
    const Side from = sender();
    Segment segment = nextSegment(from);
    if (segment.flags.ack)
        segment.ack = m_next[other(from)];
    m_next[from] = segment.end();
    m_clocks[from] = static_cast<std::uint32_t>(now.count() / 1000);
    if (!segment.flags.rst)
        segment.options.timestamps = Timestamps{m_clocks[from], m_clocks[other(from)]};
    const SocketAddress& sender = m_sockets[from];
    const SocketAddress& receiver = m_sockets[other(from)];
    return packetOctets(segmentOctets(segment, sender, receiver), sender, receiver,
                        static_cast<std::uint16_t>(m_step++));
}

/// Writes the file (pcap, Ethernet), a packet each ten microseconds. false: the system could not.
[[nodiscard]] inline bool writeMadeCapture(const std::string& path, const MadeShape& shape)
{
    constexpr std::size_t fullBuffer = std::size_t{1} << 20U;
    constexpr Duration interval = 10us;
    constexpr std::int64_t firstSecond = 1'700'000'000;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wb"), std::fclose);
    if (!file)
        return false;
    Octets octets;
    for (const std::uint32_t word : {0xA1B2C3D4U, 0x0004'0002U, 0U, 0U, 0x40000U, 1U})
        putLittleEndian(octets, word);

    std::mt19937 random(1);
    std::vector<MadeConnection> open;
    std::uint32_t begun = 0;
    for (Time now{}; begun < shape.connections || !open.empty(); now += interval) {
        while (open.size() < shape.atOnce && begun < shape.connections)
            open.emplace_back(shape, begun++);
        MadeConnection& chosen = open[random() % open.size()];
        const Octets packet = chosen.nextPacket(now);
        const auto length = static_cast<std::uint32_t>(packet.size() + 14);
        putLittleEndian(octets, static_cast<std::uint32_t>(firstSecond + now / 1s));
        putLittleEndian(octets, static_cast<std::uint32_t>((now % Duration{1s}).count()));
        putLittleEndian(octets, length);
        putLittleEndian(octets, length);
        put(octets, Octets{2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0});
        put(octets, packet);
        if (chosen.isOver()) {
            chosen = open.back();
            open.pop_back();
        }
        if (octets.size() >= fullBuffer || (open.empty() && begun == shape.connections)) {
            if (std::fwrite(octets.data(), 1, octets.size(), file.get()) != octets.size())
                return false;
            octets.clear();
        }
    }
    return std::fflush(file.get()) == 0;
}

} // namespace finwait
