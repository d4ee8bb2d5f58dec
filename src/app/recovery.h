// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Puts aside what is played in a window, and brings it back when the program came to a bad end: what was not saved
// after a question, a file in which all was saved without one.
#pragma once

#include "app/recovery_store.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QWidget;

namespace finwait {

class ScenarioFiles;
class Session;

class Recovery : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; `window` is under its question.
    Recovery(const QString& folder, const Session& session, ScenarioFiles& files, QWidget& window);

    /// Asks what to do with what was left behind unsaved, if anything was. A file that was open is forgotten.
    void offer();
    /// The same; if nothing was, the file comes back that was open then.
    void offerOrReopen();

private:
    void follow();
    void putAside();
    void startTimer();
    void ask(const std::shared_ptr<LeftBehind>& left);

    const Session& m_session;
    ScenarioFiles& m_files;
    QWidget& m_window;
    RecoveryStore m_store;
    QTimer m_timer; // runs while there is something to put aside, so that it is not written too often
};

} // namespace finwait
