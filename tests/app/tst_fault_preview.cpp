// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What rules would have done to a run: the very segments that a network with these rules meets.
#include "app/fault_preview.h"
#include "app/fault_words.h"
#include "scenario/library.h"

#include <QTest>

using namespace finwait;

namespace {

FaultRule ruleFor(const SegmentMatch& match)
{
    return {true, match, fault::Drop{}};
}

Scenario scenarioWith(std::vector<FaultRule> rules)
{
    Scenario scenario = *findScenario("half-close-with-data");
    scenario.network.rules = std::move(rules);
    return scenario;
}

/// What each rule has met, as the trace tells it.
std::vector<std::vector<FlightIndex>> faultsOf(const Trace& trace, std::size_t rules)
{
    std::vector<std::vector<FlightIndex>> met(rules);
    for (const Record& record : trace.records()) {
        if (const auto* fault = std::get_if<record::FaultMet>(&record.body))
            met[fault->rule].push_back(fault->flight);
    }
    return met;
}

} // namespace

class TestFaultPreview : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheEngine_data();
    void agreesWithTheEngine();
    void firstRule_keepsSegmentsFromTheOthers();
    void forgedSegments_areNotMet();
    void list_namesTheFirstFew();
};

void TestFaultPreview::agreesWithTheEngine_data()
{
    QTest::addColumn<std::vector<SegmentMatch>>("matches");
    const auto row = [](const char* name, const std::vector<SegmentMatch>& matches) { QTest::newRow(name) << matches; };
    row("all", {SegmentMatch{}});
    row("one way", {SegmentMatch{.from = Side::Server}});
    row("every second", {SegmentMatch{.first = 2, .every = 2}});
    row("by chance", {SegmentMatch{.permille = 400}, SegmentMatch{.permille = 400}});
    row("later", {SegmentMatch{.notBefore = 100ms}});
    row("since a state",
        {SegmentMatch{.kind = SegmentKind::PureAck, .since = StateEntered{Side::Client, State::FinWait1}}});
    row("limited, then the rest", {SegmentMatch{.times = 2}, SegmentMatch{.from = Side::Client}});
}

/// The rules change nothing, so the run stays as it is.
void TestFaultPreview::agreesWithTheEngine()
{
    QFETCH(const std::vector<SegmentMatch>, matches);
    std::vector<FaultRule> rules;
    rules.reserve(matches.size());
    for (const SegmentMatch& match : matches)
        rules.push_back({true, match, fault::Delay{0us}});
    const Scenario scenario = scenarioWith(rules);
    const auto engine = faultsOf(runScenario(scenario).trace, rules.size());
    const auto preview = segmentsMet(runScenario(scenarioWith({})).trace, rules, scenario.seed);
    QVERIFY(preview == engine);
    for (const auto& met : preview)
        QVERIFY(!met.empty());
}

void TestFaultPreview::firstRule_keepsSegmentsFromTheOthers()
{
    const Trace trace = runScenario(scenarioWith({})).trace;
    const FaultRule any = ruleFor({});
    FaultRule off = any;
    off.enabled = false;
    const auto met = segmentsMet(trace, {off, any, any}, 1);
    QCOMPARE(met[0].size(), std::size_t(0));
    QCOMPARE(met[1].size(), trace.flights().size());
    QCOMPARE(met[2].size(), std::size_t(0));
}

void TestFaultPreview::forgedSegments_areNotMet()
{
    Simulator simulator(simulatorConfig(scenarioWith({})));
    Trace trace;
    simulator.apply(command::Inject{Side::Client, {.flags = {.rst = true}}}, &trace);
    QCOMPARE(trace.flights().size(), std::size_t(1));
    QVERIFY(segmentsMet(trace, {ruleFor({})}, 1).front().empty());
}

void TestFaultPreview::list_namesTheFirstFew()
{
    const Trace trace = runScenario(scenarioWith({})).trace;
    const auto all = segmentsMet(trace, {ruleFor({})}, 1).front();
    QVERIFY(all.size() > 5);
    const QStringList lines = fault_words::metList(trace, all, 3).split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], QStringLiteral("client: SYN seq 0 at 0.010 s"));
    QCOMPARE(lines[2], QStringLiteral("and %1 more").arg(all.size() - 2));
    QCOMPARE(fault_words::metList(trace, {all.begin(), all.begin() + 3}, 3).count(QLatin1Char('\n')), 2);
}

QTEST_GUILESS_MAIN(TestFaultPreview)
#include "tst_fault_preview.moc"
