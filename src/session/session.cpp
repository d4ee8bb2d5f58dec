// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "session/session.h"

#include "session/session_private.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace finwait {

Session::Session(QObject* parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

Session::~Session() = default;

const Scenario& Session::scenario() const
{
    return d->scenario;
}

const std::optional<Misfit>& Session::misfit() const
{
    return d->misfit;
}

const std::map<BranchId, Misfit>& Session::branchMisfits() const
{
    return d->branchMisfits;
}

std::vector<Done> Session::done() const
{
    return d->playhead.history().done();
}

bool Session::isRecorded() const
{
    return d->playhead.history().isRecorded();
}

std::optional<StepIndex> Session::recordedSteps() const
{
    return d->playhead.history().recordedSteps();
}

bool Session::canContinueFromHere() const
{
    return d->playhead.history().isInRecording(d->playhead.moment());
}

const Trace& Session::trace() const
{
    return d->playhead.history().trace();
}

std::uint64_t Session::rewrites() const
{
    return d->rewrites;
}

const Simulator& Session::simulator() const
{
    return d->playhead.simulator();
}

const ConnectionMachine& Session::machine(Side side) const
{
    return d->playhead.machine(side);
}

const std::vector<Choice>& Session::choices() const
{
    if (!d->choices)
        d->choices = finwait::choices(d->playhead.simulator());
    return *d->choices;
}

Time Session::playhead() const
{
    return d->playhead.time();
}

StepIndex Session::position() const
{
    return d->playhead.position();
}

RecordIndex Session::recordsBefore() const
{
    return trace().recordsOf(position());
}

Time Session::end() const
{
    return std::max(trace().end(), playhead());
}

bool Session::atStart() const
{
    return position() == 0 && playhead() == Time{};
}

bool Session::atEnd() const
{
    return !d->playhead.nextStepAt();
}

bool Session::isCutShort() const
{
    return d->cutShort;
}

bool Session::isPlaying() const
{
    return d->timer.isActive();
}

double Session::speed() const
{
    return d->pace.speed();
}

bool Session::skipsIdle() const
{
    return d->skipsIdle;
}

std::vector<Branch> Session::branches() const
{
    return d->branches.list(d->playhead.history());
}

BranchId Session::currentBranch() const
{
    return d->branches.current();
}

const Trace* Session::branchTrace(BranchId id) const
{
    if (id == currentBranch())
        return &trace();
    const Course* course = d->branches.course(id);
    return course == nullptr ? nullptr : &course->history.trace();
}

std::vector<Done> Session::branchDone(BranchId id) const
{
    if (id == currentBranch())
        return done();
    const Course* course = d->branches.course(id);
    return course == nullptr ? std::vector<Done>() : course->history.done();
}

bool Session::hasRemovedBranches() const
{
    return d->branches.hasRemoved();
}

Refusal Session::check(const Command& command) const
{
    return simulator().check(command);
}

void Session::load(const Scenario& scenario)
{
    d->perform([this, scenario] { d->load(scenario); });
}

void Session::load(const Scenario& scenario, const std::vector<KeptBranch>& branches)
{
    Q_ASSERT(areOfOneSession(branches));
    d->perform([this, scenario, branches] { d->load(scenario, branches); });
}

void Session::load(const Scenario& heading, Recording recording)
{
    d->perform([this, heading, recording = std::move(recording)]() mutable { d->load(heading, std::move(recording)); });
}

std::vector<KeptBranch> Session::keptBranches() const
{
    std::vector<KeptBranch> kept;
    for (const Branch& branch : branches())
        kept.push_back({branch, branchDone(branch.id)});
    return kept;
}

void Session::adopt(const Scenario& saved)
{
    d->perform([this, saved] { d->adopt(saved); });
}

void Session::submit(const Command& command)
{
    d->perform([this, command] { d->submit(command); });
}

void Session::continueFromHere()
{
    d->perform([this] { d->continueFromHere(); });
}

void Session::play()
{
    d->perform([this] {
        if (!atEnd())
            d->setPlaying(true);
    });
}

void Session::pause()
{
    d->perform([this] { d->setPlaying(false); });
}

void Session::advance(Duration realTime)
{
    d->perform([this, realTime] {
        if (isPlaying())
            d->playOn(realTime);
    });
}

void Session::stepForward()
{
    d->perform([this] {
        d->setPlaying(false);
        d->stepForward();
    });
}

void Session::stepBack()
{
    d->perform([this] {
        d->setPlaying(false);
        const bool hasWaited = playhead() > d->playhead.history().timeOf(position());
        d->moveTo(hasWaited || position() == 0 ? position() : position() - 1);
    });
}

void Session::nextTransition()
{
    d->perform([this] {
        d->setPlaying(false);
        d->toNextTransition();
    });
}

void Session::previousTransition()
{
    d->perform([this] {
        d->setPlaying(false);
        d->toPreviousTransition();
    });
}

void Session::toStart()
{
    d->perform([this] { d->moveTo(0); });
}

void Session::toEnd()
{
    d->perform([this] { d->toEnd(); });
}

void Session::seek(Time time)
{
    d->perform([this, time] {
        const Time at = std::clamp(time, Time{}, end());
        d->moveTo(trace().stepsUntil(at), at);
    });
}

void Session::seekToRecord(RecordIndex record)
{
    d->perform([this, record] {
        if (record < trace().records().size())
            d->moveTo(trace().stepOf(record) + 1);
    });
}

void Session::setSpeed(double factor)
{
    const double before = speed();
    d->pace.setSpeed(factor);
    if (speed() != before)
        emit speedChanged(speed());
}

void Session::setSkipsIdle(bool skip)
{
    if (std::exchange(d->skipsIdle, skip) != skip)
        emit skipsIdleChanged(skip);
}

void Session::skipIdleNow()
{
    d->perform([this] {
        if (const auto next = d->playhead.nextStepAt())
            d->waitUntil(d->pace.justBefore(*next));
    });
}

void Session::switchTo(BranchId id)
{
    d->perform([this, id] { d->switchTo(id); });
}

void Session::renameBranch(BranchId id, const QString& name)
{
    d->perform([this, id, name] { d->hasBranched = d->branches.rename(id, name); });
}

void Session::removeBranch(BranchId id)
{
    d->perform([this, id] { d->hasBranched = d->branches.remove(id); });
}

void Session::restoreRemovedBranch()
{
    d->perform([this] { d->hasBranched = d->branches.restoreRemoved(); });
}

} // namespace finwait
