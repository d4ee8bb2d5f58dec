// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The File menu: scenarios as files, the scenarios that ship, playing one again, export, quit.
#pragma once

#include "app/action_table.h"
#include "scenario/scenario.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <cstdint>

class QActionGroup;
class QMenu;
class QMenuBar;

namespace finwait {

enum class FileAction : std::uint8_t {
    New,
    Open,
    Save,
    SaveAs,
    Library,
    Again,
    Export,
    PacketsAtClient,
    PacketsAtServer,
    ScriptOfClient,
    ScriptOfServer,
    Quit,
};

class FileMenu : public QObject
{
    Q_OBJECT

public:
    explicit FileMenu(QWidget& owner);

    void addTo(QMenuBar& bar);
    void retranslate();
    [[nodiscard]] QAction& action(FileAction action) const { return m_table[action]; }
    /// Scenarios are saved, or are not, for the reason in `whyNot`, a sentence.
    void allowSaving(const QString& whyNot);
    /// The same for scripts that are to be exported.
    void allowScripts(const QString& whyNot);
    /// Marks the scenario that is being played.
    void showScenario(const Scenario& scenario);
    /// The files to offer for opening again.
    void showRecent(const QStringList& paths);

signals:
    void scenarioChosen(const finwait::Scenario& scenario);
    void recentChosen(const QString& path);
    void recentCleared();

private:
    void addScenarios();
    void fillRecent();
    void checkShown();

    ActionTable m_table;
    QMenu* m_menu;
    QMenu* m_recentMenu;
    QMenu* m_scenarioMenu;
    QMenu* m_packetsMenu;
    QMenu* m_scriptMenu;
    QActionGroup* m_scenarios; // in the order of scenarioLibrary()
    QString m_shown;           // the name of the scenario that is played
    QStringList m_recent;
};

} // namespace finwait
