// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the chart has to know of a trace besides what the trace itself can tell: which records share a moment and go one
// below the other, which runs of data are told in one band, how long each timer ran, and what the applications did.
// Made anew when the trace changes; everything in it can be found by binary search. Of a trace that has grown since, it
// knows the beginning.
#pragma once

#include "core/trace.h"
#include "view/time_axis.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace finwait {

/// A place at a lifeline: of a record, or of an arrival that is still to come.
struct LifelinePlace {
    Time at{};
    RecordIndex record = noRecord; ///< none: it is to come
    std::uint32_t row = 0;         ///< below the first one of its moment
};

/// A run of data segments and their acknowledgments in which nothing else happens.
struct DataRun {
    FlightIndex first = 0;
    FlightIndex last = 0;
    RecordIndex firstRecord = noRecord; ///< SegmentSent of the first one: by this the run is known
    RecordIndex lastRecord = noRecord;  ///< the last one of the trace that is about one of them
    Time from{};
    Time to{}; ///< when the last one arrives
    PerSide<LifelinePlace> top;
    PerSide<LifelinePlace> bottom;
    PerSide<std::uint32_t> segments{}; ///< with data, by sender
    PerSide<std::uint64_t> octets{};
    bool open = false; ///< drawn segment by segment

    [[nodiscard]] std::uint32_t flights() const { return last - first + 1; }
};

enum class TimerEnd : std::uint8_t { Running, Fired, Stopped, Restarted };

/// One run of a timer, from its start (or restart) on.
struct TimerBar {
    TimerKind kind{};
    RecordIndex started = noRecord;
    RecordIndex ended = noRecord; ///< none: it runs at the end of the trace
    Time from{};
    Time to{}; ///< of its end; its deadline while it runs
    Time deadline{};
    TimerEnd how = TimerEnd::Running;

    /// Whether it runs after the first `records` records.
    [[nodiscard]] bool runsAfter(RecordIndex records) const { return started < records && ended >= records; }
};

/// Bars of one lane follow each other and do not overlap.
using TimerLane = std::vector<TimerBar>;

struct FoundBar {
    std::size_t lane = 0;
    const TimerBar* bar = nullptr;
};

struct SequenceOptions {
    AxisMode axisMode = AxisMode::Compressed;
    /// Runs of more segments than this fold into a band; 0: never.
    std::uint32_t foldAbove = 8;
    /// Runs that are open all the same, by their first record.
    std::set<RecordIndex> openRuns{};
};

class SequenceIndex
{
public:
    SequenceIndex() = default;
    SequenceIndex(const Trace& trace, const SequenceOptions& options);

    /// Time is stretched so that what follows each other is comfortably apart; pixels per second.
    [[nodiscard]] double pixelsPerSecond() const { return m_pixelsPerSecond; }
    /// How many rows below the first one of its moment a record is drawn. None of one that came after the index was
    /// made.
    [[nodiscard]] std::uint32_t row(RecordIndex record) const { return record < m_rows.size() ? m_rows[record] : 0; }
    /// Where a flight arrives or will arrive.
    [[nodiscard]] LifelinePlace arrival(const Trace& trace, FlightIndex index) const;
    /// In order of time, not overlapping.
    [[nodiscard]] const std::vector<DataRun>& runs() const { return m_runs; }
    /// The run that a flight belongs to, or nullptr.
    [[nodiscard]] const DataRun* runOf(FlightIndex flight) const;
    /// The same if the run is folded.
    [[nodiscard]] const DataRun* bandOf(FlightIndex flight) const;
    [[nodiscard]] const std::vector<TimerLane>& lanes(Side side) const { return m_lanes[side]; }
    /// The bar that a record began or ended; of a restart the one that it began.
    [[nodiscard]] std::optional<FoundBar> barOf(Side side, RecordIndex record) const;
    /// Calls, refused calls and errors told to the application, in order.
    [[nodiscard]] const std::vector<RecordIndex>& flags(Side side) const { return m_flags[side]; }
    /// The axis for it, at zoom 1. `rowHeight`: of what shares a moment; `gapHeight`: of an idle stretch.
    [[nodiscard]] TimeAxis axis(const Trace& trace, double rowHeight, double gapHeight, double bandHeight) const;
    /// What that axis is made of, for one that several charts share: all that happens and all that is to come, in order
    /// of time, and the scale.
    [[nodiscard]] std::vector<TimeAxis::Instant> axisInstants(const Trace& trace, double rowHeight) const;
    [[nodiscard]] TimeAxis::Settings axisSettings(double gapHeight) const;

private:
    void findRows(const Trace& trace);
    void findComing(const Trace& trace);
    void placeRuns(const Trace& trace);
    [[nodiscard]] bool isInsideBand(const Trace& trace, RecordIndex index) const;
    [[nodiscard]] std::vector<TimeAxis::Instant> instants(const Trace& trace, double rowHeight) const;
    void appendFuture(const Trace& trace, double rowHeight, std::vector<TimeAxis::Instant>& instants) const;

    AxisMode m_mode = AxisMode::Compressed;
    double m_pixelsPerSecond = 1000;
    /// A segment that is under way at the end of the trace.
    struct Coming {
        FlightIndex flight;
        std::uint32_t row;
    };

    std::vector<std::uint32_t> m_rows;
    std::vector<Coming> m_coming; // in order of flight
    std::vector<DataRun> m_runs;
    PerSide<std::vector<TimerLane>> m_lanes;
    PerSide<std::vector<RecordIndex>> m_flags;
};

} // namespace finwait
