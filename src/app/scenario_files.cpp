// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/scenario_files.h"

#include "app/app_settings.h"
#include "app/branch_question.h"
#include "app/connection_choices.h"
#include "app/scenario_titles.h"
#include "session/session.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

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
    , m_reference(session.scenario())
{
    connect(&session, &Session::loaded, this, &ScenarioFiles::changed);
}

bool ScenarioFiles::isModified() const
{
    return m_reference != m_session.scenario();
}

QString ScenarioFiles::title() const
{
    return m_path.isEmpty() ? scenarioTitle(m_session.scenario()) : QFileInfo(m_path).fileName();
}

void ScenarioFiles::whenSafe(std::function<void()> next)
{
    whenSaved([this, next = std::move(next)] { whenBranchesMayGo(m_session, m_window, next); });
}

void ScenarioFiles::whenSaved(Next next)
{
    if (!isModified()) {
        next();
        return;
    }
    m_session.pause();
    auto* question =
        new QMessageBox(QMessageBox::Warning, tr("Unsaved changes"),
                        tr("“%1” has changes that are not saved.").arg(title()), QMessageBox::NoButton, &m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Without saving they will be lost."));
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
    QFileDialog* chooser = makeChooser(tr("Open a scenario"));
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, &ScenarioFiles::open);
    chooser->open();
}

void ScenarioFiles::open(const QString& path)
{
    whenSafe([this, path = unambiguous(path)] { read(path); });
}

void ScenarioFiles::read(const QString& path)
{
    const QString shown = QDir::toNativeSeparators(path);
    if (!QFileInfo::exists(path)) {
        QStringList recent = m_settings.recentFiles();
        recent.removeAll(path);
        setRecent(recent);
        complain(tr("There is no file %1 any more.").arg(shown), {});
        return;
    }
    auto scenario = readScenarioAt(path);
    if (!scenario) {
        complain(tr("%1 cannot be opened.").arg(shown), problemText(scenario.error()));
        return;
    }
    load(*scenario, path, *scenario);
    remember(path);
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
    if (m_path.isEmpty())
        saveAsThen(next);
    else
        write(m_path, next);
}

void ScenarioFiles::saveAsThen(const Next& next)
{
    m_session.pause();
    QFileDialog* chooser = makeChooser(tr("Save the scenario"));
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QString::fromLatin1(suffix));
    chooser->selectFile(
        m_path.isEmpty() ? QString::fromStdString(m_session.scenario().name) + u'.' + QLatin1String(suffix) : m_path);
    connect(chooser, &QFileDialog::fileSelected, this,
            [this, next](const QString& path) { write(unambiguous(path), next); });
    chooser->open();
}

void ScenarioFiles::write(const QString& path, const Next& next)
{
    const QString wrong = writeScenarioAt(path, scenarioForFile(m_session.scenario(), path));
    if (!wrong.isEmpty()) {
        complain(tr("The scenario cannot be saved."), wrong);
        return;
    }
    m_path = path;
    m_reference = m_session.scenario();
    remember(path);
    emit changed();
    emit saved(path);
    if (next)
        next();
}

void ScenarioFiles::begin(const Scenario& scenario)
{
    load(scenario, {}, scenario);
}

void ScenarioFiles::restore(const Scenario& scenario, const QString& path)
{
    load(scenario, path, std::nullopt);
}

void ScenarioFiles::load(const Scenario& scenario, const QString& path, const std::optional<Scenario>& reference)
{
    m_path = path;
    m_reference = reference;
    m_session.load(scenario);
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

QFileDialog* ScenarioFiles::makeChooser(const QString& title) const
{
    auto* chooser = new QFileDialog(&m_window, title, m_settings.scenarioFolder(),
                                    tr("Finwait scenarios (*.finwait);;All files (*)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    return chooser;
}

void ScenarioFiles::complain(const QString& text, const QString& details) const
{
    auto* message = new QMessageBox(QMessageBox::Warning, tr("Scenario file"), text, QMessageBox::NoButton, &m_window);
    message->setAttribute(Qt::WA_DeleteOnClose);
    message->setInformativeText(details);
    message->setTextFormat(Qt::PlainText);
    message->setDefaultButton(message->addButton(tr("Close"), QMessageBox::RejectRole));
    message->open();
}

} // namespace finwait
