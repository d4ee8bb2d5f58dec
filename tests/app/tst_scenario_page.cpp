// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a scenario is about can be read beside the connection, from the moment it is loaded.
#include "app/scenario_files.h"
#include "app/scenario_page.h"
#include "app/window_fixture.h"
#include "scenario/library.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

using namespace finwait;

class TestScenarioPage
    : public QObject
    , private WindowFixture
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void loadedScenario_comesToTheFront();
    void sameScenarioAgain_leavesThePageInFront();
    void page_saysWhatGoesWrongAndWithWhichStacks();
    void page_listsTimingFaultsAndPlannedEvents();
    void page_tellsWhatWasChangedOnTheWay();
    void page_followsTheLanguage();
    void narrowWindow_showsAllTabs();
    void hostileText_isOnlyText();

private:
    [[nodiscard]] ScenarioPage& page() const { return *child<ScenarioPage>("scenarioPage"); }
    [[nodiscard]] QTabBar& tabs() const
    {
        for (QWidget* above = &page(); above != nullptr; above = above->parentWidget()) {
            if (auto* found = above->findChild<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
                return *found;
        }
        qFatal("the page has no tabs");
    }
};

void TestScenarioPage::loadedScenario_comesToTheFront()
{
    QVERIFY(page().isVisible());
    QVERIFY(page().toPlainText().contains(QStringLiteral("Client closes first")));
    tabs().setCurrentIndex(0);
    QVERIFY(!page().isVisible());
    m_window->files().choose(*findScenario("stuck-in-close-wait"));
    QVERIFY(page().isVisible());
    const QString text = page().toPlainText();
    QVERIFY2(text.contains(QString::fromStdString(findScenario("stuck-in-close-wait")->title.in("en"))),
             qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("CLOSE_WAIT")), qPrintable(text));
}

void TestScenarioPage::sameScenarioAgain_leavesThePageInFront()
{
    tabs().setCurrentIndex(1);
    m_session->load(m_session->scenario());
    QVERIFY(!page().isVisible());
    QCOMPARE(tabs().currentIndex(), 1);
}

void TestScenarioPage::page_saysWhatGoesWrongAndWithWhichStacks()
{
    Scenario scenario = *findScenario("lost-last-ack");
    scenario.profile.server = "freebsd";
    QVERIFY(!scenario.network.rules.empty());
    m_window->files().begin(scenario);
    const QString text = page().toPlainText();
    QVERIFY2(text.contains(QStringLiteral("client RFC 9293 as written, server FreeBSD")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("is lost")), qPrintable(text));
    scenario.network.rules.front().enabled = false;
    scenario.network.rules.resize(1);
    m_window->files().begin(scenario);
    QVERIFY2(!page().toPlainText().contains(QStringLiteral("goes wrong")), qPrintable(page().toPlainText()));
}

void TestScenarioPage::page_listsTimingFaultsAndPlannedEvents()
{
    Scenario scenario = *findScenario("time-wait-cut-short");
    scenario.clockwork.server.clockPermille = 500;
    scenario.plan.push_back({Side::Server, HostEvent::Crash, StateEntered{Side::Client, State::SynSent}, 250ms});
    scenario.plan.push_back({Side::Client, Injection{.flags = {.rst = true}}, {}, 2s});
    m_window->files().begin(scenario);
    const QString text = page().toPlainText();
    for (const char* told : {"client, “MSL: half of TIME_WAIT”: 1 ms instead of 2 min",
                             "server, “Speed of its clock”: 50 % instead of 100 %",
                             "250 ms after the client has come to SYN_SENT: The server's computer crashes.",
                             "at 2.000 s: A segment sets out that seems to come from the client."})
        QVERIFY2(text.contains(QString::fromUtf8(told)), qPrintable(text));
}

void TestScenarioPage::page_tellsWhatWasChangedOnTheWay()
{
    m_session->seek(130ms);
    NetworkConfig network = m_session->simulator().network().config();
    network.rules = {FaultRule{true, {.kind = SegmentKind::Fin, .times = 1}, fault::Drop{}}};
    m_session->submit(command::ChangeNetwork{network});
    Clockwork clockwork;
    clockwork.initialRto = 3s;
    m_session->submit(command::ChangeClockwork{Side::Client, clockwork});
    const QString text = page().toPlainText();
    for (const char* told : {"from 0.130 s on: both ways, FIN, the first: It is lost.",
                             "from 0.130 s on: client, “RTO at first”: 3 s instead of 1 s"})
        QVERIFY2(text.contains(QString::fromUtf8(told)), qPrintable(text));
    network.rules.clear();
    m_session->submit(command::ChangeNetwork{network});
    QVERIFY2(page().toPlainText().contains(QStringLiteral("no longer: both ways, FIN")), qPrintable(text));
    m_session->switchTo(m_session->branches().front().id);
    QVERIFY(!page().toPlainText().contains(QStringLiteral("from 0.130 s on")));
}

void TestScenarioPage::page_followsTheLanguage()
{
    m_languages->setMode(LanguageMode::SimplifiedChinese);
    const QString title = QString::fromStdString(findScenario("client-closes-first")->title.in("zh_CN"));
    QTRY_VERIFY2(page().toPlainText().contains(title), qPrintable(page().toPlainText()));
}

void TestScenarioPage::narrowWindow_showsAllTabs()
{
    m_window->resize(800, 600);
    QCoreApplication::processEvents();
    QVERIFY(m_window->width() <= 800);
    for (const QToolButton* arrow : tabs().findChildren<QToolButton*>())
        QVERIFY(!arrow->isVisible());
    for (int i = 0; i < tabs().count(); ++i)
        QVERIFY2(tabs().rect().contains(tabs().tabRect(i)), qPrintable(tabs().tabText(i)));
}

void TestScenarioPage::hostileText_isOnlyText()
{
    Scenario scenario = *findScenario("abort");
    scenario.name = "hostile";
    scenario.description.byLanguage = {{"en", "<img src='file:///etc/passwd'><b>bold"}};
    m_window->files().begin(scenario);
    QVERIFY2(page().toPlainText().contains(QStringLiteral("<img src='file:///etc/passwd'><b>bold")),
             qPrintable(page().toPlainText()));
}

QTEST_MAIN(TestScenarioPage)
#include "tst_scenario_page.moc"
