// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/scenario_page.h"

#include "app/fault_list.h"
#include "app/profile_names.h"
#include "app/scenario_titles.h"
#include "export/run_text.h"
#include "session/session.h"
#include "view/html_page.h"
#include "view/words.h"

#include <QTextDocument>

#include <utility>

namespace finwait {

namespace {

constexpr qreal pageMargin = 10; // pixels

QString stacks(const PerSide<std::string>& profile)
{
    if (profile.client == profile.server)
        return profileTitle(profile.client);
    //: A side's name and its profile, twice
    return ScenarioPage::tr("%1 %2, %3 %4")
        .arg(words::sideName(Side::Client), profileTitle(profile.client), words::sideName(Side::Server),
             profileTitle(profile.server));
}

/// One field of several lines.
void addLines(HtmlPage& page, QString name, const QStringList& lines)
{
    for (const QString& line : lines)
        page.field(std::exchange(name, {}), line);
}

} // namespace

QString scenarioHtml(const Scenario& scenario, const Theme& theme)
{
    HtmlPage page(theme);
    page.heading(scenarioTitle(scenario), theme.text);
    // A description that says no more than the title is there because a file must have one.
    if (const QString description = scenarioDescription(scenario); description != scenarioTitle(scenario)) {
        for (const QString& paragraph : description.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts))
            page.paragraph(paragraph);
    }
    page.field(ScenarioPage::tr("stacks"), stacks(scenario.profile));
    const FaultList faults = faultList(scenario);
    addLines(page, ScenarioPage::tr("goes wrong"), faults.wrong);
    addLines(page, ScenarioPage::tr("timing"), faults.timing);
    const PerSide<Path>& paths = expectedPaths(scenario);
    for (const Side side : allSides) {
        if (!paths[side].empty())
            page.field(words::sideName(side), pathText(paths[side]));
    }
    return page.html();
}

ScenarioPage::ScenarioPage(const Session& session, QWidget* parent) : QTextBrowser(parent), m_session(session)
{
    setObjectName(QStringLiteral("scenarioPage"));
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(pageMargin);
    connect(&session, &Session::loaded, this, &ScenarioPage::follow);
    connect(&session, &Session::adopted, this, &ScenarioPage::refresh);
    connect(&session, &Session::changed, this, [this] {
        if (m_rewrites != m_session.rewrites()) // something was done by hand: it may be a fault
            refresh();
    });
    m_name = session.scenario().name;
    retranslate();
}

void ScenarioPage::setTheme(const Theme& theme)
{
    m_theme = theme;
    setPalette(theme.onPanel(palette()));
    refresh();
}

void ScenarioPage::retranslate()
{
    setAccessibleName(tr("About the scenario"));
    refresh();
}

void ScenarioPage::follow()
{
    refresh();
    if (std::exchange(m_name, m_session.scenario().name) != m_session.scenario().name)
        emit turned();
}

void ScenarioPage::refresh()
{
    m_rewrites = m_session.rewrites();
    Scenario scenario = m_session.scenario();
    scenario.done = m_session.done();
    const QString html = scenarioHtml(scenario, m_theme);
    if (std::exchange(m_html, html) != html) // whoever reads is left where they are
        setHtml(html);
}

} // namespace finwait
