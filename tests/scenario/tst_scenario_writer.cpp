// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is written reads back as the same scenario.
#include "scenario/scenario_writer.h"

#include "core/profile_sources.h"
#include "scenario/library.h"
#include "scenario/scenario_reader.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <set>

using namespace finwait;

namespace {

std::vector<FaultRule> rules()
{
    std::vector<FaultRule> rules = {
        {false, {}, fault::Drop{}},
        {true, {.from = Side::Server, .times = 7, .permille = 1}, fault::Delay{1us}},
        {true,
         {.with = {.fin = true, .psh = true}, .without = {.ack = true, .rst = true}, .permille = 0},
         fault::Duplicate{mostCopies, 0us}},
        {true,
         {.notBefore = 1ms, .since = StateEntered{Side::Client, State::TimeWait}, .permille = 999},
         fault::Reorder{4294967295, 12345us}},
        {true, {.first = 4294967295, .every = 3}, fault::Corrupt{}},
    };
    for (const SegmentKind kind : allSegmentKinds)
        rules.push_back({true, {.from = Side::Client, .kind = kind}, fault::Drop{}});
    return rules;
}

Clockwork everyClock()
{
    Clockwork clockwork;
    for (const ClockField field : allClockFields)
        setValue(clockwork, field, rangeOf(field).most - 1);
    clockwork.clockPermille = fastestClock;
    return clockwork;
}

/// Each kind of command, and each of what some of them are about.
std::vector<Done> everyCommand()
{
    const PlannedDeed planned{Side::Server, Send{3, true}, StateEntered{Side::Client, State::CloseWait}, 4us};
    std::vector<Command> commands = {
        command::MakeCall{Side::Server, Close{false}},
        command::Deliver{0},
        command::Drop{4294967295},
        command::Duplicate{7},
        command::Hold{8},
        command::StretchTimer{Side::Client, TimerKind::User, 1us},
        command::StretchTimer{Side::Client, TimerKind::User, longestScenarioTime},
        command::Inject{Side::Client, Injection{.flags = {.rst = true}, .seq = -1}},
        command::ChangeNetwork{{.delay = {1us, 2us}, .rules = rules(), .manual = true}},
        command::ChangeNetwork{{}},
        command::ChangeClockwork{Side::Client, everyClock()},
        command::ChangeClockwork{Side::Server, {}},
        command::ChangeSetting{Side::Server, indexOf(*findSetting("net.inet.tcp.msl")), -4294967295},
        command::ChangeSetting{Side::Client, indexOf(systemSettings().back()), 4294967295},
        command::Inject{Side::Server, Injection{.flags = {.syn = true, .urg = true},
                                                .urgentPointer = 65535,
                                                .options = {.mss = 0,
                                                            .windowScale = 255,
                                                            .sackPermitted = true,
                                                            .timestamps = Timestamps{4294967295, 0}}}},
        command::Plan{planned},
        command::Plan{{Side::Client, HostEvent::Crash, std::nullopt, 5us}},
        command::Plan{{Side::Client, Injection{}, std::nullopt, 6us}},
        command::ForgetPlan{Side::Server},
    };
    for (const Call& call :
         {Call{OpenActive{}}, Call{OpenPassive{}}, Call{Send{1}}, Call{Receive{2}}, Call{Abort{}}, Call{Status{}}})
        commands.emplace_back(command::MakeCall{Side::Client, call});
    for (const TimerKind kind : allTimers) {
        commands.emplace_back(command::FireTimer{Side::Server, kind});
        commands.emplace_back(command::StopTimer{Side::Client, kind});
    }
    for (const HostEvent event : allHostEvents)
        commands.emplace_back(command::ChangeHost{Side::Client, event});
    std::vector<Done> done;
    done.reserve(commands.size());
    for (const Command& command : commands)
        done.push_back(
            {static_cast<StepIndex>(done.size() / 2), Time{static_cast<Time::rep>(done.size()) * 333}, command});
    done.back().afterSteps = mostStepsBefore;
    done.back().at = longestScenarioTime;
    return done;
}

Scenario peculiar()
{
    Scenario scenario;
    scenario.name = "peculiar-2";
    scenario.title.byLanguage = {{"en", "\"Quoted\" \\ and 😀"}, {"zh_CN", "引号“”"}};
    scenario.description.byLanguage = {{"en", "One.\n\nTwo."}};
    scenario.profile = {"freebsd", "linux"};
    scenario.address = {"[2001:db8::1]:1", "b"};
    scenario.reading = {false, true};
    scenario.keepAlive = {true, false};
    scenario.receiveBuffer.server = largestWindow;
    scenario.initialSequence.client = 4294967295;
    scenario.foreign = Side::Server;
    scenario.until = 31536000000ms;
    scenario.network.delay = {1us, longestScenarioTime - 1us};
    scenario.network.manual = true;
    scenario.network.rules = rules();
    scenario.clockwork.client = everyClock();
    scenario.clockwork.server.clockPermille = 1;
    scenario.seed = ~std::uint64_t{0};
    scenario.plan = {
        {Side::Client, OpenActive{}, std::nullopt, 100us},
        {Side::Server, OpenPassive{}, StateEntered{Side::Client, State::SynSent}, 0us},
        {Side::Client, Send{4294967295, true}, std::nullopt, 40125us},
        {Side::Client, Receive{1}, std::nullopt, 1h},
        {Side::Server, Close{false}, StateEntered{Side::Server, State::CloseWait}, 12345678901us},
        {Side::Server, Abort{}, std::nullopt, 31415926535899us},
        {Side::Server, Status{}, std::nullopt, longestScenarioTime},
        {Side::Client,
         Injection{.flags = {.syn = true, .ack = true, .urg = true},
                   .seq = -4294967295,
                   .ack = 4294967295,
                   .octets = 65495,
                   .window = 0},
         std::nullopt, 1us},
        {Side::Server, Injection{}, StateEntered{Side::Client, State::Closed}, 0us},
    };
    for (const HostEvent event : allHostEvents)
        scenario.plan.push_back({Side::Server, event, std::nullopt, 5ms});
    scenario.done = everyCommand();
    scenario.expected.client.assign(allStates.begin(), allStates.end());
    scenario.expectedWith["linux"].server = {State::Closed, State::Listen};
    scenario.expectedWith["rfc9293"] = {};
    return scenario;
}

void compareAfterRoundTrip(const Scenario& scenario)
{
    const std::string text = writeScenario(scenario);
    const auto again = readScenario(text);
    QVERIFY2(again, again ? "" : describe(again.error()).c_str());
    QVERIFY2(*again == scenario, text.c_str());
    QCOMPARE(writeScenario(*again), text);
}

} // namespace

class ScenarioWriterTest : public QObject
{
    Q_OBJECT

private slots:
    void aScenarioWithEverythingComesBack() { compareAfterRoundTrip(peculiar()); }
    void everyKindOfCommandIsThere();
    void theWholeLibraryComesBack();
    void everyMicrosecondComesBack();
    void othersReadItToo();
};

void ScenarioWriterTest::everyKindOfCommandIsThere()
{
    std::set<std::size_t> kinds;
    for (const Done& done : peculiar().done)
        kinds.insert(done.command.index());
    QCOMPARE(kinds.size(), std::variant_size_v<Command>);
}

void ScenarioWriterTest::theWholeLibraryComesBack()
{
    for (const Scenario& scenario : scenarioLibrary())
        compareAfterRoundTrip(scenario);
}

void ScenarioWriterTest::everyMicrosecondComesBack()
{
    Scenario scenario = peculiar();
    scenario.plan.clear();
    for (int i = 0; i < 1000; ++i) {
        scenario.plan.push_back({Side::Client, Abort{}, std::nullopt, Duration{i}});
        scenario.plan.push_back({Side::Client, Abort{}, std::nullopt, Duration{987654321000 + i}});
        scenario.plan.push_back({Side::Client, Abort{}, std::nullopt, longestScenarioTime - Duration{i}});
    }
    compareAfterRoundTrip(scenario);
}

void ScenarioWriterTest::othersReadItToo()
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(writeScenario(peculiar())), &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(document[QLatin1String("name")].toString(), QLatin1String("peculiar-2"));
    QCOMPARE(document[QLatin1String("title")][QLatin1String("en")].toString(),
             QString::fromUtf8("\"Quoted\" \\ and 😀"));
    QCOMPARE(document[QLatin1String("plan")][0][QLatin1String("at_ms")].toDouble(), 0.1);
}

QTEST_APPLESS_MAIN(ScenarioWriterTest)
#include "tst_scenario_writer.moc"
