// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Every scenario that ships can be read, says something in both languages, plays what it promises, and plays the same
// again.
#include "scenario/library.h"

#include "core/trace.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>
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

/// Each thing that a trace holds, as bytes that differ if the thing does.
class Bytes
{
public:
    template <typename... Values>
    void add(const Values&... values)
    {
        ((m_text << values << ' '), ...);
    }
    void add(const Segment& segment)
    {
        const auto& timestamps = segment.options.timestamps;
        add(segment.seq.value, segment.ack.value, flagNames(segment.flags), segment.flags.psh, segment.window,
            segment.urgentPointer, segment.text.stream, segment.text.offset, segment.text.length,
            segment.options.mss.value_or(0), segment.options.windowScale.value_or(0xFF), segment.options.sackPermitted,
            timestamps ? timestamps->value : 0, timestamps ? timestamps->echo : 0);
    }
    void operator()(const record::CallMade& made) { add("made", identifier(made.call)); }
    void operator()(const record::CallRefused& refused)
    {
        add("refused", identifier(refused.call), identifier(refused.refusal));
    }
    void operator()(const record::SegmentSent& sent) { add("sent", sent.flight); }
    void operator()(const record::SegmentArrived& arrived) { add("arrived", arrived.flight); }
    void operator()(const record::SegmentLost& lost) { add("lost", lost.flight, static_cast<int>(lost.why)); }
    void operator()(const record::NotProcessed& unused)
    {
        add("not processed", unused.flight, identifier(unused.reason));
    }
    void operator()(const record::Transition& taken) { add("transition", static_cast<int>(taken.row)); }
    void operator()(const record::TimerStarted& timer)
    {
        add("started", identifier(timer.kind), timer.deadline.count());
    }
    void operator()(const record::TimerRestarted& timer)
    {
        add("restarted", identifier(timer.kind), timer.deadline.count());
    }
    void operator()(const record::TimerStopped& timer) { add("stopped", identifier(timer.kind)); }
    void operator()(const record::TimerFired& timer) { add("fired", identifier(timer.kind)); }
    void operator()(const record::Signalled& told) { add("signalled", identifier(told.signal), told.octets); }

    [[nodiscard]] std::string take() const { return m_text.str(); }

private:
    std::ostringstream m_text;
};

std::string bytesOf(const Trace& trace)
{
    Bytes bytes;
    for (const Record& record : trace.records()) {
        bytes.add(record.at.count(), record.cause, identifier(record.side));
        std::visit(bytes, record.body);
    }
    for (const Flight& flight : trace.flights()) {
        bytes.add(flight.segment);
        bytes.add(identifier(flight.from), static_cast<int>(flight.role), flight.sent.count(), flight.due.count(),
                  flight.seqBase.value, flight.ackBase.value, flight.sentRecord, static_cast<int>(flight.fate),
                  flight.ended.count(), flight.endRecord);
    }
    for (const StepMark& step : trace.steps())
        bytes.add(step.at.count(), step.end);
    return bytes.take();
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
    void nothingGoesWrongOnTheWay_data() { addScenarios(); }
    void nothingGoesWrongOnTheWay();
    void theSameAgainByteForByte_data() { addScenarios(); }
    void theSameAgainByteForByte();
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
    const Run run = runScenario(scenario);
    QVERIFY(!run.simulator.nextEventAt());
    for (const Side side : allSides) {
        QVERIFY(!scenario.expected[side].empty());
        QCOMPARE(spelled(pathOf(run.trace, side)), spelled(scenario.expected[side]));
    }
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
    const Run first = runScenario(scenario);
    const Run second = runScenario(scenario);
    QCOMPARE(bytesOf(second.trace), bytesOf(first.trace));
    QVERIFY(second.simulator == first.simulator);
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

QTEST_APPLESS_MAIN(LibraryTest)
#include "tst_library.moc"
