// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/duration_text.h"

#include <QLocale>
#include <QRegularExpression>

#include <array>
#include <chrono>
#include <cmath>

namespace finwait {

namespace {

struct Unit {
    const char* name;
    Duration length;
};

/// The longest first.
constexpr std::array units = {Unit{"h", 1h}, Unit{"min", 1min}, Unit{"s", 1s}, Unit{"ms", 1ms}, Unit{"us", 1us}};

constexpr Duration tooLong = std::chrono::hours{24 * 365 * 10};

/// Written in this unit, a duration needs no fraction, or the usual one.
bool suits(const Unit& unit, Duration duration)
{
    return unit.length > 1s ? duration % unit.length == 0us : duration >= unit.length;
}

std::optional<Duration> lengthOf(const QString& unit)
{
    if (unit == QStringLiteral("µs"))
        return 1us;
    for (const Unit& known : units) {
        if (unit == QLatin1String(known.name))
            return known.length;
    }
    return std::nullopt;
}

} // namespace

QString typedDuration(Duration duration)
{
    const Unit* suitable = &units.back();
    for (const Unit& unit : units) {
        if (duration > 0us && suits(unit, duration)) {
            suitable = &unit;
            break;
        }
    }
    if (duration == 0us)
        return QStringLiteral("0 s");
    const double count = double(duration.count()) / double(suitable->length.count());
    return QString::number(count, 'f', QLocale::FloatingPointShortest) + QLatin1Char(' ')
           + QLatin1String(suitable->name);
}

std::optional<Duration> parseDuration(const QString& text)
{
    static const QRegularExpression whole(QStringLiteral("^\\s*(?:\\d+(?:[.,]\\d+)?\\s*[a-zµ]{1,3}\\s*)+$"));
    static const QRegularExpression part(QStringLiteral("(\\d+(?:[.,]\\d+)?)\\s*([a-zµ]+)"));
    if (!whole.match(text).hasMatch())
        return std::nullopt;
    double sum = 0;
    for (auto found = part.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const std::optional<Duration> unit = lengthOf(match.captured(2));
        if (!unit)
            return std::nullopt;
        const double count = match.captured(1).replace(QLatin1Char(','), QLatin1Char('.')).toDouble();
        sum += std::round(count * double(unit->count()));
    }
    return sum >= double(tooLong.count()) ? Duration::max() : Duration(std::llround(sum));
}

} // namespace finwait
