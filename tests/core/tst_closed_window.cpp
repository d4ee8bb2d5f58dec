// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Windows of zero on one side or on both: probes, what still gets through, and how a connection ends with them. RFC
// 9293 sections 3.4, 3.8.6.1 and Appendix A.2.

#include "core/simulator.h"

#include "core/trace_text.h"

using namespace finwait;
using namespace finwait::bench;
using enum finwait::State;
using enum finwait::Side;

namespace {

/// ESTABLISHED, one octet of ours probes the peer's closed window.
Bench probing(const EndpointConfig& config = bench::config())
{
    Bench bench(config);
    bench.bringTo(Established);
    bench.peerWindow = 0;
    bench.arrive(ack, 301, 101);
    bench.call(Send{100});
    bench.expire(TimerKind::Persist);
    return bench;
}

} // namespace

class TestClosedWindow : public QObject
{
    Q_OBJECT

private slots:
    void ackOfAPeerThatProbes_isTaken();
    void twoClosedWindows_doNotAnswerForEver();
    void closedWindow_doesNotStopTheOtherDirection();
    void abortWhileProbing_reachesThePeer();
    void finCutOffByTheWindow_staysCutOff();
    void closeIntoAClosedWindow_endsKeepAlives();
    void windowThatOpensALittle_isWaitedForAnew();
};

void TestClosedWindow::ackOfAPeerThatProbes_isTaken()
{
    EndpointConfig config = bench::config();
    config.reading = false;
    config.profile.receiveBuffer = 1460;
    Bench bench(config);
    bench.bringTo(Established);
    bench.call(Send{10});
    bench.arrive(ack, 301, 101, 1460);
    QCOMPARE(bench.tcb().rcv.wnd, 0U);
    QCOMPARE(bench.arrive(ack, 301 + 1460 + 1, 111), ""); // SND.NXT of a peer whose probe we did not take
    QCOMPARE(bench.tcb().snd.una, Seq{111});
}

void TestClosedWindow::twoClosedWindows_doNotAnswerForEver()
{
    SimulatorConfig config;
    config.network.delay = {0ms, 0ms};
    for (const Side side : allSides)
        config.endpoints[side].reading = false;
    config.plan = {at(Server, OpenPassive{}), at(Client, OpenActive{}, 10ms)};
    for (const Side side : allSides) {
        config.plan.push_back(when(side, Established, Send{65535}, 1s));
        config.plan.push_back(when(side, Established, Send{1}, 20s));
    }
    Simulator simulator(config);
    Trace trace;
    for (int steps = 0; steps < 3000 && simulator.now() < Time{2min}; ++steps)
        QVERIFY(simulator.step(&trace));
    QVERIFY2(simulator.now() >= Time{2min}, "time stands still");
}

void TestClosedWindow::closedWindow_doesNotStopTheOtherDirection()
{
    SimulatorConfig config;
    config.endpoints.server.reading = false;
    config.plan = {at(Server, OpenPassive{}), at(Client, OpenActive{}, 10ms),
                   when(Client, Established, Send{65535}, 1s), when(Client, Established, Send{1}, 10s),
                   when(Server, Established, Close{}, 15s)};
    Simulator simulator(config);
    while (simulator.now() < Time{16s})
        QVERIFY(simulator.step(nullptr));
    QVERIFY(simulator.endpoint(Server).state() == FinWait2);
}

// The peer has not taken the probe: a RST behind it would lie outside its window.
void TestClosedWindow::abortWhileProbing_reachesThePeer()
{
    Bench bench = probing();
    QCOMPARE(bench.tcb().snd.nxt, Seq{102});
    QCOMPARE(bench.call(Abort{}), "<SEQ=101><CTL=RST>");
}

void TestClosedWindow::finCutOffByTheWindow_staysCutOff()
{
    Bench bench = probing();
    bench.arrive(ack, 301, 101, 1460);
    const std::uint32_t rest = bench.tcb().rcv.wnd;
    bench.peerWindow = 1000; // the window opens with the very segment whose FIN does not fit
    bench.arrive(finAck, 301 + 1460, 101, rest);
    QVERIFY(bench.state() == Established);
    QCOMPARE(bench.tcb().rcv.nxt, Seq{301 + 1460} + rest);
}

// RFC 9293 section 3.8.4: keep-alives are for connections that are idle.
void TestClosedWindow::closeIntoAClosedWindow_endsKeepAlives()
{
    EndpointConfig config = bench::config();
    config.keepAlive = true;
    Bench bench(config);
    bench.bringTo(Established);
    QVERIFY(bench.isRunning(TimerKind::KeepAlive));
    bench.peerWindow = 0;
    bench.arrive(ack, 301, 101);
    bench.call(Close{});
    QVERIFY(bench.state() == FinWait1);
    QVERIFY(!bench.isRunning(TimerKind::KeepAlive));
    QVERIFY(bench.isRunning(TimerKind::Persist));
}

// Section 3.8.6.2.1: the override of the silly-window rule comes within a second, whatever was waited for before.
void TestClosedWindow::windowThatOpensALittle_isWaitedForAnew()
{
    Bench bench;
    bench.bringTo(Established);
    bench.peerWindow = 0;
    bench.arrive(ack, 301, 101);
    bench.call(Send{1000});
    QCOMPARE(bench.left(TimerKind::Persist), bench.tcb().rto.rto(bench.endpoint.profile()));
    bench.peerWindow = 10;
    bench.arrive(ack, 301, 101);
    QCOMPARE(bench.left(TimerKind::Persist), bench.endpoint.profile().overrideTimeout);
}

QTEST_APPLESS_MAIN(TestClosedWindow)
#include "tst_closed_window.moc"
