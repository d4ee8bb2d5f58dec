// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/segment_text.h"

#include <optional>
#include <string_view>
#include <type_traits>
#include <variant>

namespace finwait {

namespace {

std::string flagText(const Flags& flags)
{
    std::string text;
    text += flags.syn ? "S" : "";
    text += flags.fin ? "F" : "";
    text += flags.rst ? "R" : "";
    text += flags.psh ? "P" : "";
    text += flags.urg ? "U" : "";
    text += flags.ack ? "." : "";
    return text.empty() ? "-" : text;
}

std::string optionText(const Options& options)
{
    std::string text;
    const auto add = [&text](const std::string& option) { text += (text.empty() ? "" : ",") + option; };
    if (options.mss)
        add("mss " + std::to_string(*options.mss));
    if (options.windowScale)
        add("wscale " + std::to_string(*options.windowScale));
    if (options.sackPermitted)
        add("sackOK");
    if (options.timestamps)
        add("TS val " + std::to_string(options.timestamps->value) + " ecr " + std::to_string(options.timestamps->echo));
    return text.empty() ? text : " <" + text + ">";
}

/// As scripts count: what lies before the first number is negative there.
std::int64_t onScale(Seq seq)
{
    return static_cast<std::int32_t>(seq.value);
}

std::string sequenceText(std::int64_t seq, std::uint32_t octets)
{
    return std::to_string(seq) + ":" + std::to_string(seq + octets) + "(" + std::to_string(octets) + ")";
}

} // namespace

std::string segmentText(const Segment& segment)
{
    std::string text = flagText(segment.flags) + " " + sequenceText(onScale(segment.seq), segment.text.length);
    if (segment.flags.ack)
        text += " ack " + std::to_string(onScale(segment.ack));
    return text + " win " + std::to_string(segment.window) + optionText(segment.options);
}

std::string segmentText(const ScriptSegment& segment)
{
    std::string text = flagText(segment.flags) + " ";
    text += segment.anySeq ? "...(" + std::to_string(segment.octets) + ")" : sequenceText(segment.seq, segment.octets);
    if (segment.ack)
        text += " ack " + std::to_string(*segment.ack);
    if (segment.window)
        text += " win " + std::to_string(*segment.window);
    return text + (segment.anyOptions ? " <...>" : optionText(segment.options));
}

std::string secondsText(Time time)
{
    return secondsNumber(time) + " s";
}

std::string secondsNumber(Time time)
{
    constexpr std::size_t decimals = 6;
    std::string digits = std::to_string(time.count() % std::chrono::microseconds{std::chrono::seconds{1}}.count());
    digits.insert(0, decimals - digits.size(), '0');
    digits.erase(digits.find_last_not_of('0') + 1);
    const std::string whole = std::to_string(std::chrono::duration_cast<std::chrono::seconds>(time).count());
    return whole + (digits.empty() ? "" : "." + digits);
}

std::string valueText(const ScriptValue& value)
{
    if (const std::int64_t* number = value.number())
        return std::to_string(*number);
    if (const std::string* word = value.word())
        return *word;
    const auto* list = std::get_if<ScriptValue::List>(&value.content);
    if (list == nullptr)
        return "...";
    std::string text;
    for (const ScriptValue& each : *list)
        text += (text.empty() ? "" : ", ") + valueText(each);
    return "[" + text + "]";
}

} // namespace finwait
