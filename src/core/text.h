// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Text is what an application sends. Finwait carries it as a name for the octets (which stream, which offsets), and
// the octets can be made from the name: copies stay cheap, and what arrives can be held against what was sent.
#pragma once

#include <cstdint>

namespace finwait {

/// The octets [offset, offset + length) of one stream. Each endpoint has a new stream id for each incarnation of a
/// connection, so octets of an old connection can be told from those of a new one on the same ports.
struct Text {
    std::uint32_t stream = 0;
    std::uint32_t length = 0;
    std::uint64_t offset = 0;

    [[nodiscard]] constexpr bool empty() const { return length == 0; }
    [[nodiscard]] constexpr std::uint64_t end() const { return offset + length; }
    /// Without the first `octets` octets; `octets` must not exceed length.
    [[nodiscard]] constexpr Text dropFirst(std::uint32_t octets) const
    {
        return Text{stream, length - octets, offset + octets};
    }
    /// At most the first `octets` octets.
    [[nodiscard]] constexpr Text first(std::uint32_t octets) const
    {
        return Text{stream, octets < length ? octets : length, offset};
    }
    friend constexpr bool operator==(const Text&, const Text&) = default;
};

/// The octet at `offset` of `stream`: a fixed pattern of printable ASCII that differs from stream to stream.
[[nodiscard]] constexpr std::uint8_t octetAt(std::uint32_t stream, std::uint64_t offset)
{
    constexpr std::uint64_t lineLength = 64;
    constexpr unsigned printable = 94;
    const std::uint64_t column = offset % lineLength;
    if (column == lineLength - 1)
        return '\n';
    return static_cast<std::uint8_t>('!' + (column + offset / lineLength + 31ULL * stream) % printable);
}

} // namespace finwait
