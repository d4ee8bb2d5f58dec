// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is said about triggers and rows of the transition table: short on an edge, a clause in the event list, a
// sentence in the inspector.
#include "view/words.h"
#include "view/words_tr.h"

namespace finwait::words {

QString triggerLabel(Trigger trigger)
{
    switch (trigger) {
    case Trigger::OpenActive: return Words::tr("active open");
    case Trigger::OpenPassive: return Words::tr("passive open");
    case Trigger::Send: return Words::tr("send");
    case Trigger::Close: return Words::tr("close");
    case Trigger::CloseWithUnreadData: return Words::tr("close, data unread");
    case Trigger::Abort: return Words::tr("abort");
    case Trigger::RcvSyn: return Words::tr("SYN");
    case Trigger::RcvNewSyn: return Words::tr("new SYN");
    case Trigger::RcvSynAck: return Words::tr("SYN,ACK");
    case Trigger::RcvAckOfSyn: return Words::tr("ACK of SYN");
    case Trigger::RcvFin: return Words::tr("FIN");
    case Trigger::RcvFinAckOfFin: return Words::tr("FIN, ACK of FIN");
    case Trigger::RcvAckOfFin: return Words::tr("ACK of FIN");
    case Trigger::RcvRst:
    case Trigger::RcvRstPassive:
    case Trigger::RcvRstReopened: return Words::tr("RST");
    case Trigger::RcvSynPassive: return Words::tr("SYN again");
    case Trigger::RcvSynInWindow: return Words::tr("SYN in window");
    case Trigger::RcvDataAfterClose: return Words::tr("data after close");
    case Trigger::RetriesExhausted:
    case Trigger::RetriesExhaustedPassive:
    case Trigger::RetriesExhaustedReopened: return Words::tr("retries used up");
    case Trigger::EstablishmentTimeout: return Words::tr("opening time-out");
    case Trigger::UserTimeout: return Words::tr("user time-out");
    case Trigger::KeepAliveExhausted: return Words::tr("keep-alive failed");
    case Trigger::FinWait2Timeout: return Words::tr("FIN_WAIT_2 time-out");
    case Trigger::Timeout2Msl: return Words::tr("2 MSL over");
    case Trigger::HostCrash: return Words::tr("crash");
    }
    Q_UNREACHABLE();
}

QString replyLabel(Reply reply)
{
    return fromCore(identifier(reply));
}

QString triggerWhy(Trigger trigger)
{
    switch (trigger) {
    case Trigger::OpenActive: return Words::tr("application opened actively");
    case Trigger::OpenPassive: return Words::tr("application listens");
    case Trigger::Send: return Words::tr("application sent data");
    case Trigger::Close: return Words::tr("application closed");
    case Trigger::CloseWithUnreadData: return Words::tr("application closed with data unread");
    case Trigger::Abort: return Words::tr("application aborted");
    case Trigger::RcvSyn: return Words::tr("SYN arrived");
    case Trigger::RcvNewSyn: return Words::tr("SYN of a new connection arrived");
    case Trigger::RcvSynAck: return Words::tr("SYN,ACK arrived");
    case Trigger::RcvAckOfSyn: return Words::tr("our SYN is acknowledged");
    case Trigger::RcvFin: return Words::tr("FIN arrived");
    case Trigger::RcvFinAckOfFin: return Words::tr("FIN arrived and acknowledges ours");
    case Trigger::RcvAckOfFin: return Words::tr("our FIN is acknowledged");
    case Trigger::RcvRst: return Words::tr("RST arrived");
    case Trigger::RcvRstPassive: return Words::tr("RST arrived; the listener goes on");
    case Trigger::RcvRstReopened: return Words::tr("RST arrived: the SYN was an old duplicate");
    case Trigger::RcvSynPassive: return Words::tr("another SYN arrived; the listener goes on");
    case Trigger::RcvSynInWindow: return Words::tr("SYN inside the window arrived");
    case Trigger::RcvDataAfterClose: return Words::tr("data arrived for an application that is gone");
    case Trigger::RetriesExhausted: return Words::tr("no answer after all retries");
    case Trigger::RetriesExhaustedPassive: return Words::tr("no answer after all retries; the listener goes on");
    case Trigger::RetriesExhaustedReopened: return Words::tr("no answer after all retries; TIME_WAIT goes on");
    case Trigger::EstablishmentTimeout: return Words::tr("opening time-out over");
    case Trigger::UserTimeout: return Words::tr("user time-out over");
    case Trigger::KeepAliveExhausted: return Words::tr("keep-alive probes stayed unanswered");
    case Trigger::FinWait2Timeout: return Words::tr("the peer's FIN did not come in time");
    case Trigger::Timeout2Msl: return Words::tr("2 MSL over");
    case Trigger::HostCrash: return Words::tr("the computer crashed");
    }
    Q_UNREACHABLE();
}

QString triggerSentence(Trigger trigger)
{
    switch (trigger) {
    case Trigger::OpenActive: return Words::tr("The application asks for a connection; a SYN is sent.");
    case Trigger::OpenPassive: return Words::tr("The application is ready for whoever wants to connect.");
    case Trigger::Send:
        return Words::tr("The listening application sends data: its passive open becomes an active one.");
    case Trigger::Close: return Words::tr("The application has no more data to send.");
    case Trigger::CloseWithUnreadData:
        return Words::tr("The application is gone and never read all that had arrived. A RST tells the peer that data "
                         "was lost.");
    case Trigger::Abort: return Words::tr("The application gives the connection up, and all data on its way with it.");
    case Trigger::RcvSyn: return Words::tr("A SYN arrives: the peer asks for a connection.");
    case Trigger::RcvNewSyn:
        return Words::tr("A SYN arrives that is newer than everything in the old connection: a new one may begin "
                         "before 2 MSL are over.");
    case Trigger::RcvSynAck: return Words::tr("The peer accepts: its SYN arrives together with the ACK of ours.");
    case Trigger::RcvAckOfSyn: return Words::tr("The peer acknowledges our SYN: both sides know both numbers now.");
    case Trigger::RcvFin: return Words::tr("The peer's FIN arrives: it has no more data to send.");
    case Trigger::RcvFinAckOfFin:
        return Words::tr("The peer's FIN arrives and acknowledges ours as well: two steps in one.");
    case Trigger::RcvAckOfFin: return Words::tr("The peer acknowledges our FIN.");
    case Trigger::RcvRst:
        return Words::tr("An acceptable RST arrives: the peer knows nothing of this connection, "
                         "or wants nothing of it any more.");
    case Trigger::RcvRstPassive:
        return Words::tr("A RST arrives before the handshake is over. The listener goes on and its application need "
                         "not know.");
    case Trigger::RcvRstReopened:
        return Words::tr("The SYN that reopened the connection was an old duplicate: its supposed sender answers with "
                         "a RST, and TIME_WAIT goes on.");
    case Trigger::RcvSynPassive:
        return Words::tr("Another SYN arrives before the handshake is over. After a passive open the listener goes "
                         "back to where it began.");
    case Trigger::RcvSynInWindow:
        return Words::tr("A SYN arrives inside the window. Without the protection of RFC 5961 this is an error that "
                         "resets the connection.");
    case Trigger::RcvDataAfterClose:
        return Words::tr("New data arrives, but the application is gone and nobody will read it. "
                         "A RST tells the peer so.");
    case Trigger::RetriesExhausted:
        return Words::tr("The last retransmission stayed without an answer: the connection has failed.");
    case Trigger::RetriesExhaustedPassive:
        return Words::tr("The SYN,ACK was never acknowledged: the listener goes back to waiting for others.");
    case Trigger::RetriesExhaustedReopened:
        return Words::tr("The SYN,ACK that reopened the connection was never acknowledged. Nothing shows that the SYN "
                         "was a new one, so TIME_WAIT goes on.");
    case Trigger::EstablishmentTimeout:
        return Words::tr("The connection could not be opened in the time that the stack allows for it, however many "
                         "retries are left. RFC 9293 knows no such time-out.");
    case Trigger::UserTimeout:
        return Words::tr("Data stayed unacknowledged for longer than the application is willing to wait.");
    case Trigger::KeepAliveExhausted:
        return Words::tr("The connection was idle and the peer answered none of the keep-alive probes.");
    case Trigger::FinWait2Timeout:
        return Words::tr("The application is gone and the peer's FIN does not come: the stack stops waiting. "
                         "RFC 9293 knows no such time-out.");
    case Trigger::Timeout2Msl:
        return Words::tr("Twice the maximum segment lifetime has passed: nothing of this connection can be on its way "
                         "any more.");
    case Trigger::HostCrash:
        return Words::tr(
            "The computer crashes and forgets the connection. The peer learns nothing of it: the connection "
            "is half-open until one of its segments meets a host that has restarted.");
    }
    Q_UNREACHABLE();
}

QString rowTitle(RowIndex row)
{
    const TransitionRow& transition = transitionRow(row);
    //: %1: the state before, %2: the state after
    return Words::tr("%1 → %2").arg(stateName(transition.from), stateName(transition.to));
}

QString rowLabel(RowIndex row)
{
    const TransitionRow& transition = transitionRow(row);
    if (transition.reply == Reply::None)
        return triggerLabel(transition.trigger);
    //: As on an edge of the RFC's figure. %1: what happens, %2: what is sent in answer
    return Words::tr("%1 / %2").arg(triggerLabel(transition.trigger), replyLabel(transition.reply));
}

QString figureText(Figure5 figure)
{
    switch (figure) {
    case Figure5::Drawn: return Words::tr("Drawn in RFC 9293, Figure 5.");
    case Figure5::Note: return Words::tr("Only in the notes to RFC 9293, Figure 5.");
    case Figure5::Beyond: return Words::tr("Not in RFC 9293, Figure 5.");
    }
    Q_UNREACHABLE();
}

} // namespace finwait::words
