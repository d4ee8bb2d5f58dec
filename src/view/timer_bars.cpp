// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/timer_bars.h"

#include "view/tcb_reading.h"
#include "view/words.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <chrono>

namespace finwait {

namespace {

constexpr double rowSpacing = 1.4; // heights of the font
constexpr double barHeight = 0.45;
constexpr double gap = 0.6;
constexpr double longestBar = 16.0;
constexpr int shortestBar = 40; // pixels

/// Of a long time nobody reads the milliseconds.
Duration rounded(Duration left)
{
    return left >= 10s ? Duration(std::chrono::round<std::chrono::seconds>(left))
                       : Duration(std::chrono::round<std::chrono::milliseconds>(left));
}

} // namespace

TimerBars::TimerBars(Side side, QWidget* parent) : QWidget(parent), m_side(side)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void TimerBars::setTimers(const TimerSet& timers, Time now)
{
    std::vector<Bar> bars;
    for (const TimerKind kind : allTimers) {
        const auto& timer = timers[indexOf(kind)];
        if (timer)
            bars.push_back(
                {kind, tr("%1 left").arg(words::duration(rounded(timer->deadline - now))), shareLeft(*timer, now)});
    }
    if (bars == m_bars)
        return;
    const bool sameHeight = bars.size() == m_bars.size();
    m_bars = std::move(bars);
    if (!sameHeight)
        updateGeometry();
    nameThem();
    update();
}

/// By which timers run, not by how long: who listens would hear of nothing else.
void TimerBars::nameThem()
{
    QStringList names;
    for (const Bar& bar : m_bars)
        names << words::timerName(bar.kind);
    const QString name = names.join(tr(", "));
    if (name != accessibleName())
        setAccessibleName(name);
}

void TimerBars::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

int TimerBars::rowHeight() const
{
    return qRound(rowSpacing * fontMetrics().height());
}

int TimerBars::nameWidth() const
{
    int widest = 0;
    for (const Bar& bar : m_bars)
        widest = std::max(widest, fontMetrics().horizontalAdvance(words::timerName(bar.kind)));
    return widest;
}

QSize TimerBars::sizeHint() const
{
    const double em = fontMetrics().height();
    return QSize(qRound(longestBar * em), 0) + minimumSizeHint();
}

QSize TimerBars::minimumSizeHint() const
{
    return {0, static_cast<int>(m_bars.size()) * rowHeight()};
}

bool TimerBars::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto row = static_cast<std::size_t>(help->pos().y() / rowHeight());
    if (row < m_bars.size())
        QToolTip::showText(help->globalPos(), words::timerMeaning(m_bars[row].kind), this);
    return true;
}

void TimerBars::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double em = fontMetrics().height();
    const double start = nameWidth() + gap * em;
    int widestText = 0;
    for (const Bar& bar : m_bars)
        widestText = std::max(widestText, fontMetrics().horizontalAdvance(bar.left));
    const double length = std::clamp(width() - start - gap * em - widestText, double{shortestBar}, longestBar * em);
    double top = 0.0;
    for (const Bar& bar : m_bars) {
        painter.setPen(m_theme.faint);
        painter.drawText(QRectF(0.0, top, start, rowHeight()), Qt::AlignVCenter | Qt::AlignLeft,
                         words::timerName(bar.kind));
        const QRectF whole(start, top + (rowHeight() - barHeight * em) / 2.0, length, barHeight * em);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.accentFill[m_side]);
        painter.drawRoundedRect(whole, whole.height() / 2.0, whole.height() / 2.0);
        painter.setBrush(m_theme.accent[m_side]);
        const QRectF left(whole.topLeft(), QSizeF(std::max(whole.height(), bar.share * length), whole.height()));
        painter.drawRoundedRect(left, whole.height() / 2.0, whole.height() / 2.0);
        painter.setPen(m_theme.text);
        painter.drawText(QRectF(start + length + gap * em, top, width(), rowHeight()), Qt::AlignVCenter | Qt::AlignLeft,
                         bar.left);
        top += rowHeight();
    }
}

} // namespace finwait
