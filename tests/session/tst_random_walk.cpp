// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Somebody clicks about without sense, thousands of times: machine, engine and trace stay of one mind, and what was
// reached by wandering is what the same commands give when they are done straight away.
#include "session/session.h"

#include "machine/fail_on_warnings.h"
#include "scenario/scenario_reader.h"
#include "scenario/scenario_writer.h"
#include "scenario/trace_bytes.h"
#include "session/session_log.h"
#include "session/trace_difference.h"

#include <QTest>

#include <array>
#include <cmath>
#include <random>
#include <vector>

using namespace finwait;
using namespace finwait::test;

namespace {

class Wanderer
{
public:
    Wanderer(Session& session, std::uint32_t seed) : m_session(session), m_random(seed)
    {
        m_session.load(pick() % 3 == 0 ? nothingPlanned() : scenarioLibrary()[pick() % scenarioLibrary().size()]);
    }

    void click()
    {
        switch (pick() % 17) {
        case 0: return m_session.stepBack();
        case 1: return m_session.previousTransition();
        case 2: return m_session.seek(anyTime());
        case 3: return m_session.seekToRecord(anyRecord());
        case 4: return m_session.nextTransition();
        case 5: return m_session.skipIdleNow();
        case 6: return pick() % 8 == 0 ? m_session.toStart() : m_session.stepForward();
        case 7: return pick() % 4 == 0 ? m_session.toEnd() : m_session.stepForward();
        case 8:
        case 9: return playABit();
        case 10:
        case 11: return submitChoice();
        case 12: return m_session.submit(anyFlightCommand());
        case 13: return m_session.submit(command::FireTimer{anySide(), allTimers[pick() % allTimers.size()]});
        case 14: return m_session.submit(pick() % 2 == 0 ? anyPlan() : anyFault());
        default: return m_session.submit(call(anySide(), anyCall()));
        }
    }

private:
    std::uint32_t pick() { return static_cast<std::uint32_t>(m_random()); }
    Side anySide() { return allSides[pick() % allSides.size()]; }
    Time anyTime() { return Time{static_cast<Time::rep>(pick()) % (m_session.end().count() + 1)}; }
    BranchId anyBranch()
    {
        const std::vector<Branch> branches = m_session.branches();
        return branches[pick() % branches.size()].id;
    }
    RecordIndex anyRecord()
    {
        const std::size_t records = m_session.trace().records().size();
        return records == 0 ? 0 : static_cast<RecordIndex>(pick() % records);
    }

    Call anyCall()
    {
        switch (pick() % 8) {
        case 0: return OpenActive{};
        case 1: return OpenPassive{};
        case 2: return Receive{.octets = pick() % 5000 + 1};
        case 3: return Close{};
        case 4: return Close{.stillReading = false};
        case 5: return Abort{};
        case 6: return Status{};
        default: return Send{.octets = pick() % 5000 + 1, .urgent = pick() % 5 == 0};
        }
    }

    Command anyFlightCommand()
    {
        const auto& inFlight = m_session.simulator().network().inFlight();
        const FlightIndex flight = inFlight.empty() ? pick() % 20 : inFlight[pick() % inFlight.size()].flight;
        switch (pick() % 4) {
        case 0: return command::Drop{flight};
        case 1: return command::Duplicate{flight};
        case 2: return command::Hold{flight};
        default: return command::Deliver{flight};
        }
    }

    /// Something goes wrong, or right again.
    Command anyFault()
    {
        const TimerKind timer = allTimers[pick() % allTimers.size()];
        switch (pick() % 6) {
        case 0: return command::ChangeHost{anySide(), allHostEvents[pick() % allHostEvents.size()]};
        case 1: return command::StopTimer{anySide(), timer};
        case 2: return command::StretchTimer{anySide(), timer, Duration{pick() % 5'000'000 + 1}};
        case 3: return command::ChangeClockwork{anySide(), {.clockPermille = pick() % 3000 + 1}};
        case 4:
            return command::Inject{anySide(),
                                   {.flags = {.syn = pick() % 4 == 0, .rst = pick() % 2 == 0},
                                    .seq = static_cast<std::int64_t>(pick() % 3000)}};
        default: return command::ChangeNetwork{anyNetwork()};
        }
    }

    NetworkConfig anyNetwork()
    {
        NetworkConfig config;
        config.manual = pick() % 8 == 0;
        const std::array<FaultAction, faultKindCount> actions = {fault::Drop{}, fault::Delay{}, fault::Duplicate{},
                                                                 fault::Reorder{}, fault::Corrupt{}};
        for (std::uint32_t rules = pick() % 3; rules > 0; --rules)
            config.rules.push_back(FaultRule{true, {.times = 3, .permille = pick() % 1000}, actions[pick() % 5]});
        return config;
    }

    Command anyPlan()
    {
        if (pick() % 8 == 0)
            return command::ForgetPlan{anySide()};
        PlannedDeed planned{anySide(), anyCall(), std::nullopt, Duration{pick() % 3'000'000}};
        if (pick() % 2 == 0)
            planned.when = StateEntered{anySide(), allStates[pick() % allStates.size()]};
        else
            planned.after += m_session.playhead();
        return command::Plan{planned};
    }

    void submitChoice()
    {
        const std::vector<Choice>& choices = m_session.choices();
        if (choices.empty())
            return;
        const Choice choice = choices[pick() % choices.size()];
        m_session.submit(choice.command);
    }

    void playABit()
    {
        m_session.setSpeed(std::pow(10.0, static_cast<double>(pick() % 5) - 2.0));
        m_session.setSkipsIdle(pick() % 2 == 0);
        m_session.play();
        for (std::uint32_t ticks = pick() % 20; ticks > 0; --ticks)
            m_session.advance(16ms);
        if (pick() % 2 == 0)
            m_session.pause();
    }

    Session& m_session;
    std::mt19937 m_random;
};

} // namespace

class TestRandomWalk : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase() { failOnWarnings(); }
    // Qt's list of posted events is only cleared by the event loop; without it each seed would be slower than the last.
    static void cleanup() { QCoreApplication::processEvents(); }
    static void machine_engine_and_trace_stay_of_one_mind_data();
    static void machine_engine_and_trace_stay_of_one_mind();
    static void branches_stay_as_they_were_left_data() { machine_engine_and_trace_stay_of_one_mind_data(); }
    static void branches_stay_as_they_were_left();
    static void what_was_done_gives_the_same_trace_again_data() { machine_engine_and_trace_stay_of_one_mind_data(); }
    static void what_was_done_gives_the_same_trace_again();
};

void TestRandomWalk::machine_engine_and_trace_stay_of_one_mind_data()
{
    QTest::addColumn<std::uint32_t>("seed");
    for (std::uint32_t seed = 1; seed <= 60; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestRandomWalk::machine_engine_and_trace_stay_of_one_mind()
{
    QFETCH(const std::uint32_t, seed);
    constexpr int clicks = 250;
    Session session;
    Wanderer wanderer(session, seed);
    for (int i = 0; i < clicks; ++i) {
        wanderer.click();
        QVERIFY(agrees(session));
        QVERIFY(session.position() <= session.trace().steps().size());
        QCOMPARE(session.simulator().now(), session.playhead());
        QVERIFY(session.playhead() <= session.end());

        // The same moment, reached from the start and from the end, is the same.
        const Simulator here = session.simulator();
        const Time time = session.playhead();
        const StepIndex position = session.position();
        if (i % 10 != 0 || session.trace().stepsUntil(time) != position)
            continue;
        const std::size_t records = session.trace().records().size();
        session.toStart();
        session.seek(time);
        QCOMPARE(session.position(), position);
        if (session.playhead() == time) // a playhead beyond the record is given up by leaving it
            QVERIFY(session.simulator() == here);
        QCOMPARE(session.trace().records().size(), records);
    }
}

/// Whoever leaves a branch and comes back finds the very same trace, and the very same simulator at the same time.
void TestRandomWalk::branches_stay_as_they_were_left()
{
    QFETCH(const std::uint32_t, seed);
    constexpr int clicks = 120;
    Session session;
    Wanderer wanderer(session, seed);
    for (int i = 0; i < clicks; ++i) {
        wanderer.click();
        session.pause();
        const BranchId here = session.currentBranch();
        const Trace trace = session.trace();
        session.seek(std::min(session.playhead(), trace.end()));
        const Simulator simulator = session.simulator();
        for (const Branch& branch : session.branches()) {
            session.switchTo(branch.id);
            QVERIFY(agrees(session));
            session.switchTo(here);
        }
        session.seek(simulator.now());
        QVERIFY(firstDifference(session.trace(), trace) == std::nullopt);
        QCOMPARE(session.trace().records().size(), trace.records().size());
        QCOMPARE(session.trace().flights().size(), trace.flights().size());
        QVERIFY(session.simulator() == simulator);
    }
}

/// Saved, read and played, in a window and without one, each branch has the very same trace.
void TestRandomWalk::what_was_done_gives_the_same_trace_again()
{
    QFETCH(const std::uint32_t, seed);
    constexpr int clicks = 150;
    Session session;
    Wanderer wanderer(session, seed);
    for (int i = 0; i < clicks; ++i)
        wanderer.click();
    for (const Branch& branch : session.branches()) {
        session.switchTo(branch.id);
        session.toEnd();
        Scenario scenario = session.scenario();
        if (scenario.title.byLanguage.empty())
            scenario.title.byLanguage = scenario.description.byLanguage = {{"en", "Nothing planned"}};
        scenario.done = session.done();
        QVERIFY(session.branchDone(branch.id) == scenario.done);
        const auto saved = readScenario(writeScenario(scenario));
        QVERIFY2(saved, saved ? "" : describe(saved.error()).c_str());

        const std::string trace = bytesOf(session.trace());
        const Run run = runScenario(*saved);
        QVERIFY(!run.misfit);
        QVERIFY(bytesOf(run.trace) == trace);
        Session again;
        again.load(*saved);
        QVERIFY(!again.misfit());
        QVERIFY(again.atStart());
        QVERIFY(again.done() == scenario.done);
        QVERIFY(bytesOf(again.trace()) == trace);
        again.toEnd();
        QVERIFY(agrees(again));
        QVERIFY(bytesOf(again.trace()) == trace);
        session.toEnd();
        QVERIFY(again.simulator() == session.simulator());
    }
}

QTEST_GUILESS_MAIN(TestRandomWalk)

#include "tst_random_walk.moc"
