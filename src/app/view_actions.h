// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The View menu: what the pictures show, how large, which panels there are, theme and language.
#pragma once

#include "app/action_table.h"
#include "app/app_settings.h"

#include <QObject>

#include <cstdint>
#include <vector>

class QActionGroup;
class QDockWidget;
class QMenu;
class QMenuBar;

namespace finwait {

enum class ViewAction : std::uint8_t {
    EveryTransition,
    AllConnections,
    CompressedTime,
    ZoomIn,
    ZoomOut,
    Fit,
    FullScreen
};

class ViewActions : public QObject
{
    Q_OBJECT

public:
    explicit ViewActions(QWidget& owner);

    /// A panel that can be hidden, with the key that does it.
    void addDock(QDockWidget& dock, const QKeySequence& keys);
    void addTo(QMenuBar& bar);
    void retranslate();
    [[nodiscard]] QAction& action(ViewAction action) const { return m_table[action]; }

    /// The connections of a capture can be shown, or cannot, for the reason in `whyNot`, a sentence.
    void allowAllConnections(const QString& whyNot) { m_table.allow(ViewAction::AllConnections, whyNot); }
    /// Marks what is in force, without a signal.
    void showTheme(ThemeMode mode);
    void showLanguage(LanguageMode mode);

signals:
    void themeChosen(finwait::ThemeMode mode);
    void languageChosen(finwait::LanguageMode mode);

private:
    void addThemes();
    void addLanguages();

    ActionTable m_table;
    QMenu* m_menu;
    QMenu* m_themeMenu;
    QMenu* m_languageMenu;
    QActionGroup* m_themes;
    QActionGroup* m_languages;
    std::vector<QAction*> m_docks;
};

} // namespace finwait
