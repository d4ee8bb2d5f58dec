// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "machine/drain.h"

#include <QCoreApplication>
#include <QEvent>
#include <QStateMachine>

namespace finwait {

void drain(QStateMachine& machine)
{
    // Inside Qt both start() and postEvent() end in a queued call of the machine to itself.
    QCoreApplication::sendPostedEvents(&machine, QEvent::MetaCall);
}

} // namespace finwait
