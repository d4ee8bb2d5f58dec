// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_timers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>

namespace finwait {

namespace {

class LaneBuilder
{
public:
    explicit LaneBuilder(const std::vector<DataRun>& runs) : m_runs(runs) {}

    void add(const Record& record, RecordIndex index);
    PerSide<std::vector<TimerLane>> finish();

private:
    using Running = std::array<std::optional<TimerBar>, timerCount>;

    void start(Side side, TimerKind kind, Time deadline, const Record& record, RecordIndex index);
    void end(Side side, TimerKind kind, TimerEnd how, const Record& record, RecordIndex index);
    [[nodiscard]] const DataRun* bandAround(RecordIndex record);

    const std::vector<DataRun>& m_runs;
    std::size_t m_nextRun = 0;
    PerSide<Running> m_running;
    PerSide<std::array<std::size_t, timerCount>> m_laneOfKind{};
    PerSide<std::vector<std::size_t>> m_reserved; // by how many running timers a lane is taken
    PerSide<std::vector<TimerLane>> m_lanes;
};

void LaneBuilder::add(const Record& record, RecordIndex index)
{
    if (const auto* started = std::get_if<record::TimerStarted>(&record.body))
        start(record.side, started->kind, started->deadline, record, index);
    else if (const auto* restarted = std::get_if<record::TimerRestarted>(&record.body)) {
        end(record.side, restarted->kind, TimerEnd::Restarted, record, index);
        start(record.side, restarted->kind, restarted->deadline, record, index);
    } else if (const auto* stopped = std::get_if<record::TimerStopped>(&record.body))
        end(record.side, stopped->kind, TimerEnd::Stopped, record, index);
    else if (const auto* fired = std::get_if<record::TimerFired>(&record.body))
        end(record.side, fired->kind, TimerEnd::Fired, record, index);
}

const DataRun* LaneBuilder::bandAround(RecordIndex record)
{
    while (m_nextRun < m_runs.size() && m_runs[m_nextRun].lastRecord < record)
        ++m_nextRun;
    if (m_nextRun == m_runs.size() || m_runs[m_nextRun].open || m_runs[m_nextRun].firstRecord > record)
        return nullptr;
    return &m_runs[m_nextRun];
}

void LaneBuilder::start(Side side, TimerKind kind, Time deadline, const Record& record, RecordIndex index)
{
    std::vector<std::size_t>& taken = m_reserved[side];
    std::size_t& lane = m_laneOfKind[side][indexOf(kind)];
    // A timer keeps to its lane if nobody else is there.
    if (lane >= taken.size() || taken[lane] != 0)
        lane = static_cast<std::size_t>(std::find(taken.begin(), taken.end(), 0U) - taken.begin());
    if (lane == taken.size()) {
        taken.push_back(0);
        m_lanes[side].emplace_back();
    }
    ++taken[lane];
    m_running[side][indexOf(kind)] = TimerBar{kind, index, noRecord, record.at, deadline, deadline, TimerEnd::Running};
}

void LaneBuilder::end(Side side, TimerKind kind, TimerEnd how, const Record& record, RecordIndex index)
{
    std::optional<TimerBar>& bar = m_running[side][indexOf(kind)];
    if (!bar)
        return;
    --m_reserved[side][m_laneOfKind[side][indexOf(kind)]];
    bar->ended = index;
    bar->to = record.at;
    bar->how = how;
    if (bar->to > bar->from) {
        TimerLane& lane = m_lanes[side][m_laneOfKind[side][indexOf(kind)]];
        const DataRun* band = bandAround(index);
        const bool continues = band != nullptr && !lane.empty() && lane.back().kind == kind
                               && lane.back().ended >= band->firstRecord && lane.back().how != TimerEnd::Fired;
        if (continues) {
            bar->started = lane.back().started;
            bar->from = lane.back().from;
            lane.back() = *bar;
        } else {
            lane.push_back(*bar);
        }
    }
    bar.reset();
}

PerSide<std::vector<TimerLane>> LaneBuilder::finish()
{
    for (const Side side : allSides) {
        for (const TimerKind kind : allTimers) {
            const std::optional<TimerBar>& bar = m_running[side][indexOf(kind)];
            if (bar)
                m_lanes[side][m_laneOfKind[side][indexOf(kind)]].push_back(*bar);
        }
        std::erase_if(m_lanes[side], [](const TimerLane& lane) { return lane.empty(); });
    }
    return std::move(m_lanes);
}

} // namespace

PerSide<std::vector<TimerLane>> findTimerLanes(const Trace& trace, const std::vector<DataRun>& runs)
{
    LaneBuilder builder(runs);
    for (RecordIndex index = 0; index < trace.records().size(); ++index)
        builder.add(trace.record(index), index);
    return builder.finish();
}

} // namespace finwait
