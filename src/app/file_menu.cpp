// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/file_menu.h"

#include "app/scenario_titles.h"
#include "scenario/library.h"

#include <QActionGroup>
#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>

#include <array>

namespace finwait {

namespace {

constexpr const char* context = "finwait::FileMenu";

/// In the order of FileAction.
constexpr std::array rows = {
    ActionRow{"newScenario", nullptr, "Ctrl+N", QT_TRANSLATE_NOOP("finwait::FileMenu", "&New"),
              QT_TRANSLATE_NOOP("finwait::FileMenu", "Begin with two closed ends and nothing planned")},
    ActionRow{"openFile", nullptr, "Ctrl+O", QT_TRANSLATE_NOOP("finwait::FileMenu", "&Open..."),
              QT_TRANSLATE_NOOP("finwait::FileMenu",
                                "Play a scenario, a packetdrill script or a captured connection from a file")},
    ActionRow{"saveFile", nullptr, "Ctrl+S", QT_TRANSLATE_NOOP("finwait::FileMenu", "&Save"),
              QT_TRANSLATE_NOOP("finwait::FileMenu",
                                "Write the scenario to its file, with what was done by hand in the current branch")},
    ActionRow{"saveFileAs", nullptr, "Ctrl+Shift+S", QT_TRANSLATE_NOOP("finwait::FileMenu", "Save &as..."),
              QT_TRANSLATE_NOOP("finwait::FileMenu", "Write the scenario to another file")},
    ActionRow{"library", "library", "Ctrl+L", QT_TRANSLATE_NOOP("finwait::FileMenu", "&Library..."),
              QT_TRANSLATE_NOOP("finwait::FileMenu", "Look through the scenarios that ship with Finwait")},
    ActionRow{"playAgain", nullptr, "F5", QT_TRANSLATE_NOOP("finwait::FileMenu", "&Begin the scenario again"),
              QT_TRANSLATE_NOOP("finwait::FileMenu",
                                "Load it afresh: what was done by hand since it was opened or saved is undone")},
    ActionRow{"export", "export-svg", "Ctrl+E", QT_TRANSLATE_NOOP("finwait::FileMenu", "&Export as SVG..."),
              QT_TRANSLATE_NOOP("finwait::FileMenu", "Save the diagram, the chart or both as an SVG file")},
    ActionRow{"packetsAtClient", nullptr, "Ctrl+K",
              QT_TRANSLATE_NOOP("finwait::FileMenu", "As the &client sees them..."),
              QT_TRANSLATE_NOOP("finwait::FileMenu", "Save a capture of what the client sends and what arrives there")},
    ActionRow{"packetsAtServer", nullptr, "Ctrl+Shift+K",
              QT_TRANSLATE_NOOP("finwait::FileMenu", "As the &server sees them..."),
              QT_TRANSLATE_NOOP("finwait::FileMenu", "Save a capture of what the server sends and what arrives there")},
    ActionRow{"scriptOfClient", nullptr, "Ctrl+G", QT_TRANSLATE_NOOP("finwait::FileMenu", "Of the &client's end..."),
              QT_TRANSLATE_NOOP("finwait::FileMenu",
                                "Save a script that plays the server and tests whether a client does the same")},
    ActionRow{"scriptOfServer", nullptr, "Ctrl+Shift+G",
              QT_TRANSLATE_NOOP("finwait::FileMenu", "Of the &server's end..."),
              QT_TRANSLATE_NOOP("finwait::FileMenu",
                                "Save a script that plays the client and tests whether a server does the same")},
    ActionRow{"quit", nullptr, "Ctrl+Q", QT_TRANSLATE_NOOP("finwait::FileMenu", "&Quit"),
              QT_TRANSLATE_NOOP("finwait::FileMenu", "Leave Finwait")},
};

constexpr int lastDigit = 9; // the first nine scenarios have Ctrl+1 to Ctrl+9
constexpr int base = 10;     // the tenth recent file has the digit 0

} // namespace

FileMenu::FileMenu(QWidget& owner)
    : QObject(&owner)
    , m_table(rows, context, this)
    , m_menu(new QMenu(&owner))
    , m_recentMenu(new QMenu(m_menu))
    , m_scenarioMenu(new QMenu(m_menu))
    , m_packetsMenu(new QMenu(m_menu))
    , m_scriptMenu(new QMenu(m_menu))
    , m_scenarios(new QActionGroup(this))
{
    m_menu->setToolTipsVisible(true);
    m_recentMenu->setObjectName(QStringLiteral("recentFiles"));
    m_recentMenu->setToolTipsVisible(true);
    m_scenarioMenu->setToolTipsVisible(true);
    m_packetsMenu->setToolTipsVisible(true);
    m_scriptMenu->setToolTipsVisible(true);
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
        connect(entry, &QAction::triggered, this, [this, chosen = &scenario] {
            checkShown(); // it may not come to be played
            emit scenarioChosen(*chosen);
        });
    }
}

void FileMenu::addTo(QMenuBar& bar)
{
    m_menu->addAction(&action(FileAction::New));
    m_menu->addAction(&action(FileAction::Open));
    m_menu->addMenu(m_recentMenu);
    m_menu->addAction(&action(FileAction::Save));
    m_menu->addAction(&action(FileAction::SaveAs));
    m_menu->addSeparator();
    m_menu->addAction(&action(FileAction::Library));
    m_menu->addMenu(m_scenarioMenu);
    m_menu->addAction(&action(FileAction::Again));
    m_menu->addSeparator();
    m_menu->addAction(&action(FileAction::Export));
    m_packetsMenu->addAction(&action(FileAction::PacketsAtClient));
    m_packetsMenu->addAction(&action(FileAction::PacketsAtServer));
    m_menu->addMenu(m_packetsMenu);
    m_scriptMenu->addAction(&action(FileAction::ScriptOfClient));
    m_scriptMenu->addAction(&action(FileAction::ScriptOfServer));
    m_menu->addMenu(m_scriptMenu);
    m_menu->addSeparator();
    m_menu->addAction(&action(FileAction::Quit));
    bar.addMenu(m_menu);
    retranslate();
}

void FileMenu::retranslate()
{
    m_menu->setTitle(tr("&File"));
    m_recentMenu->setTitle(tr("Open &recent"));
    fillRecent();
    m_scenarioMenu->setTitle(tr("S&cenario"));
    m_packetsMenu->setTitle(tr("Export &packets (.pcapng)"));
    m_scriptMenu->setTitle(tr("Export packetdrill scrip&t (.pkt)"));
    m_table.retranslate();
    qsizetype index = 0;
    for (const Scenario& scenario : scenarioLibrary()) {
        QAction* entry = m_scenarios->actions().at(index++);
        entry->setText(scenarioTitle(scenario));
        entry->setToolTip(scenarioDescription(scenario));
    }
}

void FileMenu::allowSaving(const QString& whyNot)
{
    m_table.allow(FileAction::Save, whyNot);
    m_table.allow(FileAction::SaveAs, whyNot);
}

void FileMenu::allowScripts(const QString& whyNot)
{
    m_table.allow(FileAction::ScriptOfClient, whyNot);
    m_table.allow(FileAction::ScriptOfServer, whyNot);
}

void FileMenu::showScenario(const Scenario& scenario)
{
    m_shown = QString::fromStdString(scenario.name);
    checkShown();
}

void FileMenu::checkShown()
{
    for (QAction* entry : m_scenarios->actions())
        entry->setChecked(entry->objectName() == m_shown);
}

void FileMenu::showRecent(const QStringList& paths)
{
    m_recent = paths;
    fillRecent();
}

void FileMenu::fillRecent()
{
    m_recentMenu->clear();
    m_recentMenu->setEnabled(!m_recent.isEmpty());
    int number = 0;
    for (const QString& path : m_recent) {
        const QString name = QFileInfo(path).fileName().replace(u'&', QStringLiteral("&&"));
        QAction* entry = m_recentMenu->addAction(QStringLiteral("&%1  %2").arg(++number % base).arg(name));
        entry->setToolTip(QDir::toNativeSeparators(path));
        connect(entry, &QAction::triggered, this, [this, path] { emit recentChosen(path); });
    }
    m_recentMenu->addSeparator();
    connect(m_recentMenu->addAction(tr("&Clear this list")), &QAction::triggered, this, &FileMenu::recentCleared);
}

} // namespace finwait
