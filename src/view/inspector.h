// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The inspector: the state of either side at the playhead in words and numbers, and whatever is selected.
#pragma once

#include "core/side.h"
#include "view/theme.h"

#include <QWidget>

class QTabBar;
class QStackedWidget;
class QTextBrowser;

namespace finwait {

class Selection;
class Session;
class StatePage;

class Inspector : public QWidget
{
    Q_OBJECT

public:
    /// `session` and `selection` must outlive the inspector.
    Inspector(Session& session, Selection& selection, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Brings the page of `side` to the front.
    void showSide(Side side);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupPages();
    void setupSelectedPage();
    void retranslate();
    void refresh();
    void showSelection();
    void followSelection();

    Session& m_session;
    Selection& m_selection;
    Theme m_theme = Theme::lightTheme();
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    PerSide<StatePage*> m_states;
    QTextBrowser* m_selected;
    QString m_selectedHtml; // as shown
    int m_sideTab = 0;      // where to go back to when nothing is selected any more
};

} // namespace finwait
