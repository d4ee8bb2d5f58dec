// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Opens the dialogs over the window, and does what they are accepted with.
#pragma once

#include "app/export_dialog.h"
#include "core/side.h"
#include "scenario/scenario.h"

#include <QObject>

#include <functional>
#include <string>

class QWidget;

namespace finwait {

class Appearance;
class AppSettings;
class ScenarioThumbnails;
class Session;

class Dialogs : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; `window` is under the dialogs and owns it.
    Dialogs(Session& session, AppSettings& settings, const Appearance& appearance, QWidget& window);

    void openConnection();
    void closeConnection();
    void send(Side side);
    void networkDelay();
    void faults();
    void library();
    /// The scenario that is played, with both stacks like this from its start.
    void playWithProfile(const std::string& profile);
    /// `content` is what is suggested; `writer` writes the file.
    void exportPicture(ExportContent content, const ExportDialog::Writer& writer);

signals:
    void scenarioChosen(const finwait::Scenario& scenario);
    /// A connection is to be opened: a scenario to be played at once.
    void connectionChosen(const finwait::Scenario& scenario);
    void exported(const QString& path);

private:
    /// From the start, if what was done by hand may go: it was done in another course of things. That is asked over
    /// `asking`; `before` is called when it may.
    void playAnew(Scenario scenario, QWidget& asking, const std::function<void()>& before);

    Session& m_session;
    AppSettings& m_settings;
    const Appearance& m_appearance;
    QWidget& m_window;
    ScenarioThumbnails* m_thumbnails; // kept from one look into the library to the next
};

} // namespace finwait
