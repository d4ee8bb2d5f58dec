// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/words_finding.h"

#include "view/words.h"
#include "view/words_tr.h"

namespace finwait::words {

QString findingTitle(FindingKind kind)
{
    switch (kind) {
    case FindingKind::StartMissing: return Words::tr("start not captured");
    case FindingKind::OneDirection: return Words::tr("one direction only");
    case FindingKind::Gap: return Words::tr("gap in the capture");
    case FindingKind::StillClosing: return Words::tr("still closing");
    case FindingKind::CapturedTwice: return Words::tr("captured twice");
    case FindingKind::SynUnanswered: return Words::tr("SYN unanswered");
    case FindingKind::Refused: return Words::tr("refused");
    case FindingKind::HandshakeIncomplete: return Words::tr("handshake incomplete");
    case FindingKind::SynRetransmitted: return Words::tr("SYN retransmitted");
    case FindingKind::SynAckRetransmitted: return Words::tr("SYN,ACK retransmitted");
    case FindingKind::SimultaneousOpen: return Words::tr("simultaneous open");
    case FindingKind::SynInTimeWait: return Words::tr("SYN in TIME_WAIT");
    case FindingKind::TimeWaitReused: return Words::tr("TIME_WAIT reused");
    case FindingKind::PortsReused: return Words::tr("ports reused");
    case FindingKind::StraySyn: return Words::tr("stray SYN");
    case FindingKind::SimultaneousClose: return Words::tr("simultaneous close");
    case FindingKind::FinRetransmitted: return Words::tr("FIN retransmitted");
    case FindingKind::FinAcknowledgedLate: return Words::tr("FIN acknowledged late");
    case FindingKind::FinUnacknowledged: return Words::tr("FIN unacknowledged");
    case FindingKind::LeftInCloseWait: return Words::tr("left in CLOSE_WAIT");
    case FindingKind::LeftInFinWait2: return Words::tr("left in FIN_WAIT_2");
    case FindingKind::Reset: return Words::tr("reset");
    case FindingKind::ResetIgnored: return Words::tr("reset ignored");
    case FindingKind::RstInTimeWait: return Words::tr("RST in TIME_WAIT");
    case FindingKind::DataWhileHalfClosed: return Words::tr("data while half closed");
    case FindingKind::DataRetransmitted: return Words::tr("data retransmitted");
    case FindingKind::KeepAlive: return Words::tr("keep-alive");
    case FindingKind::KeepAliveUnanswered: return Words::tr("keep-alive unanswered");
    case FindingKind::ZeroWindow: return Words::tr("zero window");
    case FindingKind::WindowProbed: return Words::tr("window probed");
    case FindingKind::OutsideWindow: return Words::tr("outside the window");
    case FindingKind::ChallengeAck: return Words::tr("challenge ACK");
    case FindingKind::DataAfterFin: return Words::tr("data after FIN");
    case FindingKind::SynWithFin: return Words::tr("SYN with FIN");
    case FindingKind::SynWithRst: return Words::tr("SYN with RST");
    case FindingKind::AckMissing: return Words::tr("ACK missing");
    }
    Q_UNREACHABLE();
}

namespace {

QString lengthOf(const Finding& finding)
{
    return duration(std::chrono::milliseconds(finding.value));
}

QString closeWaitText(const Finding& finding, const QString& side)
{
    return Words::tr("The %1 never closed: its application still holds the connection in CLOSE_WAIT, for %2 at the "
                     "end of the capture.")
        .arg(side, lengthOf(finding));
}

QString finWait2Text(const Finding& finding, const QString& side, const QString& peer)
{
    return Words::tr("The %1 waits in FIN_WAIT_2 for the FIN of the %2, whose application never closed: for %3 at the "
                     "end of the capture.")
        .arg(side, peer, lengthOf(finding));
}

QString unansweredText(const QString& client, const QString& server, std::uint64_t times)
{
    if (times == 1)
        return Words::tr("Nobody answered the SYN of the %1: the %2 cannot be reached, or something on the way drops "
                         "the SYN or its answer.")
            .arg(client, server);
    return Words::tr(
               "Nobody answered the SYN of the %1, which it sent %2 times: the %3 cannot be reached, or something "
               "on the way drops the SYN or its answer.")
        .arg(client, QString::number(times), server);
}

QString deadPeerText(const Finding& finding, const QString& side, const QString& peer)
{
    if (finding.value == 1)
        return Words::tr(
                   "Nothing came from the %2 after the last keep-alive of the %1: it is gone, or something on the "
                   "way drops what they send.")
            .arg(side, peer);
    return Words::tr(
               "Nothing came from the %2 after the last %3 keep-alives of the %1: it is gone, or something on the "
               "way drops what they send.")
        .arg(side, peer, QString::number(finding.value));
}

QString resetText(const Finding& finding, const QString& side)
{
    if (finding.value == 0)
        return Words::tr("The %1 reset the connection, in %2. Nothing of what either end had sent was left "
                         "unacknowledged.")
            .arg(side, stateName(finding.state));
    //: %3: "120 octets"
    return Words::tr("The %1 reset the connection, in %2. That left %3 unacknowledged: they may be lost.")
        .arg(side, stateName(finding.state), octets(finding.value));
}

/// What it means that it happened once.
QString meaningOf(const Finding& finding)
{
    const QString side = sideName(finding.side);
    const QString peer = sideName(other(finding.side));
    switch (finding.kind) {
    case FindingKind::StartMissing:
        return Words::tr("The connection is older than the capture: how it was opened was not captured.");
    case FindingKind::OneDirection:
        return Words::tr("Only what the %1 sent was captured: what the %2 did is inferred from that alone.")
            .arg(side, peer);
    case FindingKind::Gap:
        return Words::tr("The %2 has acknowledged something of the %1 that was not captured: the capture has a gap.")
            .arg(side, peer);
    case FindingKind::StillClosing:
        return Words::tr(
                   "The capture ends while the connection is being closed: the %1 has waited for less than a second.")
            .arg(side);
    case FindingKind::CapturedTwice:
        return Words::tr(
                   "Segments of the %1 are in the capture twice, within a millisecond, as where two interfaces of "
                   "one computer are captured. Each counts once.")
            .arg(side);
    case FindingKind::SynUnanswered: return unansweredText(side, peer, finding.value);
    case FindingKind::Refused:
        return Words::tr("The %1 answered the SYN with a RST: nobody listens on that port, or somebody rejects the SYN "
                         "in its name.")
            .arg(side);
    case FindingKind::HandshakeIncomplete:
        return Words::tr(
                   "Nobody acknowledged the SYN,ACK of the %1: it or its acknowledgment was lost, or the %2 never "
                   "meant to open a connection.")
            .arg(side, peer);
    case FindingKind::SynRetransmitted:
        return Words::tr("The %1 sent its SYN again: it or the answer was lost, or the %2 was slow to answer.")
            .arg(side, peer);
    case FindingKind::SynAckRetransmitted:
        return Words::tr("The %1 sent its SYN,ACK again: it or its acknowledgment was lost.").arg(side);
    case FindingKind::SimultaneousOpen:
        return Words::tr("Both ends sent a SYN before that of the other had come: one connection, opened from both "
                         "sides.");
    case FindingKind::SynInTimeWait:
        return Words::tr(
                   "A SYN of the %1 came while the connection before it on the same ports was still in TIME_WAIT, "
                   "and opened nothing.")
            .arg(side);
    case FindingKind::TimeWaitReused:
        return Words::tr("The SYN of the %1 opened this connection while the one before it on the same ports was still "
                         "in TIME_WAIT, which ended that.")
            .arg(side);
    case FindingKind::PortsReused:
        return Words::tr("There was another connection on the same ports before, which was not in TIME_WAIT any more.");
    case FindingKind::StraySyn:
        return Words::tr(
                   "A SYN came in the name of the %1 amid another connection on the same ports, and the %1 went on "
                   "with that: the SYN is forged, or of long ago.")
            .arg(side);
    case FindingKind::SimultaneousClose:
        return Words::tr("Both ends closed at once: each sent its FIN before that of the other had come.");
    case FindingKind::FinRetransmitted:
        return Words::tr("The %1 sent its FIN again: it or its acknowledgment was lost, or the %2 was gone.")
            .arg(side, peer);
    case FindingKind::FinAcknowledgedLate:
        return Words::tr(
                   "The %1 acknowledged the FIN of the %2 only after %3; an ACK has to come within half a second.")
            .arg(side, peer, lengthOf(finding));
    case FindingKind::FinUnacknowledged:
        return Words::tr("Nobody had acknowledged the FIN of the %1 when the capture ended: it waits in %2.")
            .arg(side, stateName(finding.state));
    case FindingKind::LeftInCloseWait: return closeWaitText(finding, side);
    case FindingKind::LeftInFinWait2: return finWait2Text(finding, side, peer);
    case FindingKind::Reset: return resetText(finding, side);
    case FindingKind::ResetIgnored:
        return Words::tr("A RST of the %1 moved nobody: the %2 went on as if it had not come. It was lost, late, or "
                         "forged.")
            .arg(side, peer);
    case FindingKind::RstInTimeWait:
        return Words::tr(
                   "A RST of the %1 came to the %2 in TIME_WAIT: a stack that heeds it leaves TIME_WAIT too early.")
            .arg(side, peer);
    case FindingKind::DataWhileHalfClosed:
        return Words::tr("The %1 still sent %2 after the FIN of the %3 had come: a half-closed connection allows it.")
            .arg(side, octets(finding.value), peer);
    case FindingKind::DataRetransmitted:
        return Words::tr("The %1 sent %2 again: they or their acknowledgment were lost, or late.")
            .arg(side, octets(finding.value));
    case FindingKind::KeepAlive:
        return Words::tr(
                   "The %1 sent a keep-alive: the connection was idle, and it asks whether the %2 is still there.")
            .arg(side, peer);
    case FindingKind::KeepAliveUnanswered: return deadPeerText(finding, side, peer);
    case FindingKind::ZeroWindow:
        return Words::tr("The %1 offered a window of zero: its application did not read what had come, and the %2 had "
                         "to wait.")
            .arg(side, peer);
    case FindingKind::WindowProbed:
        return Words::tr(
                   "The %1 probed the window of the %2, which was zero: it has something to send that the %2 does "
                   "not take.")
            .arg(side, peer);
    case FindingKind::OutsideWindow:
        return Words::tr("A segment of the %1 lay outside the window of the %2: an old duplicate, or a forged one.")
            .arg(side, peer);
    case FindingKind::ChallengeAck:
        return Words::tr(
                   "The %1 answered a RST or a SYN with a challenge ACK: it went on, and asked the %2 whether that "
                   "was meant.")
            .arg(side, peer);
    case FindingKind::DataAfterFin:
        return Words::tr("The %1 sent %2 behind its own FIN: after a FIN there is nothing more to send.")
            .arg(side, octets(finding.value));
    case FindingKind::SynWithFin:
        return Words::tr(
                   "A segment of the %1 carried SYN and FIN: no stack opens and closes at once, so a tool made it.")
            .arg(side);
    case FindingKind::SynWithRst:
        return Words::tr("A segment of the %1 carried SYN and RST: no stack sends that, so a tool made it.").arg(side);
    case FindingKind::AckMissing:
        return Words::tr(
                   "A segment of the %1 carried no ACK, as each one of an open connection has to: the %2 drops it.")
            .arg(side, peer);
    }
    Q_UNREACHABLE();
}

} // namespace

QString findingText(const Finding& finding)
{
    QString meaning = meaningOf(finding);
    if (finding.count <= 1)
        return meaning;
    //: %1: one or two sentences; %2: a number from 2 on; %3: a moment
    return Words::tr("%1 It happened %2 times, the last time at %3.")
        .arg(meaning, QString::number(finding.count), moment(finding.last));
}

QString referenceText(FindingKind kind)
{
    const std::string_view source = reference(kind);
    return source == "Finwait" ? QString() : fromCore(source);
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Note: return Words::tr("note");
    case Severity::Warning: return Words::tr("warning");
    case Severity::Fault: return Words::tr("fault");
    }
    Q_UNREACHABLE();
}

QString openingName(Opening opening)
{
    switch (opening) {
    case Opening::NotCaptured: return Words::tr("not captured");
    case Opening::Unanswered: return Words::tr("unanswered");
    case Opening::Refused: return Words::tr("refused");
    case Opening::Incomplete: return Words::tr("incomplete");
    case Opening::ThreeWay: return Words::tr("three-way");
    case Opening::Simultaneous: return Words::tr("simultaneous");
    }
    Q_UNREACHABLE();
}

QString openingText(Opening opening)
{
    switch (opening) {
    case Opening::NotCaptured: return Words::tr("How it was opened was not captured.");
    case Opening::Unanswered: return Words::tr("Nobody answered its SYN.");
    case Opening::Refused: return Words::tr("Its SYN was answered with a RST.");
    case Opening::Incomplete: return Words::tr("Its SYN,ACK was never acknowledged.");
    case Opening::ThreeWay: return Words::tr("It was opened by a three-way handshake.");
    case Opening::Simultaneous: return Words::tr("Both ends opened it at once.");
    }
    Q_UNREACHABLE();
}

QString closingName(Closing closing)
{
    switch (closing) {
    case Closing::NeverOpened: return Words::tr("never opened");
    case Closing::StillOpen: return Words::tr("still open");
    case Closing::HalfClosedByClient: return Words::tr("half, by client");
    case Closing::HalfClosedByServer: return Words::tr("half, by server");
    case Closing::ClientFirst: return Words::tr("client first");
    case Closing::ServerFirst: return Words::tr("server first");
    case Closing::Simultaneous: return Words::tr("simultaneous");
    case Closing::ResetByClient: return Words::tr("reset by client");
    case Closing::ResetByServer: return Words::tr("reset by server");
    }
    Q_UNREACHABLE();
}

QString closingText(Closing closing)
{
    switch (closing) {
    case Closing::NeverOpened: return Words::tr("As it never opened, there was nothing to close.");
    case Closing::StillOpen: return Words::tr("Nobody had closed it when the capture ended.");
    case Closing::HalfClosedByClient:
        return Words::tr("The client closed it; the server had not when the capture ended.");
    case Closing::HalfClosedByServer:
        return Words::tr("The server closed it; the client had not when the capture ended.");
    case Closing::ClientFirst: return Words::tr("The client closed it first, then the server.");
    case Closing::ServerFirst: return Words::tr("The server closed it first, then the client.");
    case Closing::Simultaneous: return Words::tr("Both ends closed it at once.");
    case Closing::ResetByClient: return Words::tr("The client reset it.");
    case Closing::ResetByServer: return Words::tr("The server reset it.");
    }
    Q_UNREACHABLE();
}

QString lastStateName(const CapturedEnd& end)
{
    if (!end.isKnown())
        return QStringLiteral("?");
    const bool isSure = end.states.back().certainty() == Certainty::Sure;
    return stateName(end.state()) + (isSure ? QString() : QStringLiteral("?"));
}

QString capturePointName(CapturePoint point)
{
    switch (point) {
    case CapturePoint::Unknown: return Words::tr("unknown");
    case CapturePoint::NearClient: return Words::tr("near client");
    case CapturePoint::Between: return Words::tr("in between");
    case CapturePoint::NearServer: return Words::tr("near server");
    }
    Q_UNREACHABLE();
}

QString capturePointText(CapturePoint point)
{
    switch (point) {
    case CapturePoint::Unknown: return Words::tr("Where it was captured cannot be told.");
    case CapturePoint::NearClient: return Words::tr("It was captured at the client, or near it.");
    case CapturePoint::Between: return Words::tr("It was captured somewhere between the client and the server.");
    case CapturePoint::NearServer: return Words::tr("It was captured at the server, or near it.");
    }
    Q_UNREACHABLE();
}

} // namespace finwait::words
