// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A simulator that goes on with a connection of which somebody else has kept account: it does what the one would have
// done that has simulated it from its beginning.

#include "core/simulator.h"

#include "core/trace_text.h"

#include <QTest>

using namespace finwait;
using namespace finwait::bench;
using enum finwait::Side;

namespace {

/// All that is to be known of a simulation, by somebody who has not simulated it.
MidConnection asSeen(const Simulator& simulator, const Trace& trace)
{
    MidConnection seen;
    seen.now = simulator.now();
    for (const Side side : allSides) {
        seen.tcbs[side] = simulator.endpoint(side).tcb();
        seen.iss[side] = simulator.iss(side);
    }
    seen.inFlight = simulator.network().inFlight();
    seen.nextRecord = static_cast<RecordIndex>(trace.records().size());
    seen.nextFlight = static_cast<FlightIndex>(trace.flights().size());
    return seen;
}

/// Everything but which record set a timer going: that is not known of those that run at the beginning.
QString withoutTimerCauses(const Trace& trace)
{
    QStringList lines;
    for (Record record : trace.records()) {
        if (std::holds_alternative<record::TimerFired>(record.body))
            record.cause = noRecord;
        lines << describe(record);
    }
    for (const Flight& flight : trace.flights())
        lines << describe(flight);
    return lines.join(QLatin1Char('\n'));
}

/// Both are established, and much has been sent; nothing is planned any more.
struct Established {
    Established()
    {
        config = wholeLife();
        config.plan.resize(4); // without the calls of CLOSE
        simulator = Simulator(config);
        while (simulator.step(&trace)) {}
        config.plan.clear();
    }
    SimulatorConfig config;
    Simulator simulator;
    Trace trace;
};

} // namespace

class TestMidConnection : public QObject
{
    Q_OBJECT

private slots:
    static void goesOnAsIfItHadSimulatedTheBeginning();
    static void whatIsOverdueHappensAtOnce();
    static void countsSequenceNumbersFromWhereTheConnectionBegan();
    static void itsClocksAreThoseOfTheConfiguration();
    static void aLaterConnectionHasTextOfItsOwn();
    static void aStateIsFoundWhateverWasBefore();
    static void whatIsInferredStaysInferred();
    static void truncatePutsAStateBackThatWasFound();
};

void TestMidConnection::goesOnAsIfItHadSimulatedTheBeginning()
{
    Established known;
    QCOMPARE(known.simulator.endpoint(Client).state(), State::Established);
    known.simulator.apply(command::MakeCall{Client, Send{5000}}, &known.trace);
    known.simulator.apply(command::MakeCall{Client, Close{}}, &known.trace);
    known.simulator.apply(command::MakeCall{Server, Close{}}, &known.trace);
    known.simulator.apply(command::Drop{known.simulator.network().inFlight().front().flight}, &known.trace);
    Trace whole = known.trace;
    Simulator simulated = known.simulator;
    runToTheEnd(simulated, &whole);
    QCOMPARE(path(whole, Client).right(16), "TIME_WAIT CLOSED"); // by a lost segment, FINs and 2 MSL

    int resumed = 0;
    do {
        Trace trace = known.trace;
        Simulator goesOn(known.config, asSeen(known.simulator, trace));
        runToTheEnd(goesOn, &trace);
        QCOMPARE(withoutTimerCauses(trace), withoutTimerCauses(whole));
        ++resumed;
    } while (known.simulator.step(&known.trace));
    QVERIFY(resumed > 10);
}

void TestMidConnection::whatIsOverdueHappensAtOnce()
{
    Established known;
    MidConnection seen = asSeen(known.simulator, known.trace);
    seen.now += 1min;
    const Time began = seen.now - 2min;
    seen.tcbs.client.timers[indexOf(TimerKind::Retransmission)] = RunningTimer{began, began + 1s};
    const Simulator late(known.config, seen);
    QVERIFY(late.nextEventAt() == seen.now);
    QCOMPARE(late.now(), seen.now);
}

void TestMidConnection::countsSequenceNumbersFromWhereTheConnectionBegan()
{
    Established known;
    Simulator goesOn(known.config, asSeen(known.simulator, known.trace));
    const auto before = known.trace.flights().size();
    goesOn.apply(command::MakeCall{Client, Send{10}}, &known.trace);
    QVERIFY(known.trace.flights().size() > before);
    const Flight& sent = known.trace.flights().back();
    QCOMPARE(sent.segment.seq - sent.seqBase, 3001U);
    QCOMPARE(sent.segment.ack - sent.ackBase, 3001U);
}

void TestMidConnection::itsClocksAreThoseOfTheConfiguration()
{
    Established known;
    known.config.clockwork.client.msl = 5s;
    known.config.clockwork.client.clockPermille = 2000;
    const Simulator goesOn(known.config, asSeen(known.simulator, known.trace));
    QCOMPARE(goesOn.endpoint(Client).profile().msl, Duration{5s});
    QCOMPARE(goesOn.endpoint(Client).clock().permille(), 2000U);
    QVERIFY(goesOn.endpoint(Server).profile() == known.simulator.endpoint(Server).profile());
}

void TestMidConnection::aLaterConnectionHasTextOfItsOwn()
{
    Established known;
    Simulator goesOn(known.config, asSeen(known.simulator, known.trace));
    const std::uint32_t stream = goesOn.endpoint(Client).tcb().unsent.stream;
    goesOn.apply(command::MakeCall{Client, Abort{}}, &known.trace);
    goesOn.apply(command::MakeCall{Client, OpenActive{}}, &known.trace);
    QVERIFY(goesOn.endpoint(Client).tcb().unsent.stream != stream);
}

void TestMidConnection::aStateIsFoundWhateverWasBefore()
{
    Trace trace;
    trace.append(Record{1s, noRecord, Client, record::StateFound{State::FinWait2, Certainty::Sure}});
    trace.append(Record{1s, noRecord, Server, record::StateFound{State::CloseWait, Certainty::Inferred}});
    trace.endStep(1s);
    QCOMPARE(path(trace, Client), "CLOSED FIN_WAIT_2");
    QCOMPARE(path(trace, Server), "CLOSED CLOSE_WAIT");
    QCOMPARE(trace.stateAfter(Client, 0), State::Closed);
    QCOMPARE(trace.stateAfter(Client, 1), State::FinWait2);
    QCOMPARE(trace.states(Client).back().entered, 0U);
    QVERIFY(trace.states(Client).back().certainty == Certainty::Sure);
    QVERIFY(trace.states(Server).back().certainty == Certainty::Inferred);
    QCOMPARE(trace.states(Server).front().until, std::optional<Time>(1s));
}

void TestMidConnection::whatIsInferredStaysInferred()
{
    Trace trace;
    const RowIndex open = *findRow(State::Closed, Trigger::OpenActive);
    trace.append(Record{1s, noRecord, Client, record::Transition{open, Certainty::Inferred}});
    trace.append(Record{1s, noRecord, Server, record::Transition{open}});
    trace.endStep(1s);
    QVERIFY(trace.states(Client).back().certainty == Certainty::Inferred);
    QVERIFY(trace.states(Server).back().certainty == Certainty::Sure);
    QVERIFY(trace.states(Client).front().certainty == Certainty::Sure);
}

void TestMidConnection::truncatePutsAStateBackThatWasFound()
{
    Trace trace;
    trace.endStep(0s);
    trace.append(Record{1s, noRecord, Client, record::StateFound{State::Established, Certainty::Inferred}});
    trace.endStep(1s);
    trace.truncate(1);
    QCOMPARE(path(trace, Client), "CLOSED");
    QVERIFY(!trace.states(Client).back().until);
}

QTEST_APPLESS_MAIN(TestMidConnection)
#include "tst_mid_connection.moc"
