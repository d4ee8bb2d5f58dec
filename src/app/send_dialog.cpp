// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/send_dialog.h"

#include "ui_send_dialog.h"

#include <QPushButton>

namespace finwait {

SendDialog::SendDialog(Side side, std::uint32_t octets, std::uint32_t room, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SendDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(side == Side::Client ? tr("Send from the client") : tr("Send from the server"));
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Send"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_ui->octets->setMaximum(int(room));
    m_ui->octets->setValue(int(octets));
    m_ui->room->setText(tr("The send buffer has room for %Ln octet(s).", nullptr, int(room)));
    m_ui->octets->selectAll();
}

SendDialog::~SendDialog() = default;

Send SendDialog::call() const
{
    return Send{static_cast<std::uint32_t>(m_ui->octets->value()), m_ui->urgent->isChecked()};
}

} // namespace finwait
