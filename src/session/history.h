// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// All that has happened in a session, and how to reach any moment of it again: by copies of the simulator kept on the
// way, and by doing once more what was done since. Its beginning may be recorded and not simulated: how things stand
// there, the recording says.
#pragma once

#include "core/command.h"
#include "core/simulator.h"
#include "core/trace.h"
#include "core/virtual_time.h"
#include "scenario/scenario.h"
#include "session/recording.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace finwait {

/// The simulator after so many steps of a trace. Its clock may be later than the last of them.
struct Moment {
    Simulator simulator;
    StepIndex position = 0;
    std::size_t commands = 0; ///< how many of the history's commands are in it
};

struct PlayedScenario;

class History
{
public:
    /// At most so many copies of the simulator are kept; for longer histories they lie further apart.
    static constexpr std::size_t maxCheckpoints = 512;

    History() : History(Simulator(), PerSide<std::string>()) {}
    /// Nothing has happened yet.
    History(const Simulator& start, const PerSide<std::string>& addresses);
    /// All of it is recorded. Nothing comes by itself after its end, until apply() or goOnFrom() let a simulator go on.
    explicit History(Recording recording);
    /// All that happens in a scenario, with what was done in it by hand (runScenario()).
    [[nodiscard]] static PlayedScenario play(const Scenario& scenario);

    [[nodiscard]] Moment start() const;
    [[nodiscard]] const Trace& trace() const { return m_trace; }
    [[nodiscard]] StepIndex steps() const { return static_cast<StepIndex>(m_trace.steps().size()); }
    /// When the step just before `position` happened; zero for the start.
    [[nodiscard]] Time timeOf(StepIndex position) const;
    /// When the last command was applied or, if none was, a simulator went on from a recording; zero if neither was.
    [[nodiscard]] Time lastCommandAt() const;
    /// All commands that were applied: who does them again in the same scenario gets the same trace.
    [[nodiscard]] std::vector<Done> done() const;
    /// Of the commands from number `from` on that were applied at the same time as that one, the first that makes a
    /// step of the trace; that one if none does. nullopt: there are not so many.
    [[nodiscard]] std::optional<Command> tellingCommand(std::size_t from) const;
    [[nodiscard]] std::size_t checkpoints() const { return m_checkpoints.size(); }

    /// How many of the steps are recorded and not simulated; nullopt: it did not begin with a recording.
    [[nodiscard]] std::optional<StepIndex> recordedSteps() const;
    /// It is a recording and nothing else.
    [[nodiscard]] bool isRecorded() const { return m_recording && m_checkpoints.empty(); }
    /// How things stand at `moment` is what the recording says, and not a simulator that has gone on.
    [[nodiscard]] bool isInRecording(const Moment& moment) const;

    /// Nothing is to be forgotten if something is done at `moment`: nothing is known of what comes after it. Never so
    /// in a recording.
    [[nodiscard]] bool isAtEnd(const Moment& moment) const;
    /// When the step that follows `moment` happens: the one in the trace or, beyond it, what is due by itself.
    /// nullopt: nothing will happen.
    [[nodiscard]] std::optional<Time> nextStepAt(const Moment& moment) const;
    /// The position just after the first step, from `from` on, in which an endpoint changed its state; nullopt: the
    /// rest of the record has none.
    [[nodiscard]] std::optional<StepIndex> positionAfterNextTransition(StepIndex from) const;
    /// The position just after the last such step among the first `until`.
    [[nodiscard]] std::optional<StepIndex> positionAfterLastTransition(StepIndex until) const;

    /// Takes `moment` to the time `at`, after `position` steps; `at` must lie after the last of them and not after the
    /// next one.
    void moveTo(Moment& moment, StepIndex position, Time at) const;
    /// One step on: the recorded one or, beyond the record, the next event, which is recorded. False: nothing is due.
    bool stepForward(Moment& moment);
    /// To the end of what is recorded and on, recording, until nothing is due at or before `limit` or there are
    /// `maxRecords` more.
    void runOn(Moment& moment, Time limit, RecordIndex maxRecords);
    /// Forgets what was recorded after `moment` and applies `command` there. What is refused changes nothing; but a
    /// refused call is recorded if nothing has to be forgotten for that.
    Refusal apply(Moment& moment, const Command& command);
    /// Forgets what the recording has after `moment`, which isInRecording(): from there its simulator goes on.
    void goOnFrom(const Moment& moment);

private:
    [[nodiscard]] std::optional<StepIndex> positionAfter(std::optional<RecordIndex> record) const;
    [[nodiscard]] bool isInRecording(StepIndex position, Time at) const;
    [[nodiscard]] Moment recorded(StepIndex position, Time at) const;
    void leaveRecording(Moment& moment) const;
    [[nodiscard]] const Moment& checkpointBefore(StepIndex position) const;
    [[nodiscard]] const Redone* nextCommand(const Moment& moment) const;
    void replayCommand(Moment& moment) const;
    void replayPlans(Moment& moment, Time until) const;
    void replayStep(Moment& moment) const;
    void remember(const Simulator& simulator, StepIndex position, std::size_t commands);
    void forgetAfter(const Moment& moment);

    Trace m_trace;
    // In the order in which they were applied. Most make a step of the trace. One that only changes what is planned
    // makes none: it belongs to every moment at its position from its time on.
    std::vector<Redone> m_commands;
    // In order of positions, each just after its step. The first is the start, or where a simulator goes on from the
    // recording; as long as none has, there are none.
    std::vector<Moment> m_checkpoints;
    std::function<Simulator(StepIndex position, Time at)> m_recording; // none: all is simulated
    StepIndex m_interval = 64;                                         // of checkpoints
};

struct PlayedScenario {
    History history;
    bool isCutShort = false;      ///< more would have been due
    std::optional<Misfit> misfit; ///< what was done by hand and is not in the history, with all after it
};

} // namespace finwait
