// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/script_export.h"

#include "app/scenario_titles.h"
#include "app/script_save.h"
#include "session/session.h"

namespace finwait {

SideExport::Words ScriptExport::wordsFor(Side at) const
{
    return {.title = at == Side::Client ? tr("Export a packetdrill script of the client's end")
                                        : tr("Export a packetdrill script of the server's end"),
            .filter = tr("packetdrill scripts (*.pkt)"),
            .subject = tr("Export packetdrill script"),
            .complaint = tr("The script cannot be written."),
            .remark = tr("The script does not go on to the end.")};
}

SideExport::Outcome ScriptExport::writeTo(const QString& path, Side at) const
{
    const Scenario& scenario = session().scenario();
    const SavedScript saved = saveScript(session().trace(), scenario, at, scenarioTitle(scenario), path);
    return {saved.error, saved.remark};
}

} // namespace finwait
