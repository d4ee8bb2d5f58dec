// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Fields that a later Finwait has put into a file, and that this one does not know: who opens such a file here and
// saves it does not lose them.
#pragma once

#include "core/expected.h"
#include "core/read_error.h"
#include "scenario/scenario.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace finwait {

/// A file as far as this program knows its format.
struct KnownFields {
    Scenario scenario; ///< its laterFile is empty
    bool isLater = false;
};

[[nodiscard]] Expected<KnownFields, ReadError> readKnownFields(std::string_view text);

/// Puts into `now`, which is a scenario as it is written now, what stands in `file` and not in `known`, which is what
/// this program would have written of `file`. Objects that are not in `now` any more take it with them. An entry of a
/// list is the same one if it is equal, or else if it is in the same place of as long a list.
void carryUnknownFields(nlohmann::ordered_json& now, const nlohmann::ordered_json& known,
                        const nlohmann::ordered_json& file);

} // namespace finwait
