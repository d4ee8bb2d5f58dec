// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// All connections of a capture. A segment goes to one by its addresses and ports, and by the connection's life: a SYN
// after the end of one, or with a sequence number that has nothing to do with it, begins another on the same ports.
#pragma once

#include "capture/captured_segment.h"
#include "capture/connection_inference.h"
#include "capture/large_pages.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <memory_resource>
#include <span>
#include <unordered_map>
#include <vector>

namespace finwait {

/// They are the two ends, whichever is which.
[[nodiscard]] inline bool areEnds(const PerSide<SocketAddress>& ends, const SocketAddress& a, const SocketAddress& b)
{
    return (ends.client == a && ends.server == b) || (ends.client == b && ends.server == a);
}

class CapturedConnections
{
public:
    CapturedConnections();

    /// In order of time. The place of the connection that the segment belongs to.
    std::size_t add(const CapturedSegment& captured);
    /// The same with each of them.
    void add(std::span<const CapturedSegment> segments);
    /// The capture ends then.
    void finish(Time end);

    /// In order of their first segments.
    [[nodiscard]] std::size_t size() const { return m_kept->connections.size(); }
    [[nodiscard]] const ConnectionInference& operator[](std::size_t place) const { return m_kept->connections[place]; }

private:
    [[nodiscard]] std::size_t begin(const CapturedSegment& captured, const ConnectionInference* former);

    /// In one place, which moves with all of them.
    struct Kept {
        LargePages pages;
        std::pmr::deque<ConnectionInference> connections{&pages};
    };
    std::unique_ptr<Kept> m_kept;
    // Where the latest connection of each pair of ends is: a hash table with open addressing, since it is asked for
    // every segment. The sockets themselves are in the connections.
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t place = vacant;
    };
    static constexpr std::uint32_t vacant = ~std::uint32_t{0};
    [[nodiscard]] std::uint32_t hashOf(const CapturedSegment& captured) const;
    std::size_t add(const CapturedSegment& captured, std::uint32_t hash);
    [[nodiscard]] Slot& slotOf(const CapturedSegment& captured, std::uint32_t hash);
    void fetch(std::uint32_t hash) const;
    void grow();
    [[nodiscard]] std::size_t placeAmongBoth(Slot& slot, const CapturedSegment& captured);
    void endFormer(std::uint32_t place, Time at);

    std::vector<Slot> m_latest; // a power of two of them, half of them vacant at least
    std::size_t m_pairs = 0;
    // Until a SYN on the same ports is answered, the connection before may go on: the two by their places, that one
    // second.
    std::unordered_map<std::uint32_t, std::uint32_t> m_former;
    std::uint64_t m_seed; // nobody can make a file of pairs that all have one hash
};

} // namespace finwait
