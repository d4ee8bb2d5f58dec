// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/capture_dock.h"

#include "app/capture_player.h"
#include "app/captured_page.h"
#include "app/connection_panel.h"
#include "app/loading_strip.h"
#include "capture/capture_totals.h"
#include "session/session.h"

#include <QAction>
#include <QDockWidget>

#include <algorithm>
#include <utility>

namespace finwait {

namespace {

DiagramTotals diagramTotals(const CapturedConnections& connections, const ConnectionPlaces& places)
{
    const CaptureTotals counted = totalsOf(connections, places);
    DiagramTotals totals;
    totals.connections = places.size();
    for (const Side side : allSides) {
        std::ranges::copy(counted.endedIn[side], totals.endedIn[side].begin());
        totals.taken[side] = counted.taken[side];
    }
    return totals;
}

} // namespace

CaptureDock::CaptureDock(Session& session, CapturePlayer& player, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_player(player)
    , m_panel(new ConnectionPanel(&window))
    , m_page(new CapturedPage(session, &window))
    , m_strip(new LoadingStrip(&window))
{
    connect(m_panel, &ConnectionPanel::connectionChosen, this, &CaptureDock::choose);
    connect(m_panel, &ConnectionPanel::connectionActivated, this, &CaptureDock::playOnceLoaded);
    connect(m_panel, &ConnectionPanel::placesChanged, this, &CaptureDock::countTotals);
    connect(&player, &CapturePlayer::captureChanged, this, &CaptureDock::showCapture);
    connect(&player, &CapturePlayer::connectionChanged, this, &CaptureDock::showConnection);
    connect(&player, &CapturePlayer::progressed, m_strip, &LoadingStrip::showPercent);
    connect(m_strip, &LoadingStrip::cancelRequested, &player, &CapturePlayer::cancel);
    connect(&player, &CapturePlayer::loadingChanged, this, [this](bool isLoading) {
        if (isLoading)
            m_strip->begin(m_player.loadingPath());
        else
            m_strip->end();
    });
}

void CaptureDock::setDock(QDockWidget& dock)
{
    m_dock = &dock;
    showWhenNeeded();
}

void CaptureDock::showWhenNeeded()
{
    const bool isOpen = m_player.capture().has_value();
    m_dock->toggleViewAction()->setEnabled(isOpen);
    m_dock->setVisible(isOpen);
    if (isOpen) // its tab is there a little later
        QMetaObject::invokeMethod(m_dock, &QWidget::raise, Qt::QueuedConnection);
}

void CaptureDock::showCapture()
{
    const auto& capture = m_player.capture();
    if (capture)
        m_panel->setCapture(capture->survey, *capture->counts);
    else
        m_panel->clear();
    showWhenNeeded();
}

void CaptureDock::showConnection()
{
    const auto& capture = m_player.capture();
    m_page->setCapture(capture);
    m_panel->setPlayed(capture ? std::optional(capture->place) : std::nullopt);
    if (std::exchange(m_playsOnceLoaded, false) && capture)
        playFromStart();
}

void CaptureDock::setShowsAll(bool all)
{
    m_showsAll = all;
    countTotals();
}

void CaptureDock::countTotals()
{
    const auto& capture = m_player.capture();
    if (!m_showsAll || !capture) {
        m_counting.stop();
        emit totalsChanged(std::nullopt);
        return;
    }
    m_counting.start(
        [survey = capture->survey, places = m_panel->places()](const BackgroundWork::IsStopped& /*isStopped*/) {
            return diagramTotals(survey->connections, places);
        },
        [this](const DiagramTotals& totals) { emit totalsChanged(totals); });
}

void CaptureDock::choose(std::size_t place)
{
    m_playsOnceLoaded = false;
    if (place != m_player.capture()->place)
        m_player.choose(place);
    else
        m_player.cancel(); // of another one
}

void CaptureDock::playOnceLoaded(std::size_t place)
{
    if (place == m_player.capture()->place) {
        playFromStart();
        return;
    }
    if (!m_player.isLoading())
        m_player.choose(place);
    m_playsOnceLoaded = true;
}

void CaptureDock::playFromStart()
{
    m_session.toStart();
    m_session.play();
}

void CaptureDock::setTheme(const Theme& theme)
{
    m_panel->setTheme(theme);
    m_page->setTheme(theme);
}

void CaptureDock::retranslate()
{
    m_panel->retranslate();
    m_page->retranslate();
    m_strip->retranslate();
}

} // namespace finwait
