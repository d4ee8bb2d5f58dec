// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The packets of a connection as a capture file (pcapng), as a program that listens at one of its ends would have
// written it. The form is described in docs/packets.md.
#pragma once

#include "core/side.h"
#include "core/trace.h"

#include <QString>

namespace finwait {

struct CaptureOptions {
    Side at = Side::Client; ///< where it is listened: times are of sending there and of arrival there
    QString title{};        ///< what the connection is called: a scenario's title
};

/// Packets begin at the trace's time zero, which is the beginning of 1970 in the file. The comments are in the language
/// that is in force. Returns why there is no file, a sentence that names what is wrong; empty: it is written.
[[nodiscard]] QString writePackets(const Trace& trace, const CaptureOptions& options, const QString& path);

} // namespace finwait
