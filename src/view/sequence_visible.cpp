// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_visible.h"

#include <algorithm>

namespace finwait {

namespace {

/// Things closer than this would be painted over each other.
constexpr double finestDistance = 0.5; // pixels

/// The first number from `first` on, below `count`, for which `before` is false.
template <typename Before>
std::size_t partitionPoint(std::size_t first, std::size_t count, const Before& before)
{
    while (first < count) {
        const std::size_t middle = first + (count - first) / 2;
        if (before(middle))
            first = middle + 1;
        else
            count = middle;
    }
    return first;
}

/// Of `count` things one below the other: those that meet the window and can be told apart. `extent` gives the top and
/// the bottom of a thing.
template <typename Extent>
std::vector<std::size_t> distinctIn(const SequenceWindow& window, std::size_t count, const Extent& extent)
{
    std::vector<std::size_t> found;
    std::size_t index = partitionPoint(0, count, [&](std::size_t at) { return extent(at).bottom < window.top; });
    while (index < count && extent(index).top <= window.bottom) {
        found.push_back(index);
        const double distinct = extent(index).bottom + finestDistance;
        index = partitionPoint(index + 1, count, [&](std::size_t at) { return extent(at).bottom < distinct; });
    }
    return found;
}

/// The moment after which the next thing can be told apart from one at `y`.
Time nextDistinct(const SequenceLayout& layout, double y)
{
    return layout.timeAt(y + finestDistance);
}

} // namespace

std::vector<FlightIndex> visibleFlights(const SequenceLayout& layout, const SequenceWindow& window)
{
    const Trace& trace = layout.trace();
    const std::vector<Flight>& flights = trace.flights();
    const Time until = layout.timeAt(window.bottom);
    std::vector<FlightIndex> found;
    // What shares a moment takes some height: begin one instant earlier than the window says.
    FlightIndex index = trace.firstFlightReaching(layout.timeAt(window.top - layout.measures().row));
    double drawnAt = -1;
    while (index < flights.size() && flights[index].sent <= until) {
        if (const DataRun* band = layout.index().bandOf(index)) {
            index = band->last + 1;
            continue;
        }
        const QLineF line = layout.arrow(index);
        if (window.meets(line.y1(), line.y2()))
            found.push_back(index);
        ++index;
        if (line.y1() < drawnAt + finestDistance && index < flights.size()) {
            const Time next = nextDistinct(layout, line.y1());
            const auto later = std::lower_bound(flights.begin() + index, flights.end(), next,
                                                [](const Flight& flight, Time time) { return flight.sent < time; });
            index = std::max(index, static_cast<FlightIndex>(later - flights.begin()));
        } else {
            drawnAt = line.y1();
        }
    }
    return found;
}

std::vector<const DataRun*> visibleRuns(const SequenceLayout& layout, const SequenceWindow& window)
{
    const std::vector<DataRun>& runs = layout.index().runs();
    const Time from = layout.timeAt(window.top - layout.measures().band);
    const Time until = layout.timeAt(window.bottom + layout.measures().line);
    std::vector<const DataRun*> found;
    auto run = std::lower_bound(runs.begin(), runs.end(), from,
                                [](const DataRun& candidate, Time time) { return candidate.to < time; });
    for (; run != runs.end() && run->from <= until; ++run)
        found.push_back(&*run);
    return found;
}

std::vector<std::size_t> visibleSpans(const SequenceLayout& layout, Side side, const SequenceWindow& window)
{
    if (layout.trace().foreign == side)
        return {};
    const auto extent = [&](std::size_t span) {
        const QRectF strip = layout.strip(side, span);
        return SequenceWindow{strip.top(), strip.bottom()};
    };
    return distinctIn(window, layout.trace().states(side).size(), extent);
}

std::vector<VisibleBar> visibleBars(const SequenceLayout& layout, Side side, const SequenceWindow& window)
{
    std::vector<VisibleBar> found;
    const std::vector<TimerLane>& lanes = layout.index().lanes(side);
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        const auto extent = [&](std::size_t bar) {
            const QRectF rect = layout.bar(side, lane, lanes[lane][bar]);
            return SequenceWindow{rect.top(), rect.bottom()};
        };
        for (const std::size_t bar : distinctIn(window, lanes[lane].size(), extent))
            found.push_back({lane, &lanes[lane][bar]});
    }
    return found;
}

std::vector<RecordIndex> visibleFlags(const SequenceLayout& layout, Side side, const SequenceWindow& window)
{
    const std::vector<RecordIndex>& flags = layout.index().flags(side);
    const auto extent = [&](std::size_t flag) {
        const double y = layout.y(flags[flag]);
        return SequenceWindow{y, y};
    };
    std::vector<RecordIndex> found;
    for (const std::size_t flag : distinctIn(window, flags.size(), extent))
        found.push_back(flags[flag]);
    return found;
}

std::vector<QRectF> tornRects(const SequenceLayout& layout, const SequenceWindow& window)
{
    const double above = layout.measures().lead;
    std::vector<QRectF> found;
    for (const TimeAxis::Gap& gap : layout.axis().gaps(window.top - above, window.bottom - above))
        found.push_back(layout.tornRect(gap));
    return found;
}

} // namespace finwait
