// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Makes the capture that is open to be seen: a panel with its connections, a page about the one that is played, and how
// far a file is read. What is chosen in the panel is played.
#pragma once

#include "app/background_work.h"
#include "view/diagram_totals.h"
#include "view/theme.h"

#include <QObject>

#include <cstddef>
#include <optional>

class QDockWidget;
class QStatusBar;

namespace finwait {

class CapturePlayer;
class CapturedPage;
class ConnectionPanel;
class LoadingStrip;
class Session;

class CaptureDock : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; `window` owns it.
    CaptureDock(Session& session, CapturePlayer& player, QWidget& window);

    /// The connections, to be put into a dock.
    [[nodiscard]] ConnectionPanel& panel() const { return *m_panel; }
    [[nodiscard]] CapturedPage& page() const { return *m_page; }
    [[nodiscard]] LoadingStrip& strip() const { return *m_strip; }
    /// `dock` holds the panel: it is there as long as a capture is open.
    void setDock(QDockWidget& dock);
    /// Whatever was remembered about the dock.
    void showWhenNeeded();
    void setTheme(const Theme& theme);
    void retranslate();

public slots:
    /// The diagram is to show all connections that are listed.
    void setShowsAll(bool all);

signals:
    /// What the diagram is to show instead of the connection that is played; nullopt: nothing.
    void totalsChanged(const std::optional<finwait::DiagramTotals>& totals);

private:
    void countTotals();
    void showCapture();
    void showConnection();
    void choose(std::size_t place);
    void playOnceLoaded(std::size_t place);
    void playFromStart();

    Session& m_session;
    CapturePlayer& m_player;
    ConnectionPanel* m_panel;
    CapturedPage* m_page;
    LoadingStrip* m_strip;
    QDockWidget* m_dock = nullptr;
    bool m_playsOnceLoaded = false;
    bool m_showsAll = false;
    BackgroundWork m_counting;
};

} // namespace finwait
