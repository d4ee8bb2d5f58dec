// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Asks how a new connection is to be opened, and shows beforehand which way both ends will go.
#pragma once

#include "app/connection_choices.h"
#include "view/theme.h"

#include <QDialog>

#include <memory>

namespace Ui {
class OpenConnectionDialog;
}

namespace finwait {

class OpenConnectionDialog : public QDialog
{
    Q_OBJECT

public:
    OpenConnectionDialog(const OpenChoice& choice, const Theme& theme, QWidget* parent = nullptr);
    ~OpenConnectionDialog() override;

    [[nodiscard]] OpenChoice choice() const;

private:
    void setChoice(const OpenChoice& choice);
    void connectInputs();
    void refresh();
    /// What is wrong with the input; empty: nothing.
    [[nodiscard]] QString complaint() const;

    std::unique_ptr<Ui::OpenConnectionDialog> m_ui;
    const Theme& m_theme;
};

} // namespace finwait
