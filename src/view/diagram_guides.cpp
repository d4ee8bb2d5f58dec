// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/diagram_guides.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace finwait {

namespace {

// Multiples of the font's height.
constexpr double margin = 0.7;
constexpr double namePadding = 0.6; // to each side of a state's name
constexpr double nodeHeightFactor = 2.4;
constexpr double furtherCountLine = 1.0; // of a state with one count above the other
constexpr double labelGap = 0.3;         // around a label, at the least
constexpr double framePadding = 0.9;
constexpr double tokenReach = 1.5; // of a token and its ring, from the corner of a state
constexpr double frameGap = 1.0;   // between the two frames
constexpr double laneGap = 0.85;   // between a lane and what is beside it
constexpr double barStub = 0.6;    // between a comb's bar and its labels
constexpr double drawerGap = 0.5;  // between two combs, one above the other
constexpr double closedBelowTop = 1.0;
constexpr double reopenLane = 0.8;         // below the lowest of the others
constexpr double slantedLabelShare = 0.38; // of the slanted edge is passed where its label begins and ends
constexpr double slantedLineShare = 0.1;   // more for each further line
constexpr double underSlantedShare = 0.38; // of it is passed where the label to its left begins
constexpr double slantedClearance = 2.0;   // times what lines that may be wide need elsewhere
constexpr double betweenFins = 4.6;        // for one line beside the slanted edge
constexpr double betweenFinsWithCounts = 7.0;

/// Nothing is spread to more than this many times the room it needs.
constexpr double mostSpread = 1.75;

/// A row of distances, each with the least it may be and its share of what is left over.
template <std::size_t N>
struct Distances {
    std::array<double, N> least{};
    std::array<double, N> share{};

    [[nodiscard]] std::array<double, N> spreadOver(double available) const
    {
        double needed = 0;
        double shares = 0;
        for (std::size_t i = 0; i < N; ++i) {
            needed += least[i];
            shares += share[i];
        }
        const double over = std::clamp(available - needed, 0.0, needed * (mostSpread - 1.0));
        std::array<double, N> result{};
        for (std::size_t i = 0; i < N; ++i)
            result[i] = least[i] + over * share[i] / shares;
        return result;
    }
};

/// What is one below the other, each by its distance from what is above it.
enum Down : std::uint8_t {
    ToTop,
    ToClosed,
    ToListen,
    ToSyn,
    ToEstablished,
    ToFork,
    ToFrame,
    ToFirst,
    ToSecond,
    ToFrameEnd,
    ToBottom,
    Below
};
constexpr std::size_t downCount = Below + 1;

/// Lines are sharpest in the middle of a pixel.
double snapped(double value)
{
    return std::floor(value) + 0.5;
}

class GuideBuilder
{
public:
    explicit GuideBuilder(const DiagramText& text) : m_text(text), m_unit(text.unit())
    {
        m_guides.unit = m_unit;
        m_guides.nodeWidth = std::ceil(text.nameWidth() + 2.0 * namePadding * m_unit);
        m_guides.nodeHeight = std::ceil((nodeHeightFactor + (text.stacksCounts() ? furtherCountLine : 0.0)) * m_unit);
        m_half = m_guides.nodeWidth / 2.0;
    }

    DiagramGuides build(QSizeF available)
    {
        placeAcross(available.width());
        placeDown(available.height());
        return m_guides;
    }

private:
    void placeAcross(double available);
    void placeDown(double available);
    [[nodiscard]] std::array<double, downCount> distancesDown(double available) const;

    [[nodiscard]] double leftOfFrames() const;
    [[nodiscard]] double betweenLeftAndMiddle() const;
    [[nodiscard]] double headingLeft() const;
    [[nodiscard]] double besideHeading() const;
    [[nodiscard]] double middleToFrameEnd() const;
    [[nodiscard]] double halfOfPassiveFrame() const;
    [[nodiscard]] double rightOfFrames() const;
    [[nodiscard]] double betweenMiddleAndRight() const;
    [[nodiscard]] double establishedToFork(double frameTop) const;
    [[nodiscard]] bool hasDrawers(Bank bank) const { return m_text.bankWidth(bank) > 0; }
    [[nodiscard]] bool hasOnlyDrawersOfEstablished() const;
    [[nodiscard]] double overPassiveFrame() const;
    [[nodiscard]] bool canReopen() const { return m_text.edgeLines(State::TimeWait, State::SynReceived) > 0; }
    [[nodiscard]] bool canRevert() const { return m_text.edgeLines(State::SynReceived, State::TimeWait) > 0; }
    /// The labels of what leads back stand between them.
    [[nodiscard]] double betweenReopeningLanes() const { return width(State::SynReceived, State::TimeWait); }
    [[nodiscard]] double reopeningLanes() const;
    [[nodiscard]] int furtherSlantedLines() const
    {
        return std::max(0, m_text.edgeLines(State::FinWait1, State::TimeWait) - 1);
    }
    /// With counts it is steeper, so that it needs less breadth for them.
    [[nodiscard]] double finsApart() const { return m_text.hasTotals() ? betweenFinsWithCounts : betweenFins; }
    [[nodiscard]] double combHalf(State state) const { return m_text.drawerLines(state) * m_text.linePitch() / 2.0; }
    [[nodiscard]] double combPitch(State above, State below) const;

    [[nodiscard]] double width(State from, State to) const
    {
        return m_text.edgeWidth(from, to) + 2 * (labelGap * m_unit + m_text.clearance());
    }
    void setLane(Lane lane, double value) { m_guides.lanes[static_cast<std::size_t>(lane)] = snapped(value); }
    void setBank(Bank bank, double bar, double comb)
    {
        m_guides.bars[static_cast<std::size_t>(bank)] = snapped(bar);
        m_guides.combs[static_cast<std::size_t>(bank)] = comb;
    }

    const DiagramText& m_text;
    double m_unit;
    double m_half = 0; // of a node
    DiagramGuides m_guides;
};

/// From the frame to the outermost of the lanes between TIME_WAIT and SYN_RECEIVED.
double GuideBuilder::reopeningLanes() const
{
    return canReopen() || canRevert() ? laneGap * m_unit + betweenReopeningLanes() : 0.0;
}

double GuideBuilder::leftOfFrames() const
{
    const double comb =
        hasDrawers(Bank::Left) ? m_text.bankWidth(Bank::Left) + (2.0 * barStub + laneGap) * m_unit : 0.0;
    return margin * m_unit + comb + reopeningLanes();
}

double GuideBuilder::betweenLeftAndMiddle() const
{
    const double straight = std::max(width(State::FinWait1, State::Closing), width(State::FinWait2, State::TimeWait));
    const double fromListen = width(State::Listen, State::SynReceived) - m_half / 2.0;
    const double toEstablished = width(State::SynReceived, State::Established) + tokenReach * m_unit - m_half / 2.0;
    const double fork = width(State::Established, State::FinWait1) - m_half;
    const double overListen = width(State::SynReceived, State::Listen) + width(State::Closed, State::Listen) - m_half;
    // The slanted edge goes from the side of FIN_WAIT_1 to 0.3 halves left of the middle of TIME_WAIT; its label stands
    // between where the edge has passed it and the edge that comes down in the middle.
    const double fins = finsApart();
    const double passed = slantedLabelShare * betweenFins / fins + slantedLineShare * furtherSlantedLines()
                          + slantedClearance * m_text.clearance() / (fins * m_unit);
    const double besideSlant = slantedClearance * m_text.clearance();
    const double slope = (width(State::FinWait1, State::TimeWait) + besideSlant - 0.3 * m_half) / (1.0 - passed);
    // To its left, half-way down, ends the label of the edge to FIN_WAIT_2.
    const double under = (width(State::FinWait1, State::FinWait2) + besideSlant - m_half) / underSlantedShare;
    const double slanted = std::max(slope, m_text.hasTotals() ? under : 0.0) - 0.7 * m_half;
    return std::max({straight, fromListen, toEstablished, fork, overListen, slanted, besideHeading()});
}

/// Right of the lane that comes up on the left, if there is one.
double GuideBuilder::headingLeft() const
{
    return (hasDrawers(Bank::Left) ? margin + laneGap : margin) * m_unit;
}

/// What the heading needs between the two columns: it ends where a token at CLOSED may stand.
double GuideBuilder::besideHeading() const
{
    if (!m_text.hasTotals())
        return 0;
    const double end = headingLeft() + m_text.headingSize().width() + tokenReach * m_unit;
    return end - leftOfFrames() - framePadding * m_unit - 2.0 * m_half;
}

double GuideBuilder::middleToFrameEnd() const
{
    const double labels = std::max(width(State::Closing, State::TimeWait), width(State::TimeWait, State::Closed));
    const double plain = std::max(m_half + framePadding * m_unit, labels);
    if (!hasDrawers(Bank::Inner))
        return plain;
    return std::max(plain + laneGap * m_unit,
                    m_half + m_text.bankWidth(Bank::Inner) + 2.0 * (barStub + laneGap) * m_unit);
}

double GuideBuilder::halfOfPassiveFrame() const
{
    const double title = m_text.titleWidth(FrameTitle::PassiveClose) + (framePadding + labelGap) * m_unit;
    const double labels = std::max(width(State::CloseWait, State::LastAck), width(State::LastAck, State::Closed));
    return std::max({m_half + framePadding * m_unit, title, labels});
}

/// Then the comb on the right stands above the frame of the passive close and not beside it.
bool GuideBuilder::hasOnlyDrawersOfEstablished() const
{
    return m_text.drawerLines(State::Established) > 0
           && std::ranges::all_of(drawerPlans(), [this](const DrawerPlan& plan) {
                  return plan.bank != Bank::Right || plan.from == State::Established
                         || m_text.drawerLines(plan.from) == 0;
              });
}

/// From the edge between SYN_SENT and ESTABLISHED, which comes down beside such a comb, to the end of the frame.
double GuideBuilder::overPassiveFrame() const
{
    return m_half / 2.0 + halfOfPassiveFrame();
}

double GuideBuilder::rightOfFrames() const
{
    if (!hasDrawers(Bank::Right))
        return (laneGap + margin) * m_unit;
    if (hasOnlyDrawersOfEstablished())
        return std::max((laneGap + margin) * m_unit, m_text.bankWidth(Bank::Right)
                                                         + (laneGap + 2.0 * barStub + margin) * m_unit
                                                         - overPassiveFrame());
    return m_text.bankWidth(Bank::Right) + (laneGap + 2.0 * barStub + margin) * m_unit;
}

double GuideBuilder::betweenMiddleAndRight() const
{
    const double belowListen = width(State::Listen, State::SynSent) - 0.4 * m_half;
    const double toEstablished = width(State::SynSent, State::Established) + tokenReach * m_unit - 0.5 * m_half;
    const double toClosed = width(State::SynSent, State::Closed) - m_half;
    const double fromClosed = width(State::Closed, State::SynSent) - 1.6 * m_half;
    return std::max({belowListen, toEstablished, toClosed, fromClosed});
}

void GuideBuilder::placeAcross(double available)
{
    const double frames = middleToFrameEnd() + frameGap * m_unit + halfOfPassiveFrame();
    const double lacking = std::max(0.0, betweenMiddleAndRight() + 2.0 * m_half - frames);
    enum Across { ToActive, ToLeft, ToMiddle, ToActiveEnd, Gap, ToRight, ToPassiveEnd, Outside };
    Distances<8> distances;
    distances.least = {leftOfFrames(),
                       framePadding * m_unit + m_half,
                       betweenLeftAndMiddle() + 2.0 * m_half,
                       middleToFrameEnd() + lacking,
                       frameGap * m_unit,
                       halfOfPassiveFrame(),
                       halfOfPassiveFrame(),
                       rightOfFrames()};
    distances.share = {0.4, 0.3, 4.0, 2.0, 0.4, 1.4, 0.6, 0.4};
    const auto d = distances.spreadOver(available);

    const double activeLeft = d[ToActive];
    const double left = activeLeft + d[ToLeft];
    const double middle = left + d[ToMiddle];
    const double activeRight = middle + d[ToActiveEnd];
    const double passiveLeft = activeRight + d[Gap];
    const double right = passiveLeft + d[ToRight];
    const double passiveRight = right + d[ToPassiveEnd];
    const double end = passiveRight + d[Outside];

    m_guides.columns = {snapped(left), snapped(middle), snapped(right)};
    m_guides.activeFrame = QRectF(QPointF(activeLeft, 0), QPointF(activeRight, 0));
    m_guides.passiveFrame = QRectF(QPointF(passiveLeft, 0), QPointF(passiveRight, 0));
    m_guides.bounds.setRight(end);

    setLane(Lane::Right, end - margin * m_unit);
    setLane(Lane::Left, margin * m_unit);
    const double revertLeft = activeLeft - laneGap * m_unit;
    const double reopenLeft = canReopen() || canRevert() ? revertLeft - betweenReopeningLanes() : activeLeft;
    setLane(Lane::RevertLeft, revertLeft);
    setLane(Lane::ReopenLeft, reopenLeft);
    setLane(Lane::Inner, activeRight - laneGap * m_unit);
    const double leftBar = reopenLeft - laneGap * m_unit;
    setBank(Bank::Left, leftBar, leftBar - barStub * m_unit - m_text.clearance());
    const double besideRight = hasOnlyDrawersOfEstablished() ? right - m_half / 2.0 : passiveRight;
    const double rightBar = besideRight + laneGap * m_unit;
    setBank(Bank::Right, rightBar, rightBar + barStub * m_unit + m_text.clearance());
    const double innerBar = middle + m_half + laneGap * m_unit;
    setBank(Bank::Inner, innerBar, innerBar + barStub * m_unit + m_text.clearance());
}

/// What two combs of one bank need from the middle of the one to the middle of the other.
double GuideBuilder::combPitch(State above, State below) const
{
    if (m_text.drawerLines(above) == 0 || m_text.drawerLines(below) == 0)
        return 0;
    return combHalf(above) + combHalf(below) + drawerGap * m_unit;
}

double GuideBuilder::establishedToFork(double frameTop) const
{
    // The comb of ESTABLISHED hangs at a port below the middle.
    const double port = 0.5 * m_guides.nodeHeight / 2.0;
    const double fixed = m_guides.nodeHeight + frameTop;
    const double overFork = hasOnlyDrawersOfEstablished()
                                ? combHalf(State::Established) + drawerGap * m_unit + port - m_guides.nodeHeight / 2.0
                                : 0.0;
    return std::max({1.6 * m_unit, combPitch(State::Established, State::CloseWait) + port - fixed, overFork});
}

std::array<double, downCount> GuideBuilder::distancesDown(double available) const
{
    const double u = m_unit;
    const double node = m_guides.nodeHeight;
    const double port = 0.5 * node / 2.0;
    const double forkToFrame = 0.5 * u;
    const double frameToNode = std::max(1.0 * u, combHalf(State::Closing) - node / 2.0 + labelGap * u);
    const double closing =
        std::max(2.3 * u, tokenReach * u + m_text.edgeLines(State::Listen, State::Closed) * m_text.linePitch());
    const double underSynSent =
        hasOnlyDrawersOfEstablished() ? combHalf(State::Established) + drawerGap * u - port - node / 2.0 : 0.0;
    const double synToEstablished =
        std::max({1.7 * u, combPitch(State::SynSent, State::Established) - port - node, underSynSent});
    const double finToFin = std::max({finsApart() * u + furtherSlantedLines() * m_text.linePitch(),
                                      combPitch(State::FinWait1, State::FinWait2) - node,
                                      combPitch(State::CloseWait, State::LastAck) - node,
                                      combPitch(State::Closing, State::TimeWait) - node});
    const double below =
        std::max(1.7 * u, combHalf(State::TimeWait) - node / 2.0 + m_text.labelHeight() + 2.0 * labelGap * u);
    const double lastComb = std::max(combHalf(State::FinWait2), combHalf(State::LastAck)) - node / 2.0 - below;
    const double toBottom = std::max(0.75 * u, lastComb + drawerGap * u);
    const double reopening = canReopen() ? reopenLane * u + labelGap * u + m_text.labelHeight() : 0.0;

    Distances<downCount> distances;
    distances.least = {margin * u,       closedBelowTop * u + m_text.clearance(),
                       closing,          2.1 * u,
                       synToEstablished, establishedToFork(forkToFrame + frameToNode),
                       forkToFrame,      frameToNode,
                       finToFin,         below,
                       toBottom,         reopening + margin * u};
    distances.share = {0.2, 0.4, 0.8, 0.9, 0.9, 0.8, 0.1, 0.5, 2.0, 0.5, 0.1, 0.2};
    return distances.spreadOver(available - diagramRowCount * node);
}

void GuideBuilder::placeDown(double available)
{
    const double node = m_guides.nodeHeight;
    const auto d = distancesDown(available);
    const double closed = d[ToTop] + d[ToClosed] + node / 2.0;
    const double listen = closed + node + d[ToListen];
    const double syn = listen + node + d[ToSyn];
    const double established = syn + node + d[ToEstablished];
    const double fork = established + node / 2.0 + d[ToFork];
    const double frameTop = fork + d[ToFrame];
    const double first = frameTop + d[ToFirst] + node / 2.0;
    const double second = first + node + d[ToSecond];
    const double frameBottom = second + node / 2.0 + d[ToFrameEnd];
    const double bottom = frameBottom + d[ToBottom];

    m_guides.rows = {snapped(closed),      snapped(listen), snapped(syn),
                     snapped(established), snapped(first),  snapped(second)};
    for (QRectF* frame : {&m_guides.activeFrame, &m_guides.passiveFrame}) {
        frame->setTop(frameTop);
        frame->setBottom(frameBottom);
    }
    m_guides.bounds.setBottom(bottom + d[Below]);
    m_guides.heading = {headingLeft(), closed - node / 2.0};
    setLane(Lane::Top, d[ToTop]);
    setLane(Lane::Fork, fork);
    setLane(Lane::Bottom, bottom);
    setLane(Lane::RevertBottom, bottom);
    setLane(Lane::ReopenBottom, bottom + reopenLane * m_unit);
}

} // namespace

DiagramGuides diagramGuides(const DiagramText& text, QSizeF available)
{
    return GuideBuilder(text).build(available);
}

} // namespace finwait
