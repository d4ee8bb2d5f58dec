// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The main window: menus, tool bar, pictures, docks and status line, and what connects them to the session. What each
// of them does is theirs.
#pragma once

#include "app/app_settings.h"
#include "view/selection.h"
#include "view/theme.h"

#include <QMainWindow>

class QDockWidget;
class QMenu;
class QStackedWidget;

namespace finwait {

class Appearance;
class BranchDock;
class CaptureDock;
class ConnectionActions;
class Dialogs;
class EventPanel;
class FileMenu;
class HelpMenu;
class Inspector;
class Languages;
class NetworkActions;
class Pictures;
class PlayActions;
class PlayBar;
class ScenarioFiles;
class ScenarioPage;
class ScriptPanel;
class Session;
class StatusLine;
class ViewActions;
class WindowLayout;
struct ExportRequest;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All must outlive the window.
    MainWindow(Session& session, AppSettings& settings, Appearance& appearance, Languages& languages,
               QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Size, place, docks and splitter as they were left last time, if there was one.
    void restoreLayout();
    [[nodiscard]] Pictures& pictures() const { return *m_pictures; }
    [[nodiscard]] ScenarioFiles& files() const { return *m_files; }

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void setupActions();
    void setupDocks();
    void connectSession();
    void connectMenus();
    void connectExports();
    void connectFiles();
    void connectView();
    void connectLooks();
    void applySettings();
    void retranslate();
    void setTheme(const Theme& theme);
    void showTitle();
    void showScript();
    void connectCapture();
    void showCapture();
    void exportPicture(ExportContent content);
    /// What went wrong, or nothing.
    [[nodiscard]] QString writePicture(const ExportRequest& request) const;

    Session& m_session;
    AppSettings& m_settings;
    Appearance& m_appearance;
    Languages& m_languages;
    Selection m_selection;

    ScenarioFiles* m_files;
    FileMenu* m_fileMenu;
    ConnectionActions* m_connectionActions;
    NetworkActions* m_networkActions;
    PlayActions* m_playActions;
    ViewActions* m_viewActions;
    HelpMenu* m_helpMenu = nullptr;
    PlayBar* m_playBar;
    StatusLine* m_statusLine;
    Pictures* m_pictures;
    Dialogs* m_dialogs;
    EventPanel* m_events = nullptr;
    Inspector* m_inspector = nullptr;
    ScenarioPage* m_scenarioPage = nullptr;
    QDockWidget* m_eventsDock = nullptr;
    QDockWidget* m_inspectorDock = nullptr;
    BranchDock* m_branches;
    QDockWidget* m_branchesDock = nullptr;
    ScriptPanel* m_script = nullptr;
    QDockWidget* m_scriptDock = nullptr;
    CaptureDock* m_capture;
    QDockWidget* m_connectionsDock = nullptr;
    QStackedWidget* m_about = nullptr; // the scenario or the connection that is played
    WindowLayout* m_layout;
    bool m_wasShown = false;
    bool m_mayClose = false; // what is not saved may be lost
};

} // namespace finwait
