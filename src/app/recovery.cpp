// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/recovery.h"

#include "app/connection_choices.h"
#include "app/scenario_files.h"
#include "app/scenario_titles.h"
#include "session/session.h"

#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include <chrono>
#include <utility>

namespace finwait {

namespace {

constexpr std::chrono::milliseconds pause{1500}; // between a change and its being written

QString titleOf(const Unsaved& unsaved)
{
    return unsaved.path.isEmpty() ? scenarioTitle(unsaved.scenario) : QFileInfo(unsaved.path).fileName();
}

/// Branches are in no file. A connection of one's own is nowhere else, even if nothing about it was changed. What was
/// captured is in its file, and what has branched off from it in nothing that could be read again.
bool isWorthKeeping(const ScenarioFiles& files, const Scenario& scenario)
{
    if (files.captures().capture())
        return false;
    const bool isOwn = files.path().isEmpty() && scenario.name == ownScenarioName && !scenario.plan.empty();
    return !files.isSafe() || isOwn;
}

OpenFile openFile(const ScenarioFiles& files, const Session& session)
{
    const auto& capture = files.captures().capture();
    return {files.path(), session.playhead(), capture ? capture->place : 0};
}

} // namespace

Recovery::Recovery(const QString& folder, const Session& session, ScenarioFiles& files, QWidget& window)
    : m_session(session)
    , m_files(files)
    , m_window(window)
    , m_store(folder)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &Recovery::putAside);
    connect(&files, &ScenarioFiles::changed, this, &Recovery::follow);
    // Where the playhead stands is put aside too, but nobody waits for a disk while it moves.
    connect(&session, &Session::changed, this, [this] {
        if (!m_session.isPlaying())
            startTimer();
    });
    connect(&session, &Session::playingChanged, this, &Recovery::startTimer);
    connect(&session, &Session::branchesChanged, this, &Recovery::startTimer);
}

void Recovery::startTimer()
{
    if (!m_timer.isActive())
        m_timer.start();
}

/// What is saved is not unsaved for a moment longer.
void Recovery::follow()
{
    if (isWorthKeeping(m_files, m_session.scenario()))
        startTimer();
    else
        putAside();
}

void Recovery::putAside()
{
    if (isWorthKeeping(m_files, m_session.scenario()))
        m_store.keep(Unsaved{m_session.scenario(), m_files.path(), m_session.keptBranches(), m_session.playhead()});
    else if (!m_files.path().isEmpty())
        m_store.keep(openFile(m_files, m_session));
    else
        m_store.forget();
}

void Recovery::offerOrReopen()
{
    const auto file = m_store.takeOpenFile();
    if (auto left = m_store.leftBehind())
        ask(std::make_shared<LeftBehind>(*std::move(left)));
    else if (file)
        m_files.openAgain(file->path, file->playhead, file->connection);
}

void Recovery::offer()
{
    (void)m_store.takeOpenFile(); // something else was asked for
    if (auto left = m_store.leftBehind())
        ask(std::make_shared<LeftBehind>(*std::move(left)));
}

void Recovery::ask(const std::shared_ptr<LeftBehind>& left)
{
    const QString when = QLocale().toString(left->when(), QLocale::ShortFormat);
    auto* question = new QMessageBox(QMessageBox::Question, tr("Restore"),
                                     tr("Finwait was not closed properly. “%1” was not saved; it was put aside on %2.")
                                         .arg(titleOf(left->unsaved()), when),
                                     QMessageBox::NoButton, &m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Shall it be restored?"));
    QPushButton* restoring = question->addButton(tr("&Restore"), QMessageBox::AcceptRole);
    const QPushButton* discarding = question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    question->setEscapeButton(question->addButton(tr("&Later"), QMessageBox::RejectRole));
    question->setDefaultButton(restoring);
    connect(restoring, &QPushButton::clicked, this, [this, left] {
        const Unsaved& unsaved = left->unsaved();
        m_files.restore(unsaved.scenario, unsaved.path, unsaved.branches, unsaved.playhead);
        putAside(); // before the other copy goes
        left->remove();
    });
    connect(discarding, &QPushButton::clicked, this, [this, left] {
        left->remove();
        offer(); // there may be more
    });
    question->open();
}

} // namespace finwait
