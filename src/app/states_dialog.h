// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the eleven states mean, what leads out of them, and how RFC 9293 and the ss tool spell them.
#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class StatesDialog;
}

namespace finwait {

class StatesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit StatesDialog(QWidget* parent = nullptr);
    ~StatesDialog() override;

private:
    std::unique_ptr<Ui::StatesDialog> m_ui;
};

} // namespace finwait
