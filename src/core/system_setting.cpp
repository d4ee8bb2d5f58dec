// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/system_setting.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>

namespace finwait {

namespace {

Duration milliseconds(std::int64_t value)
{
    constexpr std::int64_t longest = std::chrono::milliseconds{std::chrono::hours{24 * 365}}.count();
    return std::chrono::milliseconds{std::clamp<std::int64_t>(value, 0, longest)};
}

Duration seconds(std::int64_t value)
{
    constexpr std::int64_t longest = std::chrono::seconds{std::chrono::hours{24 * 365}}.count();
    return std::chrono::seconds{std::clamp<std::int64_t>(value, 0, longest)};
}

std::uint32_t count(std::int64_t value)
{
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(value, 0, std::numeric_limits<std::uint32_t>::max()));
}

std::uint32_t octets(std::int64_t value)
{
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(value, 1, largestWindow));
}

std::uint16_t segmentSize(std::int64_t value)
{
    return static_cast<std::uint16_t>(std::clamp<std::int64_t>(value, 1, std::numeric_limits<std::uint16_t>::max()));
}

/// 1: window scale and timestamps; 2: only the former; 3: only the latter.
void setRfc1323(EndpointConfig& config, std::int64_t value)
{
    constexpr std::uint8_t usualShift = 6; // what kern.ipc.maxsockbuf of 2 MiB asks for
    StackProfile& profile = config.profile;
    const bool scales = value == 1 || value == 2;
    profile.windowScale = scales ? std::optional(profile.windowScale.value_or(usualShift)) : std::nullopt;
    profile.timestamps = value == 1 || value == 3;
}

/// tcp_orphan_retries(): 0 is not what it says.
void setOrphanRetries(EndpointConfig& config, std::int64_t times)
{
    constexpr std::uint32_t safe = 8;
    config.profile.orphanRetries = count(times) == 0 ? safe : count(times);
}

using Config = EndpointConfig;

constexpr std::array<SystemSetting, 32> settings = {{
    {"net.inet.tcp.insecure_rst", [](Config& c, std::int64_t on) { c.profile.challengeRst = on == 0; }},
    {"net.inet.tcp.insecure_syn", [](Config& c, std::int64_t on) { c.profile.challengeSyn = on == 0; }},
    {"net.inet.tcp.insecure_ack", [](Config& c, std::int64_t on) { c.profile.challengeAck = on == 0; }},
    {"net.inet.tcp.drop_synfin", [](Config& c, std::int64_t on) { c.profile.dropSynFin = on != 0; }},
    {"net.inet.tcp.rexmit_initial", [](Config& c, std::int64_t ms) { c.profile.initialRto = milliseconds(ms); }},
    {"net.inet.tcp.rexmit_min", [](Config& c, std::int64_t ms) { c.profile.minRto = milliseconds(ms); }},
    {"net.inet.tcp.rexmit_slop", [](Config& c, std::int64_t ms) { c.profile.rtoSlop = milliseconds(ms); }},
    {"net.inet.tcp.persmin", [](Config& c, std::int64_t ms) { c.profile.minPersist = milliseconds(ms); }},
    {"net.inet.tcp.msl", [](Config& c, std::int64_t ms) { c.profile.msl = milliseconds(ms); }},
    {"net.inet.tcp.delayed_ack",
     [](Config& c, std::int64_t on) {
         if (on == 0)
             c.profile.delayedAck = {};
     }},
    {"net.inet.tcp.delacktime", [](Config& c, std::int64_t ms) { c.profile.delayedAck = milliseconds(ms); }},
    {"net.inet.tcp.rfc1323", setRfc1323},
    {"net.inet.tcp.sack.enable", [](Config& c, std::int64_t on) { c.profile.sackPermitted = on != 0; }},
    {"net.inet.tcp.mssdflt", [](Config& c, std::int64_t size) { c.profile.mss = segmentSize(size); }},
    {"net.inet.tcp.recvspace", [](Config& c, std::int64_t size) { c.profile.receiveBuffer = octets(size); }},
    {"net.inet.tcp.sendspace", [](Config& c, std::int64_t size) { c.profile.sendBuffer = octets(size); }},
    {"net.inet.tcp.keepinit", [](Config& c, std::int64_t ms) { c.profile.establishmentTimeout = milliseconds(ms); }},
    {"net.inet.tcp.keepidle", [](Config& c, std::int64_t ms) { c.profile.keepAliveIdle = milliseconds(ms); }},
    {"net.inet.tcp.keepintvl", [](Config& c, std::int64_t ms) { c.profile.keepAliveInterval = milliseconds(ms); }},
    {"net.inet.tcp.keepcnt", [](Config& c, std::int64_t probes) { c.profile.keepAliveProbes = count(probes); }},
    {"net.inet.tcp.finwait2_timeout", [](Config& c, std::int64_t ms) { c.profile.finWait2Timeout = milliseconds(ms); }},
    {"net.ipv4.tcp_rfc1337", [](Config& c, std::int64_t on) { c.profile.ignoreRstInTimeWait = on != 0; }},
    {"net.ipv4.tcp_syn_retries", [](Config& c, std::int64_t times) { c.profile.synRetries = count(times); }},
    {"net.ipv4.tcp_syn_linear_timeouts",
     [](Config& c, std::int64_t times) { c.profile.synLinearTimeouts = count(times); }},
    {"net.ipv4.tcp_synack_retries", [](Config& c, std::int64_t times) { c.profile.synAckRetries = count(times); }},
    {"net.ipv4.tcp_retries2", [](Config& c, std::int64_t times) { c.profile.dataRetries = count(times); }},
    {"net.ipv4.tcp_orphan_retries", setOrphanRetries},
    {"net.ipv4.tcp_fin_timeout", [](Config& c, std::int64_t s) { c.profile.finWait2Timeout = seconds(s); }},
    {"SO_RCVBUF", [](Config& c, std::int64_t size) { c.receiveBuffer = octets(size); }},
    {"SO_SNDBUF", [](Config& c, std::int64_t size) { c.profile.sendBuffer = octets(size); }},
    {"SO_KEEPALIVE", [](Config& c, std::int64_t on) { c.keepAlive = on != 0; }},
    {"TCP_NODELAY", [](Config& c, std::int64_t on) { c.profile.nagle = on == 0; }},
}};

} // namespace

std::span<const SystemSetting> systemSettings()
{
    return settings;
}

const SystemSetting* findSetting(std::string_view name)
{
    const auto found = std::ranges::find(settings, name, &SystemSetting::name);
    return found == settings.end() ? nullptr : &*found;
}

SettingIndex indexOf(const SystemSetting& setting)
{
    return static_cast<SettingIndex>(&setting - settings.data());
}

} // namespace finwait
