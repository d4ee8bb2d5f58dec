// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What one end of the connection sees of it, as a file: asks for its name, writes it, and says how that went.
#pragma once

#include "core/side.h"

#include <QObject>
#include <QString>

class QWidget;

namespace finwait {

class AppSettings;
class Session;

class SideExport : public QObject
{
    Q_OBJECT

public:
    void chooseFile(Side at);

signals:
    void exported(const QString& path);

protected:
    /// What is said around it.
    struct Words {
        QString title;     ///< of the file dialog
        QString filter;    ///< of the file dialog: "Captures (*.pcapng)"
        QString subject;   ///< title of a message about it
        QString complaint; ///< a sentence: it cannot be done
        QString remark;    ///< a sentence: it was done, but
    };
    /// Details, in sentences; empty: there is nothing to say.
    struct Outcome {
        QString error;
        QString remark;
    };

    /// All must outlive it; `window` is under its dialogs and owns it.
    SideExport(Session& session, AppSettings& settings, QWidget& window);

    [[nodiscard]] virtual QString suffix() const = 0;
    [[nodiscard]] virtual Words wordsFor(Side at) const = 0;
    [[nodiscard]] virtual Outcome writeTo(const QString& path, Side at) const = 0;
    [[nodiscard]] const Session& session() const { return m_session; }

private:
    void write(Side at, const QString& path);
    void say(const QString& subject, const QString& what, const QString& details, bool isError) const;

    Session& m_session;
    AppSettings& m_settings;
    QWidget& m_window;
};

} // namespace finwait
