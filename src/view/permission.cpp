// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/permission.h"

#include "view/words.h"

#include <QCoreApplication>

namespace finwait {

namespace {

struct Allowed {
    Q_DECLARE_TR_FUNCTIONS(Allowed)
};

/// The application closed without further reading (section 3.6.1): nobody takes what comes.
Allowance receivingForNobody(const Endpoint& endpoint)
{
    const bool resets =
        endpoint.profile().resetOnDataAfterClose && findRow(endpoint.state(), Trigger::RcvDataAfterClose);
    return {Permission::Denied,
            resets ? Allowed::tr("new data is answered with a RST") : Allowed::tr("new data is thrown away")};
}

} // namespace

Allowance sendingNow(const Endpoint& endpoint)
{
    const Tcb& tcb = endpoint.tcb();
    const bool queues = queuesSend(tcb.state);
    if (tcb.closeRequested || !(queues || maySend(tcb.state))) {
        // What was accepted before the CLOSE still goes out, and the FIN behind it.
        if (tcb.closeRequested && !tcb.unsent.empty())
            //: %1: "120 octets"
            return {Permission::Denied,
                    Allowed::tr("may not send; %1 still to go out").arg(words::octets(tcb.unsent.length))};
        return {Permission::Denied, words::sendingText(tcb.closeRequested ? State::FinWait1 : tcb.state)};
    }
    if (!queues && !tcb.unsent.empty())
        //: %1: "120 octets"
        return {Permission::Queued, Allowed::tr("may send: queued behind %1").arg(words::octets(tcb.unsent.length))};
    return {queues ? Permission::Queued : Permission::Granted, words::sendingText(tcb.state)};
}

Allowance receivingNow(const Endpoint& endpoint)
{
    const Tcb& tcb = endpoint.tcb();
    if (mayReceive(tcb.state) || tcb.state == State::SynReceived) {
        if (tcb.applicationGone)
            return receivingForNobody(endpoint);
        if (tcb.state == State::SynReceived)
            return {Permission::Queued, words::receivingText(tcb.state)};
        if (tcb.rcv.wnd == 0)
            return {Permission::Queued, Allowed::tr("new data must wait: the window is zero")};
        return {Permission::Granted, words::receivingText(tcb.state)};
    }
    // The peer's FIN is here; what came before it can still be read.
    if (tcb.received.unread() > 0)
        //: %1: "120 octets"
        return {Permission::Denied, Allowed::tr("no new data; %1 to read").arg(words::octets(tcb.received.unread()))};
    return {Permission::Denied, words::receivingText(tcb.state)};
}

} // namespace finwait
