// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Files as such, whatever is in them: all their octets, or why there are none.
#pragma once

#include "core/expected.h"
#include "core/message.h"
#include "core/read_error.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace finwait {

/// "at most 16 MiB"; `octets` are whole MiB.
[[nodiscard]] Message atMost(std::uintmax_t octets);

/// An error of the file itself, which has line 0.
[[nodiscard]] ReadError fileError(const std::filesystem::path& path, Message what, Message expected);

/// The octets of a file that has at most `most` of them. `expected` says what it should be; it stands in the errors.
[[nodiscard]] Expected<std::string, ReadError> fileContents(const std::filesystem::path& path, std::uintmax_t most,
                                                            const Message& expected);

} // namespace finwait
