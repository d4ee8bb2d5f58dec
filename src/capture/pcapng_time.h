// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the numbers mean that stand for times in a file of the form pcapng: each interface has a unit of its own, a
// power of ten or of two, and an offset (draft-ietf-opsawg-pcapng section 4.2, if_tsresol and if_tsoffset).
#pragma once

#include <cstdint>

namespace finwait {

class PcapngTime
{
public:
    /// In microseconds.
    PcapngTime() { setResolution(6); }

    /// The octet of if_tsresol: the unit is 10^-n s, or with the highest bit 2^-n s.
    void setResolution(std::uint8_t resolution);
    /// In seconds.
    void setOffset(std::int64_t seconds);

    /// Since the beginning of 1970, rounded downwards; what is centuries away from it is brought to a limit, so that no
    /// difference of two times overflows once it is in microseconds.
    [[nodiscard]] std::int64_t nanoseconds(std::uint64_t number) const;

private:
    std::uint64_t m_most = 0; // greater numbers are beyond the limit
    std::uint64_t m_factor = 1;
    std::uint64_t m_divisor = 1;
    unsigned m_bits = 0; // of a unit that is a power of two
    bool m_isBinary = false;
    std::int64_t m_offset = 0; // nanoseconds
};

} // namespace finwait
