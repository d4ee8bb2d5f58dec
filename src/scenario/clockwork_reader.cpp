// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "scenario/clockwork_reader.h"

#include "core/profile_sources.h"
#include "scenario/file_words.h"
#include "scenario/read_values.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace finwait {
namespace {

/// Where only one of the two is set, the other is the profile's, and that may change.
void refuseFloorAboveCeiling(const Fields& fields, const Clockwork& clockwork)
{
    if (clockwork.minRto && clockwork.maxRto && *clockwork.minRto > *clockwork.maxRto)
        fail(fields.at(clockWord(ClockField::MinRto)).offset, Message::tr("the floor of the RTO is above its ceiling"),
             Message::tr("at most the ceiling, %1").arg(inMilliseconds(*clockwork.maxRto)));
}

} // namespace

Clockwork readClockwork(const Fields& fields)
{
    constexpr std::string_view speed = "clock_permille";
    std::vector<std::string_view> allowed{clockWords.begin(), clockWords.end()};
    allowed.push_back(speed);
    fields.allowOnly(allowed);

    Clockwork clockwork;
    for (const ClockField field : allClockFields) {
        const JsonMember* member = fields.find(clockWord(field));
        if (member == nullptr)
            continue;
        const auto [isDuration, least, most] = rangeOf(field);
        setValue(clockwork, field,
                 isDuration ? milliseconds(member->value, Duration{least}, Duration{most}).count()
                            : static_cast<std::int64_t>(wholeNumber(member->value, static_cast<std::uint64_t>(least),
                                                                    static_cast<std::uint64_t>(most))));
    }
    refuseFloorAboveCeiling(fields, clockwork);
    clockwork.clockPermille = fields.countOr(speed, 1, fastestClock, rightClock);
    return clockwork;
}

} // namespace finwait
