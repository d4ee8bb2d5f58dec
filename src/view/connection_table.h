// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The table of the connections of a capture: how its rows look. The connection that is played has a mark before its
// number; a sign before the findings tells the worst of them.
#pragma once

#include "view/theme.h"

#include <QStyledItemDelegate>
#include <QTableView>

namespace finwait {

class ConnectionModel;

class ConnectionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme) { m_theme = theme; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    [[nodiscard]] QColor textColor(const QModelIndex& index) const;
    /// Where the text has its room, behind what was painted.
    [[nodiscard]] QRect paintMarks(QPainter* painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const;

    Theme m_theme = Theme::lightTheme();
};

class ConnectionTable : public QTableView
{
    Q_OBJECT

public:
    explicit ConnectionTable(ConnectionModel& model, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Gives each column the width of what it holds, as far as that can be seen from the first rows.
    void fitColumns();
    /// Makes `row` the current one, without a rowChosen().
    void showRow(int row);

signals:
    /// A person has gone to a row.
    void rowChosen(int row);
    /// Enter or a double click.
    void rowActivated(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    [[nodiscard]] int fittingWidth(int column) const;

    ConnectionDelegate* m_delegate;
    bool m_isShowing = false; // a row, and nobody has chosen it
};

} // namespace finwait
