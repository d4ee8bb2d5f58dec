// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_margin.h"

#include "view/sequence_text.h"
#include "view/words.h"

#include <QFontMetricsF>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>
#include <optional>
#include <variant>

namespace finwait {

namespace {

// Multiples of the height of a line of text.
constexpr double flagSpace = 0.2; ///< above and below a flag's text together
constexpr double flagPadding = 0.3;
constexpr double farthestFlag = 3.6; ///< how far a flag may give way
constexpr double farthestName = 1.6; ///< how far a name may stand from the middle of a short strip
constexpr double nameStep = 0.25;
constexpr double shortestBar = 0.5; ///< with a label

/// In one line; else in two, parted where both are shortest, and each shortened if it is still too wide.
QString fitted(const QString& text, const QFontMetricsF& metrics, double width)
{
    if (metrics.horizontalAdvance(text) <= width)
        return text;
    QString first = text;
    QString second;
    const auto widest = [&](const QString& one, const QString& two) {
        return std::max(metrics.horizontalAdvance(one), metrics.horizontalAdvance(two));
    };
    QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, text);
    while (breaks.toNextBoundary() > 0 && breaks.position() < text.size()) {
        const QString before = text.left(breaks.position()).trimmed();
        const QString after = text.mid(breaks.position()).trimmed();
        if (widest(before, after) < widest(first, second)) {
            first = before;
            second = after;
        }
    }
    first = metrics.elidedText(first, Qt::ElideRight, width);
    return second.isEmpty() ? first : first + u'\n' + metrics.elidedText(second, Qt::ElideRight, width);
}

class MarginPlacer
{
public:
    MarginPlacer(const SequenceLayout& layout, Side side, const SequenceWindow& window)
        : m_layout(layout)
        , m_measures(layout.measures())
        , m_columns(layout.columns())
        , m_metrics(layout.font())
        , m_side(side)
        , m_window(window)
    {}

    Margin place();

private:
    void placeFlags();
    void placeBars();
    void labelBar(MarginTimer& timer);
    void placeNames();
    void placeName(std::size_t span, bool shortOnes);
    [[nodiscard]] bool tryName(MarginState& state, const QRectF& strip, bool isShort);
    [[nodiscard]] QRectF textRect(double width, double height, double middle) const;
    [[nodiscard]] bool isFree(const QRectF& rect) const;

    const SequenceLayout& m_layout;
    const SequenceMeasures& m_measures;
    const SequenceColumns& m_columns;
    QFontMetricsF m_metrics;
    Side m_side;
    SequenceWindow m_window;
    Margin m_margin;
    std::vector<QRectF> m_taken;
};

Margin MarginPlacer::place()
{
    for (const QRectF& torn : tornRects(m_layout, m_window))
        m_taken.push_back(torn);
    placeFlags();
    placeBars();
    placeNames();
    return std::move(m_margin);
}

/// A rectangle that begins at the text column's inner edge.
QRectF MarginPlacer::textRect(double width, double height, double middle) const
{
    const double near = m_columns.textNear[m_side];
    return {m_side == Side::Client ? near - width : near, middle - height / 2, width, height};
}

bool MarginPlacer::isFree(const QRectF& rect) const
{
    return std::ranges::none_of(m_taken, [&](const QRectF& taken) { return taken.intersects(rect); });
}

void MarginPlacer::placeFlags()
{
    const double highest = (2 + flagSpace) * m_measures.line;
    const double padding = (2 * flagPadding + flagPoint) * m_measures.line;
    // A flag may stand over timer bars: they are seen to go on behind it.
    const double room = std::abs(m_columns.outer[m_side] - m_columns.textNear[m_side]) + m_measures.space / 2;
    // Flags give way downwards: begin where those above can no longer reach into the window.
    const double reach = farthestFlag * m_measures.line;
    double free = -1;
    for (const RecordIndex index :
         visibleFlags(m_layout, m_side, {m_window.top - 2 * reach, m_window.bottom + highest})) {
        const Record& record = m_layout.trace().record(index);
        MarginFlag flag;
        flag.record = index;
        flag.isError = !std::holds_alternative<record::CallMade>(record.body);
        flag.y = m_layout.y(index);
        flag.text = fitted(sequence_text::flag(record), m_metrics, room - padding);
        const QSizeF text = m_metrics.size(0, flag.text);
        const double height = text.height() + flagSpace * m_measures.line;
        const double middle = std::max(flag.y, free + height / 2);
        if (middle - flag.y > reach)
            continue;
        flag.rect = textRect(text.width() + padding, height, middle);
        flag.rect.translate(-outwards(m_side) * m_measures.space / 2, 0);
        free = flag.rect.bottom() + 1;
        m_taken.push_back(flag.rect);
        m_margin.flags.push_back(flag);
    }
}

void MarginPlacer::placeBars()
{
    for (const VisibleBar& visible : visibleBars(m_layout, m_side, m_window)) {
        m_margin.timers.push_back({visible, m_layout.bar(m_side, visible.lane, *visible.bar), {}, {}});
        m_taken.push_back(m_margin.timers.back().rect);
    }
    for (MarginTimer& timer : m_margin.timers)
        labelBar(timer);
}

void MarginPlacer::labelBar(MarginTimer& timer)
{
    if (timer.rect.height() < shortestBar * m_measures.line)
        return;
    const QString text = words::timerName(timer.bar.bar->kind);
    const double width = m_metrics.horizontalAdvance(text);
    const double height = m_measures.line;
    const double outer = m_columns.outer[m_side];
    const double left = m_side == Side::Client ? std::max(outer, timer.rect.center().x() - width / 2)
                                               : std::min(outer - width, timer.rect.center().x() - width / 2);
    const double beside = m_side == Side::Client ? timer.rect.right() + m_measures.space / 2
                                                 : timer.rect.left() - m_measures.space / 2 - width;
    const double top = std::max(timer.rect.top(), m_window.top);
    const double bottom = std::min(timer.rect.bottom(), m_window.bottom);
    const std::array candidates = {
        QRectF(left, timer.rect.bottom() + m_measures.bar, width, height),
        QRectF(beside, (top + bottom - height) / 2, width, height),
        QRectF(beside, bottom - height, width, height),
        QRectF(left, timer.rect.top() - height, width, height),
        QRectF(beside, top, width, height),
    };
    for (const QRectF& rect : candidates) {
        if (rect.top() < m_window.top || rect.bottom() > m_window.bottom || !isFree(rect))
            continue;
        timer.label = text;
        timer.labelRect = rect;
        const double apart = m_measures.space / 2; // from a name beside it
        m_taken.push_back(rect.adjusted(-apart, 0, apart, 0));
        return;
    }
}

void MarginPlacer::placeNames()
{
    const std::vector<std::size_t> spans = visibleSpans(m_layout, m_side, m_window);
    for (const bool shortOnes : {false, true}) {
        for (const std::size_t span : spans)
            placeName(span, shortOnes);
    }
    std::ranges::sort(m_margin.states, {}, &MarginState::span);
}

void MarginPlacer::placeName(std::size_t span, bool shortOnes)
{
    QRectF strip = m_layout.strip(m_side, span);
    strip.setTop(std::max(strip.top(), m_window.top));
    strip.setBottom(std::min(strip.bottom(), m_window.bottom));
    if ((strip.height() < m_measures.line) != shortOnes || strip.height() <= 0)
        return;
    MarginState state;
    state.span = span;
    const QString whole = words::stateName(m_layout.trace().states(m_side)[span].state);
    // Where no timer runs, a long name may stand on the bars' lanes.
    const double near = m_columns.textNear[m_side];
    for (const double far : {m_columns.outer[m_side], m_columns.textFar[m_side]}) {
        state.name = m_metrics.elidedText(whole, Qt::ElideMiddle, std::abs(far - near) + m_measures.space / 2);
        if (tryName(state, strip, shortOnes))
            return;
    }
}

/// At the strip's middle, or as near to it as there is room.
bool MarginPlacer::tryName(MarginState& state, const QRectF& strip, bool isShort)
{
    const double height = m_measures.line;
    const double width = m_metrics.horizontalAdvance(state.name);
    const double middle = strip.center().y();
    const double farthest = isShort ? farthestName * height : (strip.height() - height) / 2;
    const int steps = static_cast<int>(farthest / (nameStep * height));
    for (int step = 0; step <= steps; ++step) {
        const double away = step * nameStep * height;
        for (const double sign : {1.0, -1.0}) {
            const QRectF rect = textRect(width, height, middle + sign * away);
            if (!isFree(rect.adjusted(0, -1, 0, 1)) || rect.top() < 0 || rect.bottom() > m_layout.height())
                continue;
            state.rect = rect;
            state.leaderY = middle;
            state.hasLeader = isShort && away > 0;
            m_taken.push_back(rect);
            m_margin.states.push_back(state);
            return true;
        }
    }
    return false;
}

} // namespace

Margin placeMargin(const SequenceLayout& layout, Side side, const SequenceWindow& window)
{
    return MarginPlacer(layout, side, window).place();
}

} // namespace finwait
