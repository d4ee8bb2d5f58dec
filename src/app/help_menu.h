// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The Help menu and its three windows.
#pragma once

#include "app/action_table.h"

#include <QObject>

class QMainWindow;
class QMenu;

namespace finwait {

class HelpMenu : public QObject
{
    Q_OBJECT

public:
    /// The list of keys is made from the menus of `window`.
    explicit HelpMenu(QMainWindow& window);

    void retranslate();

private:
    void showStates();
    void showShortcuts();
    void showAbout();

    QMainWindow& m_window;
    ActionTable m_table;
    QMenu* m_menu;
};

} // namespace finwait
