// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/help_menu.h"

#include "app/about_dialog.h"
#include "app/shortcuts_dialog.h"
#include "app/states_dialog.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <array>

namespace finwait {

namespace {

constexpr const char* context = "finwait::HelpMenu";

enum class HelpAction : std::uint8_t { States, Shortcuts, About };

/// In the order of HelpAction.
constexpr std::array rows = {
    ActionRow{"helpStates", nullptr, "F1", QT_TRANSLATE_NOOP("finwait::HelpMenu", "&States and their spellings"),
              QT_TRANSLATE_NOOP("finwait::HelpMenu", "What each state means, and what it is called elsewhere")},
    ActionRow{"helpShortcuts", nullptr, "Ctrl+F1", QT_TRANSLATE_NOOP("finwait::HelpMenu", "&Keyboard shortcuts"),
              QT_TRANSLATE_NOOP("finwait::HelpMenu", "Every key and what it does")},
    ActionRow{"helpAbout", "about", "Shift+F1", QT_TRANSLATE_NOOP("finwait::HelpMenu", "&About Finwait"),
              QT_TRANSLATE_NOOP("finwait::HelpMenu", "Version and licence")},
};

} // namespace

HelpMenu::HelpMenu(QMainWindow& window)
    : QObject(&window)
    , m_window(window)
    , m_table(rows, context, this)
    , m_menu(new QMenu(&window))
{
    m_menu->addActions({m_table.actions().begin(), m_table.actions().end()});
    window.menuBar()->addMenu(m_menu);
    connect(&m_table[HelpAction::States], &QAction::triggered, this, &HelpMenu::showStates);
    connect(&m_table[HelpAction::Shortcuts], &QAction::triggered, this, &HelpMenu::showShortcuts);
    connect(&m_table[HelpAction::About], &QAction::triggered, this, &HelpMenu::showAbout);
    retranslate();
}

void HelpMenu::retranslate()
{
    m_menu->setTitle(tr("&Help"));
    m_table.retranslate();
}

void HelpMenu::showStates()
{
    auto* dialog = new StatesDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HelpMenu::showShortcuts()
{
    auto* dialog = new ShortcutsDialog(*m_window.menuBar(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HelpMenu::showAbout()
{
    auto* dialog = new AboutDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace finwait
