// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// One edge of the diagram with its labels: shows who has taken it, whether it can be taken now, and is clicked.
#pragma once

#include "core/side.h"
#include "view/diagram_layout.h"
#include "view/diagram_style.h"

#include <QGraphicsObject>
#include <QPainterPath>

#include <vector>

namespace finwait {

/// What an edge shows besides its place.
struct EdgeLook {
    PerSide<double> taken;     ///< how much of it: 0 nothing, 1 all, between them while a token is on its way
    std::vector<RowIndex> lit; ///< the rows of this edge that a click takes now
    bool selected = false;
    bool leadsToSelection = false; ///< taken on the way to what is selected
    bool ofMany = false;           ///< stands for many connections: what none of them took is faint
    PerSide<double> width = {stroke::strong, stroke::strong}; ///< of the line of a side that has taken it
    friend bool operator==(const EdgeLook&, const EdgeLook&) = default;
};

class EdgeItem : public QGraphicsObject
{
    Q_OBJECT

public:
    explicit EdgeItem(const DiagramStyle& style);

    void place(const PlacedEdge& edge);
    void setLook(const EdgeLook& look);
    void setTaken(Side side, double share);

    [[nodiscard]] const PlacedEdge& placed() const { return m_edge; }
    [[nodiscard]] const EdgeLook& look() const { return m_look; }
    [[nodiscard]] bool isLit() const { return !m_look.lit.empty(); }
    /// A click means more than to read about it.
    [[nodiscard]] bool isOffered() const { return isLit() || (m_look.ofMany && isTaken()); }
    /// The way of a token, from border to border.
    [[nodiscard]] QPainterPath way() const;
    /// The row of the label at `position`; all rows of the edge where there is no label.
    [[nodiscard]] std::vector<RowIndex> rowsAt(QPointF position) const;
    /// A point on it that is all its own, for a menu: on a label that can be taken, if there is one.
    [[nodiscard]] QPointF anchor() const;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    [[nodiscard]] QPainterPath shape() const override { return m_shape; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

signals:
    /// By a click or by Return. `rows`: of the label that was hit, or all of the edge.
    void activated(const std::vector<finwait::RowIndex>& rows, QPoint screenPosition);

protected:
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] double radius() const;
    [[nodiscard]] std::vector<QPainterPath> pieces(double aside, double share) const;
    [[nodiscard]] QPainterPath line(double aside, double share) const;
    [[nodiscard]] double arrowUnit() const;
    [[nodiscard]] bool isTaken(Side side) const { return m_look.taken[side] > 0.0; }
    [[nodiscard]] bool isTaken() const { return isTaken(Side::Client) || isTaken(Side::Server); }
    [[nodiscard]] bool isFaint() const { return m_look.ofMany && !isTaken(); }
    [[nodiscard]] QPen penOf(Side side, double length) const;
    [[nodiscard]] double aside(Side side) const;
    void paintHalo(QPainter* painter) const;
    void paintLine(QPainter* painter) const;
    void paintTaken(QPainter* painter, Side side) const;
    void paintArrow(QPainter* painter) const;
    void paintLabel(QPainter* painter, const EdgeLabel& label) const;
    void paintText(QPainter* painter, const EdgeLabel& label) const;
    void paintCount(QPainter* painter, const EdgeLabel& label) const;
    void updateLayer();

    const DiagramStyle& m_style;
    PlacedEdge m_edge;
    EdgeLook m_look;
    QRectF m_bounds;
    QPainterPath m_shape;
    bool m_hovered = false;
};

} // namespace finwait
