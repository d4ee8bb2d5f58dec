// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A lifeline with what stands at its outer side: strips, names of states, timers, flags.
#include "view/sequence_margin.h"
#include "view/sequence_painter.h"

#include <QPainterPath>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace finwait {

namespace {

constexpr double cornerRadius = 2.5;  // pixels
constexpr double closedPart = 0.4;    ///< of a strip's width: CLOSED is no connection at all
constexpr double hatchDistance = 6;   ///< pixels between the lines across a strip
constexpr double restStrength = 0.35; ///< of what a timer has still to run
constexpr double restStrengthOnDark = 0.5;

QColor translucent(QColor color, double strength)
{
    color.setAlphaF(static_cast<float>(strength));
    return color;
}

/// A tag that points at the lifeline.
QPainterPath flagPath(const QRectF& rect, Side side, double point)
{
    QPolygonF shape;
    if (side == Side::Client)
        shape << rect.topLeft() << QPointF(rect.right() - point, rect.top()) << QPointF(rect.right(), rect.center().y())
              << QPointF(rect.right() - point, rect.bottom()) << rect.bottomLeft();
    else
        shape << rect.topRight() << QPointF(rect.left() + point, rect.top()) << QPointF(rect.left(), rect.center().y())
              << QPointF(rect.left() + point, rect.bottom()) << rect.bottomRight();
    QPainterPath path;
    path.addPolygon(shape);
    path.closeSubpath();
    return path;
}

} // namespace

void SequencePainter::paintSide(QPainter& painter, Side side, const SequenceWindow& window) const
{
    const Margin margin = placeMargin(m_layout, side, window);
    if (m_layout.trace().foreign == side)
        paintForeign(painter, side, window);
    for (const std::size_t span : visibleSpans(m_layout, side, window))
        paintStrip(painter, side, span, window);
    for (const MarginTimer& timer : margin.timers)
        paintTimer(painter, side, timer);
    for (const MarginState& state : margin.states)
        paintName(painter, side, state);
    for (const MarginFlag& flag : margin.flags)
        paintFlag(painter, side, flag);
}

/// A side without states has a line.
void SequencePainter::paintForeign(QPainter& painter, Side side, const SequenceWindow& window) const
{
    const double x = m_layout.columns().lifeline[side];
    const double top = std::max(window.top, 0.0);
    const double bottom = std::min(window.bottom, m_layout.axis().height());
    painter.setPen(sidePen(m_theme, side, stroke::thin));
    painter.drawLine(QPointF(x, top), QPointF(x, bottom));
}

/// Lines across a strip, at the same places wherever the window is.
void SequencePainter::hatch(QPainter& painter, const QRectF& rect, const QColor& color, const SequenceWindow& window)
{
    const double rise = rect.width();
    const double top = std::max(rect.top(), window.top - rise);
    const double bottom = std::min(rect.bottom(), window.bottom + rise);
    QPainterPath lines;
    const auto first = static_cast<int>(std::ceil((top + rise) / hatchDistance));
    for (int line = first; line * hatchDistance <= bottom; ++line) {
        const double y = line * hatchDistance;
        lines.moveTo(rect.left(), y);
        lines.lineTo(rect.right(), y - rise);
    }
    painter.setPen(QPen(color, stroke::hair, Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(lines);
}

/// A state that is only inferred is hatched.
void SequencePainter::paintStrip(QPainter& painter, Side side, std::size_t index, const SequenceWindow& window) const
{
    const StateSpan& span = m_layout.trace().states(side)[index];
    QRectF strip = m_layout.strip(side, index);
    if (span.state == State::Closed) {
        const double narrower = strip.width() * (1 - closedPart) / 2;
        strip.adjust(narrower, 0, -narrower, 0);
    }
    paintHalo(painter, m_trail.of(span), strip);
    const auto draw = [&](const QRectF& rect, bool future) {
        if (rect.height() <= 0)
            return;
        QPen pen = sidePen(m_theme, side, stroke::thin);
        pen.setColor(shade(pen.color(), future));
        painter.setPen(pen);
        const bool isHollow = span.state == State::Closed || span.certainty == Certainty::Inferred;
        painter.setBrush(isHollow ? m_theme.panel : shade(m_theme.accentFill[side], future));
        painter.drawRoundedRect(rect, cornerRadius, cornerRadius);
        if (span.certainty == Certainty::Inferred)
            hatch(painter, rect, shade(m_theme.accent[side], future), window);
    };
    // What was entered before the playhead, at the same height, is not the future.
    const Divided parts = divide(strip);
    if (isFuture(span.entered)) {
        draw(strip, true);
    } else {
        draw(parts.after, true);
        draw(parts.before, false);
    }
}

void SequencePainter::paintTimer(QPainter& painter, Side side, const MarginTimer& timer) const
{
    const TimerBar& bar = *timer.bar.bar;
    const bool future = isFuture(bar.started);
    paintHalo(painter, m_trail.of(bar.started, bar.ended), timer.rect);
    const QColor color = m_theme.accent[side];
    const auto draw = [&](const QRectF& rect, const QColor& fill) {
        if (rect.height() <= 0)
            return;
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(rect, rect.width() / 2, rect.width() / 2);
    };
    const Divided parts = divide(timer.rect);
    const QColor pale = translucent(color, m_theme.dark ? restStrengthOnDark : restStrength);
    draw(future ? timer.rect : parts.after, pale);
    draw(future ? QRectF() : parts.before, color);
    if (bar.how != TimerEnd::Running)
        paintTimerEnd(painter, timer, isFuture(bar.ended) ? shade(color, true) : color);
    if (!timer.leader.isNull()) {
        painter.setPen(QPen(shade(m_theme.line, future), stroke::hair));
        painter.drawLine(timer.leader);
    }
    painter.setPen(shade(m_theme.faint, future));
    painter.drawText(timer.labelRect, Qt::AlignCenter | Qt::TextDontClip, timer.label);
}

void SequencePainter::paintTimerEnd(QPainter& painter, const MarginTimer& timer, const QColor& color) const
{
    const QPointF end(timer.rect.center().x(), timer.rect.bottom());
    const double half = m_measures.bar;
    painter.setPen(QPen(color, stroke::thin, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
    painter.setBrush(color);
    switch (timer.bar.bar->how) {
    case TimerEnd::Running: break;
    case TimerEnd::Fired:
        painter.drawPolygon(QPolygonF(
            {end + QPointF(0, -half), end + QPointF(half, 0), end + QPointF(0, half), end + QPointF(-half, 0)}));
        break;
    case TimerEnd::Stopped: painter.drawLine(end + QPointF(-half, 0), end + QPointF(half, 0)); break;
    case TimerEnd::Restarted:
        painter.setBrush(m_theme.panel);
        painter.drawEllipse(end, half * 0.6, half * 0.6);
        break;
    }
}

void SequencePainter::paintFlag(QPainter& painter, Side side, const MarginFlag& flag) const
{
    const bool future = isFuture(flag.record);
    const double point = flagPoint * m_measures.line;
    const QPainterPath path = flagPath(flag.rect, side, point);
    if (const TrailMark mark = m_trail.of(flag.record); mark != TrailMark::None) {
        painter.setPen(haloPen(mark));
        painter.drawPath(path);
    }
    const QColor color = flag.isError ? m_theme.error : m_theme.accent[side];
    const double edge = m_layout.columns().lifeline[side] + outwards(side) * m_measures.strip / 2;
    const QPointF tip(side == Side::Client ? flag.rect.right() : flag.rect.left(), flag.rect.center().y());
    painter.setPen(QPen(shade(color, future), stroke::thin));
    painter.drawLine(tip, QPointF(edge, flag.y));
    painter.setBrush(flag.isError ? m_theme.panel : shade(m_theme.accentFill[side], future));
    painter.drawPath(path);
    painter.setPen(shade(flag.isError ? m_theme.error : m_theme.text, future));
    const QRectF text = side == Side::Client ? flag.rect.adjusted(0, 0, -point, 0) : flag.rect.adjusted(point, 0, 0, 0);
    painter.drawText(text, Qt::AlignCenter | Qt::TextDontClip, flag.text);
}

void SequencePainter::paintName(QPainter& painter, Side side, const MarginState& state) const
{
    const StateSpan& span = m_layout.trace().states(side)[state.span];
    const bool future = isFuture(span.entered);
    if (state.hasLeader) {
        const double edge = m_layout.columns().lifeline[side] + outwards(side) * m_measures.strip / 2;
        const double near = side == Side::Client ? state.rect.right() : state.rect.left();
        painter.setPen(QPen(shade(m_theme.line, future), stroke::hair));
        painter.drawLine(QPointF(near, state.rect.center().y()), QPointF(edge, state.leaderY));
    }
    const bool faint = span.state == State::Closed;
    painter.setPen(shade(faint ? m_theme.faint : m_theme.text, future));
    painter.drawText(
        state.rect,
        static_cast<int>((side == Side::Client ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextDontClip),
        state.name);
}

} // namespace finwait
