// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/capture_totals.h"

namespace finwait {

namespace {

CaptureTotals nothing()
{
    CaptureTotals totals;
    for (const Side side : allSides)
        totals.taken[side].resize(transitionTable().size());
    return totals;
}

void count(CaptureTotals& totals, const ConnectionInference& connection)
{
    for (const Side side : allSides) {
        const CapturedEnd& end = connection.end(side);
        if (!end.isKnown())
            continue;
        ++totals.endedIn[side][static_cast<std::size_t>(end.state())];
        for (const StateSighting& sighting : end.states) {
            if (sighting.row != StateSighting::noRow)
                ++totals.taken[side][sighting.row];
        }
    }
}

} // namespace

CaptureTotals totalsOf(const CapturedConnections& connections)
{
    CaptureTotals totals = nothing();
    for (std::size_t place = 0; place < connections.size(); ++place)
        count(totals, connections[place]);
    return totals;
}

CaptureTotals totalsOf(const CapturedConnections& connections, const std::vector<std::size_t>& places)
{
    CaptureTotals totals = nothing();
    for (const std::size_t place : places)
        count(totals, connections[place]);
    return totals;
}

} // namespace finwait
