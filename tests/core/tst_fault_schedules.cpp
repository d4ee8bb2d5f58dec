// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Connections whose network and clocks misbehave at random, while both applications close in the end. Whatever happens,
// it ends: both sides CLOSED, or an application that was told why not. FINWAIT_SCHEDULES sets how many are tried (a
// million takes half a minute), FINWAIT_FIRST_SCHEDULE with which one it begins.

#include "core/simulator.h"

#include "core/left_behind.h"
#include "core/trace_text.h"

#include <algorithm>
#include <random>

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

class Schedule
{
public:
    explicit Schedule(std::uint32_t seed) : m_random(seed), m_config(configuration(seed)) {}

    [[nodiscard]] const SimulatorConfig& config() const { return m_config; }

private:
    std::uint32_t below(std::uint32_t bound)
    {
        return std::uniform_int_distribution<std::uint32_t>(0, bound - 1)(m_random);
    }
    bool oneIn(std::uint32_t count) { return below(count) == 0; }
    Duration upTo(Duration most) { return Duration{below(static_cast<std::uint32_t>(most.count()) + 1)}; }
    Side anySide() { return allSides[below(2)]; }

    FaultAction action()
    {
        switch (below(5)) {
        case 0: return fault::Delay{upTo(5s)};
        case 1: return fault::Duplicate{1 + below(3), upTo(2s)};
        case 2: return fault::Reorder{1 + below(3), upTo(3s)};
        case 3: return fault::Corrupt{};
        default: return fault::Drop{};
        }
    }

    FaultRule rule()
    {
        SegmentMatch match;
        if (!oneIn(3))
            match.from = anySide();
        match.kind = allSegmentKinds[below(segmentKindCount)];
        match.first = 1 + below(4);
        match.every = 1 + below(3);
        if (!oneIn(3))
            match.times = below(5);
        if (oneIn(2))
            match.permille = below(1001);
        if (oneIn(4))
            match.since = StateEntered{anySide(), allStates[below(stateCount)]};
        if (oneIn(4))
            match.notBefore = upTo(3s);
        return FaultRule{!oneIn(8), match, action()};
    }

    Clockwork clockwork()
    {
        Clockwork clockwork;
        if (oneIn(4))
            clockwork.initialRto = 1ms + upTo(3s);
        if (oneIn(4))
            clockwork.minRto = 1ms + upTo(1s);
        if (oneIn(4))
            clockwork.dataRetries = below(8);
        if (oneIn(4))
            clockwork.synRetries = below(6);
        if (oneIn(4))
            clockwork.msl = upTo(1min);
        if (oneIn(8))
            clockwork.userTimeout = 1s + upTo(1min);
        if (oneIn(4))
            clockwork.clockPermille = 100 + below(3000);
        return clockwork;
    }

    void planFor(Side side, std::vector<PlannedDeed>& plan)
    {
        for (std::uint32_t sends = below(3); sends > 0; --sends)
            plan.push_back(when(side, State::Established, Send{1 + below(9000)}, upTo(1s)));
        const State last = oneIn(2) ? State::Established : State::CloseWait;
        plan.push_back(when(side, last, Close{!oneIn(4)}, oneIn(2) ? 0ms : upTo(2s)));
        if (oneIn(10)) {
            const HostEvent event = oneIn(2) ? HostEvent::Crash : HostEvent::FallSilent;
            plan.push_back(PlannedDeed{side, event, std::nullopt, upTo(2s)});
            plan.push_back(PlannedDeed{side, event == HostEvent::Crash ? HostEvent::Restart : HostEvent::SpeakAgain,
                                       std::nullopt, 2s + upTo(20s)});
        }
        plan.push_back(at(side, Close{false}, 2h)); // nobody keeps it open for ever
    }

    SimulatorConfig configuration(std::uint32_t seed)
    {
        SimulatorConfig config;
        config.seed = seed;
        for (const Side side : allSides) {
            config.endpoints[side].profile = stackProfiles()[below(static_cast<std::uint32_t>(stackProfiles().size()))];
            config.clockwork[side] = clockwork();
            config.network.delay[side] = upTo(200ms);
        }
        for (std::uint32_t rules = below(4); rules > 0; --rules)
            config.network.rules.push_back(rule());
        if (oneIn(6))
            config.plan.push_back(at(Server, OpenActive{}, upTo(100ms)));
        else
            config.plan.push_back(at(Server, OpenPassive{}));
        config.plan.push_back(at(Client, OpenActive{}, upTo(100ms)));
        for (const Side side : allSides)
            planFor(side, config.plan);
        return config;
    }

    std::mt19937 m_random;
    SimulatorConfig m_config;
};

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
