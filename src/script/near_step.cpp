// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/near_step.h"

#include "script/profile_commands.h"

#include <algorithm>
#include <string_view>
#include <variant>

namespace finwait {

namespace {

std::uint32_t octetsIn(const Record& record)
{
    const auto* signalled = std::get_if<record::Signalled>(&record.body);
    const bool isData = signalled != nullptr && signalled->signal == Signal::DataDelivered;
    return isData ? static_cast<std::uint32_t>(signalled->octets) : 0;
}

/// It only asks, and nothing is written of it.
bool isQuiet(const Call& call)
{
    return std::holds_alternative<Status>(call);
}

/// Sockets have a descriptor for what listens and for what is connected, and calls that each of them takes.
std::optional<ScriptLimit> limitOf(const Call& call, const NearSituation& situation)
{
    const bool opens = std::holds_alternative<OpenActive>(call);
    if (situation.state == State::Listen && (opens || std::holds_alternative<Send>(call)))
        return ScriptLimit::NoSuchCall;
    const bool needsNone =
        opens || std::holds_alternative<OpenPassive>(call) || std::holds_alternative<Receive>(call) || isQuiet(call);
    if (needsNone || situation.state == State::Listen || situation.hasConnection)
        return std::nullopt;
    return situation.state == State::SynReceived ? ScriptLimit::NotAccepted : ScriptLimit::NoDescriptor;
}

/// Commands set the system's whenever they like; a socket's are settled before it listens or connects, but for the
/// buffer, which can be stated.
std::optional<ScriptLimit> limitOf(const record::SettingChanged& changed, const NearSituation& situation)
{
    const std::string_view name = systemSettings()[changed.setting].name;
    const bool isStated = situation.hasConnection && name == "SO_RCVBUF";
    const bool isLate = situation.hasConnection || situation.hasListener;
    if (isSystemWide(name) || isStated || !isLate || situation.state == State::Closed)
        return std::nullopt;
    return ScriptLimit::SettingChanged;
}

/// A TIME_WAIT that is ended by hand is a connection that is dropped.
std::optional<ScriptLimit> limitOf(const record::TimerTouched& touched)
{
    if (touched.kind == TimerKind::TimeWait && touched.deed == TimerDeed::RunOut)
        return std::nullopt;
    return ScriptLimit::TimerTouched;
}

/// What is known while the records of a step are gone through.
class LimitSearch
{
public:
    LimitSearch(const Trace& trace, NearSituation situation) : m_trace(trace), m_situation(situation) {}

    std::optional<ScriptLimit> at(const RecordBody& body)
    {
        if (const auto* arrived = std::get_if<record::SegmentArrived>(&body))
            m_answerIsDue = m_trace.flight(arrived->flight).segment.length() > 0;
        else if (const auto* taken = std::get_if<record::Transition>(&body))
            return move(transitionRow(taken->row));
        else if (std::holds_alternative<record::StateFound>(body))
            return ScriptLimit::StateFound;
        else if (const auto* made = std::get_if<record::CallMade>(&body))
            return call(made->call);
        else if (const auto* touched = std::get_if<record::TimerTouched>(&body))
            return limitOf(*touched);
        else if (const auto* fired = std::get_if<record::TimerFired>(&body))
            return fire(fired->kind);
        else if (const auto* changed = std::get_if<record::FaultsChanged>(&body))
            return changed->of == FaultsOf::Clockwork ? std::optional(ScriptLimit::ClockworkChanged) : std::nullopt;
        else if (const auto* set = std::get_if<record::SettingChanged>(&body))
            return limitOf(*set, m_situation);
        return std::nullopt;
    }

private:
    std::optional<ScriptLimit> move(const TransitionRow& row)
    {
        if (row.trigger == Trigger::RcvNewSyn) {
            m_situation.hasConnection = false;
            if (!m_situation.hasListener)
                return ScriptLimit::NoListener;
        }
        m_situation.state = row.to;
        const bool isAccepted = row.to == State::Established && m_situation.hasListener;
        m_situation.hasConnection = m_situation.hasConnection || isAccepted;
        return std::nullopt;
    }

    std::optional<ScriptLimit> fire(TimerKind kind)
    {
        m_timerFired = true;
        return kind == TimerKind::User ? std::optional(ScriptLimit::UserTimeout) : std::nullopt;
    }

    /// What an arrival or another call makes the endpoint send goes out after all calls of the step.
    std::optional<ScriptLimit> call(const Call& call)
    {
        if (isQuiet(call))
            return std::nullopt;
        if (m_answerIsDue)
            return ScriptLimit::CallBeforeAnswer;
        if (m_timerFired)
            return ScriptLimit::AfterTimer;
        // A SYN and a RST go out at once.
        m_answerIsDue = std::holds_alternative<Send>(call) || std::holds_alternative<Close>(call)
                        || std::holds_alternative<Receive>(call);
        return limitOf(call, m_situation);
    }

    const Trace& m_trace;
    NearSituation m_situation;
    bool m_timerFired = false;
    bool m_answerIsDue = false; // something was done to the endpoint that it has not sent the answer to
};

} // namespace

NearStep::NearStep(const Trace& trace, Side view, RecordIndex begin, RecordIndex end) : m_trace(trace)
{
    for (RecordIndex index = begin; index < end; ++index) {
        if (trace.record(index).side == view)
            look(index);
    }
}

void NearStep::look(RecordIndex index)
{
    m_records.push_back(index);
    const Record& record = m_trace.record(index);
    if (const auto* arrived = std::get_if<record::SegmentArrived>(&record.body)) {
        if (!m_trace.flight(arrived->flight).corrupted)
            m_arrival = arrived->flight;
    } else if (const auto* taken = std::get_if<record::Transition>(&record.body)) {
        const TransitionRow& row = transitionRow(taken->row);
        m_entered.push_back(row.to);
        m_opensAnew = m_opensAnew || row.trigger == Trigger::RcvNewSyn;
    } else if (std::holds_alternative<record::CallMade>(record.body)) {
        m_hasCall = true;
    } else if (std::holds_alternative<record::TimerFired>(record.body)) {
        m_isByTimer = true;
    } else if (const auto* sent = std::get_if<record::SegmentSent>(&record.body)) {
        m_sends = m_sends || m_trace.flight(sent->flight).role != SegmentRole::Injected;
    } else if (m_arrival && !m_hasCall) {
        m_deliveredByArrival += octetsIn(record);
    }
}

std::uint32_t NearStep::deliveredByCall(RecordIndex record) const
{
    std::uint32_t octets = 0;
    auto next = std::ranges::upper_bound(m_records, record);
    for (; next != m_records.end() && !std::holds_alternative<record::CallMade>(m_trace.record(*next).body); ++next)
        octets += octetsIn(m_trace.record(*next));
    return octets;
}

std::optional<ScriptLimit> NearStep::limit(NearSituation situation) const
{
    LimitSearch search(m_trace, situation);
    for (const RecordIndex index : m_records) {
        if (const auto found = search.at(m_trace.record(index).body))
            return found;
    }
    return std::nullopt;
}

} // namespace finwait
