// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The table of the event list: how its rows look. What lies ahead of the playhead is faint, under a line in the
// playhead's colour; a side's name is in its accent; what is selected is a quiet band.
#pragma once

#include "view/theme.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace finwait {

class EventColumns;

class EventDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme) { m_theme = theme; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    [[nodiscard]] QColor textColor(const QModelIndex& index) const;
    void paintPlayhead(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    Theme m_theme = Theme::lightTheme();
};

class EventTable : public QTableView
{
    Q_OBJECT

public:
    explicit EventTable(QWidget* parent = nullptr);

    /// Sets the model, once; each column has the width of what it holds.
    void showModel(QAbstractItemModel& model);
    void setTheme(const Theme& theme);
    /// Shows `row`, with a little of what is around it; does not move anything if it is in sight already.
    void reveal(int row);

signals:
    /// Enter or a double click on a row.
    void rowActivated(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    EventDelegate* m_delegate;
    EventColumns* m_columns = nullptr; // none without a model
    int m_revealed = -1;               // shown again after a resize
};

} // namespace finwait
