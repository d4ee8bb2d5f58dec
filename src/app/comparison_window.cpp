// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/comparison_window.h"

#include "app/action_table.h"
#include "app/app_settings.h"
#include "app/fit_screen.h"
#include "app/panel_frame.h"
#include "app/tinted_icon.h"
#include "session/session.h"
#include "view/branch_text.h"
#include "view/comparison_view.h"

#include <QAction>
#include <QElapsedTimer>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace finwait {

namespace {

constexpr int margin = 8;
constexpr int refreshPause = 100; // milliseconds, at the least
constexpr int restFactor = 3;     // so much longer than it takes to look through two long traces
constexpr QSize usualSize(1160, 740);

} // namespace

ComparisonWindow::ComparisonWindow(Session& session, AppSettings& settings, QWidget* parent)
    : QWidget(parent, Qt::Window)
    , m_session(session)
    , m_settings(settings)
    , m_view(new ComparisonView(this))
    , m_difference(new QLabel(this))
    , m_showDifference(nullptr)
    , m_zoomIn(nullptr)
    , m_zoomOut(nullptr)
    , m_fit(nullptr)
    , m_refresh(new QTimer(this))
{
    setObjectName(QStringLiteral("comparisonWindow"));
    m_view->setObjectName(QStringLiteral("comparison"));
    m_difference->setObjectName(QStringLiteral("difference"));
    m_difference->setWordWrap(true);
    m_difference->setTextFormat(Qt::PlainText);
    m_difference->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(margin, margin, margin, margin);
    auto* head = new QHBoxLayout;
    head->addWidget(m_difference, 1);
    all->addLayout(head);
    all->addWidget(new PanelFrame(m_view), 1);
    setupActions();
    for (QAction* action : {m_showDifference, m_zoomIn, m_zoomOut, m_fit}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        head->addWidget(button);
    }
    connectSession();
    resize(usualSize);
    fitScreen(*this);
    restoreGeometry(m_settings.comparisonGeometry());
    retranslate();
}

QAction* ComparisonWindow::addButton(const char* name, const char* icon, const QKeySequence& keys)
{
    auto* action = new QAction(this);
    action->setObjectName(QString::fromLatin1(name));
    if (icon != nullptr)
        action->setIcon(tintedIcon(QString::fromLatin1(icon)));
    action->setShortcut(keys);
    addAction(action);
    return action;
}

void ComparisonWindow::setupActions()
{
    m_showDifference = addButton("showDifference", nullptr, QKeySequence(QStringLiteral("Ctrl+D")));
    m_zoomIn = addButton("comparisonZoomIn", "zoom-in", QKeySequence(QStringLiteral("Ctrl++")));
    m_zoomOut = addButton("comparisonZoomOut", "zoom-out", QKeySequence(QStringLiteral("Ctrl+-")));
    m_fit = addButton("comparisonFit", "fit", QKeySequence(QStringLiteral("Ctrl+0")));
    connect(m_showDifference, &QAction::triggered, m_view, &ComparisonView::showDifference);
    connect(m_zoomIn, &QAction::triggered, m_view, &ComparisonView::zoomIn);
    connect(m_zoomOut, &QAction::triggered, m_view, &ComparisonView::zoomOut);
    connect(m_fit, &QAction::triggered, m_view, &ComparisonView::fit);
}

void ComparisonWindow::connectSession()
{
    m_refresh->setSingleShot(true);
    m_refresh->setInterval(refreshPause);
    connect(m_refresh, &QTimer::timeout, this, &ComparisonWindow::refresh);
    const auto refreshSoon = [this] {
        if (isVisible() && !m_refresh->isActive())
            m_refresh->start();
    };
    connect(&m_session, &Session::changed, this, refreshSoon);
    connect(&m_session, &Session::branchesChanged, this, refreshSoon);
    connect(&m_session, &Session::loaded, this, &QWidget::close);
}

void ComparisonWindow::setTheme(const Theme& theme)
{
    m_view->setTheme(theme);
}

void ComparisonWindow::compare(BranchId one, BranchId two)
{
    m_branches = {std::min(one, two), std::max(one, two)};
    refresh();
    show();
    raise();
    activateWindow();
    m_view->setFocus(Qt::OtherFocusReason);
}

void ComparisonWindow::refresh()
{
    QElapsedTimer clock;
    clock.start();
    ComparedBranches compared;
    for (std::size_t i = 0; i < compared.size(); ++i) {
        const std::vector<Branch> branches = m_session.branches();
        const auto branch = std::ranges::find(branches, m_branches[i], &Branch::id);
        if (branch == branches.end()) {
            close();
            return;
        }
        const Trace& trace = *m_session.branchTrace(branch->id);
        compared[i] = {branch_text::title(*branch, trace), trace};
    }
    m_view->compare(std::move(compared));
    m_difference->setText(branch_text::difference(m_view->branches(), m_view->difference()));
    m_showDifference->setEnabled(m_view->difference().has_value());
    m_refresh->setInterval(std::max(refreshPause, restFactor * int(clock.elapsed())));
}

void ComparisonWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ComparisonWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void ComparisonWindow::hideEvent(QHideEvent* event)
{
    m_refresh->stop();
    m_settings.setComparisonGeometry(saveGeometry());
    QWidget::hideEvent(event);
}

void ComparisonWindow::retranslate()
{
    setWindowTitle(tr("Two branches - Finwait"));
    m_showDifference->setText(tr("First difference"));
    m_showDifference->setToolTip(actionTip(tr("Go to where the two part"), m_showDifference->shortcut(), {}));
    m_zoomIn->setText(tr("Zoom in"));
    m_zoomIn->setToolTip(actionTip(tr("Show both charts larger"), m_zoomIn->shortcut(), {}));
    m_zoomOut->setText(tr("Zoom out"));
    m_zoomOut->setToolTip(actionTip(tr("Show both charts smaller"), m_zoomOut->shortcut(), {}));
    m_fit->setText(tr("Fit"));
    m_fit->setToolTip(actionTip(tr("Show all of both charts"), m_fit->shortcut(), {}));
    m_view->retranslate();
    if (isVisible())
        refresh();
}

} // namespace finwait
