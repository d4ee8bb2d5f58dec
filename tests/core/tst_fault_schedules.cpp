// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Connections whose network and clocks misbehave at random, while both applications close in the end. Whatever happens,
// it ends: both sides CLOSED, or an application that was told why not. FINWAIT_SCHEDULES sets how many are tried (a
// million takes half a minute), FINWAIT_FIRST_SCHEDULE with which one it begins.

#include "core/simulator.h"

#include "core/left_behind.h"
#include "core/random_schedule.h"
#include "core/trace_text.h"

#include <algorithm>

using namespace finwait;
using namespace finwait::bench;
using enum finwait::Side;

namespace {

constexpr int usualCount = 50'000;
constexpr int mostSteps = 1'000'000; // two hours with some 40 a second, where the network duplicates all ACKs

int numberFromEnvironment(const char* name, int usual)
{
    bool isNumber = false;
    const int number = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? number : usual;
}

struct Played {
    Simulator simulator;
    Trace trace;
    int steps = 0;
};

Played play(const SimulatorConfig& config)
{
    Played played{Simulator(config), {}, 0};
    while (played.steps < mostSteps && played.simulator.step(&played.trace))
        ++played.steps;
    return played;
}

bool wasToldOfAnError(const Trace& trace, Side side)
{
    return std::ranges::any_of(trace.records(), [&](const Record& record) {
        const auto* told = std::get_if<record::Signalled>(&record.body);
        const auto* changed = std::get_if<record::HostChanged>(&record.body);
        return record.side == side && ((told && isError(told->signal)) || changed);
    });
}

struct Octets {
    std::uint64_t accepted = 0;
    std::uint64_t delivered = 0;
};

PerSide<Octets> octetsOf(const Trace& trace)
{
    PerSide<Octets> octets;
    for (const Record& record : trace.records()) {
        const auto* made = std::get_if<record::CallMade>(&record.body);
        if (const auto* send = made ? std::get_if<Send>(&made->call) : nullptr)
            octets[record.side].accepted += send->octets;
        const auto* told = std::get_if<record::Signalled>(&record.body);
        if (told && told->signal == Signal::DataDelivered)
            octets[other(record.side)].delivered += told->octets;
    }
    return octets;
}

/// nullptr: nothing.
const char* whatIsWrong(const Played& played)
{
    if (played.steps == mostSteps)
        return "does not end";
    const PerSide<Octets> octets = octetsOf(played.trace);
    for (const Side side : allSides) {
        if (played.simulator.endpoint(side).state() != State::Closed
            && !isLeftBehind(played.simulator, played.trace, side))
            return "is stuck";
        if (octets[side].delivered > octets[side].accepted)
            return "octets from nowhere";
    }
    return nullptr;
}

} // namespace

class TestFaultSchedules : public QObject
{
    Q_OBJECT

private slots:
    void everyScheduleEnds();
    void theSameScheduleTwice_isTheSame();
};

void TestFaultSchedules::everyScheduleEnds()
{
    const int count = numberFromEnvironment("FINWAIT_SCHEDULES", usualCount);
    const int first = numberFromEnvironment("FINWAIT_FIRST_SCHEDULE", 1);
    int troubled = 0;
    for (int seed = first; seed < first + count; ++seed) {
        const Played played = play(Schedule(static_cast<std::uint32_t>(seed)).config());
        if (const char* wrong = whatIsWrong(played)) {
            constexpr qsizetype enough = 20'000;
            const QString told =
                QStringLiteral("schedule %1: %2\n%3").arg(seed).arg(QLatin1String(wrong), describe(played.trace));
            QFAIL(qPrintable(told.left(enough)));
        }
        const bool anyError = wasToldOfAnError(played.trace, Client) || wasToldOfAnError(played.trace, Server);
        troubled += anyError ? 1 : 0;
    }
    // The schedules mean something: some connections fail, and some live through it all.
    if (count >= usualCount)
        QVERIFY2(troubled > count / 20 && troubled < count * 19 / 20, qPrintable(QString::number(troubled)));
}

void TestFaultSchedules::theSameScheduleTwice_isTheSame()
{
    for (std::uint32_t seed = 1; seed <= 50; ++seed)
        QCOMPARE(describe(play(Schedule(seed).config()).trace), describe(play(Schedule(seed).config()).trace));
}

QTEST_APPLESS_MAIN(TestFaultSchedules)
#include "tst_fault_schedules.moc"
