// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/diagram_layout.h"

#include "view/diagram_guides.h"
#include "view/diagram_plan.h"
#include "view/diagram_text.h"
#include "view/words.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace finwait {

namespace {

// Multiples of the font's height.
constexpr double overLine = 0.22;   // from a level edge to the ground of its label
constexpr double besideLine = 0.32; // from any other
constexpr double gapPadding = 0.05; // from a line to the label within it
constexpr double titleInset = 0.7;  // from the corner of a frame
constexpr double pillInset = 0.03;  // of a count, from the upper and the lower end of its label
constexpr double headingLine = 1.25;

struct Range {
    double from;
    double to;
};

bool isVerticalLane(Lane lane)
{
    switch (lane) {
    case Lane::Right:
    case Lane::Left:
    case Lane::Inner:
    case Lane::RevertLeft:
    case Lane::ReopenLeft: return true;
    case Lane::Top:
    case Lane::Fork:
    case Lane::Bottom:
    case Lane::RevertBottom:
    case Lane::ReopenBottom: return false;
    }
    Q_UNREACHABLE();
}

bool isUpright(Face face)
{
    return face == Face::Top || face == Face::Bottom;
}

bool isStraight(const EdgePlan& plan)
{
    if (plan.label.beside == Beside::Slanted)
        return true;
    return plan.lanes.empty() && isUpright(plan.leave.face) == isUpright(plan.enter.face);
}

class LayoutBuilder
{
public:
    explicit LayoutBuilder(const DiagramOptions& options)
        : m_text(options.font, {options.everyTransition, options.beyond}, options.totals)
        , m_guides(diagramGuides(m_text, options.available))
    {}

    DiagramLayout build()
    {
        m_layout.unit = m_guides.unit;
        m_layout.bounds = m_guides.bounds;
        placeNodes();
        placeFrames();
        if (m_text.hasTotals())
            placeHeading();
        m_layout.stacksCounts = m_text.stacksCounts();
        for (const EdgeContent& content : m_text.contents()) {
            if (content.edge != nullptr)
                placeEdge(*content.edge, content.rows);
            else
                placeDrawer(*content.drawer, content.rows);
        }
        return std::move(m_layout);
    }

private:
    void placeNodes();
    void placeFrames();
    void placeHeading();
    void placeEdge(const EdgePlan& plan, const std::vector<RowIndex>& rows);
    void placeDrawer(const DrawerPlan& plan, const std::vector<RowIndex>& rows);
    void placeLabels(PlacedEdge& edge, const LabelPlan& plan) const;

    [[nodiscard]] QPointF port(State state, const Port& port) const;
    void follow(QPolygonF& route, const std::vector<Lane>& lanes) const;
    static void arrive(QPolygonF& route, Face face, QPointF end);
    [[nodiscard]] double below(State state) const;
    [[nodiscard]] Range range(Stretch stretch, QPointF a, QPointF b) const;
    [[nodiscard]] QPointF labelCorner(const LabelPlan& plan, QPointF a, QPointF b, QSizeF block) const;
    [[nodiscard]] EdgeLabel label(RowIndex row, QPointF topLeft) const;

    DiagramText m_text;
    DiagramGuides m_guides;
    DiagramLayout m_layout;
};

void LayoutBuilder::placeNodes()
{
    for (const StatePlan& plan : statePlans()) {
        QRectF& node = m_layout.nodes[static_cast<std::size_t>(plan.state)];
        node.setSize({m_guides.nodeWidth, m_guides.nodeHeight});
        node.moveCenter({m_guides.x(plan.column), m_guides.y(plan.row)});
    }
}

void LayoutBuilder::placeFrames()
{
    const double inset = titleInset * m_guides.unit;
    const std::pair<FrameTitle, QRectF> frames[] = {{FrameTitle::ActiveClose, m_guides.activeFrame},
                                                    {FrameTitle::PassiveClose, m_guides.passiveFrame}};
    for (const auto& [title, rect] : frames) {
        PlacedFrame& frame = m_layout.frames[static_cast<std::size_t>(title)];
        const QSizeF size(m_text.titleWidth(title), m_text.unit());
        const double left =
            title == FrameTitle::ActiveClose ? rect.left() + inset : rect.right() - inset - size.width();
        frame.rect = rect;
        frame.title = DiagramText::title(title);
        frame.titleRect = QRectF(QPointF(left, rect.bottom() - 0.6 * inset - size.height()), size);
        frame.titleBaseline = frame.titleRect.topLeft() + QPointF(0, m_text.ascent());
    }
}

/// In the corner between the way back into CLOSED and the passive open.
void LayoutBuilder::placeHeading()
{
    PlacedHeading heading;
    heading.text = m_text.heading();
    heading.rect = QRectF(m_guides.heading, m_text.headingSize());
    heading.baseline = m_guides.heading + QPointF(0, m_text.ascent());
    QPointF next = heading.baseline + QPointF(0, headingLine * m_guides.unit);
    for (const Side side : allSides) {
        heading.name[side] = words::sideName(side);
        heading.marks[side] = next;
        next.rx() += m_text.markAdvance();
        heading.names[side] = next;
        next.rx() += m_text.textWidth(heading.name[side]) + legendGap * m_guides.unit;
    }
    m_layout.heading = heading;
}

QPointF LayoutBuilder::port(State state, const Port& port) const
{
    const QRectF& node = m_layout.node(state);
    const auto along = [&](double middle, double half) { return std::floor(middle + port.at * half) + 0.5; };
    switch (port.face) {
    case Face::Top: return {along(node.center().x(), node.width() / 2.0), node.top()};
    case Face::Bottom: return {along(node.center().x(), node.width() / 2.0), node.bottom()};
    case Face::Left: return {node.left(), along(node.center().y(), node.height() / 2.0)};
    case Face::Right: return {node.right(), along(node.center().y(), node.height() / 2.0)};
    }
    Q_UNREACHABLE();
}

void LayoutBuilder::follow(QPolygonF& route, const std::vector<Lane>& lanes) const
{
    for (const Lane lane : lanes) {
        const QPointF last = route.last();
        route << (isVerticalLane(lane) ? QPointF(m_guides.at(lane), last.y()) : QPointF(last.x(), m_guides.at(lane)));
    }
}

void LayoutBuilder::arrive(QPolygonF& route, Face face, QPointF end)
{
    const QPointF last = route.last();
    route << (isUpright(face) ? QPointF(end.x(), last.y()) : QPointF(last.x(), end.y())) << end;
}

void LayoutBuilder::placeEdge(const EdgePlan& plan, const std::vector<RowIndex>& rows)
{
    PlacedEdge edge;
    edge.from = plan.from;
    edge.to = plan.to;
    edge.rows = rows;
    edge.sharesLanes = plan.lanes.size() > 2;

    const QPointF end = port(plan.to, plan.enter);
    edge.route << port(plan.from, plan.leave);
    if (isStraight(plan)) {
        edge.route << end;
    } else {
        follow(edge.route, plan.lanes);
        arrive(edge.route, plan.enter.face, end);
    }
    placeLabels(edge, plan.label);
    m_layout.edges.push_back(std::move(edge));
}

void LayoutBuilder::placeDrawer(const DrawerPlan& plan, const std::vector<RowIndex>& rows)
{
    const QPointF start = port(plan.from, plan.leave);
    const double pitch = m_text.linePitch();
    double middle = start.y() - pitch * (static_cast<double>(rows.size()) - 1.0) / 2.0;
    for (const RowIndex row : rows) {
        PlacedEdge edge;
        edge.from = plan.from;
        edge.to = State::Closed;
        edge.rows = {row};
        edge.inDrawer = true;
        edge.sharesLanes = true;
        const double y = std::floor(middle) + 0.5;
        edge.route << start << QPointF(m_guides.bar(plan.bank), start.y()) << QPointF(m_guides.bar(plan.bank), y);
        follow(edge.route, plan.lanes);
        arrive(edge.route, plan.enter.face, port(State::Closed, plan.enter));

        const double left = m_guides.comb(plan.bank) - (plan.bank == Bank::Left ? m_text.labelWidth(row) : 0.0);
        edge.labels = {label(row, {left, y - m_text.labelHeight() / 2.0})};
        const double padding = gapPadding * m_guides.unit;
        edge.gap = edge.labels.front().rect.adjusted(-padding, 0, padding, 0);
        m_layout.edges.push_back(std::move(edge));
        middle += pitch;
    }
}

/// The lower end of a state, and of its comb where there is one.
double LayoutBuilder::below(State state) const
{
    const QRectF& node = m_layout.node(state);
    return std::max(node.bottom(), node.center().y() + m_text.drawerLines(state) * m_text.linePitch() / 2.0);
}

Range LayoutBuilder::range(Stretch stretch, QPointF a, QPointF b) const
{
    switch (stretch) {
    case Stretch::Whole: return {std::min(a.y(), b.y()), std::max(a.y(), b.y())};
    case Stretch::ClosedToListen: return {m_layout.node(State::Closed).bottom(), m_guides.y(DiagramRow::Listen)};
    case Stretch::EstablishedToFork: return {m_guides.y(DiagramRow::Established), m_guides.at(Lane::Fork)};
    case Stretch::SynToFrame: return {m_layout.node(State::SynReceived).bottom(), m_guides.activeFrame.top()};
    case Stretch::BetweenFins: return {m_layout.node(State::FinWait1).bottom(), m_layout.node(State::FinWait2).top()};
    case Stretch::BelowClosing: return {below(State::Closing), m_layout.node(State::TimeWait).top()};
    case Stretch::BelowLastStates: return {below(State::TimeWait), m_guides.activeFrame.bottom()};
    }
    Q_UNREACHABLE();
}

QPointF LayoutBuilder::labelCorner(const LabelPlan& plan, QPointF a, QPointF b, QSizeF block) const
{
    const double over = overLine * m_guides.unit + m_text.clearance();
    const double gap = besideLine * m_guides.unit + m_text.clearance();
    const double left = std::min(a.x(), b.x());
    const double right = std::max(a.x(), b.x());
    const Range down = range(plan.stretch, a, b);
    const double x = left + gap + plan.along * (right - left - block.width() - 2.0 * gap);
    const double y = down.from + over + plan.along * (down.to - down.from - block.height() - 2.0 * over);
    switch (plan.beside) {
    case Beside::Above: return {x, a.y() - over - block.height()};
    case Beside::Below: return {x, a.y() + over};
    case Beside::LeftOf: return {a.x() - gap - block.width(), y};
    case Beside::RightOf: return {a.x() + gap, y};
    case Beside::Slanted: {
        const double passed = (y + block.height() - a.y()) / (b.y() - a.y());
        const double sine = (b.y() - a.y()) / QLineF(a, b).length();
        return {a.x() + passed * (b.x() - a.x()) + over / sine, y};
    }
    }
    Q_UNREACHABLE();
}

void LayoutBuilder::placeLabels(PlacedEdge& edge, const LabelPlan& plan) const
{
    const QPointF a = edge.route.at(plan.segment);
    const QPointF b = edge.route.at(plan.segment + 1);
    double width = 0;
    for (const RowIndex row : edge.rows)
        width = std::max(width, m_text.labelWidth(row));
    const double pitch = m_text.linePitch();
    const double height = m_text.labelHeight() + pitch * (static_cast<double>(edge.rows.size()) - 1.0);
    // Beside a slanted line each label keeps by itself clear of it.
    const bool isSlanted = plan.beside == Beside::Slanted;
    const double slant = isSlanted ? pitch * (b.x() - a.x()) / (b.y() - a.y()) : 0.0;
    QPointF corner = labelCorner(plan, a, b, {width, isSlanted ? m_text.labelHeight() : height});
    for (const RowIndex row : edge.rows) {
        const double inset = plan.beside == Beside::LeftOf ? width - m_text.labelWidth(row) : 0.0;
        edge.labels.push_back(label(row, corner + QPointF(inset, 0)));
        corner += QPointF(slant, pitch);
    }
}

EdgeLabel LayoutBuilder::label(RowIndex row, QPointF topLeft) const
{
    EdgeLabel label;
    label.row = row;
    label.text = m_text.label(row);
    const QString trigger = words::triggerLabel(transitionRow(row).trigger);
    label.triggerLength = static_cast<int>(label.text.startsWith(trigger) ? trigger.size() : label.text.size());
    label.rect = QRectF(topLeft, QSizeF(m_text.labelWidth(row), m_text.labelHeight()));
    const double above = (m_text.labelHeight() - m_text.unit()) / 2.0;
    label.baseline = topLeft + QPointF(m_text.sidePadding(), above + m_text.ascent());
    label.count = m_text.count(row);
    if (!label.count.isEmpty()) {
        const double inset = pillInset * m_guides.unit;
        label.pill = label.rect.adjusted(label.rect.width() - m_text.pillWidth(row), inset, 0, -inset);
        label.countBaseline = QPointF(label.pill.left() + m_text.pillPadding(), label.baseline.y());
    }
    return label;
}

} // namespace

const PlacedEdge* DiagramLayout::edgeOf(RowIndex row) const
{
    const auto found = std::ranges::find_if(
        edges, [row](const PlacedEdge& edge) { return std::ranges::find(edge.rows, row) != edge.rows.end(); });
    return found == edges.end() ? nullptr : &*found;
}

DiagramLayout layoutDiagram(const DiagramOptions& options)
{
    return LayoutBuilder(options).build();
}

} // namespace finwait
