// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/reason.h"

namespace finwait {

std::string_view reference(Reason reason)
{
    switch (reason) {
    case Reason::None: return "";
    case Reason::ChecksumFailed: return "RFC 9293 3.1 (MUST-3)";
    case Reason::NoConnection:
    case Reason::RstForNoConnection: return "RFC 9293 3.10.7.1";
    case Reason::RstInListen:
    case Reason::AckInListen: return "RFC 9293 3.10.7.2";
    case Reason::NeitherSynNorRst:
    case Reason::BadAckInSynSent:
    case Reason::RstBadAckInSynSent:
    case Reason::RstWithoutAckInSynSent: return "RFC 9293 3.10.7.3";
    case Reason::SynAckIgnored: return "not in RFC 9293; FreeBSD tcp_input(), TCPS_LISTEN";
    case Reason::SynFinDropped:
        return "not in RFC 9293; Linux tcp_rcv_state_process(), FreeBSD net.inet.tcp.drop_synfin";
    case Reason::SynTextIgnored: return "not in RFC 9293; Linux tcp_conn_request(), FreeBSD syncache_add()";
    case Reason::OutsideWindow:
    case Reason::ZeroWindow:
    case Reason::RstOutsideWindow:
    case Reason::AckMissing:
    case Reason::AckBad:
    case Reason::AckOfUnsent:
    case Reason::FinNotAcknowledged:
    case Reason::TextAfterFin:
    case Reason::Duplicate:
    case Reason::FinRepeated: return "RFC 9293 3.10.7.4";
    case Reason::OutOfOrder: return "RFC 9293 3.10.7.4 (SHLD-31)";
    case Reason::RstNotAtLeftEdge: return "RFC 9293 3.10.7.4; RFC 5961 3.2";
    case Reason::SynRepeated: return "not in RFC 9293; Linux tcp_check_req(), FreeBSD syncache_add()";
    case Reason::SynChallenged: return "RFC 9293 3.10.7.4; RFC 5961 4.2";
    case Reason::AckTooOld: return "RFC 9293 3.10.7.4; RFC 5961 5.2";
    case Reason::ChallengeThrottled: return "RFC 5961 7";
    case Reason::RstInTimeWait: return "RFC 1337 3 (F1)";
    case Reason::Paws: return "RFC 7323 5.3";
    case Reason::TimestampMissing: return "RFC 7323 3.2";
    }
    return "";
}

std::string_view identifier(Reason reason)
{
    switch (reason) {
    case Reason::None: return "None";
    case Reason::ChecksumFailed: return "ChecksumFailed";
    case Reason::NoConnection: return "NoConnection";
    case Reason::RstForNoConnection: return "RstForNoConnection";
    case Reason::RstInListen: return "RstInListen";
    case Reason::AckInListen: return "AckInListen";
    case Reason::NeitherSynNorRst: return "NeitherSynNorRst";
    case Reason::BadAckInSynSent: return "BadAckInSynSent";
    case Reason::RstBadAckInSynSent: return "RstBadAckInSynSent";
    case Reason::RstWithoutAckInSynSent: return "RstWithoutAckInSynSent";
    case Reason::SynAckIgnored: return "SynAckIgnored";
    case Reason::SynFinDropped: return "SynFinDropped";
    case Reason::SynTextIgnored: return "SynTextIgnored";
    case Reason::OutsideWindow: return "OutsideWindow";
    case Reason::ZeroWindow: return "ZeroWindow";
    case Reason::RstOutsideWindow: return "RstOutsideWindow";
    case Reason::RstNotAtLeftEdge: return "RstNotAtLeftEdge";
    case Reason::RstInTimeWait: return "RstInTimeWait";
    case Reason::SynRepeated: return "SynRepeated";
    case Reason::SynChallenged: return "SynChallenged";
    case Reason::Paws: return "Paws";
    case Reason::TimestampMissing: return "TimestampMissing";
    case Reason::AckMissing: return "AckMissing";
    case Reason::AckBad: return "AckBad";
    case Reason::AckOfUnsent: return "AckOfUnsent";
    case Reason::AckTooOld: return "AckTooOld";
    case Reason::FinNotAcknowledged: return "FinNotAcknowledged";
    case Reason::TextAfterFin: return "TextAfterFin";
    case Reason::Duplicate: return "Duplicate";
    case Reason::OutOfOrder: return "OutOfOrder";
    case Reason::FinRepeated: return "FinRepeated";
    case Reason::ChallengeThrottled: return "ChallengeThrottled";
    }
    return "";
}

std::string_view rfcText(Refusal refusal)
{
    switch (refusal) {
    case Refusal::ConnectionDoesNotExist: return "error: connection does not exist";
    case Refusal::ConnectionAlreadyExists: return "error: connection already exists";
    case Refusal::ConnectionClosing: return "error: connection closing";
    case Refusal::InsufficientResources: return "error: insufficient resources";
    case Refusal::RemoteSocketUnspecified: return "error: remote socket unspecified";
    case Refusal::None:
    case Refusal::NothingToSend:
    case Refusal::TimerNotRunning:
    case Refusal::SegmentNotInFlight:
    case Refusal::SegmentWaitsAlready:
    case Refusal::HostIsDown:
    case Refusal::HostIsUp:
    case Refusal::HostIsSilent:
    case Refusal::HostSpeaks:
    case Refusal::HostIsForeign: return "";
    }
    return "";
}

std::string_view identifier(Refusal refusal)
{
    switch (refusal) {
    case Refusal::None: return "None";
    case Refusal::ConnectionDoesNotExist: return "ConnectionDoesNotExist";
    case Refusal::ConnectionAlreadyExists: return "ConnectionAlreadyExists";
    case Refusal::ConnectionClosing: return "ConnectionClosing";
    case Refusal::InsufficientResources: return "InsufficientResources";
    case Refusal::RemoteSocketUnspecified: return "RemoteSocketUnspecified";
    case Refusal::NothingToSend: return "NothingToSend";
    case Refusal::TimerNotRunning: return "TimerNotRunning";
    case Refusal::SegmentNotInFlight: return "SegmentNotInFlight";
    case Refusal::SegmentWaitsAlready: return "SegmentWaitsAlready";
    case Refusal::HostIsDown: return "HostIsDown";
    case Refusal::HostIsUp: return "HostIsUp";
    case Refusal::HostIsSilent: return "HostIsSilent";
    case Refusal::HostSpeaks: return "HostSpeaks";
    case Refusal::HostIsForeign: return "HostIsForeign";
    }
    return "";
}

std::string_view identifier(Signal signal)
{
    switch (signal) {
    case Signal::Connected: return "Connected";
    case Signal::DataDelivered: return "DataDelivered";
    case Signal::UrgentData: return "UrgentData";
    case Signal::DataAcknowledged: return "DataAcknowledged";
    case Signal::DeliveryProblem: return "DeliveryProblem";
    case Signal::PeerClosing: return "PeerClosing";
    case Signal::CloseAcknowledged: return "CloseAcknowledged";
    case Signal::ConnectionClosed: return "ConnectionClosed";
    case Signal::QueuedCallsClosed: return "QueuedCallsClosed";
    case Signal::ConnectionReset: return "ConnectionReset";
    case Signal::ConnectionRefused: return "ConnectionRefused";
    case Signal::UserTimedOut: return "UserTimedOut";
    case Signal::RetransmissionLimit: return "RetransmissionLimit";
    case Signal::KeepAliveFailed: return "KeepAliveFailed";
    case Signal::FinWait2TimedOut: return "FinWait2TimedOut";
    }
    return "";
}

bool isError(Signal signal)
{
    switch (signal) {
    case Signal::QueuedCallsClosed:
    case Signal::ConnectionReset:
    case Signal::ConnectionRefused:
    case Signal::UserTimedOut:
    case Signal::RetransmissionLimit:
    case Signal::KeepAliveFailed:
    case Signal::FinWait2TimedOut: return true;
    case Signal::Connected:
    case Signal::DataDelivered:
    case Signal::UrgentData:
    case Signal::DataAcknowledged:
    case Signal::DeliveryProblem:
    case Signal::PeerClosing:
    case Signal::CloseAcknowledged:
    case Signal::ConnectionClosed: return false;
    }
    return false;
}

} // namespace finwait
