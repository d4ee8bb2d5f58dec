// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What the scene shows; what is done to it with mouse and keyboard is in diagram_scene_pointer.cpp.
#include "view/diagram_scene.h"

#include "session/session.h"
#include "view/cause_trail.h"
#include "view/diagram_text.h"
#include "view/drawer_item.h"
#include "view/edge_item.h"
#include "view/frame_item.h"
#include "view/state_item.h"
#include "view/tcb_reading.h"
#include "view/token_item.h"
#include "view/totals_heading_item.h"
#include "view/words.h"
#include "view/words_totals.h"

#include <QFontMetricsF>
#include <QGuiApplication>

#include <algorithm>
#include <set>
#include <utility>

namespace finwait {

namespace {

constexpr double dockOutside = 0.4; // of the font's height: how far a token stands outside its state's corner

bool holds(const std::vector<RowIndex>& rows, RowIndex row)
{
    return std::ranges::find(rows, row) != rows.end();
}

/// How much of its time the timer that expires next has left, 0 to 1; -1 where none runs.
double shareOfNext(const TimerSet& timers, Time now)
{
    const auto next = nextToExpire(timers);
    return next ? shareLeft(*timers[indexOf(*next)], now) : -1.0;
}

} // namespace

DiagramScene::DiagramScene(QObject* parent) : QGraphicsScene(parent)
{
    setItemIndexMethod(NoIndex); // few items, and they move
    for (FrameItem*& frame : m_frames)
        addItem(frame = new FrameItem(m_style));
    addItem(m_drawers = new DrawerItem(m_style));
    addItem(m_heading = new TotalsHeadingItem(m_style));
    for (const State state : allStates) {
        auto* item = new StateItem(state, m_style);
        connect(item, &StateItem::clicked, this, &DiagramScene::clickState);
        m_states[static_cast<std::size_t>(state)] = item;
        addItem(item);
    }
    for (const Side side : allSides) {
        auto* token = new TokenItem(side, m_style);
        connect(token, &TokenItem::moved, this, &DiagramScene::tokenMoved);
        connect(token, &TokenItem::arrived, this, &DiagramScene::tokenArrived);
        m_tokens[side] = token;
        addItem(token);
    }
    setTheme(Theme::lightTheme());
    setLabelFont(QGuiApplication::font());
}

DiagramScene::~DiagramScene() = default;

void DiagramScene::setTheme(const Theme& theme)
{
    m_style.theme = theme;
    setBackgroundBrush(theme.panel);
    update();
}

void DiagramScene::setLabelFont(const QFont& font)
{
    m_style.font = font;
    m_style.stateFont = stateFont(font);
    m_style.frameFont = frameFont(font);
    m_style.unit = QFontMetricsF(font).height();
    relayout();
}

void DiagramScene::setEveryTransition(bool every)
{
    if (every == m_every)
        return;
    m_every = every;
    relayout();
}

void DiagramScene::setAvailable(QSizeF size)
{
    if (size == m_available)
        return;
    m_available = size;
    relayout();
}

void DiagramScene::retranslate()
{
    m_shown = {};
    relayout();
    update();
}

DiagramOptions DiagramScene::options(QSizeF available) const
{
    return {m_style.font, m_every, available, m_totals ? m_totals->rowsBeyondFigure() : m_state.beyond, m_totals};
}

void DiagramScene::setTotals(std::optional<DiagramTotals> totals)
{
    if (totals == m_totals)
        return;
    finishAnimations();
    m_totals = std::move(totals);
    m_drawers->setFaint(m_totals.has_value());
    relayout();
    emit described();
}

void DiagramScene::relayout()
{
    finishAnimations();
    const QSizeF formerMinimum = std::exchange(m_minimum, layoutDiagram(options({})).bounds.size());
    m_layout = layoutDiagram(options(m_available));
    createEdges();
    placeItems();
    updateLooks();
    setSceneRect(m_layout.bounds);
    if (m_minimum != formerMinimum)
        emit minimumSizeChanged();
}

/// As many items as the layout has edges; the ones that are there stay.
void DiagramScene::createEdges()
{
    while (m_edges.size() > m_layout.edges.size()) {
        delete m_edges.back();
        m_edges.pop_back();
    }
    while (m_edges.size() < m_layout.edges.size()) {
        auto* item = new EdgeItem(m_style);
        connect(item, &EdgeItem::activated, this, &DiagramScene::activate);
        m_edges.push_back(item);
        addItem(item);
    }
}

void DiagramScene::placeItems()
{
    for (std::size_t i = 0; i < m_frames.size(); ++i)
        m_frames[i]->place(m_layout.frames[i]);
    m_drawers->place(m_layout.edges);
    placeHeading();
    for (StateItem* item : m_states)
        item->place(m_layout.node(item->state()));
    for (std::size_t i = 0; i < m_edges.size(); ++i)
        m_edges[i]->place(m_layout.edges[i]);
    for (const Side side : allSides)
        m_tokens[side]->styleChanged();
}

void DiagramScene::placeHeading()
{
    m_heading->setVisible(m_layout.heading.has_value());
    m_heading->place(m_layout.heading.value_or(PlacedHeading()));
}

void DiagramScene::showSession(const Session& session)
{
    const Shown shown{&session, session.rewrites(), session.position()};
    if (shown == m_shown) {
        m_state.now = session.playhead(); // nothing else has changed between two steps
        updateTokens();
        return;
    }
    showState(diagramState(session));
    m_shown = shown;
}

void DiagramScene::showState(const DiagramState& state)
{
    m_shown = {};
    const std::set<RowIndex> former = std::move(m_state.beyond);
    m_state = state;
    for (const Side side : allSides) {
        if (m_glides[side] && transitionRow(m_glides[side]->row).figure5 == Figure5::Beyond)
            m_state.beyond.insert(m_glides[side]->row);
    }
    if (m_state.beyond != former && !m_every && !m_totals)
        relayout();
    for (const Side side : allSides) {
        if (m_glides[side] && m_glides[side]->to != state.state[side])
            m_tokens[side]->finish();
    }
    updateLooks();
    emit described();
}

void DiagramScene::showSelection(const SelectedThing& thing, const Trace& trace)
{
    m_selected = thing;
    m_causes.clear();
    if (const auto* record = std::get_if<SelectedRecord>(&thing)) {
        m_selected = SelectedThing();
        if (record->record < trace.records().size()) {
            if (const auto* transition = std::get_if<record::Transition>(&trace.record(record->record).body))
                m_selected = SelectedRow{transition->row};
            else if (const auto* found = std::get_if<record::StateFound>(&trace.record(record->record).body))
                m_selected = SelectedState{found->state};
        }
        const CauseTrail trail(trace, record->record);
        for (const RecordIndex cause : trail.causes()) {
            if (const auto* transition = std::get_if<record::Transition>(&trace.record(cause).body))
                m_causes.push_back(transition->row);
        }
    }
    updateLooks();
}

void DiagramScene::updateLooks()
{
    for (EdgeItem* item : m_edges)
        item->setLook(m_totals ? totalsLookOf(item->placed()) : lookOf(item->placed()));
    for (StateItem* item : m_states)
        item->setLook(m_totals ? totalsLookOf(item->state()) : lookOf(item->state()));
    updateTokens();
}

EdgeLook DiagramScene::lookOf(const PlacedEdge& edge) const
{
    EdgeLook look;
    for (const Side side : allSides)
        look.taken[side] = takenShare(edge, side);
    for (const DiagramChoice& choice : m_state.choices) {
        if (holds(edge.rows, choice.row) && !holds(look.lit, choice.row))
            look.lit.push_back(choice.row);
    }
    const auto* row = std::get_if<SelectedRow>(&m_selected);
    look.selected = row != nullptr && holds(edge.rows, row->row);
    look.leadsToSelection = std::ranges::any_of(m_causes, [&](RowIndex cause) { return holds(edge.rows, cause); });
    return look;
}

EdgeLook DiagramScene::totalsLookOf(const PlacedEdge& edge) const
{
    EdgeLook look;
    look.ofMany = true;
    const std::uint64_t most = m_totals->mostTaken();
    for (const Side side : allSides) {
        std::uint64_t count = 0;
        for (const RowIndex row : edge.rows)
            count += m_totals->takenBy(row)[side];
        look.taken[side] = count > 0 ? 1.0 : 0.0;
        if (count > 0)
            look.width[side] = std::min(strandWidth(count, most), widestStrand);
    }
    return look;
}

StateLook DiagramScene::totalsLookOf(State state) const
{
    StateLook look;
    for (const Side side : allSides)
        look.ended[side] = words::countText(m_totals->endedAt(state)[side]);
    look.stacked = m_layout.stacksCounts;
    return look;
}

double DiagramScene::takenShare(const PlacedEdge& edge, Side side) const
{
    if (m_glides[side] && holds(edge.rows, m_glides[side]->row))
        return m_glides[side]->share;
    const auto taken = [&](RowIndex row) { return m_state.taken[side].contains(row); };
    return std::ranges::any_of(edge.rows, taken) ? 1.0 : 0.0;
}

StateLook DiagramScene::lookOf(State state) const
{
    StateLook look;
    for (const Side side : m_state.sides) {
        look.current[side] = m_state.state[side] == state && !m_glides[side];
        const auto next = nextToExpire(m_state.timers[side]);
        if (look.current[side] && next)
            look.timer[side] = words::timerName(*next);
    }
    const auto* selectedState = std::get_if<SelectedState>(&m_selected);
    look.selected = selectedState != nullptr && selectedState->state == state;
    return look;
}

void DiagramScene::updateTokens()
{
    for (const Side side : allSides) {
        if (!m_glides[side])
            m_tokens[side]->rest(dock(side, m_state.state[side]));
        m_tokens[side]->setVisible(std::ranges::find(sides(), side) != sides().end());
        m_tokens[side]->setTimer(shareOfNext(m_state.timers[side], m_state.now));
    }
}

/// The client's token stands at the upper left corner of its state, the server's at the upper right.
QPointF DiagramScene::dock(Side side, State state) const
{
    const QRectF& node = m_layout.node(state);
    const double outside = dockOutside * m_style.unit;
    return side == Side::Client ? node.topLeft() + QPointF(-outside, -outside)
                                : node.topRight() + QPointF(outside, -outside);
}

void DiagramScene::animate(Side side, RowIndex row)
{
    if (m_totals)
        return;
    m_tokens[side]->finish();
    const TransitionRow& transition = transitionRow(row);
    // It is told before the trace that takes it is shown.
    if (transition.figure5 == Figure5::Beyond && m_state.beyond.insert(row).second && !m_every)
        relayout();
    const QPointF end = dock(side, transition.to);
    QPainterPath path(dock(side, transition.from));
    Glide glide{row, transition.to};
    if (const EdgeItem* edge = edgeItem(row)) {
        const QPainterPath way = edge->way();
        path.lineTo(way.elementAt(0));
        const double before = path.length();
        path.connectPath(way);
        const double until = path.length();
        path.lineTo(end);
        glide.edgeFrom = before / path.length();
        glide.edgeTo = until / path.length();
    } else {
        path.lineTo(end);
    }
    m_glides[side] = glide;
    m_tokens[side]->glide(path);
    updateLooks();
}

void DiagramScene::finishAnimations()
{
    for (const Side side : allSides)
        m_tokens[side]->finish();
}

void DiagramScene::tokenMoved(Side side, double share)
{
    if (!m_glides[side])
        return;
    Glide& glide = *m_glides[side];
    glide.share = std::clamp((share - glide.edgeFrom) / (glide.edgeTo - glide.edgeFrom), 0.0, 1.0);
    if (EdgeItem* edge = edgeItem(glide.row))
        edge->setTaken(side, glide.share);
}

void DiagramScene::tokenArrived(Side side)
{
    m_glides[side].reset();
    updateLooks();
}

EdgeItem* DiagramScene::edgeItem(RowIndex row) const
{
    const auto found =
        std::ranges::find_if(m_edges, [row](const EdgeItem* item) { return holds(item->placed().rows, row); });
    return found == m_edges.end() ? nullptr : *found;
}

} // namespace finwait
