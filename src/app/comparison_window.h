// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A window with two branches side by side. It follows what happens in them, and closes when one of them goes.
#pragma once

#include "session/branch.h"
#include "view/theme.h"

#include <QWidget>

#include <array>

class QAction;
class QLabel;
class QTimer;

namespace finwait {

class AppSettings;
class ComparisonView;
class Session;

class ComparisonWindow : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive it. It is a window of its own, over `parent`.
    ComparisonWindow(Session& session, AppSettings& settings, QWidget* parent);

    void setTheme(const Theme& theme);
    /// Shows the window with these two, the one that was made first on the left.
    void compare(BranchId one, BranchId two);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QAction* addButton(const char* name, const char* icon, const QKeySequence& keys);
    void setupActions();
    void connectSession();
    void refresh();
    void retranslate();

    Session& m_session;
    AppSettings& m_settings;
    ComparisonView* m_view;
    QLabel* m_difference;
    QAction* m_showDifference;
    QAction* m_zoomIn;
    QAction* m_zoomOut;
    QAction* m_fit;
    QTimer* m_refresh; // a trace that grows is not looked through with each step
    std::array<BranchId, 2> m_branches = {};
};

} // namespace finwait
