// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_index.h"

#include "view/sequence_records.h"
#include "view/sequence_runs.h"
#include "view/sequence_timers.h"
#include "view/trace_reading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <variant>

namespace finwait {

namespace {

/// How far a segment comes down on its way, in most of the trace; pixels.
constexpr double comfortableDrop = 48;
/// Between what follows each other; time is stretched for this, but not beyond `mostStretch`.
constexpr double comfortableDistance = 16;
constexpr double mostStretch = 1.5;
/// Level arrows have their labels between them.
constexpr double levelStretch = 2;
/// Which of the distances between instants, in order of length, counts for that: most are longer.
constexpr double typicalQuantile = 0.3;
/// An idle stretch that would take more pixels is compressed; the second is for one that segments cross.
constexpr double longestIdle = 180;
constexpr double longestBusy = 640;
constexpr double defaultPixelsPerSecond = 1000;

/// Steps of this kind only: small changes of the trace do not change the scale.
double rounded(double value)
{
    constexpr std::array steps = {1.0, 1.5, 2.0, 3.0, 5.0, 7.0};
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    const auto above = std::ranges::upper_bound(steps, value / power);
    return *std::prev(above) * power;
}

double quantile(std::vector<Duration>& values, double part)
{
    const auto rank = static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
    std::ranges::nth_element(values, values.begin() + rank);
    return std::chrono::duration<double>(values[static_cast<std::size_t>(rank)]).count();
}

double typicalDelay(const Trace& trace)
{
    std::vector<Duration> delays;
    for (const Flight& flight : trace.flights()) {
        if (flight.fate == Fate::Arrived && flight.ended > flight.sent)
            delays.push_back(flight.ended - flight.sent);
    }
    return delays.empty() ? 0 : quantile(delays, 0.5);
}

/// The arrow is level: it takes a row for itself, and ends where it begins.
bool isThereAtOnce(const Flight& flight)
{
    return flight.due == flight.sent;
}

/// Pixels per second.
double scaleFor(const Trace& trace, std::span<const TimeAxis::Instant> instants, const std::vector<DataRun>& runs)
{
    std::vector<Duration> distances;
    auto run = runs.begin();
    for (std::size_t index = 1; index < instants.size(); ++index) {
        const Time from = instants[index - 1].at;
        while (run != runs.end() && run->to <= from)
            ++run;
        if (run == runs.end() || run->from > from)
            distances.push_back(instants[index].at - from);
    }
    const double forDistance = distances.empty() ? 0 : comfortableDistance / quantile(distances, typicalQuantile);
    const double delay = typicalDelay(trace);
    if (delay > 0) {
        const double forDrop = comfortableDrop / delay;
        return rounded(std::clamp(forDistance, forDrop, mostStretch * forDrop));
    }
    const double stretch = std::ranges::any_of(trace.flights(), isThereAtOnce) ? levelStretch : 1;
    return forDistance > 0 ? rounded(stretch * forDistance) : defaultPixelsPerSecond;
}

Duration timeFor(double pixels, double pixelsPerSecond)
{
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(pixels / pixelsPerSecond));
}

/// What one row of one moment is taken by. A folded run takes it once.
class RowTaken
{
public:
    /// False: somebody else is there. `isLevel`: of a segment that is sent, its arrow.
    bool take(const Record& record, const DataRun* band, bool isLevel)
    {
        if (std::holds_alternative<record::SegmentSent>(record.body) && isLevel)
            return takeAcross(band);
        if (std::holds_alternative<record::SegmentSent>(record.body))
            return takeFor(m_sent[record.side], band);
        if (std::holds_alternative<record::SegmentArrived>(record.body))
            return takeFor(m_arrived[record.side], band);
        if (entersState(record))
            return takeFor(m_moved[record.side], nullptr);
        if (std::holds_alternative<record::CallMade>(record.body))
            return takeFor(m_called[record.side], nullptr);
        return true;
    }

private:
    struct Place {
        bool taken = false;
        const DataRun* band = nullptr;
    };

    static bool takeFor(Place& place, const DataRun* band)
    {
        if (place.taken && (band == nullptr || place.band != band))
            return false;
        place = {true, band};
        return true;
    }

    bool takeAcross(const DataRun* band)
    {
        bool isFree = true;
        for (Place* place : {&m_sent.client, &m_sent.server, &m_arrived.client, &m_arrived.server})
            isFree = takeFor(*place, band) && isFree;
        return isFree;
    }

    PerSide<Place> m_sent;
    PerSide<Place> m_arrived;
    PerSide<Place> m_moved;
    PerSide<Place> m_called;
};

/// Of the same moment: the later one knows what is under way afterwards.
void merge(TimeAxis::Instant& instant, const TimeAxis::Instant& later)
{
    instant.extra = std::max(instant.extra, later.extra);
    instant.busy = later.busy;
}

/// In order of time, each moment once.
void tidy(std::vector<TimeAxis::Instant>& instants)
{
    const auto isEarlier = [](const TimeAxis::Instant& a, const TimeAxis::Instant& b) { return a.at < b.at; };
    const auto tail = std::is_sorted_until(instants.begin(), instants.end(), isEarlier); // all but a few at the end
    std::stable_sort(tail, instants.end(), isEarlier);
    std::inplace_merge(instants.begin(), tail, instants.end(), isEarlier);
    std::size_t kept = 0;
    for (std::size_t index = 1; index < instants.size(); ++index) {
        if (instants[index].at == instants[kept].at)
            merge(instants[kept], instants[index]);
        else
            instants[++kept] = instants[index];
    }
    if (!instants.empty())
        instants.resize(kept + 1);
}

bool isFlag(const Record& record)
{
    if (const auto* signalled = std::get_if<record::Signalled>(&record.body))
        return isError(signalled->signal);
    return std::holds_alternative<record::CallMade>(record.body)
           || std::holds_alternative<record::CallRefused>(record.body)
           || std::holds_alternative<record::HostChanged>(record.body);
}

} // namespace

SequenceIndex::SequenceIndex(const Trace& trace, const SequenceOptions& options) : m_mode(options.axisMode)
{
    // The scale does not depend on what is open: opening one run leaves the rest of the picture as it is.
    m_runs = findDataRuns(trace, options.foldAbove, Duration::max());
    m_rows.assign(trace.records().size(), 0);
    m_pixelsPerSecond = scaleFor(trace, instants(trace, 0), m_runs);
    m_runs = findDataRuns(trace, options.foldAbove, timeFor(longestIdle, m_pixelsPerSecond));
    for (DataRun& run : m_runs)
        run.open = options.openRuns.contains(run.firstRecord);
    findRows(trace);
    findComing(trace);
    placeRuns(trace);
    m_lanes = findTimerLanes(trace, m_runs);
    for (RecordIndex index = 0; index < trace.records().size(); ++index) {
        if (isFlag(trace.record(index)))
            m_flags[trace.record(index).side].push_back(index);
    }
}

void SequenceIndex::findRows(const Trace& trace)
{
    RowTaken taken;
    std::uint32_t row = 0;
    for (RecordIndex index = 0; index < trace.records().size(); ++index) {
        const Record& record = trace.record(index);
        if (index > 0 && trace.record(index - 1).at != record.at) {
            row = 0;
            taken = {};
        }
        const std::optional<FlightIndex> flight = flightOf(record);
        const DataRun* band = flight ? bandOf(*flight) : nullptr;
        const bool isLevel = flight && isThereAtOnce(trace.flight(*flight));
        if (isLevel && std::holds_alternative<record::SegmentArrived>(record.body)) {
            m_rows[index] = m_rows[trace.flight(*flight).sentRecord];
            continue;
        }
        if (!taken.take(record, band, isLevel)) {
            ++row;
            taken = {};
            taken.take(record, band, isLevel);
        }
        m_rows[index] = row;
    }
}

/// What is under way and due at the same moment at the same side goes one below the other, as what arrived does.
void SequenceIndex::findComing(const Trace& trace)
{
    std::map<std::pair<Time, Side>, std::pair<std::uint32_t, const DataRun*>> last;
    for (FlightIndex flight = trace.firstFlightReaching(trace.end()); flight < trace.flights().size(); ++flight) {
        const Flight& coming = trace.flight(flight);
        if (coming.fate != Fate::InFlight || isThereAtOnce(coming))
            continue;
        const DataRun* band = bandOf(flight);
        const auto [place, isFirst] = last.try_emplace({coming.due, coming.from}, 0, band);
        if (!isFirst && (band == nullptr || place->second.second != band))
            place->second = {place->second.first + 1, band};
        m_coming.push_back({flight, place->second.first});
    }
}

LifelinePlace SequenceIndex::arrival(const Trace& trace, FlightIndex index) const
{
    const Flight& flight = trace.flight(index);
    if (flight.fate != Fate::InFlight)
        return {flight.ended, flight.endRecord, row(flight.endRecord)};
    if (isThereAtOnce(flight))
        return {flight.due, noRecord, row(flight.sentRecord)};
    const auto coming = std::ranges::lower_bound(m_coming, index, {}, &Coming::flight);
    const bool found = coming != m_coming.end() && coming->flight == index;
    return {flight.due, noRecord, found ? coming->row : 0};
}

void SequenceIndex::placeRuns(const Trace& trace)
{
    const auto order = [](const LifelinePlace& place) { return std::pair(place.at, place.row); };
    for (DataRun& run : m_runs) {
        PerSide<bool> known;
        const auto add = [&](Side side, const LifelinePlace& place) {
            if (!known[side] || order(place) < order(run.top[side]))
                run.top[side] = place;
            if (!known[side] || order(run.bottom[side]) < order(place))
                run.bottom[side] = place;
            known[side] = true;
        };
        for (FlightIndex index = run.first; index <= run.last; ++index) {
            const Flight& flight = trace.flight(index);
            add(flight.from, {flight.sent, flight.sentRecord, m_rows[flight.sentRecord]});
            add(other(flight.from), arrival(trace, index));
        }
    }
}

const DataRun* SequenceIndex::runOf(FlightIndex flight) const
{
    const auto next = std::upper_bound(m_runs.begin(), m_runs.end(), flight,
                                       [](FlightIndex value, const DataRun& run) { return value < run.first; });
    if (next == m_runs.begin() || std::prev(next)->last < flight)
        return nullptr;
    return &*std::prev(next);
}

const DataRun* SequenceIndex::bandOf(FlightIndex flight) const
{
    const DataRun* run = runOf(flight);
    return run != nullptr && !run->open ? run : nullptr;
}

std::optional<FoundBar> SequenceIndex::barOf(Side side, RecordIndex record) const
{
    std::optional<FoundBar> ended;
    for (std::size_t lane = 0; lane < m_lanes[side].size(); ++lane) {
        const TimerLane& bars = m_lanes[side][lane];
        const auto later = std::ranges::upper_bound(bars, record, {}, &TimerBar::started);
        if (later == bars.begin())
            continue;
        const auto bar = std::prev(later);
        if (bar->started == record)
            return FoundBar{lane, &*bar};
        if (bar->ended == record)
            ended = FoundBar{lane, &*bar};
    }
    return ended;
}

bool SequenceIndex::isInsideBand(const Trace& trace, RecordIndex index) const
{
    const Record& record = trace.record(index);
    if (const std::optional<FlightIndex> flight = flightOf(record))
        return bandOf(*flight) != nullptr;
    if (entersState(record) || isFlag(record))
        return false;
    const auto next = std::upper_bound(m_runs.begin(), m_runs.end(), index,
                                       [](RecordIndex value, const DataRun& run) { return value < run.firstRecord; });
    if (next == m_runs.begin() || std::prev(next)->open)
        return false;
    return index < std::prev(next)->lastRecord && record.at < std::prev(next)->to;
}

std::vector<TimeAxis::Instant> SequenceIndex::instants(const Trace& trace, double rowHeight) const
{
    std::vector<TimeAxis::Instant> instants = {{}};
    std::size_t underWay = 0;
    for (RecordIndex index = 0; index < trace.records().size(); ++index) {
        const Record& record = trace.record(index);
        if (std::holds_alternative<record::SegmentSent>(record.body)
            || std::holds_alternative<record::SegmentDuplicated>(record.body))
            ++underWay;
        else if (std::holds_alternative<record::SegmentArrived>(record.body)
                 || std::holds_alternative<record::SegmentLost>(record.body))
            --underWay;
        if (m_rows[index] == 0 && isInsideBand(trace, index))
            continue;
        const TimeAxis::Instant instant = {record.at, m_rows[index] * rowHeight, underWay > 0};
        if (instants.back().at == record.at)
            merge(instants.back(), instant);
        else
            instants.push_back(instant);
    }
    for (const DataRun& run : m_runs) {
        if (!run.open) {
            instants.push_back({run.from, 0, true});
            instants.push_back({run.to, 0, true});
        }
    }
    tidy(instants);
    return instants;
}

void SequenceIndex::appendFuture(const Trace& trace, double rowHeight, std::vector<TimeAxis::Instant>& instants) const
{
    for (const Coming& coming : m_coming) {
        if (bandOf(coming.flight) == nullptr || coming.row > 0)
            instants.push_back({trace.flight(coming.flight).due, coming.row * rowHeight, false});
    }
    // On a linear axis a keep-alive of two hours would be all that is seen.
    if (m_mode == AxisMode::Linear)
        return;
    for (const Side side : allSides) {
        for (const TimerLane& lane : m_lanes[side]) {
            if (lane.back().how == TimerEnd::Running)
                instants.push_back({lane.back().deadline});
        }
    }
}

std::vector<TimeAxis::Instant> SequenceIndex::axisInstants(const Trace& trace, double rowHeight) const
{
    std::vector<TimeAxis::Instant> all = instants(trace, rowHeight);
    appendFuture(trace, rowHeight, all);
    tidy(all);
    return all;
}

TimeAxis::Settings SequenceIndex::axisSettings(double gapHeight) const
{
    return {m_mode, m_pixelsPerSecond, timeFor(longestIdle, m_pixelsPerSecond), timeFor(longestBusy, m_pixelsPerSecond),
            gapHeight};
}

TimeAxis SequenceIndex::axis(const Trace& trace, double rowHeight, double gapHeight, double bandHeight) const
{
    std::vector<TimeAxis::Band> bands;
    for (const DataRun& run : m_runs) {
        if (!run.open)
            bands.push_back({run.from, run.to, bandHeight});
    }
    return TimeAxis(axisSettings(gapHeight), axisInstants(trace, rowHeight), bands);
}

} // namespace finwait
