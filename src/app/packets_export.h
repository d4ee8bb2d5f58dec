// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// File, Export packets: the connection's packets, as one of its ends sees them.
#pragma once

#include "app/side_export.h"

namespace finwait {

class PacketsExport : public SideExport
{
    Q_OBJECT

public:
    PacketsExport(Session& session, AppSettings& settings, QWidget& window) : SideExport(session, settings, window) {}

private:
    [[nodiscard]] QString suffix() const override { return QStringLiteral("pcapng"); }
    [[nodiscard]] Words wordsFor(Side at) const override;
    [[nodiscard]] Outcome writeTo(const QString& path, Side at) const override;
};

} // namespace finwait
