// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A side that is no endpoint of ours: what comes to it is noted and not answered, what it sends comes from outside, and
// nothing can be asked of it. And the settings of the side that is one.
#include "core/choices.h"
#include "core/simulator.h"
#include "core/trace_text.h"

using namespace finwait;
using enum finwait::Side;

namespace {

SimulatorConfig facingAServer()
{
    SimulatorConfig config;
    config.foreign = Server;
    config.endpoints.client.fixedIss = Seq{0};
    config.network.delay = {0ms, 0ms};
    return config;
}

Injection synAck()
{
    Injection made{.flags = {.syn = true, .ack = true}, .seq = 500, .ack = 1};
    made.options.mss = 900;
    return made;
}

void settle(Simulator& simulator, Trace& trace)
{
    while (simulator.network().next() != nullptr)
        simulator.step(&trace);
}

} // namespace

class TestForeignSide : public QObject
{
    Q_OBJECT

private slots:
    void whatComesIsNotedAndNotAnswered();
    void whatItSendsIsNotForged();
    void numbersAreAsTheForeignSideHasThem();
    void aResetOfItsOwnIsCountedFromItsIss();
    void nothingIsAskedOfIt_data();
    void nothingIsAskedOfIt();
    void onlyTheOtherSideHasChoices();
    void plannedCallsAreRefused();
    void aSettingHoldsFromNowOn();
    void everySettingIsFoundByItsName();
    void valuesOutOfRangeAreHeldToIt();
    void valuesAreInTheSystemsOwnUnits();
};

void TestForeignSide::whatComesIsNotedAndNotAnswered()
{
    Simulator simulator(facingAServer());
    Trace trace;
    simulator.apply(command::MakeCall{Client, OpenActive{}}, &trace);
    settle(simulator, trace);
    QCOMPARE(trace.flights().size(), std::size_t{1});
    QVERIFY(trace.flight(0).fate == Fate::Arrived);
    QVERIFY(trace.records().back().body == RecordBody(record::SegmentArrived{0}));
}

void TestForeignSide::whatItSendsIsNotForged()
{
    for (const bool isForeign : {true, false}) {
        SimulatorConfig config = facingAServer();
        if (!isForeign)
            config.foreign.reset();
        Simulator simulator(config);
        Trace trace;
        simulator.apply(command::Inject{Server, synAck()}, &trace);
        QVERIFY(trace.flight(0).role == (isForeign ? SegmentRole::Regular : SegmentRole::Injected));
    }
}

void TestForeignSide::numbersAreAsTheForeignSideHasThem()
{
    Simulator simulator(facingAServer());
    Trace trace;
    trace.foreign = Server;
    simulator.apply(command::MakeCall{Client, OpenActive{}}, &trace);
    simulator.apply(command::Inject{Server, synAck()}, &trace);
    settle(simulator, trace);
    QVERIFY(simulator.endpoint(Client).state() == State::Established);
    QCOMPARE(simulator.endpoint(Client).tcb().snd.mss, std::uint16_t{900});
    const Flight& ack = trace.flights().back();
    QVERIFY(ack.segment.ack == Seq{501});
    QVERIFY(ack.ackBase == Seq{0} && ack.seqBase == Seq{0});
    QVERIFY(trace.endpoints().size() == 1 && trace.endpoints().front() == Client);
}

/// Only a RST for no connection at all is plainly zero.
void TestForeignSide::aResetOfItsOwnIsCountedFromItsIss()
{
    SimulatorConfig config = facingAServer();
    config.endpoints.client.fixedIss = Seq{100};
    config.endpoints.client.profile.challengeSyn = false;
    Simulator simulator(config);
    Trace trace;
    simulator.apply(command::MakeCall{Client, OpenActive{}}, &trace);
    simulator.apply(command::Inject{Server, synAck()}, &trace);
    settle(simulator, trace);
    simulator.apply(command::Inject{Server, {.flags = {.syn = true}, .seq = 510}}, &trace);
    settle(simulator, trace);
    const Flight& reset = trace.flights().back();
    QVERIFY(reset.role == SegmentRole::Reset && reset.segment.flags.ack);
    QVERIFY(reset.segment.seq == Seq{101});
    QVERIFY(reset.seqBase == Seq{100});
}

void TestForeignSide::nothingIsAskedOfIt_data()
{
    QTest::addColumn<Command>("command");
    QTest::newRow("crash") << Command(command::ChangeHost{Server, HostEvent::Crash});
    QTest::newRow("cable") << Command(command::ChangeHost{Server, HostEvent::FallSilent});
    QTest::newRow("clockwork") << Command(command::ChangeClockwork{Server, {}});
    QTest::newRow("setting") << Command(command::ChangeSetting{Server, 0, 1});
}

void TestForeignSide::nothingIsAskedOfIt()
{
    QFETCH(const Command, command);
    Simulator simulator(facingAServer());
    QCOMPARE(simulator.apply(command, nullptr), Refusal::HostIsForeign);
    QVERIFY(simulator == Simulator(facingAServer()));
    // A call that is refused is recorded, as everywhere.
    Trace trace;
    QCOMPARE(simulator.apply(command::MakeCall{Server, OpenPassive{}}, &trace), Refusal::HostIsForeign);
    QVERIFY(trace.record(0).body == RecordBody(record::CallRefused{OpenPassive{}, Refusal::HostIsForeign}));
}

void TestForeignSide::onlyTheOtherSideHasChoices()
{
    const auto found = choices(Simulator(facingAServer()));
    QVERIFY(!found.empty());
    QVERIFY(std::ranges::all_of(found, [](const Choice& choice) { return choice.side == Client; }));
}

void TestForeignSide::plannedCallsAreRefused()
{
    SimulatorConfig config = facingAServer();
    config.plan = {{Server, OpenPassive{}, std::nullopt, 1ms}};
    Simulator simulator(config);
    Trace trace;
    simulator.step(&trace);
    QVERIFY(trace.record(0).body == RecordBody(record::CallRefused{OpenPassive{}, Refusal::HostIsForeign}));
}

void TestForeignSide::aSettingHoldsFromNowOn()
{
    Simulator simulator(facingAServer());
    Trace trace;
    const SettingIndex msl = indexOf(*findSetting("net.inet.tcp.msl"));
    QCOMPARE(simulator.apply(command::ChangeSetting{Client, msl, 750}, &trace), Refusal::None);
    QVERIFY(simulator.endpoint(Client).profile().msl == 750ms);
    QVERIFY(trace.record(0).body == RecordBody(record::SettingChanged{msl, 750}));
    QCOMPARE(trace.steps().size(), std::size_t{1});
}

void TestForeignSide::everySettingIsFoundByItsName()
{
    for (const SystemSetting& setting : systemSettings()) {
        QVERIFY(findSetting(setting.name) == &setting);
        QVERIFY(&systemSettings()[indexOf(setting)] == &setting);
        EndpointConfig one;
        EndpointConfig other;
        setting.set(one, 0);
        setting.set(other, 1);
        // Of two values at least one makes a difference to what is there by default.
        QVERIFY2(!(one == EndpointConfig()) || !(other == EndpointConfig()), setting.name.data());
    }
    QVERIFY(findSetting("net.inet.tcp.nothing") == nullptr);
}

void TestForeignSide::valuesOutOfRangeAreHeldToIt()
{
    const auto after = [](std::string_view name, std::int64_t value) {
        EndpointConfig config;
        findSetting(name)->set(config, value);
        return config;
    };
    QVERIFY(after("net.inet.tcp.msl", -5).profile.msl == 0ms);
    QCOMPARE(after("SO_RCVBUF", 0).receiveBuffer, std::optional<std::uint32_t>(1));
    QCOMPARE(after("SO_RCVBUF", std::int64_t{1} << 40).receiveBuffer, std::optional(largestWindow));
    QCOMPARE(after("net.inet.tcp.mssdflt", 70'000).profile.mss, std::uint16_t{65'535});
    QCOMPARE(after("net.inet.tcp.keepcnt", -1).profile.keepAliveProbes, std::uint32_t{0});
}

void TestForeignSide::valuesAreInTheSystemsOwnUnits()
{
    const auto after = [](std::string_view name, std::int64_t value) {
        EndpointConfig config;
        findSetting(name)->set(config, value);
        return config.profile;
    };
    QVERIFY(after("net.inet.tcp.rexmit_slop", 200).rtoSlop == 200ms);
    QVERIFY(after("net.inet.tcp.persmin", 5000).minPersist == 5s);
    QVERIFY(after("net.ipv4.tcp_fin_timeout", 60).finWait2Timeout == Duration(60s));
    QVERIFY(after("net.ipv4.tcp_orphan_retries", 3).orphanRetries == 3U);
    QVERIFY(after("net.ipv4.tcp_orphan_retries", 0).orphanRetries == 8U); // tcp_orphan_retries()
    QCOMPARE(after("net.ipv4.tcp_syn_linear_timeouts", 4).synLinearTimeouts, 4U);
}

QTEST_APPLESS_MAIN(TestForeignSide)
#include "tst_foreign_side.moc"
