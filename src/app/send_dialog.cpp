// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/send_dialog.h"

#include "ui_send_dialog.h"

#include <QPushButton>

#include <algorithm>

namespace finwait {

SendDialog::SendDialog(Side side, std::uint32_t octets, std::uint32_t room, const QColor& errorColor, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SendDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(side == Side::Client ? tr("Send from the client") : tr("Send from the server"));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Send"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_ui->octets->setRange({false, 1, room, false});
    m_ui->octets->setValue(std::min(octets, room));
    connect(m_ui->octets, &QLineEdit::textChanged, this, [this, errorColor] { refresh(errorColor); });
    m_ui->room->setText(tr("The send buffer has room for %Ln octet(s).", nullptr, int(room)));
    m_ui->octets->selectAll();
    refresh(errorColor);
}

SendDialog::~SendDialog() = default;

void SendDialog::refresh(const QColor& errorColor)
{
    m_ui->octets->complain(*m_ui->octetsNote, errorColor);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(m_ui->octets->value().has_value());
}

Send SendDialog::call() const
{
    Send call;
    if (const auto octets = m_ui->octets->value())
        call.octets = static_cast<std::uint32_t>(*octets);
    call.urgent = m_ui->urgent->isChecked();
    return call;
}

} // namespace finwait
