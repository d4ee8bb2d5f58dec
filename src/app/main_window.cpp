// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/main_window.h"

#include "app/action_table.h"
#include "app/app_settings.h"
#include "app/appearance.h"
#include "app/branch_dock.h"
#include "app/branch_question.h"
#include "app/capture_dock.h"
#include "app/captured_page.h"
#include "app/connection_actions.h"
#include "app/connection_panel.h"
#include "app/dialogs.h"
#include "app/file_drop.h"
#include "app/file_menu.h"
#include "app/help_menu.h"
#include "app/languages.h"
#include "app/loading_strip.h"
#include "app/network_actions.h"
#include "app/packets_export.h"
#include "app/pictures.h"
#include "app/play_actions.h"
#include "app/play_bar.h"
#include "app/play_keys.h"
#include "app/scenario_files.h"
#include "app/scenario_page.h"
#include "app/scenario_titles.h"
#include "app/script_export.h"
#include "app/script_panel.h"
#include "app/status_line.h"
#include "app/view_actions.h"
#include "app/window_layout.h"
#include "export/connection_svg.h"
#include "session/session.h"
#include "view/branch_panel.h"
#include "view/event_panel.h"
#include "view/inspector.h"

#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QKeyEvent>
#include <QMenuBar>
#include <QStackedWidget>

#include <utility>

namespace finwait {

namespace {

constexpr int outerMargin = 8; // around the panels
constexpr int lowerMargin = 2;

PictureContent pictureContent(ExportContent content)
{
    switch (content) {
    case ExportContent::Diagram: return PictureContent::Diagram;
    case ExportContent::Chart: return PictureContent::Chart;
    case ExportContent::Both: return PictureContent::Both;
    }
    return PictureContent::Both;
}

} // namespace

MainWindow::MainWindow(Session& session, AppSettings& settings, Appearance& appearance, Languages& languages,
                       QWidget* parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_settings(settings)
    , m_appearance(appearance)
    , m_languages(languages)
    , m_files(new ScenarioFiles(session, settings, *this))
    , m_fileMenu(new FileMenu(*this))
    , m_connectionActions(new ConnectionActions(session, *this))
    , m_networkActions(new NetworkActions(session, *this))
    , m_playActions(new PlayActions(session, *this))
    , m_viewActions(new ViewActions(*this))
    , m_playBar(new PlayBar(session, *m_playActions, this))
    , m_statusLine(new StatusLine(session, m_connectionActions->action(ConnectionAction::Open), this))
    , m_pictures(new Pictures(session, m_selection, this))
    , m_dialogs(new Dialogs(session, settings, appearance, *this))
    , m_branches(new BranchDock(session, settings, *this))
    , m_capture(new CaptureDock(session, m_files->captures(), *this))
    , m_layout(new WindowLayout(*this, *m_pictures, settings))
{
    setObjectName(QStringLiteral("mainWindow"));
    setupDocks();
    setupActions();
    connectSession();
    applySettings();
    retranslate();
    setTheme(m_appearance.theme());
}

MainWindow::~MainWindow() = default;

void MainWindow::setupDocks()
{
    m_events = new EventPanel(m_session, m_selection, this);
    m_inspector = new Inspector(m_session, m_selection, this);
    m_scenarioPage = new ScenarioPage(m_session);
    m_about = new QStackedWidget;
    m_about->addWidget(m_scenarioPage);
    m_about->addWidget(&m_capture->page());
    m_inspector->addScenarioPage(m_about);
    m_inspector->showScenario();
    m_eventsDock = &m_layout->addPanel(QStringLiteral("eventsDock"), m_events, {outerMargin, 0, 0, lowerMargin});
    m_inspectorDock =
        &m_layout->addPanelOnTheRight(QStringLiteral("inspectorDock"), m_inspector, {0, 0, outerMargin, lowerMargin});
    m_branchesDock =
        &m_layout->addPanel(QStringLiteral("branchesDock"), &m_branches->panel(), {outerMargin, 0, 0, lowerMargin});
    m_branches->setDock(*m_branchesDock);
    m_connectionsDock =
        &m_layout->addPanel(QStringLiteral("connectionsDock"), &m_capture->panel(), {outerMargin, 0, 0, lowerMargin});
    m_capture->setDock(*m_connectionsDock);
    m_script = new ScriptPanel(m_session, this);
    m_scriptDock = &m_layout->addPanelBeside(QStringLiteral("scriptDock"), m_script, {0, outerMargin, outerMargin, 0});
    m_scriptDock->hide();
    m_scriptDock->toggleViewAction()->setEnabled(false);

    m_pictures->setContentsMargins(outerMargin, outerMargin, outerMargin, 0);
    setCentralWidget(m_pictures);
    m_playBar->addBesideScenarios(m_fileMenu->action(FileAction::Library));
    addToolBar(m_playBar);
    m_statusLine->insertPermanentWidget(1, &m_capture->strip());
    setStatusBar(m_statusLine);
}

void MainWindow::setupActions()
{
    m_fileMenu->addTo(*menuBar());
    m_connectionActions->addTo(*menuBar());
    m_networkActions->addTo(*menuBar());
    m_playActions->addTo(*menuBar());
    m_viewActions->addDock(*m_eventsDock, QKeySequence(QStringLiteral("Ctrl+Shift+E")));
    m_viewActions->addDock(*m_inspectorDock, QKeySequence(QStringLiteral("Ctrl+Shift+I")));
    m_viewActions->addDock(*m_branchesDock, QKeySequence(QStringLiteral("Ctrl+Shift+B")));
    m_viewActions->addDock(*m_scriptDock, QKeySequence(QStringLiteral("Ctrl+Shift+P")));
    m_viewActions->addDock(*m_connectionsDock, QKeySequence(QStringLiteral("Ctrl+Shift+N")));
    m_viewActions->addTo(*menuBar());
    m_helpMenu = new HelpMenu(*this);
    m_pictures->setContextActions({&m_viewActions->action(ViewAction::ZoomIn),
                                   &m_viewActions->action(ViewAction::ZoomOut), &m_viewActions->action(ViewAction::Fit),
                                   &m_connectionActions->action(ConnectionAction::Continue)});
    m_pictures->setSideActions(
        {m_connectionActions->sideActions(Side::Client), m_connectionActions->sideActions(Side::Server)});
    connectMenus();
    connectExports();
    connectFiles();
    connectCapture();
    connectView();
    connectLooks();
}

void MainWindow::connectMenus()
{
    connect(&m_fileMenu->action(FileAction::Again), &QAction::triggered, m_files, &ScenarioFiles::again);
    connect(&m_fileMenu->action(FileAction::Quit), &QAction::triggered, this, &QWidget::close);
    connect(m_connectionActions, &ConnectionActions::openRequested, m_dialogs, &Dialogs::openConnection);
    connect(m_connectionActions, &ConnectionActions::closeRequested, m_dialogs, &Dialogs::closeConnection);
    connect(m_connectionActions, &ConnectionActions::sendRequested, m_dialogs, &Dialogs::send);
    connect(m_connectionActions, &ConnectionActions::profileChosen, this, [this](const std::string& profile) {
        if (m_files->captures().capture())
            m_files->captures().chooseProfile(profile);
        else if (m_files->script())
            m_files->playScriptWith(profile);
        else
            m_dialogs->playWithProfile(profile);
    });
    connect(m_networkActions, &NetworkActions::delayRequested, m_dialogs, &Dialogs::networkDelay);
    connect(m_networkActions, &NetworkActions::faultsRequested, m_dialogs, &Dialogs::faults);
}

void MainWindow::connectExports()
{
    connect(&m_fileMenu->action(FileAction::Export), &QAction::triggered, this,
            [this] { exportPicture(m_settings.exportContent()); });
    connect(m_pictures, &Pictures::exportRequested, this, &MainWindow::exportPicture);
    auto* packets = new PacketsExport(m_session, m_settings, *this);
    connect(&m_fileMenu->action(FileAction::PacketsAtClient), &QAction::triggered, packets,
            [packets] { packets->chooseFile(Side::Client); });
    connect(&m_fileMenu->action(FileAction::PacketsAtServer), &QAction::triggered, packets,
            [packets] { packets->chooseFile(Side::Server); });
    auto* scripts = new ScriptExport(m_session, m_settings, *this);
    connect(&m_fileMenu->action(FileAction::ScriptOfClient), &QAction::triggered, scripts,
            [scripts] { scripts->chooseFile(Side::Client); });
    connect(&m_fileMenu->action(FileAction::ScriptOfServer), &QAction::triggered, scripts,
            [scripts] { scripts->chooseFile(Side::Server); });
    const auto sayExported = [this](const QString& path) {
        m_statusLine->say(tr("Exported to %1.").arg(QDir::toNativeSeparators(path)));
    };
    connect(m_dialogs, &Dialogs::exported, this, sayExported);
    connect(packets, &PacketsExport::exported, this, sayExported);
    connect(scripts, &ScriptExport::exported, this, sayExported);
}

void MainWindow::connectFiles()
{
    connect(&m_fileMenu->action(FileAction::New), &QAction::triggered, m_files, &ScenarioFiles::make);
    connect(&m_fileMenu->action(FileAction::Open), &QAction::triggered, m_files, &ScenarioFiles::chooseFile);
    connect(&m_fileMenu->action(FileAction::Save), &QAction::triggered, m_files, &ScenarioFiles::save);
    connect(&m_fileMenu->action(FileAction::SaveAs), &QAction::triggered, m_files, &ScenarioFiles::saveAs);
    connect(&m_fileMenu->action(FileAction::Library), &QAction::triggered, m_dialogs, &Dialogs::library);
    connect(m_dialogs, &Dialogs::scenarioChosen, m_files, &ScenarioFiles::choose);
    connect(m_dialogs, &Dialogs::connectionChosen, this, [this](const Scenario& scenario) {
        m_files->whenSafe([this, scenario] {
            m_files->restore(scenario, {}); // it was made here, and is in no file yet
            m_session.play();
        });
    });
    connect(m_fileMenu, &FileMenu::scenarioChosen, m_files, &ScenarioFiles::choose);
    connect(m_playBar, &PlayBar::scenarioChosen, m_files, &ScenarioFiles::choose);
    connect(m_fileMenu, &FileMenu::recentChosen, m_files, &ScenarioFiles::open);
    connect(m_fileMenu, &FileMenu::recentCleared, m_files, &ScenarioFiles::forgetRecent);
    connect(new FileDrop(*this), &FileDrop::dropped, m_files, &ScenarioFiles::open);
    const auto showRecent = [this] { m_fileMenu->showRecent(m_settings.recentFiles()); };
    connect(m_files, &ScenarioFiles::recentChanged, this, showRecent);
    showRecent();
    connect(m_files, &ScenarioFiles::changed, this, &MainWindow::showTitle);
    connect(m_files, &ScenarioFiles::scriptChanged, this, &MainWindow::showScript);
    connect(m_files, &ScenarioFiles::saved, this,
            [this](const QString& path) { m_statusLine->say(tr("Saved to %1.").arg(QDir::toNativeSeparators(path))); });
}

void MainWindow::connectCapture()
{
    const CapturePlayer& player = m_files->captures();
    connect(&player, &CapturePlayer::captureChanged, this, [this] {
        showCapture();
        m_layout->arrange();
    });
    connect(&player, &CapturePlayer::connectionChanged, this, &MainWindow::showTitle);
    QAction& all = m_viewActions->action(ViewAction::AllConnections);
    m_capture->panel().addButton(all);
    m_capture->panel().addButton(m_connectionActions->action(ConnectionAction::Continue));
    connect(&all, &QAction::toggled, m_capture, &CaptureDock::setShowsAll);
    connect(m_capture, &CaptureDock::totalsChanged, m_pictures, &Pictures::setTotals);
    connect(&m_capture->page(), &CapturedPage::shown, m_inspector, &Inspector::selectBehind);
}

void MainWindow::connectView()
{
    connect(&m_viewActions->action(ViewAction::EveryTransition), &QAction::toggled, this, [this](bool every) {
        m_settings.setEveryTransition(every);
        m_pictures->setEveryTransition(every);
    });
    connect(&m_viewActions->action(ViewAction::CompressedTime), &QAction::toggled, this, [this](bool compressed) {
        m_settings.setCompressedTime(compressed);
        m_pictures->setCompressedTime(compressed);
    });
    connect(&m_viewActions->action(ViewAction::ZoomIn), &QAction::triggered, m_pictures, &Pictures::zoomIn);
    connect(&m_viewActions->action(ViewAction::ZoomOut), &QAction::triggered, m_pictures, &Pictures::zoomOut);
    connect(&m_viewActions->action(ViewAction::Fit), &QAction::triggered, m_pictures, &Pictures::fit);
    connect(&m_viewActions->action(ViewAction::FullScreen), &QAction::toggled, this,
            [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
}

void MainWindow::connectLooks()
{
    connect(m_viewActions, &ViewActions::themeChosen, this, [this](ThemeMode mode) {
        m_settings.setThemeMode(mode);
        m_appearance.setMode(mode);
    });
    connect(&m_appearance, &Appearance::themeChanged, this, &MainWindow::setTheme);
    connect(m_viewActions, &ViewActions::languageChosen, this, [this](LanguageMode mode) {
        m_settings.setLanguageMode(mode);
        m_languages.setMode(mode);
    });
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::loaded, this, [this] { m_selection.clear(); });
    connect(m_scenarioPage, &ScenarioPage::turned, m_inspector, &Inspector::showScenario);
    connect(&m_session, &Session::speedChanged, this, [this](double factor) { m_settings.setSpeed(factor); });
    connect(&m_session, &Session::skipsIdleChanged, this, [this](bool skips) { m_settings.setSkipsIdle(skips); });
}

void MainWindow::applySettings()
{
    m_session.setSpeed(m_settings.speed());
    m_session.setSkipsIdle(m_settings.skipsIdle());
    m_pictures->setEveryTransition(m_settings.everyTransition());
    m_viewActions->action(ViewAction::EveryTransition).setChecked(m_settings.everyTransition());
    m_pictures->setCompressedTime(m_settings.compressedTime());
    m_viewActions->action(ViewAction::CompressedTime).setChecked(m_settings.compressedTime());
    m_viewActions->showTheme(m_appearance.mode());
    m_viewActions->showLanguage(m_languages.mode());
}

void MainWindow::setTheme(const Theme& theme)
{
    m_pictures->setTheme(theme);
    m_events->setTheme(theme);
    m_inspector->setTheme(theme);
    m_scenarioPage->setTheme(theme);
    m_script->setTheme(theme);
    m_branches->setTheme(theme);
    m_capture->setTheme(theme);
    m_playBar->setTheme(theme);
    m_statusLine->setTheme(theme);
}

void MainWindow::showTitle()
{
    m_fileMenu->showScenario(m_session.scenario());
    QString title = m_files->title();
    title.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]")); // in a file's name it means what it says
    //: Title of the window: the file or the scenario that is played, [*] where an asterisk marks what is not saved, and
    //: the program's name
    setWindowTitle(tr("%1[*] - Finwait").arg(title));
    setWindowModified(m_files->isModified());
}

void MainWindow::retranslate()
{
    m_eventsDock->setWindowTitle(tr("Events"));
    m_inspectorDock->setWindowTitle(tr("Inspector"));
    m_branchesDock->setWindowTitle(tr("Branches"));
    m_scriptDock->setWindowTitle(tr("Script"));
    m_connectionsDock->setWindowTitle(tr("Connections"));
    m_fileMenu->retranslate();
    m_connectionActions->retranslate();
    m_networkActions->retranslate();
    m_playActions->retranslate();
    m_viewActions->retranslate();
    m_helpMenu->retranslate();
    m_playBar->retranslate();
    m_statusLine->retranslate();
    m_scenarioPage->retranslate();
    m_script->retranslate();
    m_capture->retranslate();
    showCapture();
    m_pictures->retranslate();
    showTitle();
}

bool MainWindow::event(QEvent* event)
{
    // A control that has the focus keeps the keys that it needs itself.
    if (event->type() == QEvent::ShortcutOverride
        && controlNeedsKey(focusWidget(), *static_cast<const QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QMainWindow::event(event);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    const QAction* action = impossibleAction(*this, *event);
    if (!action) {
        QMainWindow::keyPressEvent(event);
        return;
    }
    //: %1: what an action is called, %2: the key that was pressed, %3: why it cannot be done, a sentence
    m_statusLine->sayWhyNot(tr("%1 (%2): %3")
                                .arg(action->iconText(),
                                     QKeySequence(event->keyCombination()).toString(QKeySequence::NativeText),
                                     whyNotNow(*action)));
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (!std::exchange(m_wasShown, true))
        m_pictures->focusDiagram();
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::WindowStateChange) // which the window manager may have done
        m_viewActions->action(ViewAction::FullScreen).setChecked(isFullScreen());
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_session.pause();
    if (!m_mayClose && !m_files->isSafe()) {
        event->ignore();
        m_files->whenSafe([this] {
            m_mayClose = true;
            close();
        });
        return;
    }
    m_layout->save();
    event->accept();
}

void MainWindow::restoreLayout()
{
    m_layout->restore();
    m_branches->showWhenNeeded();
    m_capture->showWhenNeeded();
    showScript();
}

/// What cannot be done with what was captured says why.
void MainWindow::showCapture()
{
    const bool isOpen = m_files->captures().capture().has_value();
    m_about->setCurrentWidget(isOpen ? static_cast<QWidget*>(&m_capture->page()) : m_scenarioPage);
    m_fileMenu->allowSaving(
        isOpen ? tr("What was captured is no scenario. Its picture and its packets can be exported.") : QString());
    m_fileMenu->allowScripts(isOpen ? tr("A script tells what applications call, which no capture shows.") : QString());
    m_viewActions->allowAllConnections(isOpen ? QString() : tr("No capture is open."));
    if (!isOpen)
        m_viewActions->action(ViewAction::AllConnections).setChecked(false);
}

/// Its panel is there if there is one, whatever was remembered.
void MainWindow::showScript()
{
    m_script->setScript(m_files->script());
    m_scriptDock->setVisible(m_files->script().has_value());
    m_scriptDock->toggleViewAction()->setEnabled(m_files->script().has_value());
}

void MainWindow::exportPicture(ExportContent content)
{
    m_dialogs->exportPicture(content, [this](const ExportRequest& request) { return writePicture(request); });
}

QString MainWindow::writePicture(const ExportRequest& request) const
{
    PictureOptions options;
    options.content = pictureContent(request.content);
    options.title = scenarioTitle(m_session.scenario());
    options.theme = request.ground == ExportGround::Dark ? Theme::darkTheme() : Theme::lightTheme();
    options.transparent = request.ground == ExportGround::Transparent;
    options.everyTransition = m_settings.everyTransition();
    options.chart = m_pictures->chartOptions();
    ConnectionSvg picture(m_session.trace(), {m_session.recordsBefore(), m_session.playhead()}, options);
    return picture.writeFile(request.path) ? QString() : picture.error();
}

} // namespace finwait
