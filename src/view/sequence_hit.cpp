// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_hit.h"

#include "view/overloaded.h"
#include "view/sequence_margin.h"
#include "view/sequence_text.h"

#include <QLineF>

#include <algorithm>

namespace finwait {

namespace {

constexpr double tolerance = 5; // pixels
constexpr double lineReach = 2; // pixels: so near a line comes to a text above or below it

/// A label may stand a line above its arrow, one of two lines or an upright one further.
double labelReach(const SequenceLayout& layout)
{
    return 3 * layout.measures().line;
}

double distance(const QLineF& line, QPointF point)
{
    const QPointF along = line.p2() - line.p1();
    const double length = QPointF::dotProduct(along, along);
    const double part = length > 0 ? QPointF::dotProduct(point - line.p1(), along) / length : 0;
    return QLineF(point, line.pointAt(std::clamp(part, 0.0, 1.0))).length();
}

SequenceHit messageAt(const SequenceLayout& layout, const SequenceLabels& labels, QPointF point)
{
    const double around = labelReach(layout);
    const SequenceWindow near = {point.y() - around, point.y() + around};
    SequenceHit found;
    double nearest = tolerance;
    for (const FlightIndex flight : visibleFlights(layout, near)) {
        const MessageLabel* label = labels.find(flight);
        if (label != nullptr && label->box.contains(point))
            return hit::Message{flight};
        const double away = distance(layout.arrow(flight), point);
        if (away <= nearest) {
            nearest = away;
            found = hit::Message{flight};
        }
    }
    return found;
}

SequenceHit runAt(const SequenceLayout& layout, QPointF point)
{
    for (const DataRun* run : visibleRuns(layout, {point.y() - tolerance, point.y() + tolerance})) {
        const bool inside =
            run->open ? layout.closeBox(*run).contains(point) : layout.band(*run).containsPoint(point, Qt::WindingFill);
        if (inside)
            return hit::Run{run};
    }
    return {};
}

SequenceHit besideAt(const SequenceLayout& layout, Side side, const SequenceWindow& window, QPointF point)
{
    const Margin margin = placeMargin(layout, side, window);
    for (const MarginFlag& flag : margin.flags) {
        if (flag.rect.contains(point))
            return hit::Flag{flag.record};
    }
    for (const MarginTimer& timer : margin.timers) {
        const bool onBar = timer.rect.adjusted(-tolerance, 0, tolerance, 0).contains(point);
        if (onBar || timer.labelRect.contains(point))
            return hit::Timer{side, timer.bar.bar};
    }
    for (const MarginState& state : margin.states) {
        if (state.rect.contains(point))
            return hit::Strip{side, state.span};
    }
    for (const std::size_t span : visibleSpans(layout, side, {point.y(), point.y()})) {
        const QRectF strip = layout.strip(side, span);
        if (strip.contains(point))
            return hit::Strip{side, span};
    }
    return {};
}

} // namespace

SequenceHit hitTest(const SequenceLayout& layout, const SequenceLabels& labels, const SequenceWindow& window,
                    QPointF point)
{
    if (point.x() < layout.columns().tickRight + layout.measures().space / 2)
        return hit::Axis{layout.timeAt(point.y())};
    const bool between = point.x() > layout.innerEdge(Side::Client) && point.x() < layout.innerEdge(Side::Server);
    if (!between)
        return besideAt(layout, point.x() < layout.columns().width / 2 ? Side::Client : Side::Server, window, point);
    const SequenceHit message = messageAt(layout, labels, point);
    return std::holds_alternative<std::monostate>(message) ? runAt(layout, point) : message;
}

RecordIndex recordOf(const SequenceLayout& layout, const SequenceHit& hit)
{
    return std::visit(
        Overloaded{
            [](std::monostate) { return noRecord; },
            [&](const hit::Message& message) { return layout.trace().flight(message.flight).sentRecord; },
            [](const hit::Run& run) { return run.run->firstRecord; },
            [&](const hit::Strip& strip) { return layout.trace().states(strip.side)[strip.span].entered; },
            [](const hit::Timer& timer) { return timer.bar->started; },
            [](const hit::Flag& flag) { return flag.record; },
            [](const hit::Axis&) { return noRecord; },
        },
        hit);
}

QString aboutHit(const SequenceLayout& layout, const SequenceHit& hit)
{
    const Trace& trace = layout.trace();
    return std::visit(
        Overloaded{
            [](std::monostate) { return QString(); },
            [&](const hit::Message& message) { return sequence_text::aboutFlight(trace, message.flight); },
            [](const hit::Run& run) { return sequence_text::aboutRun(*run.run); },
            [&](const hit::Strip& strip) { return sequence_text::aboutState(trace, strip.side, strip.span); },
            [](const hit::Timer& timer) { return sequence_text::aboutTimer(*timer.bar); },
            [&](const hit::Flag& flag) { return sequence_text::aboutRecord(trace, flag.record); },
            [](const hit::Axis&) { return QString(); },
        },
        hit);
}

std::vector<QRectF> textsAcross(const SequenceLayout& layout, const SequenceLabels& labels,
                                const SequenceWindow& window, double y)
{
    std::vector<QRectF> texts;
    const auto add = [&](const QRectF& rect) {
        if (rect.top() <= y && y <= rect.bottom())
            texts.push_back(rect);
    };
    for (const Side side : allSides) {
        const Margin margin = placeMargin(layout, side, window);
        for (const MarginState& state : margin.states)
            add(state.rect);
        for (const MarginTimer& timer : margin.timers)
            add(timer.labelRect);
        for (const MarginFlag& flag : margin.flags)
            add(flag.rect);
    }
    const double width = layout.columns().width;
    for (const FlightIndex flight : visibleFlights(layout, {y - labelReach(layout), y + labelReach(layout)})) {
        const MessageLabel* label = labels.find(flight);
        if (label == nullptr || !label->box.meets(QLineF(0, y, width, y)))
            continue;
        const QPolygonF line(QRectF(0, y - lineReach, width, 2 * lineReach));
        add(label->box.polygon().intersected(line).boundingRect());
    }
    return texts;
}

} // namespace finwait
