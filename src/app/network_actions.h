// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The Network menu: the delay, the segments that are on their way, and the timers that run.
#pragma once

#include "app/action_table.h"
#include "core/command.h"

#include <QObject>

#include <cstdint>
#include <vector>

class QMenu;
class QMenuBar;

namespace finwait {

class Session;

enum class NetworkAction : std::uint8_t { Delay, DeliverNext, DropNext, FireNextTimer };

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
    void delayRequested();

private:
    /// An entry of a submenu.
    struct Entry {
        QString text;
        Command command;
    };

    void refresh();
    void fill(QMenu& menu, const std::vector<Entry>& entries);
    [[nodiscard]] std::vector<Entry> deliveries() const;
    [[nodiscard]] std::vector<Entry> drops() const;
    [[nodiscard]] std::vector<Entry> timers() const;
    [[nodiscard]] QString segmentText(FlightIndex flight) const;
    void submitFirst(const std::vector<Entry>& entries);

    Session& m_session;
    ActionTable m_table;
    QMenu* m_menu;
    QMenu* m_deliverMenu;
    QMenu* m_dropMenu;
    QMenu* m_timerMenu;
};

} // namespace finwait
