// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is selected, in words, as a page of rich text. Links lead to other records ("record:12") and rows of the
// transition table ("row:3").
#pragma once

#include "core/trace.h"
#include "view/selection.h"
#include "view/theme.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace finwait {

/// Empty where nothing is selected, or where it is no longer in the trace.
[[nodiscard]] QString selectionHtml(const Trace& trace, const SelectedThing& thing, const Theme& theme);

/// What a link of such a page selects.
[[nodiscard]] std::optional<SelectedThing> linkTarget(const QUrl& link);

} // namespace finwait
