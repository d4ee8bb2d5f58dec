// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/diagram_plan.h"

#include <algorithm>
#include <array>

namespace finwait {

namespace {

using enum State;
using enum Face;
using enum Beside;

constexpr auto states = std::to_array<StatePlan>({
    {Closed, DiagramColumn::Middle, DiagramRow::Closed},
    {Listen, DiagramColumn::Middle, DiagramRow::Listen},
    {SynSent, DiagramColumn::Right, DiagramRow::Syn},
    {SynReceived, DiagramColumn::Left, DiagramRow::Syn},
    {Established, DiagramColumn::Middle, DiagramRow::Established},
    {FinWait1, DiagramColumn::Left, DiagramRow::FirstFin},
    {FinWait2, DiagramColumn::Left, DiagramRow::SecondFin},
    {Closing, DiagramColumn::Middle, DiagramRow::FirstFin},
    {TimeWait, DiagramColumn::Middle, DiagramRow::SecondFin},
    {CloseWait, DiagramColumn::Right, DiagramRow::FirstFin},
    {LastAck, DiagramColumn::Right, DiagramRow::SecondFin},
});

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (states[i].state != allStates[i])
            return false;
    }
    return states.size() == stateCount;
}
static_assert(inOrder());

// Both ways back into CLOSED come from above, so that nothing crosses the active open on its right.
constexpr Port closedFromRight = {Top, 0.35};
constexpr Port closedFromLeft = {Top, -0.35};

} // namespace

std::span<const StatePlan> statePlans()
{
    return states;
}

const StatePlan& statePlan(State state)
{
    return states[static_cast<std::size_t>(state)];
}

const std::vector<EdgePlan>& edgePlans()
{
    // clang-format off
    static const std::vector<EdgePlan> plans = {
        // Opening
        {Closed, {Bottom, -0.45}, {}, Listen, {Top, -0.45}, {0, LeftOf, 0.0}},
        {Listen, {Top, 0.45}, {}, Closed, {Bottom, 0.45}, {0, RightOf, 0.0}},
        {Closed, {Right, -0.4}, {}, SynSent, {Top, 0.6}, {0, Above, 0.5}},
        {SynSent, {Top, 0.0}, {}, Closed, {Right, 0.45}, {0, LeftOf, 0.5, Stretch::ClosedToListen}},
        {Listen, {Right, 0.0}, {}, SynSent, {Top, -0.6}, {0, Below, 0.5}},
        {Listen, {Left, 0.5}, {}, SynReceived, {Top, 0.5}, {0, Below, 0.5}},
        {SynReceived, {Top, -0.5}, {}, Listen, {Left, -0.45}, {1, Above, 0.15}},
        {SynSent, {Left, 0.0}, {}, SynReceived, {Right, 0.0}, {0, Above, 0.5}},
        {SynReceived, {Bottom, 0.5}, {}, Established, {Left, 0.0}, {1, Above, 0.25}},
        {SynSent, {Bottom, -0.5}, {}, Established, {Right, -0.2}, {1, Above, 0.8}},

        // Closing actively
        {SynReceived, {Bottom, -0.5}, {}, FinWait1, {Top, -0.5}, {0, RightOf, 0.3, Stretch::EstablishedToFork}},
        {Established, {Bottom, -0.5}, {Lane::Fork}, FinWait1, {Top, 0.5}, {1, Above, 0.6}},
        {FinWait1, {Right, 0.0}, {}, Closing, {Left, 0.0}, {0, Above, 0.5}},
        {FinWait1, {Bottom, 0.0}, {}, FinWait2, {Top, 0.0}, {0, RightOf, 0.5}},
        {FinWait1, {Right, 0.8}, {}, TimeWait, {Top, -0.3}, {0, Slanted, 0.0, Stretch::BetweenFins}},
        {FinWait2, {Right, 0.0}, {}, TimeWait, {Left, 0.0}, {0, Above, 0.5}},
        {Closing, {Bottom, 0.0}, {}, TimeWait, {Top, 0.0}, {0, RightOf, 0.2, Stretch::BelowClosing}},
        {TimeWait, {Bottom, 0.0}, {Lane::Bottom, Lane::Right, Lane::Top}, Closed, closedFromRight,
         {0, RightOf, 0.4, Stretch::BelowLastStates}},

        // Closing passively
        {Established, {Bottom, 0.5}, {Lane::Fork}, CloseWait, {Top, 0.0}, {1, Above, 0.4}},
        {CloseWait, {Bottom, 0.0}, {}, LastAck, {Top, 0.0}, {0, LeftOf, 0.2}},
        {LastAck, {Bottom, 0.0}, {Lane::Bottom, Lane::Right, Lane::Top}, Closed, closedFromRight,
         {0, LeftOf, 0.4, Stretch::BelowLastStates}},

        // Between TIME_WAIT and SYN_RECEIVED: beyond the figure
        {SynReceived, {Left, 0.6}, {Lane::RevertLeft, Lane::RevertBottom}, TimeWait, {Bottom, -0.75},
         {1, LeftOf, 0.1, Stretch::SynToFrame}},
        {TimeWait, {Bottom, -0.4}, {Lane::ReopenBottom, Lane::ReopenLeft}, SynReceived, {Left, -0.6}, {1, Below, 0.3}},
    };
    // clang-format on
    return plans;
}

const std::vector<DrawerPlan>& drawerPlans()
{
    static const std::vector<Lane> byLeft = {Lane::Left, Lane::Top};
    static const std::vector<Lane> byRight = {Lane::Right, Lane::Top};
    static const std::vector<Lane> byBottom = {Lane::Inner, Lane::Bottom, Lane::Right, Lane::Top};
    static const std::vector<DrawerPlan> plans = {
        {SynReceived, {Left, 0.0}, Bank::Left, byLeft, closedFromLeft},
        {SynSent, {Right, 0.0}, Bank::Right, byRight, closedFromRight},
        {Established, {Right, 0.5}, Bank::Right, byRight, closedFromRight},
        {FinWait1, {Left, 0.0}, Bank::Left, byLeft, closedFromLeft},
        {Closing, {Right, 0.0}, Bank::Inner, byBottom, closedFromRight},
        {CloseWait, {Right, 0.0}, Bank::Right, byRight, closedFromRight},
        {FinWait2, {Left, 0.0}, Bank::Left, byLeft, closedFromLeft},
        {TimeWait, {Right, 0.0}, Bank::Inner, byBottom, closedFromRight},
        {LastAck, {Right, 0.0}, Bank::Right, byRight, closedFromRight},
    };
    return plans;
}

const DrawerPlan* drawerPlan(State from)
{
    const auto& plans = drawerPlans();
    const auto found = std::ranges::find(plans, from, &DrawerPlan::from);
    return found == plans.end() ? nullptr : &*found;
}

} // namespace finwait
