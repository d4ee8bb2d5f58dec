// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The Play menu: everything that moves the playhead, and how fast.
#pragma once

#include "app/action_table.h"

#include <QIcon>
#include <QObject>

#include <cstdint>

class QActionGroup;
class QMenu;
class QMenuBar;

namespace finwait {

class Session;

enum class PlayAction : std::uint8_t {
    ToStart,
    PreviousTransition,
    StepBack,
    Play,
    StepForward,
    NextTransition,
    ToEnd,
    SkipIdleNow,
    SkipsIdle,
    Slower,
    Faster,
    RealTime,
};

class PlayActions : public QObject
{
    Q_OBJECT

public:
    /// Acts on `session`, which must outlive it; `owner` is the window the keys work in.
    PlayActions(Session& session, QWidget& owner);

    void addTo(QMenuBar& bar);
    void retranslate();
    [[nodiscard]] QAction& action(PlayAction action) const { return m_table[action]; }

private:
    void connectActions();
    void playOrPause();
    void addSpeeds();
    void refresh();
    void showSpeed();

    Session& m_session;
    ActionTable m_table;
    QMenu* m_menu;
    QMenu* m_speedMenu;
    QActionGroup* m_speeds;
    QIcon m_playIcon;
    QIcon m_pauseIcon;
};

} // namespace finwait
