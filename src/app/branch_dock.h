// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Makes the branches of the session to be seen once there are any: a panel with their list, and a window in which two
// of them are compared.
#pragma once

#include "session/branch.h"
#include "view/theme.h"

#include <QObject>

class QDockWidget;

namespace finwait {

class AppSettings;
class BranchPanel;
class ComparisonWindow;
class Session;

class BranchDock : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; `window` owns it.
    BranchDock(Session& session, AppSettings& settings, QWidget& window);

    /// The list, to be put into a dock.
    [[nodiscard]] BranchPanel& panel() const { return *m_panel; }
    /// `dock` holds the list: it is to be seen as soon as there is more than one branch, or when it is asked for.
    void setDock(QDockWidget& dock);
    /// Whatever was remembered about the dock: only if there is more than one branch.
    void showWhenNeeded();
    void setTheme(const Theme& theme);

private:
    void compare(BranchId id);
    [[nodiscard]] bool isNeeded() const;

    Session& m_session;
    AppSettings& m_settings;
    QWidget& m_window;
    Theme m_theme;
    BranchPanel* m_panel;
    QDockWidget* m_dock = nullptr;
    ComparisonWindow* m_comparison = nullptr; // made when it is needed first
    bool m_wasNeeded = false;
};

} // namespace finwait
