// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Scripts: what is read is played, and what has passed is written as a script again.
#include "fuzz/fuzz_target.h"
#include "script/script_reader.h"
#include "script/script_run.h"
#include "script/script_writer.h"

#include <string>

namespace finwait::fuzz {

namespace {

void mustExplain(const ScriptVerdict& verdict, std::size_t lines)
{
    if (verdict.outcome == ScriptOutcome::Passed)
        return;
    must(!verdict.got.inEnglish().empty(), "a verdict says what happened");
    must(verdict.line >= 1 && verdict.line <= lines, "a verdict is about a line of the script");
}

void marksMustBeInOrder(const std::vector<ScriptMark>& marks)
{
    ScriptMark before;
    for (const ScriptMark& mark : marks) {
        must(mark.steps >= before.steps, "steps never go back");
        must(mark.at >= before.at, "the time of marks never goes back");
        before = mark;
    }
}

void writeAgain(const ScriptRun& run)
{
    EndpointConfig endpoint;
    endpoint.reading = false;
    const WrittenScript again = packetdrillScript(
        run.trace, run.side, {.program = "Finwait", .title = {}, .endpoint = endpoint, .clockwork = {}});
    if (again.text.empty()) {
        must(again.end.has_value(), "a script, or why there is none");
        return;
    }
    const auto script = readScript(again.text);
    must(script.has_value(), "a script that is written can be read");
    (void)runScript(*script);
}

void play(const Script& script, std::size_t lines)
{
    for (const bool strict : {false, true}) {
        const ScriptRun run = runScript(script, {stackProfiles().front(), strict});
        mustExplain(run.verdict, lines);
        mustBeInOrder(run.trace);
        marksMustBeInOrder(run.marks);
        if (run.verdict.outcome == ScriptOutcome::Passed)
            writeAgain(run);
    }
}

} // namespace

} // namespace finwait::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace finwait;
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto script = readScript(text);
    if (script)
        fuzz::play(*script, fuzz::linesOf(text));
    else
        fuzz::mustExplain(script.error(), text);
    return 0;
}
