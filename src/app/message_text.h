// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the rooms without Qt have to say, in the reader's language.
#pragma once

#include "core/message.h"

#include <QString>

namespace finwait {

[[nodiscard]] QString messageText(const Message& message);
/// The same as a sentence: with a capital at its beginning and a full stop.
[[nodiscard]] QString messageSentence(const Message& message);

} // namespace finwait
