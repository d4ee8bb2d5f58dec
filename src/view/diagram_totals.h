// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Many connections in one diagram: how many of their ends stood in each state at last, how often each row was taken.
#pragma once

#include "core/side.h"
#include "core/state.h"
#include "core/transition_table.h"

#include <array>
#include <cstdint>
#include <set>
#include <vector>

namespace finwait {

struct DiagramTotals {
    std::uint64_t connections = 0;
    PerSide<std::array<std::uint64_t, stateCount>> endedIn{}; ///< by State
    PerSide<std::vector<std::uint64_t>> taken{};              ///< by RowIndex; rows that it is too short for: never
    friend bool operator==(const DiagramTotals&, const DiagramTotals&) = default;

    [[nodiscard]] PerSide<std::uint64_t> endedAt(State state) const;
    [[nodiscard]] PerSide<std::uint64_t> takenBy(RowIndex row) const;
    [[nodiscard]] std::uint64_t takenByBoth(RowIndex row) const;
    /// What one side took most often of all.
    [[nodiscard]] std::uint64_t mostTaken() const;
    [[nodiscard]] std::set<RowIndex> rowsBeyondFigure() const;
};

/// The width of a line, in pixels, for what one side took `count` times: it grows with the logarithm. `most` is the
/// largest of all the counts.
[[nodiscard]] double strandWidth(std::uint64_t count, std::uint64_t most);
inline constexpr double thinnestStrand = 1.4;
inline constexpr double widestStrand = 4.2;

} // namespace finwait
