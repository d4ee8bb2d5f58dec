// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/shell_command.h"

#include "core/system_setting.h"
#include "script/state_word.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

namespace finwait {

namespace {

/// A sysctl that changes nothing here, with a value at which that is true; nullopt: with every value.
struct Neutral {
    std::string_view name;
    std::optional<std::int64_t> value;
};

/// Caches and limits that are never reached; what Finwait does not do, switched off or as systems have it.
constexpr std::array<Neutral, 6> neutral = {{{"kern.ipc.maxsockbuf", {}},
                                             {"net.inet.tcp.hostcache.purgenow", {}},
                                             {"net.inet.tcp.hostcache.purge", {}},
                                             {"net.inet.tcp.blackhole", 0},
                                             {"net.inet.tcp.ecn.enable", 2},
                                             {"net.inet.tcp.rexmit_drop_options", 0}}};

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        std::string_view part = text.substr(at, end - at);
        part.remove_prefix(std::min(part.find_first_not_of(" \t\n"), part.size()));
        part = part.substr(0, part.find_last_not_of(" \t\n") + 1);
        if (!part.empty())
            parts.push_back(part);
        at = end + 1;
    }
    return parts;
}

[[noreturn]] void refuse(std::string_view command)
{
    throw NotPlayed{Message::tr("the command `%1`").arg(command)};
}

std::int64_t numberIn(std::string_view text, std::string_view command)
{
    std::int64_t number = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || rest != text.data() + text.size())
        refuse(command);
    return number;
}

void setSysctl(std::string_view assignment, std::string_view command, ScriptSockets& sockets)
{
    const std::size_t sign = assignment.find('=');
    if (sign == std::string_view::npos)
        refuse(command);
    const std::string_view name = assignment.substr(0, sign);
    const std::int64_t value = numberIn(assignment.substr(sign + 1), command);
    const auto changesNothing = [&](const Neutral& each) {
        return each.name == name && each.value.value_or(value) == value;
    };
    if (std::ranges::any_of(neutral, changesNothing))
        return;
    const SystemSetting* setting = findSetting(name);
    if (setting == nullptr || !name.starts_with("net."))
        refuse(command);
    sockets.set(*setting, value);
}

/// "sockstat ... | grep ... | grep -c STATE | grep N"
ShellOutcome countSockets(std::string_view command, const ScriptSockets& sockets)
{
    constexpr std::string_view counts = "grep -c ";
    constexpr std::string_view compares = "grep ";
    const std::vector<std::string_view> pipe = split(command, '|');
    if (pipe.size() < 3 || !pipe[pipe.size() - 2].starts_with(counts) || !pipe.back().starts_with(compares))
        refuse(command);
    const std::string_view word = pipe[pipe.size() - 2].substr(counts.size());
    const auto state = stateCalled(word);
    if (!state)
        refuse(command);
    const std::string expected(pipe.back().substr(compares.size()));
    const std::string got = std::to_string(sockets.count(*state));
    if (got.find(expected) != std::string::npos)
        return {};
    return {Message::tr("%1 in %2").arg(expected).arg(word), Message::verbatim(got)};
}

} // namespace

ShellOutcome runShell(std::string_view command, ScriptSockets& sockets)
{
    constexpr std::string_view sets = "sysctl ";
    for (const std::string_view each : split(command, ';')) {
        if (each.starts_with(sets)) {
            for (const std::string_view word : split(each.substr(sets.size()), ' ')) {
                if (!word.starts_with('-'))
                    setSysctl(word, command, sockets);
            }
        } else if (each.starts_with("sockstat ")) {
            if (ShellOutcome outcome = countSockets(each, sockets); !outcome.expected.empty())
                return outcome;
        } else if (each.starts_with("tcpdrop ")) {
            sockets.drop();
        } else {
            refuse(command);
        }
    }
    return {};
}

} // namespace finwait
