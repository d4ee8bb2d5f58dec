// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Puts aside what is not saved in a window, and offers what was put aside when the program came to a bad end.
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

    /// Asks what to do with what was left behind, if anything was.
    void offer();

private:
    void putAside();
    void ask(const std::shared_ptr<LeftBehind>& left);

    const Session& m_session;
    ScenarioFiles& m_files;
    QWidget& m_window;
    RecoveryStore m_store;
    QTimer m_timer; // runs while there is something to put aside, so that it is not written too often
};

} // namespace finwait
