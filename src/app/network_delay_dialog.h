// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Asks how long segments take in each direction.
#pragma once

#include "core/network.h"
#include "core/side.h"

#include <QDialog>

#include <memory>

namespace Ui {
class NetworkDelayDialog;
}

namespace finwait {

class ValueEdit;

class NetworkDelayDialog : public QDialog
{
    Q_OBJECT

public:
    /// What cannot be used is complained about in `errorColor`.
    NetworkDelayDialog(const NetworkConfig& network, const QColor& errorColor, QWidget* parent = nullptr);
    ~NetworkDelayDialog() override;

    [[nodiscard]] NetworkConfig network() const;

private:
    [[nodiscard]] ValueEdit& field(Side side) const;
    void refresh(const QColor& errorColor);

    std::unique_ptr<Ui::NetworkDelayDialog> m_ui;
    NetworkConfig m_network;
};

} // namespace finwait
