// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The chart as one item of its scene: of a million messages only those in the window are looked at, and none is an
// item.
#pragma once

#include "view/sequence_painter.h"

#include <QGraphicsItem>

#include <functional>

namespace finwait {

class SequenceItem : public QGraphicsItem
{
public:
    using Paint = std::function<void(QPainter& painter)>;

    explicit SequenceItem(Paint paint);

    void setSize(QSizeF size);

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    Paint m_paint;
    QSizeF m_size;
};

} // namespace finwait
