// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Where everything of the chart is: the columns from left to right, the axis from top to bottom, and the lines and
// rectangles that follow from both. Painting and clicking use the same answers.
#pragma once

#include "core/trace.h"
#include "view/sequence_index.h"
#include "view/time_axis.h"

#include <QFont>
#include <QLineF>
#include <QPolygonF>
#include <QRectF>
#include <QString>

#include <cstddef>
#include <memory>
#include <optional>

namespace finwait {

/// The playhead: what lies after it is drawn faint. Without one everything is drawn as the past.
struct SequenceMoment {
    Time playhead{};
    RecordIndex recordsBefore = 0;
    friend bool operator==(const SequenceMoment&, const SequenceMoment&) = default;
};

/// Measures that follow from the font; pixels.
struct SequenceMeasures {
    explicit SequenceMeasures(const QFont& font);

    double line;      ///< height of a line of text
    double row;       ///< distance of what shares a moment
    double gap;       ///< height of an idle stretch that was compressed
    double band;      ///< greatest height of a run of data
    double lead;      ///< above the first instant and below the last one
    double strip;     ///< width of a lifeline's strip
    double lane;      ///< distance of timer bars
    double bar;       ///< width of a timer bar
    double space;     ///< between things
    double cross;     ///< size of the mark of a lost segment
    double handle;    ///< height of the playhead's handle
    double tickLabel; ///< width of a usual time
    double stateName; ///< width of the longest name of a state
};

/// X coordinates. Outwards is to the left for the client and to the right for the server.
struct SequenceColumns {
    double width = 0;
    double tickRight = 0;
    PerSide<double> lifeline; ///< middle of the strip
    PerSide<double> textNear; ///< where names of states and flags begin, going outwards
    PerSide<double> textFar;
    PerSide<double> outer; ///< the outermost that labels of timers may reach
};

/// -1 for the client, 1 for the server.
[[nodiscard]] constexpr double outwards(Side side)
{
    return side == Side::Client ? -1 : 1;
}

/// A view on a trace and its index, which must outlive it. Coordinates are in pixels from the chart's upper left
/// corner.
class SequenceLayout
{
public:
    SequenceLayout(const Trace& trace, const SequenceIndex& index, const QFont& font, double width);
    /// On an axis that other charts share.
    SequenceLayout(const Trace& trace, const SequenceIndex& index, const QFont& font, double width, TimeAxis axis);

    void setWidth(double width);
    /// Both make room for longer times beside the axis where they bring them: the columns may be others then.
    void setZoom(double zoom);
    void extendTo(Time end);

    [[nodiscard]] const Trace& trace() const { return *m_trace; }
    [[nodiscard]] const SequenceIndex& index() const { return *m_index; }
    [[nodiscard]] const TimeAxis& axis() const { return m_axis; }
    [[nodiscard]] const QFont& font() const { return m_font; }
    [[nodiscard]] const SequenceMeasures& measures() const { return m_measures; }
    [[nodiscard]] const SequenceColumns& columns() const { return m_columns; }

    [[nodiscard]] double height() const { return 2 * m_measures.lead + m_axis.height(); }
    /// The zoom at which all of the chart is `height` high.
    [[nodiscard]] double zoomForHeight(double height) const;
    [[nodiscard]] double y(Time time) const { return m_measures.lead + m_axis.y(time); }
    [[nodiscard]] double y(RecordIndex record) const;
    [[nodiscard]] double y(const LifelinePlace& place) const;
    [[nodiscard]] double y(const SequenceMoment& moment) const;
    [[nodiscard]] Time timeAt(double y) const { return m_axis.timeAt(y - m_measures.lead); }

    /// From its sender to its receiver, or to where it was lost; of a copy, from where it parts from what it was made
    /// of.
    [[nodiscard]] QLineF arrow(FlightIndex index) const;
    /// How far along arrow() the segment is; nullopt unless it is under way at that moment.
    [[nodiscard]] std::optional<double> partBehind(FlightIndex index, const SequenceMoment& moment) const;
    /// The strip of a state, by its number in Trace::states().
    [[nodiscard]] QRectF strip(Side side, std::size_t span) const;
    [[nodiscard]] QRectF bar(Side side, std::size_t lane, const TimerBar& bar) const;
    [[nodiscard]] QPolygonF band(const DataRun& run) const;
    /// The little box that closes an open run again.
    [[nodiscard]] QRectF closeBox(const DataRun& run) const;
    /// What is torn out of the chart for a gap of the axis, its jagged edges included.
    [[nodiscard]] QRectF tornRect(const TimeAxis::Gap& gap) const;
    /// X of a lifeline's edge towards the other one.
    [[nodiscard]] double innerEdge(Side side) const;
    /// The least width in which a chart can be read.
    [[nodiscard]] static double leastWidth(const SequenceMeasures& measures);

private:
    void setColumns();
    [[nodiscard]] QPointF branching(const Flight& copy, double endY) const;

    const Trace* m_trace;
    const SequenceIndex* m_index;
    QFont m_font;
    SequenceMeasures m_measures;
    TimeAxis m_axis;
    SequenceColumns m_columns;
};

} // namespace finwait
