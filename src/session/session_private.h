// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// How a session works: requests done one after the other, the playhead, the clock while playing. Internal to the room.
#pragma once

#include "session/branches.h"
#include "session/history.h"
#include "session/pace.h"
#include "session/playhead.h"
#include "session/session.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace finwait {

class Session::Private
{
public:
    explicit Private(Session* session);

    using Request = std::function<void()>;
    void perform(Request request);

    void load(const Scenario& which);
    void load(const Scenario& which, const std::vector<KeptBranch>& kept);
    void load(const Scenario& heading, Recording recording);
    void begin(Course course);
    void adopt(const Scenario& saved);
    void submit(const Command& command);
    void continueFromHere();
    void switchTo(BranchId id);
    void stepForward();
    void moveTo(StepIndex position, Time at);
    void moveTo(StepIndex position) { moveTo(position, playhead.history().timeOf(position)); }
    void waitUntil(Time time);
    void toNextTransition();
    void toPreviousTransition();
    void toEnd();
    /// Runs on until a state changes: what was taken of that; nullopt: to the limit, or until nothing is due.
    using Run = std::function<std::optional<std::vector<TakenTransition>>(Time limit)>;
    void runAhead(const Run& run);
    void tellChange();
    void announce(const std::vector<TakenTransition>& taken);

    void setPlaying(bool on);
    void tick();
    void playOn(Duration real);
    [[nodiscard]] std::optional<Pace::Gap> idleGap(Time next) const;

    Session* q;
    Scenario scenario;
    std::optional<Misfit> misfit; // of the scenario as it was loaded
    std::map<BranchId, Misfit> branchMisfits;
    Playhead playhead;
    Pace pace;
    bool skipsIdle = false;
    bool cutShort = false;
    QTimer timer;
    QElapsedTimer sinceTick;

    std::uint64_t rewrites = 0; // see Session::rewrites()
    Branches branches;
    bool hasChanged = false;
    bool hasBranched = false;                   // the list of branches is another
    std::optional<std::vector<Choice>> choices; // at the playhead's position, once they were asked for

    bool isBusy = false;
    std::deque<Request> waiting;
};

} // namespace finwait
