// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is said about sides and states. The facts are RFC 9293 section 3.3.2 and the state's paragraphs in section 3.10.
#include "view/words.h"
#include "view/words_tr.h"

namespace finwait::words {

QString sideName(Side side)
{
    switch (side) {
    case Side::Client: return Words::tr("client");
    case Side::Server: return Words::tr("server");
    }
    Q_UNREACHABLE();
}

QString stateName(State state)
{
    return fromCore(identifier(state));
}

QString otherSpellings(State state)
{
    //: %1: the state as RFC 9293 spells it, %2: as the ss tool spells it
    return Words::tr("RFC: %1; ss: %2").arg(fromCore(rfcSpelling(state)), fromCore(ssSpelling(state)));
}

QString sideIsIn(Side side, State state)
{
    switch (side) {
    case Side::Client: return Words::tr("client is in %1").arg(stateName(state));
    case Side::Server: return Words::tr("server is in %1").arg(stateName(state));
    }
    Q_UNREACHABLE();
}

QString stateMeaning(State state)
{
    switch (state) {
    case State::Closed: return Words::tr("There is no connection: nothing is remembered and nothing is waited for.");
    case State::Listen: return Words::tr("A server waits for a SYN from anybody who wants to connect.");
    case State::SynSent:
        return Words::tr("We asked for a connection: our SYN is sent, and the peer's SYN,ACK has not come yet.");
    case State::SynReceived:
        return Words::tr("A SYN came and was answered with ours. The acknowledgment of our SYN is still missing.");
    case State::Established:
        return Words::tr("The connection is open in both directions. This is where data normally flows.");
    case State::FinWait1:
        return Words::tr("Our application closed first. Our FIN follows the data before it and is not acknowledged "
                         "yet. Normally this is very short.");
    case State::FinWait2:
        return Words::tr("Our FIN is acknowledged; the peer's has not come. "
                         "It may last as long as the peer's application likes.");
    case State::Closing:
        return Words::tr("Both sides closed at once: the peer sent its FIN before ours had reached it, and it came "
                         "before the acknowledgment of ours. Rare.");
    case State::TimeWait:
        return Words::tr("Both FINs are acknowledged. This side waits for 2 MSL, so that a lost last ACK can be "
                         "repeated and old duplicates die out in the network.");
    case State::CloseWait:
        return Words::tr("The peer has closed its direction; ours is still open until our application closes. "
                         "Many sockets that stay here mean an application that forgot to close.");
    case State::LastAck:
        return Words::tr("The peer closed first and now we have closed too. "
                         "Our FIN is sent; only its acknowledgment is missing.");
    }
    Q_UNREACHABLE();
}

QString stateLeavesOn(State state)
{
    switch (state) {
    case State::Closed: return Words::tr("An active open leads to SYN_SENT, a passive open to LISTEN.");
    case State::Listen:
        return Words::tr("A SYN leads to SYN_RECEIVED. A send turns the open into an active one and leads to "
                         "SYN_SENT; a close leads back to CLOSED.");
    case State::SynSent:
        return Words::tr("A SYN,ACK leads to ESTABLISHED, a SYN alone to SYN_RECEIVED (simultaneous open). "
                         "A RST, a time-out or a close leads to CLOSED.");
    case State::SynReceived:
        return Words::tr("The ACK of our SYN leads to ESTABLISHED, a close to FIN_WAIT_1. A RST leads back to LISTEN, "
                         "or to CLOSED if we opened actively; so may a time-out.");
    case State::Established: return Words::tr("A close leads to FIN_WAIT_1, the peer's FIN to CLOSE_WAIT.");
    case State::FinWait1:
        return Words::tr("The ACK of our FIN leads to FIN_WAIT_2, the peer's FIN to CLOSING. A FIN that also "
                         "acknowledges ours leads straight to TIME_WAIT.");
    case State::FinWait2:
        return Words::tr("The peer's FIN leads to TIME_WAIT. Some stacks give up after a time-out once the "
                         "application is gone.");
    case State::Closing: return Words::tr("The ACK of our FIN leads to TIME_WAIT.");
    case State::TimeWait:
        return Words::tr("When 2 MSL are over, the state is CLOSED. If the peer repeats its FIN, it is acknowledged "
                         "again and the wait begins anew.");
    case State::CloseWait: return Words::tr("A close of our application sends our FIN and leads to LAST_ACK.");
    case State::LastAck: return Words::tr("The ACK of our FIN leads to CLOSED.");
    }
    Q_UNREACHABLE();
}

QString sendingText(State state)
{
    if (maySend(state))
        return Words::tr("may send");
    return queuesSend(state) ? Words::tr("may send: queued") : Words::tr("may not send");
}

QString receivingText(State state)
{
    if (mayReceive(state))
        return Words::tr("may receive");
    return state == State::SynReceived ? Words::tr("may receive: queued") : Words::tr("nothing to receive");
}

} // namespace finwait::words
