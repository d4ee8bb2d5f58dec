// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/states_dialog.h"

#include "app/fit_screen.h"
#include "core/state.h"
#include "ui_states_dialog.h"
#include "view/words.h"

#include <QHeaderView>
#include <QPushButton>

namespace finwait {

namespace {

enum Column { OursColumn, RfcColumn, SsColumn, MeaningColumn, ColumnCount };

QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

} // namespace

StatesDialog::StatesDialog(QWidget* parent) : QDialog(parent), m_ui(std::make_unique<Ui::StatesDialog>())
{
    m_ui->setupUi(this);
    fitScreen(*this);
    m_ui->buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    QTableWidget& table = *m_ui->states;
    table.setColumnCount(ColumnCount);
    table.setRowCount(int(allStates.size()));
    table.setHorizontalHeaderLabels({tr("Finwait"), QStringLiteral("RFC 9293"), QStringLiteral("ss"), tr("meaning")});
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.setWordWrap(true);
    for (int row = 0; row < table.rowCount(); ++row) {
        const State state = allStates[std::size_t(row)];
        table.setItem(row, OursColumn, new QTableWidgetItem(words::stateName(state)));
        table.setItem(row, RfcColumn, new QTableWidgetItem(latin(rfcSpelling(state))));
        table.setItem(row, SsColumn, new QTableWidgetItem(latin(ssSpelling(state))));
        table.setItem(row, MeaningColumn, new QTableWidgetItem(words::stateMeaning(state)));
    }
    for (const int column : {OursColumn, RfcColumn, SsColumn})
        table.resizeColumnToContents(column);
    table.verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table.selectRow(0);
}

StatesDialog::~StatesDialog() = default;

} // namespace finwait
