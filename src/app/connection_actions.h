// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The Connection menu: the two dialogs, and what each application can be made to do. What RFC 9293 would refuse now is
// disabled, and its tool tip says why.
#pragma once

#include "app/action_table.h"
#include "core/call.h"
#include "core/side.h"

#include <QList>
#include <QObject>

#include <cstdint>
#include <string>

class QMenu;
class QMenuBar;

namespace finwait {

class HostActions;
class ProfileMenu;
class Session;

enum class ConnectionAction : std::uint8_t { Open, Close, Continue };
enum class CallAction : std::uint8_t { OpenActive, OpenPassive, Send, Receive, Close, CloseAndLeave, Abort };

class ConnectionActions : public QObject
{
    Q_OBJECT

public:
    /// Acts on `session`, which must outlive it; `owner` is the window the keys work in.
    ConnectionActions(Session& session, QWidget& owner);

    void addTo(QMenuBar& bar);
    void retranslate();
    [[nodiscard]] QAction& action(ConnectionAction action) const { return m_table[action]; }
    [[nodiscard]] QAction& action(Side side, CallAction action) const { return m_tables[side][action]; }

    /// All that can be done to one side: calls, and what happens to its computer.
    [[nodiscard]] QList<QAction*> sideActions(Side side) const;

signals:
    void openRequested();
    void closeRequested();
    /// How much is to be sent has to be asked.
    void sendRequested(finwait::Side side);
    /// Both stacks are to be like this.
    void profileChosen(const std::string& profile);

private:
    void connectActions(Side side);
    void refresh();
    void refreshSide(Side side);
    void call(Side side, const Call& call);
    void goOn();
    [[nodiscard]] QString whyNotGoOn() const;
    [[nodiscard]] QString whyNot(Side side, const Call& call) const;
    [[nodiscard]] QString whyNotReceive(Side side) const;

    Session& m_session;
    ActionTable m_table;
    PerSide<ActionTable> m_tables;
    QMenu* m_menu;
    PerSide<QMenu*> m_menus;
    HostActions* m_hosts;
    ProfileMenu* m_profiles;
};

} // namespace finwait
