// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/event_table.h"

#include "view/event_columns.h"
#include "view/event_model.h"
#include "view/row_band.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace finwait {

namespace {

constexpr double rowSpacing = 1.55; // row height in heights of the font
constexpr qreal playheadWidth = 2.0;
constexpr int rowsAround = 1; // shown above and below a revealed row

} // namespace

QColor EventDelegate::textColor(const QModelIndex& index) const
{
    if (index.data(EventModel::AheadRole).toBool())
        return m_theme.line;
    if (index.column() == EventModel::SideColumn) {
        const QVariant side = index.data(EventModel::SideRole);
        return side.isValid() ? m_theme.accent[static_cast<Side>(side.toInt())] : m_theme.faint;
    }
    if (index.column() == EventModel::EventColumn && index.data(EventModel::ErrorRole).toBool())
        return m_theme.error;
    return m_theme.text;
}

void EventDelegate::paintPlayhead(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QModelIndex next = index.siblingAtRow(index.row() + 1);
    const bool ahead = index.data(EventModel::AheadRole).toBool();
    if (ahead || !next.isValid() || !next.data(EventModel::AheadRole).toBool())
        return;
    painter->fillRect(
        QRectF(option.rect.left(), option.rect.bottom() + 1 - playheadWidth, option.rect.width(), playheadWidth),
        m_theme.lit);
}

void EventDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected) || index.data(EventModel::MarkedRole).toBool())
        paintRowBand(*painter, option, m_theme);
    paintPlayhead(painter, option, index);
    QFont font = option.font;
    font.setBold(index.column() == EventModel::SideColumn);
    painter->setFont(font);
    painter->setPen(textColor(index));
    const QRect room = option.rect.adjusted(EventColumns::cellMargin, 0, -EventColumns::cellMargin, 0);
    const QString text = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, room.width());
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text);
    painter->restore();
}

EventTable::EventTable(QWidget* parent) : QTableView(parent), m_delegate(new EventDelegate(this))
{
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table: every control can be reached
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(qRound(fontMetrics().height() * rowSpacing));
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(2 * EventColumns::cellMargin);
    connect(this, &QAbstractItemView::doubleClicked, this, &EventTable::rowActivated);
}

void EventTable::showModel(QAbstractItemModel& model)
{
    setModel(&model);
    m_columns = new EventColumns(*this);
}

void EventTable::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
    viewport()->update();
}

void EventTable::reveal(int row)
{
    const int last = model()->rowCount() - 1;
    m_revealed = row;
    if (row < 0 || row > last || viewport()->rect().contains(visualRect(model()->index(row, 0))))
        return;
    scrollTo(model()->index(std::max(0, row - rowsAround), 0));
    scrollTo(model()->index(std::min(last, row + rowsAround), 0));
    scrollTo(model()->index(row, 0));
}

void EventTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (m_columns != nullptr)
        m_columns->fit();
    reveal(m_revealed);
}

void EventTable::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit rowActivated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace finwait
