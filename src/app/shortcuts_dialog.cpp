// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/shortcuts_dialog.h"

#include "app/fit_screen.h"
#include "ui_shortcuts_dialog.h"

#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>

#include <vector>

namespace finwait {

namespace {

enum Column { KeysColumn, WhereColumn, WhatColumn, ColumnCount };

struct Row {
    QString keys;
    QString where;
    QString what;
};

QString withoutMnemonic(const QString& text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('&') && i + 1 < text.size())
            ++i;
        plain += text[i];
    }
    // In Chinese the mnemonic stands in brackets behind the text.
    const qsizetype bracket = plain.lastIndexOf(QLatin1Char('('));
    const bool chinese = bracket > 0 && plain.size() >= bracket + 3 && plain[bracket + 2] == QLatin1Char(')')
                         && text.contains(QStringLiteral("(&"));
    return chinese ? plain.remove(bracket, 3) : plain;
}

void collect(const QList<QAction*>& actions, const QString& where, std::vector<Row>& rows)
{
    for (const QAction* action : actions) {
        const QString text = withoutMnemonic(action->text());
        if (const QMenu* menu = action->menu())
            //: Where a menu entry is to be found: menu, then submenu
            collect(menu->actions(), where.isEmpty() ? text : ShortcutsDialog::tr("%1 > %2").arg(where, text), rows);
        else if (!action->shortcut().isEmpty())
            rows.push_back(Row{action->shortcut().toString(QKeySequence::NativeText), where, text});
    }
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar& menus, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ShortcutsDialog>())
{
    m_ui->setupUi(this);
    fitScreen(*this);
    m_ui->buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    std::vector<Row> rows;
    collect(menus.actions(), {}, rows);

    QTableWidget& table = *m_ui->shortcuts;
    table.setColumnCount(ColumnCount);
    table.setRowCount(int(rows.size()));
    table.setHorizontalHeaderLabels({tr("key"), tr("menu"), tr("what it does")});
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int row = 0; row < table.rowCount(); ++row) {
        const Row& entry = rows[std::size_t(row)];
        table.setItem(row, KeysColumn, new QTableWidgetItem(entry.keys));
        table.setItem(row, WhereColumn, new QTableWidgetItem(entry.where));
        table.setItem(row, WhatColumn, new QTableWidgetItem(entry.what));
    }
    // Each entry in one line: the dialog is as wide as that takes.
    table.resizeColumnsToContents();
    table.setMinimumWidth(table.horizontalHeader()->length() + table.verticalScrollBar()->sizeHint().width()
                          + 2 * table.frameWidth());
    table.selectRow(0);
}

ShortcutsDialog::~ShortcutsDialog() = default;

} // namespace finwait
