// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "machine/connection_machine.h"

#include "machine/drain.h"
#include "machine/machine_transitions.h"

#include <QScopedValueRollback>
#include <QState>
#include <QStateMachine>
#include <QString>

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

namespace finwait {

namespace {

QString named(std::string_view name)
{
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

QState* makeState(std::string_view name, QState* around)
{
    auto* state = new QState(around);
    state->setObjectName(named(name));
    return state;
}

} // namespace

class ConnectionMachine::Private
{
public:
    explicit Private(ConnectionMachine* owner) : q(owner) {}

    void makeStates();
    void makeTransitions();
    void connectState(State state);
    void connectTransition(const RowTransition& transition);
    void start();
    void process(std::unique_ptr<QEvent> event);
    [[nodiscard]] QState& operator[](State state) const { return *states[static_cast<std::size_t>(state)]; }

    ConnectionMachine* q;
    QStateMachine machine;
    QState* whole = nullptr; ///< around all others, so that one transition can lead from anywhere
    std::array<QState*, stateCount> states{};
    State current = State::Closed;
    std::optional<RowIndex> taken;
    bool processing = false;
    bool restoring = false;
};

void ConnectionMachine::Private::makeStates()
{
    whole = makeState("connection", nullptr);
    machine.addState(whole);
    machine.setInitialState(whole);

    QState* const opening = makeState("opening", whole);
    QState* const closing = makeState("closing", whole);
    QState* const activeClose = makeState("active close", closing);
    QState* const passiveClose = makeState("passive close", closing);
    const auto surrounding = [&](State state) {
        switch (state) {
        case State::Closed:
        case State::Established: return whole;
        case State::Listen:
        case State::SynSent:
        case State::SynReceived: return opening;
        case State::FinWait1:
        case State::FinWait2:
        case State::Closing:
        case State::TimeWait: return activeClose;
        case State::CloseWait:
        case State::LastAck: return passiveClose;
        }
        Q_UNREACHABLE();
    };
    for (const State state : allStates)
        states[static_cast<std::size_t>(state)] = makeState(identifier(state), surrounding(state));

    // Only the first is ever used, but Qt wants every group to have one.
    whole->setInitialState(&(*this)[State::Closed]);
    opening->setInitialState(&(*this)[State::Listen]);
    closing->setInitialState(activeClose);
    activeClose->setInitialState(&(*this)[State::FinWait1]);
    passiveClose->setInitialState(&(*this)[State::CloseWait]);
}

void ConnectionMachine::Private::makeTransitions()
{
    for (std::size_t i = 0; i < transitionTable().size(); ++i) {
        const auto row = static_cast<RowIndex>(i);
        const TransitionRow& content = transitionRow(row);
        connectTransition(*new RowTransition(row, (*this)[content.from], (*this)[content.to]));
    }
    for (const State state : allStates)
        new RestoreTransition(state, *whole, (*this)[state]); // the state it starts from is its parent
}

void ConnectionMachine::Private::connectState(State state)
{
    QObject::connect(&(*this)[state], &QState::exited, q, [this, state] {
        if (!restoring)
            emit q->exited(state);
    });
    QObject::connect(&(*this)[state], &QState::entered, q, [this, state] {
        current = state;
        if (!restoring)
            emit q->entered(state);
    });
}

void ConnectionMachine::Private::connectTransition(const RowTransition& transition)
{
    QObject::connect(&transition, &QAbstractTransition::triggered, q, [this, row = transition.row()] {
        taken = row;
        emit q->transitionTaken(row);
    });
}

void ConnectionMachine::Private::start()
{
    machine.start();
    drain(machine);
    Q_ASSERT(machine.isRunning());
    Q_ASSERT(machine.configuration().contains(&(*this)[State::Closed]));
}

void ConnectionMachine::Private::process(std::unique_ptr<QEvent> event)
{
    Q_ASSERT_X(!processing, "ConnectionMachine", "called from a handler of the machine's own signals");
    const QScopedValueRollback inside(processing, true);
    machine.postEvent(event.release());
    drain(machine);
    Q_ASSERT(machine.configuration().contains(&(*this)[current]));
}

ConnectionMachine::ConnectionMachine(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this))
{
    d->makeStates();
    d->makeTransitions();
    for (const State state : allStates)
        d->connectState(state);
    d->start();
}

ConnectionMachine::~ConnectionMachine() = default;

State ConnectionMachine::state() const
{
    return d->current;
}

bool ConnectionMachine::feed(Trigger trigger)
{
    d->taken.reset();
    d->process(std::make_unique<TriggerEvent>(trigger));
    return d->taken.has_value();
}

void ConnectionMachine::restore(State state)
{
    {
        const QScopedValueRollback quiet(d->restoring, true);
        d->process(std::make_unique<RestoreEvent>(state));
    }
    emit restored(state);
}

const QStateMachine& ConnectionMachine::stateMachine() const
{
    return d->machine;
}

} // namespace finwait
