// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/pcapng_file.h"

#include "core/read_error.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace finwait {

namespace {

// draft-ietf-opsawg-pcapng: sections 3.1 (blocks), 4.1 (section header), 4.2 (interfaces), 4.3 and 4.4 (packets),
// appendix A (the packet block that was before them).
constexpr std::uint32_t sectionHeaderBlock = 0x0A0D0D0A;
constexpr std::uint32_t interfaceBlock = 1;
constexpr std::uint32_t obsoletePacketBlock = 2;
constexpr std::uint32_t simplePacketBlock = 3;
constexpr std::uint32_t enhancedPacketBlock = 6;

constexpr std::size_t lengthPlace = 4;
constexpr std::size_t bodyPlace = 8;
constexpr std::size_t lengthSize = 4; // stands once more at the end of a block
constexpr std::uint32_t shortestBlock = 12;
constexpr std::uint32_t longestBlock = 256U * 1024 * 1024; // what has more is damaged
constexpr std::uint32_t alignment = 4;

constexpr std::uint32_t byteOrderMagic = 0x1A2B3C4D;
constexpr std::size_t versionPlace = 12;
constexpr std::uint16_t majorVersion = 1; // whatever the minor one is, it can be read
constexpr std::size_t sectionFieldsEnd = 24;

constexpr std::size_t linkTypePlace = 8;
constexpr std::size_t snapLengthPlace = 12;
constexpr std::size_t interfaceFieldsEnd = 16;
constexpr std::size_t mostInterfaces = 65'536;
constexpr std::uint16_t endOfOptions = 0;
constexpr std::uint16_t timeResolutionOption = 9;
constexpr std::uint16_t timeOffsetOption = 14;
constexpr std::size_t optionHeaderSize = 4;

constexpr std::size_t interfaceNumberPlace = 8;
constexpr std::size_t timeHighPlace = 12;
constexpr std::size_t timeLowPlace = 16;
constexpr std::size_t capturedPlace = 20;
constexpr std::size_t lengthOnWirePlace = 24;
constexpr std::size_t framePlace = 28;
constexpr std::size_t simpleLengthPlace = 8;
constexpr std::size_t simpleFramePlace = 12;

/// In whole units of what blocks are aligned to.
std::size_t padded(std::size_t size)
{
    return (size + alignment - 1) / alignment * alignment;
}

PcapngTime timeOf(const PcapngBlock& interface)
{
    PcapngTime time;
    std::size_t place = interfaceFieldsEnd;
    while (interface.has(place, optionHeaderSize) && interface.number16(place) != endOfOptions) {
        const std::uint16_t option = interface.number16(place);
        const std::size_t length = interface.number16(place + 2);
        place += optionHeaderSize;
        if (!interface.has(place, length))
            break;
        if (option == timeResolutionOption && length == 1)
            time.setResolution(interface.octet(place));
        if (option == timeOffsetOption && length == sizeof(std::int64_t))
            time.setOffset(static_cast<std::int64_t>(interface.number64(place)));
        place += padded(length);
    }
    return time;
}

} // namespace

PcapngFile::PcapngFile(CaptureInput input) : m_input(std::move(input)), m_buffer(m_input.takeFile()) {}

Expected<std::unique_ptr<PcapngFile>, Message> PcapngFile::begin(CaptureInput input)
{
    std::unique_ptr<PcapngFile> file{new PcapngFile(std::move(input))};
    while (file->m_interfaces.empty() && !file->m_isFinished)
        (void)file->readBlock(); // a packet needs an interface
    if (!file->m_isFinished)
        return file;
    if (file->m_flaw)
        return Unexpected{*file->m_flaw};
    return Unexpected{Message::tr("the file says of no interface, and so it has no packets")};
}

std::optional<PacketFile::Packet> PcapngFile::next()
{
    std::optional<Packet> packet;
    while (!packet && !m_isFinished)
        packet = readBlock();
    return packet;
}

std::optional<PacketFile::Packet> PcapngFile::readBlock()
{
    const std::optional<PcapngBlock> block = nextBlock();
    if (!block)
        return std::nullopt;
    switch (block->number32(0)) {
    case enhancedPacketBlock:
    case obsoletePacketBlock: return packetIn(*block);
    case simplePacketBlock: return simplePacketIn(*block);
    case sectionHeaderBlock: beginSection(*block); break;
    case interfaceBlock: addInterface(*block); break;
    default: break;
    }
    return std::nullopt;
}

/// Without the length at its end.
std::optional<PcapngBlock> PcapngFile::nextBlock()
{
    const std::optional<std::uint32_t> length = lengthOfNext();
    if (!length)
        return std::nullopt;
    std::span<const std::uint8_t> octets = m_buffer.peek(std::min<std::size_t>(*length, ReadBuffer::size));
    const bool isLong = *length > ReadBuffer::size;
    if (isLong) {
        // Headers are at the beginning; a longer packet is as if the snap length had cut it off.
        m_beginning.assign(octets.begin(), octets.end());
        octets = m_beginning;
    }
    const bool isWhole = m_buffer.skip(*length - lengthSize);
    const std::span<const std::uint8_t> end = isWhole ? m_buffer.peek(lengthSize) : std::span<const std::uint8_t>{};
    if (end.size() < lengthSize || !m_buffer.skip(lengthSize)) {
        finishCutOff();
        return std::nullopt;
    }
    if (PcapngBlock(end, m_isBigEndian).number32(0) != *length) {
        finishBroken(Message::tr("after packet %1 the file is broken, at octet %2: the two lengths of a block differ"));
        return std::nullopt;
    }
    return PcapngBlock(isLong ? octets : octets.first(*length - lengthSize), m_isBigEndian);
}

/// A section's header says in which order of octets its length is.
std::optional<std::uint32_t> PcapngFile::lengthOfNext()
{
    m_blockAt = m_buffer.offset();
    const std::span<const std::uint8_t> octets = m_buffer.peek(shortestBlock);
    if (octets.size() < shortestBlock) {
        octets.empty() ? finish() : finishCutOff();
        return std::nullopt;
    }
    if (PcapngBlock(octets, m_isBigEndian).number32(0) == sectionHeaderBlock) {
        m_isBigEndian = PcapngBlock(octets, true).number32(bodyPlace) == byteOrderMagic;
        if (PcapngBlock(octets, m_isBigEndian).number32(bodyPlace) != byteOrderMagic) {
            finishBroken(
                Message::tr("after packet %1 the file is broken, at octet %2: a section has no order of octets"));
            return std::nullopt;
        }
    } else if (m_blockAt == 0) {
        finishBroken(Message::tr("this is no capture file: it is neither of the form pcap nor of the form pcapng"));
        return std::nullopt;
    }
    const std::uint32_t length = PcapngBlock(octets, m_isBigEndian).number32(lengthPlace);
    if (length < shortestBlock || length > longestBlock || length % alignment != 0) {
        finishBroken(Message::tr("after packet %1 the file is broken, at octet %2: no block has such a length"));
        return std::nullopt;
    }
    return length;
}

void PcapngFile::beginSection(const PcapngBlock& block)
{
    m_interfaces.clear();
    if (!block.has(0, sectionFieldsEnd) || block.number16(versionPlace) != majorVersion)
        finishBroken(
            Message::tr("after packet %1 begins, at octet %2, a section of a version of pcapng that is not known"));
}

void PcapngFile::addInterface(const PcapngBlock& block)
{
    if (!block.has(0, interfaceFieldsEnd) || m_interfaces.size() == mostInterfaces) {
        finishBroken(Message::tr("after packet %1 the file is broken, at octet %2: this cannot be an interface"));
        return;
    }
    const int dataLink = dataLinkOf(block.number16(linkTypePlace));
    if (m_firstLink < 0)
        m_firstLink = dataLink;
    m_interfaces.push_back(
        {.layer = linkLayerOf(dataLink), .snapLength = block.number32(snapLengthPlace), .time = timeOf(block)});
    m_knowsLink = m_knowsLink || m_interfaces.back().layer;
}

std::optional<PacketFile::Packet> PcapngFile::packetIn(const PcapngBlock& block)
{
    const bool isHeaderWhole = block.has(0, framePlace);
    std::size_t number = m_interfaces.size();
    if (isHeaderWhole)
        number = block.number32(0) == obsoletePacketBlock ? block.number16(interfaceNumberPlace)
                                                          : block.number32(interfaceNumberPlace);
    if (number >= m_interfaces.size()) {
        finishBroken(
            Message::tr("after packet %1 the file is broken, at octet %2: a packet is of no interface of its section"));
        return std::nullopt;
    }
    const Interface& interface = m_interfaces[number];
    const std::uint64_t time = std::uint64_t{block.number32(timeHighPlace)} << 32U | block.number32(timeLowPlace);
    m_lastTime = interface.time.nanoseconds(time);
    return packetAt(block, framePlace, block.number32(capturedPlace), block.number32(lengthOnWirePlace), interface);
}

/// It is of the first interface, and without a time: it has that of the packet before it.
std::optional<PacketFile::Packet> PcapngFile::simplePacketIn(const PcapngBlock& block)
{
    if (!block.has(0, simpleFramePlace) || m_interfaces.empty()) {
        finishBroken(
            Message::tr("after packet %1 the file is broken, at octet %2: a packet is of no interface of its section"));
        return std::nullopt;
    }
    const Interface& interface = m_interfaces.front();
    const std::uint32_t length = block.number32(simpleLengthPlace);
    const std::uint32_t captured = interface.snapLength != 0 ? std::min(length, interface.snapLength) : length;
    return packetAt(block, simpleFramePlace, captured, length, interface);
}

std::optional<PacketFile::Packet> PcapngFile::packetAt(const PcapngBlock& block, std::size_t place,
                                                       std::size_t captured, std::size_t length,
                                                       const Interface& interface)
{
    if (captured > block.number32(lengthPlace) - lengthSize - place) {
        finishBroken(Message::tr("after packet %1 the file is broken, at octet %2: a packet is longer than its block"));
        return std::nullopt;
    }
    ++m_packets;
    const auto frame = block.octets(place, std::min(captured, block.size() - place));
    return Packet{PacketView{frame, std::max(length, captured)}, m_lastTime, interface.layer};
}

void PcapngFile::finish()
{
    m_isFinished = true;
    m_flaw = m_input.compressionFlaw(m_packets);
    if (!m_flaw && m_buffer.error() != 0)
        m_flaw = Message::tr("after packet %1 the file cannot be read any further, at octet %2: %3")
                     .arg(m_packets)
                     .arg(m_buffer.readUntil())
                     .arg(quotation(std::strerror(m_buffer.error())));
}

void PcapngFile::finishCutOff()
{
    finish();
    if (!m_flaw)
        m_flaw =
            Message::tr("after packet %1 the file is cut off, at octet %2").arg(m_packets).arg(m_buffer.readUntil());
}

void PcapngFile::finishBroken(const Message& what)
{
    finish();
    if (!m_flaw)
        m_flaw = what.arg(m_packets).arg(m_blockAt);
}

double PcapngFile::progress() const
{
    return m_isFinished ? 1 : m_input.progressAt(m_buffer.offset());
}

} // namespace finwait
