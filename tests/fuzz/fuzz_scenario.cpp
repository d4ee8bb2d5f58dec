// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Scenario files: what is read is written and read again, played for a while, and what was played is written as
// scripts.
#include "fuzz/fuzz_target.h"
#include "scenario/scenario.h"
#include "scenario/scenario_reader.h"
#include "scenario/scenario_writer.h"
#include "script/script_reader.h"
#include "script/script_writer.h"

#include <algorithm>
#include <string>

namespace finwait::fuzz {

namespace {

constexpr Duration longestRun = std::chrono::hours{1};
constexpr std::size_t mostRecords = 5'000;

/// Thrown out of a run that has become long enough.
struct LongEnough {};

void mustBeReadAgain(const Scenario& scenario)
{
    const std::string written = writeScenario(scenario);
    const auto again = readScenario(written);
    must(again.has_value(), "what is written can be read");
    must(*again == scenario, "what is read again is the same");
    must(writeScenario(*again) == written, "the same is written the same");
}

void writeScripts(const Scenario& scenario, const Trace& trace)
{
    const SimulatorConfig config = simulatorConfig(scenario);
    for (const Side side : allSides) {
        const WrittenScript script = packetdrillScript(trace, side,
                                                       {.program = "Finwait",
                                                        .title = scenario.title.in("en"),
                                                        .endpoint = config.endpoints[side],
                                                        .clockwork = config.clockwork[side]});
        must(!script.text.empty() || script.end, "a script, or why there is none");
        must(script.text.empty() || readScript(script.text), "a script that is written can be read");
    }
}

void lookAt(const Scenario& scenario, const Run& run)
{
    mustBeInOrder(run.trace);
    writeScripts(scenario, run.trace);
}

void play(Scenario scenario)
{
    if (scenario.until)
        scenario.until = std::min(*scenario.until, Time{longestRun});
    try {
        const Run whole = runScenario(scenario, longestRun, [&scenario](const Run& soFar) {
            if (soFar.trace.records().size() < mostRecords)
                return;
            lookAt(scenario, soFar);
            throw LongEnough{};
        });
        lookAt(scenario, whole);
    } catch (const LongEnough&) {
        return;
    }
}

} // namespace

} // namespace finwait::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace finwait;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto scenario = readScenario(text);
    if (!scenario) {
        fuzz::mustExplain(scenario.error(), text);
        return 0;
    }
    fuzz::mustBeReadAgain(*scenario);
    fuzz::play(*scenario);
    return 0;
}
