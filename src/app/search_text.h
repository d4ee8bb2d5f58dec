// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Texts as they are searched: whichever way somebody spells a state, it is found however it is spelled elsewhere.
#pragma once

#include <QString>
#include <QStringList>

namespace finwait {

/// For comparing, not for reading: in small letters, each state in one spelling and in one word.
[[nodiscard]] QString searchable(const QString& text);
/// What a person searches for, word by word, each searchable; a state is one word.
[[nodiscard]] QStringList searchWords(const QString& text);

} // namespace finwait
