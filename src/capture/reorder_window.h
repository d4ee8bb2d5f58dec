// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Puts segments in order of time that are nearly so: a packet of one interface, or one processor, comes before an older
// one of another. They stay where they were read into; only their places in line are moved.
#pragma once

#include "capture/captured_segment.h"

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>

namespace finwait {

class ReorderWindow
{
public:
    ReorderWindow();

    [[nodiscard]] bool isFull() const { return m_count == size; }
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }

    /// Where the next segment is to be read into; there must be room for it. It may be what takeFirst() gave last.
    [[nodiscard]] CapturedSegment& vacant() { return m_slots[entry(m_count).slot]; }
    /// Takes what is in vacant(), after all those of the same time; nanoseconds since some moment.
    void insertVacant(std::int64_t time);
    /// There must be one.
    [[nodiscard]] CapturedSegment& takeFirst();

private:
    struct Entry {
        std::int64_t time = 0;
        std::uint16_t slot = 0;
    };
    static constexpr std::size_t size = 256;

    /// The one at a place in line. Those from m_count on are vacant, and what was taken last is the last of them.
    [[nodiscard]] Entry& entry(std::size_t place) { return m_entries[(m_first + place) % size]; }

    std::array<CapturedSegment, size> m_slots;
    std::array<Entry, size> m_entries;
    std::size_t m_first = 0;
    std::size_t m_count = 0;
};

inline ReorderWindow::ReorderWindow()
{
    for (std::size_t slot = 0; slot < size; ++slot)
        m_entries[slot].slot = static_cast<std::uint16_t>(slot);
}

inline void ReorderWindow::insertVacant(std::int64_t time)
{
    assert(!isFull());
    const Entry added{time, entry(m_count).slot};
    std::size_t place = m_count++;
    for (; place > 0 && entry(place - 1).time > time; --place)
        entry(place) = entry(place - 1);
    entry(place) = added;
}

inline CapturedSegment& ReorderWindow::takeFirst()
{
    assert(!isEmpty());
    const std::uint16_t slot = entry(0).slot;
    m_first = (m_first + 1) % size;
    --m_count;
    return m_slots[slot];
}

} // namespace finwait
