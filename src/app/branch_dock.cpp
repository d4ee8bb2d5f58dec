// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/branch_dock.h"

#include "app/comparison_window.h"
#include "session/session.h"
#include "view/branch_panel.h"

#include <QDockWidget>

namespace finwait {

BranchDock::BranchDock(Session& session, AppSettings& settings, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_settings(settings)
    , m_window(window)
    , m_theme(Theme::lightTheme())
    , m_panel(new BranchPanel(session, &window))
{
    connect(m_panel, &BranchPanel::compareRequested, this, &BranchDock::compare);
}

/// Whoever has deleted all others may bring them back.
bool BranchDock::isNeeded() const
{
    return m_session.branches().size() > 1 || m_session.hasRemovedBranches();
}

void BranchDock::setDock(QDockWidget& dock)
{
    m_dock = &dock;
    connect(&m_session, &Session::branchesChanged, this, [this] {
        if (isNeeded() != m_wasNeeded)
            showWhenNeeded();
    });
    showWhenNeeded();
}

void BranchDock::showWhenNeeded()
{
    m_wasNeeded = isNeeded();
    m_dock->setVisible(m_wasNeeded);
}

void BranchDock::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_panel->setTheme(theme);
    if (m_comparison != nullptr)
        m_comparison->setTheme(theme);
}

void BranchDock::compare(BranchId id)
{
    if (m_comparison == nullptr) {
        m_comparison = new ComparisonWindow(m_session, m_settings, &m_window);
        m_comparison->setTheme(m_theme);
    }
    m_comparison->compare(id, m_session.currentBranch());
}

} // namespace finwait
