// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/inspector.h"

#include "session/session.h"
#include "view/link_browser.h"
#include "view/selection_text.h"
#include "view/state_page.h"
#include "view/words.h"

#include <QEvent>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace finwait {

namespace {

enum Tab : int { ClientTab, ServerTab, SelectedTab, ScenarioTab };

constexpr qreal pageMargin = 8.0;

Tab tabOf(Side side)
{
    return side == Side::Client ? ClientTab : ServerTab;
}

/// Whoever scrolls a page and comes upon its tabs does not want another page.
class StillTabBar : public QTabBar
{
public:
    using QTabBar::QTabBar;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

} // namespace

Inspector::Inspector(Session& session, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_selection(selection)
    , m_tabs(new StillTabBar(this))
    , m_pages(new QStackedWidget(this))
    , m_states{new StatePage(session, Side::Client), new StatePage(session, Side::Server)}
    , m_selected(new LinkBrowser)
{
    setupPages();
    connect(&session, &Session::changed, this, &Inspector::refresh);
    connect(&session, &Session::loaded, this, [this] {
        retranslate(); // a connection is no scenario
        showSides();
    });
    connect(&selection, &Selection::changed, this, &Inspector::followSelection);
    retranslate();
    showSides();
    followSelection();
}

void Inspector::setupPages()
{
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (int tab = ClientTab; tab <= SelectedTab; ++tab)
        m_tabs->addTab({});
    setupSelectedPage();
    m_pages->addWidget(m_states.client);
    m_pages->addWidget(m_states.server);
    m_pages->addWidget(m_selected);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (tab != SelectedTab)
            m_restingTab = tab;
        m_pages->setCurrentIndex(tab);
        refresh();
    });

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_pages);
}

void Inspector::setupSelectedPage()
{
    m_selected->setObjectName(QStringLiteral("selected"));
    m_selected->setFrameShape(QFrame::NoFrame);
    m_selected->setOpenLinks(false);
    m_selected->document()->setDocumentMargin(pageMargin);
    connect(m_selected, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (const auto target = linkTarget(link))
            m_selection.select(*target);
    });
}

void Inspector::addScenarioPage(QWidget* page)
{
    Q_ASSERT(m_tabs->count() == ScenarioTab);
    m_pages->addWidget(page);
    m_tabs->addTab({});
    retranslate();
}

void Inspector::showScenario()
{
    m_tabs->setCurrentIndex(ScenarioTab);
}

void Inspector::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (const Side side : allSides)
        m_states[side]->setTheme(theme);
    m_selected->setPalette(theme.onPanel(m_selected->palette()));
    showSelectionAnew();
}

void Inspector::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void Inspector::retranslate()
{
    for (const Side side : allSides)
        m_tabs->setTabText(tabOf(side), words::sideName(side));
    m_tabs->setTabText(SelectedTab, tr("selected"));
    if (m_tabs->count() > ScenarioTab)
        m_tabs->setTabText(ScenarioTab, m_session.recordedSteps() ? tr("connection") : tr("scenario"));
    m_tabs->setAccessibleName(tr("Inspector"));
    m_selected->setAccessibleName(tr("What is selected"));
    for (const Side side : allSides)
        m_states[side]->refresh();
    showSelectionAnew();
}

void Inspector::selectBehind(const SelectedThing& thing)
{
    m_isStaying = true;
    m_selection.select(thing);
    m_isStaying = false;
}

/// Only the page in front follows the playhead; the others catch up when they come to the front.
void Inspector::refresh()
{
    switch (m_tabs->currentIndex()) {
    case ClientTab: m_states.client->refresh(); return;
    case ServerTab: m_states.server->refresh(); return;
    default: showSelection();
    }
}

/// A side that is only known by its segments has no page.
void Inspector::showSides()
{
    for (const Side side : allSides) {
        const bool isForeign = m_session.trace().foreign == side;
        if (isForeign && m_restingTab == tabOf(side))
            m_restingTab = tabOf(other(side));
        if (isForeign && m_tabs->currentIndex() == tabOf(side))
            m_tabs->setCurrentIndex(m_restingTab);
        m_tabs->setTabEnabled(tabOf(side), !isForeign);
        m_tabs->setTabToolTip(tabOf(side), isForeign ? words::refusalText(Refusal::HostIsForeign) : QString());
    }
}

void Inspector::followSelection()
{
    const bool anything = !std::holds_alternative<std::monostate>(m_selection.current());
    // When the tab in front is disabled, a tab bar goes to its neighbour: leave it before.
    if (!anything)
        m_tabs->setCurrentIndex(m_restingTab);
    m_tabs->setTabEnabled(SelectedTab, anything);
    if (anything && !m_isStaying)
        m_tabs->setCurrentIndex(SelectedTab);
    showSelection();
}

void Inspector::showSelectionAnew()
{
    m_told.reset();
    showSelection();
}

void Inspector::showSelection()
{
    const Told now{m_selection.current(), m_session.rewrites(), m_session.trace().records().size()};
    if (m_told == now)
        return;
    m_told = now;
    const QString html = selectionHtml(m_session.trace(), m_selection.current(), m_theme);
    if (html == m_selectedHtml)
        return;
    m_selectedHtml = html;
    m_selected->setHtml(html);
}

} // namespace finwait
