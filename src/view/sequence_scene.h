// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The message sequence chart. It shows the trace that it is given, with a playhead, and asks for what is clicked; it
// never changes anything by itself.
#pragma once

#include "core/command.h"
#include "core/trace.h"
#include "view/cause_trail.h"
#include "view/selection.h"
#include "view/sequence_hit.h"
#include "view/sequence_index.h"
#include "view/sequence_labels.h"
#include "view/sequence_layout.h"
#include "view/theme.h"

#include <QDeadlineTimer>
#include <QFont>
#include <QGraphicsScene>
#include <QList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

class QAction;
class QMenu;
class QTimer;

namespace finwait {

class PlayheadItem;
class SequenceItem;
class Session;

class SequenceScene : public QGraphicsScene
{
    Q_OBJECT

public:
    explicit SequenceScene(QObject* parent = nullptr);
    ~SequenceScene() override;

    void setTheme(const Theme& theme);
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    /// The font of all text. At first the application's.
    void setLabelFont(const QFont& font);
    /// The chart takes all of the width, in pixels; what is too narrow to be drawn is drawn in the least width.
    void setAvailableWidth(double width);
    [[nodiscard]] double leastWidth() const;
    void setAxisMode(AxisMode mode);
    [[nodiscard]] const SequenceOptions& options() const { return m_options; }
    /// Runs of more data segments and acknowledgments than this fold into a band; 0: none does.
    void setFoldAbove(std::uint32_t flights);
    /// Stretches time; 1 is comfortable.
    void setZoom(double zoom);
    /// What can be done to the endpoint of a lifeline, in the lifeline's menu. The actions must outlive the scene.
    void setSideActions(const PerSide<QList<QAction*>>& actions) { m_sideActions = actions; }
    [[nodiscard]] double zoom() const;
    /// To be called when the language has changed.
    void retranslate();

    void showSession(const Session& session);
    /// `trace` must live until another one is shown. As long as `rewrites` is the same for the same trace, records
    /// are only added to its end: see Session::rewrites().
    void show(const Trace& trace, std::uint64_t rewrites, const SequenceMoment& moment);
    void showSelection(const SelectedThing& thing);

    /// nullptr: nothing was shown yet.
    [[nodiscard]] const SequenceLayout* layout() const { return m_layout.get(); }
    [[nodiscard]] const SequenceMoment& moment() const { return m_moment; }
    [[nodiscard]] double playheadY() const;
    /// Where the selected record is; nullopt: none is selected.
    [[nodiscard]] std::optional<double> selectionY() const;
    /// A point on the selected thing, for a menu; nullopt: none is selected.
    [[nodiscard]] std::optional<QPointF> selectionAnchor() const;
    /// What is at a point of the scene.
    [[nodiscard]] SequenceHit hitAt(QPointF point) const;
    /// The next record after the selected one, or the one before it, that can be selected here; noRecord: none.
    [[nodiscard]] RecordIndex neighbourOfSelection(bool forward) const;
    /// Settles what painting this part needs. To be called before it is painted; names keep to it.
    void prepare(const SequenceWindow& window);
    /// Names and addresses, headingHeight() high, from the painter's origin.
    void paintHeading(QPainter& painter) const;
    [[nodiscard]] double headingHeight() const;

    /// The commands for what is under way at `point`; nullptr: there are none. The caller owns the menu.
    [[nodiscard]] std::unique_ptr<QMenu> menuAt(QPointF point);

signals:
    void seekRequested(finwait::Time time);
    void selected(const finwait::SelectedThing& thing);
    void commandRequested(const finwait::Command& command);
    /// The chart is of another height, or its things are elsewhere.
    void layoutChanged();
    void playheadMoved();
    /// The playhead is being dragged, or is let go.
    void draggingChanged(bool dragging);

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void helpEvent(QGraphicsSceneHelpEvent* event) override;

private:
    void foldRunsFrom(RecordIndex first);
    void retrace();
    void reindex();
    void reindexInTime();
    void relayout();
    void resize();
    void movePlayhead();
    void click(QPointF point, QPoint screenPosition);
    void toggleRun(const DataRun& run);
    void addCommands(QMenu& menu, const SequenceHit& hit);
    void popUp(QPointF point, QPoint screenPosition);
    void pointAt(QPointF point);

    Theme m_theme;
    QFont m_font;
    double m_width = 0;
    double m_zoom = 1;
    SequenceOptions m_options;
    PerSide<QList<QAction*>> m_sideActions;

    const Trace* m_trace = nullptr;
    std::uint64_t m_rewrites = 0;
    std::size_t m_recordCount = 0;
    SequenceMoment m_moment;
    RecordIndex m_selected = noRecord;
    std::optional<State> m_selectedState;
    CauseTrail m_trail; // of either

    SequenceIndex m_index;
    QDeadlineTimer m_nextIndex; // a trace that grows is not looked through again before this
    QTimer* m_catchUp;          // and will be then, whether it goes on growing or not
    std::unique_ptr<SequenceLayout> m_layout;
    SequenceLabels m_labels;
    SequenceWindow m_window;

    SequenceItem* m_chart = nullptr;
    PlayheadItem* m_playhead = nullptr;
    bool m_dragging = false;
};

} // namespace finwait
