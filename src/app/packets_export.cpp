// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/packets_export.h"

#include "app/scenario_titles.h"
#include "export/connection_pcapng.h"
#include "session/session.h"

namespace finwait {

SideExport::Words PacketsExport::wordsFor(Side at) const
{
    return {.title = at == Side::Client ? tr("Export packets as the client sees them")
                                        : tr("Export packets as the server sees them"),
            .filter = tr("Captures (*.pcapng)"),
            .subject = tr("Export packets"),
            .complaint = tr("The packets cannot be exported."),
            .remark = {}};
}

SideExport::Outcome PacketsExport::writeTo(const QString& path, Side at) const
{
    const CaptureOptions options{.at = at, .title = scenarioTitle(session().scenario())};
    return {writePackets(session().trace(), options, path), {}};
}

} // namespace finwait
