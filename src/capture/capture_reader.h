// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Reads the segments of TCP in a capture file, one after the other: pcap or pcapng, compressed by gzip or not. The file
// is read as a stream; memory does not grow with it.
#pragma once

#include "capture/captured_segment.h"
#include "core/expected.h"
#include "core/message.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace finwait {

/// What was in a file so far.
struct CaptureCounts {
    std::uint64_t packets = 0;        ///< all of them
    std::uint64_t segments = 0;       ///< of TCP, whose header is whole
    std::uint64_t laterFragments = 0; ///< of packets of IP with TCP, without its header: not looked at
    std::uint64_t otherPackets = 0;   ///< not TCP over IP, cut off before one sees that it is, or of an unknown link
    std::uint64_t brokenPackets = 0;  ///< TCP whose headers contradict themselves, or are cut off by the snap length
    std::uint64_t outOfOrder = 0;     ///< older than a packet that was read before; put in order where they are near

    friend bool operator==(const CaptureCounts&, const CaptureCounts&) = default;
};

class CaptureReader
{
public:
    /// An error says what is wrong with the file; nothing can be read of it then. `path` as the system has it.
    [[nodiscard]] static Expected<CaptureReader, Message> open(const std::string& path);
    /// The file's octets; they must outlive the reader.
    [[nodiscard]] static Expected<CaptureReader, Message> read(std::span<const std::uint8_t> file);

    CaptureReader(CaptureReader&& other) noexcept;
    CaptureReader& operator=(CaptureReader&& other) noexcept;
    ~CaptureReader();

    /// The next segment, in order of time; nullptr: there is no more. It is good until the next call. What is out of
    /// order is put in its place where not more than 255 segments were read in between; what comes later still has the
    /// time of the segment before it.
    [[nodiscard]] const CapturedSegment* next();

    [[nodiscard]] const CaptureCounts& counts() const;
    /// Once there is no more: why the file ends where it does, if it does not end as it should: it is cut off in the
    /// middle of a packet, or broken, with the packet and the octet. What was read before is whole.
    [[nodiscard]] const std::optional<Message>& flaw() const;
    /// When its first packet was captured, since the beginning of 1970, UTC; zero as long as there was none.
    [[nodiscard]] Duration start() const;
    /// When the last in time of its packets so far was captured, TCP or not, since the first one. Some packets are read
    /// ahead of the segment that was given last.
    [[nodiscard]] Time end() const;
    /// How much of the file is read, from 0 to 1.
    [[nodiscard]] double progress() const;

private:
    class Source;
    explicit CaptureReader(std::unique_ptr<Source> source);
    std::unique_ptr<Source> m_source;
};

} // namespace finwait
