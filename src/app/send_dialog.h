// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Asks how much an application sends.
#pragma once

#include "core/call.h"
#include "core/side.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SendDialog;
}

namespace finwait {

class SendDialog : public QDialog
{
    Q_OBJECT

public:
    /// `octets` is what is suggested; no more than `room`, which is not zero, can be sent at once. What cannot be used
    /// is complained about in `errorColor`.
    SendDialog(Side side, std::uint32_t octets, std::uint32_t room, const QColor& errorColor,
               QWidget* parent = nullptr);
    ~SendDialog() override;

    [[nodiscard]] Send call() const;

private:
    void refresh(const QColor& errorColor);

    std::unique_ptr<Ui::SendDialog> m_ui;
};

} // namespace finwait
