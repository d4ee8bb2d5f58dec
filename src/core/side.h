// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The two ends of a connection. Which of them is called the client is settled by the scenario, not by who sends first.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace finwait {

enum class Side : std::uint8_t { Client, Server };

inline constexpr std::array<Side, 2> allSides = {Side::Client, Side::Server};

[[nodiscard]] constexpr Side other(Side side)
{
    return side == Side::Client ? Side::Server : Side::Client;
}

/// Stable lower-case identifier, used in files and in --json output: "client" or "server".
[[nodiscard]] constexpr std::string_view identifier(Side side)
{
    return side == Side::Client ? "client" : "server";
}

/// One value for each side, indexed by Side.
template <typename T>
struct PerSide {
    T client{};
    T server{};

    [[nodiscard]] constexpr T& operator[](Side side) { return side == Side::Client ? client : server; }
    [[nodiscard]] constexpr const T& operator[](Side side) const { return side == Side::Client ? client : server; }
    friend bool operator==(const PerSide&, const PerSide&) = default;
};

} // namespace finwait
