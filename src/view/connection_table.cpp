// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/connection_table.h"

#include "capture/finding.h"
#include "view/connection_model.h"
#include "view/row_band.h"
#include "view/severity_mark.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>

namespace finwait {

namespace {

constexpr double rowSpacing = 1.45; // row height in heights of the font
constexpr int cellMargin = 6;       // pixels, left and right of a text
constexpr int markWidth = 12;       // pixels
constexpr int measuredRows = 60;    // what later rows hold is seldom wider
constexpr int mostCharacters = 24;
constexpr int beyondText = 2; // pixels, for the rounding of widths
constexpr int leastFindingsWidth = 190;
constexpr int leastRows = 3; // in sight

int columnOf(ConnectionColumn column)
{
    return static_cast<int>(column);
}

bool hasMark(int column)
{
    return column == columnOf(ConnectionColumn::Number) || column == columnOf(ConnectionColumn::Findings);
}

} // namespace

QColor ConnectionDelegate::textColor(const QModelIndex& index) const
{
    if (index.column() == columnOf(ConnectionColumn::Client)
        || index.column() == columnOf(ConnectionColumn::ClientState))
        return m_theme.accent.client;
    if (index.column() == columnOf(ConnectionColumn::Server)
        || index.column() == columnOf(ConnectionColumn::ServerState))
        return m_theme.accent.server;
    return m_theme.text;
}

QRect ConnectionDelegate::paintMarks(QPainter* painter, const QStyleOptionViewItem& option,
                                     const QModelIndex& index) const
{
    const QRect room = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
    if (!hasMark(index.column()))
        return room;
    const QRectF mark(room.left(), room.center().y() + 1 - markWidth / 2.0, markWidth, markWidth);
    if (index.column() == columnOf(ConnectionColumn::Findings)) {
        if (const QVariant severity = index.data(ConnectionModel::SeverityRole); severity.isValid())
            paintSeverityMark(*painter, mark, static_cast<Severity>(severity.toInt()), m_theme);
    } else if (index.data(ConnectionModel::PlayedRole).toBool()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.lit);
        const QRectF arrow = mark.adjusted(2, 1, -1, -1);
        painter->drawPolygon(
            QPolygonF({arrow.topLeft(), QPointF(arrow.right(), arrow.center().y()), arrow.bottomLeft()}));
    }
    return room.adjusted(markWidth + cellMargin - 1, 0, 0, 0);
}

void ConnectionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected))
        paintRowBand(*painter, option, m_theme);
    const QRect room = paintMarks(painter, option, index);
    QFont font = option.font;
    font.setBold(index.data(ConnectionModel::PlayedRole).toBool());
    painter->setFont(font);
    painter->setPen(textColor(index));
    const QString text = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, room.width());
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    painter->drawText(room, int(alignment) | Qt::TextSingleLine, text);
    painter->restore();
}

ConnectionTable::ConnectionTable(ConnectionModel& model, QWidget* parent)
    : QTableView(parent)
    , m_delegate(new ConnectionDelegate(this))
{
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table: every control can be reached
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // fifty thousand rows are not measured
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(qRound(fontMetrics().height() * rowSpacing));
    setModel(&model);
    QHeaderView* header = horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(0, Qt::AscendingOrder);
    header->setSectionsMovable(true);
    const int rows = leastRows * verticalHeader()->defaultSectionSize();
    setMinimumHeight(header->sizeHint().height() + rows + horizontalScrollBar()->sizeHint().height());
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex& index) { emit rowActivated(index.row()); });
}

void ConnectionTable::setTheme(const Theme& theme)
{
    m_delegate->setTheme(theme);
    viewport()->update();
}

int ConnectionTable::fittingWidth(int column) const
{
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics metrics(bold);
    int widest = 0;
    for (int row = 0; row < std::min(model()->rowCount(), measuredRows); ++row)
        widest = std::max(widest, metrics.horizontalAdvance(model()->index(row, column).data().toString()));
    if (column == columnOf(ConnectionColumn::Number)) // later ones have more digits
        widest = std::max(widest, metrics.horizontalAdvance(QString::number(model()->rowCount())));
    const int marks = hasMark(column) ? markWidth + cellMargin : 0;
    const int sign = column == 0 ? markWidth : 0; // of the order, beside a short heading
    const int text = std::min(widest, mostCharacters * metrics.averageCharWidth());
    const QString heading = model()->headerData(column, Qt::Horizontal).toString();
    return std::max(text + marks, metrics.horizontalAdvance(heading) + sign) + 2 * cellMargin + beyondText;
}

/// Findings have what is left of the room, if it is enough.
void ConnectionTable::fitColumns()
{
    const int findings = columnOf(ConnectionColumn::Findings);
    int before = 0;
    for (int column = 0; column < model()->columnCount(); ++column) {
        const int width = fittingWidth(column);
        before += column < findings ? width : 0;
        setColumnWidth(column, width);
    }
    setColumnWidth(findings, std::max(leastFindingsWidth, viewport()->width() - before));
}

void ConnectionTable::showRow(int row)
{
    m_isShowing = true;
    if (row < 0)
        selectionModel()->clear();
    else
        setCurrentIndex(model()->index(row, 0));
    m_isShowing = false;
}

void ConnectionTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_isShowing && current.isValid() && current.row() != previous.row())
        emit rowChosen(current.row());
}

void ConnectionTable::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        emit rowActivated(currentIndex().row());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace finwait
