// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The File menu: the scenarios that ship, playing one again, export, quit.
#pragma once

#include "app/action_table.h"
#include "scenario/scenario.h"

#include <QObject>

#include <cstdint>

class QActionGroup;
class QMenu;
class QMenuBar;

namespace finwait {

enum class FileAction : std::uint8_t { Again, Export, Quit };

class FileMenu : public QObject
{
    Q_OBJECT

public:
    explicit FileMenu(QWidget& owner);

    void addTo(QMenuBar& bar);
    void retranslate();
    [[nodiscard]] QAction& action(FileAction action) const { return m_table[action]; }
    /// Marks the scenario that is being played.
    void showScenario(const Scenario& scenario);

signals:
    void scenarioChosen(const finwait::Scenario& scenario);

private:
    void addScenarios();

    ActionTable m_table;
    QMenu* m_menu;
    QMenu* m_scenarioMenu;
    QActionGroup* m_scenarios; // in the order of scenarioLibrary()
};

} // namespace finwait
