// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A SYN that comes again while its SYN,ACK is on its way: RFC 9293 acknowledges it, the stacks of today answer it.

#include "core/endpoint_fixture.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;

namespace {

constexpr const char* plainAck = "<SEQ=101><ACK=301><CTL=ACK>";
constexpr const char* synAckAgain = "<SEQ=100><ACK=301><CTL=SYN,ACK>";

} // namespace

class TestRepeatedSyn : public QObject
{
    Q_OBJECT

private slots:
    void listener_answersAsItsProfileSays_data();
    void listener_answersAsItsProfileSays();
    void answer_startsTheTimerAnew();
    void answer_isNoRetryOfTheSynAck_data();
    void answer_isNoRetryOfTheSynAck();
    void answer_givesNoRoundTripSample();
    void simultaneousOpen_isOnlyAcknowledged_data();
    void simultaneousOpen_isOnlyAcknowledged();
    void reopened_isAnsweredLikeAListener();
    void anotherSyn_isNoRepetition();
};

void TestRepeatedSyn::listener_answersAsItsProfileSays_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<Reason>("reason");
    // 3.10.7.4, first: "If an incoming segment is not acceptable, an acknowledgment should be sent in reply"
    QTest::newRow("rfc9293") << "rfc9293" << plainAck << Reason::Duplicate;
    QTest::newRow("linux") << "linux" << synAckAgain << Reason::SynRepeated;     // tcp_check_req()
    QTest::newRow("freebsd") << "freebsd" << synAckAgain << Reason::SynRepeated; // syncache_add()
}

void TestRepeatedSyn::listener_answersAsItsProfileSays()
{
    QFETCH(QString, profile);
    QFETCH(QString, answer);
    QFETCH(Reason, reason);
    Bench bench(bench::config(*findProfile(profile.toStdString())));
    bench.bringTo(SynReceived);
    QCOMPARE(bench.arrive(syn, 300), answer);
    QCOMPARE(bench.reason(), reason);
    QCOMPARE(bench.state(), SynReceived);
    QCOMPARE(bench.role(), answer == plainAck ? SegmentRole::Regular : SegmentRole::Retransmission);
}

void TestRepeatedSyn::answer_startsTheTimerAnew()
{
    Bench bench(bench::config(*findProfile("linux")));
    bench.bringTo(SynReceived);
    bench.expire(TimerKind::Retransmission);
    QCOMPARE(bench.left(TimerKind::Retransmission), Duration(2s));
    bench.now += 500ms;
    bench.arrive(syn, 300);
    QCOMPARE(bench.left(TimerKind::Retransmission), Duration(2s));
}

void TestRepeatedSyn::answer_isNoRetryOfTheSynAck_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<int>("left"); // retries after two retransmissions and a repeated SYN
    QTest::newRow("linux") << "linux" << 5 - 2;
    QTest::newRow("freebsd: counted from the beginning") << "freebsd" << 3;
}

void TestRepeatedSyn::answer_isNoRetryOfTheSynAck()
{
    QFETCH(QString, profile);
    QFETCH(int, left);
    Bench bench(bench::config(*findProfile(profile.toStdString())));
    bench.bringTo(SynReceived);
    bench.expire(TimerKind::Retransmission);
    bench.expire(TimerKind::Retransmission);
    bench.arrive(syn, 300);
    for (int retry = 0; retry < left; ++retry) {
        QCOMPARE(bench.expire(TimerKind::Retransmission), synAckAgain);
    }
    bench.expire(TimerKind::Retransmission);
    QCOMPARE(bench.state(), Listen);
}

// RFC 6298 section 3: an ACK of what was sent twice may be of either.
void TestRepeatedSyn::answer_givesNoRoundTripSample()
{
    EndpointConfig config = bench::config(*findProfile("linux"));
    config.profile.timestamps = false;
    Bench bench(config);
    bench.bringTo(SynReceived);
    bench.arrive(syn, 300);
    bench.now += 50ms;
    bench.arrive(ack, 301, 101);
    QCOMPARE(bench.state(), Established);
    QVERIFY(!bench.tcb().rto.smoothed());
}

void TestRepeatedSyn::simultaneousOpen_isOnlyAcknowledged_data()
{
    QTest::addColumn<QString>("profile");
    for (const StackProfile& profile : stackProfiles())
        QTest::newRow(profile.name.data()) << toQString(profile.name);
}

void TestRepeatedSyn::simultaneousOpen_isOnlyAcknowledged()
{
    QFETCH(QString, profile);
    Bench bench(bench::config(*findProfile(profile.toStdString())));
    bench.bringToSynReceivedByActiveOpen();
    QCOMPARE(bench.arrive(syn, 300), plainAck);
}

void TestRepeatedSyn::reopened_isAnsweredLikeAListener()
{
    EndpointConfig config = bench::config();
    config.profile.repeatedSyn = RepeatedSyn::Answered;
    Bench bench(config);
    bench.bringToSynReceivedFromTimeWait();
    QCOMPARE(bench.arrive(syn, 1000), "<SEQ=100><ACK=1001><CTL=SYN,ACK>");
}

// Another initial sequence number: another connection (3.10.7.4, first and fourth).
void TestRepeatedSyn::anotherSyn_isNoRepetition()
{
    Bench bench(bench::config(*findProfile("linux")));
    bench.bringTo(SynReceived);
    QCOMPARE(bench.arrive(syn, 299), plainAck);
    QCOMPARE(bench.reason(), Reason::OutsideWindow);
}

QTEST_APPLESS_MAIN(TestRepeatedSyn)
#include "tst_repeated_syn.moc"
