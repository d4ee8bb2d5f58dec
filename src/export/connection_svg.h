// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The pictures of a connection as an SVG: the diagram, the chart, or both side by side.
#pragma once

#include "core/trace.h"
#include "export/exporter.h"
#include "view/diagram_totals.h"
#include "view/sequence_index.h"
#include "view/theme.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace finwait {

enum class PictureContent : std::uint8_t { Diagram, Chart, Both };

struct PictureOptions {
    PictureContent content = PictureContent::Both;
    QString title{}; ///< what the connection is called: a scenario's title
    Theme theme = Theme::lightTheme();
    bool transparent = false;     ///< no ground in the theme's colour
    bool everyTransition = false; ///< the diagram with those beyond the RFC's figure
    SequenceOptions chart{};
    std::optional<DiagramTotals> totals{}; ///< the diagram is of these connections, not of the trace
};

/// The moment that the diagram shows: after so many records of the trace.
struct PictureMoment {
    RecordIndex records = 0;
    Time now{};
};

/// The moment after the last record.
[[nodiscard]] PictureMoment endOf(const Trace& trace);

/// Needs a QApplication. The chart shows all of the trace, whatever the moment.
class ConnectionSvg : public Exporter
{
public:
    /// `trace` must outlive this.
    ConnectionSvg(const Trace& trace, const PictureMoment& moment, const PictureOptions& options);

    [[nodiscard]] QByteArray contents() override;

private:
    [[nodiscard]] QString description() const;

    const Trace& m_trace;
    PictureMoment m_moment;
    PictureOptions m_options;
};

} // namespace finwait
