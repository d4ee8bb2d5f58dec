// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_label_choice.h"

#include "view/words.h"

#include <QFontMetricsF>
#include <QtMath>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

namespace finwait {

namespace {

/// Beyond this angle a label stands upright beside its arrow; degrees.
constexpr double steepest = 50;
// Multiples of the height of a line of text: what a line of a label takes, and what is black of it.
constexpr double labelHeight = 0.88;
constexpr double inkHeight = 0.7;
/// Arrows that run through a label lengthwise (degrees between them) hide more of it than those that cross.
constexpr double lengthwise = 8;
constexpr double lengthwiseArrows = 3;
/// Between an arrow and its label; pixels.
constexpr double clearance = 1.5;
/// Between a label and a lifeline; pixels.
constexpr double sideClearance = 3;
/// Where along its arrow a label may stand, the best place first.
constexpr std::array places = {0.46, 0.38, 0.54, 0.3, 0.62, 0.22, 0.7, 0.14, 0.78, 0.86};
/// The same for copies: where they are well apart from what they were made of.
constexpr std::array placesOfCopies = {0.62, 0.7, 0.54, 0.78, 0.46, 0.86, 0.38, 0.3, 0.22, 0.14};

// What speaks against a label. A second arrow that runs through it costs more than the first; numbers are left out
// before a third one does.
constexpr double crossingCost = 7;
constexpr double noNumbersCost = 35;
constexpr double noRoleCost = 45;
constexpr double copyWithoutNameCost = 5; // it is that of what it was made of
constexpr double twoLinesCost = 4;
constexpr double behindCrossCost = 3;
constexpr double belowCost = 0.5;
constexpr double placeCost = 0.1; // for each place that would be better

class Chooser
{
public:
    Chooser(const SequenceLayout& layout, FlightIndex flight, const LabelObstacles& obstacles);

    std::vector<LabelChoice> choose();

private:
    [[nodiscard]] MessageLabel wholeLabel() const;
    void measure(MessageLabel& label) const;
    void tryPlaces(const MessageLabel& label, double cost);
    void tryBehindCross(const MessageLabel& label, double cost);
    void add(const MessageLabel& label, const OrientedBox& box, double cost);
    [[nodiscard]] std::optional<OrientedBox> boxAt(double place, bool above, const MessageLabel& label) const;
    [[nodiscard]] bool isFree(const MessageLabel& label) const;
    [[nodiscard]] double crossings(const MessageLabel& label) const;

    const SequenceLayout& m_layout;
    const LabelObstacles& m_obstacles;
    FlightIndex m_flight;
    QLineF m_arrow;
    QFontMetricsF m_metrics;
    QFontMetricsF m_nameMetrics;
    std::vector<QLineF> m_near; // arrows that could run through a label
    std::vector<LabelChoice> m_choices;
};

Chooser::Chooser(const SequenceLayout& layout, FlightIndex flight, const LabelObstacles& obstacles)
    : m_layout(layout)
    , m_obstacles(obstacles)
    , m_flight(flight)
    , m_arrow(layout.arrow(flight))
    , m_metrics(layout.font())
    , m_nameMetrics(nameFont(layout))
{
    // An upright label reaches no further beyond the ends of a steep arrow than it is high.
    const double around = 3 * layout.measures().line;
    for (const auto& [other, arrow] : obstacles.arrows) {
        if (other != flight && arrow.y1() <= m_arrow.y2() + around && arrow.y2() >= m_arrow.y1() - around)
            m_near.push_back(arrow);
    }
}

MessageLabel Chooser::wholeLabel() const
{
    const words::SegmentLabel words = words::segmentLabel(m_layout.trace(), m_flight);
    const Flight& sent = m_layout.trace().flight(m_flight);
    MessageLabel label;
    label.flight = m_flight;
    label.name = words.name;
    if (!sent.copyOf) // they are those of what it was made of
        label.numbers = words.numbers;
    if (sent.role != SegmentRole::Reset) // a RST says so itself
        label.role = words::noteText(sent);
    return label;
}

void Chooser::measure(MessageLabel& label) const
{
    label.nameWidth = m_nameMetrics.horizontalAdvance(label.name);
    label.numbersWidth = m_metrics.horizontalAdvance(label.numbers);
    label.roleWidth = m_metrics.horizontalAdvance(label.role);
    const double spacing = labelSpacing(m_layout);
    const bool hasBoth = !label.name.isEmpty() && !label.role.isEmpty();
    const double first = label.nameWidth + (hasBoth ? spacing : 0) + label.roleWidth;
    const double second = label.numbers.isEmpty() ? 0 : label.numbersWidth;
    const double between = label.numbers.isEmpty() ? 0 : spacing;
    label.box.width = label.inTwoLines ? std::max(first, second) : first + between + second;
    label.box.height = labelHeight * m_layout.measures().line * (label.inTwoLines ? 2 : 1);
}

std::optional<OrientedBox> Chooser::boxAt(double place, bool above, const MessageLabel& label) const
{
    const double width = label.box.width;
    // A label may reach past the end of a lost segment's arrow: it keeps clear of the cross there.
    const bool lost = m_layout.trace().flight(m_flight).fate == Fate::Lost;
    const double away = lost ? m_layout.measures().cross / 2 + clearance : clearance;
    const QLineF line = m_arrow.dx() < 0 ? QLineF(m_arrow.p2(), m_arrow.p1()) : m_arrow;
    const double slope = std::atan2(line.dy(), line.dx());
    const double height = label.box.height;
    OrientedBox box{m_arrow.pointAt(place), width, height, qRadiansToDegrees(slope)};
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

bool Chooser::isFree(const MessageLabel& label) const
{
    const OrientedBox spaced = spacedBox(m_layout, label);
    const auto meets = [&](const OrientedBox& taken) { return spaced.meets(taken); };
    const auto meetsCross = [&](const auto& cross) { return cross.first != m_flight && spaced.meets(cross.second); };
    return std::ranges::none_of(m_obstacles.boxes, meets) && std::ranges::none_of(m_obstacles.crosses, meetsCross);
}

/// How many other arrows run through a label; more than there are where they do so lengthwise.
double Chooser::crossings(const MessageLabel& label) const
{
    OrientedBox ink = label.box;
    ink.height -= (labelHeight - inkHeight) * m_layout.measures().line;
    double count = 0;
    for (const QLineF& arrow : m_near) {
        if (!ink.meets(arrow))
            continue;
        const double between = std::abs(std::remainder(-arrow.angle() - ink.angle, 180.0));
        count += between < lengthwise ? lengthwiseArrows : 1;
    }
    return count;
}

void Chooser::add(const MessageLabel& label, const OrientedBox& box, double cost)
{
    LabelChoice choice{label, cost};
    choice.label.box = box;
    if (!isFree(choice.label))
        return;
    const double count = crossings(choice.label);
    choice.label.crossed = count > 0;
    choice.cost = std::min(cost + crossingCost * count * count, noLabelCost - 1);
    m_choices.push_back(choice);
}

void Chooser::tryPlaces(const MessageLabel& label, double cost)
{
    const bool isCopy = m_layout.trace().flight(m_flight).copyOf.has_value();
    std::vector<QPointF> tried; // what has no room is moved, and more than one place may lead to the same
    for (const bool above : {true, false}) {
        double there = cost + (above ? 0 : belowCost);
        for (const double place : isCopy ? placesOfCopies : places) {
            const std::optional<OrientedBox> box = boxAt(place, above, label);
            if (box && std::ranges::find(tried, box->center) == tried.end()) {
                tried.push_back(box->center);
                add(label, *box, there);
            }
            there += placeCost;
        }
    }
}

/// Where a lost segment was to go on: its arrow may be too short to have a label beside it.
void Chooser::tryBehindCross(const MessageLabel& label, double cost)
{
    const Flight& flight = m_layout.trace().flight(m_flight);
    if (flight.fate != Fate::Lost)
        return;
    OrientedBox box{m_arrow.p2(), label.box.width, label.box.height, 0};
    const double onward = -outwards(flight.from);
    box.center.rx() += onward * (m_layout.measures().cross / 2 + m_layout.measures().space + box.width / 2);
    const double left = m_layout.innerEdge(Side::Client) + sideClearance + box.width / 2;
    const double right = m_layout.innerEdge(Side::Server) - sideClearance - box.width / 2;
    if (box.center.x() >= left && box.center.x() <= right)
        add(label, box, cost + behindCrossCost);
}

std::vector<LabelChoice> Chooser::choose()
{
    const auto tryLabel = [this](MessageLabel label, double cost) {
        for (const bool two : {false, true}) {
            if (two && label.numbers.isEmpty())
                continue;
            label.inTwoLines = two;
            measure(label);
            tryPlaces(label, cost + (two ? twoLinesCost : 0));
            tryBehindCross(label, cost + (two ? twoLinesCost : 0));
        }
    };
    MessageLabel label = wholeLabel();
    tryLabel(label, 0);
    if (m_layout.trace().flight(m_flight).copyOf) {
        const QString name = std::exchange(label.name, QString());
        tryLabel(label, copyWithoutNameCost);
        label.name = name;
    }
    const double withoutNumbers = label.numbers.isEmpty() ? 0 : noNumbersCost;
    if (!label.numbers.isEmpty()) {
        label.numbers.clear();
        tryLabel(label, withoutNumbers);
    }
    if (!label.role.isEmpty()) {
        label.role.clear();
        tryLabel(label, withoutNumbers + noRoleCost);
    }
    std::ranges::stable_sort(m_choices, {}, &LabelChoice::cost);
    return std::move(m_choices);
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

OrientedBox spacedBox(const SequenceLayout& layout, const MessageLabel& label)
{
    OrientedBox spaced = label.box;
    spaced.width += layout.measures().space;
    return spaced;
}

std::vector<LabelChoice> labelChoices(const SequenceLayout& layout, FlightIndex flight, const LabelObstacles& obstacles)
{
    return Chooser(layout, flight, obstacles).choose();
}

} // namespace finwait
