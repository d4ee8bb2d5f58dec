// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What happens when nobody answers: retransmissions and their limits (RFC 9293 section 3.8.3), the user time-out
// (3.10.8), and the FIN_WAIT_2 that stacks give up.

#include "core/endpoint_fixture.h"

#include <map>

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

namespace {

/// Lets the retransmission timer expire until the connection is given up; returns how often something was sent again.
int expireUntilGivenUp(Bench& bench)
{
    constexpr int enough = 100;
    for (int i = 0; i < enough; ++i) {
        bench.expire(TimerKind::Retransmission);
        if (!bench.rows().empty())
            return i;
    }
    return enough;
}

/// Something is sent that nobody acknowledges, whatever the state is.
void bringToSomethingOutstanding(Bench& bench, State state)
{
    if (state == SynReceived)
        bench.bringToSynReceivedByActiveOpen();
    else
        bench.bringTo(state);
    if (state == Established || state == CloseWait)
        bench.call(Send{10});
}

} // namespace

class TestTimers : public QObject
{
    Q_OBJECT

private slots:
    void retransmissionsHaveALimit_data();
    void retransmissionsHaveALimit();
    void retransmissionRepeatsTheSegment_data();
    void retransmissionRepeatsTheSegment();
    void retransmissionCarriesWhatIsKnownNow();
    void rfc9293_aSynIsRepeatedForThreeMinutes();
    void rfc9293_dataIsRepeatedForAHundredSeconds();
    void aLimitCountsRetransmissionsInARow();
    void aLimitCanBeSetForOneConnection();
    void freebsd_theLastSegmentIsAReset();
    void linux_theFirstSynsGoOutAtEvenIntervals();
    void linux_anOrphanIsGivenUpSooner_data();
    void linux_anOrphanIsGivenUpSooner();
    void linux_aCountOfOnesOwn_isTheWholeCount();
    void synReceived_exhausted_listensOnWhereTheListenerSurvives();
    void synReceived_exhausted_tellsOfASendThatWasQueued();
    void userTimeout_isOffUnlessAskedFor();
    void userTimeout_endsTheConnection_data();
    void userTimeout_endsTheConnection();
    void userTimeout_beginsAnewWithProgress();
    void userTimeout_doesNotRunWhileNothingIsOutstanding();
    void finWait2_lastsForeverForAnApplicationThatReads_data();
    void finWait2_lastsForeverForAnApplicationThatReads();
    void finWait2_isGivenUpForAnApplicationThatIsGone();
    void finWait2_theTimeoutBeginsWhenTheApplicationGoes();
    void finWait2_finInTime_stopsTheTimeout();
};

void TestTimers::retransmissionsHaveALimit_data()
{
    struct Limits {
        const char* profile;
        int syn;
        int synReceived; // which an active open leads to here
        int data;
    };
    QTest::addColumn<QString>("profile");
    QTest::addColumn<State>("state");
    QTest::addColumn<int>("retransmissions");
    for (const Limits& limits :
         {Limits{"rfc9293", 7, 7, 6}, Limits{"linux", 10, 6, 15}, Limits{"freebsd", 12, 12, 12}}) {
        const std::map<State, int> perState = {
            {SynSent, limits.syn},      {SynReceived, limits.synReceived},
            {Established, limits.data}, {FinWait1, limits.data},
            {Closing, limits.data},     {CloseWait, limits.data},
            {LastAck, limits.data},
        };
        for (const auto& [state, count] : perState)
            QTest::addRow("%s %s", limits.profile, identifier(state).data()) << limits.profile << state << count;
    }
}

// "(c) When the number of transmissions of the same segment reaches a threshold R2 greater than R1, close the
// connection." And MUST-12, 3.9.1.8: the application hears of it.
void TestTimers::retransmissionsHaveALimit()
{
    QFETCH(QString, profile);
    QFETCH(State, state);
    StackProfile stack = *findProfile(profile.toStdString());
    stack.timestamps = false; // the fixture's peer does not offer them
    Bench bench(bench::config(stack));
    bringToSomethingOutstanding(bench, state);
    QTEST(expireUntilGivenUp(bench), "retransmissions");
    QCOMPARE(bench.state(), Closed);
    QCOMPARE(bench.heard(), "RetransmissionLimit");
    const bool resets = stack.resetOnGivingUp && state != SynSent;
    QCOMPARE(bench.segments().size(), std::size_t{resets ? 1U : 0U});
    QVERIFY(isError(Signal::RetransmissionLimit));
    QVERIFY(!bench.endpoint.nextDeadline());
}

void TestTimers::retransmissionRepeatsTheSegment_data()
{
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("segment");
    QTest::newRow("SYN") << SynSent << "<SEQ=100><CTL=SYN>";
    QTest::newRow("SYN,ACK") << SynReceived << "<SEQ=100><ACK=301><CTL=SYN,ACK>";
    QTest::newRow("data") << Established << "<SEQ=101><ACK=301><CTL=ACK><DATA=10>";
    QTest::newRow("FIN of FIN_WAIT_1") << FinWait1 << "<SEQ=101><ACK=301><CTL=FIN,ACK>";
    QTest::newRow("FIN of CLOSING") << Closing << "<SEQ=101><ACK=302><CTL=FIN,ACK>";
    QTest::newRow("data of CLOSE_WAIT") << CloseWait << "<SEQ=101><ACK=302><CTL=ACK><DATA=10>";
    QTest::newRow("FIN of LAST_ACK") << LastAck << "<SEQ=101><ACK=302><CTL=FIN,ACK>";
}

// 3.10.8: "send the segment at the front of the retransmission queue again, reinitialize the retransmission timer"
void TestTimers::retransmissionRepeatsTheSegment()
{
    QFETCH(State, state);
    Bench bench;
    bringToSomethingOutstanding(bench, state);
    for (int i = 0; i < 3; ++i) {
        QTEST(bench.expire(TimerKind::Retransmission), "segment");
        QVERIFY(bench.role() == SegmentRole::Retransmission);
        QVERIFY(bench.isRunning(TimerKind::Retransmission));
        QCOMPARE(bench.state(), state);
    }
}

void TestTimers::retransmissionCarriesWhatIsKnownNow()
{
    EndpointConfig config = bench::config();
    config.reading = false;
    Bench bench(config);
    bench.bringTo(Established);
    bench.call(Send{10});
    bench.arrive(ack, 301, 101, 100);
    QCOMPARE(bench.expire(TimerKind::Retransmission), "<SEQ=101><ACK=401><CTL=ACK><DATA=10>");
    QCOMPARE(bench.segments().front().window, std::uint16_t{65435});
    QVERIFY(bench.segments().front().flags.psh);
    QVERIFY(!bench.isRunning(TimerKind::DelayedAck)); // the ACK rode on it
}

// MUST-23: "R2 for a SYN segment MUST be set large enough to provide retransmission of the segment for at least 3
// minutes"
void TestTimers::rfc9293_aSynIsRepeatedForThreeMinutes()
{
    for (const bool passive : {false, true}) {
        Bench bench;
        bench.bringTo(passive ? SynReceived : SynSent);
        expireUntilGivenUp(bench);
        QCOMPARE(bench.now, Duration(183s)); // 1 + 2 + 4 + 8 + 16 + 32 + 60 + 60
    }
}

// SHLD-11: "The value of R2 SHOULD correspond to at least 100 seconds."
void TestTimers::rfc9293_dataIsRepeatedForAHundredSeconds()
{
    Bench bench;
    bringToSomethingOutstanding(bench, Established);
    expireUntilGivenUp(bench);
    QCOMPARE(bench.now, Duration(123s)); // 1 + 2 + 4 + 8 + 16 + 32 + 60
}

void TestTimers::aLimitCountsRetransmissionsInARow()
{
    Bench bench;
    bench.bringTo(Established);
    bench.call(Send{2920});
    for (int i = 0; i < 6; ++i)
        bench.expire(TimerKind::Retransmission);
    bench.arrive(ack, 301, 1561); // one of two segments came through
    QCOMPARE(expireUntilGivenUp(bench), 6);
}

// MUST-21: "able to set the value for R2 for a particular connection"
void TestTimers::aLimitCanBeSetForOneConnection()
{
    Bench bench;
    bringToSomethingOutstanding(bench, Established);
    bench.endpoint.setClockwork(Clockwork{.dataRetries = 9}, bench.now);
    QCOMPARE(expireUntilGivenUp(bench), 9);
    Bench other;
    bringToSomethingOutstanding(other, Established);
    QCOMPARE(expireUntilGivenUp(other), 6);
}

// tcp_timer_rexmt(): tcp_drop(), which resets whatever had a SYN of the peer's.
void TestTimers::freebsd_theLastSegmentIsAReset()
{
    for (const StackProfile& profile : stackProfiles()) {
        Bench bench(bench::config(profile));
        bringToSomethingOutstanding(bench, Established);
        expireUntilGivenUp(bench);
        const bool isFreebsd = profile.name == "freebsd";
        QCOMPARE(bench.segments().size(), std::size_t{isFreebsd ? 1U : 0U});
        if (isFreebsd)
            QCOMPARE(notation(bench.segments().front()), "<SEQ=111><ACK=301><CTL=RST,ACK>");
    }
}

// ip-sysctl, tcp_syn_linear_timeouts: "we would expect SYN RTOs to be: 1, 1, 1, 1, 1, 2, 4, ..."; tcp_syn_retries: "67
// seconds till the last retransmission [...] after 131 seconds".
void TestTimers::linux_theFirstSynsGoOutAtEvenIntervals()
{
    Bench bench(bench::config(*findProfile("linux")));
    bench.bringTo(SynSent);
    QStringList seconds;
    while (bench.state() == SynSent) {
        bench.expire(TimerKind::Retransmission);
        seconds << QString::number(bench.now / 1s);
    }
    QCOMPARE(seconds.join(' '), "1 2 3 4 5 7 11 19 35 67 131");
}

void TestTimers::linux_anOrphanIsGivenUpSooner_data()
{
    QTest::addColumn<State>("state");
    for (const State state : {FinWait1, Closing, LastAck})
        QTest::newRow(identifier(state).data()) << state;
}

// tcp_orphan_retries(): "8 corresponds to >100 seconds with minimal RTO of 200msec"
void TestTimers::linux_anOrphanIsGivenUpSooner()
{
    QFETCH(State, state);
    for (const bool isOrphan : {true, false}) {
        Bench bench(bench::config(*findProfile("linux")));
        bench.bringTo(state == LastAck ? CloseWait : Established);
        bench.call(Close{.stillReading = !isOrphan});
        if (state == Closing)
            bench.arrive(finAck, 301, 101);
        QCOMPARE(bench.state(), state);
        QCOMPARE(expireUntilGivenUp(bench), isOrphan ? 8 : 15);
        QCOMPARE(bench.state(), Closed);
    }
}

void TestTimers::linux_aCountOfOnesOwn_isTheWholeCount()
{
    const Clockwork clockwork{.synRetries = 2, .dataRetries = 3};
    Bench opening(bench::config(*findProfile("linux")));
    opening.endpoint.setClockwork(clockwork, opening.now);
    opening.bringTo(SynSent);
    QCOMPARE(expireUntilGivenUp(opening), 2);
    Bench closing(bench::config(*findProfile("linux")));
    closing.endpoint.setClockwork(clockwork, closing.now);
    closing.bringTo(Established);
    closing.call(Close{.stillReading = false});
    QCOMPARE(expireUntilGivenUp(closing), 3);
}

void TestTimers::synReceived_exhausted_listensOnWhereTheListenerSurvives()
{
    EndpointConfig config = bench::config();
    config.profile.listenerSurvives = true;
    Bench bench(config);
    bench.bringTo(SynReceived);
    QCOMPARE(expireUntilGivenUp(bench), 7);
    QCOMPARE(bench.state(), Listen);
    QCOMPARE(bench.heard(), QString());

    Bench active(config);
    active.bringToSynReceivedByActiveOpen();
    expireUntilGivenUp(active);
    QCOMPARE(active.state(), Closed);
    QCOMPARE(active.heard(), "RetransmissionLimit");
}

void TestTimers::synReceived_exhausted_tellsOfASendThatWasQueued()
{
    EndpointConfig config = bench::config();
    config.profile.listenerSurvives = true;
    Bench bench(config);
    bench.bringTo(SynReceived);
    bench.call(Send{10});
    expireUntilGivenUp(bench);
    QCOMPARE(bench.state(), Listen);
    QCOMPARE(bench.heard(), "ConnectionReset");
}

void TestTimers::userTimeout_isOffUnlessAskedFor()
{
    for (const StackProfile& profile : stackProfiles()) {
        Bench bench(bench::config(profile));
        bench.bringTo(SynSent);
        QVERIFY(!bench.isRunning(TimerKind::User));
    }
}

void TestTimers::userTimeout_endsTheConnection_data()
{
    QTest::addColumn<State>("state");
    for (const State state : {SynSent, SynReceived, Established, FinWait1, Closing, CloseWait, LastAck})
        QTest::newRow(identifier(state).data()) << state;
}

// 3.10.8: "For any state if the user timeout expires, flush all queues, signal the user 'error: connection aborted due
// to user timeout' ..., delete the TCB, enter the CLOSED state, and return."
void TestTimers::userTimeout_endsTheConnection()
{
    QFETCH(State, state);
    EndpointConfig config = bench::config();
    config.profile.userTimeout = 5min;
    Bench bench(config);
    bringToSomethingOutstanding(bench, state);
    QCOMPARE(bench.left(TimerKind::User), Duration(5min));
    bench.expire(TimerKind::Retransmission); // repeating is no progress
    QCOMPARE(bench.left(TimerKind::User), Duration(5min - 1s));
    QCOMPARE(bench.expire(TimerKind::User), QString());
    QCOMPARE(bench.state(), Closed);
    QCOMPARE(bench.heard(), "UserTimedOut");
    QCOMPARE(bench.tcb(), Tcb{});
}

void TestTimers::userTimeout_beginsAnewWithProgress()
{
    EndpointConfig config = bench::config();
    config.profile.userTimeout = 5min;
    Bench bench(config);
    bench.bringTo(Established);
    bench.call(Send{2920});
    bench.now += 1min;
    bench.call(Send{1460}); // more data is no progress
    QCOMPARE(bench.left(TimerKind::User), Duration(4min));
    bench.arrive(ack, 301, 1561);
    QCOMPARE(bench.left(TimerKind::User), Duration(5min));
}

void TestTimers::userTimeout_doesNotRunWhileNothingIsOutstanding()
{
    EndpointConfig config = bench::config();
    config.profile.userTimeout = 5min;
    for (const State state : {Listen, Established, FinWait2, TimeWait, CloseWait}) {
        Bench idle(config);
        idle.bringTo(state);
        QVERIFY2(!idle.isRunning(TimerKind::User), identifier(state).data());
    }
}

void TestTimers::finWait2_lastsForeverForAnApplicationThatReads_data()
{
    QTest::addColumn<QString>("profile");
    for (const char* profile : {"rfc9293", "linux", "freebsd"})
        QTest::newRow(profile) << profile;
}

// 3.6: "The user who CLOSEs may continue to RECEIVE until the TCP receiver is told that the remote peer has CLOSED
// also."
void TestTimers::finWait2_lastsForeverForAnApplicationThatReads()
{
    QFETCH(QString, profile);
    Bench bench(bench::config(*findProfile(profile.toStdString())));
    bench.bringTo(FinWait2);
    QVERIFY(!bench.endpoint.nextDeadline());
}

void TestTimers::finWait2_isGivenUpForAnApplicationThatIsGone()
{
    for (const StackProfile& profile : stackProfiles()) {
        Bench bench(bench::config(profile));
        bench.bringTo(Established);
        bench.call(Close{.stillReading = false});
        bench.arrive(ack, 301, 102);
        QCOMPARE(bench.state(), FinWait2);
        QCOMPARE(bench.isRunning(TimerKind::FinWait2), profile.name != "rfc9293");
        if (!bench.isRunning(TimerKind::FinWait2))
            continue;
        QCOMPARE(bench.left(TimerKind::FinWait2), profile.name == "linux" ? Duration(60s) : Duration(10min));
        QCOMPARE(bench.expire(TimerKind::FinWait2), QString());
        QCOMPARE(bench.state(), Closed);
        QCOMPARE(bench.heard(), "FinWait2TimedOut");
    }
}

void TestTimers::finWait2_theTimeoutBeginsWhenTheApplicationGoes()
{
    Bench bench(bench::config(*findProfile("linux")));
    bench.bringTo(FinWait2);
    bench.now += 1h;
    bench.call(Close{.stillReading = false});
    QCOMPARE(bench.left(TimerKind::FinWait2), Duration(60s));
}

void TestTimers::finWait2_finInTime_stopsTheTimeout()
{
    Bench bench(bench::config(*findProfile("linux")));
    bench.bringTo(FinWait2);
    bench.call(Close{.stillReading = false});
    bench.arrive(finAck, 301, 102);
    QCOMPARE(bench.state(), TimeWait);
    QVERIFY(!bench.isRunning(TimerKind::FinWait2));
}

QTEST_APPLESS_MAIN(TestTimers)
#include "tst_timers.moc"
