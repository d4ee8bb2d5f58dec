// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/profile_commands.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

namespace finwait {

namespace {

/// What a sysctl sets of a profile: a time, which it has in milliseconds, or a number of times.
struct Place {
    std::string_view sysctl;
    std::variant<Duration StackProfile::*, std::optional<Duration> StackProfile::*, std::uint32_t StackProfile::*>
        field;
};

constexpr std::array<Place, 12> places = {{
    {"net.inet.tcp.rexmit_initial", &StackProfile::initialRto},
    {"net.inet.tcp.rexmit_min", &StackProfile::minRto},
    {"net.ipv4.tcp_syn_retries", &StackProfile::synRetries},
    {"net.ipv4.tcp_synack_retries", &StackProfile::synAckRetries},
    {"net.ipv4.tcp_retries2", &StackProfile::dataRetries},
    {"net.inet.tcp.keepinit", &StackProfile::establishmentTimeout},
    {"net.inet.tcp.msl", &StackProfile::msl},
    {"net.inet.tcp.delacktime", &StackProfile::delayedAck},
    {"net.inet.tcp.finwait2_timeout", &StackProfile::finWait2Timeout},
    {"net.inet.tcp.keepidle", &StackProfile::keepAliveIdle},
    {"net.inet.tcp.keepintvl", &StackProfile::keepAliveInterval},
    {"net.inet.tcp.keepcnt", &StackProfile::keepAliveProbes},
}};

/// nullopt: it cannot be said so.
std::optional<std::int64_t> numberFor(Duration value)
{
    if (value % 1ms != Duration::zero())
        return std::nullopt;
    return value / 1ms;
}
std::optional<std::int64_t> numberFor(const std::optional<Duration>& value)
{
    return value ? numberFor(*value) : std::nullopt;
}
std::optional<std::int64_t> numberFor(std::uint32_t value)
{
    return value;
}

} // namespace

bool isSystemWide(std::string_view setting)
{
    return setting.starts_with("net.");
}

std::string commandFor(std::string_view sysctl, std::int64_t value)
{
    return "sysctl -w " + std::string(sysctl) + "=" + std::to_string(value);
}

Expected<std::vector<std::string>, ScriptLimit> profileCommands(const StackProfile& profile, const Clockwork& clockwork)
{
    if (clockwork.clockPermille != rightClock)
        return Unexpected{ScriptLimit::ClockSpeed};
    const StackProfile* named = findProfile(profile.name);
    if (named == nullptr)
        return Unexpected{ScriptLimit::SettingUnknown};
    const StackProfile wanted = withClockwork(profile, clockwork);
    StackProfile reached = *named;
    std::vector<std::string> commands;
    for (const Place& place : places) {
        const auto set = [&](auto field) {
            const auto number = numberFor(wanted.*field);
            if (reached.*field == wanted.*field || !number)
                return;
            commands.push_back(commandFor(place.sysctl, *number));
            reached.*field = wanted.*field;
        };
        std::visit(set, place.field);
    }
    reached.userTimeout = wanted.userTimeout;
    if (reached != wanted)
        return Unexpected{ScriptLimit::SettingUnknown};
    return commands;
}

} // namespace finwait
