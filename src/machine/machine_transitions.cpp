// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "machine/machine_transitions.h"

#include <QState>

namespace finwait {

RowTransition::RowTransition(RowIndex row, QState& from, QState& to) : QAbstractTransition(&from), m_row(row)
{
    setTargetState(&to);
}

bool RowTransition::eventTest(QEvent* event)
{
    // Qt asks with QEvent::None as well, and takes whatever says yes to it again and again.
    return event->type() == TriggerEvent::kind
           && static_cast<const TriggerEvent*>(event)->trigger() == transitionRow(m_row).trigger;
}

void RowTransition::onTransition(QEvent* /*event*/) {}

RestoreTransition::RestoreTransition(State state, QState& from, QState& to) : QAbstractTransition(&from), m_state(state)
{
    setTargetState(&to);
}

bool RestoreTransition::eventTest(QEvent* event)
{
    return event->type() == RestoreEvent::kind && static_cast<const RestoreEvent*>(event)->state() == m_state;
}

void RestoreTransition::onTransition(QEvent* /*event*/) {}

} // namespace finwait
