// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/pcap_file.h"

#include "core/read_error.h"

#include <algorithm>
#include <array>
#include <utility>

namespace finwait {

namespace {

/// So that no sum or difference of two times overflows, whatever a file says.
std::int64_t nanosecondsOf(const timeval& time)
{
    constexpr std::int64_t second = 1'000'000'000;
    constexpr std::int64_t mostNanoseconds = 8'000'000'000'000; // a file may have any 32 bits for microseconds
    // In the file they have 32 bits and no sign; libpcap gives them one.
    const std::int64_t seconds = static_cast<std::uint32_t>(time.tv_sec);
    // libpcap was asked for nanoseconds: they are in the place of microseconds.
    const std::int64_t nanoseconds = std::clamp<std::int64_t>(time.tv_usec, -mostNanoseconds, mostNanoseconds);
    return seconds * second + nanoseconds;
}

/// Why `file` could not be begun; `error` is libpcap's.
Message headerFlaw(std::FILE* file, const char* error)
{
    if (std::feof(file) != 0)
        return Message::tr("the file ends within its header");
    return Message::tr("libpcap does not take this for a capture file: %1").arg(quotation(error));
}

} // namespace

PcapFile::PcapFile(CaptureInput input) : m_input(std::move(input)) {}

Expected<std::unique_ptr<PacketFile>, Message> PcapFile::begin(CaptureInput input)
{
    std::unique_ptr<PcapFile> begun{new PcapFile(std::move(input))};
    const Message wrong = begun->start();
    if (!wrong.empty())
        return Unexpected{wrong};
    return std::unique_ptr<PacketFile>(std::move(begun));
}

Message PcapFile::start()
{
    FilePointer file = m_input.takeFile();
    std::array<char, PCAP_ERRBUF_SIZE> error{};
    m_pcap.reset(pcap_fopen_offline_with_tstamp_precision(file.get(), PCAP_TSTAMP_PRECISION_NANO, error.data()));
    if (!m_pcap)
        return m_input.compressionFlaw(m_packets).value_or(headerFlaw(file.get(), error.data()));
    (void)file.release(); // pcap_close() closes it
    const int dataLink = pcap_datalink(m_pcap.get());
    const auto layer = linkLayerOf(dataLink);
    if (!layer)
        return unreadDataLink(dataLink);
    m_layer = *layer;
    return {};
}

std::optional<PacketFile::Packet> PcapFile::next()
{
    if (m_isFinished)
        return std::nullopt;
    pcap_pkthdr* header = nullptr;
    const u_char* octets = nullptr;
    const int result = pcap_next_ex(m_pcap.get(), &header, &octets);
    if (result != 1) {
        finish(result == PCAP_ERROR);
        return std::nullopt;
    }
    ++m_packets;
    return Packet{PacketView{{octets, header->caplen}, header->len}, nanosecondsOf(header->ts), m_layer};
}

void PcapFile::finish(bool isBroken)
{
    m_isFinished = true;
    m_flaw = m_input.compressionFlaw(m_packets);
    if (m_flaw || !isBroken)
        return;
    std::FILE* const file = pcap_file(m_pcap.get());
    m_flaw = std::feof(file) != 0
                 ? Message::tr("after packet %1 the file is cut off, at octet %2").arg(m_packets).arg(ftello(file))
                 : Message::tr("after packet %1 the file cannot be read any further, at octet %2: %3")
                       .arg(m_packets)
                       .arg(ftello(file))
                       .arg(quotation(pcap_geterr(m_pcap.get())));
}

double PcapFile::progress() const
{
    if (m_isFinished)
        return 1;
    return m_input.progressAt(static_cast<std::uint64_t>(ftello(pcap_file(m_pcap.get()))));
}

} // namespace finwait
