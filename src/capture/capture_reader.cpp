// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A packet is read into the place from which it is handed out; nothing is copied and nothing allocated on the way.
#include "capture/capture_reader.h"

#include "capture/ip_packet.h"
#include "capture/link_layer.h"
#include "capture/packet_file.h"
#include "capture/reorder_window.h"
#include "capture/tcp_segment.h"

#include <algorithm>
#include <utility>

namespace finwait {

namespace {

/// Downwards, so that start() and what comes after it add up to the very microsecond of each packet.
Duration microsecondsOf(std::int64_t nanoseconds)
{
    return std::chrono::floor<Duration>(std::chrono::nanoseconds{nanoseconds});
}

PacketKind readPacket(std::optional<LinkLayer> layer, PacketView frame, CapturedSegment& captured)
{
    const auto packet = layer ? ipPacketIn(*layer, frame) : std::nullopt;
    if (!packet)
        return PacketKind::Other;
    const IpContent content = readIpPacket(*packet, captured);
    if (content.kind == PacketKind::Segment && !readTcpSegment(content.segment, captured))
        return PacketKind::Broken;
    return content.kind;
}

} // namespace

class CaptureReader::Source
{
public:
    explicit Source(std::unique_ptr<PacketFile> file) : m_file(std::move(file)) {}

    [[nodiscard]] const CapturedSegment* next();
    [[nodiscard]] const PacketFile& file() const { return *m_file; }
    [[nodiscard]] const CaptureCounts& counts() const { return m_counts; }
    [[nodiscard]] Duration start() const { return m_start; }
    [[nodiscard]] Time end() const { return m_counts.packets == 0 ? Time{} : microsecondsOf(m_latest) - m_start; }

private:
    [[nodiscard]] bool readNext();
    void noteTime(std::int64_t time);
    void take(std::int64_t time);

    std::unique_ptr<PacketFile> m_file;
    ReorderWindow m_window;
    CaptureCounts m_counts;
    Duration m_start{};
    std::int64_t m_latest = 0; // nanoseconds, of all packets read
    Time m_handedOut = Time::min();
};

const CapturedSegment* CaptureReader::Source::next()
{
    while (!m_window.isFull() && readNext()) {}
    if (m_window.isEmpty())
        return nullptr;
    CapturedSegment& first = m_window.takeFirst();
    first.at = std::max(first.at, m_handedOut);
    m_handedOut = first.at;
    return &first;
}

bool CaptureReader::Source::readNext()
{
    const auto packet = m_file->next();
    if (!packet)
        return false;
    ++m_counts.packets;
    noteTime(packet->time);
    switch (readPacket(packet->layer, packet->frame, m_window.vacant())) {
    case PacketKind::Segment: take(packet->time); break;
    case PacketKind::LaterFragment: ++m_counts.laterFragments; break;
    case PacketKind::Other: ++m_counts.otherPackets; break;
    case PacketKind::Broken: ++m_counts.brokenPackets; break;
    }
    return true;
}

void CaptureReader::Source::noteTime(std::int64_t time)
{
    if (m_counts.packets == 1) {
        m_start = microsecondsOf(time);
        m_latest = time;
    }
    if (time < m_latest)
        ++m_counts.outOfOrder;
    m_latest = std::max(m_latest, time);
}

void CaptureReader::Source::take(std::int64_t time)
{
    ++m_counts.segments;
    CapturedSegment& segment = m_window.vacant();
    segment.packet = static_cast<std::uint32_t>(m_counts.packets);
    segment.at = microsecondsOf(time) - m_start;
    m_window.insertVacant(time);
}

Expected<CaptureReader, Message> CaptureReader::open(const std::string& path)
{
    auto file = PacketFile::open(path);
    if (!file)
        return Unexpected{file.error()};
    return CaptureReader(std::make_unique<Source>(*std::move(file)));
}

Expected<CaptureReader, Message> CaptureReader::read(std::span<const std::uint8_t> file)
{
    auto opened = PacketFile::read(file);
    if (!opened)
        return Unexpected{opened.error()};
    return CaptureReader(std::make_unique<Source>(*std::move(opened)));
}

CaptureReader::CaptureReader(std::unique_ptr<Source> source) : m_source(std::move(source)) {}
CaptureReader::CaptureReader(CaptureReader&& other) noexcept = default;
CaptureReader& CaptureReader::operator=(CaptureReader&& other) noexcept = default;
CaptureReader::~CaptureReader() = default;

const CapturedSegment* CaptureReader::next()
{
    return m_source->next();
}

const CaptureCounts& CaptureReader::counts() const
{
    return m_source->counts();
}

const std::optional<Message>& CaptureReader::flaw() const
{
    return m_source->file().flaw();
}

Duration CaptureReader::start() const
{
    return m_source->start();
}

Time CaptureReader::end() const
{
    return m_source->end();
}

double CaptureReader::progress() const
{
    return m_source->file().progress();
}

} // namespace finwait
