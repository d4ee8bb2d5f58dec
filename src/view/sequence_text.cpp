// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_text.h"

#include "view/sequence_records.h"
#include "view/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <variant>

namespace finwait::sequence_text {

namespace {

struct SequenceChart {
    Q_DECLARE_TR_FUNCTIONS(SequenceChart)
};

/// How many digits after the point tell multiples of `step` apart, in a unit of `unit`.
int digits(Duration step, Duration unit)
{
    int count = 0;
    for (; step % unit != Duration::zero() && unit > 1us; unit /= 10)
        ++count;
    return count;
}

/// What the last digit counts of a moment that is told as finely as `step`: no more than a second.
Duration lastDigit(Duration step)
{
    Duration digit = 1us;
    while (digit * 10 <= std::min<Duration>(step, 1s))
        digit *= 10;
    return digit;
}

QString number(Duration time, Duration unit, int digits)
{
    return QString::number(static_cast<double>(time.count()) / static_cast<double>(unit.count()), 'f', digits);
}

/// "4:00", "1:00:30.5"
QString clock(Time time, Duration step)
{
    const int fraction = digits(step, 1s);
    const int width = fraction == 0 ? 2 : fraction + 3;
    const QString seconds = number(time % 1min, 1s, fraction).rightJustified(width, u'0');
    const auto minutes = std::chrono::floor<std::chrono::minutes>(time % 1h).count();
    if (time < 1h)
        return QStringLiteral("%1:%2").arg(QString::number(minutes), seconds);
    const auto hours = std::chrono::floor<std::chrono::hours>(time).count();
    return QStringLiteral("%1:%2:%3")
        .arg(QString::number(hours), QString::number(minutes).rightJustified(2, u'0'), seconds);
}

QString timerEnd(const TimerBar& bar)
{
    switch (bar.how) {
    case TimerEnd::Running: return SequenceChart::tr("It runs out at %1.").arg(words::moment(bar.deadline));
    case TimerEnd::Fired: return SequenceChart::tr("It ran out at %1.").arg(words::moment(bar.to));
    case TimerEnd::Stopped: return SequenceChart::tr("It was stopped at %1.").arg(words::moment(bar.to));
    case TimerEnd::Restarted: return SequenceChart::tr("It was restarted at %1.").arg(words::moment(bar.to));
    }
    Q_UNREACHABLE();
}

/// To about one part in a hundred: "4 min" rather than "3 min 59.96 s".
Duration roughly(Duration length)
{
    Duration unit = 1us;
    while (unit * 1000 <= length)
        unit *= 10;
    return (length + unit / 2) / unit * unit;
}

/// Shorter than words::callText() where a number of octets would take all the room.
QString callFlag(const Call& call)
{
    if (const auto* send = std::get_if<Send>(&call))
        //: a call of the application; %1: a number of octets
        return SequenceChart::tr("send %1").arg(send->octets);
    if (const auto* receive = std::get_if<Receive>(&call))
        //: a call of the application; %1: a number of octets
        return SequenceChart::tr("receive %1").arg(receive->octets);
    return words::callText(call);
}

QString signalFlag(Signal signal)
{
    switch (signal) {
    case Signal::ConnectionReset: return SequenceChart::tr("error: reset");
    case Signal::ConnectionRefused: return SequenceChart::tr("error: refused");
    case Signal::UserTimedOut: return SequenceChart::tr("error: timed out");
    case Signal::RetransmissionLimit: return SequenceChart::tr("error: given up");
    case Signal::KeepAliveFailed: return SequenceChart::tr("error: no answer");
    case Signal::Connected:
    case Signal::DataDelivered:
    case Signal::UrgentData:
    case Signal::DataAcknowledged:
    case Signal::DeliveryProblem:
    case Signal::PeerClosing:
    case Signal::CloseAcknowledged:
    case Signal::ConnectionClosed:
    case Signal::QueuedCallsClosed:
    case Signal::FinWait2TimedOut: return words::signalText(signal, 0);
    }
    Q_UNREACHABLE();
}

QStringList withReference(QStringList lines, const Trace& trace, RecordIndex record)
{
    if (record == noRecord)
        return lines;
    const QString why = words::whyText(trace, record);
    const QString reference = words::referenceText(trace, record);
    if (!why.isEmpty())
        lines << SequenceChart::tr("Why: %1").arg(why);
    if (!reference.isEmpty())
        lines << reference;
    return lines;
}

QString hostFlag(HostEvent event)
{
    switch (event) {
    case HostEvent::Crash: return SequenceChart::tr("crash");
    case HostEvent::Restart: return SequenceChart::tr("restart");
    case HostEvent::FallSilent: return SequenceChart::tr("cable out");
    case HostEvent::SpeakAgain: return SequenceChart::tr("cable in");
    }
    Q_UNREACHABLE();
}

} // namespace

QString tick(Time time, Duration step)
{
    if (time >= 1min)
        return clock(time, step);
    if (time >= 1s || step >= 1s)
        return SequenceChart::tr("%1 s").arg(number(time, 1s, digits(step, 1s)));
    if (time >= 1ms || step >= 1ms)
        return SequenceChart::tr("%1 ms").arg(number(time, 1ms, digits(step, 1ms)));
    return SequenceChart::tr("%1 µs").arg(time.count());
}

QString moment(Time time, Duration step)
{
    const Duration digit = lastDigit(step);
    return tick(time - time % digit, digit);
}

double widestMoment(const QFontMetricsF& metrics, Time end, Duration step)
{
    const Duration digit = lastDigit(step);
    // The last moment that is told in each unit is the widest of them.
    double widest = 0;
    for (const Time unit : {Time(1ms), Time(1s), Time(1min), Time(1h), end}) {
        const Time last = unit < end ? unit - unit % digit - digit : end - end % digit;
        if (last >= Time{})
            widest = std::max(widest, metrics.horizontalAdvance(tick(last, digit)));
    }
    return widest;
}

QString gap(Duration length)
{
    return SequenceChart::tr("nothing happens for %1").arg(words::duration(roughly(length)));
}

QString notPlayedYet()
{
    return SequenceChart::tr("not played yet");
}

QString run(const DataRun& run)
{
    const QLocale locale; // groups of digits, where people group them
    return SequenceChart::tr("data, %1 segments, %2 octets")
        .arg(locale.toString(run.segments.client + run.segments.server),
             locale.toString(qulonglong{run.octets.client} + run.octets.server));
}

QString flag(const Record& record)
{
    if (const auto* made = std::get_if<record::CallMade>(&record.body))
        return callFlag(made->call);
    if (const auto* refused = std::get_if<record::CallRefused>(&record.body))
        //: %1: a call of the application, such as "close"
        return SequenceChart::tr("%1: refused").arg(callFlag(refused->call));
    if (const auto* signalled = std::get_if<record::Signalled>(&record.body))
        return signalFlag(signalled->signal);
    if (const auto* host = std::get_if<record::HostChanged>(&record.body))
        return hostFlag(host->event);
    return {};
}

QString aboutFlight(const Trace& trace, FlightIndex index)
{
    const Flight& flight = trace.flight(index);
    QStringList lines = {words::segmentText(trace, index)};
    const QString role = words::noteText(flight);
    if (!role.isEmpty())
        lines << role;
    const QString sent = words::moment(flight.sent);
    //: %1: a moment
    lines << (flight.from == Side::Client ? SequenceChart::tr("sent by the client at %1").arg(sent)
                                          //: %1: a moment
                                          : SequenceChart::tr("sent by the server at %1").arg(sent));
    lines << words::fateText(flight);
    if (const QString packet = words::packetText(flight); !packet.isEmpty())
        lines << packet;
    const QString options = words::optionsText(flight.segment.options);
    if (!options.isEmpty())
        lines << options;
    const Reason reason = reasonNotProcessed(trace, index);
    if (reason != Reason::None)
        lines << words::reasonText(reason);
    return withReference(lines, trace, flight.sentRecord).join(u'\n');
}

QString aboutRun(const DataRun& data)
{
    return QStringList{
        run(data), SequenceChart::tr("From %1 to %2.").arg(words::moment(data.from), words::moment(data.to)),
        data.open ? SequenceChart::tr("Click to fold it.") : SequenceChart::tr("Click to see each segment.")}
        .join(u'\n');
}

QString aboutState(const Trace& trace, Side side, std::size_t index)
{
    const StateSpan& span = trace.states(side)[index];
    QStringList lines = {words::sideIsIn(side, span.state)};
    lines << (span.until ? SequenceChart::tr("From %1 to %2.").arg(words::moment(span.from), words::moment(*span.until))
                         : SequenceChart::tr("Since %1.").arg(words::moment(span.from)));
    lines << words::stateMeaning(span.state);
    return withReference(lines, trace, span.entered).join(u'\n');
}

QString aboutTimer(const TimerBar& bar)
{
    return QStringList{words::timerName(bar.kind), words::timerMeaning(bar.kind),
                       SequenceChart::tr("Started at %1, for %2.")
                           .arg(words::moment(bar.from), words::duration(bar.deadline - bar.from)),
                       timerEnd(bar)}
        .join(u'\n');
}

QString aboutRecord(const Trace& trace, RecordIndex record)
{
    const QStringList lines = {
        SequenceChart::tr("%1, at %2").arg(words::eventText(trace, record), words::moment(trace.record(record).at))};
    return withReference(lines, trace, record).join(u'\n');
}

} // namespace finwait::sequence_text
