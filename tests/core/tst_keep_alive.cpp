// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Keep-alives (RFC 9293 section 3.8.4): off unless asked for, only when idle, and never giving up on a single probe.

#include "core/endpoint_fixture.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

namespace {

EndpointConfig keepingAlive()
{
    EndpointConfig config = bench::config();
    config.keepAlive = true;
    return config;
}

} // namespace

class TestKeepAlive : public QObject
{
    Q_OBJECT

private slots:
    void isOffByDefault();
    void interval_canBeSet();
    void runsOnlyWhereAConnectionCanBeIdle_data();
    void runsOnlyWhereAConnectionCanBeIdle();
    void probe_hasTheNumberBeforeTheNextAndNoText_data();
    void probe_hasTheNumberBeforeTheNextAndNoText();
    void probe_drawsAnAckFromAPeerThatIsAlive();
    void probe_answered_waitsForTwoHoursAgain();
    void probe_unanswered_isRepeatedNineTimes();
    void probe_unanswered_theRealStacksReset();
    void probe_answeredByReset_endsTheConnection();
    void segments_postponeTheProbe();
    void outstandingData_postponesTheProbe();
};

// MUST-25: "they MUST default to off"
void TestKeepAlive::isOffByDefault()
{
    QVERIFY(!EndpointConfig().keepAlive);
    Bench bench;
    bench.bringTo(Established);
    QVERIFY(!bench.endpoint.nextDeadline());
}

// MUST-27: "This interval MUST be configurable"
void TestKeepAlive::interval_canBeSet()
{
    Bench bench(keepingAlive());
    bench.endpoint.setClockwork(Clockwork{.keepAliveIdle = 3h}, bench.now);
    bench.bringTo(Established);
    QCOMPARE(bench.expire(TimerKind::KeepAlive), "<SEQ=100><ACK=301><CTL=ACK>");
    QCOMPARE(bench.now, Time{3h});
}

void TestKeepAlive::runsOnlyWhereAConnectionCanBeIdle_data()
{
    addStates();
}

void TestKeepAlive::runsOnlyWhereAConnectionCanBeIdle()
{
    QFETCH(State, state);
    Bench bench(keepingAlive());
    bench.bringTo(state);
    if (state == FinWait1 || state == LastAck || state == Closing) { // our FIN is outstanding: no probe is sent
        if (bench.isRunning(TimerKind::KeepAlive))
            QCOMPARE(bench.expire(TimerKind::KeepAlive), QString());
        return;
    }
    QCOMPARE(bench.isRunning(TimerKind::KeepAlive), state == Established || state == FinWait2 || state == CloseWait);
    if (bench.isRunning(TimerKind::KeepAlive))
        QCOMPARE(bench.left(TimerKind::KeepAlive), Duration(2h)); // MUST-28
}

void TestKeepAlive::probe_hasTheNumberBeforeTheNextAndNoText_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("probe");
    QTest::newRow("ESTABLISHED") << Established << "<SEQ=100><ACK=301><CTL=ACK>";
    QTest::newRow("FIN_WAIT_2") << FinWait2 << "<SEQ=101><ACK=301><CTL=ACK>";
    QTest::newRow("CLOSE_WAIT") << CloseWait << "<SEQ=100><ACK=302><CTL=ACK>";
}

// "Such a segment generally contains SEG.SEQ = SND.NXT-1"; SHLD-12: "a keep-alive segment with no data"
void TestKeepAlive::probe_hasTheNumberBeforeTheNextAndNoText()
{
    QFETCH(State, state);
    Bench bench(keepingAlive());
    bench.bringTo(state);
    QTEST(bench.expire(TimerKind::KeepAlive), "probe");
    QVERIFY(bench.role() == SegmentRole::KeepAlive);
    QCOMPARE(bench.left(TimerKind::KeepAlive), Duration(75s));
}

void TestKeepAlive::probe_drawsAnAckFromAPeerThatIsAlive()
{
    Bench alive;
    alive.bringTo(Established);
    QCOMPARE(alive.arrive(ack, 300, 101), "<SEQ=101><ACK=301><CTL=ACK>");
    Bench rebooted;
    QCOMPARE(rebooted.arrive(ack, 300, 101), "<SEQ=101><CTL=RST>");
}

void TestKeepAlive::probe_answered_waitsForTwoHoursAgain()
{
    Bench bench(keepingAlive());
    bench.bringTo(Established);
    for (int i = 0; i < 9; ++i)
        bench.expire(TimerKind::KeepAlive);
    bench.arrive(ack, 301, 101);
    QCOMPARE(bench.left(TimerKind::KeepAlive), Duration(2h));
    for (int i = 0; i < 9; ++i)
        QVERIFY(!bench.expire(TimerKind::KeepAlive).isEmpty());
}

// MUST-29: "it MUST NOT interpret failure to respond to any specific probe as a dead connection"
void TestKeepAlive::probe_unanswered_isRepeatedNineTimes()
{
    Bench bench(keepingAlive());
    bench.bringTo(Established);
    for (int i = 0; i < 9; ++i) {
        QCOMPARE(bench.expire(TimerKind::KeepAlive), "<SEQ=100><ACK=301><CTL=ACK>");
        QCOMPARE(bench.state(), Established);
    }
    QCOMPARE(bench.expire(TimerKind::KeepAlive), QString());
    QCOMPARE(bench.state(), Closed);
    QCOMPARE(bench.heard(), "KeepAliveFailed");
    QCOMPARE(bench.now, Duration(2h + 9 * 75s));
}

// tcp_keepalive_timer(): tcp_send_active_reset(); tcp_timer_keep(): tcp_drop()
void TestKeepAlive::probe_unanswered_theRealStacksReset()
{
    for (const char* name : {"linux", "freebsd"}) {
        EndpointConfig config = bench::config(*findProfile(name));
        config.keepAlive = true;
        Bench bench(config);
        bench.bringTo(Established);
        for (std::uint32_t i = 0; i < config.profile.keepAliveProbes; ++i)
            QCOMPARE(bench.expire(TimerKind::KeepAlive), "<SEQ=100><ACK=301><CTL=ACK>");
        QCOMPARE(bench.expire(TimerKind::KeepAlive), "<SEQ=101><ACK=301><CTL=RST,ACK>");
        QCOMPARE(bench.state(), Closed);
        QCOMPARE(bench.heard(), "KeepAliveFailed");
    }
}

void TestKeepAlive::probe_answeredByReset_endsTheConnection()
{
    Bench bench(keepingAlive());
    bench.bringTo(Established);
    bench.expire(TimerKind::KeepAlive);
    bench.arrive(rst, 301);
    QCOMPARE(bench.heard(), "ConnectionReset");
}

// MUST-26: "no data or acknowledgment packets have been received for the connection within an interval"
void TestKeepAlive::segments_postponeTheProbe()
{
    Bench bench(keepingAlive());
    bench.bringTo(Established);
    bench.now += 1h;
    bench.arrive(ack, 301, 101);
    QCOMPARE(bench.left(TimerKind::KeepAlive), Duration(2h));
    bench.now += 1h;
    bench.arrive(ack, 301, 101, 10);
    QCOMPARE(bench.left(TimerKind::KeepAlive), Duration(2h));
    bench.now += 1h;
    bench.arrive(rst, 200); // an attacker's segment says nothing about the peer
    QCOMPARE(bench.left(TimerKind::KeepAlive), Duration(1h));
}

// MUST-26: "Keep-alive packets MUST only be sent when no sent data is outstanding"
void TestKeepAlive::outstandingData_postponesTheProbe()
{
    Bench bench(keepingAlive());
    bench.bringTo(Established);
    bench.call(Send{10});
    QCOMPARE(bench.expire(TimerKind::KeepAlive), QString());
    QVERIFY(bench.isRunning(TimerKind::KeepAlive));
    QCOMPARE(bench.state(), Established);
}

QTEST_APPLESS_MAIN(TestKeepAlive)
#include "tst_keep_alive.moc"
