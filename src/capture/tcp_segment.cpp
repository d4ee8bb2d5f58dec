// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/tcp_segment.h"

#include "capture/tcp_header.h"

#include <algorithm>

namespace finwait {

namespace {

constexpr std::size_t seqPlace = 4;
constexpr std::size_t ackPlace = 8;
constexpr std::size_t offsetPlace = 12;
constexpr unsigned offsetShift = 4;
constexpr std::size_t flagsPlace = 13;
constexpr std::size_t windowPlace = 14;
constexpr std::size_t urgentPointerPlace = 18;

Flags flagsOf(unsigned bits)
{
    return {.syn = (bits & 0x02U) != 0,
            .ack = (bits & 0x10U) != 0,
            .fin = (bits & 0x01U) != 0,
            .rst = (bits & 0x04U) != 0,
            .psh = (bits & 0x08U) != 0,
            .urg = (bits & 0x20U) != 0};
}

/// Those that mean nothing to Finwait are passed over, and so are those of the handshake in a segment that is none of
/// it. false: it has not the length that its kind has.
bool readOption(PacketView option, bool isSyn, Options& options)
{
    namespace kind = tcp_option;
    switch (option.octet(0)) {
    case kind::mss:
        if (option.length() != kind::mssLength)
            return false;
        if (isSyn)
            options.mss = option.number16(2);
        return true;
    case kind::windowScale:
        if (option.length() != kind::windowScaleLength)
            return false;
        if (isSyn)
            options.windowScale = std::min(option.octet(2), largestShift); // RFC 7323 section 2.3
        return true;
    case kind::sackPermitted:
        if (option.length() != kind::sackPermittedLength)
            return false;
        options.sackPermitted = isSyn;
        return true;
    case kind::timestamps:
        if (option.length() != kind::timestampsLength)
            return false;
        options.timestamps = Timestamps{option.number32(2), option.number32(2 + sizeof(std::uint32_t))};
        return true;
    default: return true;
    }
}

/// The option of timestamps alone, as RFC 7323 appendix A lays it out for speed: so most segments have it.
bool readLaidOut(PacketView options, std::optional<Timestamps>& timestamps)
{
    constexpr std::uint32_t layout = 0x0101080A; // no operation twice, the kind, the length
    constexpr std::size_t length = 12;
    if (options.length() != length || !options.has(length) || options.number32(0) != layout)
        return false;
    timestamps = Timestamps{options.number32(tcpWordSize), options.number32(2 * tcpWordSize)};
    return true;
}

/// false: some are broken or cut off.
bool readOptions(PacketView rest, bool isSyn, Options& options)
{
    if (readLaidOut(rest, options.timestamps))
        return true;
    bool isWhole = true;
    while (rest.length() > 0) {
        if (!rest.has(1))
            return false;
        if (rest.octet(0) == tcp_option::end)
            break;
        if (rest.octet(0) == tcp_option::noOperation) {
            rest = rest.from(1);
            continue;
        }
        const std::size_t length = rest.has(2) ? rest.octet(1) : 0;
        if (length < 2 || !rest.has(length))
            return false;
        isWhole = readOption(rest.first(length), isSyn, options) && isWhole;
        rest = rest.from(length);
    }
    return isWhole;
}

} // namespace

bool readTcpSegment(PacketView octets, CapturedSegment& captured)
{
    if (!octets.has(tcpFixedSize))
        return false;
    const std::size_t headerSize = (octets.octet(offsetPlace) >> offsetShift) * tcpWordSize;
    if (headerSize < tcpFixedSize || headerSize > octets.length())
        return false;
    captured.from.port = octets.number16(0);
    captured.to.port = octets.number16(sizeof(std::uint16_t));
    Segment& segment = captured.segment;
    segment.seq = Seq{octets.number32(seqPlace)};
    segment.ack = Seq{octets.number32(ackPlace)};
    segment.flags = flagsOf(octets.octet(flagsPlace));
    segment.window = octets.number16(windowPlace);
    segment.urgentPointer = octets.number16(urgentPointerPlace);
    segment.options = {};
    segment.text = Text{.stream = 0, .length = static_cast<std::uint32_t>(octets.length() - headerSize), .offset = 0};
    captured.optionsCut = !readOptions(octets.first(headerSize).from(tcpFixedSize), segment.flags.syn, segment.options);
    return true;
}

} // namespace finwait
