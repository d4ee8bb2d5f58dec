// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The playhead as time goes by. The last two tests wait for the real clock; the others say themselves how much
// time has gone by.
#include "session/session.h"

#include "machine/fail_on_warnings.h"
#include "session/session_log.h"

#include <QSignalSpy>
#include <QTest>

#include <limits>
#include <vector>

using namespace finwait;
using namespace finwait::test;

namespace {

constexpr Duration tick = 16ms;

/// How much real time it takes to play to the end.
Duration playToTheEnd(Session& session)
{
    Duration real{};
    session.play();
    while (session.isPlaying()) {
        session.advance(tick);
        real += tick;
    }
    return real;
}

} // namespace

class TestPlaying : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase() { failOnWarnings(); }
    static void time_goes_by_while_playing_only();
    static void one_tick_is_one_change();
    static void every_transition_on_the_way_is_signalled();
    static void transitions_are_those_that_the_machines_signal();
    static void several_steps_fit_into_one_tick();
    static void stops_at_the_end();
    static void at_the_end_there_is_nothing_to_play();
    static void goes_on_beyond_the_record();
    static void plays_on_after_a_seek();
    static void stepping_pauses();
    static void a_command_while_playing_is_done_and_played_from();
    static void speed_scales_time();
    static void speed_is_held_to_its_range();
    static void two_msl_is_waited_for_if_wanted();
    static void two_msl_is_skipped_on_request();
    static void skipping_shows_what_was_and_announces_what_comes();
    static void nothing_is_skipped_while_a_segment_is_on_its_way();
    static void skip_idle_now_goes_to_just_before_the_next_event();
    static void skip_idle_now_never_goes_back();
    static void a_late_tick_is_no_leap();
    static void the_clock_runs_by_itself();
};

void TestPlaying::time_goes_by_while_playing_only()
{
    Session session;
    session.load(shipped("client-closes-first"));
    SessionLog log(session);
    session.advance(tick);
    QCOMPARE(session.playhead(), Time{});
    session.play();
    session.advance(3ms);
    QCOMPARE(session.playhead(), Time{3ms});
    session.pause();
    session.advance(3ms);
    QCOMPARE(session.playhead(), Time{3ms});
    QCOMPARE(log.take(), (QStringList{"playing", "server LISTEN", "changed", "paused"}));
}

void TestPlaying::one_tick_is_one_change()
{
    Session session;
    session.load(shipped("client-closes-first"));
    const QSignalSpy changed(&session, &Session::changed);
    session.play();
    for (int i = 1; i <= 50; ++i) {
        session.advance(tick);
        QCOMPARE(changed.count(), i);
        QCOMPARE(session.playhead(), i * tick);
        QVERIFY(agrees(session));
    }
}

void TestPlaying::every_transition_on_the_way_is_signalled()
{
    Session session;
    session.load(shipped("client-closes-first"));
    session.setSpeed(100);
    PerSide<std::vector<State>> paths = {{State::Closed}, {State::Closed}};
    connect(&session, &Session::transitionTaken, &session,
            [&](Side side, RowIndex row) { paths[side].push_back(transitionRow(row).to); });
    playToTheEnd(session);
    QCOMPARE(paths.client, session.scenario().expected.client);
    QCOMPARE(paths.server, session.scenario().expected.server);
}

void TestPlaying::transitions_are_those_that_the_machines_signal()
{
    Session session;
    session.load(shipped("client-closes-first"));
    auto& client = const_cast<ConnectionMachine&>(session.machine(Side::Client)); // to hold its tongue
    SessionLog log(session);
    session.play();
    {
        const QSignalBlocker silent(client);
        session.advance(100ms);
    }
    QCOMPARE(log.take(), (QStringList{"playing", "server LISTEN", "server SYN_RECEIVED", "changed"}));
    QVERIFY(agrees(session));
}

void TestPlaying::several_steps_fit_into_one_tick()
{
    Session session;
    session.load(shipped("client-closes-first"));
    SessionLog log(session);
    session.play();
    session.advance(100ms);
    QCOMPARE(log.take(), (QStringList{"playing", "server LISTEN", "client SYN_SENT", "server SYN_RECEIVED",
                                      "client ESTABLISHED", "changed"}));
    QCOMPARE(session.playhead(), Time{100ms});
}

void TestPlaying::stops_at_the_end()
{
    Session session;
    session.load(shipped("refused"));
    SessionLog log(session);
    playToTheEnd(session);
    QVERIFY(session.atEnd());
    QCOMPARE(session.playhead(), session.trace().end());
    const QStringList lines = log.take();
    QCOMPARE(lines.first(), QStringLiteral("playing"));
    QCOMPARE(lines.count(QStringLiteral("paused")), 1);
    QCOMPARE(lines.last(), QStringLiteral("changed"));
}

void TestPlaying::at_the_end_there_is_nothing_to_play()
{
    Session session;
    session.load(shipped("refused"));
    session.toEnd();
    session.play();
    QVERIFY(!session.isPlaying());
}

void TestPlaying::goes_on_beyond_the_record()
{
    Session session;
    session.load(nothingPlanned());
    session.submit(call(Side::Server, OpenPassive{}));
    session.submit(call(Side::Client, OpenActive{}));
    const std::size_t recorded = session.trace().steps().size();
    session.play();
    session.advance(60ms);
    QVERIFY(session.trace().steps().size() > recorded);
    QCOMPARE(session.machine(Side::Server).state(), State::SynReceived);
    QCOMPARE(session.end(), Time{60ms});
    playToTheEnd(session);
    QCOMPARE(session.machine(Side::Server).state(), State::Established);
}

void TestPlaying::plays_on_after_a_seek()
{
    Session session;
    session.load(shipped("client-closes-first"));
    session.play();
    session.seek(200ms);
    QVERIFY(session.isPlaying());
    session.advance(tick);
    QCOMPARE(session.playhead(), Time{200ms} + tick);
    session.toStart();
    QVERIFY(session.isPlaying());
}

void TestPlaying::stepping_pauses()
{
    Session session;
    session.load(shipped("client-closes-first"));
    using Step = void (Session::*)();
    for (const Step step :
         {&Session::stepForward, &Session::stepBack, &Session::nextTransition, &Session::previousTransition}) {
        session.play();
        QVERIFY(session.isPlaying());
        (session.*step)();
        QVERIFY(!session.isPlaying());
    }
}

void TestPlaying::a_command_while_playing_is_done_and_played_from()
{
    Session session;
    session.load(shipped("client-closes-first"));
    session.play();
    session.advance(100ms);
    session.submit(call(Side::Client, Abort{}));
    QVERIFY(session.isPlaying());
    session.advance(40ms);
    QCOMPARE(session.machine(Side::Server).state(), State::Closed);
    QVERIFY(agrees(session));
}

void TestPlaying::speed_scales_time()
{
    Session session;
    session.load(shipped("client-closes-first"));
    session.play();
    session.setSpeed(0.01);
    session.advance(100ms);
    QCOMPARE(session.playhead(), Time{1ms});
    session.setSpeed(10);
    session.advance(1ms);
    QCOMPARE(session.playhead(), Time{11ms});
}

void TestPlaying::speed_is_held_to_its_range()
{
    Session session;
    const QSignalSpy changes(&session, &Session::speedChanged);
    session.setSpeed(1000);
    QCOMPARE(session.speed(), Session::fastest);
    session.setSpeed(0);
    QCOMPARE(session.speed(), Session::slowest);
    session.setSpeed(-5);
    QCOMPARE(changes.count(), 2);
}

void TestPlaying::two_msl_is_waited_for_if_wanted()
{
    Session session;
    session.load(shipped("client-closes-first"));
    QVERIFY(!session.skipsIdle());
    QVERIFY(playToTheEnd(session) > 4min);
}

void TestPlaying::two_msl_is_skipped_on_request()
{
    Session session;
    session.load(shipped("client-closes-first"));
    const QSignalSpy skips(&session, &Session::skipsIdleChanged);
    session.setSkipsIdle(true);
    session.setSkipsIdle(true);
    QCOMPARE(skips.count(), 1);
    QVERIFY(session.end() > 4min);
    QVERIFY(playToTheEnd(session) < 3s);
    QCOMPARE(session.playhead(), session.trace().end());
    QCOMPARE(session.machine(Side::Client).state(), State::Closed);
}

void TestPlaying::skipping_shows_what_was_and_announces_what_comes()
{
    Session session;
    session.load(shipped("client-closes-first"));
    session.setSkipsIdle(true);
    const auto& steps = session.trace().steps();
    const Time last = steps[steps.size() - 2].at;
    const Time expiry = steps.back().at;
    session.seek(last);
    session.play();
    std::vector<Time> stops;
    while (session.isPlaying()) {
        session.advance(tick);
        stops.push_back(session.playhead());
    }
    const auto before = std::count_if(stops.begin(), stops.end(), [&](Time at) { return at < last + 2s; });
    const auto after =
        std::count_if(stops.begin(), stops.end(), [&](Time at) { return at > expiry - 2s && at < expiry; });
    QVERIFY(before >= Pace::settling / tick);
    QVERIFY(after >= Pace::leadIn / tick);
    QVERIFY(before + after < (Pace::settling + Pace::leadIn) / tick + 4);
}

void TestPlaying::nothing_is_skipped_while_a_segment_is_on_its_way()
{
    Scenario slow = shipped("client-closes-first");
    slow.network.delay = {20s, 20s};
    Session session;
    session.load(slow);
    session.setSkipsIdle(true);
    session.setSpeed(0.1);                        // so that the wait until the SYN is repeated counts as long
    session.seek(slow.plan.front().after + 15ms); // the SYN is under way, and nothing else happens
    QVERIFY(!session.simulator().network().inFlight().empty());
    const Time before = session.playhead();
    session.play();
    for (int i = 0; i < 60; ++i)
        session.advance(tick);
    QCOMPARE(session.playhead(), before + 6 * tick);
}

void TestPlaying::skip_idle_now_goes_to_just_before_the_next_event()
{
    Session session;
    session.load(shipped("client-closes-first"));
    session.seek(1s);
    SessionLog log(session);
    session.skipIdleNow();
    QCOMPARE(log.take(), QStringList{"changed"});
    QCOMPARE(session.playhead(), session.trace().end() - Pace::leadIn);
    QCOMPARE(session.machine(Side::Client).state(), State::TimeWait);
    session.play();
    session.advance(Pace::leadIn);
    QCOMPARE(session.machine(Side::Client).state(), State::Closed);
}

void TestPlaying::skip_idle_now_never_goes_back()
{
    Session session;
    session.load(shipped("client-closes-first"));
    session.seek(45ms);
    session.skipIdleNow();
    QCOMPARE(session.playhead(), Time{45ms});
}

void TestPlaying::a_late_tick_is_no_leap()
{
    Session session;
    session.load(shipped("client-closes-first"));
    session.play();
    QTest::qSleep(1000); // the window's thread is busy
    QTRY_VERIFY(session.playhead() > Time{});
    QVERIFY(session.playhead() < Time{900ms});
}

void TestPlaying::the_clock_runs_by_itself()
{
    Session session;
    session.load(shipped("refused"));
    session.play();
    QTRY_VERIFY(!session.isPlaying());
    QVERIFY(session.atEnd());
    QCOMPARE(pathOf(session.trace(), Side::Client), session.scenario().expected.client);
}

QTEST_GUILESS_MAIN(TestPlaying)

#include "tst_playing.moc"
