// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Loading a scenario and going about in it.
#include "session/session.h"

#include "machine/fail_on_warnings.h"
#include "session/session_log.h"

#include <QTest>

#include <vector>

using namespace finwait;
using namespace finwait::test;

class TestNavigation : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase() { failOnWarnings(); }
    static void begins_empty();
    static void load_plays_to_the_end_in_advance_and_stands_at_the_start();
    static void load_replaces_what_was_there();
    static void every_shipped_scenario_shows_its_paths();
    static void steps_forward_to_the_end_and_back_to_the_start();
    static void stepping_signals_transitions_only_forward();
    static void a_step_back_from_between_two_steps_stops_at_the_last();
    static void next_and_previous_transition_stop_at_the_same_moments();
    static void previous_transition_from_a_quiet_stretch_goes_to_its_beginning();
    static void next_transition_goes_on_beyond_the_record();
    static void next_transition_without_one_goes_to_the_end();
    static void seek_goes_to_after_all_that_happened_at_that_time();
    static void seek_is_held_to_what_is_known();
    static void seek_to_record_stands_after_its_step();
    static void to_start_and_to_end();
    static void the_same_moment_is_equal_however_it_is_reached();
    static void to_end_goes_on_beyond_the_record_and_stops_at_the_limit();
    static void nothing_is_signalled_where_nothing_changes();
};

void TestNavigation::begins_empty()
{
    const Session session;
    QVERIFY(session.trace().records().empty());
    QVERIFY(session.atStart());
    QVERIFY(session.atEnd());
    QCOMPARE(session.end(), Time{});
    QVERIFY(agrees(session));
}

void TestNavigation::load_plays_to_the_end_in_advance_and_stands_at_the_start()
{
    Session session;
    SessionLog log(session);
    const Scenario& scenario = shipped("client-closes-first");
    session.load(scenario);
    QCOMPARE(log.take(), (QStringList{"loaded", "changed"}));
    QVERIFY(session.scenario() == scenario);
    QVERIFY(session.atStart());
    QVERIFY(!session.atEnd());
    QVERIFY(!session.isCutShort());

    const Run run = runScenario(scenario);
    QCOMPARE(session.trace().records().size(), run.trace.records().size());
    QCOMPARE(session.trace().addresses, run.trace.addresses);
    QCOMPARE(session.end(), run.trace.end());
    session.toEnd();
    QVERIFY(session.simulator() == run.simulator);
}

void TestNavigation::load_replaces_what_was_there()
{
    Session session;
    session.load(shipped("client-closes-first"));
    session.seek(200ms);
    session.play();
    session.load(shipped("refused"));
    QVERIFY(session.atStart());
    QVERIFY(!session.isPlaying());
    QVERIFY(agrees(session));
    QCOMPARE(session.trace().end(), runScenario(shipped("refused")).trace.end());
}

void TestNavigation::every_shipped_scenario_shows_its_paths()
{
    Session session;
    for (const Scenario& scenario : scenarioLibrary()) {
        session.load(scenario);
        for (const Side side : allSides) {
            std::vector<State> path{session.machine(side).state()};
            const auto onEntered = connect(&session.machine(side), &ConnectionMachine::entered, &session,
                                           [&](State state) { path.push_back(state); });
            session.toStart();
            while (!session.atEnd())
                session.stepForward();
            disconnect(onEntered);
            QCOMPARE(path, scenario.expected[side]);
            session.toStart();
        }
    }
}

void TestNavigation::steps_forward_to_the_end_and_back_to_the_start()
{
    Session session;
    session.load(shipped("client-closes-first"));
    std::vector<Simulator> seen{session.simulator()};
    while (!session.atEnd()) {
        session.stepForward();
        QCOMPARE(session.playhead(), session.trace().steps()[session.position() - 1].at);
        QVERIFY(agrees(session));
        seen.push_back(session.simulator());
    }
    QCOMPARE(std::size_t{session.position()}, session.trace().steps().size());
    for (std::size_t i = seen.size(); i-- > 0;) {
        QVERIFY(session.simulator() == seen[i]);
        QVERIFY(agrees(session));
        session.stepBack();
    }
    QVERIFY(session.atStart());
}

void TestNavigation::stepping_signals_transitions_only_forward()
{
    Session session;
    session.load(shipped("client-closes-first"));
    SessionLog log(session);
    session.stepForward();
    QCOMPARE(log.take(), (QStringList{"server LISTEN", "changed"}));
    session.stepForward();
    QCOMPARE(log.take(), (QStringList{"client SYN_SENT", "changed"}));
    session.stepBack();
    QCOMPARE(log.take(), QStringList{"changed"});
    QCOMPARE(session.machine(Side::Client).state(), State::Closed);
    session.seek(10ms);
    QCOMPARE(log.take(), QStringList{"changed"});
    QCOMPARE(session.machine(Side::Client).state(), State::SynSent);
}

void TestNavigation::a_step_back_from_between_two_steps_stops_at_the_last()
{
    Session session;
    session.load(shipped("client-closes-first"));
    session.seek(30ms); // the SYN left at 10 ms and will arrive at 50 ms
    QCOMPARE(session.position(), 2U);
    session.stepBack();
    QCOMPARE(session.position(), 2U);
    QCOMPARE(session.playhead(), Time(10ms));
    session.stepBack();
    QCOMPARE(session.position(), 1U);
    QCOMPARE(session.playhead(), Time{});
    session.seek(5ms);
    session.stepBack();
    QCOMPARE(session.position(), 1U);
    QCOMPARE(session.playhead(), Time{});
    session.stepBack();
    QVERIFY(session.atStart());
}

void TestNavigation::next_and_previous_transition_stop_at_the_same_moments()
{
    Session session;
    session.load(shipped("client-closes-first"));
    SessionLog log(session);
    std::vector<StepIndex> stops;
    while (!session.atEnd()) {
        session.nextTransition();
        stops.push_back(session.position());
        QVERIFY(agrees(session));
    }
    QStringList transitions = log.take();
    QCOMPARE(transitions.count(QStringLiteral("changed")), static_cast<qsizetype>(stops.size()));
    transitions.removeAll(QStringLiteral("changed"));
    QCOMPARE(transitions,
             (QStringList{"server LISTEN", "client SYN_SENT", "server SYN_RECEIVED", "client ESTABLISHED",
                          "server ESTABLISHED", "client FIN_WAIT_1", "server CLOSE_WAIT", "client FIN_WAIT_2",
                          "server LAST_ACK", "client TIME_WAIT", "server CLOSED", "client CLOSED"}));
    for (std::size_t i = stops.size(); i-- > 0;) {
        QCOMPARE(session.position(), stops[i]);
        session.previousTransition();
        QVERIFY(agrees(session));
    }
    QVERIFY(session.atStart());
}

void TestNavigation::previous_transition_from_a_quiet_stretch_goes_to_its_beginning()
{
    Session session;
    session.load(shipped("client-closes-first"));
    session.seek(30ms);
    session.previousTransition();
    QCOMPARE(session.playhead(), Time{10ms});
    QCOMPARE(session.machine(Side::Client).state(), State::SynSent);
    session.previousTransition();
    QCOMPARE(session.playhead(), Time{});
    QCOMPARE(session.machine(Side::Client).state(), State::Closed);
    QCOMPARE(session.machine(Side::Server).state(), State::Listen);
}

void TestNavigation::next_transition_goes_on_beyond_the_record()
{
    Session session;
    session.load(nothingPlanned());
    session.submit(call(Side::Server, OpenPassive{}));
    session.submit(call(Side::Client, OpenActive{}));
    SessionLog log(session);
    session.nextTransition();
    QCOMPARE(log.take(), (QStringList{"server SYN_RECEIVED", "changed"}));
    session.nextTransition();
    QCOMPARE(log.take(), (QStringList{"client ESTABLISHED", "changed"}));
}

void TestNavigation::next_transition_without_one_goes_to_the_end()
{
    Session session;
    session.load(nothingPlanned());
    session.submit(call(Side::Server, OpenPassive{}));
    session.submit(call(Side::Client, OpenActive{}));
    session.toEnd();
    session.submit(call(Side::Client, Send{.octets = 100}));
    QVERIFY(!session.atEnd());
    session.nextTransition();
    QVERIFY(session.atEnd());
    QVERIFY(!session.isCutShort());
}

void TestNavigation::seek_goes_to_after_all_that_happened_at_that_time()
{
    Session session;
    session.load(shipped("client-closes-first"));
    for (const StepMark& step : session.trace().steps()) {
        session.seek(step.at);
        QCOMPARE(session.playhead(), step.at);
        QCOMPARE(session.position(), session.trace().stepsUntil(step.at));
        QCOMPARE(session.recordsBefore(), session.trace().recordsOf(session.position()));
        QVERIFY(agrees(session));
    }
}

void TestNavigation::seek_is_held_to_what_is_known()
{
    Session session;
    session.load(shipped("client-closes-first"));
    session.seek(-1s);
    QCOMPARE(session.playhead(), Time{});
    session.seek(std::chrono::hours{100});
    QCOMPARE(session.playhead(), session.trace().end());
    QVERIFY(session.atEnd());
}

void TestNavigation::seek_to_record_stands_after_its_step()
{
    Session session;
    session.load(shipped("client-closes-first"));
    for (RecordIndex record = 0; record < session.trace().records().size(); ++record) {
        session.seekToRecord(record);
        QCOMPARE(session.playhead(), session.trace().record(record).at);
        QVERIFY(session.recordsBefore() > record);
        session.stepBack();
        QVERIFY(session.recordsBefore() <= record);
    }
    const StepIndex position = session.position();
    session.seekToRecord(static_cast<RecordIndex>(session.trace().records().size()));
    QCOMPARE(session.position(), position);
}

void TestNavigation::to_start_and_to_end()
{
    Session session;
    session.load(shipped("client-closes-first"));
    SessionLog log(session);
    session.toEnd();
    QVERIFY(session.atEnd());
    QCOMPARE(session.playhead(), session.trace().end());
    QVERIFY(agrees(session));
    session.toStart();
    QVERIFY(session.atStart());
    QVERIFY(agrees(session));
    QCOMPARE(log.take(), (QStringList{"changed", "changed"}));
}

void TestNavigation::the_same_moment_is_equal_however_it_is_reached()
{
    const Time moment = 223'456us;
    Session direct;
    direct.load(shipped("client-closes-first"));
    direct.seek(moment);

    Session fromTheEnd;
    fromTheEnd.load(shipped("client-closes-first"));
    fromTheEnd.toEnd();
    fromTheEnd.seek(moment);

    Session played;
    played.load(shipped("client-closes-first"));
    played.play();
    while (played.playhead() < moment)
        played.advance(std::min<Duration>(1ms, moment - played.playhead()));

    QCOMPARE(played.playhead(), moment);
    QVERIFY(direct.simulator() == fromTheEnd.simulator());
    QVERIFY(direct.simulator() == played.simulator());
    QCOMPARE(played.position(), direct.position());
}

void TestNavigation::to_end_goes_on_beyond_the_record_and_stops_at_the_limit()
{
    Scenario scenario = shipped("client-closes-first");
    scenario.plan.resize(2);
    scenario.keepAlive = {true, false}; // answered for ever
    Session session;
    session.load(scenario);
    QVERIFY(session.isCutShort());
    QVERIFY(session.trace().end() <= Time{defaultRunLimit});
    QVERIFY(session.trace().end() > Time{defaultRunLimit} - std::chrono::hours{3});

    session.toEnd();
    const Time end = session.playhead();
    QCOMPARE(end, session.trace().end());
    session.toEnd();
    QCOMPARE(session.playhead(), end);
    QVERIFY(!session.atEnd());

    session.submit(call(Side::Client, Close{}));
    QVERIFY(!session.isCutShort());
    session.toEnd(); // the limit counts from the command
    QVERIFY(session.playhead() > end + std::chrono::hours{20} || session.atEnd());
}

void TestNavigation::nothing_is_signalled_where_nothing_changes()
{
    Session session;
    session.load(shipped("client-closes-first"));
    SessionLog log(session);
    session.stepBack();
    session.previousTransition();
    session.toStart();
    session.seek(0s);
    session.toEnd();
    log.take();
    session.toEnd();
    session.stepForward();
    session.nextTransition();
    session.seek(session.end());
    session.skipIdleNow();
    session.play();
    QCOMPARE(log.take(), QStringList{});
}

QTEST_GUILESS_MAIN(TestNavigation)

#include "tst_navigation.moc"
