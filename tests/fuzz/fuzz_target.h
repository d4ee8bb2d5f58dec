// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the fuzz targets have in common. libFuzzer makes inputs for them (preset fuzz); in every other build
// fuzz_driver.cpp gives them those that are kept in corpus/.
#pragma once

#include "core/read_error.h"
#include "core/trace.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

// libFuzzer's name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace finwait::fuzz {

/// Ends the process unless it holds, whatever the build type.
void must(bool holds, const char* what);

/// How many lines it has, the last of which may be empty.
[[nodiscard]] std::size_t linesOf(std::string_view text);

/// That there are words for it, and its place is one of the text.
void mustExplain(const ReadError& error, std::string_view text);

/// That time never goes back, and that each cause comes before what it causes.
void mustBeInOrder(const Trace& trace);

} // namespace finwait::fuzz
