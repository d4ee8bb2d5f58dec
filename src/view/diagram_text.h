// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Which rows of the transition table each edge of the diagram stands for, what its labels say in the reader's language,
// and how much room they need in a font.
#pragma once

#include "view/diagram_plan.h"

#include "core/transition_table.h"
#include "view/diagram_totals.h"

#include <QFont>
#include <QFontMetricsF>
#include <QSizeF>
#include <QString>

#include <array>
#include <optional>
#include <set>
#include <vector>

namespace finwait {

/// The rows that an edge of the plan, or a drawer, shows. At least one.
struct EdgeContent {
    const EdgePlan* edge = nullptr; ///< either of the two
    const DrawerPlan* drawer = nullptr;
    std::vector<RowIndex> rows;
};

/// Which rows are shown: those of the RFC's figure, and of the others every one or some.
struct ShownRows {
    bool every = false;
    std::set<RowIndex> beyond{};

    [[nodiscard]] bool contains(RowIndex row) const;
};

/// Every edge and every drawer that has rows to show, in the order of the plan.
[[nodiscard]] std::vector<EdgeContent> edgeContents(const ShownRows& shown);

enum class FrameTitle : std::uint8_t { ActiveClose, PassiveClose };

class DiagramText
{
public:
    DiagramText(const QFont& font, const ShownRows& shown, const std::optional<DiagramTotals>& totals);

    [[nodiscard]] const std::vector<EdgeContent>& contents() const { return m_contents; }
    /// Height of the font: the unit of all measures.
    [[nodiscard]] double unit() const { return m_metrics.height(); }
    [[nodiscard]] double ascent() const { return m_metrics.ascent(); }

    /// Where there are totals, the trigger alone: the count takes the place of the reply.
    [[nodiscard]] const QString& label(RowIndex row) const { return m_labels[row]; }
    [[nodiscard]] static QString title(FrameTitle frame);
    [[nodiscard]] double titleWidth(FrameTitle frame) const;
    /// Of the widest name of a state, and of the counts below it.
    [[nodiscard]] double nameWidth() const { return m_nameWidth; }

    [[nodiscard]] bool hasTotals() const { return !m_heading.isEmpty(); }
    /// How often a row was taken; empty: never, or there are no totals.
    [[nodiscard]] const QString& count(RowIndex row) const { return m_counts[row]; }
    /// Both counts of a state do not stand side by side below its name.
    [[nodiscard]] bool stacksCounts() const { return m_stacksCounts; }
    [[nodiscard]] const QString& heading() const { return m_heading; }
    [[nodiscard]] QSizeF headingSize() const;
    /// From the left end of a side's mark to the text beside it.
    [[nodiscard]] double markAdvance() const;
    [[nodiscard]] double textWidth(const QString& text) const { return m_metrics.horizontalAdvance(text); }
    [[nodiscard]] double pillWidth(RowIndex row) const;
    [[nodiscard]] double pillPadding() const;
    /// By how much labels keep further away from lines that may be wide.
    [[nodiscard]] double clearance() const;

    /// A label, with its count and the ground that lights up behind it.
    [[nodiscard]] double labelWidth(RowIndex row) const;
    [[nodiscard]] double labelHeight() const;
    /// From one line of a label to the next.
    [[nodiscard]] double linePitch() const;
    /// Of the ground behind a label, to each side of its text.
    [[nodiscard]] double sidePadding() const;

    /// The labels of the edge between two states; 0 where none is shown.
    [[nodiscard]] double edgeWidth(State from, State to) const;
    [[nodiscard]] int edgeLines(State from, State to) const;
    /// The comb of a state; 0 where none is shown.
    [[nodiscard]] double drawerWidth(State from) const;
    [[nodiscard]] int drawerLines(State from) const;
    /// The widest comb of a bank, with what it keeps free on both sides; 0 where none is shown.
    [[nodiscard]] double bankWidth(Bank bank) const;

private:
    void measureTotals(const DiagramTotals& totals);
    [[nodiscard]] double widest(const std::vector<RowIndex>& rows) const;
    [[nodiscard]] const EdgeContent* edgeContent(State from, State to) const;
    [[nodiscard]] const EdgeContent* drawerContent(State from) const;

    QFontMetricsF m_metrics;
    QFontMetricsF m_titleMetrics;
    QFontMetricsF m_nameMetrics;
    double m_nameWidth = 0;
    std::vector<EdgeContent> m_contents;
    std::vector<QString> m_labels; // by row
    std::vector<QString> m_counts; // by row
    QString m_heading;
    bool m_stacksCounts = false;
};

/// Between the sides in the heading, in heights of the font.
inline constexpr double legendGap = 1.0;
/// Between the counts of the two sides, in heights of the font.
inline constexpr double sideCountGap = 0.7;
/// Pixels by which a label keeps further away from lines that may be as wide as widestStrand.
inline constexpr double strandClearance = 3.0;

/// The font in which a state's name is written.
[[nodiscard]] QFont stateFont(const QFont& font);
/// The font of the titles of the frames.
[[nodiscard]] QFont frameFont(const QFont& font);

} // namespace finwait
