// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/window_layout.h"

#include "app/open_window.h"
#include "app/panel_frame.h"
#include "app/pictures.h"

#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QScreen>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace finwait {

namespace {

constexpr double leftShare = 0.66; // of the width, at first
constexpr int leastPanelHeight = 130;
constexpr int picturesWidth = 1010; // with some room for each
constexpr int leastBesideWidth = 260;
constexpr int mostBesideWidth = 520;
constexpr int narrowestBeside = 180; // where it is narrower, the panel is better under the pictures
constexpr int panelPart = 3;         // the panels get no more than this part of the height, at first
constexpr double leastShare = 0.05;
constexpr double mostShare = 0.95;

std::optional<double> share(int part, int whole)
{
    if (whole <= 0)
        return std::nullopt;
    return std::clamp(double(part) / whole, leastShare, mostShare);
}

/// What has changed from `before` to `after` replaces `kept`.
void takeChanged(std::optional<double>& kept, std::optional<double> before, std::optional<double> after)
{
    if (before && after && *before != *after)
        kept = after;
}

} // namespace

WindowLayout::WindowLayout(QMainWindow& window, Pictures& pictures, AppSettings& settings)
    : QObject(&window)
    , m_window(window)
    , m_pictures(pictures)
    , m_settings(settings)
{
    window.installEventFilter(this);
    connect(&pictures, &QSplitter::splitterMoved, this,
            [this] { m_shares.diagramWidth = currentShares().diagramWidth; });
    connect(&pictures, &Pictures::widthChanged, this, [this] {
        if (m_window.isVisible())
            m_pictures.arrange(m_shares.diagramWidth);
    });
}

QDockWidget& WindowLayout::addPanel(const QString& name, QWidget* content, const QMargins& margins)
{
    QDockWidget& panel = makePanel(name, content, margins, Qt::BottomDockWidgetArea);
    if (!m_left.isEmpty())
        m_window.tabifyDockWidget(m_left.first(), &panel);
    m_left << &panel;
    m_left.first()->raise();
    return panel;
}

QDockWidget& WindowLayout::addPanelOnTheRight(const QString& name, QWidget* content, const QMargins& margins)
{
    m_right = &makePanel(name, content, margins, Qt::BottomDockWidgetArea);
    return *m_right;
}

QDockWidget& WindowLayout::addPanelBeside(const QString& name, QWidget* content, const QMargins& margins)
{
    m_besideMargins = margins;
    m_beside = &makePanel(name, content, margins, Qt::RightDockWidgetArea);
    m_beside->installEventFilter(this);
    return *m_beside;
}

QDockWidget& WindowLayout::makePanel(const QString& name, QWidget* content, const QMargins& margins,
                                     Qt::DockWidgetArea area)
{
    auto* panel = new QDockWidget(&m_window);
    panel->setObjectName(name);
    panel->setFeatures(QDockWidget::DockWidgetClosable);
    panel->setTitleBarWidget(new QWidget(panel)); // the panels say themselves what they are
    auto* frame = new QWidget(panel);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(margins);
    layout->addWidget(new PanelFrame(content));
    panel->setWidget(frame);
    m_window.addDockWidget(area, panel);
    // The tabs are there, or are not, a little later.
    connect(panel, &QDockWidget::visibilityChanged, this, &WindowLayout::setTabStops, Qt::QueuedConnection);
    return *panel;
}

void WindowLayout::restore()
{
    m_shares = m_settings.windowShares();
    if (!m_window.restoreGeometry(m_settings.windowGeometry()))
        takeUsualSize();
    m_window.restoreState(m_settings.windowState());
    for (QDockWidget* panel : m_left.mid(1)) // an older state has no place for some
        m_window.tabifyDockWidget(m_left.first(), panel);
}

void WindowLayout::save()
{
    m_settings.setWindowGeometry(m_window.saveGeometry());
    m_settings.setWindowState(m_window.saveState());
    m_settings.setWindowShares(m_shares);
}

void WindowLayout::takeUsualSize()
{
    const QSize room = m_window.screen()->availableSize();
    m_window.resize(usualWindowSize.boundedTo(room));
    // With a frame around it, it would stick out.
    if (room.width() <= usualWindowSize.width() || room.height() <= usualWindowSize.height())
        m_window.setWindowState(m_window.windowState() | Qt::WindowMaximized);
}

/// Tabs are shown where there are two; Qt lets the focus go to those that are not.
void WindowLayout::setTabStops() const
{
    for (QTabBar* tabs : m_window.findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly))
        tabs->setFocusPolicy(tabs->count() > 1 ? Qt::TabFocus : Qt::NoFocus);
}

QList<QDockWidget*> WindowLayout::leftPanels() const
{
    QList<QDockWidget*> panels = m_left;
    if (m_beside != nullptr && !isBeside())
        panels << m_beside;
    return panels;
}

QDockWidget* WindowLayout::leftPanel() const
{
    const QList<QDockWidget*> panels = leftPanels();
    const auto inFront =
        std::ranges::find_if(panels, [](const QDockWidget* panel) { return !panel->visibleRegion().isEmpty(); });
    if (inFront != panels.end())
        return *inFront;
    const auto open = std::ranges::find_if(panels, [](const QDockWidget* panel) { return !panel->isHidden(); });
    return open == panels.end() ? nullptr : *open;
}

int WindowLayout::panelHeight() const
{
    const QDockWidget* left = leftPanel();
    const QDockWidget* panel = m_right->isHidden() ? left : m_right;
    return panel ? panel->height() : 0;
}

int WindowLayout::fittingPanelHeight(int whole) const
{
    const int most = std::max(leastPanelHeight, whole / panelPart);
    return std::clamp(whole - m_pictures.comfortableHeight(), leastPanelHeight, most);
}

void WindowLayout::arrange()
{
    if (!m_window.isVisible())
        return; // nothing has its size yet
    arrangeBeside();
    m_pictures.arrange(m_shares.diagramWidth);
    QDockWidget* const left = leftPanel();
    const int whole = m_pictures.height() + panelHeight();
    const int height =
        m_shares.panelHeight ? int(std::lround(*m_shares.panelHeight * whole)) : fittingPanelHeight(whole);
    QList<QDockWidget*> panels;
    for (QDockWidget* panel : {left, m_right}) {
        if (panel && !panel->isHidden())
            panels << panel;
    }
    m_window.resizeDocks(panels, QList<int>(panels.size(), height), Qt::Vertical);
    if (panels.size() < 2)
        return;
    const int width = left->width() + m_right->width();
    const int leftWidth = int(std::lround(m_shares.leftWidth.value_or(leftShare) * width));
    m_window.resizeDocks(panels, {leftWidth, width - leftWidth}, Qt::Horizontal);
}

bool WindowLayout::isBeside() const
{
    return m_beside != nullptr && m_window.dockWidgetArea(m_beside) == Qt::RightDockWidgetArea;
}

/// Even while it is hidden: once it is shown, the window must not have to grow for it.
void WindowLayout::placeBeside()
{
    const bool isWide = m_window.width() >= m_pictures.minimumSizeHint().width() + narrowestBeside;
    if (m_beside == nullptr || isBeside() == isWide)
        return;
    if (isWide) {
        m_window.addDockWidget(Qt::RightDockWidgetArea, m_beside);
        m_beside->widget()->layout()->setContentsMargins(m_besideMargins);
    } else {
        m_window.tabifyDockWidget(m_left.first(), m_beside);
        m_beside->widget()->layout()->setContentsMargins(m_left.first()->widget()->layout()->contentsMargins());
        if (!m_beside->isHidden())
            m_beside->raise();
    }
}

/// What the pictures leave, at first.
void WindowLayout::arrangeBeside()
{
    placeBeside();
    if (!isBeside() || m_beside->isHidden())
        return;
    const int whole = m_window.width();
    const int width = m_shares.besideWidth ? int(std::lround(*m_shares.besideWidth * whole))
                                           : std::clamp(whole - picturesWidth, leastBesideWidth, mostBesideWidth);
    m_window.resizeDocks({m_beside}, {width}, Qt::Horizontal);
}

WindowShares WindowLayout::currentShares() const
{
    WindowShares now;
    const QList<int> pictures = m_pictures.sizes();
    now.diagramWidth = share(pictures.at(0), pictures.at(0) + pictures.at(1));
    const QDockWidget* left = leftPanel();
    if (const int height = panelHeight(); height > 0)
        now.panelHeight = share(height, height + m_pictures.height());
    if (left && !m_right->isHidden())
        now.leftWidth = share(left->width(), left->width() + m_right->width());
    if (isBeside() && !m_beside->isHidden())
        now.besideWidth = share(m_beside->width(), m_window.width());
    return now;
}

void WindowLayout::takeShares()
{
    const WindowShares now = currentShares();
    takeChanged(m_shares.panelHeight, m_before.panelHeight, now.panelHeight);
    takeChanged(m_shares.leftWidth, m_before.leftWidth, now.leftWidth);
    takeChanged(m_shares.besideWidth, m_before.besideWidth, now.besideWidth);
}

bool WindowLayout::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_beside) {
        if (event->type() == QEvent::ShowToParent && !isBeside()) // a new tab is the one in front
            QMetaObject::invokeMethod(m_beside, &QWidget::raise, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }
    switch (event->type()) {
    case QEvent::MouseButtonPress: // the separators are the window's own
        m_before = currentShares();
        break;
    case QEvent::MouseButtonRelease: takeShares(); break;
    case QEvent::Show:
    case QEvent::Resize: arrange(); break; // to the size that the window manager has found for it, too
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace finwait
