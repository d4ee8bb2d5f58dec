// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is said when something is not done: segments that were not processed, calls that were refused; and what an
// application is told.
#include "view/words.h"
#include "view/words_tr.h"

namespace finwait::words {

QString reasonText(Reason reason)
{
    switch (reason) {
    case Reason::None: return {};
    case Reason::ChecksumFailed:
        return Words::tr("It was damaged on its way: its checksum is wrong, and it is discarded without a word.");
    case Reason::NoConnection: return Words::tr("There is no connection here: a RST is sent in answer.");
    case Reason::RstForNoConnection: return Words::tr("A RST for a connection that does not exist is ignored.");
    case Reason::RstInListen: return Words::tr("A listener has sent nothing that a RST could answer: it is ignored.");
    case Reason::AckInListen:
        return Words::tr("A listener has sent nothing that could be acknowledged: a RST is sent in answer.");
    case Reason::NeitherSynNorRst: return Words::tr("It carries neither SYN nor RST: nothing here can use it.");
    case Reason::BadAckInSynSent:
        return Words::tr("It acknowledges something that this SYN's sender never sent: a RST is sent in answer.");
    case Reason::RstBadAckInSynSent:
        return Words::tr("The RST does not acknowledge our SYN, so it is not meant for it: ignored.");
    case Reason::RstWithoutAckInSynSent:
        return Words::tr("Without an ACK of our SYN nobody can tell what the RST answers: ignored.");
    case Reason::SynAckIgnored:
        return Words::tr("A listener has sent nothing that could be acknowledged: this stack says nothing to that.");
    case Reason::SynFinDropped:
        return Words::tr("Nobody means to open and to close at once: this stack drops a SYN with a FIN.");
    case Reason::SynTextIgnored:
        return Words::tr("Of a segment with a SYN this stack takes the SYN alone: what else is in it has to be sent "
                         "again.");
    case Reason::OutsideWindow:
        return Words::tr("Its sequence numbers lie outside the receive window: dropped, and an ACK says what is "
                         "expected.");
    case Reason::ZeroWindow:
        return Words::tr("The receive window is zero, so its text cannot be taken: an ACK says what is expected.");
    case Reason::RstOutsideWindow: return Words::tr("The RST lies outside the receive window: ignored.");
    case Reason::RstNotAtLeftEdge:
        return Words::tr("The RST is inside the window, but not at the next number expected. It may be forged: a "
                         "challenge ACK asks the peer to confirm it.");
    case Reason::RstInTimeWait: return Words::tr("A RST must not cut TIME_WAIT short: ignored.");
    case Reason::SynChallenged:
        return Words::tr("A SYN does not belong into an existing connection: a challenge ACK asks the peer whether it "
                         "began anew.");
    case Reason::Paws:
        return Words::tr("Its timestamp is older than one that was already accepted: an old duplicate, answered with "
                         "an ACK.");
    case Reason::TimestampMissing:
        return Words::tr("Both sides agreed on timestamps, but this segment carries none: dropped.");
    case Reason::AckMissing:
        return Words::tr("Every segment of a connection carries an ACK, this one does not: dropped.");
    case Reason::AckBad: return Words::tr("It does not acknowledge our SYN: a RST is sent in answer.");
    case Reason::AckOfUnsent:
        return Words::tr("It acknowledges something that was not sent yet: dropped, and an ACK says what was.");
    case Reason::AckTooOld:
        return Words::tr("Its acknowledgment is older than any window this side was ever given: dropped, and an ACK "
                         "is sent.");
    case Reason::FinNotAcknowledged:
        return Words::tr("Only the acknowledgment of our FIN is of use here, and this is not it.");
    case Reason::TextAfterFin: return Words::tr("The peer has sent its FIN: nothing can come after it. Ignored.");
    case Reason::Duplicate: return Words::tr("Everything in it had already arrived.");
    case Reason::SynRepeated:
        return Words::tr("The peer repeats its SYN, so it has not seen our SYN,ACK: that is sent again at once.");
    case Reason::OutOfOrder: return Words::tr("Something before it is missing: it is kept until the gap is filled.");
    case Reason::FinRepeated:
        return Words::tr("The peer repeats its FIN, so our last ACK was lost: it is acknowledged again, and 2 MSL "
                         "begin anew.");
    case Reason::ChallengeThrottled:
        // Not only challenge ACKs: an answer to an old duplicate's ACK counts as one (RFC 5961 section 7).
        return Words::tr("Challenge ACKs and ACKs in answer to old duplicates have one limit, and enough of them were "
                         "sent for now: this one gets no answer.");
    }
    Q_UNREACHABLE();
}

namespace {

/// The sentence, with the RFC's own words behind it.
QString withRfcText(const QString& sentence, Refusal refusal)
{
    //: %1: a sentence, %2: the error as the RFC words it, in English
    return Words::tr("%1 RFC 9293 calls it “%2”.").arg(sentence, fromCore(rfcText(refusal)));
}

} // namespace

QString refusalText(Refusal refusal)
{
    switch (refusal) {
    case Refusal::None: return {};
    case Refusal::ConnectionDoesNotExist:
        return withRfcText(Words::tr("There is no connection on this side: it must be opened first."), refusal);
    case Refusal::ConnectionAlreadyExists:
        return withRfcText(Words::tr("This side is already open: it must reach CLOSED before it can open again."),
                           refusal);
    case Refusal::ConnectionClosing: return withRfcText(Words::tr("The connection is already being closed."), refusal);
    case Refusal::InsufficientResources:
        // SEND and RECEIVE (RFC 9293 sections 3.10.2 and 3.10.3) are refused in the same words.
        return withRfcText(Words::tr("There is no room for that much: what is sent must fit into the send buffer, what "
                                     "is asked for into the receive buffer."),
                           refusal);
    case Refusal::RemoteSocketUnspecified:
        return withRfcText(Words::tr("Nobody has said yet whom to connect to."), refusal);
    case Refusal::NothingToSend: return Words::tr("Sending needs at least one octet.");
    case Refusal::TimerNotRunning: return Words::tr("This timer is not running now.");
    case Refusal::SegmentNotInFlight: return Words::tr("This segment is no longer on its way.");
    case Refusal::SegmentWaitsAlready: return Words::tr("This segment is waiting for a hand already.");
    case Refusal::HostIsDown: return Words::tr("This computer has crashed: it must be restarted first.");
    case Refusal::HostIsUp: return Words::tr("This computer is running.");
    case Refusal::HostIsSilent: return Words::tr("The cable of this computer is out already.");
    case Refusal::HostIsForeign:
        return Words::tr("Only the segments of this side are known: nothing can be done to it.");
    case Refusal::HostSpeaks: return Words::tr("The cable of this computer is plugged in.");
    }
    Q_UNREACHABLE();
}

QString signalText(Signal signal, quint64 count)
{
    switch (signal) {
    case Signal::Connected: return Words::tr("signal: connected");
    case Signal::DataDelivered: return Words::tr("%1 delivered").arg(octets(count));
    case Signal::UrgentData: return Words::tr("signal: urgent data");
    case Signal::DataAcknowledged: return Words::tr("%1 acknowledged").arg(octets(count));
    case Signal::DeliveryProblem: return Words::tr("signal: no answer so far");
    case Signal::PeerClosing: return Words::tr("signal: peer has closed");
    case Signal::CloseAcknowledged: return Words::tr("signal: close completed");
    case Signal::ConnectionClosed: return Words::tr("signal: connection closed");
    case Signal::QueuedCallsClosed: return Words::tr("error: closing");
    case Signal::ConnectionReset: return Words::tr("error: connection reset");
    case Signal::ConnectionRefused: return Words::tr("error: connection refused");
    case Signal::UserTimedOut: return Words::tr("error: user timeout");
    case Signal::RetransmissionLimit: return Words::tr("error: no answer");
    case Signal::KeepAliveFailed: return Words::tr("error: keep-alive failed");
    case Signal::FinWait2TimedOut: return Words::tr("error: FIN_WAIT_2 given up");
    }
    Q_UNREACHABLE();
}

QString signalMeaning(Signal signal)
{
    switch (signal) {
    case Signal::Connected: return Words::tr("The application is told that the connection is open.");
    case Signal::DataDelivered: return Words::tr("The application has received these octets, in order.");
    case Signal::UrgentData: return Words::tr("The application is told that urgent data is coming.");
    case Signal::DataAcknowledged:
        return Words::tr("The peer has acknowledged these octets: as far as TCP can know, they have arrived.");
    case Signal::DeliveryProblem:
        return Words::tr("The same segment was retransmitted three times without an answer: the application is warned, "
                         "and the stack goes on trying. RFC 9293 calls this threshold R1.");
    case Signal::PeerClosing:
        return Words::tr("The application is told that the peer has sent its last octet. RFC 9293 words it "
                         "“connection closing”.");
    case Signal::CloseAcknowledged:
        return Words::tr("Our FIN is acknowledged, and with it everything that was sent before: the close has "
                         "succeeded.");
    case Signal::ConnectionClosed: return Words::tr("The connection has come to its regular end.");
    case Signal::QueuedCallsClosed:
        return Words::tr("The application has closed before the connection was open: what it had queued to be sent or "
                         "received will never be. RFC 9293 words it “error: closing”.");
    case Signal::ConnectionReset:
        return Words::tr("The connection is gone, and what was on its way may be lost. RFC 9293 words it “error: "
                         "connection reset”.");
    case Signal::ConnectionRefused:
        return Words::tr("Nobody listens there. RFC 9293 words it “error: connection refused”.");
    case Signal::UserTimedOut:
        return Words::tr("Data stayed unacknowledged for too long. RFC 9293 words it “error: connection aborted due "
                         "to user timeout”.");
    case Signal::RetransmissionLimit:
        return Words::tr("The last retransmission stayed without an answer: the connection has failed.");
    case Signal::KeepAliveFailed:
        return Words::tr("The peer answered none of the keep-alive probes: it is taken for dead.");
    case Signal::FinWait2TimedOut:
        return Words::tr("The stack stopped waiting for the peer's FIN. No application was left to be told.");
    }
    Q_UNREACHABLE();
}

} // namespace finwait::words
