// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the two applications can be made to do: the submenus for the client and the server. What RFC 9293 would refuse
// now is disabled, and its tool tip says why.
#pragma once

#include "app/action_table.h"
#include "core/call.h"
#include "core/side.h"

#include <QObject>

#include <cstdint>

class QMenu;

namespace finwait {

class Session;

enum class CallAction : std::uint8_t { OpenActive, OpenPassive, Send, Receive, Close, CloseAndLeave, Abort };

class ConnectionActions : public QObject
{
    Q_OBJECT

public:
    /// Acts on `session`, which must outlive it; `owner` is the window the keys work in.
    ConnectionActions(Session& session, QWidget& owner);

    /// Adds a submenu for each side.
    void addTo(QMenu& menu);
    void retranslate();
    [[nodiscard]] QAction& action(Side side, CallAction action) const { return m_tables[side][action]; }

signals:
    /// How much is to be sent has to be asked.
    void sendRequested(finwait::Side side);

private:
    void connectActions(Side side);
    void refresh();
    void refreshSide(Side side);
    void call(Side side, const Call& call);
    [[nodiscard]] QString whyNot(Side side, const Call& call) const;
    [[nodiscard]] QString whyNotReceive(Side side) const;

    Session& m_session;
    PerSide<ActionTable> m_tables;
    PerSide<QMenu*> m_menus;
};

} // namespace finwait
