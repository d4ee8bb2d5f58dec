// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/network_delay_dialog.h"

#include "ui_network_delay_dialog.h"

#include <QPushButton>

namespace finwait {

NetworkDelayDialog::NetworkDelayDialog(const NetworkConfig& network, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::NetworkDelayDialog>())
    , m_network(network)
{
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("C&hange"));
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_ui->clientDelay->setDelay(network.delay.client);
    m_ui->serverDelay->setDelay(network.delay.server);
}

NetworkDelayDialog::~NetworkDelayDialog() = default;

NetworkConfig NetworkDelayDialog::network() const
{
    NetworkConfig network = m_network;
    network.delay = {m_ui->clientDelay->delay(), m_ui->serverDelay->delay()};
    return network;
}

} // namespace finwait
