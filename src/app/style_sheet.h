// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The flat look of the window around the pictures: what Fusion and a palette cannot say.
#pragma once

#include "view/theme.h"

#include <QString>

namespace finwait {

/// Widgets whose dynamic property `panel` is true are drawn as a panel: a rounded border around the panel colour.
inline constexpr const char* panelProperty = "panel";

[[nodiscard]] QString styleSheet(const Theme& theme);

} // namespace finwait
