// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// How many events the engine takes in a second, and how large its values are: what searches and captures are built on.

#include "core/simulator.h"

#include <QElapsedTimer>
#include <QTest>

using namespace finwait;

namespace {

constexpr int connections = 20000;

/// A whole life: opened, used both ways, closed by the client, TIME_WAIT waited out.
SimulatorConfig wholeLife(std::uint64_t seed)
{
    using Entered = StateEntered;
    SimulatorConfig config;
    config.seed = seed;
    config.plan = {
        {Side::Server, OpenPassive{}, {}, 0ms},
        {Side::Client, OpenActive{}, {}, 10ms},
        {Side::Client, Send{.octets = 5000}, Entered{Side::Client, State::Established}, 20ms},
        {Side::Server, Send{.octets = 20000}, Entered{Side::Server, State::Established}, 200ms},
        {Side::Client, Close{}, Entered{Side::Client, State::Established}, 500ms},
        {Side::Server, Close{}, Entered{Side::Server, State::CloseWait}, 100ms},
    };
    return config;
}

} // namespace

class EngineBenchmark : public QObject
{
    Q_OBJECT

private slots:
    void eventsPerSecond_data();
    void eventsPerSecond();
    void sizes();
};

void EngineBenchmark::eventsPerSecond_data()
{
    QTest::addColumn<bool>("recorded");
    QTest::newRow("without a trace") << false;
    QTest::newRow("with a trace") << true;
}

void EngineBenchmark::eventsPerSecond()
{
    QFETCH(bool, recorded);
    qint64 events = 0;
    QElapsedTimer timer;
    timer.start();
    for (int i = 1; i <= connections; ++i) {
        Simulator simulator(wholeLife(static_cast<std::uint64_t>(i)));
        Trace trace;
        while (simulator.step(recorded ? &trace : nullptr))
            ++events;
        QCOMPARE(simulator.endpoint(Side::Client).state(), State::Closed);
    }
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    qInfo("%lld events in %.2f s: %.0f events per second", events, seconds, static_cast<double>(events) / seconds);
}

void EngineBenchmark::sizes()
{
    qInfo("Endpoint %zu octets, of which its profile %zu; Simulator %zu, Record %zu, Flight %zu", sizeof(Endpoint),
          sizeof(StackProfile), sizeof(Simulator), sizeof(Record), sizeof(Flight));
}

QTEST_GUILESS_MAIN(EngineBenchmark)
#include "bench_engine.moc"
