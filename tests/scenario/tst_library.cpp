// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Every scenario that ships can be read, says something in both languages, plays what it promises, and plays the same
// again.
#include "scenario/library.h"

#include "core/stack_profile.h"
#include "core/trace.h"
#include "scenario/scenario_report.h"
#include "scenario/trace_bytes.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

using namespace finwait;

namespace {

QStringList names()
{
    QStringList list;
    for (const Scenario& scenario : scenarioLibrary())
        list << QString::fromStdString(scenario.name);
    return list;
}

QString spelled(const std::vector<State>& path)
{
    QStringList list;
    for (const State state : path)
        list << QString::fromUtf8(identifier(state).data());
    return list.join(QLatin1Char(' '));
}

/// Rows: one scenario each.
void addScenarios()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : names())
        QTest::newRow(qPrintable(name)) << name;
}

const Scenario& fetchScenario()
{
    QFETCH(QString, name);
    return *findScenario(name.toStdString());
}

Scenario withProfile(Scenario scenario, const std::string& profile)
{
    scenario.profile = {profile, profile};
    return scenario;
}

/// Each kind of fault in its turn and by chance, clocks that differ, a crash and a segment that nobody has sent.
Scenario withEveryFault(Scenario scenario)
{
    const std::vector<FaultAction> actions = {fault::Drop{}, fault::Delay{}, fault::Duplicate{2, 7ms}, fault::Reorder{},
                                              fault::Corrupt{}};
    for (const FaultAction& action : actions)
        scenario.network.rules.push_back({true, {.permille = 150}, action});
    scenario.clockwork.client.clockPermille = 1003;
    scenario.clockwork.server.clockPermille = 997;
    const Injection rst{.flags = {.rst = true}, .seq = 1, .ack = 0, .octets = 0};
    scenario.plan.push_back({Side::Client, rst, StateEntered{Side::Server, State::CloseWait}, 10ms});
    scenario.plan.push_back({Side::Server, HostEvent::Crash, std::nullopt, 300ms});
    scenario.plan.push_back({Side::Server, HostEvent::Restart, std::nullopt, 2s});
    return scenario;
}

void comparePaths(const Scenario& scenario)
{
    const Run run = runScenario(scenario);
    QVERIFY(!run.simulator.nextEventAt());
    for (const Side side : allSides) {
        QVERIFY(!expectedPaths(scenario)[side].empty());
        QCOMPARE(spelled(pathOf(run.trace, side)), spelled(expectedPaths(scenario)[side]));
    }
}

void compareRuns(const Scenario& scenario)
{
    const Run first = runScenario(scenario);
    const Run second = runScenario(scenario);
    QCOMPARE(bytesOf(second.trace), bytesOf(first.trace));
    QVERIFY(second.simulator == first.simulator);
}

} // namespace

class LibraryTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFileIsInIt();
    void unknownNamesAreNotFound();
    void namesAndTitlesAreDistinct();
    void theTextsTeachInBothLanguages_data() { addScenarios(); }
    void theTextsTeachInBothLanguages();
    void thePathsAreThoseExpected_data() { addScenarios(); }
    void thePathsAreThoseExpected();
    void nothingGoesWrongOnTheWay_data();
    void nothingGoesWrongOnTheWay();
    void theSameAgainByteForByte_data() { addScenarios(); }
    void theSameAgainByteForByte();
    void theSameFaultsByteForByte();
    void anotherSeedMeetsOtherSegments();
    void anotherSeedGivesOtherSequenceNumbers();
    void theClientThatClosesFirstTakesThePathsEverybodyKnows();
    void theThreeSegmentCloseHasThreeSegments();
    void theHalfClosedServerSendsAfterTheFin();
    void theFinsCross();
    void theAbortLeavesDataBehind();
};

void LibraryTest::everyFileIsInIt()
{
    const QDir directory(QStringLiteral(FINWAIT_SCENARIO_DIR), QStringLiteral("*.finwait"));
    QStringList files = directory.entryList();
    QVERIFY(!files.isEmpty());
    files.replaceInStrings(QStringLiteral(".finwait"), QString());
    QStringList inLibrary = names();
    inLibrary.sort();
    files.sort();
    QCOMPARE(inLibrary, files);
}

void LibraryTest::unknownNamesAreNotFound()
{
    QCOMPARE(findScenario("abort")->name, "abort");
    QCOMPARE(findScenario("abor"), nullptr);
    QCOMPARE(findScenario(""), nullptr);
}

void LibraryTest::namesAndTitlesAreDistinct()
{
    std::set<std::string> names;
    std::set<std::string> titles;
    for (const Scenario& scenario : scenarioLibrary()) {
        names.insert(scenario.name);
        titles.insert(scenario.title.in("en"));
        titles.insert(scenario.title.in("zh_CN"));
    }
    QCOMPARE(names.size(), scenarioLibrary().size());
    QCOMPARE(titles.size(), 2 * scenarioLibrary().size());
}

void LibraryTest::theTextsTeachInBothLanguages()
{
    const Scenario& scenario = fetchScenario();
    const auto isChinese = [](const std::string& text) {
        return std::ranges::any_of(QString::fromStdString(text),
                                   [](QChar c) { return c.script() == QChar::Script_Han; });
    };
    const auto paragraphs = [](const std::string& text) {
        return QString::fromStdString(text).split(QStringLiteral("\n\n")).size();
    };
    QVERIFY(!isChinese(scenario.title.in("en")) && isChinese(scenario.title.in("zh_CN")));
    QVERIFY(!isChinese(scenario.description.in("en")) && isChinese(scenario.description.in("zh_CN")));
    QVERIFY(scenario.description.in("en").size() > 300);
    QVERIFY(paragraphs(scenario.description.in("en")) <= 3);
    QCOMPARE(paragraphs(scenario.description.in("zh_CN")), paragraphs(scenario.description.in("en")));
}

void LibraryTest::thePathsAreThoseExpected()
{
    const Scenario& scenario = fetchScenario();
    comparePaths(scenario);
    for (const auto& [profile, paths] : scenario.expectedWith) {
        // A profile of its own is worth a mention only if something is different.
        QVERIFY(paths != scenario.expected);
        comparePaths(withProfile(scenario, profile));
    }
}

/// Those that show how connections come and go where all is well.
void LibraryTest::nothingGoesWrongOnTheWay_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"client-closes-first", "server-closes-first", "fin-ack-together", "half-close-with-data",
                             "simultaneous-close", "simultaneous-open", "refused", "abort"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void LibraryTest::nothingGoesWrongOnTheWay()
{
    const Run run = runScenario(fetchScenario());
    for (const Record& record : run.trace.records())
        QVERIFY(!std::holds_alternative<record::CallRefused>(record.body));
    for (const Flight& flight : run.trace.flights()) {
        QCOMPARE(flight.fate, Fate::Arrived);
        QVERIFY(flight.role == SegmentRole::Regular || flight.role == SegmentRole::Reset);
    }
    // All of it, up to 2 MSL, is one picture.
    QVERIFY(!run.trace.flights().empty());
    QVERIFY(run.trace.flights().back().ended <= Time{600ms});
}

void LibraryTest::theSameAgainByteForByte()
{
    const Scenario& scenario = fetchScenario();
    compareRuns(scenario);
    for (const StackProfile& profile : stackProfiles())
        compareRuns(withProfile(scenario, std::string{profile.name}));
}

void LibraryTest::theSameFaultsByteForByte()
{
    for (const Scenario& scenario : scenarioLibrary()) {
        for (const StackProfile& profile : stackProfiles())
            compareRuns(withEveryFault(withProfile(scenario, std::string{profile.name})));
    }
}

void LibraryTest::anotherSeedMeetsOtherSegments()
{
    Scenario scenario = withEveryFault(*findScenario("half-close-with-data"));
    std::set<std::string> fates;
    for (scenario.seed = 0; scenario.seed < 8; ++scenario.seed) {
        const Run run = runScenario(scenario);
        std::string met;
        for (const Record& record : run.trace.records()) {
            if (const auto* fault = std::get_if<record::FaultMet>(&record.body))
                met += std::to_string(fault->rule) + '@' + std::to_string(fault->flight) + ' ';
        }
        fates.insert(met);
    }
    QVERIFY(fates.size() > 4);
}

void LibraryTest::anotherSeedGivesOtherSequenceNumbers()
{
    Scenario scenario = *findScenario("client-closes-first");
    const Run first = runScenario(scenario);
    ++scenario.seed;
    const Run second = runScenario(scenario);
    QVERIFY(bytesOf(second.trace) != bytesOf(first.trace));
    QVERIFY(first.trace.flight(0).segment.seq != second.trace.flight(0).segment.seq);
}

void LibraryTest::theClientThatClosesFirstTakesThePathsEverybodyKnows()
{
    const Run run = runScenario(*findScenario("client-closes-first"));
    QCOMPARE(spelled(pathOf(run.trace, Side::Client)),
             QStringLiteral("CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT CLOSED"));
    QCOMPARE(spelled(pathOf(run.trace, Side::Server)),
             QStringLiteral("CLOSED LISTEN SYN_RECEIVED ESTABLISHED CLOSE_WAIT LAST_ACK CLOSED"));
    const StateSpan& timeWait = run.trace.states(Side::Client)[5];
    QCOMPARE(timeWait.until.value() - timeWait.from, Duration{4min});
}

void LibraryTest::theThreeSegmentCloseHasThreeSegments()
{
    const Run run = runScenario(*findScenario("fin-ack-together"));
    const auto& flights = run.trace.flights();
    const auto firstFin = std::ranges::find_if(flights, [](const Flight& f) { return f.segment.flags.fin; });
    QCOMPARE(flights.end() - firstFin, 3);
    QVERIFY(firstFin[1].segment.flags.fin && firstFin[1].segment.ack == firstFin[0].segment.end());
    QVERIFY(!firstFin[2].segment.flags.fin && firstFin[2].segment.ack == firstFin[1].segment.end());
}

void LibraryTest::theHalfClosedServerSendsAfterTheFin()
{
    const Run run = runScenario(*findScenario("half-close-with-data"));
    const Time finArrived = run.trace.states(Side::Server)[4].from;
    std::uint64_t afterFin = 0;
    for (const Record& record : run.trace.records()) {
        const auto* told = std::get_if<record::Signalled>(&record.body);
        if (told != nullptr && told->signal == Signal::DataDelivered && record.side == Side::Client) {
            QVERIFY(record.at > finArrived);
            QCOMPARE(run.trace.stateAfter(Side::Client, record.cause), State::FinWait2);
            afterFin += told->octets;
        }
    }
    QCOMPARE(afterFin, std::uint64_t{2 * 1460});
}

void LibraryTest::theFinsCross()
{
    const Run run = runScenario(*findScenario("simultaneous-close"));
    std::vector<Flight> fins;
    std::ranges::copy_if(run.trace.flights(), std::back_inserter(fins),
                         [](const Flight& f) { return f.segment.flags.fin; });
    QCOMPARE(fins.size(), std::size_t{2});
    QVERIFY(fins[0].from != fins[1].from);
    QVERIFY(fins[1].sent < fins[0].ended);
}

void LibraryTest::theAbortLeavesDataBehind()
{
    const Run run = runScenario(*findScenario("abort"));
    QVERIFY(std::ranges::any_of(run.trace.records(), [](const Record& record) {
        const auto* unused = std::get_if<record::NotProcessed>(&record.body);
        return unused != nullptr && unused->reason == Reason::NoConnection && record.side == Side::Client;
    }));
    QVERIFY(std::ranges::any_of(run.trace.records(), [](const Record& record) {
        const auto* told = std::get_if<record::Signalled>(&record.body);
        return told != nullptr && told->signal == Signal::ConnectionReset && record.side == Side::Server;
    }));
}

/// An author names a file and sees how it plays; everybody else runs the tests.
int main(int argc, char* argv[])
{
    if (const char* file = std::getenv("FINWAIT_SCENARIO"))
        return reportScenario(file, std::cout) ? EXIT_SUCCESS : EXIT_FAILURE;
    LibraryTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_library.moc"
