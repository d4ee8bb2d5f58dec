// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The clockwork of an endpoint field by field: what the profile says, where it has that from, and what replaces it.
#pragma once

#include "core/clockwork.h"
#include "core/endpoint.h"
#include "core/stack_profile.h"
#include "core/virtual_time.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace finwait {

/// The fields of a Clockwork, but for the speed of the clock.
enum class ClockField : std::uint8_t {
    InitialRto,
    MinRto,
    MaxRto,
    SynRetries,
    SynAckRetries,
    DataRetries,
    EstablishmentTimeout,
    Msl,
    DelayedAck,
    UserTimeout,
    FinWait2Timeout,
    KeepAliveIdle,
    KeepAliveInterval,
    KeepAliveProbes,
};

inline constexpr std::size_t clockFieldCount = 14;
inline constexpr std::array<ClockField, clockFieldCount> allClockFields = {ClockField::InitialRto,
                                                                           ClockField::MinRto,
                                                                           ClockField::MaxRto,
                                                                           ClockField::SynRetries,
                                                                           ClockField::SynAckRetries,
                                                                           ClockField::DataRetries,
                                                                           ClockField::EstablishmentTimeout,
                                                                           ClockField::Msl,
                                                                           ClockField::DelayedAck,
                                                                           ClockField::UserTimeout,
                                                                           ClockField::FinWait2Timeout,
                                                                           ClockField::KeepAliveIdle,
                                                                           ClockField::KeepAliveInterval,
                                                                           ClockField::KeepAliveProbes};

/// What a field may be set to. Durations are counted in microseconds.
struct ClockRange {
    bool isDuration = true;
    std::int64_t least = 0;
    std::int64_t most = 0;
};
[[nodiscard]] ClockRange rangeOf(ClockField field);

/// Durations in microseconds; nullopt: the profile has none, or the clockwork leaves it to the profile.
[[nodiscard]] std::optional<std::int64_t> valueOf(const StackProfile& profile, ClockField field);
[[nodiscard]] std::optional<std::int64_t> valueOf(const Clockwork& clockwork, ClockField field);
void setValue(Clockwork& clockwork, ClockField field, std::optional<std::int64_t> value);

/// Where a profile has its value from: "RFC 6298 rule 2.1", "net.ipv4.tcp_retries2"; empty for an unknown profile.
[[nodiscard]] std::string_view sourceOf(ClockField field, std::string_view profile);

/// What makes an endpoint's clockwork, as it is now, differ from its configured profile.
[[nodiscard]] Clockwork clockworkOf(const Endpoint& endpoint);

} // namespace finwait
