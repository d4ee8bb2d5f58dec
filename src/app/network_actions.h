// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The Network menu: faults, the delay, delivery by hand, the segments that are on their way, and the timers that run.
#pragma once

#include "app/action_table.h"
#include "app/network_deeds.h"

#include <QObject>

#include <array>
#include <cstdint>

class QMenu;
class QMenuBar;

namespace finwait {

class Session;

enum class NetworkAction : std::uint8_t {
    Faults,
    Delay,
    Manual,
    DeliverNext,
    DropNext,
    DuplicateNext,
    HoldNext,
    FireNextTimer
};

class NetworkActions : public QObject
{
    Q_OBJECT

public:
    /// Acts on `session`, which must outlive it; `owner` is the window the keys work in.
    NetworkActions(Session& session, QWidget& owner);

    void addTo(QMenuBar& bar);
    void retranslate();
    [[nodiscard]] QAction& action(NetworkAction action) const { return m_table[action]; }

signals:
    void faultsRequested();
    void delayRequested();

private:
    void refresh();
    void fill(NetworkDeed deed);
    void doToFirst(NetworkDeed deed);
    void setManual(bool manual);
    [[nodiscard]] QMenu* submenu(NetworkDeed deed) const { return m_submenus[std::size_t(deed)]; }

    Session& m_session;
    ActionTable m_table;
    QMenu* m_menu;
    std::array<QMenu*, networkDeedCount> m_submenus{};
};

} // namespace finwait
