// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What stack profiles are called where people meet them.
#pragma once

#include <QString>

#include <string_view>

namespace finwait {

/// For a list to choose from: "RFC 9293 as written", "Linux".
[[nodiscard]] QString profileTitle(std::string_view name);
/// Where there is little room: "RFC 9293", "Linux".
[[nodiscard]] QString profileShortName(std::string_view name);

} // namespace finwait
