// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The inspector: the state of either side at the playhead in words and numbers, and whatever is selected.
#pragma once

#include "core/side.h"
#include "view/selection.h"
#include "view/theme.h"

#include <QString>
#include <QWidget>

#include <cstddef>
#include <cstdint>
#include <optional>

class QTabBar;
class QStackedWidget;

namespace finwait {

class LinkBrowser;
class Session;
class StatePage;

class Inspector : public QWidget
{
    Q_OBJECT

public:
    /// `session` and `selection` must outlive the inspector.
    Inspector(Session& session, Selection& selection, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// A page about the scenario, with a tab of its own behind the others. Once at most.
    void addScenarioPage(QWidget* page);
    /// Brings that page to the front.
    void showScenario();
    /// Selects something, and does not bring the page about it to the front.
    void selectBehind(const SelectedThing& thing);

protected:
    void changeEvent(QEvent* event) override;

private:
    /// What the page of the selected thing depends on, besides theme and language.
    struct Told {
        SelectedThing thing;
        std::uint64_t rewrites = 0;
        std::size_t records = 0;
        friend bool operator==(const Told&, const Told&) = default;
    };

    void setupPages();
    void setupSelectedPage();
    void retranslate();
    void refresh();
    void showSelection();
    void showSelectionAnew();
    void showSides();
    void followSelection();

    Session& m_session;
    Selection& m_selection;
    Theme m_theme = Theme::lightTheme();
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    PerSide<StatePage*> m_states;
    LinkBrowser* m_selected;
    std::optional<Told> m_told; // in m_selectedHtml; none: theme or language are others
    QString m_selectedHtml;     // as shown
    bool m_isStaying = false;   // with the page that is in front
    int m_restingTab = 0;       // where to go back to when nothing is selected any more
};

} // namespace finwait
