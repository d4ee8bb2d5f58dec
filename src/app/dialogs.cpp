// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/dialogs.h"

#include "app/app_settings.h"
#include "app/appearance.h"
#include "app/branch_question.h"
#include "app/close_connection_dialog.h"
#include "app/faults_dialog.h"
#include "app/library_dialog.h"
#include "app/network_delay_dialog.h"
#include "app/open_connection_dialog.h"
#include "app/scenario_thumbnails.h"
#include "app/send_dialog.h"
#include "session/session.h"

#include <QDir>

#include <utility>

namespace finwait {

Dialogs::Dialogs(Session& session, AppSettings& settings, const Appearance& appearance, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_settings(settings)
    , m_appearance(appearance)
    , m_window(window)
    , m_thumbnails(new ScenarioThumbnails(this))
{}

void Dialogs::openConnection()
{
    m_session.pause();
    auto* dialog = new OpenConnectionDialog(m_settings.openChoice(), m_appearance.theme(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_settings.setOpenChoice(dialog->choice());
        emit connectionChosen(scenarioFor(dialog->choice(), std::string(ownScenarioName)));
    });
    dialog->open();
}

void Dialogs::closeConnection()
{
    m_session.pause();
    auto* dialog = new CloseConnectionDialog(m_settings.closeChoice(), m_session, m_appearance.theme(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_settings.setCloseChoice(dialog->ownChoice());
        for (const Command& command : dialog->commands())
            m_session.submit(command);
        m_session.play();
    });
    dialog->open();
}

/// A call leaves time standing or running as it was, as it does where it is fired on an edge: whoever clicks through a
/// connection (design, section 2) does one thing after the other. Dialogs that plan a whole course of things play it.
void Dialogs::send(Side side)
{
    const bool wasPlaying = m_session.isPlaying();
    m_session.pause();
    auto* dialog = new SendDialog(side, m_settings.sendOctets(), m_session.simulator().endpoint(side).sendRoom(),
                                  m_appearance.theme().error, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, side, wasPlaying] {
        m_settings.setSendOctets(dialog->call().octets);
        m_session.submit(command::MakeCall{side, dialog->call()});
        if (wasPlaying)
            m_session.play();
    });
    dialog->open();
}

void Dialogs::networkDelay()
{
    m_session.pause();
    auto* dialog =
        new NetworkDelayDialog(m_session.simulator().network().config(), m_appearance.theme().error, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_session.submit(command::ChangeNetwork{dialog->network()});
        m_session.play();
    });
    dialog->open();
}

void Dialogs::faults()
{
    m_session.pause();
    auto* dialog = new FaultsDialog(m_session, m_appearance.theme(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FaultsDialog::fromStartRequested, this,
            [this, dialog] { playAnew(dialog->scenario(), *dialog, [dialog] { dialog->accept(); }); });
    connect(dialog, &FaultsDialog::fromHereRequested, this, [this, dialog] {
        const std::vector<Command> commands = dialog->commands();
        dialog->accept();
        for (const Command& command : commands)
            m_session.submit(command);
        m_session.play();
    });
    dialog->open();
}

void Dialogs::playWithProfile(const std::string& profile)
{
    Scenario scenario = m_session.scenario();
    scenario.profile = {profile, profile};
    playAnew(std::move(scenario), m_window, [] {});
}

void Dialogs::playAnew(Scenario scenario, QWidget& asking, const std::function<void()>& before)
{
    scenario.done.clear();
    whenBranchesMayGo(m_session, asking, {}, [this, scenario = std::move(scenario), before] {
        before();
        m_session.load(scenario);
        m_session.play();
    });
}

void Dialogs::library()
{
    m_session.pause();
    m_thumbnails->setTheme(m_appearance.theme());
    auto* dialog = new LibraryDialog(*m_thumbnails, m_session.scenario().name, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const Scenario* scenario = dialog->scenario())
            emit scenarioChosen(*scenario);
    });
    dialog->open();
}

void Dialogs::exportPicture(ExportContent content, const ExportDialog::Writer& writer)
{
    m_session.pause();
    const QString name = QString::fromStdString(m_session.scenario().name) + QStringLiteral(".svg");
    const ExportRequest suggested{content, m_settings.exportGround(), QDir(m_settings.exportFolder()).filePath(name)};
    auto* dialog = new ExportDialog(suggested, m_appearance.theme(), writer, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const ExportRequest request = dialog->request();
        m_settings.setExportContent(request.content);
        m_settings.setExportGround(request.ground);
        m_settings.setExportFolder(QFileInfo(request.path).absolutePath());
        emit exported(request.path);
    });
    dialog->open();
}

} // namespace finwait
