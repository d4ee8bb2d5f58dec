// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What systems let their administrators and applications set of a TCP, under the names that it has there: sysctls of
// FreeBSD and Linux, and options of a socket.
#pragma once

#include "core/endpoint.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace finwait {

struct SystemSetting {
    std::string_view name; ///< "net.inet.tcp.msl", "SO_RCVBUF"
    /// The value as the system has it: times in milliseconds (Linux: in
    /// seconds), buffers in octets, switches 0 or 1. What is outside the
    /// range of what it sets is held to that.
    void (*set)(EndpointConfig& config, std::int64_t value);
};

/// Place of a setting in systemSettings(); files have the name.
using SettingIndex = std::uint8_t;

[[nodiscard]] std::span<const SystemSetting> systemSettings();
/// nullptr: Finwait has nothing that the name stands for.
[[nodiscard]] const SystemSetting* findSetting(std::string_view name);
[[nodiscard]] SettingIndex indexOf(const SystemSetting& setting);

} // namespace finwait
