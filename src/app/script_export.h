// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// File, Export packetdrill script: what happens at one end of the connection, for packetdrill and for finwait script.
#pragma once

#include "app/side_export.h"

namespace finwait {

class ScriptExport : public SideExport
{
    Q_OBJECT

public:
    ScriptExport(Session& session, AppSettings& settings, QWidget& window) : SideExport(session, settings, window) {}

private:
    [[nodiscard]] QString suffix() const override { return QStringLiteral("pkt"); }
    [[nodiscard]] Words wordsFor(Side at) const override;
    [[nodiscard]] Outcome writeTo(const QString& path, Side at) const override;
};

} // namespace finwait
