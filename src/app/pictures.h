// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The two pictures side by side, the diagram and the chart: they show the session and the selection, and what is
// clicked in them goes back there.
#pragma once

#include "app/app_settings.h"
#include "core/side.h"
#include "view/selection.h"
#include "view/theme.h"

#include <QSplitter>

#include <memory>
#include <optional>

class QAction;
class QMenu;

namespace finwait {

class DiagramScene;
class DiagramView;
class SequenceScene;
class SequenceView;
class Session;
struct DiagramTotals;
struct SequenceOptions;

class Pictures : public QSplitter
{
    Q_OBJECT

public:
    /// `session` and `selection` must outlive it.
    Pictures(Session& session, Selection& selection, QWidget* parent = nullptr);
    ~Pictures() override;

    void setTheme(const Theme& theme);
    void retranslate();
    void setEveryTransition(bool every);
    /// The diagram shows many connections, or the one that is played.
    void setTotals(const std::optional<DiagramTotals>& totals);
    void setCompressedTime(bool compressed);
    /// What the chart shows, and how.
    [[nodiscard]] const SequenceOptions& chartOptions() const;
    /// `actions` stand in the context menu of both pictures.
    void setContextActions(const QList<QAction*>& actions) { m_contextActions = actions; }
    /// What can be done to an endpoint, in the menus of its lifeline, its token and its state.
    void setSideActions(const PerSide<QList<QAction*>>& actions);
    void focusDiagram();
    /// Divides the width: that share of it for the diagram, or so that all of the diagram is to be seen, where the
    /// chart can spare it.
    void arrange(std::optional<double> share);
    /// The least height at which all of the diagram is to be seen in readable size.
    [[nodiscard]] int comfortableHeight() const;
    /// Whatever moves in the diagram arrives at once: for a still picture.
    void finishAnimations();

public slots:
    // These act on the picture that last had the focus.
    void zoomIn();
    void zoomOut();
    void fit();

signals:
    /// One picture is to be exported.
    void exportRequested(finwait::ExportContent content);
    /// The width is another one: it is to be divided anew.
    void widthChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setupDiagram();
    void setupChart();
    void connectSession();
    void showSelection();
    void followFocus(const QWidget* focused);
    /// `menu`: what is offered at a place of a picture, nullptr if nothing is; the rest is the same everywhere.
    void popUp(std::unique_ptr<QMenu> menu, QAction* exportThis, QPoint globalPosition);

    Session& m_session;
    Selection& m_selection;
    DiagramScene* m_diagram;
    DiagramView* m_diagramView;
    SequenceScene* m_chart;
    SequenceView* m_chartView;
    QAction* m_exportDiagram;
    QAction* m_exportChart;
    QList<QAction*> m_contextActions;
    bool m_chartIsCurrent = false;
};

} // namespace finwait
