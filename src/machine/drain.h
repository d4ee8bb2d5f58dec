// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A QStateMachine works through its events when an event loop comes round to it. Finwait's machines confirm what the
// engine has just done, so they have to be through with it at once.
#pragma once

class QStateMachine;

namespace finwait {

/// Lets `machine` finish a start() and process every event posted to it, before it returns and without an event loop;
/// nothing else that waits in the thread is touched. Called from inside one of the machine's own signals it does
/// nothing: Qt goes on with the queue when that signal's handlers have returned.
///
/// What was processed keeps an empty place in the thread's list of posted events until the event loop comes round
/// again: some ten thousand events without a return to the event loop are felt as slowness.
void drain(QStateMachine& machine);

} // namespace finwait
