// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The tool bar: the playhead's buttons, the speed, the moment, the scrubber, and which scenario is played.
#pragma once

#include "scenario/scenario.h"
#include "view/theme.h"

#include <QToolBar>

class QComboBox;
class QLabel;

namespace finwait {

class PlayActions;
class Scrubber;
class Session;
class SpeedControl;

class PlayBar : public QToolBar
{
    Q_OBJECT

public:
    /// Shows and moves `session`, which must outlive it as must `actions`.
    PlayBar(Session& session, PlayActions& actions, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void retranslate();
    /// A button beside the box of scenarios.
    void addBesideScenarios(QAction& action);

signals:
    void scenarioChosen(const finwait::Scenario& scenario);

private:
    void addButtons(PlayActions& actions);
    void addWidgets();
    void connectSession();
    void refresh();
    void showScenario();
    void fillScenarios();
    void addScenario(const Scenario& scenario);
    void choose(int index);
    [[nodiscard]] int widestMoment() const; // pixels

    Session& m_session;
    SpeedControl* m_speed;
    QLabel* m_moment;
    Scrubber* m_scrubber;
    int m_shown = -1;       // the index in the box of the scenario that is played
    QComboBox* m_scenarios; // the library in its order; behind it one that is not of the library, if it is played
};

} // namespace finwait
