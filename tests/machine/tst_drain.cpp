// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Whether Qt still lets a state machine be worked through without an event loop, which its documentation does not
// promise. Should this fail with a new Qt, drain() is the one function to mend.
#include "machine/drain.h"

#include "machine/fail_on_warnings.h"

#include <QAbstractTransition>
#include <QEvent>
#include <QSignalSpy>
#include <QState>
#include <QStateMachine>
#include <QTest>

namespace {

constexpr auto toggled = static_cast<QEvent::Type>(QEvent::User + 1);

class Toggle : public QAbstractTransition
{
public:
    Toggle(QState* from, QState* to) : QAbstractTransition(from) { setTargetState(to); }

protected:
    bool eventTest(QEvent* event) override { return event->type() == toggled; }
    void onTransition(QEvent* /*event*/) override {}
};

class Switch
{
public:
    Switch()
    {
        new Toggle(off, on);
        new Toggle(on, off);
        machine.setInitialState(off);
    }
    void toggle() { machine.postEvent(new QEvent(toggled)); }

    QStateMachine machine;
    QState* const off = new QState(&machine);
    QState* const on = new QState(&machine);
};

class Receiver : public QObject
{
public:
    int seen = 0;

protected:
    bool event(QEvent* /*event*/) override
    {
        ++seen;
        return true;
    }
};

} // namespace

class TestDrain : public QObject
{
    Q_OBJECT

private slots:
    static void initTestCase() { finwait::test::failOnWarnings(); }
    static void starts_without_an_event_loop();
    static void processes_an_event_before_it_returns();
    static void processes_every_event_posted_so_far();
    static void leaves_what_waits_for_others();
    static void from_inside_a_handler_waits_for_its_return();
};

void TestDrain::starts_without_an_event_loop()
{
    Switch lamp;
    const QSignalSpy started(&lamp.machine, &QStateMachine::started);
    lamp.machine.start();
    QVERIFY(!lamp.machine.isRunning());
    finwait::drain(lamp.machine);
    QVERIFY(lamp.machine.isRunning());
    QCOMPARE(started.count(), 1);
    QVERIFY(lamp.machine.configuration().contains(lamp.off));
}

void TestDrain::processes_an_event_before_it_returns()
{
    Switch lamp;
    lamp.machine.start();
    finwait::drain(lamp.machine);
    lamp.toggle();
    QVERIFY(lamp.machine.configuration().contains(lamp.off));
    finwait::drain(lamp.machine);
    QVERIFY(lamp.machine.configuration().contains(lamp.on));
}

void TestDrain::processes_every_event_posted_so_far()
{
    Switch lamp;
    const QSignalSpy entered(lamp.on, &QState::entered);
    lamp.machine.start();
    finwait::drain(lamp.machine);
    for (int i = 0; i < 5; ++i)
        lamp.toggle();
    finwait::drain(lamp.machine);
    QCOMPARE(entered.count(), 3);
    QVERIFY(lamp.machine.configuration().contains(lamp.on));
}

void TestDrain::leaves_what_waits_for_others()
{
    Switch lamp;
    Switch unconcerned;
    Receiver receiver;
    lamp.machine.start();
    unconcerned.machine.start();
    QCoreApplication::postEvent(&receiver, new QEvent(toggled));
    finwait::drain(lamp.machine);
    QVERIFY(!unconcerned.machine.isRunning());
    QCOMPARE(receiver.seen, 0);
}

void TestDrain::from_inside_a_handler_waits_for_its_return()
{
    Switch lamp;
    bool onlyAfterwards = false;
    QObject::connect(lamp.on, &QState::entered, lamp.on, [&] {
        const QSignalSpy left(lamp.on, &QState::exited);
        lamp.toggle();
        finwait::drain(lamp.machine);
        onlyAfterwards = left.isEmpty();
    });
    lamp.machine.start();
    finwait::drain(lamp.machine);
    lamp.toggle();
    finwait::drain(lamp.machine);
    QVERIFY(onlyAfterwards);
    QVERIFY(lamp.machine.configuration().contains(lamp.off));
}

QTEST_GUILESS_MAIN(TestDrain)

#include "tst_drain.moc"
