// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The two kinds of event that a connection's state machine knows, and the transitions that answer them.
#pragma once

#include "core/state.h"
#include "core/transition_table.h"
#include "core/trigger.h"

#include <QAbstractTransition>
#include <QEvent>

class QState;

namespace finwait {

/// The engine reports a trigger.
class TriggerEvent : public QEvent
{
public:
    static constexpr auto kind = static_cast<QEvent::Type>(QEvent::User + 1);

    explicit TriggerEvent(Trigger trigger) : QEvent(kind), m_trigger(trigger) {}

    [[nodiscard]] Trigger trigger() const { return m_trigger; }

private:
    Trigger m_trigger;
};

/// Somebody jumps to another moment.
class RestoreEvent : public QEvent
{
public:
    static constexpr auto kind = static_cast<QEvent::Type>(QEvent::User + 2);

    explicit RestoreEvent(State state) : QEvent(kind), m_state(state) {}

    [[nodiscard]] State state() const { return m_state; }

private:
    State m_state;
};

/// One row of the transition table.
class RowTransition : public QAbstractTransition
{
public:
    RowTransition(RowIndex row, QState& from, QState& to);

    [[nodiscard]] RowIndex row() const { return m_row; }

protected:
    bool eventTest(QEvent* event) override;
    void onTransition(QEvent* event) override;

private:
    RowIndex m_row;
};

/// From wherever the machine is to `state`: starts at the state around all others.
class RestoreTransition : public QAbstractTransition
{
public:
    RestoreTransition(State state, QState& from, QState& to);

protected:
    bool eventTest(QEvent* event) override;
    void onTransition(QEvent* event) override;

private:
    State m_state;
};

} // namespace finwait
