// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// One endpoint of the connection, as a token that stands at its state and glides along the edge it takes. The client is
// a disc with a C, the server a square with an S.
#pragma once

#include "core/side.h"
#include "view/diagram_style.h"

#include <QGraphicsObject>
#include <QPainterPath>
#include <QVariantAnimation>

namespace finwait {

class TimerRingItem;

class TokenItem : public QGraphicsObject
{
    Q_OBJECT

public:
    /// Of one glide, however long the way is.
    static constexpr int glideMilliseconds = 550;

    TokenItem(Side side, const DiagramStyle& style);

    [[nodiscard]] Side side() const { return m_side; }
    /// Stands still at `position`; a glide ends at once, without arrived().
    void rest(QPointF position);
    /// Sets out along `path`, from its beginning to its end.
    void glide(const QPainterPath& path);
    /// Ends a glide at its end at once, with arrived().
    void finish();
    [[nodiscard]] bool isGliding() const;
    /// How much of its time the next timer has left, 0 to 1; below 0: none runs.
    void setTimer(double share);
    [[nodiscard]] double timerShare() const { return m_timerShare; }
    /// To be called after the style's unit has changed.
    void styleChanged();

    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

signals:
    /// While gliding: how much of the way lies behind, 0 to 1.
    void moved(finwait::Side side, double share);
    void arrived(finwait::Side side);

private:
    void moveTo(double share);

    Side m_side;
    const DiagramStyle& m_style;
    TimerRingItem* m_ring;
    QVariantAnimation m_animation;
    QPainterPath m_path;
    double m_timerShare = -1.0;
};

} // namespace finwait
