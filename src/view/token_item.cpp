// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/token_item.h"

#include "view/timer_ring_item.h"

#include <QCoreApplication>
#include <QEasingCurve>
#include <QFontMetricsF>
#include <QPainter>

namespace finwait {

namespace {

// Multiples of the font's height.
constexpr double tokenRadius = 0.78;
constexpr double squareHalf = 0.70;
constexpr double squareCorner = 0.22;

QString letter(Side side)
{
    if (side == Side::Client) {
        //: On the client's token: one letter or character
        return QCoreApplication::translate("Diagram", "C");
    }
    //: On the server's token: one letter or character
    return QCoreApplication::translate("Diagram", "S");
}

} // namespace

TokenItem::TokenItem(Side side, const DiagramStyle& style)
    : m_side(side)
    , m_style(style)
    , m_ring(new TimerRingItem(side, style, this))
{
    setZValue(layer::token);
    setAcceptedMouseButtons(Qt::NoButton);
    m_ring->hide();
    m_animation.setDuration(glideMilliseconds);
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_animation, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& value) { moveTo(value.toDouble()); });
    connect(&m_animation, &QVariantAnimation::finished, this, [this] { emit arrived(m_side); });
}

void TokenItem::rest(QPointF position)
{
    m_animation.stop();
    setPos(position);
}

void TokenItem::glide(const QPainterPath& path)
{
    finish();
    m_path = path;
    m_animation.start();
}

void TokenItem::finish()
{
    if (isGliding())
        m_animation.setCurrentTime(m_animation.totalDuration());
}

bool TokenItem::isGliding() const
{
    return m_animation.state() == QAbstractAnimation::Running;
}

void TokenItem::moveTo(double share)
{
    if (m_path.isEmpty())
        return;
    setPos(m_path.pointAtPercent(share));
    emit moved(m_side, share);
}

void TokenItem::setTimer(double share)
{
    m_timerShare = share;
    m_ring->setVisible(share >= 0.0);
    m_ring->setShare(share);
}

void TokenItem::styleChanged()
{
    prepareGeometryChange();
    m_ring->styleChanged();
    update();
}

QRectF TokenItem::boundingRect() const
{
    const double around = tokenRadius * m_style.unit + stroke::thin;
    return {-around, -around, 2.0 * around, 2.0 * around};
}

QPainterPath TokenItem::shape() const
{
    QPainterPath path;
    path.addEllipse(boundingRect());
    return path;
}

void TokenItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    painter->setPen(QPen(m_style.theme.panel, stroke::thin));
    painter->setBrush(m_style.theme.accent[m_side]);
    if (m_side == Side::Client) {
        painter->drawEllipse(QPointF(), tokenRadius * m_style.unit, tokenRadius * m_style.unit);
    } else {
        const double half = squareHalf * m_style.unit;
        const double corner = squareCorner * m_style.unit;
        painter->drawRoundedRect(QRectF(-half, -half, 2.0 * half, 2.0 * half), corner, corner);
    }
    const QFontMetricsF metrics(m_style.stateFont);
    const QString text = letter(m_side);
    const QRectF ink = metrics.tightBoundingRect(text);
    painter->setPen(m_style.theme.onAccent);
    painter->setFont(m_style.stateFont);
    painter->drawText(-ink.center(), text);
}

} // namespace finwait
