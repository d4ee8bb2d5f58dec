// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/segment_octets.h"

#include "capture/internet_checksum.h"

#include <array>
#include <initializer_list>
#include <span>

namespace finwait {

namespace {

constexpr std::size_t wordSize = 4; // of the unit in which the header's length is counted
constexpr std::size_t offsetPlace = 12;
constexpr std::size_t checksumPlace = 16;
constexpr unsigned offsetShift = 4;

// RFC 9293 section 3.2, RFC 7323, RFC 2018.
constexpr std::uint8_t noOperation = 1;
constexpr std::uint8_t mssKind = 2;
constexpr std::uint8_t mssLength = 4;
constexpr std::uint8_t windowScaleKind = 3;
constexpr std::uint8_t windowScaleLength = 3;
constexpr std::uint8_t sackPermittedKind = 4;
constexpr std::uint8_t sackPermittedLength = 2;
constexpr std::uint8_t timestampsKind = 8;
constexpr std::uint8_t timestampsLength = 10;

std::uint8_t flagBits(const Flags& flags)
{
    unsigned bits = 0;
    unsigned bit = 1;
    for (const bool flag : {flags.fin, flags.syn, flags.rst, flags.psh, flags.ack, flags.urg}) {
        bits |= flag ? bit : 0;
        bit <<= 1U;
    }
    return static_cast<std::uint8_t>(bits);
}

/// Pads so that an option of `length` octets ends with a word, and begins it.
void beginOption(Octets& octets, std::uint8_t kind, std::uint8_t length)
{
    while ((octets.size() + length) % wordSize != 0)
        octets.push_back(noOperation);
    octets.push_back(kind);
    octets.push_back(length);
}

void putOptions(Octets& octets, const Options& options)
{
    if (options.mss) {
        beginOption(octets, mssKind, mssLength);
        putNetworkOrder(octets, *options.mss);
    }
    if (options.windowScale) {
        beginOption(octets, windowScaleKind, windowScaleLength);
        octets.push_back(*options.windowScale);
    }
    if (options.sackPermitted)
        beginOption(octets, sackPermittedKind, sackPermittedLength);
    if (options.timestamps) {
        beginOption(octets, timestampsKind, timestampsLength);
        putNetworkOrder(octets, options.timestamps->value);
        putNetworkOrder(octets, options.timestamps->echo);
    }
}

void putText(Octets& octets, const Text& text)
{
    octets.reserve(octets.size() + text.length);
    for (std::uint64_t offset = text.offset; offset < text.end(); ++offset)
        octets.push_back(octetAt(text.stream, offset));
}

void addHost(Octets& octets, const SocketAddress& address)
{
    std::visit([&](const auto& host) { put(octets, host); }, address.host);
}

/// RFC 9293 section 3.1, RFC 8200 section 8.1. For the sum it does not matter how wide the fields of zeros are.
Octets pseudoHeader(const SocketAddress& from, const SocketAddress& to, std::size_t length)
{
    Octets octets;
    addHost(octets, from);
    addHost(octets, to);
    putNetworkOrder(octets, static_cast<std::uint32_t>(length));
    putNetworkOrder(octets, std::uint32_t{protocolTcp});
    return octets;
}

void setChecksum(Octets& segment, const Octets& pseudo, Checksum checksum)
{
    InternetChecksum sum;
    sum.add(pseudo);
    sum.add(segment);
    const unsigned damage = checksum == Checksum::Wrong ? 1 : 0;
    const unsigned value = sum.value() ^ damage;
    segment[checksumPlace] = static_cast<std::uint8_t>(value >> bitsOfOctet);
    segment[checksumPlace + 1] = static_cast<std::uint8_t>(value);
}

} // namespace

Octets segmentOctets(const Segment& segment, const SocketAddress& from, const SocketAddress& to, Checksum checksum)
{
    Octets octets;
    putNetworkOrder(octets, from.port);
    putNetworkOrder(octets, to.port);
    putNetworkOrder(octets, segment.seq.value);
    putNetworkOrder(octets, segment.flags.ack ? segment.ack.value : 0U);
    octets.push_back(0); // the header's length, below
    octets.push_back(flagBits(segment.flags));
    putNetworkOrder(octets, segment.window);
    putNetworkOrder(octets, std::uint16_t{0}); // the checksum, below
    putNetworkOrder(octets, segment.flags.urg ? segment.urgentPointer : std::uint16_t{0});
    putOptions(octets, segment.options);
    octets[offsetPlace] = static_cast<std::uint8_t>(octets.size() / wordSize << offsetShift);
    putText(octets, segment.text);
    setChecksum(octets, pseudoHeader(from, to, octets.size()), checksum);
    return octets;
}

} // namespace finwait
