// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/script_run.h"

#include "core/segment.h"
#include "script/assertion.h"
#include "script/near_end.h"
#include "script/script_sockets.h"
#include "script/segment_text.h"
#include "script/shell_command.h"

#include <algorithm>
#include <charconv>
#include <deque>
#include <optional>
#include <utility>
#include <variant>

namespace finwait {

namespace {

/// How much earlier or later than the script says something may happen, if it does not say that itself.
constexpr Duration usualTolerance = 4ms;

// A script takes no longer, and does no more, than anybody waits for: its timers may be set so that they run out
// without end.
constexpr Duration longestPlay = std::chrono::seconds{1'000'000'000}; // thirty years
constexpr RecordIndex mostPlayed = 200'000;                           // records of the trace
constexpr std::size_t mostWaiting = 100;                              // calls

/// Thrown where script and endpoint differ; caught in runScript().
struct Difference {
    Message expected;
    Message got;
};

/// Of timestamps only that there are some: each clock has its own zero.
bool sameOptions(const Options& one, const Options& other)
{
    return one.mss == other.mss && one.windowScale == other.windowScale && one.sackPermitted == other.sackPermitted
           && one.timestamps.has_value() == other.timestamps.has_value();
}

std::string resultText(const ScriptCall& call)
{
    return valueText(call.result) + (call.error.empty() ? "" : " " + call.error);
}

std::string resultText(const SocketResult& result)
{
    return std::to_string(result.value) + (result.error.empty() ? "" : " " + std::string(result.error));
}

/// Whether what a call wrote is what the script says.
bool agrees(const ScriptValue& expected, const ScriptValue& got)
{
    if (std::holds_alternative<ScriptValue::Any>(expected.content)
        || std::holds_alternative<ScriptValue::Any>(got.content))
        return true;
    return valueText(expected) == valueText(got);
}

/// Where the words stand that the script gives its own tolerance with.
Duration toleranceOf(const Script& script)
{
    Duration tolerance = usualTolerance;
    for (const ScriptOption& option : script.options) {
        std::int64_t microseconds = 0;
        if (option.name == "tolerance_usecs"
            && std::from_chars(option.value.data(), option.value.data() + option.value.size(), microseconds).ec
                   == std::errc{})
            tolerance = std::clamp(Duration{microseconds}, Duration{}, longestPlay);
    }
    return tolerance;
}

/// Who connects is the client.
Side sideOf(const Script& script)
{
    const auto connects = [](const ScriptEvent& event) {
        const auto* call = std::get_if<ScriptCall>(&event.action);
        return call != nullptr && call->name == "connect";
    };
    return std::ranges::any_of(script.events, connects) ? Side::Client : Side::Server;
}

/// A segment that the endpoint is to send.
bool isExpectation(const ScriptEvent& event)
{
    const auto* segment = std::get_if<ScriptSegment>(&event.action);
    return segment != nullptr && !segment->inbound;
}

/// It does nothing to the endpoint, and asks what has become of it: at its time timers have run out. What is done comes
/// before them, as in a simulation.
bool asks(const ScriptEvent& event)
{
    if (const auto* call = std::get_if<ScriptCall>(&event.action))
        return call->name == "getsockopt";
    const auto* command = std::get_if<ScriptCommand>(&event.action);
    return std::holds_alternative<ScriptAssertion>(event.action)
           || (command != nullptr && command->text.starts_with("sockstat"));
}

class ScriptPlayer
{
public:
    ScriptPlayer(const Script& script, const ScriptRunOptions& options)
        : m_script(script)
        , m_strict(options.strict)
        , m_tolerance(toleranceOf(script))
        , m_end(options.profile, sideOf(script))
        , m_sockets(m_end, options.profile)
    {}

    ScriptRun run()
    {
        ScriptRun run;
        run.verdict = play();
        run.side = m_end.side();
        run.trace = std::move(m_end).takeTrace();
        run.done = std::move(m_end).takeDone();
        run.marks = std::move(m_marks);
        return run;
    }

private:
    ScriptVerdict play()
    {
        if (m_script.events.empty()) // nothing was held against anything
            return {ScriptOutcome::Skipped, 1, {}, Message::tr("a script without an event")};
        for (const ScriptEvent& event : m_script.events) {
            m_line = event.line;
            const StepIndex before = steps();
            try {
                play(event);
                if (isExpectation(event))
                    mark(event.line, m_stepsOfSent, timeAfter(m_stepsOfSent));
                else
                    mark(event.line, std::min(before + 1, steps()), m_end.now());
            } catch (Difference& difference) {
                mark(m_line, steps(), m_end.now());
                return {ScriptOutcome::Failed, m_line, std::move(difference.expected), std::move(difference.got)};
            } catch (NotPlayed& reason) {
                mark(m_line, steps(), m_end.now());
                return {ScriptOutcome::Skipped, m_line, {}, std::move(reason.what)};
            }
        }
        if (!m_waiting.empty())
            return {ScriptOutcome::Failed, m_waiting.front().event->line,
                    Message::tr("%1() that returns").arg(m_waiting.front().call->name),
                    Message::tr("one that still blocks at the end")};
        return {};
    }

    /// A segment that the endpoint has sent and the script has not spoken of yet.
    struct Sent {
        Time at{};
        FlightIndex flight;
    };
    /// A call that blocks.
    struct Waiting {
        const ScriptEvent* event;
        const ScriptCall* call;
        Time due{};
    };

    void play(const ScriptEvent& event)
    {
        Time earliest = event.time.earliest;
        Time latest = event.time.latest;
        Time base{};
        if (event.time.origin == ScriptTime::Origin::Previous)
            base = m_scriptTime;
        earliest += base;
        latest += base;
        if (latest > longestPlay)
            throw NotPlayed{Message::tr("a script that takes longer than thirty years")};
        if (isExpectation(event))
            return expectSegment(std::get<ScriptSegment>(event.action), event.time.origin == ScriptTime::Origin::Any,
                                 earliest, latest);
        if (event.time.origin == ScriptTime::Origin::Any)
            earliest = m_scriptTime;
        goOnTo(std::max(earliest, m_end.now()), asks(event) ? AtItsTime::After : AtItsTime::Before);
        m_scriptTime = earliest;
        std::visit([&](const auto& action) { act(event, action, base); }, event.action);
    }

    void act(const ScriptEvent&, const ScriptSegment& segment, Time)
    {
        m_sockets.arrive(injectionOf(segment));
        take();
    }

    void act(const ScriptEvent& event, const ScriptCall& call, Time base)
    {
        const auto result = m_sockets.call(call);
        take();
        if (event.time.returns) {
            if (m_waiting.size() == mostWaiting)
                throw NotPlayed{Message::tr("more than %1 calls that block at once").arg(mostWaiting)};
            if (result)
                throw Difference{Message::tr("%1() that blocks").arg(call.name),
                                 Message::tr("one that returns at once")};
            m_waiting.push_back({&event, &call, base + *event.time.returns});
        } else if (!result) {
            throw Difference{Message::tr("%1() that returns at once").arg(call.name), Message::tr("one that blocks")};
        } else {
            compare(call, *result);
        }
    }

    void act(const ScriptEvent&, const ScriptCommand& command, Time)
    {
        const ShellOutcome outcome = runShell(command.text, m_sockets);
        if (!outcome.expected.empty())
            throw Difference{outcome.expected, outcome.got};
    }

    void act(const ScriptEvent&, const ScriptAssertion& assertion, Time)
    {
        const State expected = assertedState(assertion.text);
        const State got = m_sockets.state();
        if (got != expected)
            throw Difference{Message::verbatim(identifier(expected)), Message::verbatim(identifier(got))};
    }

    void act(const ScriptEvent&, const ScriptForeign& foreign, Time) { throw NotPlayed{foreign.what}; }

    [[nodiscard]] StepIndex steps() const { return static_cast<StepIndex>(m_end.trace().steps().size()); }

    [[nodiscard]] Time timeAfter(StepIndex steps) const { return m_end.trace().steps()[steps - 1].at; }

    void mark(std::size_t line, StepIndex steps, Time at)
    {
        const ScriptMark before = m_marks.empty() ? ScriptMark{} : m_marks.back();
        m_marks.push_back({line, std::max(steps, before.steps), std::max(at, before.at)});
    }

    /// Whether what comes next happens before or after the timers that run out at its time.
    enum class AtItsTime : std::uint8_t { Before, After };

    /// Lets time go by: timers run out on the way, and calls return that block.
    void goOnTo(Time time, AtItsTime order = AtItsTime::After)
    {
        while (const auto deadline = m_end.nextDeadline()) {
            if (*deadline > time || (*deadline == time && order == AtItsTime::Before))
                break;
            if (m_end.trace().records().size() > mostPlayed)
                throw NotPlayed{Message::tr("a script in which more happens than anybody reads")};
            m_sockets.expire();
            take();
        }
        m_end.waitUntil(std::max(m_end.now(), time));
    }

    void take()
    {
        gather();
        retry();
    }

    /// What the endpoint has sent meanwhile.
    void gather()
    {
        const Trace& trace = m_end.trace();
        for (; m_gathered < trace.flights().size(); ++m_gathered) {
            const Flight& flight = trace.flight(m_gathered);
            if (flight.from == m_end.side())
                m_sent.push_back({flight.sent, m_gathered});
        }
    }

    /// Whether calls that block can return now.
    void retry()
    {
        for (auto waiting = m_waiting.begin(); waiting != m_waiting.end();) {
            const auto result = m_sockets.call(*waiting->call);
            if (!result) {
                ++waiting;
                continue;
            }
            const Waiting done = *waiting;
            waiting = m_waiting.erase(waiting);
            m_line = done.event->line;
            compareTime(Message::tr("%1() that returns at %2").arg(done.call->name), done.due, done.due, m_end.now());
            compare(*done.call, *result);
            gather();
        }
    }

    void expectSegment(const ScriptSegment& expected, bool atAnyTime, Time earliest, Time latest)
    {
        constexpr Duration mostPatience = std::chrono::hours{24};
        const Time patience = atAnyTime ? m_end.now() + mostPatience : latest + m_tolerance;
        while (m_sent.empty()) {
            const auto deadline = m_end.nextDeadline();
            if (!deadline || *deadline > patience)
                throw Difference{Message::verbatim(segmentText(expected)), Message::tr("nothing")};
            goOnTo(*deadline);
        }
        const Sent sent = m_sent.front();
        m_sent.pop_front();
        const Flight& flight = m_end.trace().flight(sent.flight);
        m_stepsOfSent = m_end.trace().stepOf(flight.sentRecord) + 1;
        learnStamps(expected, flight.segment);
        const Segment segment = onTheScale(flight.segment);
        if (!matches(expected, segment))
            throw Difference{Message::verbatim(segmentText(expected)), Message::verbatim(segmentText(segment))};
        if (!atAnyTime)
            compareTime(Message::tr("%1 at %2").arg(segmentText(expected)), earliest, latest, sent.at);
        m_scriptTime = atAnyTime ? sent.at : earliest;
    }

    /// `what`: with a place for the time.
    void compareTime(const Message& what, Time earliest, Time latest, Time got) const
    {
        if (got + m_tolerance < earliest || got > latest + m_tolerance)
            throw Difference{what.arg(secondsText(earliest)), Message::tr("the same at %1").arg(secondsText(got))};
    }

    void compare(const ScriptCall& call, const SocketResult& result) const
    {
        const std::int64_t* expected = call.result.number();
        const bool isOther = expected != nullptr && *expected != result.value;
        const bool hasOtherError = !call.error.empty() && call.error != result.error;
        if (isOther || hasOtherError || (call.error.empty() && expected != nullptr && !result.error.empty()))
            throw Difference{Message::verbatim(call.name + "() = " + resultText(call)),
                             Message::verbatim(resultText(result))};
        for (std::size_t place = 0; place < std::min(result.written.size(), call.arguments.size()); ++place) {
            if (!agrees(call.arguments[place], result.written[place]))
                throw Difference{Message::tr("%1 from %2()").arg(valueText(call.arguments[place])).arg(call.name),
                                 Message::verbatim(valueText(result.written[place]))};
        }
    }

    /// How far the clock of the endpoint's timestamps is ahead of the script's, from the first that both have.
    void learnStamps(const ScriptSegment& expected, const Segment& sent)
    {
        if (!m_stampOffset && expected.options.timestamps && sent.options.timestamps)
            m_stampOffset = sent.options.timestamps->value - expected.options.timestamps->value;
    }

    [[nodiscard]] bool matches(const ScriptSegment& expected, const Segment& got) const;
    [[nodiscard]] Injection injectionOf(const ScriptSegment& written) const;
    [[nodiscard]] Segment onTheScale(const Segment& segment) const;

    const Script& m_script;
    bool m_strict;
    Duration m_tolerance;
    NearEnd m_end;
    ScriptSockets m_sockets;
    std::deque<Sent> m_sent;
    FlightIndex m_gathered = 0; // flights of the trace that were looked at
    std::vector<Waiting> m_waiting;
    std::vector<ScriptMark> m_marks;
    StepIndex m_stepsOfSent = 0; // when the segment had been sent that was compared last
    Time m_scriptTime{};         // of the last event, as the script has it
    std::size_t m_line = 0;
    std::optional<std::uint32_t> m_stampOffset; // what the endpoint's timestamps are ahead of the script's
};

/// How the endpoint's numbers are on the script's scale: its own from its ISS, which is 0, and the peer's as they are.
Segment ScriptPlayer::onTheScale(const Segment& segment) const
{
    Segment scaled = segment;
    if (scaled.options.timestamps && m_stampOffset)
        scaled.options.timestamps->value -= *m_stampOffset;
    return scaled;
}

/// Both sides' numbers count from 0 in the simulation, too.
Injection ScriptPlayer::injectionOf(const ScriptSegment& written) const
{
    Injection injection;
    injection.flags = written.flags;
    injection.seq = written.seq;
    injection.ack = written.ack.value_or(0);
    injection.octets = written.octets;
    injection.window = written.window.value_or(0);
    injection.urgentPointer = written.urgentPointer.value_or(0);
    injection.options = written.options;
    if (injection.options.timestamps && injection.options.timestamps->echo != 0)
        injection.options.timestamps->echo += m_stampOffset.value_or(0);
    return injection;
}

bool ScriptPlayer::matches(const ScriptSegment& expected, const Segment& got) const
{
    const auto isField = [](std::int64_t written, Seq seq) { return Seq{static_cast<std::uint32_t>(written)} == seq; };
    Flags flags = got.flags;
    if (!m_strict)
        flags.psh = expected.flags.psh; // when to push is for the sender to choose (RFC 9293 section 3.9.1)
    if (flags != expected.flags || got.text.length != expected.octets)
        return false;
    if (!expected.anySeq && !isField(expected.seq, got.seq))
        return false;
    if (expected.flags.ack && !isField(*expected.ack, got.ack))
        return false;
    if (!m_strict)
        return true;
    return (!expected.window || *expected.window == got.window)
           && (expected.anyOptions || sameOptions(expected.options, got.options));
}

} // namespace

ScriptRun runScript(const Script& script, const ScriptRunOptions& options)
{
    return ScriptPlayer(script, options).run();
}

} // namespace finwait
