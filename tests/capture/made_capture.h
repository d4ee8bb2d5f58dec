// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A capture of several connections, made of scenarios that ship: each has addresses of its own, and they begin one
// after the other.
#pragma once

#include "capture/packet_octets.h"
#include "capture/pcapng_writer.h"
#include "capture/segment_octets.h"
#include "capture/sightings.h"
#include "capture/socket_address.h"
#include "scenario/library.h"
#include "scenario/scenario.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <algorithm>
#include <cassert>
#include <vector>

namespace finwait::test {

struct MadePacket {
    Time at{};
    Octets octets;
};

/// Of the scenario, captured at its client, 10.0.0.`number`:40000 and so on; its server is 10.0.0.200:80.
inline void addConnection(std::vector<MadePacket>& packets, const char* scenario, std::uint8_t number, Time begin)
{
    const Scenario* found = findScenario(scenario);
    assert(found);
    const Trace trace = runScenario(*found).trace;
    const auto port = static_cast<std::uint16_t>(39'999 + number);
    const PerSide<SocketAddress> sockets = {{Ipv4Address{10, 0, 0, number}, port}, {Ipv4Address{10, 0, 0, 200}, 80}};
    for (const Sighting& sighting : sightings(trace, Side::Client)) {
        const Flight& flight = trace.flight(sighting.flight);
        const SocketAddress& from = sockets[flight.from];
        const SocketAddress& to = sockets[other(flight.from)];
        packets.push_back(
            {begin + trace.record(sighting.record).at, packetOctets(segmentOctets(flight.segment, from, to), from, to,
                                                                    static_cast<std::uint16_t>(sighting.flight + 1))});
    }
}

/// The connections begin a second after each other; number 1 is of the first scenario.
inline QByteArray captureOf(const std::vector<const char*>& scenarios)
{
    std::vector<MadePacket> packets;
    std::uint8_t number = 0;
    for (const char* scenario : scenarios) {
        addConnection(packets, scenario, static_cast<std::uint8_t>(number + 1), Time(1s) * number);
        ++number;
    }
    std::ranges::stable_sort(packets, {}, &MadePacket::at);
    PcapngWriter writer({.application = "test", .comment = "", .interface = "any"});
    for (const MadePacket& packet : packets)
        writer.add(packet.at, PacketDirection::Inbound, packet.octets, "");
    const Octets& octets = writer.octets();
    return {reinterpret_cast<const char*>(octets.data()), static_cast<qsizetype>(octets.size())};
}

inline void writeTo(const QString& path, const QByteArray& contents)
{
    QFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size();
    assert(isWritten);
    Q_UNUSED(isWritten)
}

} // namespace finwait::test
