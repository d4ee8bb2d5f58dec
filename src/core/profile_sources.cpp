// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/profile_sources.h"

#include <algorithm>
#include <variant>

namespace finwait {

namespace {

using Replacement = std::variant<std::optional<Duration> Clockwork::*, std::optional<std::uint32_t> Clockwork::*>;
using Original =
    std::variant<Duration StackProfile::*, std::optional<Duration> StackProfile::*, std::uint32_t StackProfile::*>;

constexpr std::size_t profileCount = 3;

struct Row {
    Replacement replacement;
    Original original;
    std::int64_t least;
    /// In the order of stackProfiles(): RFC 9293, Linux, FreeBSD. The values stand in stack_profile.cpp.
    std::array<std::string_view, profileCount> sources;
};

constexpr std::int64_t shortest = Duration(1ms).count();
constexpr std::int64_t longest = Duration(24h).count();
constexpr std::int64_t mostTries = 255;

using C = Clockwork;
using P = StackProfile;

/// In the order of ClockField.
constexpr std::array<Row, clockFieldCount> rows = {{
    {&C::initialRto,
     &P::initialRto,
     shortest,
     {"RFC 6298 rule 2.1", "TCP_TIMEOUT_INIT", "net.inet.tcp.rexmit_initial"}},
    {&C::minRto, &P::minRto, shortest, {"RFC 6298 rule 2.4", "TCP_RTO_MIN", "net.inet.tcp.rexmit_min"}},
    {&C::maxRto, &P::maxRto, shortest, {"RFC 6298 rule 2.5", "TCP_RTO_MAX", "TCPTV_REXMTMAX"}},
    {&C::synRetries, &P::synRetries, 0, {"RFC 9293 MUST-23", "net.ipv4.tcp_syn_retries", "TCP_MAXRXTSHIFT"}},
    {&C::synAckRetries,
     &P::synAckRetries,
     0,
     {"RFC 9293 MUST-23", "net.ipv4.tcp_synack_retries", "net.inet.tcp.syncache.rexmtlimit"}},
    {&C::dataRetries, &P::dataRetries, 0, {"RFC 9293 SHLD-11", "net.ipv4.tcp_retries2", "TCP_MAXRXTSHIFT"}},
    {&C::establishmentTimeout,
     &P::establishmentTimeout,
     shortest,
     {"RFC 9293 MUST-23", "net.ipv4.tcp_syn_retries", "net.inet.tcp.keepinit"}},
    {&C::msl, &P::msl, shortest, {"RFC 9293 3.4.2", "TCP_TIMEWAIT_LEN / 2", "net.inet.tcp.msl"}},
    {&C::delayedAck, &P::delayedAck, 0, {"RFC 9293 SHLD-18, MUST-40", "TCP_DELACK_MIN", "net.inet.tcp.delacktime"}},
    {&C::userTimeout, &P::userTimeout, shortest, {"RFC 9293 3.9.1.1", "TCP_USER_TIMEOUT", "RFC 9293 3.9.1.1"}},
    {&C::finWait2Timeout,
     &P::finWait2Timeout,
     shortest,
     {"RFC 9293 3.6", "net.ipv4.tcp_fin_timeout", "net.inet.tcp.keepcnt * keepintvl"}},
    {&C::keepAliveIdle,
     &P::keepAliveIdle,
     shortest,
     {"RFC 9293 MUST-28", "net.ipv4.tcp_keepalive_time", "net.inet.tcp.keepidle"}},
    {&C::keepAliveInterval,
     &P::keepAliveInterval,
     shortest,
     {"RFC 9293 3.8.4", "net.ipv4.tcp_keepalive_intvl", "net.inet.tcp.keepintvl"}},
    {&C::keepAliveProbes,
     &P::keepAliveProbes,
     1,
     {"RFC 9293 MUST-29", "net.ipv4.tcp_keepalive_probes", "net.inet.tcp.keepcnt"}},
}};

const Row& rowOf(ClockField field)
{
    return rows[static_cast<std::size_t>(field)];
}

std::int64_t counted(Duration value)
{
    return value.count();
}

std::int64_t counted(std::uint32_t value)
{
    return value;
}

template <typename Value>
std::optional<std::int64_t> counted(const std::optional<Value>& value)
{
    return value ? std::optional(counted(*value)) : std::nullopt;
}

} // namespace

ClockRange rangeOf(ClockField field)
{
    const Row& row = rowOf(field);
    const bool isDuration = std::holds_alternative<std::optional<Duration> Clockwork::*>(row.replacement);
    return {isDuration, row.least, isDuration ? longest : mostTries};
}

std::optional<std::int64_t> valueOf(const StackProfile& profile, ClockField field)
{
    return std::visit([&](auto member) { return std::optional<std::int64_t>(counted(profile.*member)); },
                      rowOf(field).original);
}

std::optional<std::int64_t> valueOf(const Clockwork& clockwork, ClockField field)
{
    return std::visit([&](auto member) { return counted(clockwork.*member); }, rowOf(field).replacement);
}

void setValue(Clockwork& clockwork, ClockField field, std::optional<std::int64_t> value)
{
    std::visit(
        [&](auto member) {
            using Value = typename std::remove_reference_t<decltype(clockwork.*member)>::value_type;
            (clockwork.*member).reset();
            if (value)
                clockwork.*member = Value(*value);
        },
        rowOf(field).replacement);
}

std::string_view sourceOf(ClockField field, std::string_view profile)
{
    const auto found = std::ranges::find(stackProfiles(), profile, &StackProfile::name);
    if (found == stackProfiles().end())
        return {};
    return rowOf(field).sources[static_cast<std::size_t>(found - stackProfiles().begin())];
}

Clockwork clockworkOf(const Endpoint& endpoint)
{
    Clockwork clockwork;
    for (const ClockField field : allClockFields) {
        const auto value = valueOf(endpoint.profile(), field);
        if (value != valueOf(endpoint.config().profile, field))
            setValue(clockwork, field, value);
    }
    clockwork.clockPermille = endpoint.clock().permille();
    return clockwork;
}

} // namespace finwait
