// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the system says of files, in words that the window can show in its language.
#pragma once

#include "core/message.h"

namespace finwait {

/// What an error of the system, an errno, means.
[[nodiscard]] Message systemMessage(int error);

/// A pipe or a device: to read from one could take for ever.
[[nodiscard]] Message notRegularFile();

} // namespace finwait
