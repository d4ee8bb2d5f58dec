// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The connection that is being played: commands in, one signal out. The session owns the trace, the simulator as it
// stands at the playhead, and the two connection machines, and knows how to reach any moment again.
#pragma once

#include "core/choices.h"
#include "core/command.h"
#include "core/simulator.h"
#include "core/trace.h"
#include "machine/connection_machine.h"
#include "scenario/scenario.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace finwait {

class Session : public QObject
{
    Q_OBJECT

public:
    static constexpr double slowest = 0.01; ///< of real time
    static constexpr double fastest = 100.0;

    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    /// Begins with `scenario`, played to its end in advance so that all of it can be scrubbed; the playhead is at zero.
    void load(const Scenario& scenario);
    [[nodiscard]] const Scenario& scenario() const;

    /// All that has happened up to end(), the part after the playhead included.
    [[nodiscard]] const Trace& trace() const;
    /// Grows with each load() and with each command that replaces what the trace had after the playhead. As long as it
    /// stays the same, the trace has only grown at its end; when a command has made it grow, the records before the
    /// playhead of the last changed() are still the same.
    [[nodiscard]] std::uint64_t rewrites() const;
    /// Endpoints, network and clock as they stand at the playhead.
    [[nodiscard]] const Simulator& simulator() const;
    [[nodiscard]] const ConnectionMachine& machine(Side side) const;
    /// What a click on an edge may do at the playhead.
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

    [[nodiscard]] bool isPlaying() const;
    [[nodiscard]] double speed() const;
    [[nodiscard]] bool skipsIdle() const;

    /// Whether `command` would be refused at the playhead, and why.
    [[nodiscard]] Refusal check(const Command& command) const;

public slots:
    /// Does `command` at the playhead. What the trace had after the playhead is replaced by what follows from it.
    /// From inside a handler of changed() it is done after the handler has returned.
    void submit(const finwait::Command& command);

    void play();
    void pause();
    /// One step on or back: all that one event does.
    void stepForward();
    void stepBack();
    /// To where an endpoint has changed its state next, or before.
    void nextTransition();
    void previousTransition();
    void toStart();
    /// To the end of what is known or will happen by itself.
    void toEnd();
    void seek(finwait::Time time);
    /// To just after the step of a record.
    void seekToRecord(finwait::RecordIndex record);
    /// Virtual time in real time; held between slowest and fastest.
    void setSpeed(double factor);
    /// While playing, jump over stretches in which nothing happens.
    void setSkipsIdle(bool skip);
    /// Jump to just before the next event now.
    void skipIdleNow();

signals:
    /// The playhead, the trace or both are not what they were. Emitted once for each command, seek or tick.
    void changed();
    /// A transition was taken going forward (playing, stepping, a command): something to animate. Before changed().
    void transitionTaken(finwait::Side side, finwait::RowIndex row);
    void refused(const finwait::Command& command, finwait::Refusal why);
    void playingChanged(bool playing);
    void speedChanged(double factor);
    void skipsIdleChanged(bool skips);
    /// Another scenario was loaded. Before changed().
    void loaded();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace finwait
