// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_labels.h"

#include "view/sequence_text.h"
#include "view/words.h"

#include <QFontMetricsF>
#include <QtMath>

#include <algorithm>
#include <array>
#include <cmath>

namespace finwait {

namespace {

constexpr FlightIndex blockSize = 32;
/// More blocks than this are not kept.
constexpr std::size_t mostBlocks = 512;
/// Flights closer than this on average have no labels at all; pixels.
constexpr double densestDistance = 2;
/// Beyond this angle a label stands upright beside its arrow; degrees.
constexpr double steepest = 50;
// Multiples of the height of a line of text: what a label takes, and what is black of it.
constexpr double labelHeight = 0.88;
constexpr double inkHeight = 0.7;
/// Arrows that run through a label lengthwise (degrees between them) hide more of it than those that cross.
constexpr double lengthwise = 8;
constexpr std::ptrdiff_t lengthwiseCost = 4;
/// Between an arrow and its label; pixels.
constexpr double clearance = 1.5;
/// Between a label and a lifeline; pixels.
constexpr double sideClearance = 3;
/// Where along its arrow a label may stand, the best place first.
constexpr std::array places = {0.46, 0.38, 0.54, 0.3, 0.62, 0.22, 0.7, 0.14, 0.78, 0.86};

/// What stands in the way of labels.
struct Obstacles {
    std::vector<std::pair<FlightIndex, QLineF>> arrows;
    std::vector<OrientedBox> boxes;
    std::vector<std::pair<FlightIndex, OrientedBox>> crosses; ///< of lost segments
};

class LabelPlacer
{
public:
    explicit LabelPlacer(const SequenceLayout& layout)
        : m_layout(layout)
        , m_metrics(layout.font())
        , m_nameMetrics(nameFont(layout))
    {}

    /// The label with as many of its parts as there is room for.
    [[nodiscard]] std::optional<MessageLabel> place(FlightIndex flight, const Obstacles& obstacles) const;

private:
    [[nodiscard]] MessageLabel wholeLabel(FlightIndex flight) const;
    void measure(MessageLabel& label) const;
    [[nodiscard]] std::optional<OrientedBox> boxAt(const QLineF& arrow, double place, bool above,
                                                   const MessageLabel& label) const;
    [[nodiscard]] bool isFree(const OrientedBox& box, FlightIndex flight, const Obstacles& obstacles) const;
    [[nodiscard]] std::ptrdiff_t crossings(const OrientedBox& box, FlightIndex flight,
                                           const Obstacles& obstacles) const;
    [[nodiscard]] bool tryPlaces(MessageLabel& label, const QLineF& arrow, const Obstacles& obstacles,
                                 std::ptrdiff_t mostCrossings) const;
    [[nodiscard]] bool tryBehindCross(MessageLabel& label, const QLineF& arrow, const Obstacles& obstacles,
                                      std::ptrdiff_t mostCrossings) const;

    const SequenceLayout& m_layout;
    QFontMetricsF m_metrics;
    QFontMetricsF m_nameMetrics;
};

MessageLabel LabelPlacer::wholeLabel(FlightIndex flight) const
{
    const words::SegmentLabel words = words::segmentLabel(m_layout.trace(), flight);
    const Flight& sent = m_layout.trace().flight(flight);
    MessageLabel label;
    label.flight = flight;
    label.name = words.name;
    label.numbers = words.numbers;
    if (sent.role != SegmentRole::Reset) // a RST says so itself
        label.role = words::noteText(sent);
    return label;
}

void LabelPlacer::measure(MessageLabel& label) const
{
    label.nameWidth = m_nameMetrics.horizontalAdvance(label.name);
    label.numbersWidth = m_metrics.horizontalAdvance(label.numbers);
    label.roleWidth = m_metrics.horizontalAdvance(label.role);
    const double spacing = labelSpacing(m_layout);
    label.box.width = label.nameWidth + (label.numbers.isEmpty() ? 0 : spacing + label.numbersWidth)
                      + (label.role.isEmpty() ? 0 : spacing + label.roleWidth);
    label.box.height = labelHeight * m_layout.measures().line;
}

std::optional<OrientedBox> LabelPlacer::boxAt(const QLineF& arrow, double place, bool above,
                                              const MessageLabel& label) const
{
    const double width = label.box.width;
    // A label may reach past the end of a lost segment's arrow: it keeps clear of the cross there.
    const bool lost = m_layout.trace().flight(label.flight).fate == Fate::Lost;
    const double away = lost ? m_layout.measures().cross / 2 + clearance : clearance;
    const QLineF line = arrow.dx() < 0 ? QLineF(arrow.p2(), arrow.p1()) : arrow;
    const double slope = std::atan2(line.dy(), line.dx());
    const double height = label.box.height;
    OrientedBox box{arrow.pointAt(place), width, height, qRadiansToDegrees(slope)};
    if (std::abs(box.angle) > steepest) {
        // Upright, on that side of the arrow where it is not.
        const double aside = width / 2 + height / 2 / std::abs(std::tan(slope)) + away;
        box.center.rx() += (slope > 0) == above ? aside : -aside;
        box.angle = 0;
    } else {
        const double aside = (height / 2 + away) * (above ? -1 : 1);
        box.center += QPointF(-std::sin(slope) * aside, std::cos(slope) * aside);
    }
    // Along the arrow, until it stands between the lifelines.
    const double radians = qDegreesToRadians(box.angle);
    const double half = std::cos(radians) * width / 2 + std::abs(std::sin(radians)) * height / 2;
    const double left = m_layout.innerEdge(Side::Client) + sideClearance + half;
    const double right = m_layout.innerEdge(Side::Server) - sideClearance - half;
    if (left > right)
        return std::nullopt;
    const double shift = std::clamp(box.center.x(), left, right) - box.center.x();
    if (box.angle == 0 && std::abs(slope) > 0.01 && shift != 0)
        return std::nullopt;
    box.center += QPointF(shift, shift * std::tan(radians));
    return box;
}

bool LabelPlacer::isFree(const OrientedBox& box, FlightIndex flight, const Obstacles& obstacles) const
{
    OrientedBox spaced = box;
    spaced.width += m_layout.measures().space;
    const auto meets = [&](const OrientedBox& taken) { return spaced.meets(taken); };
    const auto meetsCross = [&](const auto& cross) { return cross.first != flight && spaced.meets(cross.second); };
    return std::ranges::none_of(obstacles.boxes, meets) && std::ranges::none_of(obstacles.crosses, meetsCross);
}

/// What other arrows do to a label there: 0 for nothing.
std::ptrdiff_t LabelPlacer::crossings(const OrientedBox& box, FlightIndex flight, const Obstacles& obstacles) const
{
    OrientedBox ink = box;
    ink.height = inkHeight * m_layout.measures().line;
    std::ptrdiff_t cost = 0;
    for (const auto& [crossing, arrow] : obstacles.arrows) {
        if (crossing == flight || !ink.meets(arrow))
            continue;
        const double between = std::abs(std::remainder(-arrow.angle() - box.angle, 180.0));
        cost += between < lengthwise ? lengthwiseCost : 1;
    }
    return cost;
}

bool LabelPlacer::tryPlaces(MessageLabel& label, const QLineF& arrow, const Obstacles& obstacles,
                            std::ptrdiff_t mostCrossings) const
{
    std::optional<OrientedBox> best;
    std::ptrdiff_t least = mostCrossings + 1;
    for (const bool above : {true, false}) {
        for (const double place : places) {
            const std::optional<OrientedBox> box = boxAt(arrow, place, above, label);
            if (least == 0 || !box || !isFree(*box, label.flight, obstacles))
                continue;
            const std::ptrdiff_t cost = crossings(*box, label.flight, obstacles);
            if (cost < least) {
                least = cost;
                best = box;
            }
        }
    }
    if (!best)
        return false;
    label.box = *best;
    label.crossed = least > 0;
    return true;
}

/// Where a lost segment was to go on: its arrow may be too short to have a label beside it.
bool LabelPlacer::tryBehindCross(MessageLabel& label, const QLineF& arrow, const Obstacles& obstacles,
                                 std::ptrdiff_t mostCrossings) const
{
    const Flight& flight = m_layout.trace().flight(label.flight);
    if (flight.fate != Fate::Lost)
        return false;
    OrientedBox box{arrow.p2(), label.box.width, label.box.height, 0};
    const double onward = -outwards(flight.from);
    box.center.rx() += onward * (m_layout.measures().cross / 2 + m_layout.measures().space + box.width / 2);
    const double left = m_layout.innerEdge(Side::Client) + sideClearance + box.width / 2;
    const double right = m_layout.innerEdge(Side::Server) - sideClearance - box.width / 2;
    if (box.center.x() < left || box.center.x() > right || !isFree(box, label.flight, obstacles))
        return false;
    const std::ptrdiff_t cost = crossings(box, label.flight, obstacles);
    if (cost > mostCrossings)
        return false;
    label.box = box;
    label.crossed = cost > 0;
    return true;
}

std::optional<MessageLabel> LabelPlacer::place(FlightIndex flight, const Obstacles& obstacles) const
{
    const QLineF arrow = m_layout.arrow(flight);
    MessageLabel label = wholeLabel(flight);
    measure(label);
    if (tryPlaces(label, arrow, obstacles, 1))
        return label;
    if (!label.role.isEmpty()) {
        label.numbers.clear();
        measure(label);
        if (tryPlaces(label, arrow, obstacles, 1))
            return label;
    }
    if (tryBehindCross(label, arrow, obstacles, 1))
        return label;
    label.numbers.clear();
    label.role.clear();
    measure(label);
    const std::ptrdiff_t any = lengthwiseCost * std::ssize(obstacles.arrows);
    if (tryPlaces(label, arrow, obstacles, any) || tryBehindCross(label, arrow, obstacles, any))
        return label;
    return std::nullopt;
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
std::vector<FlightIndex> addFlights(const SequenceLayout& layout, BlockRange range, Obstacles& obstacles)
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
void addGaps(const SequenceLayout& layout, const std::vector<FlightIndex>& flights, Obstacles& obstacles)
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

QFont nameFont(const SequenceLayout& layout)
{
    QFont font = layout.font();
    font.setBold(true);
    return font;
}

double labelSpacing(const SequenceLayout& layout)
{
    return layout.measures().space * 0.75;
}

BandLabel bandLabel(const SequenceLayout& layout, const DataRun& run)
{
    const QPolygonF band = layout.band(run);
    const QPointF left = (band[0] + band[3]) / 2;
    const QPointF right = (band[1] + band[2]) / 2;
    BandLabel label;
    label.text = sequence_text::run(run);
    label.box = {(left + right) / 2, QFontMetricsF(nameFont(layout)).horizontalAdvance(label.text),
                 layout.measures().line, qRadiansToDegrees(std::atan2(right.y() - left.y(), right.x() - left.x()))};
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
    Obstacles obstacles;
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
    const LabelPlacer placer(layout);
    for (const FlightIndex flight : flights) {
        if (const std::optional<MessageLabel> label = placer.place(flight, obstacles)) {
            obstacles.boxes.push_back(label->box);
            placed.push_back(*label);
        }
    }
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
