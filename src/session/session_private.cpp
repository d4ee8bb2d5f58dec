// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "session/session_private.h"

#include "session/trace_difference.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace finwait {

namespace {

constexpr std::chrono::milliseconds tickInterval = 16ms;
/// A tick that comes later than this after the last one does not catch up: the computer was busy, or asleep.
constexpr Duration longestTick = 250ms;
/// A tick with more steps than this is ended early, so that the window stays alive; the playhead is then slower than
/// the speed says.
constexpr StepIndex stepsPerTick = 2'000;

} // namespace

Session::Private::Private(Session* session) : q(session)
{
    timer.setInterval(tickInterval);
    timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer, &QTimer::timeout, q, [this] { tick(); });
}

/// Everything that moves the playhead goes through here, one after the other, so that handlers of our signals see
/// each change completed and may ask for the next.
void Session::Private::perform(Request request)
{
    waiting.push_back(std::move(request));
    if (isBusy)
        return;
    isBusy = true;
    while (!waiting.empty()) {
        const Request next = std::move(waiting.front());
        waiting.pop_front();
        next();
        tellChange();
        if (std::exchange(hasBranched, false))
            emit q->branchesChanged();
    }
    isBusy = false;
}

void Session::Private::tellChange()
{
    if (std::exchange(hasChanged, false))
        emit q->changed();
}

void Session::Private::load(const Scenario& which)
{
    setPlaying(false);
    scenario = which;
    PlayedScenario played = History::play(scenario);
    misfit = played.misfit;
    branchMisfits.clear();
    branches.begin();
    begin({std::move(played.history), played.isCutShort});
}

void Session::Private::load(const Scenario& which, const std::vector<KeptBranch>& kept)
{
    setPlaying(false);
    scenario = which;
    misfit.reset();
    branchMisfits.clear();
    std::vector<Branches::Begun> begun;
    for (const auto& [branch, done] : kept) {
        Scenario course = which;
        course.done = done;
        PlayedScenario played = History::play(course);
        if (played.misfit)
            branchMisfits.emplace(branch.id, *played.misfit);
        begun.push_back({branch, {std::move(played.history), played.isCutShort}});
    }
    begin(branches.begin(std::move(begun)));
}

void Session::Private::load(const Scenario& heading, Recording recording)
{
    Q_ASSERT(heading.plan.empty() && heading.done.empty());
    setPlaying(false);
    scenario = heading;
    misfit.reset();
    branchMisfits.clear();
    branches.begin();
    begin({History(std::move(recording)), false});
}

void Session::Private::begin(Course course)
{
    playhead.begin(std::move(course.history));
    cutShort = course.cutShort;
    choices.reset();
    ++rewrites;
    hasChanged = hasBranched = true;
    emit q->loaded();
}

void Session::Private::adopt(const Scenario& saved)
{
    scenario = saved;
    misfit.reset();
    branchMisfits.clear();
    emit q->adopted();
}

void Session::Private::submit(const Command& command)
{
    const StepIndex before = playhead.position();
    const std::optional<Command> begunWith = branches.beginning(playhead.history());
    if (!playhead.history().isAtEnd(playhead.moment()) && playhead.simulator().check(command) == Refusal::None) {
        branches.fork({playhead.history(), cutShort}, playhead.moment());
        hasBranched = true;
    }
    const Playhead::Applied applied = playhead.apply(command);
    if (applied.refusal != Refusal::None) {
        emit q->refused(command, applied.refusal);
        if (playhead.position() == before)
            return;
    }
    cutShort = false;
    ++rewrites;
    hasBranched = hasBranched || branches.beginning(playhead.history()) != begunWith;
    announce(applied.taken);
}

void Session::Private::continueFromHere()
{
    if (!q->canContinueFromHere())
        return;
    branches.fork({playhead.history(), cutShort}, playhead.moment(), true);
    playhead.goOn();
    cutShort = false;
    choices.reset();
    ++rewrites;
    hasChanged = hasBranched = true;
}

/// Who shows a trace keeps what lies before the playhead when it is rewritten: so the way to another branch goes by
/// where the two part.
void Session::Private::switchTo(BranchId id)
{
    const Course* other = branches.course(id);
    if (other == nullptr)
        return;
    setPlaying(false);
    const Time time = playhead.time();
    const auto difference = firstDifference(playhead.history().trace(), other->history.trace());
    if (difference && difference->step < playhead.position())
        moveTo(difference->step);
    tellChange();

    Course course{playhead.begin({}), cutShort};
    branches.enter(id, course);
    playhead.begin(std::move(course.history));
    cutShort = course.cutShort;
    const History& entered = playhead.history();
    const Time at = std::min(time, std::max(entered.trace().end(), entered.lastCommandAt()));
    playhead.moveTo(entered.trace().stepsUntil(at), at);
    choices.reset();
    ++rewrites;
    hasChanged = hasBranched = true;
}

void Session::Private::stepForward()
{
    if (playhead.nextStepAt())
        announce(playhead.stepForward());
}

void Session::Private::moveTo(StepIndex position, Time at)
{
    if (position == playhead.position() && at == playhead.time())
        return;
    if (position != playhead.position())
        choices.reset();
    playhead.moveTo(position, at);
    hasChanged = true;
}

void Session::Private::waitUntil(Time time)
{
    if (time <= playhead.time())
        return;
    playhead.waitUntil(time);
    hasChanged = true;
}

void Session::Private::toNextTransition()
{
    runAhead([this](Time limit) { return playhead.runToTransition(limit, runRecordLimit); });
}

/// The transition that led here counts as before the playhead as soon as time has gone by since.
void Session::Private::toPreviousTransition()
{
    const History& history = playhead.history();
    const StepIndex position = playhead.position();
    const bool justAfterStep = position > 0 && playhead.time() == history.timeOf(position);
    const auto previous = history.positionAfterLastTransition(justAfterStep ? position - 1 : position);
    moveTo(previous.value_or(0));
}

void Session::Private::toEnd()
{
    runAhead([this](Time limit) {
        playhead.runOn(limit, runRecordLimit);
        return std::nullopt;
    });
}

void Session::Private::runAhead(const Run& run)
{
    const StepIndex position = playhead.position();
    const Time time = playhead.time();
    const bool isBeforeEnd = scenario.until && playhead.time() < *scenario.until;
    const Time limit = isBeforeEnd ? *scenario.until : playhead.history().lastCommandAt() + defaultRunLimit;
    const std::optional<std::vector<TakenTransition>> taken = run(limit);
    if (!taken)
        cutShort = playhead.nextStepAt().has_value();
    if (playhead.position() != position || playhead.time() != time)
        announce(taken.value_or(std::vector<TakenTransition>()));
}

/// After going forward: what is signalled for it.
void Session::Private::announce(const std::vector<TakenTransition>& taken)
{
    choices.reset();
    hasChanged = true;
    for (const TakenTransition& transition : taken)
        emit q->transitionTaken(transition.side, transition.row);
}

void Session::Private::setPlaying(bool on)
{
    if (on == timer.isActive())
        return;
    if (on) {
        pace.restart();
        sinceTick.start();
        timer.start();
    } else {
        timer.stop();
    }
    emit q->playingChanged(on);
}

void Session::Private::tick()
{
    const auto elapsed = std::chrono::duration_cast<Duration>(std::chrono::nanoseconds(sinceTick.nsecsElapsed()));
    sinceTick.start();
    q->advance(std::min(elapsed, longestTick));
}

void Session::Private::playOn(Duration real)
{
    Time target = playhead.time() + pace.elapse(real);
    for (StepIndex made = 0; made < stepsPerTick; ++made) {
        const std::optional<Time> next = playhead.nextStepAt();
        if (!next) {
            setPlaying(false);
            return;
        }
        if (const auto gap = idleGap(*next); gap && target >= gap->from)
            target += gap->to - gap->from;
        if (*next > target) {
            waitUntil(target);
            return;
        }
        stepForward();
    }
}

/// What may be left out on the way to the next step, at `next`.
std::optional<Pace::Gap> Session::Private::idleGap(Time next) const
{
    if (!skipsIdle || !playhead.simulator().network().inFlight().empty())
        return std::nullopt;
    return pace.gapBetween(playhead.history().timeOf(playhead.position()), playhead.time(), next);
}

} // namespace finwait
