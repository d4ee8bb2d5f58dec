// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/scenario_page.h"

#include "app/fault_words.h"
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

QString faultText(const FaultRule& rule)
{
    //: A fault: from which side to which, which segments, which ones of these, and what happens to them
    return ScenarioPage::tr("%1, %2, %3: %4")
        .arg(fault_words::direction(rule.match.from), fault_words::segments(rule.match),
             fault_words::whichOnes(rule.match), fault_words::whatHappens(rule.action));
}

void addFaults(HtmlPage& page, const std::vector<FaultRule>& rules)
{
    QString name = ScenarioPage::tr("goes wrong");
    for (const FaultRule& rule : rules) {
        if (rule.enabled)
            page.field(std::exchange(name, {}), faultText(rule));
    }
}

} // namespace

QString scenarioHtml(const Scenario& scenario, const Theme& theme)
{
    HtmlPage page(theme);
    page.heading(scenarioTitle(scenario), theme.text);
    for (const QString& paragraph : scenarioDescription(scenario).split(QStringLiteral("\n\n"), Qt::SkipEmptyParts))
        page.paragraph(paragraph);
    page.field(ScenarioPage::tr("stacks"), stacks(scenario.profile));
    addFaults(page, scenario.network.rules);
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
    m_name = session.scenario().name;
    retranslate();
}

void ScenarioPage::setTheme(const Theme& theme)
{
    m_theme = theme;
    QPalette colors = palette();
    colors.setColor(QPalette::Base, theme.panel);
    colors.setColor(QPalette::Text, theme.text);
    setPalette(colors);
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
    setHtml(scenarioHtml(m_session.scenario(), m_theme));
}

} // namespace finwait
