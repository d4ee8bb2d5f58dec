// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/segment_octets.h"

#include "capture/internet_checksum.h"

#include <initializer_list>
#include <span>

namespace finwait {

namespace {

constexpr std::size_t offsetPlace = 12;
constexpr std::size_t checksumPlace = 16;
constexpr unsigned offsetShift = 4;

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
    while ((octets.size() + length) % tcpWordSize != 0)
        octets.push_back(tcp_option::noOperation);
    octets.push_back(kind);
    octets.push_back(length);
}

void putOptions(Octets& octets, const Options& options)
{
    namespace option = tcp_option;
    if (options.mss) {
        beginOption(octets, option::mss, option::mssLength);
        putNetworkOrder(octets, *options.mss);
    }
    if (options.windowScale) {
        beginOption(octets, option::windowScale, option::windowScaleLength);
        octets.push_back(*options.windowScale);
    }
    if (options.sackPermitted)
        beginOption(octets, option::sackPermitted, option::sackPermittedLength);
    if (options.timestamps) {
        beginOption(octets, option::timestamps, option::timestampsLength);
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
    octets[offsetPlace] = static_cast<std::uint8_t>(octets.size() / tcpWordSize << offsetShift);
    putText(octets, segment.text);
    setChecksum(octets, pseudoHeader(from, to, octets.size()), checksum);
    return octets;
}

} // namespace finwait
