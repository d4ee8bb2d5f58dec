// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Whoever mistypes a name is told which one he may have meant.
#pragma once

#include <QString>
#include <QStringList>

namespace finwait {

/// Of `names`, the most similar to `typed`, best first, three at most: those that a few slips turn into it, or that it
/// is a part of. '_' and ' ' count as '-', and capitals as small letters. None: nothing is similar.
[[nodiscard]] QStringList namesLike(const QString& typed, const QStringList& names);

} // namespace finwait
