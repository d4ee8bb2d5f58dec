// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What happens at one end of a connection as a packetdrill script in a file, for the window and for the command line.
#pragma once

#include "core/side.h"
#include "core/trace.h"
#include "scenario/scenario.h"

#include <QString>

namespace finwait {

/// How it went; both are sentences, or empty.
struct SavedScript {
    QString error;  ///< why there is no file
    QString remark; ///< from where on the script has nothing to say, and why
};

/// `trace` is of `scenario`, which is called `title`; `view` is the end that the script is about.
[[nodiscard]] SavedScript saveScript(const Trace& trace, const Scenario& scenario, Side view, const QString& title,
                                     const QString& path);

} // namespace finwait
