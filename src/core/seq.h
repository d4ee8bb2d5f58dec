// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Sequence numbers: 32 bits that wrap, compared modulo 2^32 (RFC 9293 section 3.4).
#pragma once

#include <cstdint>

namespace finwait {

struct Seq {
    std::uint32_t value = 0;

    constexpr Seq& operator+=(std::uint32_t octets)
    {
        value += octets;
        return *this;
    }
    friend constexpr Seq operator+(Seq seq, std::uint32_t octets) { return Seq{seq.value + octets}; }
    friend constexpr Seq operator-(Seq seq, std::uint32_t octets) { return Seq{seq.value - octets}; }
    /// How many octets lie from `from` up to `to`, going upwards and wrapping.
    friend constexpr std::uint32_t operator-(Seq to, Seq from) { return to.value - from.value; }
    friend constexpr bool operator==(Seq, Seq) = default;
};

/// a < b in the circular order: b is less than 2^31 ahead of a. Not transitive over the whole circle, hence no
/// operator<.
[[nodiscard]] constexpr bool before(Seq a, Seq b)
{
    return static_cast<std::int32_t>(a.value - b.value) < 0;
}

/// a =< b in the circular order.
[[nodiscard]] constexpr bool atOrBefore(Seq a, Seq b)
{
    return !before(b, a);
}

[[nodiscard]] constexpr Seq later(Seq a, Seq b)
{
    return before(a, b) ? b : a;
}

} // namespace finwait
