// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/script_writer.h"

#include "script/host_system.h"
#include "script/near_step.h"
#include "script/packet_line.h"
#include "script/profile_commands.h"
#include "script/script_page.h"
#include "script/script_scale.h"
#include "script/segment_text.h"
#include "script/written_sockets.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <variant>
#include <vector>

namespace finwait {

namespace {

constexpr std::int64_t largestNumber = std::numeric_limits<std::uint32_t>::max();

std::string joined(const std::vector<std::string>& words, std::string_view between)
{
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : std::string(between)) + word;
    return all;
}

/// So much later than a timer its outcome is looked at: systems are not as exact as a trace.
constexpr Duration checkDelay = 10ms;

/// What a reader of the script would not see in the segment itself.
std::string_view roleText(SegmentRole role)
{
    switch (role) {
    case SegmentRole::Retransmission: return "again";
    case SegmentRole::WindowProbe: return "a window probe";
    case SegmentRole::KeepAlive: return "a keep-alive";
    case SegmentRole::ChallengeAck: return "a challenge ACK";
    case SegmentRole::Injected: return "forged";
    case SegmentRole::Regular:
    case SegmentRole::Reset: break;
    }
    return {};
}

class ScriptWriter
{
public:
    ScriptWriter(const Trace& trace, Side view, const ScriptWriterOptions& options)
        : m_trace(trace)
        , m_view(view)
        , m_options(options)
        , m_system(hostSystemOf(options.endpoint.profile))
        , m_scale()
        , m_sockets(m_page, options.endpoint)
    {}

    WrittenScript write(const std::vector<std::string>& commands)
    {
        writeHeader(commands);
        const std::size_t preparations = m_page.events();
        for (const StepMark& step : m_trace.steps()) {
            const RecordIndex begin = std::exchange(m_next, step.end);
            check(step.at);
            tellLosses(begin, step.end);
            const NearStep near(m_trace, m_view, begin, step.end);
            if (near.records().empty())
                continue;
            m_end = limitOf(near, step.at);
            if (m_end)
                break;
            writeStep(near, step.at);
        }
        check(m_end ? m_end->at : Time::max());
        if (m_page.events() == preparations)
            return {{}, m_end ? m_end : std::optional(ScriptEnd{ScriptLimit::NothingHappens, {}})};
        if (m_end)
            tellEnd();
        return {m_page.text(), m_end};
    }

private:
    void writeHeader(const std::vector<std::string>& commands);
    void tellLosses(RecordIndex begin, RecordIndex end);
    void tellEnd();
    [[nodiscard]] std::optional<ScriptEnd> limitOf(const NearStep& near, Time at) const;

    void writeStep(const NearStep& near, Time at);
    void writeArrival(const NearStep& near, Time at);
    void conclude(const NearStep& near, Time at, State before);
    void check(Time now);
    [[nodiscard]] bool bringsTooMuch(const NearStep& near) const;
    [[nodiscard]] bool isStateTold() const;

    void write(const NearStep& near, RecordIndex index, const record::CallMade& made);
    void write(const NearStep& near, RecordIndex index, const record::CallRefused& refused);
    void write(const NearStep& near, RecordIndex index, const record::SegmentSent& sent);
    void write(const NearStep& near, RecordIndex index, const record::SegmentArrived& arrived);
    void write(const NearStep& near, RecordIndex index, const record::Transition& taken);
    void write(const NearStep& near, RecordIndex index, const record::Signalled& signalled);
    void write(const NearStep& near, RecordIndex index, const record::HostChanged& changed);
    void write(const NearStep& near, RecordIndex index, const record::TimerTouched& touched);
    void write(const NearStep& near, RecordIndex index, const record::SettingChanged& changed);
    /// What else there is has no place in a script, or another side's.
    template <typename Body>
    void write(const NearStep& /*near*/, RecordIndex /*index*/, const Body& /*body*/)
    {}

    /// How a step has ended, and when that is looked at.
    struct Check {
        Time at{};
        State from{};
    };

    const Trace& m_trace;
    Side m_view;
    const ScriptWriterOptions& m_options;
    HostSystem m_system;
    ScriptPage m_page;
    ScriptScale m_scale;
    WrittenSockets m_sockets;
    State m_state = State::Closed;
    RecordIndex m_next = 0;        // of the step that comes next
    std::uint32_t m_peerMss = 0;   // octets, as the peer has offered
    std::optional<Signal> m_error; // told in the last step
    std::optional<Check> m_check;
    std::optional<Time> m_silentTimerAt; // when one ran out last, and nothing was to be seen of it
    std::optional<ScriptEnd> m_end;
};

void ScriptWriter::writeHeader(const std::vector<std::string>& commands)
{
    const std::string profile(m_options.endpoint.profile.name);
    m_page.comment("The " + std::string(identifier(m_view)) + "'s end of a TCP connection, written by "
                   + m_options.program + ".");
    if (!m_options.title.empty())
        m_page.comment(m_options.title);
    m_page.comment("Its stack has the habits of the profile " + profile + ":");
    m_page.comment("    finwait script --profile " + profile + " FILE");
    m_page.emptyLine();
    if (!commands.empty())
        m_page.comment("What it has otherwise; times are in milliseconds.");
    for (const std::string& command : commands)
        m_page.event(Time{}, "`" + command + "`");
}

/// What dies on its way to the near end is not seen there; a person who compares the script with a chart misses it.
void ScriptWriter::tellLosses(RecordIndex begin, RecordIndex end)
{
    for (RecordIndex index = begin; index < end; ++index) {
        const Record& record = m_trace.record(index);
        const auto* lost = std::get_if<record::SegmentLost>(&record.body);
        if (lost == nullptr || record.side == m_view)
            continue;
        const Flight& flight = m_trace.flight(lost->flight);
        m_page.emptyLine();
        m_page.comment(secondsText(record.at) + ": " + flagNames(flight.segment.flags) + " is lost on its way here");
    }
}

void ScriptWriter::tellEnd()
{
    m_page.emptyLine();
    m_page.comment("The script ends before " + secondsText(m_end->at) + ": " + description(m_end->why).inEnglish()
                   + ".");
}

std::optional<ScriptEnd> ScriptWriter::limitOf(const NearStep& near, Time at) const
{
    if (m_page.events() >= mostScriptEvents)
        return ScriptEnd{ScriptLimit::TooLong, at};
    if (near.arrival()) {
        ScriptScale scale = m_scale;
        const ScriptSegment segment = scale.arriving(m_trace.flight(*near.arrival()), m_state);
        if (segment.seq + segment.octets > largestNumber)
            return ScriptEnd{ScriptLimit::NumbersWrap, at};
    }
    if (!near.isByTimer() && m_silentTimerAt == at)
        return ScriptEnd{ScriptLimit::AfterTimer, at};
    if (bringsTooMuch(near))
        return ScriptEnd{ScriptLimit::TextBeforeAccept, at};
    const auto why = near.limit({m_state, m_sockets.hasListener(), m_sockets.hasConnection()});
    return why ? std::optional(ScriptEnd{*why, at}) : std::nullopt;
}

/// Text that comes before accept() is read after the answer, which says another window then; and reading makes an
/// answer of its own if the window moves by enough (RFC 9293 section 3.8.6.2.2).
bool ScriptWriter::bringsTooMuch(const NearStep& near) const
{
    if (near.deliveredByArrival() == 0 || m_sockets.hasConnection())
        return false;
    const EndpointConfig& config = m_options.endpoint;
    const std::uint32_t buffer = config.receiveBuffer.value_or(config.profile.receiveBuffer);
    const std::uint32_t much = std::min({buffer / 2, m_peerMss, std::uint32_t{config.profile.mss}});
    return near.sends() || near.deliveredByArrival() >= much;
}

void ScriptWriter::writeStep(const NearStep& near, Time at)
{
    const State before = m_state;
    m_error.reset();
    if (near.isByTimer())
        m_silentTimerAt = near.sends() ? std::nullopt : std::optional(at);
    if (!near.entered().empty()) {
        std::vector<std::string> names{std::string(identifier(before))};
        for (const State state : near.entered())
            names.emplace_back(identifier(state));
        m_page.emptyLine();
        m_page.comment(secondsText(at) + ": " + joined(names, " -> "));
    }
    for (const RecordIndex index : near.records())
        std::visit([&](const auto& body) { write(near, index, body); }, m_trace.record(index).body);
    if (!near.entered().empty())
        conclude(near, at, before);
}

/// How the step has ended is looked at when nothing more happens at its moment; later where a timer has brought it
/// about.
void ScriptWriter::conclude(const NearStep& near, Time at, State before)
{
    m_check = Check{near.isByTimer() ? at + checkDelay : at, before};
}

/// The error of a connection that is over, or the state of one that is not, if time goes on beyond that.
void ScriptWriter::check(Time now)
{
    if (!m_check || m_check->at >= now)
        return;
    const auto check = std::exchange(m_check, std::nullopt);
    // A reset in CLOSE_WAIT is told as EPIPE by some systems.
    if (m_state == State::Closed && m_error && check->from != State::CloseWait)
        m_sockets.tellError(check->at, *m_error, check->from == State::SynSent);
    if (isStateTold())
        m_page.event(check->at, "%{ assert tcpi_state == " + assertedName(m_state, m_system) + " }%");
}

/// Systems tell it of a descriptor that is open, and of a connection in TIME_WAIT not all of them.
bool ScriptWriter::isStateTold() const
{
    switch (m_state) {
    case State::Closed:
    case State::TimeWait: return false;
    case State::Listen: return m_sockets.hasListener();
    case State::SynSent:
    case State::SynReceived:
    case State::Established:
    case State::FinWait1:
    case State::FinWait2:
    case State::Closing:
    case State::CloseWait:
    case State::LastAck: break;
    }
    return m_sockets.hasConnection();
}

void ScriptWriter::write(const NearStep& near, RecordIndex index, const record::CallMade& made)
{
    m_sockets.make(m_trace.record(index).at, made.call, m_state, near.deliveredByCall(index));
}

void ScriptWriter::write(const NearStep& /*near*/, RecordIndex index, const record::CallRefused& refused)
{
    m_page.comment(secondsText(m_trace.record(index).at) + ": " + std::string(identifier(refused.call))
                   + " is refused: " + std::string(identifier(refused.refusal)));
}

void ScriptWriter::write(const NearStep& near, RecordIndex index, const record::SegmentSent& sent)
{
    const Flight& flight = m_trace.flight(sent.flight);
    if (flight.role == SegmentRole::Injected) // in this end's name, and not by it
        return;
    std::vector<std::string> remarks;
    if (const std::string_view role = roleText(flight.role); !role.empty())
        remarks.emplace_back(role);
    if (flight.fate == Fate::Lost)
        remarks.emplace_back("lost");
    const ScriptSegment segment = m_scale.sent(flight, near.arrival().has_value());
    m_page.event(m_trace.record(index).at, packetLine(segment, m_system), joined(remarks, ", "));
}

void ScriptWriter::write(const NearStep& near, RecordIndex index, const record::SegmentArrived& arrived)
{
    const Flight& flight = m_trace.flight(arrived.flight);
    const Time at = m_trace.record(index).at;
    if (flight.corrupted)
        m_page.comment(secondsText(at) + ": " + flagNames(flight.segment.flags) + " arrives damaged");
    else
        writeArrival(near, at);
}

void ScriptWriter::writeArrival(const NearStep& near, Time at)
{
    constexpr std::uint32_t defaultMss = 536; // RFC 9293 section 3.7.1, MUST-15
    const Flight& flight = m_trace.flight(*near.arrival());
    if (flight.segment.flags.syn)
        m_peerMss = flight.segment.options.mss.value_or(defaultMss);
    if (m_state == State::Closed)
        m_sockets.closeAll(at); // a connection that is over, and what had listened for it
    m_sockets.beThere(at);
    if (near.opensAnew() && m_sockets.hasConnection())
        m_sockets.close(at);
    if (near.deliveredByArrival() > 0 && m_sockets.hasConnection())
        m_sockets.waitingRead(at, near.deliveredByArrival());
    std::vector<std::string> remarks;
    if (const std::string_view role = roleText(flight.role); !role.empty())
        remarks.emplace_back(role);
    if (flight.copyOf)
        remarks.emplace_back("a copy");
    m_page.event(at, packetLine(m_scale.arriving(flight, m_state), m_system), joined(remarks, ", "));
}

void ScriptWriter::write(const NearStep& /*near*/, RecordIndex /*index*/, const record::Transition& taken)
{
    const TransitionRow& row = transitionRow(taken.row);
    m_scale.taken(row.trigger);
    m_state = row.to;
}

void ScriptWriter::write(const NearStep& near, RecordIndex index, const record::Signalled& signalled)
{
    const Time at = m_trace.record(index).at;
    const bool isAccepted = m_sockets.hasListener() && !m_sockets.hasConnection();
    if (signalled.signal == Signal::Connected && isAccepted) {
        m_sockets.accept(at);
        if (near.deliveredByArrival() > 0) // it came before anybody could read it
            m_sockets.read(at, near.deliveredByArrival(), near.deliveredByArrival());
    }
    if (isError(signalled.signal))
        m_error = signalled.signal;
}

void ScriptWriter::write(const NearStep& /*near*/, RecordIndex index, const record::HostChanged& changed)
{
    const Time at = m_trace.record(index).at;
    switch (changed.event) {
    case HostEvent::Crash:
        m_page.comment(secondsText(at) + ": the computer crashes; nobody is told");
        m_sockets.drop(at, m_state);
        break;
    case HostEvent::Restart: m_page.comment(secondsText(at) + ": it is up again"); break;
    case HostEvent::FallSilent:
        m_page.comment(secondsText(at) + ": its cable is pulled; what is sent is lost, and nothing comes");
        break;
    case HostEvent::SpeakAgain: m_page.comment(secondsText(at) + ": its cable is back"); break;
    }
}

void ScriptWriter::write(const NearStep& /*near*/, RecordIndex index, const record::TimerTouched& /*touched*/)
{
    m_page.event(m_trace.record(index).at, "`tcpdrop -s TIME_WAIT`"); // the only deed that is no limit
}

void ScriptWriter::write(const NearStep& /*near*/, RecordIndex index, const record::SettingChanged& changed)
{
    const SystemSetting& setting = systemSettings()[changed.setting];
    const Time at = m_trace.record(index).at;
    if (isSystemWide(setting.name)) {
        m_page.event(at, "`" + commandFor(setting.name, changed.value) + "`");
        return;
    }
    if (m_state == State::Closed)
        m_sockets.closeAll(at);
    m_sockets.set(at, setting, changed.value);
}

} // namespace

WrittenScript packetdrillScript(const Trace& trace, Side view, const ScriptWriterOptions& options)
{
    if (trace.foreign == view)
        return {{}, ScriptEnd{ScriptLimit::NoEndpoint, {}}};
    const auto commands = profileCommands(options.endpoint.profile, options.clockwork);
    if (!commands)
        return {{}, ScriptEnd{commands.error(), {}}};
    return ScriptWriter(trace, view, options).write(*commands);
}

} // namespace finwait
