// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/row_band.h"

#include <QPainter>
#include <QStyleOptionViewItem>
#include <QTableView>

namespace finwait {

namespace {

constexpr qreal bandRadius = 4.0;

} // namespace

void paintRowBand(QPainter& painter, const QStyleOptionViewItem& cell, const Theme& theme)
{
    const auto* table = qobject_cast<const QTableView*>(cell.widget);
    const QRect row(0, cell.rect.top(), table->viewport()->width(), cell.rect.height());
    painter.setClipRect(cell.rect);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.control);
    painter.drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), bandRadius, bandRadius);
}

} // namespace finwait
