// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/scenario_files.h"

#include "app/app_settings.h"
#include "app/branch_question.h"
#include "app/connection_choices.h"
#include "app/message_text.h"
#include "app/misfit_text.h"
#include "app/scenario_io.h"
#include "app/scenario_titles.h"
#include "session/session.h"
#include "view/branch_text.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace finwait {

namespace {

constexpr const char* suffix = "finwait";

/// As it is told apart from others: neither relative nor by way of another folder.
QString unambiguous(const QString& path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? QDir::cleanPath(QFileInfo(path).absoluteFilePath()) : canonical;
}

} // namespace

ScenarioFiles::ScenarioFiles(Session& session, AppSettings& settings, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_settings(settings)
    , m_window(window)
    , m_captures(new CapturePlayer(session, this))
    , m_reference(session.scenario())
    , m_rewrites(session.rewrites())
{
    connect(&session, &Session::changed, this, &ScenarioFiles::noticeDeeds);
    connect(m_captures, &CapturePlayer::ready, this,
            [this](const LoadedCapture& capture) { whenSafe([this, capture] { play(capture); }); });
    connect(m_captures, &CapturePlayer::failed, this, [this](const QString& path, const Message& why) {
        complain(tr("%1 cannot be opened.").arg(QDir::toNativeSeparators(path)), messageSentence(why));
    });
}

Scenario ScenarioFiles::scenario() const
{
    Scenario scenario = m_session.scenario();
    scenario.done = m_session.done();
    return scenario;
}

bool ScenarioFiles::isModified() const
{
    return !m_captures->capture() && m_reference != scenario();
}

bool ScenarioFiles::isSafe() const
{
    return !isModified() && branchesBeside(m_session, m_reference->done) == 0;
}

/// A session signals much that changes nothing that is saved.
void ScenarioFiles::noticeDeeds()
{
    if (std::exchange(m_rewrites, m_session.rewrites()) != m_session.rewrites())
        emit changed();
}

QString ScenarioFiles::title() const
{
    if (m_path.isEmpty())
        return scenarioTitle(m_session.scenario());
    const QString name = QFileInfo(m_path).fileName();
    const auto& capture = m_captures->capture();
    if (!capture)
        return name;
    //: %1: a capture file, %2: the number of a connection in it, %3: its two ends
    return tr("%1: connection %2, %3")
        .arg(name, QString::number(capture->place + 1), scenarioTitle(m_session.scenario()));
}

void ScenarioFiles::whenSafe(std::function<void()> next)
{
    if (isModified())
        askToSave(std::move(next));
    else
        whenBranchesMayGo(m_session, m_window, m_reference->done, std::move(next));
}

/// The branch that is the script itself, which stays in its file.
bool ScenarioFiles::hasScriptBeside() const
{
    if (!m_script || m_script->run.done.empty() || m_script->run.done == m_session.done())
        return false;
    return std::ranges::any_of(m_session.branches(), [this](const Branch& branch) {
        return m_session.branchDone(branch.id) == m_script->run.done;
    });
}

QString ScenarioFiles::whatWouldBeLost() const
{
    QString changes = tr("Without saving they will be lost.");
    std::size_t others = branchesBeside(m_session, m_session.done());
    if (hasScriptBeside())
        --others;
    if (others == 0)
        return changes;
    return changes + u'\n'
           + tr("Only the current branch is saved. Others in which something was done by hand: %1.").arg(others);
}

void ScenarioFiles::askToSave(Next next)
{
    m_session.pause();
    auto* question =
        new QMessageBox(QMessageBox::Warning, tr("Unsaved changes"),
                        tr("“%1” has changes that are not saved.").arg(title()), QMessageBox::NoButton, &m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(whatWouldBeLost());
    QPushButton* saving = question->addButton(tr("&Save"), QMessageBox::AcceptRole);
    const QPushButton* discarding = question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    question->setEscapeButton(question->addButton(tr("Cancel"), QMessageBox::RejectRole));
    question->setDefaultButton(saving);
    connect(discarding, &QPushButton::clicked, this, next);
    connect(saving, &QPushButton::clicked, this, [this, next = std::move(next)] { saveThen(next); });
    question->open();
}

void ScenarioFiles::make()
{
    whenSafe([this] {
        Scenario scenario = scenarioFor(m_settings.openChoice(), std::string(ownScenarioName));
        scenario.plan.clear();
        begin(scenario);
    });
}

void ScenarioFiles::choose(const Scenario& scenario)
{
    whenSafe([this, scenario] { begin(scenario); });
}

void ScenarioFiles::chooseFile()
{
    m_session.pause();
    //: %1: patterns of names
    const QString filters = tr("All that can be played (*.finwait *.pkt %1);;Finwait scenarios (*.finwait);;"
                               "packetdrill scripts (*.pkt);;Captures (%1);;All files (*)")
                                .arg(captureNamePatterns());
    QFileDialog* chooser = makeChooser(tr("Open a scenario, a script or a capture"), filters);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, &ScenarioFiles::open);
    chooser->open();
}

/// What cannot be read takes no question. And it is read again when it is loaded: saving may have changed it.
void ScenarioFiles::open(const QString& path)
{
    const std::string profile(stackProfiles().front().name);
    const QString file = unambiguous(path);
    if (!isThere(file))
        return;
    if (isCapture(file)) {
        m_captures->open(file);
        return;
    }
    if (!read(file, profile))
        return;
    whenSafe([this, file, profile] {
        if (auto opened = read(file, profile)) {
            load(*std::move(opened), file);
            remember(file);
        }
    });
}

void ScenarioFiles::again()
{
    if (m_captures->capture())
        m_captures->choose(m_captures->capture()->place);
    else
        whenBranchesMayGo(m_session, m_window, m_session.scenario().done,
                          [this] { m_session.load(Scenario(m_session.scenario())); });
}

void ScenarioFiles::play(const LoadedCapture& capture)
{
    m_path = capture.path;
    m_reference = m_captures->heading(capture);
    m_captures->play(capture);
    setScript(std::nullopt);
    remember(capture.path);
    emit changed();
}

void ScenarioFiles::playScriptWith(const std::string& profile)
{
    whenSafe([this, profile] {
        if (auto opened = read(m_path, profile))
            load(*std::move(opened), QString(m_path));
    });
}

bool ScenarioFiles::isThere(const QString& path)
{
    const QFileInfo file(path);
    if (file.exists() && !file.isDir() && !file.isFile()) { // reading a pipe would wait for who writes into it
        complain(tr("%1 cannot be opened.").arg(QDir::toNativeSeparators(path)), tr("It is no ordinary file."));
        return false;
    }
    if (file.exists())
        return true;
    QStringList recent = m_settings.recentFiles();
    recent.removeAll(path);
    setRecent(recent);
    complain(tr("There is no file %1 any more.").arg(QDir::toNativeSeparators(path)), {});
    return false;
}

/// `profile` is what a script is played with; a scenario has its own.
std::optional<Playable> ScenarioFiles::read(const QString& path, const std::string& profile)
{
    if (!isThere(path))
        return std::nullopt;
    auto opened = readPlayable(path, profile);
    if (opened)
        return *std::move(opened);
    complain(tr("%1 cannot be opened.").arg(QDir::toNativeSeparators(path)), problemText(opened.error()));
    return std::nullopt;
}

void ScenarioFiles::save()
{
    saveThen({});
}

void ScenarioFiles::saveAs()
{
    saveAsThen({});
}

void ScenarioFiles::saveThen(const Next& next)
{
    if (m_path.isEmpty() || isScript(m_path)) // what becomes of a script by hand is a scenario
        saveAsThen(next);
    else
        write(m_path, next);
}

void ScenarioFiles::saveAsThen(const Next& next)
{
    m_session.pause();
    QFileDialog* chooser = makeChooser(tr("Save the scenario"), tr("Finwait scenarios (*.finwait);;All files (*)"));
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QString::fromLatin1(suffix));
    chooser->selectFile(m_path.isEmpty() || isScript(m_path)
                            ? QString::fromStdString(m_session.scenario().name) + u'.' + QLatin1String(suffix)
                            : m_path);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, next](const QString& path) { write(unambiguous(path), next); });
    chooser->open();
}

QString ScenarioFiles::whyNotSavedAs(const QString& path) const
{
    if (isScript(path))
        return tr("The name is that of a packetdrill script; scenarios end in .finwait.");
    if (isNamedLikeCapture(path))
        return tr("The name is that of a capture; scenarios end in .finwait.");
    return {};
}

void ScenarioFiles::write(const QString& path, const Next& next)
{
    const Scenario written = scenarioForFile(scenario(), path, m_path);
    QString wrong = whyNotSavedAs(path);
    if (wrong.isEmpty())
        wrong = writeScenarioAt(path, written);
    if (!wrong.isEmpty()) {
        complain(tr("%1 cannot be saved.").arg(QDir::toNativeSeparators(path)), wrong);
        return;
    }
    m_path = path;
    m_reference = written;
    m_session.adopt(written);
    setScript(std::nullopt);
    remember(path);
    emit changed();
    emit saved(path);
    if (next)
        next();
}

void ScenarioFiles::begin(const Scenario& scenario)
{
    load(Playable{scenario, std::nullopt}, {});
}

void ScenarioFiles::restore(const Scenario& scenario, const QString& path, const std::vector<KeptBranch>& branches,
                            Time playhead)
{
    if (branches.empty())
        load(scenario, path, std::nullopt);
    else
        load(scenario, branches, path);
    setScriptOf(path, scenario);
    m_session.seek(playhead);
}

void ScenarioFiles::openAgain(const QString& path, Time playhead, std::size_t connection)
{
    if (!QFileInfo::exists(path))
        return;
    if (isCapture(path)) {
        m_captures->open(path, connection, playhead);
        return;
    }
    if (auto opened = read(path, std::string(stackProfiles().front().name))) {
        load(*std::move(opened), path);
        remember(path);
        m_session.seek(playhead);
    }
}

void ScenarioFiles::setScript(std::optional<PlayedScript> script)
{
    const bool changes = m_script || script;
    m_script = std::move(script);
    if (changes)
        emit scriptChanged();
}

/// What was not saved may have come of a script, which is shown again if it is still there.
void ScenarioFiles::setScriptOf(const QString& path, const Scenario& scenario)
{
    std::optional<PlayedScript> script;
    if (isScript(path)) {
        if (const auto file = readScriptAt(path))
            script = playScript(*file, scenario.profile.client);
    }
    setScript(std::move(script));
}

void ScenarioFiles::load(Playable opened, const QString& path)
{
    load(opened.scenario, path, opened.scenario);
    setScript(std::move(opened.script));
}

void ScenarioFiles::load(const Scenario& scenario, const QString& path, const std::optional<Scenario>& reference)
{
    m_path = path;
    m_reference = reference;
    m_session.load(scenario);
    if (const auto& misfit = m_session.misfit())
        complain(tr("“%1” is not played as it was saved.").arg(title()), misfitText(scenario, *misfit));
}

void ScenarioFiles::load(const Scenario& scenario, const std::vector<KeptBranch>& branches, const QString& path)
{
    m_path = path;
    m_reference.reset();
    m_session.load(scenario, branches);
    if (m_session.branchMisfits().empty())
        return;
    QStringList told;
    for (const Branch& branch : m_session.branches()) {
        const auto misfit = m_session.branchMisfits().find(branch.id);
        if (misfit == m_session.branchMisfits().end())
            continue;
        Scenario course = scenario;
        course.done =
            std::ranges::find(branches, branch.id, [](const KeptBranch& each) { return each.branch.id; })->done;
        const QString name = branch_text::title(branch, *m_session.branchTrace(branch.id));
        //: A branch and what is the matter with it: sentences
        told << tr("Branch “%1”: %2").arg(name, misfitText(course, misfit->second));
    }
    complain(tr("“%1” is not played as it was.").arg(title()), told.join(QStringLiteral("\n\n")));
}

void ScenarioFiles::remember(const QString& path)
{
    m_settings.setScenarioFolder(QFileInfo(path).absolutePath());
    QStringList recent = m_settings.recentFiles();
    recent.removeAll(path);
    recent.prepend(path);
    setRecent(recent);
}

void ScenarioFiles::forgetRecent()
{
    setRecent({});
}

void ScenarioFiles::setRecent(const QStringList& paths)
{
    m_settings.setRecentFiles(paths);
    emit recentChanged();
}

QFileDialog* ScenarioFiles::makeChooser(const QString& title, const QString& filters) const
{
    auto* chooser = new QFileDialog(&m_window, title, m_settings.scenarioFolder(), filters);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    return chooser;
}

void ScenarioFiles::complain(const QString& text, const QString& details) const
{
    auto* message = new QMessageBox(QMessageBox::Warning, tr("File"), text, QMessageBox::NoButton, &m_window);
    message->setAttribute(Qt::WA_DeleteOnClose);
    message->setInformativeText(details);
    message->setTextFormat(Qt::PlainText);
    message->setDefaultButton(message->addButton(tr("Close"), QMessageBox::RejectRole));
    message->open();
}

} // namespace finwait
