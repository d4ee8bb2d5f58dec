// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Asks how long segments take in each direction.
#pragma once

#include "core/network.h"

#include <QDialog>

#include <memory>

namespace Ui {
class NetworkDelayDialog;
}

namespace finwait {

class NetworkDelayDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NetworkDelayDialog(const NetworkConfig& network, QWidget* parent = nullptr);
    ~NetworkDelayDialog() override;

    [[nodiscard]] NetworkConfig network() const;

private:
    std::unique_ptr<Ui::NetworkDelayDialog> m_ui;
    NetworkConfig m_network;
};

} // namespace finwait
