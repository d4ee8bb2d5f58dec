// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "scenario/read_values.h"

#include "scenario/decimal.h"
#include "scenario/file_words.h"
#include "scenario/scenario_reader.h"

namespace finwait {
namespace {

constexpr int microsecondDigits = 3;

} // namespace

std::string inMilliseconds(Duration time)
{
    const auto whole = std::chrono::duration_cast<std::chrono::milliseconds>(time);
    std::string text = std::to_string(whole.count());
    if (whole == time)
        return text;
    std::string fraction = std::to_string((time - whole).count());
    fraction.insert(0, microsecondDigits - fraction.size(), '0');
    return text + '.' + fraction.substr(0, fraction.find_last_not_of('0') + 1);
}

std::size_t indexOfName(const JsonValue& value, const std::vector<std::string_view>& names, const Message& unknown)
{
    const auto& name = contentOf<std::string>(value, oneOf(names));
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        fail(value.offset, unknown.arg(quotation(name)), oneOf(names));
    return static_cast<std::size_t>(found - names.begin());
}

Duration milliseconds(const JsonValue& value)
{
    return milliseconds(value, Duration{}, longestScenarioTime);
}

Duration milliseconds(const JsonValue& value, Duration least, Duration most)
{
    const Message expected = Message::tr("milliseconds from %1 to %2, with at most three digits after the point")
                                 .arg(inMilliseconds(least))
                                 .arg(inMilliseconds(most));
    const std::string& written = contentOf<JsonNumber>(value, expected).digits;
    const auto time = shiftedDecimal(written, microsecondDigits);
    if (!time || Duration{*time} < least || Duration{*time} > most)
        refuse(value, written, expected);
    return Duration{*time};
}

Side side(const JsonValue& value)
{
    return identified(value, allSides, Message::tr("%1 is not a side"));
}

State state(const JsonValue& value)
{
    return identified(value, allStates, Message::tr("%1 is not a state"));
}

Flags flags(const JsonValue& value)
{
    const auto names = namesOf(flagWords, &FlagWord::name);
    Flags flags;
    for (const JsonValue& each : contentOf<JsonValue::Array>(value, Message::tr("a list of flags")))
        flags.*flagWords[indexOfName(each, names, Message::tr("%1 is not a flag"))].flag = true;
    return flags;
}

StateEntered stateEntered(const Fields& fields)
{
    fields.allowOnly(std::array<std::string_view, 2>{"side", "state"});
    return {side(fields.at("side")), state(fields.at("state"))};
}

} // namespace finwait
