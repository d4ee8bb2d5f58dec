// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The stack profiles to choose from for both sides of the scenario that is played; the one in force is marked.
#pragma once

#include <QMenu>

#include <string>
#include <vector>

class QActionGroup;

namespace finwait {

class Session;

class ProfileMenu : public QMenu
{
    Q_OBJECT

public:
    /// Shows what `session`, which must outlive it, plays.
    explicit ProfileMenu(const Session& session, QWidget* parent = nullptr);

    void retranslate();

signals:
    /// Another one than is in force on both sides.
    void chosen(const std::string& profile);

private:
    void addProfile(const std::string& name);
    void refresh();

    const Session& m_session;
    QActionGroup* m_group;
    std::vector<QAction*> m_profiles; // in the order of stackProfiles()
    QAction* m_each;                  // says what the sides have if they differ
};

} // namespace finwait
