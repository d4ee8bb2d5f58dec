// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/view_actions.h"

#include "app/tinted_icon.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QHash>
#include <QMenu>
#include <QMenuBar>

#include <array>

namespace finwait {

namespace {

constexpr const char* context = "finwait::ViewActions";

/// In the order of ViewAction.
constexpr std::array rows = {
    ActionRow{"everyTransition", nullptr, "Ctrl+Shift+A",
              QT_TRANSLATE_NOOP("finwait::ViewActions", "&Every transition"),
              QT_TRANSLATE_NOOP(
                  "finwait::ViewActions",
                  "Also show the transitions that the RFC's figure leaves out: resets, time-outs, aborts. Where "
                  "that needs more room: drag, scroll, or press Shift and an arrow key"),
              true},
    ActionRow{"allConnections", "all-connections", "Ctrl+Shift+D",
              QT_TRANSLATE_NOOP("finwait::ViewActions", "&All connections in the diagram"),
              QT_TRANSLATE_NOOP("finwait::ViewActions",
                                "Show where all connections that are listed ended, and how often each transition was "
                                "taken"),
              true},
    ActionRow{"compressedTime", nullptr, "Ctrl+Shift+C",
              QT_TRANSLATE_NOOP("finwait::ViewActions", "&Compress idle time"),
              QT_TRANSLATE_NOOP("finwait::ViewActions",
                                "Shorten the chart's time axis where nothing happens; otherwise it is linear"),
              true},
    ActionRow{"zoomIn", "zoom-in", "Ctrl++; Ctrl+=", QT_TRANSLATE_NOOP("finwait::ViewActions", "Zoom &in"),
              QT_TRANSLATE_NOOP("finwait::ViewActions", "Show the picture that has the focus larger")},
    ActionRow{"zoomOut", "zoom-out", "Ctrl+-", QT_TRANSLATE_NOOP("finwait::ViewActions", "Zoom &out"),
              QT_TRANSLATE_NOOP("finwait::ViewActions", "Show the picture that has the focus smaller")},
    ActionRow{"fit", "fit", "Ctrl+0", QT_TRANSLATE_NOOP("finwait::ViewActions", "&Fit"),
              QT_TRANSLATE_NOOP("finwait::ViewActions",
                                "Show all of the picture that has the focus, or as much of it as can be read")},
    ActionRow{"fullScreen", nullptr, "F11", QT_TRANSLATE_NOOP("finwait::ViewActions", "F&ull screen"),
              QT_TRANSLATE_NOOP("finwait::ViewActions", "Use all of the screen"), true},
};

template <typename Enum>
QAction* addChoice(QActionGroup* group, QMenu* menu, Enum value)
{
    QAction* action = menu->addAction(QString());
    action->setCheckable(true);
    action->setData(static_cast<int>(value));
    group->addAction(action);
    return action;
}

template <typename Enum>
void markChoice(const QActionGroup& group, Enum value)
{
    for (QAction* action : group.actions())
        action->setChecked(action->data().toInt() == static_cast<int>(value));
}

} // namespace

ViewActions::ViewActions(QWidget& owner)
    : QObject(&owner)
    , m_table(rows, context, this)
    , m_menu(new QMenu(&owner))
    , m_themeMenu(new QMenu(m_menu))
    , m_languageMenu(new QMenu(m_menu))
    , m_themes(new QActionGroup(this))
    , m_languages(new QActionGroup(this))
{
    m_menu->setToolTipsVisible(true);
    m_themeMenu->setIcon(tintedIcon(QStringLiteral("light-dark")));
    addThemes();
    addLanguages();
}

void ViewActions::addThemes()
{
    for (const ThemeMode mode : {ThemeMode::FollowDesktop, ThemeMode::Light, ThemeMode::Dark}) {
        const QAction* action = addChoice(m_themes, m_themeMenu, mode);
        connect(action, &QAction::triggered, this, [this, mode] { emit themeChosen(mode); });
    }
}

void ViewActions::addLanguages()
{
    for (const LanguageMode mode :
         {LanguageMode::FollowDesktop, LanguageMode::English, LanguageMode::SimplifiedChinese}) {
        const QAction* action = addChoice(m_languages, m_languageMenu, mode);
        connect(action, &QAction::triggered, this, [this, mode] { emit languageChosen(mode); });
    }
}

/// The dock's own action would close a dock that another one hides.
void ViewActions::addDock(QDockWidget& dock, const QKeySequence& keys)
{
    auto* entry = new QAction(dock.windowTitle(), this);
    entry->setObjectName(dock.objectName() + QStringLiteral("Open"));
    entry->setShortcut(keys);
    entry->setCheckable(true);
    entry->setChecked(dock.toggleViewAction()->isChecked());
    entry->setEnabled(dock.toggleViewAction()->isEnabled());
    connect(dock.toggleViewAction(), &QAction::toggled, entry, &QAction::setChecked);
    connect(dock.toggleViewAction(), &QAction::enabledChanged, entry, &QAction::setEnabled);
    connect(&dock, &QWidget::windowTitleChanged, entry, &QAction::setText);
    connect(entry, &QAction::triggered, &dock, [&dock, entry] {
        if (dock.visibleRegion().isEmpty()) {
            dock.show();
            dock.raise();
        } else {
            dock.close();
        }
        entry->setChecked(dock.toggleViewAction()->isChecked());
    });
    m_docks.push_back(entry);
}

void ViewActions::addTo(QMenuBar& bar)
{
    m_menu->addAction(&action(ViewAction::EveryTransition));
    m_menu->addAction(&action(ViewAction::AllConnections));
    m_menu->addAction(&action(ViewAction::CompressedTime));
    m_menu->addSeparator();
    m_menu->addAction(&action(ViewAction::ZoomIn));
    m_menu->addAction(&action(ViewAction::ZoomOut));
    m_menu->addAction(&action(ViewAction::Fit));
    m_menu->addSeparator();
    for (QAction* dock : m_docks)
        m_menu->addAction(dock);
    m_menu->addAction(&action(ViewAction::FullScreen));
    m_menu->addSeparator();
    m_menu->addMenu(m_themeMenu);
    m_menu->addMenu(m_languageMenu);
    bar.addMenu(m_menu);
    retranslate();
}

void ViewActions::retranslate()
{
    m_table.retranslate();
    m_menu->setTitle(tr("&View"));
    m_themeMenu->setTitle(tr("&Theme"));
    m_languageMenu->setTitle(tr("&Language"));
    const std::array themes = {tr("As the &desktop"), tr("&Light"), tr("Dar&k")};
    for (QAction* action : m_themes->actions())
        action->setText(themes.at(std::size_t(action->data().toInt())));
    // A dock's own title has no mnemonic.
    const QHash<QString, QString> docks = {{QStringLiteral("eventsDockOpen"), tr("E&vents")},
                                           {QStringLiteral("inspectorDockOpen"), tr("I&nspector")},
                                           {QStringLiteral("branchesDockOpen"), tr("&Branches")},
                                           {QStringLiteral("scriptDockOpen"), tr("&Script")},
                                           {QStringLiteral("connectionsDockOpen"), tr("Ca&ptured connections")}};
    for (QAction* dock : m_docks)
        dock->setText(docks.value(dock->objectName(), dock->text()));
    // A language is called by its own name in every language.
    const std::array languages = {tr("As the &desktop"), QStringLiteral("&English"), QStringLiteral("&简体中文")};
    for (QAction* action : m_languages->actions())
        action->setText(languages.at(std::size_t(action->data().toInt())));
}

void ViewActions::showTheme(ThemeMode mode)
{
    markChoice(*m_themes, mode);
}

void ViewActions::showLanguage(LanguageMode mode)
{
    markChoice(*m_languages, mode);
}

} // namespace finwait
