// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The QStateMachine of one endpoint, made from the transition table: one QState for each state, one transition for each
// row. The engine decides; the machine confirms, and what is seen moves on its signals.
#pragma once

#include "core/state.h"
#include "core/transition_table.h"
#include "core/trigger.h"

#include <QObject>

#include <memory>

class QStateMachine;

namespace finwait {

/// Needs a QCoreApplication, but no event loop. feed() and restore() must not be called from a handler of one of this
/// machine's own signals: Qt would process nothing until that handler has returned.
class ConnectionMachine : public QObject
{
    Q_OBJECT

public:
    /// Ready for feed() at once.
    explicit ConnectionMachine(QObject* parent = nullptr);
    ~ConnectionMachine() override;

    /// The state that the machine is in. CLOSED after construction. For a handler of exited() and transitionTaken()
    /// still the state that is being left.
    [[nodiscard]] State state() const;
    /// Takes the row for (state(), trigger), before it returns. False: the table has no such row and nothing happened.
    bool feed(Trigger trigger);
    /// Goes to `state` without a transition of the table: for stepping back and jumping.
    void restore(State state);
    [[nodiscard]] const QStateMachine& stateMachine() const;

signals:
    /// For a row that is taken, in this order.
    void exited(finwait::State state);
    void transitionTaken(finwait::RowIndex row);
    void entered(finwait::State state);
    /// Instead of those three: the machine was put into `state`, which may be the one that it was in.
    void restored(finwait::State state);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace finwait
