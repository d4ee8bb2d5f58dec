// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/network_delay_dialog.h"

#include "ui_network_delay_dialog.h"

#include <QPushButton>

namespace finwait {

NetworkDelayDialog::NetworkDelayDialog(const NetworkConfig& network, const QColor& errorColor, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::NetworkDelayDialog>())
    , m_network(network)
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("C&hange"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    for (const Side side : allSides) {
        field(side).setRange(anyDelay);
        field(side).setValue(network.delay[side].count());
        connect(&field(side), &QLineEdit::textChanged, this, [this, errorColor] { refresh(errorColor); });
    }
    refresh(errorColor);
}

NetworkDelayDialog::~NetworkDelayDialog() = default;

ValueEdit& NetworkDelayDialog::field(Side side) const
{
    return *(side == Side::Client ? m_ui->clientDelay : m_ui->serverDelay);
}

void NetworkDelayDialog::refresh(const QColor& errorColor)
{
    field(Side::Client).complain(*m_ui->clientNote, errorColor);
    field(Side::Server).complain(*m_ui->serverNote, errorColor);
    const bool usable = field(Side::Client).value() && field(Side::Server).value();
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(usable);
}

NetworkConfig NetworkDelayDialog::network() const
{
    NetworkConfig network = m_network;
    for (const Side side : allSides) {
        if (const auto delay = field(side).value())
            network.delay[side] = Duration(*delay);
    }
    return network;
}

} // namespace finwait
