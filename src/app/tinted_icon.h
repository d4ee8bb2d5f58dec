// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The icons are drawn in one colour; here they take the colour of the text they stand beside, in any theme and at any
// scale factor.
#pragma once

#include <QIcon>
#include <QString>

namespace finwait {

/// The icon :/icons/<name>.svg, drawn in the button text colour of the application's palette at the time of painting,
/// so that it follows a change of theme by itself.
[[nodiscard]] QIcon tintedIcon(const QString& name);

} // namespace finwait
