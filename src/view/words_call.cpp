// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is said about an application's calls, about timers, and about the roles in which segments are sent.
#include "view/words.h"
#include "view/words_tr.h"

#include <type_traits>

namespace finwait::words {

QString octets(quint64 count)
{
    return count == 1 ? Words::tr("1 octet") : Words::tr("%1 octets").arg(count);
}

namespace {

QString textOf(const OpenActive&)
{
    return Words::tr("open (active)");
}

QString textOf(const OpenPassive&)
{
    return Words::tr("open (passive)");
}

QString textOf(const Send& send)
{
    //: %1: "120 octets"
    return send.urgent ? Words::tr("send %1, urgent").arg(octets(send.octets))
                       : Words::tr("send %1").arg(octets(send.octets));
}

QString textOf(const Receive& receive)
{
    //: %1: "120 octets"
    return Words::tr("receive %1").arg(octets(receive.octets));
}

QString textOf(const Close& close)
{
    return close.stillReading ? Words::tr("close") : Words::tr("close and go away");
}

QString textOf(const Abort&)
{
    return Words::tr("abort");
}

QString textOf(const Status&)
{
    return Words::tr("status");
}

} // namespace

QString callText(const Call& call)
{
    return std::visit([](const auto& kind) { return textOf(kind); }, call);
}

QString timerName(TimerKind kind)
{
    switch (kind) {
    case TimerKind::Retransmission: return Words::tr("RTO");
    case TimerKind::TimeWait: return Words::tr("2 MSL");
    case TimerKind::DelayedAck: return Words::tr("delayed ACK");
    case TimerKind::Persist: return Words::tr("window probe");
    case TimerKind::KeepAlive: return Words::tr("keep-alive");
    case TimerKind::FinWait2: return Words::tr("FIN_WAIT_2 time-out");
    case TimerKind::User: return Words::tr("user time-out");
    case TimerKind::Establishment: return Words::tr("opening time-out");
    }
    Q_UNREACHABLE();
}

QString timerMeaning(TimerKind kind)
{
    switch (kind) {
    case TimerKind::Retransmission:
        return Words::tr("If the acknowledgment does not come before it expires, the segment is sent again.");
    case TimerKind::TimeWait: return Words::tr("When it expires, TIME_WAIT is over.");
    case TimerKind::DelayedAck:
        return Words::tr("The acknowledgment waits for this long, in case it can ride on data.");
    case TimerKind::Persist:
        return Words::tr("When it expires, a probe asks whether the peer's window is still too small.");
    case TimerKind::KeepAlive: return Words::tr("When it expires, a probe asks whether the peer is still there.");
    case TimerKind::FinWait2:
        return Words::tr("When it expires, the stack stops waiting for the peer's FIN: the application is gone.");
    case TimerKind::User:
        return Words::tr("If data is still unacknowledged when it expires, the connection is given up.");
    case TimerKind::Establishment:
        return Words::tr("If the connection is not established when it expires, it is given up.");
    }
    Q_UNREACHABLE();
}

QString settingText(SettingIndex setting, std::int64_t value)
{
    const std::string_view name = systemSettings()[setting].name;
    return QStringLiteral("%1 = %2").arg(QLatin1String(name.data(), qsizetype(name.size()))).arg(value);
}

QString hostText(HostEvent event)
{
    switch (event) {
    case HostEvent::Crash: return Words::tr("computer crashes");
    case HostEvent::Restart: return Words::tr("computer restarts");
    case HostEvent::FallSilent: return Words::tr("cable pulled");
    case HostEvent::SpeakAgain: return Words::tr("cable plugged in");
    }
    Q_UNREACHABLE();
}

namespace {

QString roleName(SegmentRole role)
{
    switch (role) {
    case SegmentRole::Regular: return {};
    case SegmentRole::Retransmission: return Words::tr("retransmission");
    case SegmentRole::WindowProbe: return Words::tr("window probe");
    case SegmentRole::KeepAlive: return Words::tr("keep-alive");
    case SegmentRole::ChallengeAck: return Words::tr("challenge ACK");
    case SegmentRole::Reset: return Words::tr("reset");
    case SegmentRole::Injected: return Words::tr("forged");
    }
    Q_UNREACHABLE();
}

} // namespace

QString noteText(const Flight& flight)
{
    if (flight.corrupted)
        return Words::tr("damaged");
    return flight.copyOf ? Words::tr("duplicate") : roleName(flight.role);
}

} // namespace finwait::words
