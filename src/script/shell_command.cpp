// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/shell_command.h"

#include "script/state_word.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>
#include <vector>

namespace finwait {

namespace {

/// A sysctl that has a place in the profile; `set` gets its value.
struct Setting {
    std::string_view name;
    void (*set)(StackProfile& profile, std::int64_t value);
};

Duration milliseconds(std::int64_t value)
{
    return std::chrono::milliseconds{value};
}

std::uint32_t count(std::int64_t value)
{
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(value, 0, std::numeric_limits<std::uint32_t>::max()));
}

/// 1: window scale and timestamps; 2: only the former; 3: only the latter.
void setRfc1323(StackProfile& profile, std::int64_t value)
{
    constexpr std::uint8_t usualShift = 6; // what kern.ipc.maxsockbuf of 2 MiB asks for
    const bool scales = value == 1 || value == 2;
    profile.windowScale = scales ? std::optional(profile.windowScale.value_or(usualShift)) : std::nullopt;
    profile.timestamps = value == 1 || value == 3;
}

constexpr std::array<Setting, 23> settings = {{
    {"net.inet.tcp.insecure_rst", [](StackProfile& p, std::int64_t on) { p.challengeRst = on == 0; }},
    {"net.inet.tcp.insecure_syn", [](StackProfile& p, std::int64_t on) { p.challengeSyn = on == 0; }},
    {"net.inet.tcp.insecure_ack", [](StackProfile& p, std::int64_t on) { p.challengeAck = on == 0; }},
    {"net.inet.tcp.drop_synfin", [](StackProfile& p, std::int64_t on) { p.dropSynFin = on != 0; }},
    {"net.inet.tcp.rexmit_initial", [](StackProfile& p, std::int64_t ms) { p.initialRto = milliseconds(ms); }},
    {"net.inet.tcp.rexmit_min", [](StackProfile& p, std::int64_t ms) { p.minRto = milliseconds(ms); }},
    {"net.inet.tcp.msl", [](StackProfile& p, std::int64_t ms) { p.msl = milliseconds(ms); }},
    {"net.inet.tcp.delayed_ack",
     [](StackProfile& p, std::int64_t on) {
         if (on == 0)
             p.delayedAck = {};
     }},
    {"net.inet.tcp.delacktime", [](StackProfile& p, std::int64_t ms) { p.delayedAck = milliseconds(ms); }},
    {"net.inet.tcp.rfc1323", setRfc1323},
    {"net.inet.tcp.sack.enable", [](StackProfile& p, std::int64_t on) { p.sackPermitted = on != 0; }},
    {"net.inet.tcp.mssdflt", [](StackProfile& p, std::int64_t octets) { p.mss = static_cast<std::uint16_t>(octets); }},
    {"net.inet.tcp.recvspace", [](StackProfile& p, std::int64_t octets) { p.receiveBuffer = count(octets); }},
    {"net.inet.tcp.sendspace", [](StackProfile& p, std::int64_t octets) { p.sendBuffer = count(octets); }},
    {"net.inet.tcp.keepinit", [](StackProfile& p, std::int64_t ms) { p.establishmentTimeout = milliseconds(ms); }},
    {"net.inet.tcp.keepidle", [](StackProfile& p, std::int64_t ms) { p.keepAliveIdle = milliseconds(ms); }},
    {"net.inet.tcp.keepintvl", [](StackProfile& p, std::int64_t ms) { p.keepAliveInterval = milliseconds(ms); }},
    {"net.inet.tcp.keepcnt", [](StackProfile& p, std::int64_t probes) { p.keepAliveProbes = count(probes); }},
    {"net.inet.tcp.finwait2_timeout", [](StackProfile& p, std::int64_t ms) { p.finWait2Timeout = milliseconds(ms); }},
    {"net.ipv4.tcp_rfc1337", [](StackProfile& p, std::int64_t on) { p.ignoreRstInTimeWait = on != 0; }},
    {"net.ipv4.tcp_syn_retries", [](StackProfile& p, std::int64_t times) { p.synRetries = count(times); }},
    {"net.ipv4.tcp_synack_retries", [](StackProfile& p, std::int64_t times) { p.synAckRetries = count(times); }},
    {"net.ipv4.tcp_retries2", [](StackProfile& p, std::int64_t times) { p.dataRetries = count(times); }},
}};

/// A sysctl that changes nothing here, with a value at which that is true; nullopt: with every value.
struct Neutral {
    std::string_view name;
    std::optional<std::int64_t> value;
};

/// Caches and limits that are never reached; what Finwait does not do, switched off or as systems have it.
constexpr std::array<Neutral, 7> neutral = {{{"kern.ipc.maxsockbuf", {}},
                                             {"net.inet.tcp.hostcache.purgenow", {}},
                                             {"net.inet.tcp.hostcache.purge", {}},
                                             {"net.inet.tcp.blackhole", 0},
                                             {"net.inet.tcp.ecn.enable", 2},
                                             {"net.inet.tcp.rexmit_slop", 200},
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
    throw NotPlayed{"the command `" + std::string(command) + "`"};
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
    const auto setting = std::ranges::find(settings, name, &Setting::name);
    if (setting == settings.end())
        refuse(command);
    StackProfile profile = sockets.profile();
    setting->set(profile, value);
    sockets.setProfile(profile);
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
    return {expected + " in " + std::string(word), got};
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
