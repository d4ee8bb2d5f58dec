// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// One state of the diagram: filled in the colour of whoever is in it, with the names of the timers that run there.
#pragma once

#include "core/side.h"
#include "core/state.h"
#include "view/diagram_style.h"

#include <QGraphicsObject>

namespace finwait {

/// What a state shows besides its name.
struct StateLook {
    PerSide<bool> current;
    PerSide<QString> timer; ///< the timer that expires next, if the side is here and one runs
    PerSide<QString> ended; ///< of many connections: how many ended here
    bool stacked = false;   ///< the client's above the server's
    bool selected = false;
    friend bool operator==(const StateLook&, const StateLook&) = default;
};

class StateItem : public QGraphicsObject
{
    Q_OBJECT

public:
    StateItem(State state, const DiagramStyle& style);

    void place(const QRectF& rect);
    void setLook(const StateLook& look);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const StateLook& look() const { return m_look; }
    [[nodiscard]] const QRectF& rect() const { return m_rect; }

    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

signals:
    void clicked(finwait::State state);

protected:
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;

private:
    [[nodiscard]] QPainterPath outline(double grown = 0) const;
    [[nodiscard]] QPainterPath half(Side side) const;
    void paintGround(QPainter* painter) const;
    void paintText(QPainter* painter) const;
    void paintTimers(QPainter* painter, const QRectF& line) const;
    void paintEnded(QPainter* painter, double top) const;
    void paintEnded(QPainter* painter, Side side, QPointF baseline) const;
    [[nodiscard]] double endedWidth(Side side) const;
    [[nodiscard]] int furtherLines() const;

    State m_state;
    const DiagramStyle& m_style;
    QRectF m_rect;
    StateLook m_look;
    bool m_hovered = false;
};

} // namespace finwait
