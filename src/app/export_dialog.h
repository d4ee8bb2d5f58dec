// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Asks what is to be exported, on what ground, and into which file; stays open, with the reason, when that fails.
#pragma once

#include "app/app_settings.h"
#include "view/theme.h"

#include <QDialog>

#include <functional>
#include <memory>

namespace Ui {
class ExportDialog;
}

namespace finwait {

struct ExportRequest {
    ExportContent content = ExportContent::Both;
    ExportGround ground = ExportGround::Light;
    QString path;
};

class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Writes the file; returns what went wrong, a sentence that names the file, or nothing.
    using Writer = std::function<QString(const ExportRequest&)>;

    ExportDialog(const ExportRequest& suggested, const Theme& theme, Writer writer, QWidget* parent = nullptr);
    ~ExportDialog() override;

    [[nodiscard]] ExportRequest request() const;

public slots:
    void accept() override;

private:
    void setRequest(const ExportRequest& request);
    void chooseFile();
    void askToReplace();
    void write();
    void complain(const QString& text);
    void refresh();

    std::unique_ptr<Ui::ExportDialog> m_ui;
    Writer m_writer;
    QString m_confirmed; // the file that may be replaced
};

} // namespace finwait
