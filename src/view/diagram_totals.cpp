// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/diagram_totals.h"

#include <algorithm>
#include <cmath>

namespace finwait {

PerSide<std::uint64_t> DiagramTotals::endedAt(State state) const
{
    const auto index = static_cast<std::size_t>(state);
    return {endedIn.client[index], endedIn.server[index]};
}

PerSide<std::uint64_t> DiagramTotals::takenBy(RowIndex row) const
{
    PerSide<std::uint64_t> result;
    for (const Side side : allSides)
        result[side] = row < taken[side].size() ? taken[side][row] : 0;
    return result;
}

std::uint64_t DiagramTotals::takenByBoth(RowIndex row) const
{
    const PerSide<std::uint64_t> by = takenBy(row);
    return by.client + by.server;
}

std::uint64_t DiagramTotals::mostTaken() const
{
    std::uint64_t most = 0;
    for (const Side side : allSides) {
        for (const std::uint64_t count : taken[side])
            most = std::max(most, count);
    }
    return most;
}

std::set<RowIndex> DiagramTotals::rowsBeyondFigure() const
{
    std::set<RowIndex> result;
    for (std::size_t i = 0; i < transitionTable().size(); ++i) {
        const auto row = static_cast<RowIndex>(i);
        if (transitionTable()[i].figure5 == Figure5::Beyond && takenByBoth(row) > 0)
            result.insert(row);
    }
    return result;
}

double strandWidth(std::uint64_t count, std::uint64_t most)
{
    if (most <= 1)
        return widestStrand;
    const double share = std::log(static_cast<double>(count)) / std::log(static_cast<double>(most));
    return thinnestStrand + (widestStrand - thinnestStrand) * share;
}

} // namespace finwait
