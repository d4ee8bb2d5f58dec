// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/pictures.h"

#include "app/panel_frame.h"
#include "app/tinted_icon.h"
#include "session/session.h"
#include "view/diagram_scene.h"
#include "view/diagram_view.h"
#include "view/sequence_scene.h"
#include "view/sequence_view.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace finwait {

namespace {

// The diagram gets a little more of the width at first.
constexpr int diagramShare = 57;
constexpr int chartShare = 43;
constexpr int shareUnit = 12; // pixels, so that the shares are those of a window of the usual size
constexpr int gapWidth = 7;
constexpr int spareWidth = 4; // rounding brings no scroll bars

} // namespace

Pictures::Pictures(Session& session, Selection& selection, QWidget* parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_session(session)
    , m_selection(selection)
    , m_diagram(new DiagramScene)
    , m_diagramView(new DiagramView(m_diagram))
    , m_chart(new SequenceScene)
    , m_chartView(new SequenceView(m_chart))
    , m_exportDiagram(new QAction(tintedIcon(QStringLiteral("export-svg")), {}, this))
    , m_exportChart(new QAction(tintedIcon(QStringLiteral("export-svg")), {}, this))
{
    setChildrenCollapsible(false);
    setHandleWidth(gapWidth);
    setupDiagram();
    setupChart();
    setStretchFactor(0, diagramShare);
    setStretchFactor(1, chartShare);
    setSizes({diagramShare * shareUnit, chartShare * shareUnit});
    connectSession();
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget*, const QWidget* focused) { followFocus(focused); });
}

/// The views inside are deleted after this, and the focus moves once more.
Pictures::~Pictures()
{
    disconnect(qApp, nullptr, this, nullptr);
}

void Pictures::setupDiagram()
{
    m_diagram->setParent(m_diagramView);
    m_diagramView->setObjectName(QStringLiteral("diagram"));
    m_diagramView->setFrameShape(QFrame::NoFrame);
    addWidget(new PanelFrame(m_diagramView));
    connect(m_diagram, &DiagramScene::commandRequested, &m_session, &Session::submit);
    connect(m_diagram, &DiagramScene::selected, &m_selection, &Selection::select);
    connect(&m_session, &Session::transitionTaken, m_diagram, &DiagramScene::animate);
    connect(m_exportDiagram, &QAction::triggered, this, [this] { emit exportRequested(ExportContent::Diagram); });
    connect(m_diagramView, &DiagramView::menuRequested, this, [this](QPointF at, QPoint globalPosition) {
        popUp(m_diagram->menuAt(at), m_exportDiagram, globalPosition);
    });
}

void Pictures::setupChart()
{
    m_chart->setParent(m_chartView);
    m_chartView->setObjectName(QStringLiteral("chart"));
    m_chartView->setFrameShape(QFrame::NoFrame);
    addWidget(new PanelFrame(m_chartView));
    connect(m_chart, &SequenceScene::commandRequested, &m_session, &Session::submit);
    connect(m_chart, &SequenceScene::selected, &m_selection, &Selection::select);
    connect(m_chart, &SequenceScene::seekRequested, &m_session, &Session::seek);
    connect(m_exportChart, &QAction::triggered, this, [this] { emit exportRequested(ExportContent::Chart); });
    connect(m_chartView, &SequenceView::menuRequested, this,
            [this](QPointF at, QPoint globalPosition) { popUp(m_chart->menuAt(at), m_exportChart, globalPosition); });
}

void Pictures::connectSession()
{
    const auto show = [this] {
        m_diagram->showSession(m_session);
        m_chart->showSession(m_session);
    };
    connect(&m_session, &Session::changed, this, show);
    connect(&m_selection, &Selection::changed, this, &Pictures::showSelection);
    show();
}

void Pictures::showSelection()
{
    m_diagram->showSelection(m_selection.current(), m_session.trace());
    m_chart->showSelection(m_selection.current());
    if (!m_chartView->hasFocus())
        m_chartView->showSelection();
}

void Pictures::popUp(std::unique_ptr<QMenu> menu, QAction* exportThis, QPoint globalPosition)
{
    if (!menu)
        menu = std::make_unique<QMenu>();
    if (!menu->isEmpty())
        menu->addSeparator();
    menu->addActions(m_contextActions);
    menu->addSeparator();
    menu->addAction(exportThis);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu.release()->popup(globalPosition); // closing it deletes it
}

void Pictures::setTheme(const Theme& theme)
{
    m_diagram->setTheme(theme);
    m_chart->setTheme(theme);
}

void Pictures::retranslate()
{
    m_exportDiagram->setText(tr("E&xport the diagram as SVG..."));
    m_exportChart->setText(tr("E&xport the chart as SVG..."));
    m_diagram->retranslate();
    m_diagram->showSession(m_session); // its choices are sentences
    m_chart->retranslate();
}

void Pictures::setTotals(const std::optional<DiagramTotals>& totals)
{
    m_diagram->setTotals(totals);
}

void Pictures::setEveryTransition(bool every)
{
    m_diagram->setEveryTransition(every);
}

void Pictures::setCompressedTime(bool compressed)
{
    m_chart->setAxisMode(compressed ? AxisMode::Compressed : AxisMode::Linear);
}

const SequenceOptions& Pictures::chartOptions() const
{
    return m_chart->options();
}

void Pictures::setSideActions(const PerSide<QList<QAction*>>& actions)
{
    m_diagram->setSideActions(actions);
    m_chart->setSideActions(actions);
}

void Pictures::focusDiagram()
{
    m_diagramView->setFocus(Qt::OtherFocusReason);
}

void Pictures::arrange(std::optional<double> share)
{
    const int whole = sizes().at(0) + sizes().at(1);
    if (share) {
        const int diagram = int(std::lround(*share * whole));
        setSizes({diagram, whole - diagram});
        return;
    }
    const int usual = whole * diagramShare / (diagramShare + chartShare);
    const int frame = m_diagramView->parentWidget()->width() - m_diagramView->maximumViewportSize().width();
    const int most = whole - m_chartView->minimumSizeHint().width();
    const int wanted = int(std::ceil(m_diagram->minimumSize().width())) + frame + spareWidth;
    const int least =
        int(std::ceil(m_diagram->minimumSize().width() * DiagramView::leastReadable)) + frame + spareWidth;
    const int needed = std::clamp(most, least, wanted);
    // What does not fit scrolls: then the chart need not give way.
    const int diagram = needed <= most ? std::max(usual, needed) : std::min(usual, most);
    setSizes({diagram, whole - diagram});
}

void Pictures::resizeEvent(QResizeEvent* event)
{
    QSplitter::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        emit widthChanged();
}

int Pictures::comfortableHeight() const
{
    const QMargins margins = contentsMargins();
    const int frame = m_diagramView->parentWidget()->height() - m_diagramView->maximumViewportSize().height();
    return int(std::ceil(m_diagram->minimumSize().height())) + frame + spareWidth + margins.top() + margins.bottom();
}

void Pictures::finishAnimations()
{
    m_diagram->finishAnimations();
}

void Pictures::zoomIn()
{
    m_chartIsCurrent ? m_chartView->zoomIn() : m_diagramView->zoomIn();
}

void Pictures::zoomOut()
{
    m_chartIsCurrent ? m_chartView->zoomOut() : m_diagramView->zoomOut();
}

void Pictures::fit()
{
    m_chartIsCurrent ? m_chartView->zoomToFit() : m_diagramView->fit();
}

void Pictures::followFocus(const QWidget* focused)
{
    if (focused == m_diagramView || focused == m_chartView)
        m_chartIsCurrent = focused == m_chartView;
}

} // namespace finwait
