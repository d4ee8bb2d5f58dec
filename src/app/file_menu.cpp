// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/file_menu.h"

#include "app/scenario_titles.h"
#include "scenario/library.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

#include <array>

namespace finwait {

namespace {

constexpr const char* context = "finwait::FileMenu";

/// In the order of FileAction.
constexpr std::array rows = {
    ActionRow{"playAgain", nullptr, "F5", QT_TRANSLATE_NOOP("finwait::FileMenu", "&Begin the scenario again"),
              QT_TRANSLATE_NOOP("finwait::FileMenu", "Load it afresh: what was done to it is undone")},
    ActionRow{"export", "export-svg", "Ctrl+E", QT_TRANSLATE_NOOP("finwait::FileMenu", "&Export as SVG..."),
              QT_TRANSLATE_NOOP("finwait::FileMenu", "Save the diagram, the chart or both as an SVG file")},
    ActionRow{"quit", nullptr, "Ctrl+Q", QT_TRANSLATE_NOOP("finwait::FileMenu", "&Quit"),
              QT_TRANSLATE_NOOP("finwait::FileMenu", "Leave Finwait")},
};

constexpr int lastDigit = 9; // the first nine scenarios have Ctrl+1 to Ctrl+9

} // namespace

FileMenu::FileMenu(QWidget& owner)
    : QObject(&owner)
    , m_table(rows, context, this)
    , m_menu(new QMenu(&owner))
    , m_scenarioMenu(new QMenu(m_menu))
    , m_scenarios(new QActionGroup(this))
{
    m_menu->setToolTipsVisible(true);
    m_scenarioMenu->setToolTipsVisible(true);
    addScenarios();
}

void FileMenu::addScenarios()
{
    m_scenarios->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    int number = 0;
    for (const Scenario& scenario : scenarioLibrary()) {
        QAction* entry = m_scenarioMenu->addAction(QString());
        entry->setObjectName(QString::fromStdString(scenario.name));
        entry->setCheckable(true);
        if (++number <= lastDigit)
            entry->setShortcut(QKeySequence(QStringLiteral("Ctrl+%1").arg(number)));
        m_scenarios->addAction(entry);
        connect(entry, &QAction::triggered, this, [this, &scenario] { emit scenarioChosen(scenario); });
    }
}

void FileMenu::addTo(QMenuBar& bar)
{
    m_menu->addMenu(m_scenarioMenu);
    m_menu->addAction(&action(FileAction::Again));
    m_menu->addSeparator();
    m_menu->addAction(&action(FileAction::Export));
    m_menu->addSeparator();
    m_menu->addAction(&action(FileAction::Quit));
    bar.addMenu(m_menu);
    retranslate();
}

void FileMenu::retranslate()
{
    m_menu->setTitle(tr("&File"));
    m_scenarioMenu->setTitle(tr("&Scenario"));
    m_table.retranslate();
    qsizetype index = 0;
    for (const Scenario& scenario : scenarioLibrary()) {
        QAction* entry = m_scenarios->actions().at(index++);
        entry->setText(scenarioTitle(scenario));
        entry->setToolTip(scenarioDescription(scenario));
    }
}

void FileMenu::showScenario(const Scenario& scenario)
{
    for (QAction* entry : m_scenarios->actions())
        entry->setChecked(entry->objectName() == QString::fromStdString(scenario.name));
}

} // namespace finwait
