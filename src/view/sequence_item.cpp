// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_item.h"

#include <utility>

namespace finwait {

SequenceItem::SequenceItem(Paint paint) : m_paint(std::move(paint)) {}

void SequenceItem::setSize(QSizeF size)
{
    if (size == m_size)
        return;
    prepareGeometryChange();
    m_size = size;
}

QRectF SequenceItem::boundingRect() const
{
    return {{}, m_size};
}

void SequenceItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/)
{
    m_paint(*painter);
}

} // namespace finwait
