// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The axis, the arrows and what lies between the lifelines; the lifelines themselves are in sequence_painter_side.cpp.
#include "view/sequence_painter.h"

#include "view/sequence_records.h"
#include "view/sequence_text.h"
#include "view/words.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QPen>
#include <QVector>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace finwait {

namespace {

/// How much of a colour is left of it in the recorded future. A dark ground takes more of it.
constexpr double futureStrength = 0.42;
constexpr double futureStrengthOnDark = 0.6;
// The halo of a cause, beside that of what is selected.
constexpr double causeStrength = 0.6;
constexpr double causeWidth = 0.75;
/// What is seen of an arrow behind a label that it runs through.
constexpr float groundStrength = 0.65F;
constexpr double branchDot = 2.5;     // pixels: where a copy parts from what it was made of
constexpr double damagedAt = 0.9;     // of the arrow: a damaged segment's mark
constexpr double tickDistance = 2.8;  // lines of text
constexpr double headingLines = 2.7;  // lines of text
constexpr double zigzagHeight = 0.45; // lines of text
constexpr double zigzagWidth = 0.7;
constexpr double wordsHeight = 0.8; // lines of text: that of the gap which still says how long it is

QColor mixed(const QColor& color, const QColor& ground, double part)
{
    const auto mix = [part](float one, float two) { return static_cast<float>(part * one + (1 - part) * two); };
    return QColor::fromRgbF(mix(color.redF(), ground.redF()), mix(color.greenF(), ground.greenF()),
                            mix(color.blueF(), ground.blueF()));
}

/// What a segment is for, told by the line: no colour is needed. Lengths in widths of the pen.
QVector<qreal> dashes(const Flight& flight)
{
    if (flight.copyOf)
        return {3, 1.5};
    switch (flight.role) {
    case SegmentRole::Regular:
    case SegmentRole::Reset: return {};
    case SegmentRole::Retransmission: return {5, 2.5};
    case SegmentRole::WindowProbe:
    case SegmentRole::KeepAlive: return {1.2, 2.2};
    case SegmentRole::ChallengeAck: return {6, 2, 1.2, 2};
    case SegmentRole::Injected: return {2.5, 2, 1.2, 2, 1.2, 2};
    }
    Q_UNREACHABLE();
}

/// From left to right along y.
QPolygonF zigzag(double left, double right, double y, double width, double height)
{
    QPolygonF line;
    const int steps = std::max(2, static_cast<int>(std::round((right - left) / width)));
    for (int step = 0; step <= steps; ++step)
        line << QPointF(left + (right - left) * step / steps, y + (step % 2 == 0 ? -height : height) / 2);
    return line;
}

} // namespace

SequencePainter::SequencePainter(const SequenceLayout& layout, const SequenceLabels& labels, const Theme& theme,
                                 std::optional<SequenceMoment> moment, const CauseTrail& trail)
    : m_layout(layout)
    , m_labels(labels)
    , m_theme(theme)
    , m_measures(layout.measures())
    , m_moment(moment)
    , m_playheadY(moment ? layout.y(*moment) : 0)
    , m_trail(trail)
{}

void SequencePainter::paint(QPainter& painter, const SequenceWindow& window) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_layout.font());
    paintAxis(painter, window);
    paintRuns(painter, window);
    for (const Side side : allSides)
        paintSide(painter, side, window);
    const std::vector<FlightIndex> flights = visibleFlights(m_layout, window);
    for (const FlightIndex flight : flights)
        paintArrow(painter, flight);
    for (const FlightIndex flight : flights)
        paintLabel(painter, flight);
    paintGaps(painter, window);
    painter.restore();
}

double SequencePainter::headingHeight(const SequenceLayout& layout)
{
    return headingLines * layout.measures().line;
}

void SequencePainter::paintHeading(QPainter& painter) const
{
    painter.save();
    for (const Side side : allSides) {
        const double middle = m_layout.columns().lifeline[side];
        const double half = side == Side::Client ? middle : m_layout.columns().width - middle;
        QRectF rect(middle - half, m_measures.line * 0.3, 2 * half, m_measures.line);
        painter.setFont(nameFont(m_layout));
        painter.setPen(m_theme.accent[side]);
        painter.drawText(rect, Qt::AlignCenter, words::sideName(side));
        painter.setFont(m_layout.font());
        painter.setPen(m_theme.faint);
        rect.translate(0, m_measures.line * 1.1);
        painter.drawText(rect, Qt::AlignCenter, QString::fromStdString(m_layout.trace().addresses[side]));
    }
    painter.restore();
}

void SequencePainter::paintAxis(QPainter& painter, const SequenceWindow& window) const
{
    const TimeAxis& axis = m_layout.axis();
    const SequenceColumns& columns = m_layout.columns();
    const double above = m_measures.lead;
    const double distance = tickDistance * m_measures.line;
    const Duration step = axis.tickStep(distance);
    const Duration exactStep = axis.tickStep(1);
    for (const TimeAxis::Tick& tick : axis.ticks(window.top - above - m_measures.line,
                                                 window.bottom - above + m_measures.line, distance, m_measures.line)) {
        const double y = above + tick.y;
        if (tick.round) {
            painter.setPen(QPen(m_theme.grid, stroke::thin));
            painter.drawLine(QPointF(columns.tickRight + m_measures.space / 2, y),
                             QPointF(columns.width - m_measures.space, y));
        }
        if (m_moment && std::abs(y - m_playheadY) < (m_measures.handle + m_measures.line) / 2)
            continue; // the playhead's handle, which tells a moment too, would hide a part of it
        painter.setPen(m_theme.faint);
        const QString text =
            tick.round ? sequence_text::tick(tick.at, step) : sequence_text::moment(tick.at, exactStep);
        painter.drawText(QRectF(0, y - m_measures.line / 2, columns.tickRight, m_measures.line),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, text);
    }
}

void SequencePainter::paintGaps(QPainter& painter, const SequenceWindow& window) const
{
    const double above = m_measures.lead;
    for (const TimeAxis::Gap& gap : m_layout.axis().gaps(window.top - above, window.bottom - above)) {
        const QRectF rect = m_layout.tornRect(gap);
        // Between the jagged edges there is room for words, as long as the gap is as high as they are.
        const bool hasRoom = rect.height() >= wordsHeight * m_measures.line;
        const double height = std::min(zigzagHeight * m_measures.line, rect.height() / 4);
        const double width = zigzagWidth * m_measures.line;
        const QPolygonF top = zigzag(rect.left(), rect.right(), rect.top() + height / 2, width, height);
        const QPolygonF bottom = zigzag(rect.left(), rect.right(), rect.bottom() - height / 2, width, height);
        QPolygonF torn = top;
        std::copy(bottom.rbegin(), bottom.rend(), std::back_inserter(torn));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.panel);
        painter.drawPolygon(torn);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.border, stroke::thin));
        painter.drawPolyline(top);
        painter.drawPolyline(bottom);
        if (!hasRoom)
            continue;
        const QString text =
            gap.to > m_layout.trace().end() ? sequence_text::notPlayedYet() : sequence_text::gap(gap.to - gap.from);
        const double wide = QFontMetricsF(m_layout.font()).horizontalAdvance(text) + m_measures.space;
        painter.fillRect(
            QRectF(rect.center().x() - wide / 2, rect.center().y() - m_measures.line / 2, wide, m_measures.line),
            m_theme.panel);
        painter.setPen(m_theme.faint);
        painter.drawText(rect, Qt::AlignCenter | Qt::TextDontClip, text);
    }
}

void SequencePainter::paintRuns(QPainter& painter, const SequenceWindow& window) const
{
    for (const DataRun* run : visibleRuns(m_layout, window)) {
        if (run->open)
            paintOpenRun(painter, *run);
        else
            paintBand(painter, *run);
    }
}

void SequencePainter::paintBand(QPainter& painter, const DataRun& run) const
{
    const QPolygonF band = m_layout.band(run);
    const bool future = isFuture(run.firstRecord);
    if (const TrailMark mark = m_trail.ofAll(run.firstRecord, run.lastRecord); mark != TrailMark::None) {
        painter.setPen(haloPen(mark));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(band);
    }
    painter.setPen(QPen(shade(m_theme.line, future), stroke::thin));
    painter.setBrush(m_theme.frame);
    painter.drawPolygon(band);
    for (const Side from : allSides) {
        if (run.segments[from] == 0)
            continue;
        // An arrow head tells which way the data goes.
        const bool toServer = from == Side::Client;
        const QPointF tip = toServer ? (band[1] + band[2]) / 2 : (band[0] + band[3]) / 2;
        const QPointF tail = toServer ? (band[0] + band[3]) / 2 : (band[1] + band[2]) / 2;
        paintHead(painter, QLineF(tail, tip), shade(m_theme.ink, future), false);
    }
    const BandLabel label = bandLabel(m_layout, run);
    painter.save();
    painter.setTransform(label.box.transform(), true);
    painter.setFont(nameFont(m_layout));
    painter.setPen(shade(m_theme.text, future));
    painter.drawText(QRectF(-label.box.width, -label.box.height / 2, 2 * label.box.width, label.box.height),
                     Qt::AlignCenter, label.text);
    painter.restore();
}

void SequencePainter::paintOpenRun(QPainter& painter, const DataRun& run) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.frame);
    painter.drawPolygon(m_layout.band(run));
    const QRectF box = m_layout.closeBox(run);
    painter.setPen(QPen(m_theme.line, stroke::thin));
    painter.setBrush(m_theme.panel);
    painter.drawRoundedRect(box, 3, 3);
    painter.drawLine(QPointF(box.left() + box.width() / 4, box.center().y()),
                     QPointF(box.right() - box.width() / 4, box.center().y()));
}

void SequencePainter::paintArrow(QPainter& painter, FlightIndex index) const
{
    const Flight& flight = m_layout.trace().flight(index);
    const QLineF whole = m_layout.arrow(index);
    const bool future = isFuture(flight.sentRecord);
    paintHalo(painter, m_trail.of(flight.sentRecord, flight.endRecord), whole);
    const std::optional<double> behind = m_moment ? m_layout.partBehind(index, *m_moment) : std::nullopt;
    QPen pen(shade(m_theme.ink, future || behind), stroke::arrow);
    const QVector<qreal> pattern = dashes(flight);
    if (!pattern.isEmpty())
        pen.setDashPattern(pattern);
    const double headLength = measure::arrowLength * m_measures.line;
    QLineF shaft = whole;
    if (flight.fate != Fate::Lost)
        shaft.setLength(std::max(0.0, whole.length() - headLength / 2));
    painter.setPen(pen);
    painter.drawLine(shaft);
    if (flight.copyOf) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(pen.color());
        painter.drawEllipse(whole.p1(), branchDot, branchDot);
    }
    if (flight.fate == Fate::Lost)
        paintCross(painter, whole.p2(), shade(m_theme.error, future || behind));
    else
        paintHead(painter, whole, pen.color(), reasonNotProcessed(m_layout.trace(), index) != Reason::None);
    if (flight.corrupted)
        paintCross(painter, whole.pointAt(damagedAt), shade(m_theme.error, future || behind));
    if (!behind)
        return;
    // Under way: drawn up to where it is, with its head there.
    QLineF travelled = whole;
    travelled.setLength(std::max(headLength, whole.length() * *behind));
    QLineF drawn = travelled;
    drawn.setLength(travelled.length() - headLength / 2);
    pen.setColor(m_theme.ink);
    painter.setPen(pen);
    painter.drawLine(drawn);
    paintHead(painter, travelled, m_theme.lit, false);
}

void SequencePainter::paintHead(QPainter& painter, const QLineF& line, const QColor& color, bool hollow) const
{
    painter.setPen(QPen(color, hollow ? stroke::thin : stroke::hair, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(hollow ? m_theme.panel : color);
    painter.drawPath(arrowHead(line.p2(), line.p2() - line.p1(), m_measures.line));
}

void SequencePainter::paintCross(QPainter& painter, QPointF where, const QColor& color) const
{
    const double half = m_measures.cross / 2;
    painter.setPen(QPen(color, stroke::strong, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(where + QPointF(-half, -half), where + QPointF(half, half));
    painter.drawLine(where + QPointF(-half, half), where + QPointF(half, -half));
}

void SequencePainter::paintLabel(QPainter& painter, FlightIndex index) const
{
    const MessageLabel* label = m_labels.find(index);
    if (label == nullptr)
        return;
    const bool future = isFuture(m_layout.trace().flight(index).sentRecord);
    painter.save();
    painter.setTransform(label->box.transform(), true);
    const QRectF box(-label->box.width / 2, -label->box.height / 2, label->box.width, label->box.height);
    if (label->crossed) {
        QColor ground = m_theme.panel;
        ground.setAlphaF(groundStrength);
        painter.fillRect(box.adjusted(-1, 1, 1, -1), ground);
    }
    const double height = label->inTwoLines ? box.height() / 2 : box.height();
    double x = box.left();
    double y = box.top();
    const auto draw = [&](const QString& text, double width, const QColor& color, const QFont& font) {
        if (text.isEmpty())
            return;
        painter.setFont(font);
        painter.setPen(shade(color, future));
        painter.drawText(QRectF(x, y, width + 1, height), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
        x += width + labelSpacing(m_layout);
    };
    QFont roleFont = m_layout.font();
    roleFont.setItalic(true);
    if (!label->inTwoLines) {
        draw(label->name, label->nameWidth, m_theme.text, nameFont(m_layout));
        draw(label->numbers, label->numbersWidth, m_theme.faint, m_layout.font());
        draw(label->role, label->roleWidth, m_theme.text, roleFont);
    } else {
        const double role = label->role.isEmpty() ? 0 : label->roleWidth + labelSpacing(m_layout);
        x = -(label->nameWidth + role) / 2;
        draw(label->name, label->nameWidth, m_theme.text, nameFont(m_layout));
        draw(label->role, label->roleWidth, m_theme.text, roleFont);
        x = -label->numbersWidth / 2;
        y += height;
        draw(label->numbers, label->numbersWidth, m_theme.faint, m_layout.font());
    }
    painter.restore();
}

QPen SequencePainter::haloPen(TrailMark mark) const
{
    const bool isCause = mark == TrailMark::Cause;
    const QColor color = isCause ? mixed(m_theme.selection, m_theme.panel, causeStrength) : m_theme.selection;
    return {color, isCause ? stroke::halo * causeWidth : stroke::halo, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

void SequencePainter::paintHalo(QPainter& painter, TrailMark mark, const QLineF& line) const
{
    if (mark == TrailMark::None)
        return;
    painter.setPen(haloPen(mark));
    painter.drawLine(line);
}

void SequencePainter::paintHalo(QPainter& painter, TrailMark mark, const QRectF& rect) const
{
    if (mark == TrailMark::None)
        return;
    painter.setPen(haloPen(mark));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
}

bool SequencePainter::isFuture(RecordIndex record) const
{
    return m_moment && record != noRecord && record >= m_moment->recordsBefore;
}

QColor SequencePainter::shade(const QColor& color, bool future) const
{
    return future ? mixed(color, m_theme.panel, m_theme.dark ? futureStrengthOnDark : futureStrength) : color;
}

SequencePainter::Divided SequencePainter::divide(const QRectF& rect) const
{
    if (!m_moment || m_playheadY >= rect.bottom())
        return {rect, {}};
    if (m_playheadY <= rect.top())
        return {{}, rect};
    QRectF before = rect;
    before.setBottom(m_playheadY);
    QRectF after = rect;
    after.setTop(m_playheadY);
    return {before, after};
}

} // namespace finwait
