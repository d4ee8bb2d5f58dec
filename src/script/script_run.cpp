// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/script_run.h"

#include "core/segment.h"
#include "script/assertion.h"
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

/// Thrown where script and endpoint differ; caught in runScript().
struct Difference {
    std::string expected;
    std::string got;
};

/// What comes from the script is no endpoint's text.
constexpr std::uint32_t foreignStream = ~std::uint32_t{0};

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
            tolerance = Duration{microseconds};
    }
    return tolerance;
}

class ScriptPlayer
{
public:
    ScriptPlayer(const Script& script, const ScriptRunOptions& options)
        : m_script(script)
        , m_strict(options.strict)
        , m_tolerance(toleranceOf(script))
        , m_sockets(options.profile)
    {}

    ScriptVerdict play()
    {
        for (const ScriptEvent& event : m_script.events) {
            m_line = event.line;
            try {
                play(event);
            } catch (Difference& difference) {
                return {ScriptOutcome::Failed, m_line, std::move(difference.expected), std::move(difference.got)};
            } catch (NotPlayed& reason) {
                return {ScriptOutcome::Skipped, m_line, {}, std::move(reason.what)};
            }
        }
        if (!m_waiting.empty())
            return {ScriptOutcome::Failed, m_waiting.front().event->line,
                    "that " + m_waiting.front().call->name + "() returns", "it still blocks at the end"};
        return {};
    }

private:
    /// A segment that the endpoint has sent and the script has not spoken of yet.
    struct Sent {
        Time at{};
        Segment segment;
    };
    /// A call that blocks.
    struct Waiting {
        const ScriptEvent* event;
        const ScriptCall* call;
        Time due{};
    };

    void play(const ScriptEvent& event)
    {
        const bool isExpectation =
            std::holds_alternative<ScriptSegment>(event.action) && !std::get<ScriptSegment>(event.action).inbound;
        Time earliest = event.time.earliest;
        Time latest = event.time.latest;
        Time base{};
        if (event.time.origin == ScriptTime::Origin::Previous)
            base = m_scriptTime;
        earliest += base;
        latest += base;
        if (isExpectation)
            return expectSegment(std::get<ScriptSegment>(event.action), event.time.origin == ScriptTime::Origin::Any,
                                 earliest, latest);
        if (event.time.origin == ScriptTime::Origin::Any)
            earliest = m_scriptTime;
        goOnTo(std::max(earliest, m_now));
        m_scriptTime = earliest;
        std::visit([&](const auto& action) { act(event, action, base); }, event.action);
    }

    void act(const ScriptEvent&, const ScriptSegment& segment, Time)
    {
        Effects effects;
        m_sockets.arrive(onTheWire(segment), m_now, effects);
        take(effects);
    }

    void act(const ScriptEvent& event, const ScriptCall& call, Time base)
    {
        Effects effects;
        const auto result = m_sockets.call(call, m_now, effects);
        take(effects);
        if (event.time.returns) {
            if (result)
                throw Difference{call.name + "() that blocks", "it returns at once"};
            m_waiting.push_back({&event, &call, base + *event.time.returns});
        } else if (!result) {
            throw Difference{call.name + "() that returns at once", "it blocks"};
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
            throw Difference{std::string(identifier(expected)), std::string(identifier(got))};
    }

    void act(const ScriptEvent&, const ScriptForeign& foreign, Time) { throw NotPlayed{foreign.what}; }

    /// Lets time go by: timers run out on the way, and calls return that block.
    void goOnTo(Time time)
    {
        while (const auto deadline = m_sockets.nextDeadline()) {
            if (*deadline > time)
                break;
            m_now = std::max(m_now, *deadline);
            Effects effects;
            m_sockets.expire(m_now, effects);
            take(effects);
        }
        m_now = std::max(m_now, time);
    }

    void take(const Effects& effects)
    {
        for (const Effect& effect : effects) {
            if (const auto* sent = std::get_if<effect::Sent>(&effect))
                m_sent.push_back({m_now, sent->segment});
        }
        retry();
    }

    /// Whether calls that block can return now.
    void retry()
    {
        for (auto waiting = m_waiting.begin(); waiting != m_waiting.end();) {
            Effects effects;
            const auto result = m_sockets.call(*waiting->call, m_now, effects);
            if (!result) {
                ++waiting;
                continue;
            }
            const Waiting done = *waiting;
            waiting = m_waiting.erase(waiting);
            m_line = done.event->line;
            compareTime(done.call->name + "() that returns", done.due, done.due, m_now);
            compare(*done.call, *result);
            for (const Effect& effect : effects) {
                if (const auto* sent = std::get_if<effect::Sent>(&effect))
                    m_sent.push_back({m_now, sent->segment});
            }
        }
    }

    void expectSegment(const ScriptSegment& expected, bool atAnyTime, Time earliest, Time latest)
    {
        constexpr Duration mostPatience = std::chrono::hours{24};
        const Time patience = atAnyTime ? m_now + mostPatience : latest + m_tolerance;
        while (m_sent.empty()) {
            const auto deadline = m_sockets.nextDeadline();
            if (!deadline || *deadline > patience)
                throw Difference{segmentText(expected), "nothing"};
            goOnTo(*deadline);
        }
        const Sent sent = m_sent.front();
        m_sent.pop_front();
        learnStamps(expected, sent.segment);
        const Segment segment = onTheScale(sent.segment);
        if (!matches(expected, segment))
            throw Difference{segmentText(expected), segmentText(segment)};
        if (!atAnyTime)
            compareTime(segmentText(expected), earliest, latest, sent.at);
        m_scriptTime = atAnyTime ? sent.at : earliest;
        goOnTo(std::max(m_now, sent.at));
    }

    void compareTime(const std::string& what, Time earliest, Time latest, Time got) const
    {
        if (got + m_tolerance < earliest || got > latest + m_tolerance)
            throw Difference{what + " at " + secondsText(earliest), "it came at " + secondsText(got)};
    }

    void compare(const ScriptCall& call, const SocketResult& result) const
    {
        const std::int64_t* expected = call.result.number();
        const bool isOther = expected != nullptr && *expected != result.value;
        const bool hasOtherError = !call.error.empty() && call.error != result.error;
        if (isOther || hasOtherError || (call.error.empty() && expected != nullptr && !result.error.empty()))
            throw Difference{call.name + "() = " + resultText(call), resultText(result)};
        for (std::size_t place = 0; place < std::min(result.written.size(), call.arguments.size()); ++place) {
            if (!agrees(call.arguments[place], result.written[place]))
                throw Difference{valueText(call.arguments[place]) + " from " + call.name + "()",
                                 valueText(result.written[place])};
        }
    }

    /// How far the clock of the endpoint's timestamps is ahead of the script's, from the first that both have.
    void learnStamps(const ScriptSegment& expected, const Segment& sent)
    {
        if (!m_stampOffset && expected.options.timestamps && sent.options.timestamps)
            m_stampOffset = sent.options.timestamps->value - expected.options.timestamps->value;
    }

    [[nodiscard]] bool matches(const ScriptSegment& expected, const Segment& got) const;
    [[nodiscard]] Segment onTheWire(const ScriptSegment& written) const;
    [[nodiscard]] Segment onTheScale(const Segment& segment) const;

    const Script& m_script;
    bool m_strict;
    Duration m_tolerance;
    ScriptSockets m_sockets;
    std::deque<Sent> m_sent;
    std::vector<Waiting> m_waiting;
    Time m_now{};
    Time m_scriptTime{}; // of the last event, as the script has it
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

Segment ScriptPlayer::onTheWire(const ScriptSegment& written) const
{
    Segment segment;
    segment.seq = Seq{static_cast<std::uint32_t>(written.seq)};
    segment.ack = Seq{static_cast<std::uint32_t>(written.ack.value_or(0))};
    segment.flags = written.flags;
    segment.window = written.window.value_or(0);
    segment.urgentPointer = written.urgentPointer.value_or(0);
    segment.options = written.options;
    if (segment.options.timestamps && segment.options.timestamps->echo != 0)
        segment.options.timestamps->echo += m_stampOffset.value_or(0);
    segment.text = Text{.stream = foreignStream, .length = written.octets, .offset = 0};
    return segment;
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
    return {ScriptPlayer(script, options).play()};
}

} // namespace finwait
