// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "machine/connection_machine.h"

#include "machine/fail_on_warnings.h"

#include <QAbstractState>
#include <QSignalSpy>
#include <QState>
#include <QStateMachine>
#include <QStringList>
#include <QTest>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

using namespace finwait;

Q_DECLARE_METATYPE(finwait::State)
Q_DECLARE_METATYPE(finwait::Trigger)

namespace {

std::vector<Trigger> allTriggers()
{
    std::vector<Trigger> triggers;
    for (std::size_t i = 0; i < triggerCount; ++i)
        triggers.push_back(static_cast<Trigger>(i));
    return triggers;
}

QString text(std::string_view name)
{
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

/// What a machine signals, in order, as text.
class Diary : public QObject
{
public:
    explicit Diary(const ConnectionMachine& machine)
    {
        connect(&machine, &ConnectionMachine::exited, this, [this](State s) { note("exited", identifier(s)); });
        connect(&machine, &ConnectionMachine::entered, this, [this](State s) { note("entered", identifier(s)); });
        connect(&machine, &ConnectionMachine::restored, this, [this](State s) { note("restored", identifier(s)); });
        connect(&machine, &ConnectionMachine::transitionTaken, this,
                [this](RowIndex row) { note("taken", identifier(transitionRow(row).trigger)); });
    }

    QStringList lines;

private:
    void note(const char* what, std::string_view which)
    {
        lines << QStringLiteral("%1 %2").arg(QLatin1String(what), text(which));
    }
};

/// The states that the QStateMachine itself says it is in, without the groups around them.
QStringList configuration(const ConnectionMachine& machine)
{
    QStringList names;
    const QSet<QAbstractState*> current = machine.stateMachine().configuration();
    for (const QAbstractState* state : current) {
        const bool isGroup = !state->findChildren<QAbstractState*>().isEmpty();
        if (!isGroup)
            names << state->objectName();
    }
    return names;
}

} // namespace

class TestConnectionMachine : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase() { finwait::test::failOnWarnings(); }
    static void begins_in_CLOSED_without_an_event_loop();
    static void every_state_and_trigger_does_what_the_table_says_data();
    static void every_state_and_trigger_does_what_the_table_says();
    static void restores_to_every_state_from_every_state();
    static void signals_exited_taken_entered_in_this_order();
    static void signals_restored_and_nothing_else();
    static void state_changes_between_taken_and_entered();
    static void goes_through_a_whole_life();
    static void two_machines_do_not_touch_each_other();
    static void one_machine_can_be_fed_from_a_handler_of_the_other();
    static void groups_its_states();
};

void TestConnectionMachine::begins_in_CLOSED_without_an_event_loop()
{
    const ConnectionMachine machine;
    QCOMPARE(machine.state(), State::Closed);
    QVERIFY(machine.stateMachine().isRunning());
    QCOMPARE(configuration(machine), QStringList{"CLOSED"});
}

void TestConnectionMachine::every_state_and_trigger_does_what_the_table_says_data()
{
    QTest::addColumn<State>("from");
    QTest::addColumn<Trigger>("trigger");
    for (const State from : allStates) {
        for (const Trigger trigger : allTriggers())
            QTest::addRow("%s %s", identifier(from).data(), identifier(trigger).data()) << from << trigger;
    }
}

void TestConnectionMachine::every_state_and_trigger_does_what_the_table_says()
{
    QFETCH(const State, from);
    QFETCH(const Trigger, trigger);
    static ConnectionMachine machine; // making it costs more than all that is done to it
    machine.restore(from);
    const Diary diary(machine);

    const bool moved = machine.feed(trigger);

    const auto rows = transitionTable();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const TransitionRow& candidate) {
        return candidate.from == from && candidate.trigger == trigger;
    });
    const State expected = row != rows.end() ? row->to : from;
    QCOMPARE(moved, row != rows.end());
    QCOMPARE(machine.state(), expected);
    QCOMPARE(configuration(machine), QStringList{text(identifier(expected))});
    QCOMPARE(diary.lines.size(), moved ? 3 : 0);
}

void TestConnectionMachine::restores_to_every_state_from_every_state()
{
    ConnectionMachine machine;
    for (const State from : allStates) {
        for (const State to : allStates) {
            machine.restore(from);
            machine.restore(to);
            QCOMPARE(machine.state(), to);
            QCOMPARE(configuration(machine), QStringList{text(identifier(to))});
        }
    }
}

void TestConnectionMachine::signals_exited_taken_entered_in_this_order()
{
    ConnectionMachine machine;
    const Diary diary(machine);
    QVERIFY(machine.feed(Trigger::OpenActive));
    QCOMPARE(diary.lines, (QStringList{"exited CLOSED", "taken OpenActive", "entered SYN_SENT"}));
    QVERIFY(!machine.feed(Trigger::RcvFin));
    QCOMPARE(diary.lines.size(), 3);
    QVERIFY(machine.feed(Trigger::RcvSynAck));
    QCOMPARE(diary.lines.mid(3), (QStringList{"exited SYN_SENT", "taken RcvSynAck", "entered ESTABLISHED"}));
}

void TestConnectionMachine::signals_restored_and_nothing_else()
{
    ConnectionMachine machine;
    const Diary diary(machine);
    machine.restore(State::TimeWait);
    machine.restore(State::TimeWait);
    QCOMPARE(diary.lines, (QStringList{"restored TIME_WAIT", "restored TIME_WAIT"}));
}

void TestConnectionMachine::state_changes_between_taken_and_entered()
{
    ConnectionMachine machine;
    std::vector<State> seen;
    const auto look = [&] { seen.push_back(machine.state()); };
    connect(&machine, &ConnectionMachine::exited, &machine, look);
    connect(&machine, &ConnectionMachine::transitionTaken, &machine, look);
    connect(&machine, &ConnectionMachine::entered, &machine, look);
    machine.feed(Trigger::OpenPassive);
    QCOMPARE(seen, (std::vector{State::Closed, State::Closed, State::Listen}));
}

void TestConnectionMachine::goes_through_a_whole_life()
{
    ConnectionMachine machine;
    const auto steps = std::to_array<std::pair<Trigger, State>>({
        {Trigger::OpenActive, State::SynSent},
        {Trigger::RcvSynAck, State::Established},
        {Trigger::Close, State::FinWait1},
        {Trigger::RcvAckOfFin, State::FinWait2},
        {Trigger::RcvFin, State::TimeWait},
        {Trigger::Timeout2Msl, State::Closed},
    });
    for (const auto& [trigger, state] : steps) {
        QVERIFY(machine.feed(trigger));
        QCOMPARE(machine.state(), state);
    }
}

void TestConnectionMachine::two_machines_do_not_touch_each_other()
{
    ConnectionMachine client;
    ConnectionMachine server;
    client.feed(Trigger::OpenActive);
    server.feed(Trigger::OpenPassive);
    QCOMPARE(client.state(), State::SynSent);
    QCOMPARE(server.state(), State::Listen);
}

void TestConnectionMachine::one_machine_can_be_fed_from_a_handler_of_the_other()
{
    ConnectionMachine client;
    ConnectionMachine server;
    connect(&client, &ConnectionMachine::entered, &server, [&] { QVERIFY(server.feed(Trigger::OpenPassive)); });
    client.feed(Trigger::OpenActive);
    QCOMPARE(server.state(), State::Listen);
}

void TestConnectionMachine::groups_its_states()
{
    ConnectionMachine machine;
    const auto isIn = [&](const QString& group) {
        const auto states = machine.stateMachine().configuration();
        return std::any_of(states.begin(), states.end(), [&](const auto* s) { return s->objectName() == group; });
    };
    QVERIFY(!isIn("opening"));
    machine.restore(State::SynReceived);
    QVERIFY(isIn("opening"));
    machine.restore(State::Closing);
    QVERIFY(isIn("closing") && isIn("active close") && !isIn("passive close"));
    machine.restore(State::LastAck);
    QVERIFY(isIn("closing") && !isIn("active close") && isIn("passive close"));
}

QTEST_GUILESS_MAIN(TestConnectionMachine)

#include "tst_connection_machine.moc"
