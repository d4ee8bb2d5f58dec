// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_margin.h"

#include "view/sequence_text.h"
#include "view/words.h"

#include <QFontMetricsF>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

namespace finwait {

namespace {

// Multiples of the height of a line of text.
constexpr double flagSpace = 0.2; ///< above and below a flag's text together
constexpr double flagPadding = 0.3;
constexpr double farthestFlag = 3.6; ///< how far a flag may give way
constexpr double farthestName = 4;   ///< how far a name may stand from the part of a strip that is meant
constexpr double nearName = 1.5;     ///< the same as long as there may be room elsewhere
constexpr double farthestTimer = 3;  ///< the same of a timer's name and its bar
constexpr double sameTimerNear = 3;  ///< how near a short bar may be to a named one of its kind that also names it
constexpr double nameStep = 0.25;
constexpr double nameSpace = 0.02;  ///< above and below a name
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
    [[nodiscard]] bool isNamedNear(const MarginTimer& timer) const;
    void labelBar(MarginTimer& timer);
    [[nodiscard]] bool tryBeside(MarginTimer& timer, const QSizeF& size);
    [[nodiscard]] bool tryLabel(MarginTimer& timer, const QRectF& rect);
    void placeNames();
    [[nodiscard]] std::vector<QRectF> untornParts(const QRectF& strip) const;
    [[nodiscard]] bool tryParts(std::size_t span, const std::vector<QRectF>& parts);
    [[nodiscard]] bool tryName(std::size_t span, const QRectF& part, double reach);
    [[nodiscard]] bool tryName(MarginState& state, const QRectF& part, double reach);
    [[nodiscard]] bool isInOrder(std::size_t span, const QRectF& rect) const;
    [[nodiscard]] QRectF textRect(double width, double height, double middle) const;
    [[nodiscard]] bool isFree(const QRectF& rect) const;

    const SequenceLayout& m_layout;
    const SequenceMeasures& m_measures;
    const SequenceColumns& m_columns;
    QFontMetricsF m_metrics;
    Side m_side;
    SequenceWindow m_window;
    Margin m_margin;
    std::vector<QRectF> m_torn;
    std::vector<QRectF> m_taken;
};

Margin MarginPlacer::place()
{
    m_torn = tornRects(m_layout, m_window);
    m_taken = m_torn;
    placeFlags();
    placeBars();
    placeNames();
    // A state matters more than a timer.
    for (const bool shortOnes : {false, true}) {
        for (MarginTimer& timer : m_margin.timers) {
            if ((timer.rect.height() < shortestBar * m_measures.line) == shortOnes && !isNamedNear(timer))
                labelBar(timer);
        }
    }
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
        m_margin.timers.push_back({visible, m_layout.bar(m_side, visible.lane, *visible.bar), {}, {}, {}});
        m_taken.push_back(m_margin.timers.back().rect);
    }
}

/// A short bar beside one of the same timer that is named needs no name of its own.
bool MarginPlacer::isNamedNear(const MarginTimer& timer) const
{
    if (timer.rect.height() >= shortestBar * m_measures.line)
        return false;
    const double near = sameTimerNear * m_measures.line;
    return std::ranges::any_of(m_margin.timers, [&](const MarginTimer& other) {
        return !other.label.isEmpty() && other.bar.bar->kind == timer.bar.bar->kind
               && other.rect.top() - near < timer.rect.bottom() && timer.rect.top() < other.rect.bottom() + near;
    });
}

void MarginPlacer::labelBar(MarginTimer& timer)
{
    const double room = std::abs(m_columns.textFar[m_side] - m_columns.textNear[m_side]);
    timer.label = fitted(words::timerName(timer.bar.bar->kind), m_metrics, room);
    const double width = m_metrics.size(0, timer.label).width();
    const double height = m_metrics.size(0, timer.label).height();
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
    const bool isLong = timer.rect.height() >= shortestBar * m_measures.line;
    if (isLong && std::ranges::any_of(candidates, [&](const QRectF& rect) { return tryLabel(timer, rect); }))
        return;
    if (!tryBeside(timer, {width, height}))
        timer.label.clear();
}

/// Beside all bars, as near to its own as there is room, with a leader to it.
bool MarginPlacer::tryBeside(MarginTimer& timer, const QSizeF& size)
{
    const double inner = m_columns.textFar[m_side] - outwards(m_side) * m_measures.space / 2;
    const double left = m_side == Side::Client ? inner : inner - size.width();
    const double top = std::max(timer.rect.top(), m_window.top);
    const double bottom = std::min(timer.rect.bottom(), m_window.bottom);
    const double step = nameStep * size.height();
    const double farthest = (bottom - top) / 2 + farthestTimer * size.height();
    for (int steps = 0; steps * step <= farthest; ++steps) {
        for (const double sign : {1.0, -1.0}) {
            const double middle = (top + bottom) / 2 + sign * steps * step;
            if (!tryLabel(timer, QRectF(QPointF(left, middle - size.height() / 2), size)))
                continue;
            const double at = std::clamp(middle, top, bottom);
            timer.leader = QLineF(m_side == Side::Client ? left - 1 : left + size.width() + 1, middle,
                                  timer.rect.center().x(), at);
            return true;
        }
    }
    return false;
}

bool MarginPlacer::tryLabel(MarginTimer& timer, const QRectF& rect)
{
    const double near = m_columns.textNear[m_side];
    const bool inColumn = m_side == Side::Client ? rect.right() <= near : rect.left() >= near;
    if (rect.top() < m_window.top || rect.bottom() > m_window.bottom || !inColumn || !isFree(rect))
        return false;
    const double apart = m_measures.space / 2; // from a name beside it
    const QRectF wider = rect.adjusted(-apart, 0, apart, 0);
    if (std::ranges::any_of(m_margin.states, [&](const MarginState& name) { return name.rect.intersects(wider); }))
        return false;
    timer.labelRect = rect;
    m_taken.push_back(wider);
    return true;
}

void MarginPlacer::placeNames()
{
    struct Unnamed {
        std::size_t span;
        std::vector<QRectF> parts;
    };
    std::vector<Unnamed> others;
    // First those that have room within their strips, then the others, beside them.
    for (const std::size_t span : visibleSpans(m_layout, m_side, m_window)) {
        QRectF strip = m_layout.strip(m_side, span);
        const bool beginsHere = strip.top() > m_window.top;
        strip.setTop(std::max(strip.top(), m_window.top));
        strip.setBottom(std::min(strip.bottom(), m_window.bottom));
        std::vector<QRectF> parts = untornParts(strip);
        if (parts.empty())
            continue;
        const bool isTornAtOnce = beginsHere && parts.size() > 1 && parts.front().height() < m_measures.line;
        if (isTornAtOnce || !tryParts(span, parts))
            others.push_back({span, std::move(parts)});
    }
    for (const auto& [span, parts] : others) {
        if (!tryName(span, parts.front(), nearName) && !tryParts(span, parts))
            (void)tryName(span, parts.front(), farthestName);
    }
    std::ranges::sort(m_margin.states, {}, &MarginState::span);
}

/// The first of these parts of a strip that has room for the name.
bool MarginPlacer::tryParts(std::size_t span, const std::vector<QRectF>& parts)
{
    return std::ranges::any_of(parts, [&](const QRectF& part) { return tryName(span, part, 0); });
}

/// What a strip is before, between and after the gaps that are torn out of it: a name is first looked for where its
/// state begins.
std::vector<QRectF> MarginPlacer::untornParts(const QRectF& strip) const
{
    std::vector<QRectF> parts;
    QRectF rest = strip;
    const auto add = [&](double bottom) {
        if (bottom > rest.top())
            parts.emplace_back(rest.left(), rest.top(), rest.width(), bottom - rest.top());
    };
    for (const QRectF& torn : m_torn) {
        if (torn.bottom() <= rest.top() || torn.top() >= rest.bottom())
            continue;
        add(torn.top());
        rest.setTop(std::min(torn.bottom(), rest.bottom()));
    }
    add(rest.bottom());
    return parts;
}

/// `reach`: so many lines it may be put away from there.
bool MarginPlacer::tryName(std::size_t span, const QRectF& part, double reach)
{
    if (reach == 0 && part.height() < m_measures.line)
        return false;
    MarginState state;
    state.span = span;
    const QString whole = words::stateName(m_layout.trace().states(m_side)[span].state);
    // Where no timer runs, a long name may stand on the bars' lanes.
    const double near = m_columns.textNear[m_side];
    for (const double far : {m_columns.outer[m_side], m_columns.textFar[m_side]}) {
        state.name = m_metrics.elidedText(whole, Qt::ElideMiddle, std::abs(far - near) + m_measures.space / 2);
        if (tryName(state, part, reach))
            return true;
    }
    return false;
}

/// Names follow each other as the states do.
bool MarginPlacer::isInOrder(std::size_t span, const QRectF& rect) const
{
    return std::ranges::all_of(m_margin.states, [&](const MarginState& other) {
        return other.span < span ? other.rect.top() < rect.top() : rect.top() < other.rect.top();
    });
}

/// At the middle of a part of its strip, or as near to it as there is room.
bool MarginPlacer::tryName(MarginState& state, const QRectF& part, double reach)
{
    const double height = m_measures.line;
    const double width = m_metrics.horizontalAdvance(state.name);
    const double middle = part.center().y();
    const double inside = (part.height() - height) / 2;
    const double farthest = reach > 0 ? std::max(inside, 0.0) + reach * height : inside;
    const int steps = static_cast<int>(farthest / (nameStep * height));
    for (int step = 0; step <= steps; ++step) {
        const double away = step * nameStep * height;
        for (const double sign : {1.0, -1.0}) {
            const QRectF rect = textRect(width, height, middle + sign * away);
            const bool isInside = rect.top() >= 0 && rect.bottom() <= m_layout.height();
            if (!isInside || !isFree(rect.adjusted(0, -nameSpace * height, 0, nameSpace * height))
                || !isInOrder(state.span, rect))
                continue;
            state.rect = rect;
            state.leaderY = std::clamp(rect.center().y(), part.top(), part.bottom());
            state.hasLeader = away > std::max(inside, 0.0);
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
