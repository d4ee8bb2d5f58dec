// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Texts in several languages, and what a scenario makes of the simulator.
#include "scenario/scenario.h"

#include "scenario/library.h"

#include <QTest>

using namespace finwait;

class ScenarioTest : public QObject
{
    Q_OBJECT

private slots:
    void textInALanguage_data();
    void textInALanguage();
    void noTextAtAllIsEmpty();
    void theSimulatorGetsWhatTheScenarioSays();
    void thePathsOfTheProfileInUse_data();
    void thePathsOfTheProfileInUse();
    void aRunEndsWhenNothingIsDue();
    void aRunWithoutEndIsCutShort();
    void aRunEndsAtItsLimit();
};

void ScenarioTest::textInALanguage_data()
{
    QTest::addColumn<QByteArray>("locale");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* locale, const char* text) {
        QTest::addRow("\"%s\"", locale) << QByteArray(locale) << QByteArray(text);
    };
    row("en", "tree");
    row("en_GB", "tree");
    row("zh_CN", "树");
    row("zh", "树");
    row("zh-Hans-CN", "树");
    row("de", "Baum");
    row("de_AT", "Baum");
    row("fr_FR", "tree");
    row("C", "tree");
    row("", "tree");
}

void ScenarioTest::textInALanguage()
{
    QFETCH(QByteArray, locale);
    QFETCH(QByteArray, text);
    const LocalizedText tree{{{"en", "tree"}, {"zh_CN", "树"}, {"de", "Baum"}}};
    QCOMPARE(QByteArray::fromStdString(tree.in(locale.toStdString())), text);
}

void ScenarioTest::noTextAtAllIsEmpty()
{
    QCOMPARE(LocalizedText{}.in("en"), "");
}

void ScenarioTest::theSimulatorGetsWhatTheScenarioSays()
{
    Scenario scenario;
    scenario.profile = {"linux", "freebsd"};
    scenario.reading = {true, false};
    scenario.keepAlive = {true, false};
    scenario.receiveBuffer.server = 5840;
    scenario.network.delay = {1ms, 2ms};
    scenario.network.manual = true;
    scenario.network.rules = {{true, {}, fault::Drop{}}};
    scenario.clockwork.server.clockPermille = 500;
    scenario.seed = 77;
    scenario.plan = {{Side::Client, OpenActive{}, std::nullopt, 3ms}};

    const SimulatorConfig config = simulatorConfig(scenario);
    QVERIFY(config.endpoints.client.profile == *findProfile("linux"));
    QVERIFY(config.endpoints.server.profile == *findProfile("freebsd"));
    QVERIFY(config.endpoints.client.reading && !config.endpoints.server.reading);
    QVERIFY(config.endpoints.client.keepAlive && !config.endpoints.server.keepAlive);
    QVERIFY(!config.endpoints.client.receiveBuffer);
    QVERIFY(config.endpoints.server.receiveBuffer == 5840U);
    QVERIFY(config.network == scenario.network);
    QVERIFY(config.clockwork == scenario.clockwork);
    QVERIFY(config.plan == scenario.plan);
    QCOMPARE(config.seed, 77U);
}

void ScenarioTest::thePathsOfTheProfileInUse_data()
{
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<int>("length");
    QTest::newRow("the scenario's own") << QByteArray("rfc9293") << QByteArray("rfc9293") << 1;
    QTest::newRow("named") << QByteArray("linux") << QByteArray("linux") << 2;
    QTest::newRow("not named") << QByteArray("freebsd") << QByteArray("freebsd") << 1;
    QTest::newRow("only the client's") << QByteArray("linux") << QByteArray("rfc9293") << 1;
    QTest::newRow("only the server's") << QByteArray("rfc9293") << QByteArray("linux") << 1;
}

void ScenarioTest::thePathsOfTheProfileInUse()
{
    QFETCH(QByteArray, client);
    QFETCH(QByteArray, server);
    QFETCH(int, length);
    Scenario scenario;
    scenario.profile = {client.toStdString(), server.toStdString()};
    scenario.expected.client = Path(1);
    scenario.expectedWith["linux"].client = Path(2);
    QCOMPARE(expectedPaths(scenario).client.size(), static_cast<std::size_t>(length));
}

void ScenarioTest::aRunEndsWhenNothingIsDue()
{
    const Run run = runScenario(*findScenario("refused"));
    QVERIFY(!run.simulator.nextEventAt());
    QVERIFY((pathOf(run.trace, Side::Client) == std::vector{State::Closed, State::SynSent, State::Closed}));
    QVERIFY((pathOf(run.trace, Side::Server) == std::vector{State::Closed}));
    QCOMPARE(run.trace.addresses.client, "10.0.0.1:40000");
    QCOMPARE(run.trace.addresses.server, "10.0.0.2:80");
}

void ScenarioTest::aRunEndsAtItsLimit()
{
    const Scenario& scenario = *findScenario("refused"); // SYN at 10 ms, RST back at 90 ms
    const Run before = runScenario(scenario, 89999us);
    QCOMPARE(before.simulator.endpoint(Side::Client).state(), State::SynSent);
    QCOMPARE(before.simulator.nextEventAt().value(), Time{90ms});
    const Run at = runScenario(scenario, 90ms);
    QCOMPARE(at.simulator.endpoint(Side::Client).state(), State::Closed);
}

// RFC 1337 section 2.3: the old duplicate is taken for new data, and the two ends disagree for ever after.
void ScenarioTest::aRunWithoutEndIsCutShort()
{
    Scenario scenario = *findScenario("time-wait-cut-short");
    for (PlannedDeed& planned : scenario.plan) {
        auto* call = std::get_if<Call>(&planned.deed);
        auto* send = call ? std::get_if<Send>(call) : nullptr;
        if (send && !planned.when) // in the second connection
            send->octets = 500;
    }
    const Run run = runScenario(scenario);
    QVERIFY(run.isCutShort);
    QVERIFY(run.trace.records().size() >= runRecordLimit);
    QVERIFY(run.trace.recordsOf(StepIndex(run.trace.steps().size()) - 1) < runRecordLimit);
    QVERIFY(!runScenario(*findScenario("refused")).isCutShort);
}

QTEST_APPLESS_MAIN(ScenarioTest)
#include "tst_scenario.moc"
