// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Opens the dialogs over the window, and does what they are accepted with.
#pragma once

#include "app/export_dialog.h"
#include "core/side.h"

#include <QObject>

#include <functional>

class QWidget;

namespace finwait {

class Appearance;
class AppSettings;
class Session;

class Dialogs : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; `window` is under the dialogs and owns it.
    Dialogs(Session& session, AppSettings& settings, const Appearance& appearance, QWidget& window);

    void openConnection();
    void closeConnection();
    void send(Side side);
    void networkDelay();
    void faults();
    /// `content` is what is suggested; `writer` writes the file.
    void exportPicture(ExportContent content, const ExportDialog::Writer& writer);

signals:
    void exported(const QString& path);

private:
    Session& m_session;
    AppSettings& m_settings;
    const Appearance& m_appearance;
    QWidget& m_window;
};

} // namespace finwait
