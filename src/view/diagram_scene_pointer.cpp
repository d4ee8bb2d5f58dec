// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What mouse and keyboard do in the diagram: they take an edge, select, read about things, and offer what can be done.
#include "view/diagram_scene.h"

#include "view/command_offers.h"
#include "view/diagram_tips.h"
#include "view/edge_item.h"
#include "view/state_item.h"
#include "view/timer_ring_item.h"
#include "view/token_item.h"

#include <QGraphicsSceneHelpEvent>
#include <QGraphicsView>
#include <QMenu>
#include <QToolTip>

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace finwait {

std::vector<DiagramChoice> DiagramScene::choicesFor(const std::vector<RowIndex>& rows) const
{
    std::vector<DiagramChoice> result;
    std::ranges::copy_if(m_state.choices, std::back_inserter(result), [&](const DiagramChoice& choice) {
        return std::ranges::find(rows, choice.row) != rows.end();
    });
    return result;
}

void DiagramScene::clickState(State state)
{
    if (!m_totals) {
        emit selected(SelectedState{state});
        return;
    }
    if (m_totals->endedAt(state) != PerSide<std::uint64_t>())
        emit totalsStateClicked(state);
}

void DiagramScene::clickRows(const std::vector<RowIndex>& rows)
{
    std::vector<RowIndex> taken;
    std::ranges::copy_if(rows, std::back_inserter(taken),
                         [this](RowIndex row) { return m_totals->takenByBoth(row) > 0; });
    if (!taken.empty())
        emit totalsRowsClicked(taken);
}

void DiagramScene::activate(const std::vector<RowIndex>& rows, QPoint screenPosition)
{
    if (m_totals) {
        clickRows(rows);
        return;
    }
    const auto choices = choicesFor(rows);
    if (choices.empty())
        inspect(rows);
    else if (choices.size() == 1)
        emit commandRequested(choices.front().command);
    else
        ask(choices, screenPosition);
}

void DiagramScene::ask(const std::vector<DiagramChoice>& choices, QPoint screenPosition)
{
    Q_ASSERT(!views().isEmpty()); // somebody clicked
    auto* menu = new QMenu(views().constFirst());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const DiagramChoice& choice : choices)
        menu->addAction(choice.text, this, [this, command = choice.command] { submit(command); });
    menu->popup(screenPosition);
}

std::unique_ptr<QMenu> DiagramScene::menuAt(QPointF point)
{
    const auto under = items(point);
    const auto* edge = under.isEmpty() ? nullptr : dynamic_cast<const EdgeItem*>(under.first());
    const std::optional<State> state = under.isEmpty() ? std::nullopt : stateOf(*under.first());
    if (edge == nullptr && !state)
        return nullptr;
    auto menu = std::make_unique<QMenu>();
    menu->setToolTipsVisible(true);
    if (edge != nullptr) {
        const auto rows = edge->rowsAt(point);
        menu->addAction(tr("&What is this?"), this, [this, rows] { inspect(rows); });
        menu->addSeparator();
        if (!m_totals)
            addChoices(*menu, choicesFor(rows));
        return menu;
    }
    menu->addAction(tr("&What is this?"), this, [this, shown = *state] { emit selected(SelectedState{shown}); });
    menu->addSeparator();
    if (m_totals)
        return menu;
    if (const auto* ring = dynamic_cast<const TimerRingItem*>(under.first()))
        addTimers(*menu, ring->side());
    else if (const auto* token = dynamic_cast<const TokenItem*>(under.first()))
        addSide(*menu, token->side());
    else
        addSides(*menu, *state);
    return menu;
}

/// Of several, each has a menu of its own: their entries may read alike.
void DiagramScene::addChoices(QMenu& menu, const std::vector<DiagramChoice>& choices)
{
    for (const DiagramChoice& choice : choices) {
        if (choice.offers.empty()) {
            menu.addAction(choice.text, this, [this, command = choice.command] { submit(command); });
            continue;
        }
        QMenu& where = choices.size() == 1 ? menu : *menu.addMenu(choice.text);
        where.setToolTipsVisible(true);
        addOffers(where, choice.offers, this, [this](const Command& command) { submit(command); });
    }
}

/// The timer that runs out first comes first: it is the one that the ring shows.
void DiagramScene::addTimers(QMenu& menu, Side side)
{
    TimerSet left = m_state.timers[side];
    while (const auto next = nextToExpire(left)) {
        const auto timer = std::exchange(left[indexOf(*next)], std::nullopt);
        addOffers(menu, timerOffers(side, *next, timer->deadline - timer->started), this,
                  [this](const Command& command) { submit(command); });
        menu.addSeparator();
    }
}

void DiagramScene::addSide(QMenu& menu, Side side)
{
    addTimers(menu, side);
    menu.addActions(m_sideActions[side]);
}

/// Where both are, each has a menu of its own.
void DiagramScene::addSides(QMenu& menu, State state)
{
    if (m_state.sides.size() < 2 || m_state.state.client != m_state.state.server) {
        for (const Side side : m_state.sides) {
            if (m_state.state[side] == state)
                addSide(menu, side);
        }
        return;
    }
    if (m_state.state.client != state)
        return;
    for (const Side side : allSides) {
        QMenu* own = menu.addMenu(side == Side::Client ? tr("C&lient") : tr("&Server"));
        own->setToolTipsVisible(true);
        addSide(*own, side);
        own->menuAction()->setVisible(!own->isEmpty());
    }
}

/// The state that an item stands for, be it by a token or its timer.
std::optional<State> DiagramScene::stateOf(const QGraphicsItem& item) const
{
    if (const auto* state = dynamic_cast<const StateItem*>(&item))
        return state->state();
    if (const auto* token = dynamic_cast<const TokenItem*>(&item))
        return m_state.state[token->side()];
    if (const auto* ring = dynamic_cast<const TimerRingItem*>(&item))
        return m_state.state[ring->side()];
    return std::nullopt;
}

std::optional<QPointF> DiagramScene::menuAnchor() const
{
    if (const auto* edge = dynamic_cast<const EdgeItem*>(focusItem()))
        return edge->anchor();
    if (const auto* state = std::get_if<SelectedState>(&m_selected))
        return stateItem(state->state)->rect().center();
    const auto* row = std::get_if<SelectedRow>(&m_selected);
    const EdgeItem* edge = row != nullptr ? edgeItem(row->row) : nullptr;
    return edge != nullptr ? std::optional(edge->anchor()) : std::nullopt;
}

/// The last time that one of the rows was taken; where there is none, the row itself.
void DiagramScene::inspect(const std::vector<RowIndex>& rows)
{
    std::optional<RecordIndex> last;
    for (const Side side : sides()) {
        for (const RowIndex row : rows) {
            const auto taken = m_state.taken[side].find(row);
            if (taken != m_state.taken[side].end())
                last = std::max(last.value_or(taken->second), taken->second);
        }
    }
    emit selected(last ? SelectedThing(SelectedRecord{*last}) : SelectedThing(SelectedRow{rows.front()}));
}

bool DiagramScene::focusNextEdge(bool forward)
{
    std::vector<EdgeItem*> lit;
    std::ranges::copy_if(m_edges, std::back_inserter(lit),
                         [](const EdgeItem* item) { return item->isOffered() && item->isVisible(); });
    if (!forward)
        std::ranges::reverse(lit);
    const auto current = std::ranges::find(lit, focusItem(), [](EdgeItem* item) -> QGraphicsItem* { return item; });
    const auto next = current == lit.end() ? lit.begin() : std::next(current);
    if (next == lit.end()) {
        setFocusItem(nullptr);
        return false;
    }
    setFocusItem(*next, forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    emit described();
    return true;
}

QString DiagramScene::totalsDescription() const
{
    const auto* edge = dynamic_cast<const EdgeItem*>(focusItem());
    return edge != nullptr ? totalsText(*m_totals, edge->placed().rows) : totalsText(*m_totals);
}

QString DiagramScene::description() const
{
    if (m_totals)
        return totalsDescription();
    if (const auto* edge = dynamic_cast<const EdgeItem*>(focusItem())) {
        const auto choices = choicesFor(edge->placed().rows);
        if (!choices.empty())
            return choices.front().text;
    }
    return situationText(m_state);
}

QString DiagramScene::tipAt(QPointF point) const
{
    const auto under = items(point);
    if (under.isEmpty())
        return {};
    if (const auto* edge = dynamic_cast<const EdgeItem*>(under.first())) {
        const auto rows = edge->rowsAt(point);
        return m_totals ? totalsTip(rows, *m_totals) : edgeTip(rows, choicesFor(rows));
    }
    const std::optional<State> state = stateOf(*under.first());
    if (!state)
        return {};
    return m_totals ? totalsTip(*state, *m_totals) : stateTip(*state, m_state);
}

void DiagramScene::helpEvent(QGraphicsSceneHelpEvent* event)
{
    QToolTip::showText(event->screenPos(), tipAt(event->scenePos()), event->widget());
}

} // namespace finwait
