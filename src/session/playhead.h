// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Where the session stands: the simulator at that moment and the two connection machines, which take part in every step
// forward and confirm it. What they signal is what was taken.
#pragma once

#include "core/command.h"
#include "core/side.h"
#include "core/simulator.h"
#include "core/trace.h"
#include "machine/connection_machine.h"
#include "session/history.h"

#include <optional>
#include <vector>

namespace finwait {

/// A transition that a machine has taken, going forward.
struct TakenTransition {
    Side side;
    RowIndex row;
};

class Playhead
{
public:
    Playhead();

    [[nodiscard]] const History& history() const { return m_history; }
    [[nodiscard]] const Simulator& simulator() const { return m_moment.simulator; }
    [[nodiscard]] const ConnectionMachine& machine(Side side) const
    {
        return side == Side::Client ? m_client : m_server;
    }
    [[nodiscard]] StepIndex position() const { return m_moment.position; }
    [[nodiscard]] Time time() const { return m_moment.simulator.now(); }
    [[nodiscard]] const Moment& moment() const { return m_moment; }
    /// When the next step happens, recorded or due by itself; nullopt: this is the end.
    [[nodiscard]] std::optional<Time> nextStepAt() const { return m_history.nextStepAt(m_moment); }

    /// Goes over to another history, to its start. The one that was.
    History begin(History history);
    /// Jumps to `at`, after `position` steps, as History::moveTo(); the machines are put where the engine is.
    void moveTo(StepIndex position, Time at);
    /// Lets time pass in which no step happens. Never back, never past nextStepAt().
    void waitUntil(Time time);
    /// One step on, with the machines, which signal it; what they took. Nothing happens where nothing is due.
    std::vector<TakenTransition> stepForward();
    struct Applied {
        Refusal refusal;
        std::vector<TakenTransition> taken;
    };
    /// As History::apply(), with the machines.
    Applied apply(const Command& command);
    /// As History::goOnFrom(), where this is.
    void goOn() { m_history.goOnFrom(m_moment); }
    /// To the first change of a state, and what the machines took of it; nullopt: there was none, and it was as
    /// runOn().
    std::optional<std::vector<TakenTransition>> runToTransition(Time limit, RecordIndex maxRecords);
    /// As History::runOn(); the machines jump.
    void runOn(Time limit, RecordIndex maxRecords);

private:
    [[nodiscard]] ConnectionMachine& machineOf(Side side) { return side == Side::Client ? m_client : m_server; }
    std::vector<TakenTransition> feedMachines(StepIndex from);
    void restoreMachines();
    void confirm(Side side);

    History m_history;
    Moment m_moment;
    ConnectionMachine m_client;
    ConnectionMachine m_server;
    std::vector<TakenTransition> m_taken; // as the machines signalled it, since the last step
};

} // namespace finwait
