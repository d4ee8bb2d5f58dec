// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_labels.h"

#include "view/sequence_text.h"

#include <QFontMetricsF>
#include <QtMath>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace finwait {

namespace {

constexpr FlightIndex blockSize = 32;
/// More blocks than this are not kept.
constexpr std::size_t mostBlocks = 512;
/// Flights closer than this on average have no labels at all; pixels.
constexpr double densestDistance = 2;
/// How often the labels of a block are looked through for one that gains if others give way.
constexpr int rounds = 2;
/// So many labels give way to another at the most.
constexpr std::size_t mostGivingWay = 2;
constexpr double worthwhile = 1; // less of a gain is none

/// Chooses among the labels of the flights of a block: the best for each in turn, then better ones where others can
/// give way to them.
class LabelSearch
{
public:
    LabelSearch(const SequenceLayout& layout, const std::vector<FlightIndex>& flights, const LabelObstacles& obstacles);

    std::vector<MessageLabel> run();

private:
    static constexpr std::size_t none = std::size_t(-1);
    using Chosen = std::vector<std::size_t>; // of each flight's choices; none: it has no label

    [[nodiscard]] double cost(std::size_t flight, std::size_t choice) const
    {
        return choice == none ? noLabelCost : m_choices[flight][choice].cost;
    }
    [[nodiscard]] bool meet(std::size_t one, std::size_t choice, std::size_t two, std::size_t other) const;
    [[nodiscard]] std::vector<std::size_t> inTheWay(std::size_t flight, std::size_t choice, const Chosen& chosen) const;
    void chooseBest(std::size_t flight, Chosen& chosen) const;
    void improve(std::size_t flight);

    const SequenceLayout& m_layout;
    std::vector<std::vector<LabelChoice>> m_choices;
    Chosen m_chosen;
};

LabelSearch::LabelSearch(const SequenceLayout& layout, const std::vector<FlightIndex>& flights,
                         const LabelObstacles& obstacles)
    : m_layout(layout)
    , m_chosen(flights.size(), none)
{
    for (const FlightIndex flight : flights)
        m_choices.push_back(labelChoices(layout, flight, obstacles));
}

bool LabelSearch::meet(std::size_t one, std::size_t choice, std::size_t two, std::size_t other) const
{
    return spacedBox(m_layout, m_choices[one][choice].label).meets(m_choices[two][other].label.box);
}

std::vector<std::size_t> LabelSearch::inTheWay(std::size_t flight, std::size_t choice, const Chosen& chosen) const
{
    std::vector<std::size_t> found;
    for (std::size_t other = 0; other < chosen.size(); ++other) {
        if (other != flight && chosen[other] != none && meet(flight, choice, other, chosen[other]))
            found.push_back(other);
    }
    return found;
}

void LabelSearch::chooseBest(std::size_t flight, Chosen& chosen) const
{
    chosen[flight] = none;
    for (std::size_t choice = 0; choice < m_choices[flight].size(); ++choice) {
        if (inTheWay(flight, choice, chosen).empty()) {
            chosen[flight] = choice;
            return;
        }
    }
}

/// A better label for `flight`, if it gains more than those lose that stand there.
void LabelSearch::improve(std::size_t flight)
{
    Chosen best;
    double most = worthwhile;
    for (std::size_t choice = 0; choice < m_choices[flight].size(); ++choice) {
        const double gain = cost(flight, m_chosen[flight]) - cost(flight, choice);
        if (gain <= most)
            break;
        const std::vector<std::size_t> givingWay = inTheWay(flight, choice, m_chosen);
        if (givingWay.size() > mostGivingWay)
            continue;
        Chosen changed = m_chosen;
        changed[flight] = choice;
        for (const std::size_t other : givingWay)
            changed[other] = none;
        double total = gain;
        for (const std::size_t other : givingWay) {
            chooseBest(other, changed);
            total -= cost(other, changed[other]) - cost(other, m_chosen[other]);
        }
        if (total > most) {
            most = total;
            best = changed;
        }
    }
    if (!best.empty())
        m_chosen = best;
}

std::vector<MessageLabel> LabelSearch::run()
{
    for (std::size_t flight = 0; flight < m_choices.size(); ++flight)
        chooseBest(flight, m_chosen);
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t flight = 0; flight < m_choices.size(); ++flight)
            improve(flight);
    }
    std::vector<MessageLabel> labels;
    for (std::size_t flight = 0; flight < m_choices.size(); ++flight) {
        if (m_chosen[flight] != none)
            labels.push_back(m_choices[flight][m_chosen[flight]].label);
    }
    return labels;
}

/// The numbers of the flights of a block.
struct BlockRange {
    FlightIndex first;
    FlightIndex end;
};

BlockRange rangeOf(const Trace& trace, FlightIndex block)
{
    const auto count = static_cast<FlightIndex>(trace.flights().size());
    return {std::min(count, block * blockSize), std::min(count, (block + 1) * blockSize)};
}

std::vector<FlightIndex> neighbours(const Trace& trace, FlightIndex block)
{
    std::vector<FlightIndex> found;
    if (block > 0)
        found.push_back(block - 1);
    if ((block + 1) * blockSize < trace.flights().size())
        found.push_back(block + 1);
    return found;
}

/// Returns the flights that are drawn one by one.
std::vector<FlightIndex> addFlights(const SequenceLayout& layout, BlockRange range, LabelObstacles& obstacles)
{
    std::vector<FlightIndex> single;
    for (FlightIndex flight = range.first; flight < range.end; ++flight) {
        if (const DataRun* band = layout.index().bandOf(flight)) {
            if (band->first == flight || range.first == flight)
                obstacles.boxes.push_back(bandLabel(layout, *band).box);
            flight = band->last;
            continue;
        }
        const DataRun* run = layout.index().runOf(flight);
        if (run != nullptr && run->first == flight) {
            const QRectF box = layout.closeBox(*run);
            obstacles.boxes.push_back({box.center(), box.width(), box.height(), 0});
        }
        single.push_back(flight);
        const QLineF arrow = layout.arrow(flight);
        obstacles.arrows.emplace_back(flight, arrow);
        if (layout.trace().flight(flight).fate == Fate::Lost) {
            const double size = layout.measures().cross;
            obstacles.crosses.emplace_back(flight, OrientedBox{arrow.p2(), size, size, 0});
        }
    }
    return single;
}

/// The gaps that these flights cross.
void addGaps(const SequenceLayout& layout, const std::vector<FlightIndex>& flights, LabelObstacles& obstacles)
{
    if (flights.empty())
        return;
    SequenceWindow window{layout.arrow(flights.front()).y1(), 0};
    for (const FlightIndex flight : flights)
        window.bottom = std::max(window.bottom, layout.arrow(flight).y2());
    for (const QRectF& torn : tornRects(layout, window))
        obstacles.boxes.push_back({torn.center(), torn.width(), torn.height(), 0});
}

bool isDense(const SequenceLayout& layout, const std::vector<FlightIndex>& flights)
{
    if (flights.size() < 2)
        return false;
    const Trace& trace = layout.trace();
    const double height =
        layout.y(trace.flight(flights.back()).sentRecord) - layout.y(trace.flight(flights.front()).sentRecord);
    return height / static_cast<double>(flights.size()) < densestDistance;
}

} // namespace

BandLabel bandLabel(const SequenceLayout& layout, const DataRun& run)
{
    const QPolygonF band = layout.band(run);
    const QPointF left = (band[0] + band[3]) / 2;
    const QPointF right = (band[1] + band[2]) / 2;
    BandLabel label;
    const QFontMetricsF metrics(nameFont(layout));
    const double room = QLineF(left, right).length() - layout.measures().space;
    label.text = metrics.elidedText(sequence_text::run(run), Qt::ElideRight, room);
    label.box = {(left + right) / 2, metrics.horizontalAdvance(label.text), layout.measures().line,
                 qRadiansToDegrees(std::atan2(right.y() - left.y(), right.x() - left.x()))};
    return label;
}

void SequenceLabels::keepClearOf(const std::vector<QRectF>& areas)
{
    m_taken = areas;
    clear();
}

void SequenceLabels::prepare(const SequenceLayout& layout, const SequenceWindow& window)
{
    if (m_blocks.size() > mostBlocks)
        m_blocks.clear();
    for (const FlightIndex flight : visibleFlights(layout, window))
        settle(layout, flight / blockSize);
}

const SequenceLabels::Block& SequenceLabels::settle(const SequenceLayout& layout, FlightIndex block)
{
    if (const auto known = m_blocks.find(block); known != m_blocks.end())
        return known->second;
    LabelObstacles obstacles;
    // Blocks of even number come first and know nothing of others; those between them find both neighbours settled.
    for (const FlightIndex near : neighbours(layout.trace(), block)) {
        addFlights(layout, rangeOf(layout.trace(), near), obstacles);
        if (block % 2 == 1) {
            for (const MessageLabel& label : settle(layout, near))
                obstacles.boxes.push_back(label.box);
        }
    }
    const BlockRange range = rangeOf(layout.trace(), block);
    const std::vector<FlightIndex> flights = addFlights(layout, range, obstacles);
    Block placed;
    if (isDense(layout, flights))
        return m_blocks.emplace(block, placed).first->second;
    addGaps(layout, flights, obstacles);
    for (const QRectF& taken : m_taken)
        obstacles.boxes.push_back({taken.center(), taken.width(), taken.height(), 0});
    placed = LabelSearch(layout, flights, obstacles).run();
    return m_blocks.emplace(block, std::move(placed)).first->second;
}

const MessageLabel* SequenceLabels::find(FlightIndex flight) const
{
    const auto block = m_blocks.find(flight / blockSize);
    if (block == m_blocks.end())
        return nullptr;
    const auto label = std::ranges::lower_bound(block->second, flight, {}, &MessageLabel::flight);
    return label != block->second.end() && label->flight == flight ? &*label : nullptr;
}

} // namespace finwait
