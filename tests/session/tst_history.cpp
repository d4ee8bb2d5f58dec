// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Reaching any moment again in a long history: right, and bounded in memory.
#include "session/history.h"

#include "machine/fail_on_warnings.h"
#include "session/session_log.h"

#include <QTest>

#include <random>
#include <vector>

using namespace finwait;
using namespace finwait::test;

namespace {

constexpr StepIndex manySteps = 40'000;

/// A connection whose client sends and sends.
class LongHistory
{
public:
    LongHistory()
    {
        Scenario scenario;
        scenario.plan = {
            PlannedDeed{Side::Server, OpenPassive{}, std::nullopt, 0s},
            PlannedDeed{Side::Client, OpenActive{}, std::nullopt, 1ms},
        };
        history = History(Simulator(simulatorConfig(scenario)), scenario.address);
        end = history.start();
        history.runOn(end, 1h, manySteps);
        sendUntil(end, manySteps);
    }

    void sendUntil(Moment& moment, StepIndex steps)
    {
        while (history.steps() < steps) {
            history.apply(moment, call(Side::Client, Send{.octets = 50'000}));
            history.runOn(moment, moment.simulator.now() + 1h, manySteps);
        }
    }

    /// Without using any of the copies.
    void walkTo(Moment& moment, StepIndex position)
    {
        while (moment.position < position)
            history.stepForward(moment);
    }

    History history;
    Moment end;
};

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase() { failOnWarnings(); }
    static void a_long_history_needs_few_copies();
    static void jumping_gives_what_going_there_gives();
    static void what_follows_a_jump_into_the_past_is_as_it_was();
    static void acting_in_the_past_forgets_the_copies_after_it();
};

void TestHistory::a_long_history_needs_few_copies()
{
    const LongHistory it;
    QVERIFY(it.history.steps() >= manySteps);
    QVERIFY(it.history.checkpoints() <= History::maxCheckpoints);
    QVERIFY(it.history.checkpoints() > History::maxCheckpoints / 4);
}

void TestHistory::jumping_gives_what_going_there_gives()
{
    LongHistory it;
    std::vector<StepIndex> positions;
    for (StepIndex position = 0; position <= it.history.steps(); position += 997)
        positions.push_back(position);

    std::vector<Simulator> walked;
    Moment walking = it.history.start();
    for (const StepIndex position : positions) {
        it.walkTo(walking, position);
        walked.push_back(walking.simulator);
    }

    std::mt19937 random(7);
    Moment jumping = it.end;
    for (int i = 0; i < 200; ++i) {
        const std::size_t which = random() % positions.size();
        it.history.moveTo(jumping, positions[which], it.history.timeOf(positions[which]));
        QCOMPARE(jumping.position, positions[which]);
        QVERIFY(jumping.simulator == walked[which]);
    }
    it.history.moveTo(jumping, it.history.steps(), it.history.trace().end());
    QVERIFY(jumping.simulator == it.end.simulator);
}

void TestHistory::what_follows_a_jump_into_the_past_is_as_it_was()
{
    LongHistory it;
    Moment moment = it.end;
    it.history.moveTo(moment, 12'345, it.history.timeOf(12'345));
    while (moment.position < it.history.steps())
        QVERIFY(it.history.stepForward(moment));
    QVERIFY(moment.simulator == it.end.simulator);
}

void TestHistory::acting_in_the_past_forgets_the_copies_after_it()
{
    LongHistory it;
    Moment moment = it.end;
    it.history.moveTo(moment, 5'000, it.history.timeOf(5'000));
    QCOMPARE(it.history.apply(moment, call(Side::Server, Send{.octets = 77})), Refusal::None);
    QCOMPARE(it.history.steps(), 5'001U);
    it.sendUntil(moment, manySteps / 2);

    Moment walking = it.history.start();
    for (StepIndex position = 0; position <= it.history.steps(); position += 499) {
        it.walkTo(walking, position);
        Moment jumping = it.history.start();
        it.history.moveTo(jumping, position, it.history.timeOf(position));
        QVERIFY(jumping.simulator == walking.simulator);
    }
    it.walkTo(walking, it.history.steps());
    QVERIFY(walking.simulator == moment.simulator);
}

QTEST_GUILESS_MAIN(TestHistory)

#include "tst_history.moc"
