// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The connection that is being played, simulated or recorded: commands in, one signal out. The session owns the trace,
// the simulator as it stands at the playhead, and the two connection machines, and knows how to reach any moment again.
#pragma once

#include "core/choices.h"
#include "core/command.h"
#include "core/simulator.h"
#include "core/trace.h"
#include "machine/connection_machine.h"
#include "scenario/scenario.h"
#include "session/branch.h"
#include "session/pace.h"
#include "session/recording.h"

#include <QObject>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace finwait {

/// What is asked of a session inside a handler of one of its own signals is done after the handler has returned, in the
/// order of asking.
class Session : public QObject
{
    Q_OBJECT

public:
    static constexpr double slowest = Pace::slowest; ///< of real time
    static constexpr double fastest = Pace::fastest;
    /// What runs ahead of the playhead (load(), toEnd(), nextTransition()) stops after so many records, so that it
    /// takes a second or so at the worst; and after defaultRunLimit of virtual time since the last command.
    static constexpr RecordIndex runRecordLimit = finwait::runRecordLimit;

    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    /// Begins with `scenario`, played to its end in advance so that all of it can be scrubbed; the playhead is at zero.
    void load(const Scenario& scenario);
    /// Begins with all `branches` of `scenario` as they were kept, which are areOfOneSession(): as load() with each.
    void load(const Scenario& scenario, const std::vector<KeptBranch>& branches);
    /// Begins with a recording, which is all that there is until somebody does something; the playhead is at zero. Its
    /// first step may lie there. `heading` says what it is called and the profiles of its ends; it plans nothing.
    /// A session that begins like this cannot be saved as a scenario: scenario() is the heading, and done() and
    /// keptBranches() tell what was done by hand, but load() cannot bring it back from that.
    void load(const Scenario& heading, Recording recording);
    /// What load() needs to bring the branches back that there are now.
    [[nodiscard]] std::vector<KeptBranch> keptBranches() const;
    /// What is played goes on, but is `saved` from now on: as it was loaded, with what was done() since then, under the
    /// name and with the expectations that it was saved with.
    void adopt(const Scenario& saved);
    /// As it was loaded or adopted.
    [[nodiscard]] const Scenario& scenario() const;
    /// What was done by hand in the scenario as it was loaded and does not fit any more: neither it nor what came after
    /// it was done again.
    [[nodiscard]] const std::optional<Misfit>& misfit() const;
    /// The same of each branch that was loaded as it was kept and does not fit.
    [[nodiscard]] const std::map<BranchId, Misfit>& branchMisfits() const;
    /// What was done by hand in the current branch, up to its end, what was loaded with the scenario included.
    [[nodiscard]] std::vector<Done> done() const;

    /// The current branch is what was recorded, and nothing else: nothing comes after it by itself.
    [[nodiscard]] bool isRecorded() const;
    /// How many steps of the current branch are recorded and not simulated; nullopt: a scenario was loaded.
    [[nodiscard]] std::optional<StepIndex> recordedSteps() const;
    /// The playhead is in what was recorded, so that continueFromHere() does something.
    [[nodiscard]] bool canContinueFromHere() const;

    /// All that has happened up to end(), the part after the playhead included.
    [[nodiscard]] const Trace& trace() const;
    /// Grows with each load() and each command that was done. While it stays the same, the trace has only grown at its
    /// end; after a command, the records before the playhead of the last changed() are still the same.
    [[nodiscard]] std::uint64_t rewrites() const;
    /// Endpoints, network and clock as they stand at the playhead.
    [[nodiscard]] const Simulator& simulator() const;
    [[nodiscard]] const ConnectionMachine& machine(Side side) const;
    /// What a click on an edge may do at the playhead. Valid until the next change.
    [[nodiscard]] const std::vector<Choice>& choices() const;

    /// Virtual time of the playhead, and how many steps and records of the trace lie before it.
    [[nodiscard]] Time playhead() const;
    [[nodiscard]] StepIndex position() const;
    [[nodiscard]] RecordIndex recordsBefore() const;
    /// The last moment that can be sought: of the trace's last step, or the playhead if it is later.
    [[nodiscard]] Time end() const;
    [[nodiscard]] bool atStart() const;
    /// Nothing is recorded after the playhead, and nothing is due by itself.
    [[nodiscard]] bool atEnd() const;
    /// The simulation was last run ahead to one of its two limits, and more would have been due.
    [[nodiscard]] bool isCutShort() const;

    [[nodiscard]] bool isPlaying() const;
    [[nodiscard]] double speed() const;
    [[nodiscard]] bool skipsIdle() const;

    /// Whether `command` would be refused at the playhead, and why.
    [[nodiscard]] Refusal check(const Command& command) const;

    /// All branches, in the order in which they were made: at least the scenario, or the recording, as it was loaded.
    [[nodiscard]] std::vector<Branch> branches() const;
    [[nodiscard]] BranchId currentBranch() const;
    /// What happened in a branch; nullptr: there is none of that number. The address is good until branchesChanged().
    [[nodiscard]] const Trace* branchTrace(BranchId id) const;
    /// What was done by hand there; nothing if there is none of that number.
    [[nodiscard]] std::vector<Done> branchDone(BranchId id) const;
    /// restoreRemoved() will bring a branch back.
    [[nodiscard]] bool hasRemovedBranches() const;

public slots:
    /// Does `command` at the playhead. What the trace had after the playhead stays as a branch; in the new current
    /// branch it is replaced by what follows from the command, which comes as time goes on. What is refused leaves
    /// everything as it is; but a refused call is recorded where nothing has to be given up for that, at the end of the
    /// trace.
    void submit(const finwait::Command& command);

    /// Begins a branch at the playhead, where it is in what was recorded, without anything being done: from there a
    /// simulator goes on, and what comes by itself comes as time goes on.
    void continueFromHere();

    /// Time goes on from the playhead, until pause() or atEnd(). At the end there is nothing to play.
    void play();
    void pause();
    /// As if `realTime` had gone by while playing; nothing happens while paused. The session's own clock calls it, and
    /// so does whoever has another clock.
    void advance(finwait::Duration realTime);
    /// One step on or back: all that one event does. Back from between two steps: to just after the one before. These
    /// four pause.
    void stepForward();
    void stepBack();
    /// To where an endpoint has changed its state next, or before. Where none will any more, to the end; where none has
    /// yet, to the start.
    void nextTransition();
    void previousTransition();
    void toStart();
    /// To the end of what is known or will happen by itself; where the scenario is only played until a moment, first to
    /// that.
    void toEnd();
    /// To a moment between zero and end(), after all that happened at it; what lies outside is held to that range.
    void seek(finwait::Time time);
    /// To just after the step of a record of trace().
    void seekToRecord(finwait::RecordIndex record);
    /// Virtual time in real time; held between slowest and fastest. Not NaN.
    void setSpeed(double factor);
    /// While playing, jump over stretches in which nothing happens and nothing is on its way, if they take longer than
    /// Pace::longestWait. Off to begin with.
    void setSkipsIdle(bool skip);
    /// Jump to just before the next event now.
    void skipIdleNow();

    /// Goes over to another branch, to the same time there or, if it is shorter, to its end. Pauses.
    void switchTo(finwait::BranchId id);
    void renameBranch(finwait::BranchId id, const QString& name);
    /// Never the current one. load() forgets for good what was removed.
    void removeBranch(finwait::BranchId id);
    /// The branch that was removed last comes back.
    void restoreRemovedBranch();

signals:
    /// The playhead, the trace or both are not what they were. Emitted once for each command, seek or tick that changed
    /// something.
    void changed();
    /// A transition was taken going forward (playing, stepping, a command): something to animate. Before changed().
    void transitionTaken(finwait::Side side, finwait::RowIndex row);
    void refused(const finwait::Command& command, finwait::Refusal why);
    void playingChanged(bool playing);
    void speedChanged(double factor);
    void skipsIdleChanged(bool skips);
    /// Another scenario or recording was loaded. Before changed().
    void loaded();
    void adopted();
    /// There are others, another one is the current one, or one is called otherwise. After changed().
    void branchesChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace finwait
