// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/profile_commands.h"

#include "core/system_setting.h"
#include "script/host_system.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace finwait {

namespace {

std::optional<std::int64_t> whole(Duration value, Duration unit)
{
    return value % unit == Duration::zero() ? std::optional(value / unit) : std::nullopt;
}

std::optional<std::int64_t> milliseconds(Duration value)
{
    return whole(value, 1ms);
}

std::optional<std::int64_t> milliseconds(const std::optional<Duration>& value)
{
    return value ? milliseconds(*value) : std::nullopt;
}

using Number = std::optional<std::int64_t>;
using Profile = StackProfile;

/// What a sysctl (core/system_setting.h) says of a profile; nullopt: it cannot.
struct Place {
    std::string_view sysctl;
    Number (*number)(const Profile& profile);
};

/// Where there are two for one value, the first that can.
constexpr std::array<Place, 17> places = {{
    {"net.inet.tcp.rexmit_initial", [](const Profile& p) { return milliseconds(p.initialRto); }},
    {"net.inet.tcp.rexmit_min", [](const Profile& p) { return milliseconds(p.minRto); }},
    {"net.inet.tcp.rexmit_slop", [](const Profile& p) { return milliseconds(p.rtoSlop); }},
    {"net.inet.tcp.persmin", [](const Profile& p) { return milliseconds(p.minPersist); }},
    {"net.ipv4.tcp_syn_retries", [](const Profile& p) { return Number(p.synRetries); }},
    {"net.ipv4.tcp_syn_linear_timeouts", [](const Profile& p) { return Number(p.synLinearTimeouts); }},
    {"net.ipv4.tcp_synack_retries", [](const Profile& p) { return Number(p.synAckRetries); }},
    {"net.ipv4.tcp_retries2", [](const Profile& p) { return Number(p.dataRetries); }},
    {"net.ipv4.tcp_orphan_retries", [](const Profile& p) { return Number(p.orphanRetries.value_or(p.dataRetries)); }},
    {"net.inet.tcp.keepinit", [](const Profile& p) { return milliseconds(p.establishmentTimeout); }},
    {"net.inet.tcp.msl", [](const Profile& p) { return milliseconds(p.msl); }},
    {"net.inet.tcp.delacktime", [](const Profile& p) { return milliseconds(p.delayedAck); }},
    {"net.ipv4.tcp_fin_timeout",
     [](const Profile& p) {
         const bool isKnown = hostSystemOf(p) == HostSystem::Linux && p.finWait2Timeout;
         return isKnown ? whole(*p.finWait2Timeout, 1s) : std::nullopt;
     }},
    {"net.inet.tcp.finwait2_timeout", [](const Profile& p) { return milliseconds(p.finWait2Timeout); }},
    {"net.inet.tcp.keepidle", [](const Profile& p) { return milliseconds(p.keepAliveIdle); }},
    {"net.inet.tcp.keepintvl", [](const Profile& p) { return milliseconds(p.keepAliveInterval); }},
    {"net.inet.tcp.keepcnt", [](const Profile& p) { return Number(p.keepAliveProbes); }},
}};

/// Whether no sysctl is missing that makes the one of the other.
bool isReached(const Profile& wanted, Profile reached)
{
    reached.userTimeout = wanted.userTimeout; // has none, and does nothing until it runs out
    // None of its own, or the same one: it is the same.
    if (reached.orphanRetries.value_or(reached.dataRetries) == wanted.orphanRetries.value_or(wanted.dataRetries))
        reached.orphanRetries = wanted.orphanRetries;
    return reached == wanted;
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
    EndpointConfig reached;
    reached.profile = *named;
    std::vector<std::string> commands;
    for (const Place& place : places) {
        const Number number = place.number(wanted);
        if (!number || number == place.number(reached.profile))
            continue;
        findSetting(place.sysctl)->set(reached, *number);
        commands.push_back(commandFor(place.sysctl, *number));
    }
    if (!isReached(wanted, reached.profile))
        return Unexpected{ScriptLimit::SettingUnknown};
    return commands;
}

} // namespace finwait
