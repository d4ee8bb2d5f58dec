// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Where what happened is written. References are the same in every language.
#include "view/overloaded.h"
#include "view/words.h"
#include "view/words_tr.h"

namespace finwait::words {

namespace {

/// RFC 9293 section 3.10 has one subsection for each call.
std::string_view reference(const Call& call)
{
    return std::visit(Overloaded{
                          [](const OpenActive&) { return std::string_view("RFC 9293 3.10.1"); },
                          [](const OpenPassive&) { return std::string_view("RFC 9293 3.10.1"); },
                          [](const Send&) { return std::string_view("RFC 9293 3.10.2"); },
                          [](const Receive&) { return std::string_view("RFC 9293 3.10.3"); },
                          [](const Close&) { return std::string_view("RFC 9293 3.10.4"); },
                          [](const Abort&) { return std::string_view("RFC 9293 3.10.5"); },
                          [](const Status&) { return std::string_view("RFC 9293 3.10.6"); },
                      },
                      call);
}

std::string_view reference(TimerKind kind)
{
    switch (kind) {
    case TimerKind::Retransmission: return "RFC 6298 5";
    case TimerKind::TimeWait: return "RFC 9293 3.6.1";
    case TimerKind::DelayedAck: return "RFC 9293 3.8.6.3";
    case TimerKind::Persist: return "RFC 9293 3.8.6.1";
    case TimerKind::KeepAlive: return "RFC 9293 3.8.4";
    case TimerKind::FinWait2: return transitionRow(*findRow(State::FinWait2, Trigger::FinWait2Timeout)).reference;
    case TimerKind::User: return "RFC 9293 3.10.8";
    case TimerKind::Establishment:
        return transitionRow(*findRow(State::SynSent, Trigger::EstablishmentTimeout)).reference;
    }
    return {};
}

std::string_view reference(SegmentRole role)
{
    switch (role) {
    case SegmentRole::Retransmission: return "RFC 6298 5.4";
    case SegmentRole::WindowProbe: return "RFC 9293 3.8.6.1";
    case SegmentRole::KeepAlive: return "RFC 9293 3.8.4";
    case SegmentRole::ChallengeAck: return "RFC 9293 3.10.7.4";
    case SegmentRole::Reset: return "RFC 9293 3.5.2";
    case SegmentRole::Regular:
    case SegmentRole::Injected: return {};
    }
    return {};
}

std::string_view reference(const Trace& trace, const Record& record)
{
    return std::visit(Overloaded{
                          [](const record::CallMade& body) { return reference(body.call); },
                          [](const record::CallRefused& body) { return reference(body.call); },
                          [&](const record::SegmentSent& body) { return reference(trace.flight(body.flight).role); },
                          [](const record::SegmentArrived&) { return std::string_view(); },
                          [](const record::SegmentLost&) { return std::string_view(); },
                          [](const record::NotProcessed& body) { return finwait::reference(body.reason); },
                          [](const record::Transition& body) { return transitionRow(body.row).reference; },
                          [](const record::TimerStarted& body) { return reference(body.kind); },
                          [](const record::TimerRestarted& body) { return reference(body.kind); },
                          [](const record::TimerStopped& body) { return reference(body.kind); },
                          [](const record::TimerFired& body) { return reference(body.kind); },
                          [](const record::Signalled&) { return std::string_view(); },
                          [](const record::FaultMet&) { return std::string_view(); },
                          [](const record::SegmentDuplicated&) { return std::string_view(); },
                          [](const record::SegmentHeld&) { return std::string_view(); },
                          [](const record::SegmentRescheduled&) { return std::string_view(); },
                          [](const record::HostChanged&) { return std::string_view("RFC 9293 3.5.1"); },
                          [](const record::TimerTouched&) { return std::string_view(); },
                          [](const record::FaultsChanged&) { return std::string_view(); },
                          [](const record::SettingChanged&) { return std::string_view(); },
                          [](const record::StateFound&) { return std::string_view(); },
                      },
                      record.body);
}

} // namespace

QString referenceText(const Trace& trace, RecordIndex record)
{
    return fromCore(reference(trace, trace.record(record)));
}

} // namespace finwait::words
