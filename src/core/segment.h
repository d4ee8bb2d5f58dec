// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A TCP segment (RFC 9293 section 3.1), without what Finwait does not need of the header: ports and checksum.
#pragma once

#include "core/seq.h"
#include "core/text.h"

#include <cstdint>
#include <optional>
#include <string>

namespace finwait {

/// RFC 7323 section 3.2. The unit of the clock is a millisecond.
struct Timestamps {
    std::uint32_t value = 0; ///< TSval
    std::uint32_t echo = 0;  ///< TSecr
    friend constexpr bool operator==(const Timestamps&, const Timestamps&) = default;
};

/// RFC 7323 section 5.2: values of timestamps are compared like sequence numbers.
[[nodiscard]] constexpr bool timestampBefore(std::uint32_t a, std::uint32_t b)
{
    return before(Seq{a}, Seq{b});
}

struct Options {
    std::optional<std::uint16_t> mss;        ///< octets; only on SYN (RFC 9293 section 3.7.1)
    std::optional<std::uint8_t> windowScale; ///< shift, 0 to 14; only on SYN (RFC 7323 section 2)
    bool sackPermitted = false;              ///< only on SYN (RFC 2018)
    std::optional<Timestamps> timestamps;    ///< RFC 7323 section 3

    [[nodiscard]] bool empty() const { return !mss && !windowScale && !sackPermitted && !timestamps; }
    friend constexpr bool operator==(const Options&, const Options&) = default;
};

struct Flags {
    bool syn = false;
    bool ack = false;
    bool fin = false;
    bool rst = false;
    bool psh = false;
    bool urg = false;
    friend constexpr bool operator==(const Flags&, const Flags&) = default;
};

/// The largest value of the window field, and so the largest window without scaling.
inline constexpr std::uint32_t largestWindowField = 0xFFFF;

/// The largest window with the largest shift (RFC 7323 section 2.3).
inline constexpr std::uint8_t largestShift = 14;
inline constexpr std::uint32_t largestWindow = largestWindowField << largestShift;

struct Segment {
    Seq seq; ///< SEG.SEQ
    Seq ack; ///< SEG.ACK; meaningful with flags.ack
    Flags flags;
    std::uint16_t window = 0;        ///< the field as sent: SEG.WND before scaling
    std::uint16_t urgentPointer = 0; ///< offset from seq of the octet after the urgent data; meaningful with flags.urg
    Options options;
    Text text;

    /// SEG.LEN: octets of text, plus one for SYN and one for FIN.
    [[nodiscard]] std::uint32_t length() const { return text.length + (flags.syn ? 1U : 0U) + (flags.fin ? 1U : 0U); }
    /// The sequence number after the segment's last octet.
    [[nodiscard]] Seq end() const { return seq + length(); }
    /// Where the text begins: a SYN comes before it.
    [[nodiscard]] Seq textSeq() const { return seq + (flags.syn ? 1U : 0U); }
    friend bool operator==(const Segment&, const Segment&) = default;
};

/// The name by which people call a segment: "SYN", "SYN,ACK", "FIN,ACK", "RST", "ACK", "data" and so on. Control
/// flags in the order SYN FIN RST URG, then ACK; ACK is left out where "data" already says it.
/// These are protocol words, the same in every language.
[[nodiscard]] std::string flagNames(const Flags& flags);

} // namespace finwait
