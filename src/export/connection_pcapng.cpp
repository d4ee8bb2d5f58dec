// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/connection_pcapng.h"

#include "capture/packet_octets.h"
#include "capture/pcapng_writer.h"
#include "capture/segment_octets.h"
#include "capture/sightings.h"
#include "capture/socket_address.h"
#include "export/exporter.h"
#include "export/packet_comments.h"
#include "finwait_version.h"

#include <QCoreApplication>

namespace finwait {

namespace {

class ConnectionPcapng : public Exporter
{
    Q_DECLARE_TR_FUNCTIONS(finwait::ConnectionPcapng)

public:
    ConnectionPcapng(const Trace& trace, const PerSide<SocketAddress>& sockets, const CaptureOptions& options)
        : m_trace(trace)
        , m_sockets(sockets)
        , m_options(options)
    {}

    [[nodiscard]] QByteArray contents() override;
    [[nodiscard]] static QString flawText(SocketsFlaw flaw, const PerSide<std::string>& addresses);

private:
    [[nodiscard]] Octets packet(const Sighting& sighting) const;

    const Trace& m_trace;
    PerSide<SocketAddress> m_sockets;
    CaptureOptions m_options;
};

QByteArray ConnectionPcapng::contents()
{
    const std::string application = std::string("Finwait ") + versionText;
    const std::string title = m_options.title.toStdString();
    PcapngWriter writer({.application = application, .comment = title, .interface = identifier(m_options.at)});
    const PacketComments comments(m_trace);
    for (const Sighting& sighting : sightings(m_trace, m_options.at)) {
        const auto direction = sighting.isSent ? PacketDirection::Outbound : PacketDirection::Inbound;
        writer.add(m_trace.record(sighting.record).at, direction, packet(sighting),
                   comments.of(sighting.flight).toStdString());
    }
    const Octets& octets = writer.octets();
    return {reinterpret_cast<const char*>(octets.data()), static_cast<qsizetype>(octets.size())};
}

/// Damage happens on the way: where it is sent, the checksum is still right. A copy has the identification of what it
/// is a copy of; what an endpoint sends again has another one.
Octets ConnectionPcapng::packet(const Sighting& sighting) const
{
    const Flight& flight = m_trace.flight(sighting.flight);
    const SocketAddress& from = m_sockets[flight.from];
    const SocketAddress& to = m_sockets[other(flight.from)];
    const auto checksum = flight.corrupted && !sighting.isSent ? Checksum::Wrong : Checksum::Right;
    const auto identification = static_cast<std::uint16_t>(originalOf(m_trace, sighting.flight) + 1);
    return packetOctets(segmentOctets(flight.segment, from, to, checksum), from, to, identification);
}

QString ConnectionPcapng::flawText(SocketsFlaw flaw, const PerSide<std::string>& addresses)
{
    const QString client = QString::fromStdString(addresses.client);
    const QString server = QString::fromStdString(addresses.server);
    const QString notNumeric =
        tr("Packets have numbers for addresses: “%1” is no address and port such as 10.0.0.1:40000 or "
           "[2001:db8::1]:40000.");
    switch (flaw) {
    case SocketsFlaw::ClientNotNumeric: return notNumeric.arg(client);
    case SocketsFlaw::ServerNotNumeric: return notNumeric.arg(server);
    case SocketsFlaw::TwoFamilies:
        return tr("No packet goes between %1 and %2: one is an address of IPv4, the other of IPv6.")
            .arg(client, server);
    }
    Q_UNREACHABLE();
}

} // namespace

QString writePackets(const Trace& trace, const CaptureOptions& options, const QString& path)
{
    const auto sockets = parseSockets(trace.addresses);
    if (!sockets)
        return ConnectionPcapng::flawText(sockets.error(), trace.addresses);
    ConnectionPcapng packets(trace, *sockets, options);
    return packets.writeFile(path) ? QString() : packets.error();
}

} // namespace finwait
