// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What mouse and keyboard do in the diagram: they take an edge, select, read about things, and offer what can be done.
#include "view/diagram_scene.h"

#include "view/diagram_tips.h"
#include "view/edge_item.h"
#include "view/state_item.h"
#include "view/token_item.h"

#include <QGraphicsSceneHelpEvent>
#include <QGraphicsView>
#include <QMenu>
#include <QToolTip>

#include <algorithm>
#include <iterator>
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

void DiagramScene::activate(const std::vector<RowIndex>& rows, QPoint screenPosition)
{
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
    offer(*menu, choices);
    menu->popup(screenPosition);
}

void DiagramScene::offer(QMenu& menu, const std::vector<DiagramChoice>& choices)
{
    for (const DiagramChoice& choice : choices)
        menu.addAction(choice.text, this, [this, command = choice.command] { emit commandRequested(command); });
}

std::unique_ptr<QMenu> DiagramScene::menuAt(QPointF point)
{
    const auto under = items(point);
    const auto* edge = under.isEmpty() ? nullptr : dynamic_cast<const EdgeItem*>(under.first());
    const std::optional<State> state = under.isEmpty() ? std::nullopt : stateOf(*under.first());
    if (edge == nullptr && !state)
        return nullptr;
    auto menu = std::make_unique<QMenu>();
    if (state) {
        menu->addAction(tr("&What is this?"), this, [this, shown = *state] { emit selected(SelectedState{shown}); });
        return menu;
    }
    const auto rows = edge->rowsAt(point);
    menu->addAction(tr("&What is this?"), this, [this, rows] { inspect(rows); });
    offer(*menu, choicesFor(rows));
    return menu;
}

/// The state that an item stands for, be it by a token.
std::optional<State> DiagramScene::stateOf(const QGraphicsItem& item) const
{
    if (const auto* state = dynamic_cast<const StateItem*>(&item))
        return state->state();
    if (const auto* token = dynamic_cast<const TokenItem*>(&item))
        return m_state.state[token->side()];
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
    for (const Side side : allSides) {
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
    std::ranges::copy_if(m_edges, std::back_inserter(lit), [](const EdgeItem* item) { return item->isLit(); });
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

QString DiagramScene::description() const
{
    if (const auto* edge = dynamic_cast<const EdgeItem*>(focusItem())) {
        const auto choices = choicesFor(edge->placed().rows);
        if (!choices.empty())
            return choices.front().text;
    }
    return situationText(m_state);
}

void DiagramScene::helpEvent(QGraphicsSceneHelpEvent* event)
{
    QString tip;
    const auto under = items(event->scenePos());
    if (!under.isEmpty()) {
        if (const auto* edge = dynamic_cast<const EdgeItem*>(under.first())) {
            const auto rows = edge->rowsAt(event->scenePos());
            tip = edgeTip(rows, choicesFor(rows));
        } else if (const std::optional<State> state = stateOf(*under.first())) {
            tip = stateTip(*state, m_state);
        }
    }
    QToolTip::showText(event->screenPos(), tip, event->widget());
}

} // namespace finwait
