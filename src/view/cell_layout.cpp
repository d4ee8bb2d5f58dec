// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/cell_layout.h"

#include <algorithm>
#include <utility>

namespace finwait {

CellLayout::CellLayout(int columnSpacing, int lineSpacing, QWidget* parent)
    : QLayout(parent)
    , m_columnSpacing(columnSpacing)
    , m_lineSpacing(lineSpacing)
{
    setContentsMargins(0, 0, 0, 0);
}

CellLayout::~CellLayout() = default;

void CellLayout::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
}

int CellLayout::count() const
{
    return static_cast<int>(m_items.size());
}

QLayoutItem* CellLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* CellLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    const auto position = m_items.begin() + index;
    QLayoutItem* item = position->release();
    m_items.erase(position);
    return item;
}

QSize CellLayout::largestItem() const
{
    QSize largest;
    for (const auto& item : m_items) {
        if (!item->isEmpty())
            largest = largest.expandedTo(item->sizeHint());
    }
    return largest;
}

QSize CellLayout::sizeHint() const
{
    const Grid grid = gridFor(largestItem().width());
    return {grid.cell.width(), heightForWidth(grid.cell.width())};
}

QSize CellLayout::minimumSize() const
{
    return largestItem();
}

int CellLayout::heightForWidth(int width) const
{
    const Grid grid = gridFor(width);
    return grid.rows == 0 ? 0 : grid.rows * grid.cell.height() + (grid.rows - 1) * m_lineSpacing;
}

CellLayout::Grid CellLayout::gridFor(int width) const
{
    const auto cells =
        static_cast<int>(std::ranges::count_if(m_items, [](const auto& item) { return !item->isEmpty(); }));
    const QSize item = largestItem();
    if (cells == 0)
        return {};
    const int columns = std::clamp((width + m_columnSpacing) / (std::max(1, item.width()) + m_columnSpacing), 1, cells);
    return {columns,
            (cells + columns - 1) / columns,
            {std::max(item.width(), (width - (columns - 1) * m_columnSpacing) / columns), item.height()}};
}

void CellLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    const Grid grid = gridFor(rect.width());
    int cell = 0;
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        const QPoint offset((cell % grid.columns) * (grid.cell.width() + m_columnSpacing),
                            (cell / grid.columns) * (grid.cell.height() + m_lineSpacing));
        item->setGeometry(QRect(rect.topLeft() + offset, grid.cell));
        ++cell;
    }
}

} // namespace finwait
