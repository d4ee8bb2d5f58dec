// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_layout.h"

#include "view/sequence_records.h"
#include "view/sequence_text.h"
#include "view/words.h"

#include <QFontMetricsF>

#include <algorithm>
#include <utility>

namespace finwait {

namespace {

// Multiples of the height of a line of text.
constexpr double rowHeight = 1.3;
constexpr double gapHeight = 4;
constexpr double bandHeight = 5;
constexpr double leadHeight = 1.6;
constexpr double stripWidth = 0.7;
constexpr double laneDistance = 0.8;
constexpr double barWidth = 0.32;
constexpr double spacing = 0.5;
constexpr double crossSize = 0.7;
constexpr double bandThickness = 1.2;
constexpr double leastWidthForRest = 11.5; ///< besides names and times: lifelines, timers, arrows
constexpr double tornHeight = 1.8;
constexpr double handleHeight = 1.25;

/// Between an arrow and the strip.
constexpr double arrowClearance = 2;
/// Where a lost segment's cross may stand on its way: not on a lifeline.
constexpr double nearestLoss = 0.12;
constexpr double farthestLoss = 0.92;
/// Where on its way a copy may part from a segment.
constexpr double nearestBranching = 0.2;
constexpr double farthestBranching = 0.7;
/// How far a segment comes on its way that waits for a hand.
constexpr double waitingAt = 0.5;
/// What the arrows get of the width at the least; the names of states give way.
constexpr double leastArrowPart = 0.34;
constexpr double ampleArrowPart = 0.5;
// Multiples of the width of the longest name of a state.
constexpr double foreignMargin = 0.5; // of a name's width
constexpr double narrowestName = 0.6;
constexpr double widestFlag = 1.4;

double widestState(const QFontMetricsF& metrics)
{
    double widest = 0;
    for (const State state : allStates)
        widest = std::max(widest, metrics.horizontalAdvance(words::stateName(state)));
    return widest;
}

} // namespace

SequenceMeasures::SequenceMeasures(const QFont& font)
{
    const QFontMetricsF metrics(font);
    line = metrics.height();
    row = rowHeight * line;
    gap = gapHeight * line;
    band = bandHeight * line;
    lead = leadHeight * line;
    strip = stripWidth * line;
    lane = laneDistance * line;
    bar = barWidth * line;
    space = spacing * line;
    cross = crossSize * line;
    handle = handleHeight * line;
    tickLabel = metrics.horizontalAdvance(QStringLiteral("00:00.00"));
    stateName = widestState(metrics);
}

SequenceLayout::SequenceLayout(const Trace& trace, const SequenceIndex& index, const QFont& font, double width)
    : m_trace(&trace)
    , m_index(&index)
    , m_font(font)
    , m_measures(font)
    , m_axis(index.axis(trace, m_measures.row, m_measures.gap, m_measures.band))
{
    setWidth(width);
}

SequenceLayout::SequenceLayout(const Trace& trace, const SequenceIndex& index, const QFont& font, double width,
                               TimeAxis axis)
    : m_trace(&trace)
    , m_index(&index)
    , m_font(font)
    , m_measures(font)
    , m_axis(std::move(axis))
{
    setWidth(width);
}

void SequenceLayout::setWidth(double width)
{
    m_columns.width = width;
    setColumns();
}

void SequenceLayout::setZoom(double zoom)
{
    m_axis.setZoom(zoom);
    setColumns();
}

void SequenceLayout::extendTo(Time end)
{
    const Time former = m_axis.end();
    m_axis.extendTo(end);
    if (m_axis.end() != former)
        setColumns();
}

void SequenceLayout::setColumns()
{
    const SequenceMeasures& m = m_measures;
    const double width = m_columns.width;
    const double longest = sequence_text::widestMoment(QFontMetricsF(m_font), m_axis.end(), m_axis.tickStep(1));
    m_columns.tickRight = 2 * m.space + std::max(m.tickLabel, longest);
    PerSide<double> lanes;
    double taken = m_columns.tickRight + m.space;
    for (const Side side : allSides) {
        lanes[side] = m.lane * static_cast<double>(std::max<std::size_t>(1, m_index->lanes(side).size()));
        taken += lanes[side] + 2 * m.space + m.strip;
    }
    taken += m.space;
    // Beside a foreign side stands nothing but half of its address, in the heading.
    PerSide<double> text;
    if (m_trace->foreign)
        text[*m_trace->foreign] = std::max(0.0, m.stateName * foreignMargin - lanes[*m_trace->foreign]);
    taken += text.client + text.server;
    // Names of states need their room; with more of it, flags need not be shortened.
    const auto sides = static_cast<double>(m_trace->endpoints().size());
    const double least = (width * (1 - leastArrowPart) - taken) / sides;
    const double ample = (width * (1 - ampleArrowPart) - taken) / sides;
    for (const Side side : m_trace->endpoints())
        text[side] = std::max(std::clamp(least, m.stateName * narrowestName, m.stateName + m.space),
                              std::min(ample, m.stateName * widestFlag));

    m_columns.outer.client = m_columns.tickRight + m.space;
    m_columns.textFar.client = m_columns.outer.client + lanes.client + m.space / 2;
    m_columns.textNear.client = m_columns.textFar.client + text.client;
    m_columns.lifeline.client = m_columns.textNear.client + m.space + m.strip / 2;
    m_columns.outer.server = width - m.space;
    m_columns.textFar.server = m_columns.outer.server - lanes.server - m.space / 2;
    m_columns.textNear.server = m_columns.textFar.server - text.server;
    m_columns.lifeline.server = m_columns.textNear.server - m.space - m.strip / 2;
}

double SequenceLayout::zoomForHeight(double height) const
{
    return m_axis.zoomForHeight(std::max(m_measures.lead, height - 2 * m_measures.lead));
}

double SequenceLayout::y(RecordIndex record) const
{
    return y(m_trace->record(record).at) + m_axis.scaled(m_index->row(record) * m_measures.row);
}

double SequenceLayout::y(const LifelinePlace& place) const
{
    return y(place.at) + m_axis.scaled(place.row * m_measures.row);
}

double SequenceLayout::y(const SequenceMoment& moment) const
{
    const bool justHappened = moment.recordsBefore > 0 && moment.recordsBefore <= m_trace->records().size()
                              && m_trace->record(moment.recordsBefore - 1).at == moment.playhead;
    return justHappened ? y(moment.recordsBefore - 1) : y(moment.playhead);
}

double SequenceLayout::leastWidth(const SequenceMeasures& measures)
{
    return 2 * measures.stateName + measures.tickLabel + leastWidthForRest * measures.line;
}

double SequenceLayout::innerEdge(Side side) const
{
    return m_columns.lifeline[side] - outwards(side) * m_measures.strip / 2;
}

QLineF SequenceLayout::arrow(FlightIndex index) const
{
    const Flight& flight = m_trace->flight(index);
    const Side from = flight.from;
    const double endX = innerEdge(other(from)) - outwards(other(from)) * arrowClearance;
    const double endY = y(m_index->arrival(*m_trace, index));
    const QPointF start = flight.copyOf
                              ? branching(flight, endY)
                              : QPointF(innerEdge(from) - outwards(from) * arrowClearance, y(flight.sentRecord));
    if (flight.fate != Fate::Lost)
        return {start, QPointF(endX, endY)};
    const double part = std::clamp(wayBehind(flight), nearestLoss, farthestLoss);
    return {start, QPointF(start.x() + part * (endX - start.x()), endY)};
}

/// Where a copy leaves the way of what it was made of: the network made it, not the sender.
QPointF SequenceLayout::branching(const Flight& copy, double endY) const
{
    const QLineF original = arrow(*copy.copyOf);
    const double height = original.dy();
    if (height <= 0)
        return original.pointAt(nearestBranching);
    const double part = std::clamp((y(copy.sentRecord) - original.y1()) / height, nearestBranching, farthestBranching);
    // It may be there before what it was made of.
    const double latest = farthestBranching * std::max(0.0, (endY - original.y1()) / height);
    return original.pointAt(std::min(part, latest));
}

std::optional<double> SequenceLayout::partBehind(FlightIndex index, const SequenceMoment& moment) const
{
    const Flight& flight = m_trace->flight(index);
    const bool sent = flight.sentRecord < moment.recordsBefore;
    const bool ended = flight.fate != Fate::InFlight && flight.endRecord < moment.recordsBefore;
    if (!sent || ended)
        return std::nullopt;
    const QLineF line = arrow(index);
    if (line.dy() <= 0)
        return 0;
    const double part = std::clamp((y(moment) - line.y1()) / line.dy(), 0.0, 1.0);
    return flight.heldRecord < moment.recordsBefore ? std::min(part, waitingAt) : part;
}

QRectF SequenceLayout::strip(Side side, std::size_t span) const
{
    const std::vector<StateSpan>& spans = m_trace->states(side);
    const double top = spans[span].entered == noRecord ? 0 : y(spans[span].entered);
    const double bottom = span + 1 < spans.size() ? y(spans[span + 1].entered) : height();
    return {m_columns.lifeline[side] - m_measures.strip / 2, top, m_measures.strip, bottom - top};
}

QRectF SequenceLayout::bar(Side side, std::size_t lane, const TimerBar& bar) const
{
    const double middle =
        m_columns.textFar[side]
        + outwards(side) * (m_measures.space / 2 + (static_cast<double>(lane) + 0.5) * m_measures.lane);
    const double top = y(bar.started);
    const double bottom = bar.ended == noRecord ? y(bar.to) : y(bar.ended);
    return {middle - m_measures.bar / 2, top, m_measures.bar, std::min(bottom, height()) - top};
}

QPolygonF SequenceLayout::band(const DataRun& run) const
{
    const double half = m_axis.scaled(bandThickness * m_measures.line) / 2;
    const double left = innerEdge(Side::Client) + arrowClearance;
    const double right = innerEdge(Side::Server) - arrowClearance;
    return QPolygonF({QPointF(left, y(run.top.client) - half), QPointF(right, y(run.top.server) - half),
                      QPointF(right, y(run.bottom.server) + half), QPointF(left, y(run.bottom.client) + half)});
}

QRectF SequenceLayout::tornRect(const TimeAxis::Gap& gap) const
{
    const double left = m_columns.tickRight + m_measures.space / 2;
    const double right = m_columns.width - m_measures.space;
    // On a squeezed axis the words in it keep their height as long as the gap has that.
    const double height = std::min(gap.bottom - gap.top, tornHeight * m_measures.line);
    return {left, m_measures.lead + (gap.top + gap.bottom - height) / 2, right - left, height};
}

QRectF SequenceLayout::closeBox(const DataRun& run) const
{
    const double size = m_measures.line;
    return {(innerEdge(Side::Client) + innerEdge(Side::Server) - size) / 2, y(run.firstRecord) - size / 2, size, size};
}

} // namespace finwait
