// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What a QStateMachine costs where the engine needs well below a microsecond: the reason why only steps that somebody
// watches are fed to it, and why jumps restore it.

#include "core/transition_table.h"
#include "machine/connection_machine.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <array>

using namespace finwait;

namespace {

constexpr int events = 60'000;

/// A whole life and around again: every one of them moves the machine.
constexpr auto life = std::to_array<Trigger>({Trigger::OpenActive, Trigger::RcvSynAck, Trigger::Close,
                                              Trigger::RcvAckOfFin, Trigger::RcvFin, Trigger::Timeout2Msl});

} // namespace

class MachineBenchmark : public QObject
{
    Q_OBJECT

private slots:
    void fed_data();
    void fed();
    void restored();
    void made();
};

void MachineBenchmark::fed_data()
{
    // What was sent keeps its place in Qt's list of posted events until the event loop comes round again.
    QTest::addColumn<int>("eventsPerLoop");
    QTest::newRow("one event between two rounds of the event loop") << 1;
    QTest::newRow("ten") << 10;
    QTest::newRow("a thousand") << 1'000;
}

void MachineBenchmark::fed()
{
    QFETCH(const int, eventsPerLoop);
    ConnectionMachine machine;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < events; ++i) {
        QVERIFY(machine.feed(life[static_cast<std::size_t>(i) % life.size()]));
        if (i % eventsPerLoop == 0)
            QCoreApplication::processEvents();
    }
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    qInfo("%.0f events per second", events / seconds);
}

void MachineBenchmark::restored()
{
    ConnectionMachine machine;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < events; ++i) {
        machine.restore(allStates[static_cast<std::size_t>(i) % allStates.size()]);
        QCoreApplication::processEvents();
    }
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    qInfo("%.0f restores per second", events / seconds);
}

void MachineBenchmark::made()
{
    constexpr int machines = 200;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < machines; ++i) {
        const ConnectionMachine machine;
        QCOMPARE(machine.state(), State::Closed);
    }
    qInfo("%.2f ms to make and start one", static_cast<double>(timer.nsecsElapsed()) / 1e6 / machines);
}

QTEST_GUILESS_MAIN(MachineBenchmark)
#include "bench_machine.moc"
