// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Whatever a file holds that can be played: a scenario, or a packetdrill script, which is played as one.
#pragma once

#include "app/script_io.h"
#include "core/expected.h"
#include "core/read_error.h"
#include "scenario/scenario.h"

#include <QString>

#include <optional>
#include <string>

namespace finwait {

struct Playable {
    Scenario scenario;
    std::optional<PlayedScript> script; ///< that the scenario comes of
};

/// A script is played with `profile`, a known one; a scenario has its own.
[[nodiscard]] Expected<Playable, ReadError> readPlayable(const QString& path, const std::string& profile);

} // namespace finwait
