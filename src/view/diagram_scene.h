// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The state diagram: both endpoints as tokens among the eleven states. It shows what it is given, animates what it is
// told, and asks for what is clicked; it never changes anything by itself. The same scene is drawn on the screen and
// into an exported picture.
#pragma once

#include "core/command.h"
#include "core/side.h"
#include "view/diagram_layout.h"
#include "view/diagram_state.h"
#include "view/diagram_style.h"
#include "view/diagram_totals.h"
#include "view/selection.h"

#include <QGraphicsScene>
#include <QList>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

class QAction;
class QMenu;

namespace finwait {

class DrawerItem;
struct EdgeLook;
class EdgeItem;
class FrameItem;
class StateItem;
struct StateLook;
class TokenItem;
class TotalsHeadingItem;

class DiagramScene : public QGraphicsScene
{
    Q_OBJECT

public:
    explicit DiagramScene(QObject* parent = nullptr);
    ~DiagramScene() override;

    void setTheme(const Theme& theme);
    [[nodiscard]] const Theme& theme() const { return m_style.theme; }
    /// The font of the labels; all of the diagram grows with it. At first the application's.
    void setLabelFont(const QFont& font);
    /// Also the transitions beyond the RFC's figure, as thin lines. At first only those of them are shown that the
    /// trace takes.
    void setEveryTransition(bool every);
    /// The room to spread out in, in scene units; what is too small is ignored.
    void setAvailable(QSizeF size);
    /// The least room that it needs.
    [[nodiscard]] QSizeF minimumSize() const { return m_minimum; }
    /// What can be done to an endpoint, in the menu of its token and of the state that it is in. The actions must
    /// outlive the scene.
    void setSideActions(const PerSide<QList<QAction*>>& actions) { m_sideActions = actions; }
    /// To be called when the language has changed.
    void retranslate();

    void showSession(const Session& session);
    void showState(const DiagramState& state);
    /// Many connections instead of the one, until it is nullopt again: where they ended, what they took. What the scene
    /// is told of the one meanwhile is what it shows then.
    void setTotals(std::optional<DiagramTotals> totals);
    [[nodiscard]] const std::optional<DiagramTotals>& totals() const { return m_totals; }
    /// What is selected; a transition of `trace` shows on its edge.
    void showSelection(const SelectedThing& thing, const Trace& trace);

    /// The token of `side` glides along the edge of `row`. One that is still on its way arrives at once.
    void animate(Side side, RowIndex row);
    /// Whatever is on its way arrives at once.
    void finishAnimations();

    [[nodiscard]] const DiagramLayout& layout() const { return m_layout; }
    [[nodiscard]] StateItem* stateItem(State state) const { return m_states[static_cast<std::size_t>(state)]; }
    /// nullptr: the row is not shown.
    [[nodiscard]] EdgeItem* edgeItem(RowIndex row) const;
    [[nodiscard]] State currentState(Side side) const { return m_state.state[side]; }
    /// The sides that are shown in a state.
    [[nodiscard]] std::span<const Side> sides() const { return m_totals ? std::span<const Side>() : m_state.sides; }
    [[nodiscard]] TokenItem* token(Side side) const { return m_tokens[side]; }

    /// Keyboard focus to the next or the previous edge that can be taken; false: there is none in that direction.
    bool focusNextEdge(bool forward);
    /// The situation in a few sentences, for who cannot see it.
    [[nodiscard]] QString description() const;
    /// About what is at `point`, rich text; empty: nothing is there.
    [[nodiscard]] QString tipAt(QPointF point) const;

    /// What is at `point`, and what can be done with it now; nullptr: nothing is there. The caller owns the menu.
    [[nodiscard]] std::unique_ptr<QMenu> menuAt(QPointF point);
    /// A point on what has the keyboard's focus or is selected, for a menu; nullopt: nothing is.
    [[nodiscard]] std::optional<QPointF> menuAnchor() const;

signals:
    void commandRequested(const finwait::Command& command);
    void selected(const finwait::SelectedThing& thing);
    /// Of many connections: a state in which some ended, or rows of an edge that some took, were clicked.
    void totalsStateClicked(finwait::State state);
    void totalsRowsClicked(const std::vector<finwait::RowIndex>& rows);
    /// By the font, the language, every transition, totals or another trace.
    void minimumSizeChanged();
    /// description() or the focused edge is another.
    void described();

protected:
    void helpEvent(QGraphicsSceneHelpEvent* event) override;

private:
    /// A token that is under way: which part of its path is the edge itself.
    struct Glide {
        RowIndex row = 0;
        State to{};
        double edgeFrom = 0; ///< 0 to 1
        double edgeTo = 1;
        double share = 0; ///< of the edge that lies behind
    };

    /// What m_state was read from.
    struct Shown {
        const Session* session = nullptr; ///< nullptr: something else
        std::uint64_t rewrites = 0;
        StepIndex position = 0;
        friend bool operator==(const Shown&, const Shown&) = default;
    };

    void relayout();
    void placeItems();
    void createEdges();
    void updateLooks();
    void updateTokens();
    [[nodiscard]] DiagramOptions options(QSizeF available) const;
    void placeHeading();
    [[nodiscard]] EdgeLook lookOf(const PlacedEdge& edge) const;
    [[nodiscard]] EdgeLook totalsLookOf(const PlacedEdge& edge) const;
    [[nodiscard]] StateLook lookOf(State state) const;
    [[nodiscard]] StateLook totalsLookOf(State state) const;
    [[nodiscard]] double takenShare(const PlacedEdge& edge, Side side) const;
    [[nodiscard]] QPointF dock(Side side, State state) const;
    [[nodiscard]] std::vector<DiagramChoice> choicesFor(const std::vector<RowIndex>& rows) const;
    void tokenMoved(Side side, double share);
    void tokenArrived(Side side);
    void activate(const std::vector<RowIndex>& rows, QPoint screenPosition);
    [[nodiscard]] QString totalsDescription() const;
    void clickState(State state);
    void clickRows(const std::vector<RowIndex>& rows);
    void inspect(const std::vector<RowIndex>& rows);
    void ask(const std::vector<DiagramChoice>& choices, QPoint screenPosition);
    void addChoices(QMenu& menu, const std::vector<DiagramChoice>& choices);
    void addTimers(QMenu& menu, Side side);
    void addSide(QMenu& menu, Side side);
    void addSides(QMenu& menu, State state);
    void submit(const Command& command) { emit commandRequested(command); }
    [[nodiscard]] std::optional<State> stateOf(const QGraphicsItem& item) const;

    DiagramStyle m_style;
    bool m_every = false;
    PerSide<QList<QAction*>> m_sideActions;
    QSizeF m_available;
    QSizeF m_minimum;
    DiagramLayout m_layout;
    DiagramState m_state;
    Shown m_shown;
    std::optional<DiagramTotals> m_totals;
    SelectedThing m_selected;       // as it shows here: a row, a state or nothing
    std::vector<RowIndex> m_causes; // rows that led to what is selected
    PerSide<std::optional<Glide>> m_glides;

    std::array<FrameItem*, 2> m_frames{};
    DrawerItem* m_drawers = nullptr;
    TotalsHeadingItem* m_heading = nullptr;
    std::array<StateItem*, stateCount> m_states{};
    std::vector<EdgeItem*> m_edges; // as in m_layout.edges
    PerSide<TokenItem*> m_tokens;
};

} // namespace finwait
