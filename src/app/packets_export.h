// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// File, Export packets: asks for a file and writes the connection's packets to it, as one of its ends sees them.
#pragma once

#include "core/side.h"

#include <QObject>

class QWidget;

namespace finwait {

class AppSettings;
class Session;

class PacketsExport : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; `window` is under its dialogs and owns it.
    PacketsExport(Session& session, AppSettings& settings, QWidget& window);

    void chooseFile(Side at);

signals:
    void exported(const QString& path);

private:
    void write(Side at, const QString& path);
    void complain(const QString& why) const;

    Session& m_session;
    AppSettings& m_settings;
    QWidget& m_window;
};

} // namespace finwait
