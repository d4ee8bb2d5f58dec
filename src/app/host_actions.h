// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What can happen to the computer of a side: entries of the Connection menu. What cannot happen now is disabled, and
// its tool tip says why.
#pragma once

#include "app/action_table.h"
#include "core/host.h"
#include "core/side.h"

#include <QObject>

class QMenu;

namespace finwait {

class Session;

class HostActions : public QObject
{
    Q_OBJECT

public:
    /// Acts on `session`, which must outlive it.
    HostActions(Session& session, QObject* parent);

    void addTo(QMenu& menu, Side side) const;
    void retranslate();
    [[nodiscard]] QAction& action(Side side, HostEvent event) const { return m_tables[side][event]; }

private:
    void refresh();

    Session& m_session;
    PerSide<ActionTable> m_tables;
};

} // namespace finwait
