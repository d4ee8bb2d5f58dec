// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/common_axis.h"

#include <algorithm>
#include <vector>

namespace finwait {

namespace {

using Instants = std::vector<TimeAxis::Instant>;

/// A segment is under way where one is in either.
Instants merged(const Instants& one, const Instants& two)
{
    Instants all;
    auto a = one.begin();
    auto b = two.begin();
    bool busyInOne = false;
    bool busyInTwo = false;
    while (a != one.end() || b != two.end()) {
        const Time at = b == two.end() || (a != one.end() && a->at <= b->at) ? a->at : b->at;
        double extra = 0;
        if (a != one.end() && a->at == at) {
            busyInOne = a->busy;
            extra = std::max(extra, (a++)->extra);
        }
        if (b != two.end() && b->at == at) {
            busyInTwo = b->busy;
            extra = std::max(extra, (b++)->extra);
        }
        all.push_back({at, extra, busyInOne || busyInTwo});
    }
    return all;
}

void makeRoom(Instants& instants, Time above, double height)
{
    const auto next = std::ranges::lower_bound(instants, above, {}, &TimeAxis::Instant::at);
    if (next == instants.begin())
        return;
    const auto before = std::prev(next);
    const Time justBefore = above - Duration(1);
    if (before->at == justBefore)
        before->extra += height;
    else
        instants.insert(next, {justBefore, height, before->busy});
}

} // namespace

TimeAxis commonAxis(const ChartedTrace& one, const ChartedTrace& two, const SequenceMeasures& measures,
                    std::optional<Time> markAt, double markHeight)
{
    Instants instants =
        merged(one.index.axisInstants(one.trace, measures.row), two.index.axisInstants(two.trace, measures.row));
    if (markAt)
        makeRoom(instants, *markAt, markHeight);
    // A branch that has only begun does not know yet which scale suits it.
    const bool oneKnowsMore = one.trace.records().size() >= two.trace.records().size();
    return TimeAxis((oneKnowsMore ? one : two).index.axisSettings(measures.gap), instants, {});
}

} // namespace finwait
