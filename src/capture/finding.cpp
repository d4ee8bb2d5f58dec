// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/finding.h"

namespace finwait {

namespace {

struct Row {
    FindingKind kind;
    std::string_view identifier;
    Severity severity;
    std::string_view reference;
};

constexpr std::string_view ofTheCapture = "Finwait";

using enum FindingKind;
using enum Severity;

constexpr std::array<Row, findingKindCount> rows = {{
    {StartMissing, "start-missing", Note, ofTheCapture},
    {OneDirection, "one-direction", Note, ofTheCapture},
    {Gap, "gap-in-capture", Note, ofTheCapture},
    {StillClosing, "still-closing", Note, ofTheCapture},
    {CapturedTwice, "captured-twice", Note, ofTheCapture},
    {SynUnanswered, "syn-unanswered", Fault, "RFC 9293 3.8.3"},
    {Refused, "refused", Fault, "RFC 9293 3.10.7.1"},
    {HandshakeIncomplete, "handshake-incomplete", Fault, "RFC 9293 3.5"},
    {SynRetransmitted, "retransmitted-syn", Warning, "RFC 9293 3.8.3"},
    {SynAckRetransmitted, "retransmitted-syn-ack", Warning, "RFC 9293 3.8.3"},
    {SimultaneousOpen, "simultaneous-open", Note, "RFC 9293 3.5"},
    {SynInTimeWait, "syn-in-time-wait", Warning, "RFC 9293 3.10.7.4"},
    {TimeWaitReused, "time-wait-reused", Note, "RFC 9293 3.6.1 (MAY-2)"},
    {PortsReused, "ports-reused", Note, "RFC 9293 3.4.1"},
    {StraySyn, "stray-syn", Warning, "RFC 5961 4.2"},
    {SimultaneousClose, "simultaneous-close", Note, "RFC 9293 3.6"},
    {FinRetransmitted, "retransmitted-fin", Warning, "RFC 9293 3.6"},
    {FinAcknowledgedLate, "fin-acknowledged-late", Warning, "RFC 9293 3.8.6.3"},
    {FinUnacknowledged, "fin-unacknowledged", Fault, "RFC 9293 3.6"},
    {LeftInCloseWait, "left-in-close-wait", Fault, "RFC 9293 3.6"},
    {LeftInFinWait2, "left-in-fin-wait-2", Fault, "RFC 9293 3.6"},
    {Reset, "reset", Fault, "RFC 9293 3.5.2"},
    {ResetIgnored, "reset-ignored", Warning, "RFC 5961 3.2"},
    {RstInTimeWait, "rst-in-time-wait", Warning, "RFC 1337 3 (F1)"},
    {DataWhileHalfClosed, "data-while-half-closed", Note, "RFC 9293 3.6.1"},
    {DataRetransmitted, "retransmitted-data", Warning, "RFC 9293 3.8"},
    {KeepAlive, "keep-alive", Note, "RFC 9293 3.8.4"},
    {KeepAliveUnanswered, "keep-alive-unanswered", Fault, "RFC 9293 3.8.4"},
    {ZeroWindow, "zero-window", Warning, "RFC 9293 3.8.6.1"},
    {WindowProbed, "window-probe", Note, "RFC 9293 3.8.6.1"},
    {OutsideWindow, "outside-window", Warning, "RFC 9293 3.10.7.4"},
    {ChallengeAck, "challenge-ack", Warning, "RFC 9293 3.10.7.4"},
    {DataAfterFin, "data-after-fin", Fault, "RFC 9293 3.6"},
    {SynWithFin, "syn-with-fin", Fault, "RFC 9293 3.10.4"},
    {SynWithRst, "syn-with-rst", Fault, "RFC 9293 3.10.7.1"},
    {AckMissing, "ack-missing", Fault, "RFC 9293 3.8"},
}};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].kind != static_cast<FindingKind>(i))
            return false;
    }
    return true;
}
static_assert(isInOrder());

const Row& rowOf(FindingKind kind)
{
    return rows[static_cast<std::size_t>(kind)];
}

} // namespace

std::string_view identifier(FindingKind kind)
{
    return rowOf(kind).identifier;
}

std::string_view reference(FindingKind kind)
{
    return rowOf(kind).reference;
}

Severity severityOf(FindingKind kind)
{
    return rowOf(kind).severity;
}

} // namespace finwait
