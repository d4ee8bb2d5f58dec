// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/edge_item.h"

#include "view/diagram_route.h"

#include <QCursor>
#include <QFontMetricsF>
#include <QGraphicsScene>
#include <QGraphicsSceneHoverEvent>
#include <QGraphicsSceneMouseEvent>
#include <QGraphicsView>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPathStroker>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace finwait {

namespace {

constexpr double halfBetweenTwo = 0.78; // pixels, from the middle to where the line of each of two sides begins
constexpr double hitWidth = 0.9;        // of the font's height: how near to the line a click has to be
constexpr double hitWidthDense = 0.4;   // in a drawer, whose lines are close together
constexpr double lineEndsInArrow = 0.6; // of the arrow's length, before its tip
constexpr double litGround = 0.16;      // opacity
constexpr double litHalo = 0.22;
constexpr double hoverHalo = 0.4;
constexpr double plainHoverHalo = 0.18;
constexpr double pillRadius = 0.35; // of the font's height
constexpr double selectionOpacity = 0.75;
constexpr double causeOpacity = 0.45;
constexpr double wideArrow = 1.35; // of the usual arrow's size, where lines may be wide
constexpr double lineEndsInWideArrow = 0.72;

QColor faded(QColor color, double opacity)
{
    color.setAlphaF(static_cast<float>(opacity));
    return color;
}

/// The half of an arrow head on one side of its way.
QPainterPath halfArrow(QPointF tip, QPointF forward, double fontHeight, Side side)
{
    const QPointF right(-forward.y(), forward.x());
    const QPointF aside = right * (side == Side::Server ? 1.0 : -1.0) * measure::arrowWidth * fontHeight / 2.0;
    const QPointF back = forward * (measure::arrowLength * fontHeight);
    QPainterPath path(tip);
    path.lineTo(tip - back + aside);
    path.lineTo(tip - back * (1.0 - measure::arrowNotch));
    path.closeSubpath();
    return path;
}

} // namespace

EdgeItem::EdgeItem(const DiagramStyle& style) : m_style(style)
{
    setAcceptHoverEvents(true);
    setAcceptedMouseButtons(Qt::LeftButton);
    updateLayer();
}

void EdgeItem::place(const PlacedEdge& edge)
{
    prepareGeometryChange();
    m_edge = edge;
    QPainterPathStroker stroker;
    stroker.setWidth((edge.inDrawer ? hitWidthDense : hitWidth) * m_style.unit);
    m_shape = stroker.createStroke(way());
    m_shape.setFillRule(Qt::WindingFill);
    for (const EdgeLabel& label : edge.labels)
        m_shape.addRect(label.rect);
    const double around = std::max(stroke::halo, measure::arrowWidth * m_style.unit);
    m_bounds = m_shape.boundingRect().adjusted(-around, -around, around, around);
}

void EdgeItem::setLook(const EdgeLook& look)
{
    if (look == m_look)
        return;
    const bool wasOffered = isOffered();
    m_look = look;
    if (wasOffered != isOffered()) {
        setFlag(ItemIsFocusable, isOffered());
        setCursor(isOffered() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }
    updateLayer();
    update();
}

void EdgeItem::setTaken(Side side, double share)
{
    EdgeLook look = m_look;
    look.taken[side] = share;
    setLook(look);
}

QPainterPath EdgeItem::way() const
{
    return route::rounded(m_edge.route, radius());
}

double EdgeItem::radius() const
{
    // Of many connections, lines that share lanes have the same bends there, whether they come from a comb or not.
    const bool isDense = m_edge.inDrawer && !(m_look.ofMany && isTaken());
    return (isDense ? measure::drawerRadius : measure::cornerRadius) * m_style.unit;
}

void EdgeItem::updateLayer()
{
    setZValue(isLit() ? layer::litEdge : isTaken() ? layer::takenEdge : layer::edge);
}

double EdgeItem::arrowUnit() const
{
    return m_look.ofMany && isTaken() ? wideArrow * m_style.unit : m_style.unit;
}

/// The line itself, moved `aside`, up to `share` of its length: before its label and after it, if that is within it.
std::vector<QPainterPath> EdgeItem::pieces(double aside, double share) const
{
    const QPolygonF lane = route::shifted(m_edge.route, aside);
    const double inArrow = m_look.ofMany && isTaken() ? lineEndsInWideArrow : lineEndsInArrow;
    const double end = route::length(lane) - inArrow * measure::arrowLength * arrowUnit();
    const QPolygonF part = route::beginning(lane, end * share);
    std::vector<QPainterPath> result;
    for (const QPolygonF& piece : route::without(part, m_edge.gap))
        result.push_back(route::rounded(piece, radius()));
    return result;
}

QPainterPath EdgeItem::line(double aside, double share) const
{
    QPainterPath path;
    for (const QPainterPath& piece : pieces(aside, share))
        path.addPath(piece);
    return path;
}

/// The client's line is on the left of the way, the server's on the right, where both may be.
double EdgeItem::aside(Side side) const
{
    const bool two = m_edge.sharesLanes || (isTaken(Side::Client) && isTaken(Side::Server));
    if (!two)
        return 0;
    const double distance = halfBetweenTwo + m_look.width[side] / 2.0;
    return side == Side::Client ? -distance : distance;
}

void EdgeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    paintHalo(painter);
    paintLine(painter);
    paintArrow(painter);
    painter->setFont(m_style.font);
    for (const EdgeLabel& label : m_edge.labels)
        paintLabel(painter, label);
}

void EdgeItem::paintHalo(QPainter* painter) const
{
    painter->setBrush(Qt::NoBrush);
    const auto halo = [&](const QColor& color, double width) {
        painter->setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(line(0, 1));
    };
    if (m_look.selected)
        halo(faded(m_style.theme.selection, selectionOpacity), stroke::halo);
    else if (m_look.leadsToSelection)
        halo(faded(m_style.theme.selection, causeOpacity), stroke::halo);
    if (isLit())
        halo(faded(m_style.theme.lit, m_hovered || hasFocus() ? hoverHalo : litHalo), stroke::halo);
    else if (m_hovered)
        halo(faded(m_style.theme.line, plainHoverHalo), stroke::halo);
    else if (isOffered() && hasFocus())
        halo(faded(m_style.theme.lit, hoverHalo), stroke::halo);
}

void EdgeItem::paintLine(QPainter* painter) const
{
    painter->setBrush(Qt::NoBrush);
    const bool whollyTaken = m_look.taken.client >= 1.0 || m_look.taken.server >= 1.0;
    if (isLit() && !whollyTaken) {
        painter->setPen(QPen(m_style.theme.lit, stroke::strong));
        painter->drawPath(line(0, 1));
    } else if ((!m_edge.inDrawer || m_look.selected) && !whollyTaken) {
        const QColor plain = isFaint() ? faded(m_style.theme.line, faintOpacity) : m_style.theme.line;
        painter->setPen(m_look.selected ? QPen(m_style.theme.text, stroke::arrow) : QPen(plain, stroke::thin));
        painter->drawPath(line(0, 1));
    }
    for (const Side side : allSides) {
        if (isTaken(side))
            paintTaken(painter, side);
    }
}

/// Edges that share lanes to their end have their dashes in the same places there: the gaps stay free.
QPen EdgeItem::penOf(Side side, double length) const
{
    QPen pen = sidePen(m_style.theme, side, m_look.width[side]);
    if (m_look.ofMany && side == Side::Server) {
        const QList<qreal> pattern = pen.dashPattern();
        const double period = std::accumulate(pattern.begin(), pattern.end(), 0.0);
        pen.setDashOffset(period - std::fmod(length / m_look.width[side], period));
    }
    return pen;
}

void EdgeItem::paintTaken(QPainter* painter, Side side) const
{
    for (const QPainterPath& piece : pieces(aside(side), m_look.taken[side])) {
        painter->setPen(penOf(side, piece.length()));
        painter->drawPath(piece);
    }
}

/// Its two halves can have two colours: the client's on the left of the way, the server's on the right.
void EdgeItem::paintArrow(QPainter* painter) const
{
    const QPointF forward = route::arrival(m_edge.route);
    painter->setPen(Qt::NoPen);
    if (!m_edge.inDrawer || isLit() || m_look.selected) {
        const QColor plain = isFaint() ? faded(m_style.theme.line, faintOpacity) : m_style.theme.line;
        painter->setBrush(isLit() ? m_style.theme.lit : m_look.selected ? m_style.theme.text : plain);
        painter->drawPath(arrowHead(m_edge.route.last(), forward, m_style.unit));
    }
    for (const Side side : allSides) {
        if (m_look.taken[side] < 1.0)
            continue;
        painter->setBrush(m_style.theme.accent[side]);
        const bool alone = !m_edge.sharesLanes && m_look.taken[other(side)] < 1.0;
        painter->drawPath(alone ? arrowHead(m_edge.route.last(), forward, arrowUnit())
                                : halfArrow(m_edge.route.last(), forward, arrowUnit(), side));
    }
}

void EdgeItem::paintLabel(QPainter* painter, const EdgeLabel& label) const
{
    const bool lit = std::ranges::find(m_look.lit, label.row) != m_look.lit.end();
    if (lit) {
        const double radius = pillRadius * m_style.unit;
        painter->setBrush(faded(m_style.theme.lit, m_hovered ? hoverHalo : litGround));
        painter->setPen(hasFocus() ? QPen(m_style.theme.text, stroke::strong) : QPen(m_style.theme.lit, stroke::hair));
        painter->drawRoundedRect(label.rect, radius, radius);
    }
    paintText(painter, label);
    if (!label.count.isEmpty())
        paintCount(painter, label);
}

void EdgeItem::paintText(QPainter* painter, const EdgeLabel& label) const
{
    const bool isFaintLabel = m_look.ofMany && label.count.isEmpty();
    const QString trigger = label.text.left(label.triggerLength);
    painter->setPen(isFaintLabel ? m_style.theme.line : m_style.theme.text);
    painter->drawText(label.baseline, trigger);
    if (label.triggerLength == label.text.size())
        return;
    const double after = QFontMetricsF(m_style.font).horizontalAdvance(trigger);
    painter->setPen(isFaintLabel ? m_style.theme.line : m_style.theme.faint);
    painter->drawText(label.baseline + QPointF(after, 0), label.text.mid(label.triggerLength));
}

void EdgeItem::paintCount(QPainter* painter, const EdgeLabel& label) const
{
    const double radius = label.pill.height() / 2.0;
    painter->setPen(QPen(m_hovered ? m_style.theme.faint : m_style.theme.border, stroke::hair));
    painter->setBrush(m_style.theme.node);
    painter->drawRoundedRect(label.pill, radius, radius);
    painter->setPen(m_style.theme.text);
    painter->drawText(label.countBaseline, label.count);
}

std::vector<RowIndex> EdgeItem::rowsAt(QPointF position) const
{
    for (const EdgeLabel& label : m_edge.labels) {
        if (label.rect.contains(position))
            return {label.row};
    }
    return m_edge.rows;
}

QPointF EdgeItem::anchor() const
{
    const auto isLit = [this](const EdgeLabel& label) {
        return std::ranges::find(m_look.lit, label.row) != m_look.lit.end();
    };
    const auto lit = std::ranges::find_if(m_edge.labels, isLit);
    return (lit == m_edge.labels.end() ? m_edge.labels.front() : *lit).rect.center();
}

void EdgeItem::hoverEnterEvent(QGraphicsSceneHoverEvent* event)
{
    m_hovered = true;
    update();
    QGraphicsObject::hoverEnterEvent(event);
}

void EdgeItem::hoverLeaveEvent(QGraphicsSceneHoverEvent* event)
{
    m_hovered = false;
    update();
    QGraphicsObject::hoverLeaveEvent(event);
}

void EdgeItem::mousePressEvent(QGraphicsSceneMouseEvent* event)
{
    event->accept();
}

void EdgeItem::mouseReleaseEvent(QGraphicsSceneMouseEvent* event)
{
    if (m_shape.contains(event->pos()))
        emit activated(rowsAt(event->pos()), event->screenPos());
}

void EdgeItem::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QGraphicsObject::keyPressEvent(event);
        return;
    }
    const auto views = scene()->views();
    if (views.isEmpty())
        return;
    const QPointF where = m_edge.labels.front().rect.bottomLeft();
    const QGraphicsView* view = views.front();
    emit activated(m_edge.rows, view->viewport()->mapToGlobal(view->mapFromScene(where)));
}

void EdgeItem::focusInEvent(QFocusEvent* event)
{
    ensureVisible(m_edge.labels.front().rect);
    update();
    QGraphicsObject::focusInEvent(event);
}

void EdgeItem::focusOutEvent(QFocusEvent* event)
{
    update();
    QGraphicsObject::focusOutEvent(event);
}

} // namespace finwait
