// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A scenario from its start to its end: what happens by itself, and what was done by hand in between.
#include "scenario/scenario.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace finwait {
namespace {

class RunWork
{
public:
    RunWork(const Scenario& scenario, const RunWatcher& watch)
        : m_run{Trace{}, Simulator{simulatorConfig(scenario)}, {}, false, {}}
        , m_watch(watch)
    {
        m_run.trace.addresses = scenario.address;
        m_run.trace.foreign = scenario.foreign;
    }

    void redo(const std::vector<Done>& all)
    {
        for (const Done& done : all) {
            m_run.misfit = redo(done);
            if (m_run.misfit)
                return;
        }
    }

    [[nodiscard]] Time lastDoneAt() const { return m_lastDoneAt; }

    void runOn(Time end)
    {
        end = std::max(end, m_lastDoneAt);
        auto next = m_run.simulator.nextEventAt();
        const std::size_t most = m_run.trace.records().size() + runRecordLimit;
        while (m_run.trace.records().size() < most && next && *next <= end) {
            step();
            next = m_run.simulator.nextEventAt();
        }
        m_run.isCutShort = next.has_value();
    }

    Run take() { return std::move(m_run); }

private:
    [[nodiscard]] StepIndex steps() const { return static_cast<StepIndex>(m_run.trace.steps().size()); }

    bool step()
    {
        if (!m_run.simulator.step(&m_run.trace))
            return false;
        tell();
        return true;
    }

    void tell()
    {
        if (m_watch)
            m_watch(m_run);
    }

    [[nodiscard]] Misfit misfit(MisfitKind kind, Time at = {}, Refusal refusal = Refusal::None) const
    {
        return {m_run.done.size(), kind, steps(), at, refusal};
    }

    [[nodiscard]] bool isTooMuch() const { return m_run.trace.records().size() > redoneRecordLimit; }

    /// To the moment at which it was done.
    std::optional<Misfit> reach(const Done& done)
    {
        while (steps() < done.afterSteps && !isTooMuch()) {
            if (!step())
                return misfit(MisfitKind::TooFewSteps);
        }
        if (isTooMuch())
            return misfit(MisfitKind::TooMuch);
        Simulator& simulator = m_run.simulator;
        if (steps() > done.afterSteps)
            return misfit(MisfitKind::TooManySteps);
        if (simulator.now() > done.at)
            return misfit(MisfitKind::StepIsLater, simulator.now());
        if (const auto next = simulator.nextEventAt(); next && *next < done.at)
            return misfit(MisfitKind::StepIsBefore, *next);
        simulator.advanceTo(done.at);
        return std::nullopt;
    }

    /// A call may be refused: that is recorded, and is what happened then.
    std::optional<Misfit> redo(const Done& done)
    {
        if (const auto wrong = reach(done))
            return wrong;
        const Refusal refusal = m_run.simulator.check(done.command);
        if (refusal != Refusal::None && !std::holds_alternative<command::MakeCall>(done.command))
            return misfit(MisfitKind::Refused, done.at, refusal);
        m_run.simulator.apply(done.command, &m_run.trace);
        m_lastDoneAt = done.at;
        const bool makesStep = steps() > done.afterSteps;
        m_run.done.push_back({done, makesStep});
        if (makesStep)
            tell();
        return std::nullopt;
    }

    Run m_run;
    const RunWatcher& m_watch;
    Time m_lastDoneAt{};
};

} // namespace

Run runScenario(const Scenario& scenario, Duration limit, const RunWatcher& watch)
{
    RunWork work(scenario, watch);
    work.redo(scenario.done);
    work.runOn(scenario.until ? *scenario.until : work.lastDoneAt() + limit);
    return work.take();
}

} // namespace finwait
