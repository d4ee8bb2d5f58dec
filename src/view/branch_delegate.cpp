// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/branch_delegate.h"

#include "view/branch_model.h"
#include "view/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace finwait {

namespace {

constexpr int step = 18;         // pixels, from one depth to the next
constexpr int mostOfCell = 2;    // the lines take no more than this part of it
constexpr double elbowAt = 0.45; // of a step
constexpr double elbowEnds = 0.95;

int depthOf(const QModelIndex& index)
{
    return index.data(BranchModel::DepthRole).toInt();
}

int indentation(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    return std::min(depthOf(index) * step, option.rect.width() / mostOfCell);
}

/// Whether more branches of that depth come below, of the same origin.
bool goesOn(const QModelIndex& index, int depth)
{
    for (QModelIndex next = index.siblingAtRow(index.row() + 1); next.isValid();
         next = next.siblingAtRow(next.row() + 1)) {
        if (depthOf(next) <= depth)
            return depthOf(next) == depth;
    }
    return false;
}

void paintLines(QPainter& painter, const QRectF& room, const QModelIndex& index)
{
    const int depth = depthOf(index);
    for (int level = 1; level <= depth; ++level) {
        const double left = room.left() + (level - 1) * step;
        const double x = left + elbowAt * step;
        const bool below = goesOn(index, level);
        if (level < depth && !below)
            continue;
        painter.drawLine(QPointF(x, room.top()), QPointF(x, below ? room.bottom() : room.center().y()));
        if (level == depth)
            painter.drawLine(QPointF(x, room.center().y()), QPointF(left + elbowEnds * step, room.center().y()));
    }
}

} // namespace

void BranchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int indent = indentation(option, index);
    if (indent > 0) {
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        const QStyle& style = ground.widget != nullptr ? *ground.widget->style() : *QApplication::style();
        style.drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, ground.widget);
        QRect room = option.rect;
        room.setWidth(indent);
        painter->save();
        painter->setClipRect(room);
        painter->setPen(QPen(option.palette.color(QPalette::PlaceholderText), stroke::thin));
        paintLines(*painter, QRectF(room).adjusted(0.5, 0, 0.5, 0), index);
        painter->restore();
    }
    QStyleOptionViewItem name = option;
    name.rect.setLeft(option.rect.left() + indent);
    QStyledItemDelegate::paint(painter, name, index);
}

void BranchDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                          const QModelIndex& index) const
{
    QStyleOptionViewItem name = option;
    name.rect.setLeft(option.rect.left() + indentation(option, index));
    QStyledItemDelegate::updateEditorGeometry(editor, name, index);
}

} // namespace finwait
