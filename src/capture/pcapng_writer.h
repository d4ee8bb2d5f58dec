// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Writes packets of IP as a capture file in the form pcapng (draft-ietf-opsawg-pcapng): one section, one interface.
#pragma once

#include "capture/octets.h"
#include "core/virtual_time.h"

#include <cstdint>
#include <string_view>

namespace finwait {

/// What a file says of itself; UTF-8, and an empty text is left out.
struct PcapngHeading {
    std::string_view application; ///< what wrote it
    std::string_view comment;     ///< on all of it
    std::string_view interface;   ///< the name of the interface
};

enum class PacketDirection : std::uint8_t { Inbound, Outbound };

class PcapngWriter
{
public:
    explicit PcapngWriter(const PcapngHeading& heading);

    /// `at` is counted from the beginning of 1970, UTC, in whole microseconds, and not negative. `comment` is UTF-8;
    /// what is longer than an option can be, 65535 octets, is cut off, and an empty one is left out.
    void add(Time at, PacketDirection direction, const Octets& packet, std::string_view comment);

    /// The file so far.
    [[nodiscard]] const Octets& octets() const { return m_octets; }

private:
    Octets m_octets;
};

} // namespace finwait
