// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/pcap_file.h"

#include "core/read_error.h"
#include "core/system_message.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <utility>

namespace finwait {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t bufferSize = std::size_t{256} * 1024;

/// So that no sum or difference of two times overflows, whatever a file says.
std::int64_t nanosecondsOf(const timeval& time)
{
    constexpr std::int64_t second = 1'000'000'000;
    constexpr std::int64_t mostSeconds = 8'000'000'000;           // to the year 2223, or back to 1716
    constexpr std::int64_t mostNanoseconds = 1'000 * mostSeconds; // a file may have any 32 bits for microseconds
    const std::int64_t seconds = std::clamp<std::int64_t>(time.tv_sec, -mostSeconds, mostSeconds);
    // libpcap was asked for nanoseconds: they are in the place of microseconds.
    const std::int64_t nanoseconds = std::clamp<std::int64_t>(time.tv_usec, -mostNanoseconds, mostNanoseconds);
    return seconds * second + nanoseconds;
}

std::string nameOfDataLink(int dataLink)
{
    const char* const name = pcap_datalink_val_to_name(dataLink);
    return name ? name : std::to_string(dataLink);
}

/// Why `file` could not be begun; `error` is libpcap's.
Message headerFlaw(std::FILE* file, const char* error)
{
    if (std::feof(file) != 0)
        return Message::tr("the file ends within its header");
    return Message::tr("libpcap does not take this for a capture file: %1").arg(quotation(error));
}

} // namespace

Expected<std::unique_ptr<PcapFile>, Message> PcapFile::open(const std::string& path)
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (!fs::status_known(status) || !fs::exists(status))
        return Unexpected{systemMessage(error.value())};
    if (fs::is_directory(status))
        return Unexpected{systemMessage(EISDIR)};
    if (!fs::is_regular_file(status))
        return Unexpected{notRegularFile()};
    FilePointer file{std::fopen(path.c_str(), "rb")};
    if (!file)
        return Unexpected{systemMessage(errno)};
    const std::uintmax_t size = fs::file_size(path, error);
    if (error)
        return Unexpected{systemMessage(error.value())};
    return begin(std::move(file), size);
}

Expected<std::unique_ptr<PcapFile>, Message> PcapFile::read(std::span<const std::uint8_t> octets)
{
    if (octets.empty())
        return begin(nullptr, 0);
    // They are only read.
    FilePointer file{fmemopen(const_cast<std::uint8_t*>(octets.data()), octets.size(), "rb")};
    if (!file)
        return Unexpected{systemMessage(errno)};
    return begin(std::move(file), octets.size());
}

Expected<std::unique_ptr<PcapFile>, Message> PcapFile::begin(FilePointer file, std::uint64_t size)
{
    if (size == 0)
        return Unexpected{Message::tr("the file is empty")};
    std::unique_ptr<PcapFile> begun{new PcapFile};
    begun->m_size = size;
    const Message wrong = begun->start(std::move(file));
    if (!wrong.empty())
        return Unexpected{wrong};
    return begun;
}

Message PcapFile::start(FilePointer file)
{
    if (GzipFile::isGzip(file.get())) {
        m_gzip = std::make_unique<GzipFile>(std::move(file));
        file = m_gzip->unpacked();
        if (!file)
            return systemMessage(errno);
    }
    m_buffer = std::make_unique<char[]>(bufferSize);
    (void)std::setvbuf(file.get(), m_buffer.get(), _IOFBF, bufferSize); // without, it is only slower
    return startPcap(std::move(file));
}

Message PcapFile::startPcap(FilePointer file)
{
    std::array<char, PCAP_ERRBUF_SIZE> error{};
    m_pcap.reset(pcap_fopen_offline_with_tstamp_precision(file.get(), PCAP_TSTAMP_PRECISION_NANO, error.data()));
    if (!m_pcap)
        return compressionFlaw().value_or(headerFlaw(file.get(), error.data()));
    (void)file.release(); // pcap_close() closes it
    const auto layer = linkLayerOf(pcap_datalink(m_pcap.get()));
    if (!layer) {
        return Message::tr("packets with headers of the link type %1 are not read; those of Ethernet, Linux cooked, "
                           "loopback, PPP and raw IP are")
            .arg(nameOfDataLink(pcap_datalink(m_pcap.get())));
    }
    m_linkLayer = *layer;
    return {};
}

std::optional<PcapFile::Packet> PcapFile::next()
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
    return Packet{PacketView{{octets, header->caplen}, header->len}, nanosecondsOf(header->ts)};
}

void PcapFile::finish(bool isBroken)
{
    m_isFinished = true;
    m_flaw = compressionFlaw();
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

std::optional<Message> PcapFile::compressionFlaw() const
{
    if (!m_gzip)
        return std::nullopt;
    switch (m_gzip->end()) {
    case GzipFile::End::Whole: return std::nullopt;
    case GzipFile::End::CutOff:
        return Message::tr("after packet %1 the compressed file is cut off, at octet %2")
            .arg(m_packets)
            .arg(m_gzip->packedOffset());
    case GzipFile::End::Damaged:
        return Message::tr("after packet %1 the compressed file is damaged, at octet %2")
            .arg(m_packets)
            .arg(m_gzip->packedOffset());
    }
    return std::nullopt;
}

double PcapFile::progress() const
{
    if (m_isFinished)
        return 1;
    const double offset =
        m_gzip ? static_cast<double>(m_gzip->packedOffset()) : static_cast<double>(ftello(pcap_file(m_pcap.get())));
    return std::clamp(offset / static_cast<double>(m_size), 0.0, 1.0);
}

} // namespace finwait
