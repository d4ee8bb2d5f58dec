// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Durations and moments for reading. The decimal point is the RFCs', whatever the language.
#include "view/words.h"
#include "view/words_tr.h"

namespace finwait::words {

namespace {

constexpr int decimalBase = 10;

/// `count` / 10^`digits` without trailing zeros: (1500, 3) is "1.5".
QString decimal(qint64 count, int digits)
{
    qint64 unit = 1;
    for (int i = 0; i < digits; ++i)
        unit *= decimalBase;
    QString text = QString::number(count / unit);
    QString fraction = QString::number(count % unit).rightJustified(digits, u'0');
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    if (!fraction.isEmpty())
        text += u'.' + fraction;
    return text;
}

/// "1 h 20 min": the larger unit, and the smaller one unless it is zero.
QString longDuration(Duration length)
{
    using namespace std::chrono;
    if (length >= 1h) {
        const auto minutes = floor<std::chrono::minutes>(length % 1h).count();
        const auto hours = floor<std::chrono::hours>(length).count();
        return minutes == 0 ? Words::tr("%1 h").arg(hours) : Words::tr("%1 h %2 min").arg(hours).arg(minutes);
    }
    const auto minutes = floor<std::chrono::minutes>(length).count();
    const Duration rest = length % 1min;
    if (rest == 0us)
        return Words::tr("%1 min").arg(minutes);
    return Words::tr("%1 min %2 s").arg(QString::number(minutes), decimal(floor<milliseconds>(rest).count(), 3));
}

} // namespace

QString duration(Duration duration)
{
    constexpr int microsecondDigits = 3;
    if (duration < 1ms)
        return Words::tr("%1 µs").arg(duration.count());
    if (duration < 1s)
        return Words::tr("%1 ms").arg(decimal(duration.count(), microsecondDigits));
    if (duration < 1min)
        return Words::tr("%1 s").arg(decimal(duration.count() / 1000, 3));
    return longDuration(duration);
}

QString moment(Time time)
{
    using namespace std::chrono;
    const bool fine = time % 1ms != 0us;
    const auto fraction = fine ? QString::number((time % 1s).count()).rightJustified(6, u'0')
                               : QString::number(floor<milliseconds>(time % 1s).count()).rightJustified(3, u'0');
    const auto seconds = floor<std::chrono::seconds>(time % 1min).count();
    if (time < 1min)
        return Words::tr("%1.%2 s").arg(QString::number(seconds), fraction);
    const QString twoDigits = QString::number(seconds).rightJustified(2, u'0');
    const auto minutes = floor<std::chrono::minutes>(time % 1h).count();
    if (time < 1h)
        return QStringLiteral("%1:%2.%3").arg(QString::number(minutes), twoDigits, fraction);
    return QStringLiteral("%1:%2:%3.%4")
        .arg(QString::number(floor<hours>(time).count()), QString::number(minutes).rightJustified(2, u'0'), twoDigits,
             fraction);
}

} // namespace finwait::words
