// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/tcb_reading.h"

#include "view/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace finwait {

namespace {

class Reading
{
    Q_DECLARE_TR_FUNCTIONS(finwait::Reading)

public:
    explicit Reading(const Endpoint& endpoint) : m_endpoint(endpoint), m_tcb(endpoint.tcb()) {}

    std::vector<Variable> all();

private:
    void sendSequence();
    void receiveSequence();
    void timing();
    void options();
    void data();

    void add(const QString& name, const QString& value, const QString& meaning)
    {
        m_variables.push_back({name, value, meaning});
    }
    void add(const QString& name, quint64 value, const QString& meaning) { add(name, QString::number(value), meaning); }
    /// A sequence number, counted from `base`.
    void add(const QString& name, Seq value, Seq base, const QString& meaning)
    {
        add(name, quint64{value - base}, tr("%1 On the wire: %2.").arg(meaning).arg(value.value));
    }

    const Endpoint& m_endpoint;
    const Tcb& m_tcb;
    std::vector<Variable> m_variables;
};

std::vector<Variable> Reading::all()
{
    if (m_tcb.state == State::Closed || m_tcb.state == State::Listen)
        return {};
    sendSequence();
    if (isSynchronized(m_tcb.state))
        receiveSequence();
    data();
    timing();
    options();
    return std::move(m_variables);
}

void Reading::sendSequence()
{
    const SendVariables& snd = m_tcb.snd;
    add(QStringLiteral("SND.UNA"), snd.una, snd.iss, tr("The oldest sequence number that is not acknowledged yet."));
    add(QStringLiteral("SND.NXT"), snd.nxt, snd.iss, tr("The sequence number of what is sent next."));
    if (isSynchronized(m_tcb.state))
        add(QStringLiteral("SND.WND"), snd.wnd, tr("How many octets from SND.UNA on the peer is ready to take."));
    else
        add(QStringLiteral("ISS"), snd.iss.value, tr("Our initial sequence number: the SYN's, as on the wire."));
}

void Reading::receiveSequence()
{
    const ReceiveVariables& rcv = m_tcb.rcv;
    add(QStringLiteral("RCV.NXT"), rcv.nxt, rcv.irs, tr("The sequence number that is expected next from the peer."));
    add(QStringLiteral("RCV.WND"), rcv.wnd, tr("How many octets from RCV.NXT on we are ready to take."));
    add(QStringLiteral("ISS"), m_tcb.snd.iss.value, tr("Our initial sequence number: the SYN's, as on the wire."));
    add(QStringLiteral("IRS"), rcv.irs.value, tr("The peer's initial sequence number, as on the wire."));
}

void Reading::data()
{
    quint64 unacknowledged = 0;
    for (const Outstanding& outstanding : m_tcb.outstanding)
        unacknowledged += outstanding.text.length;
    add(tr("unsent"), m_tcb.unsent.length, tr("Octets that the application handed over and that are not sent yet."));
    add(tr("unacknowledged"), unacknowledged, tr("Octets that are sent and not acknowledged by the peer yet."));
    add(tr("unread"), m_tcb.received.unread(),
        tr("Octets that have arrived in order and that the application has not "
           "read yet."));
    add(tr("beyond a gap"), m_tcb.received.heldOctets(),
        tr("Octets that are kept until what is missing before them has arrived."));
    add(tr("delivered"), m_tcb.received.delivered(), tr("Octets that the application has received."));
}

void Reading::timing()
{
    const auto rto = m_tcb.rto.rto(m_endpoint.profile());
    add(QStringLiteral("RTO"), words::duration(rto),
        tr("Retransmission time-out: how long an acknowledgment may take before a segment is sent again."));
    const auto smoothed = m_tcb.rto.smoothed();
    add(QStringLiteral("SRTT"), smoothed ? words::duration(*smoothed) : tr("not measured"),
        tr("The smoothed round-trip time from which the RTO is made."));
    if (m_tcb.retries > 0)
        add(tr("retries"), m_tcb.retries, tr("How often the oldest segment was sent again."));
}

void Reading::options()
{
    add(QStringLiteral("MSS"), m_tcb.snd.mss, tr("The largest number of octets that we put into one segment."));
    //: %1: the shift of windows that arrive, %2: the shift of windows that we send
    add(tr("scale"), tr("%1 / %2").arg(m_tcb.snd.scale).arg(m_tcb.rcv.scale),
        tr("Window scale: the shift of the windows that arrive, and of those that we send."));
    add(tr("timestamps"), m_tcb.ts.inUse ? tr("in use") : tr("not in use"),
        tr("Whether both sides put timestamps into their segments (RFC 7323)."));
    add(QStringLiteral("SACK"), m_tcb.sackPermitted ? tr("permitted") : tr("not permitted"),
        tr("Whether the peer may be told of text beyond a gap (RFC 2018)."));
}

} // namespace

std::vector<Variable> tcbVariables(const Endpoint& endpoint)
{
    return Reading(endpoint).all();
}

double shareLeft(const RunningTimer& timer, Time now)
{
    const auto whole = static_cast<double>((timer.deadline - timer.started).count());
    const auto left = static_cast<double>((timer.deadline - now).count());
    return whole <= 0.0 ? 0.0 : std::clamp(left / whole, 0.0, 1.0);
}

} // namespace finwait
