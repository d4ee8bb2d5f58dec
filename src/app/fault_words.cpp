// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/fault_words.h"

#include "view/overloaded.h"
#include "view/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace finwait::fault_words {

namespace {

struct FaultWords {
    Q_DECLARE_TR_FUNCTIONS(finwait::FaultWords)
};

constexpr std::uint32_t shownNumbers = 3; // of those that are met
constexpr std::uint32_t certain = 1000;
constexpr double perMillePerCent = 10;

QString flagList(const Flags& flags)
{
    QStringList names;
    const auto add = [&names](bool isSet, const char* name) {
        if (isSet)
            names << QLatin1String(name);
    };
    add(flags.syn, "SYN");
    add(flags.ack, "ACK");
    add(flags.fin, "FIN");
    add(flags.rst, "RST");
    add(flags.psh, "PSH");
    add(flags.urg, "URG");
    return names.join(QLatin1Char(','));
}

/// Which of the segments that fit, as if there were no chance.
QString numbers(const SegmentMatch& match)
{
    if (match.first == 1 && match.every == 1 && !match.times)
        return FaultWords::tr("all");
    if (match.every == 1 && !match.times)
        return FaultWords::tr("all from no. %1 on").arg(match.first);
    if (match.times == 1U)
        return match.first == 1 ? FaultWords::tr("the first") : FaultWords::tr("no. %1").arg(match.first);
    if (match.every == 1 && match.first == 1)
        return FaultWords::tr("the first %1").arg(*match.times);
    QStringList shown;
    const std::uint32_t count = std::min(match.times.value_or(shownNumbers), shownNumbers);
    for (std::uint32_t i = 0; i < count; ++i)
        shown << QString::number(std::uint64_t(match.first) + std::uint64_t(i) * match.every);
    const QString listed = shown.join(FaultWords::tr(", "));
    if (!match.times)
        return FaultWords::tr("no. %1 and so on").arg(listed);
    if (*match.times <= shownNumbers)
        return FaultWords::tr("no. %1").arg(listed);
    //: %1: some numbers, %2: how many there are in all
    return FaultWords::tr("no. %1 and so on, %2 in all").arg(listed).arg(*match.times);
}

QString sinceText(const QString& which, const StateEntered& since)
{
    const QString state = words::stateName(since.state);
    //: %1: which segments are met, %2: a state
    return since.side == Side::Client ? FaultWords::tr("%1, once the client has been in %2").arg(which, state)
                                      //: %1: which segments are met, %2: a state
                                      : FaultWords::tr("%1, once the server has been in %2").arg(which, state);
}

QString metLine(const Trace& trace, FlightIndex index)
{
    const Flight& flight = trace.flight(index);
    const QString segment = words::segmentText(trace, index);
    const QString sent = words::moment(flight.sent);
    //: %1: a segment, %2: a moment
    return flight.from == Side::Client ? FaultWords::tr("client: %1 at %2").arg(segment, sent)
                                       //: %1: a segment, %2: a moment
                                       : FaultWords::tr("server: %1 at %2").arg(segment, sent);
}

} // namespace

QString direction(const std::optional<Side>& from)
{
    if (!from)
        return FaultWords::tr("both ways");
    return *from == Side::Client ? FaultWords::tr("client to server") : FaultWords::tr("server to client");
}

QString kindName(SegmentKind kind)
{
    switch (kind) {
    case SegmentKind::Any: return FaultWords::tr("any segment");
    case SegmentKind::Syn: return QStringLiteral("SYN");
    case SegmentKind::SynAck: return QStringLiteral("SYN,ACK");
    case SegmentKind::Fin: return QStringLiteral("FIN");
    case SegmentKind::PureAck: return FaultWords::tr("ACK alone");
    case SegmentKind::Data: return FaultWords::tr("data");
    case SegmentKind::Rst: return QStringLiteral("RST");
    }
    Q_UNREACHABLE();
}

QString actionName(FaultKind kind)
{
    switch (kind) {
    case FaultKind::Drop: return FaultWords::tr("It is lost");
    case FaultKind::Delay: return FaultWords::tr("It arrives later");
    case FaultKind::Duplicate: return FaultWords::tr("It arrives more than once");
    case FaultKind::Reorder: return FaultWords::tr("Others overtake it");
    case FaultKind::Corrupt: return FaultWords::tr("It arrives damaged");
    }
    Q_UNREACHABLE();
}

QString segments(const SegmentMatch& match)
{
    QString kind = kindName(match.kind);
    const QString with = flagList(match.with);
    const QString without = flagList(match.without);
    if (with.isEmpty() && without.isEmpty())
        return kind;
    if (without.isEmpty())
        //: %1: a kind of segment, %2: flags
        return FaultWords::tr("%1 with %2").arg(kind, with);
    if (with.isEmpty())
        //: %1: a kind of segment, %2: flags
        return FaultWords::tr("%1 without %2").arg(kind, without);
    //: %1: a kind of segment, %2 and %3: flags
    return FaultWords::tr("%1 with %2, without %3").arg(kind, with, without);
}

QString whichOnes(const SegmentMatch& match)
{
    QString which = numbers(match);
    if (match.permille < certain)
        //: %1: which segments are met, %2: a number
        which = FaultWords::tr("%1, by a chance of %2 %").arg(which).arg(match.permille / perMillePerCent);
    if (match.notBefore > Time{})
        //: %1: which segments are met, %2: a moment
        which = FaultWords::tr("%1, from %2 on").arg(which, words::moment(match.notBefore));
    return match.since ? sinceText(which, *match.since) : which;
}

QString whatHappens(const FaultAction& action)
{
    return std::visit(
        Overloaded{
            [](const fault::Drop&) { return FaultWords::tr("It is lost."); },
            [](const fault::Delay& delay) {
                return FaultWords::tr("It arrives %1 later.").arg(words::duration(delay.by));
            },
            [](const fault::Duplicate& duplicate) {
                //: %1: how often, %2: a duration
                return duplicate.copies == 1
                           ? FaultWords::tr("It arrives twice, %1 apart.").arg(words::duration(duplicate.gap))
                           //: %1: how often, %2: a duration
                           : FaultWords::tr("It arrives %1 times, %2 apart.")
                                 .arg(QString::number(duplicate.copies + 1), words::duration(duplicate.gap));
            },
            [](const fault::Reorder& reorder) {
                return reorder.behind == 1
                           ? FaultWords::tr("The next one overtakes it, within %1.")
                                 .arg(words::duration(reorder.patience))
                           //: %1: a number, %2: a duration
                           : FaultWords::tr("The next %1 overtake it, within %2.")
                                 .arg(QString::number(reorder.behind), words::duration(reorder.patience));
            },
            [](const fault::Corrupt&) { return FaultWords::tr("It arrives damaged."); },
        },
        action);
}

QString fieldName(ClockField field)
{
    switch (field) {
    case ClockField::InitialRto: return FaultWords::tr("RTO at first");
    case ClockField::MinRto: return FaultWords::tr("Shortest RTO");
    case ClockField::MaxRto: return FaultWords::tr("Longest RTO");
    case ClockField::SynRetries: return FaultWords::tr("Retransmissions of SYN");
    case ClockField::SynAckRetries: return FaultWords::tr("Retransmissions of SYN,ACK");
    case ClockField::DataRetries: return FaultWords::tr("Retransmissions of data and FIN");
    case ClockField::EstablishmentTimeout: return FaultWords::tr("Time to open a connection");
    case ClockField::Msl: return FaultWords::tr("MSL: half of TIME_WAIT");
    case ClockField::DelayedAck: return FaultWords::tr("Delay of an ACK");
    case ClockField::UserTimeout: return FaultWords::tr("User time-out");
    case ClockField::FinWait2Timeout: return FaultWords::tr("FIN_WAIT_2 without an application");
    case ClockField::KeepAliveIdle: return FaultWords::tr("Silence before a keep-alive");
    case ClockField::KeepAliveInterval: return FaultWords::tr("From one keep-alive to the next");
    case ClockField::KeepAliveProbes: return FaultWords::tr("Keep-alives without an answer");
    }
    Q_UNREACHABLE();
}

QString speedName()
{
    return FaultWords::tr("Speed of its clock");
}

QString metList(const Trace& trace, const std::vector<FlightIndex>& met, std::size_t lines)
{
    QStringList list;
    const std::size_t shown = met.size() <= lines ? met.size() : lines - 1;
    for (std::size_t i = 0; i < shown; ++i)
        list << metLine(trace, met[i]);
    if (shown < met.size())
        list << FaultWords::tr("and %1 more").arg(met.size() - shown);
    return list.join(QLatin1Char('\n'));
}

} // namespace finwait::fault_words
