// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/diagram_text.h"

#include "view/side_mark.h"
#include "view/words.h"
#include "view/words_totals.h"

#include <QCoreApplication>

#include <algorithm>

namespace finwait {

namespace {

// Multiples of the font's height.
constexpr double labelSidePadding = 0.28;
constexpr double labelHeightFactor = 1.08;
constexpr double linePitchFactor = 1.14;
constexpr double pillSidePadding = 0.34;
constexpr double countsBesideName = 0.6; // by how much the counts of a state may be wider than the widest name
constexpr double pillGap = 0.28;
constexpr double headingHeight = 2.4;

bool belongsInDrawer(const TransitionRow& row)
{
    return row.to == State::Closed && row.figure5 == Figure5::Beyond && drawerPlan(row.from) != nullptr;
}

template <typename Belongs>
std::vector<RowIndex> rowsThat(const ShownRows& shown, Belongs belongs)
{
    std::vector<RowIndex> result;
    const auto table = transitionTable();
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto row = static_cast<RowIndex>(i);
        if (shown.contains(row) && belongs(table[i]))
            result.push_back(row);
    }
    return result;
}

} // namespace

bool ShownRows::contains(RowIndex row) const
{
    return every || transitionRow(row).figure5 != Figure5::Beyond || beyond.contains(row);
}

std::vector<EdgeContent> edgeContents(const ShownRows& shown)
{
    std::vector<EdgeContent> result;
    for (const EdgePlan& plan : edgePlans()) {
        auto rows = rowsThat(shown, [&](const TransitionRow& row) {
            return row.from == plan.from && row.to == plan.to && !belongsInDrawer(row);
        });
        if (!rows.empty())
            result.push_back({&plan, nullptr, std::move(rows)});
    }
    for (const DrawerPlan& plan : drawerPlans()) {
        auto rows =
            rowsThat(shown, [&](const TransitionRow& row) { return row.from == plan.from && belongsInDrawer(row); });
        if (!rows.empty())
            result.push_back({nullptr, &plan, std::move(rows)});
    }
    return result;
}

DiagramText::DiagramText(const QFont& font, const ShownRows& shown, const std::optional<DiagramTotals>& totals)
    : m_metrics(font)
    , m_titleMetrics(frameFont(font))
    , m_nameMetrics(stateFont(font))
    , m_contents(edgeContents(shown))
{
    for (const State state : allStates)
        m_nameWidth = std::max(m_nameWidth, m_nameMetrics.horizontalAdvance(words::stateName(state)));
    for (std::size_t row = 0; row < transitionTable().size(); ++row)
        m_labels.push_back(words::rowLabel(static_cast<RowIndex>(row)));
    m_counts.resize(m_labels.size());
    if (totals)
        measureTotals(*totals);
}

void DiagramText::measureTotals(const DiagramTotals& totals)
{
    m_heading = words::connectionTotal(totals.connections);
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const auto row = static_cast<RowIndex>(i);
        m_labels[i] = words::triggerLabel(transitionRow(row).trigger);
        m_counts[i] = words::countText(totals.takenByBoth(row));
    }
    const double room = m_nameWidth + countsBesideName * unit();
    for (const State state : allStates) {
        const PerSide<std::uint64_t> ended = totals.endedAt(state);
        double abreast = 0;
        for (const Side side : allSides) {
            if (ended[side] == 0)
                continue;
            const double width = markAdvance() + textWidth(words::countText(ended[side]));
            m_nameWidth = std::max(m_nameWidth, width);
            abreast += width + (abreast > 0 ? sideCountGap * unit() : 0.0);
        }
        m_stacksCounts = m_stacksCounts || abreast > room;
    }
}

QSizeF DiagramText::headingSize() const
{
    double legend = legendGap * unit();
    for (const Side side : allSides)
        legend += markAdvance() + textWidth(words::sideName(side));
    const double text = m_nameMetrics.horizontalAdvance(m_heading);
    return {std::max(text, legend), headingHeight * unit()};
}

double DiagramText::markAdvance() const
{
    return sideMarkAdvance * unit();
}

double DiagramText::pillWidth(RowIndex row) const
{
    return textWidth(m_counts[row]) + 2.0 * pillPadding();
}

double DiagramText::pillPadding() const
{
    return pillSidePadding * unit();
}

double DiagramText::clearance() const
{
    return hasTotals() ? strandClearance : 0.0;
}

QString DiagramText::title(FrameTitle frame)
{
    switch (frame) {
    case FrameTitle::ActiveClose: return QCoreApplication::translate("Diagram", "active close");
    case FrameTitle::PassiveClose: return QCoreApplication::translate("Diagram", "passive close");
    }
    Q_UNREACHABLE();
}

double DiagramText::titleWidth(FrameTitle frame) const
{
    return m_titleMetrics.horizontalAdvance(title(frame));
}

double DiagramText::labelWidth(RowIndex row) const
{
    const double text = textWidth(m_labels[row]) + 2.0 * sidePadding();
    return m_counts[row].isEmpty() ? text : text + pillGap * unit() - sidePadding() + pillWidth(row);
}

double DiagramText::labelHeight() const
{
    return labelHeightFactor * unit();
}

double DiagramText::linePitch() const
{
    return linePitchFactor * unit();
}

double DiagramText::sidePadding() const
{
    return labelSidePadding * unit();
}

double DiagramText::edgeWidth(State from, State to) const
{
    const EdgeContent* content = edgeContent(from, to);
    return content == nullptr ? 0.0 : widest(content->rows);
}

int DiagramText::edgeLines(State from, State to) const
{
    const EdgeContent* content = edgeContent(from, to);
    return content == nullptr ? 0 : static_cast<int>(content->rows.size());
}

double DiagramText::drawerWidth(State from) const
{
    const EdgeContent* content = drawerContent(from);
    return content == nullptr ? 0.0 : widest(content->rows);
}

int DiagramText::drawerLines(State from) const
{
    const EdgeContent* content = drawerContent(from);
    return content == nullptr ? 0 : static_cast<int>(content->rows.size());
}

double DiagramText::bankWidth(Bank bank) const
{
    double result = 0;
    for (const DrawerPlan& plan : drawerPlans()) {
        if (plan.bank == bank)
            result = std::max(result, drawerWidth(plan.from));
    }
    return result > 0 ? result + 2.0 * clearance() : 0.0;
}

double DiagramText::widest(const std::vector<RowIndex>& rows) const
{
    double result = 0;
    for (const RowIndex row : rows)
        result = std::max(result, labelWidth(row));
    return result;
}

const EdgeContent* DiagramText::edgeContent(State from, State to) const
{
    const auto found = std::ranges::find_if(m_contents, [&](const EdgeContent& content) {
        return content.edge != nullptr && content.edge->from == from && content.edge->to == to;
    });
    return found == m_contents.end() ? nullptr : &*found;
}

const EdgeContent* DiagramText::drawerContent(State from) const
{
    const auto found = std::ranges::find_if(m_contents, [&](const EdgeContent& content) {
        return content.drawer != nullptr && content.drawer->from == from;
    });
    return found == m_contents.end() ? nullptr : &*found;
}

QFont stateFont(const QFont& font)
{
    QFont result = font;
    result.setWeight(QFont::DemiBold);
    return result;
}

QFont frameFont(const QFont& font)
{
    QFont result = font;
    result.setItalic(true);
    return result;
}

} // namespace finwait
