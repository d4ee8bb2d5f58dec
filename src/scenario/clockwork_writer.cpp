// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "scenario/clockwork_writer.h"

#include "core/profile_sources.h"
#include "scenario/file_words.h"

#include <string>

namespace finwait {

Json jsonOf(const Clockwork& clockwork)
{
    Json fields;
    for (const ClockField field : allClockFields) {
        const auto value = valueOf(clockwork, field);
        if (value)
            fields[std::string{clockWord(field)}] = rangeOf(field).isDuration ? jsonOf(Duration{*value}) : Json(*value);
    }
    fields["clock_permille"] = clockwork.clockPermille;
    return fields;
}

} // namespace finwait
