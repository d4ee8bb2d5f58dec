// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/recovery_store.h"

#include "scenario/scenario_reader.h"
#include "scenario/scenario_writer.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <chrono>
#include <utility>

namespace finwait {

namespace {

constexpr const char* suffix = ".unsaved";

std::unique_ptr<QLockFile> lockFor(const QString& file)
{
    auto lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // it is only stale if its process is gone
    return lock;
}

// The fields of a file and of a branch in it. Scenarios are text, as in their own files; times are microseconds.
constexpr QLatin1String pathField("path");
constexpr QLatin1String playheadField("playhead");
constexpr QLatin1String connectionField("connection");
constexpr QLatin1String scenarioField("scenario"); // missing: all is saved
constexpr QLatin1String branchesField("branches"); // missing in files of older versions
constexpr QLatin1String idField("id");
constexpr QLatin1String nameField("name");
constexpr QLatin1String parentField("parent");
constexpr QLatin1String forkTimeField("forkTime");
constexpr QLatin1String forkStepField("forkStep");
constexpr QLatin1String commandsSharedField("commandsShared");
constexpr QLatin1String currentField("current");

QJsonValue text(const Scenario& scenario)
{
    return QString::fromStdString(writeScenario(scenario));
}

QJsonValue number(Time time)
{
    return qint64(time.count());
}

Time time(const QJsonValue& value)
{
    return std::max(Time{value.toInteger()}, Time{});
}

QJsonObject written(const KeptBranch& kept, Scenario scenario)
{
    const Branch& branch = kept.branch;
    scenario.done = kept.done;
    QJsonObject object{{idField, qint64(branch.id)},
                       {nameField, branch.name},
                       {forkTimeField, number(branch.forkTime)},
                       {forkStepField, qint64(branch.forkStep)},
                       {commandsSharedField, qint64(branch.commandsShared)},
                       {currentField, branch.isCurrent},
                       {scenarioField, text(scenario)}};
    if (branch.parent)
        object[parentField] = qint64(*branch.parent);
    return object;
}

QByteArray written(const Unsaved& unsaved)
{
    QJsonArray branches;
    for (const KeptBranch& each : unsaved.branches)
        branches << written(each, unsaved.scenario);
    const QJsonObject object{{pathField, unsaved.path},
                             {playheadField, number(unsaved.playhead)},
                             {scenarioField, text(unsaved.scenario)},
                             {branchesField, branches}};
    return QJsonDocument(object).toJson();
}

QByteArray written(const OpenFile& file)
{
    return QJsonDocument({{pathField, file.path},
                          {playheadField, number(file.playhead)},
                          {connectionField, qint64(file.connection)}})
        .toJson();
}

std::optional<Scenario> scenarioIn(const QJsonObject& object)
{
    auto scenario = readScenario(object[scenarioField].toString().toStdString());
    return scenario ? std::optional(*std::move(scenario)) : std::nullopt;
}

std::optional<KeptBranch> branchIn(const QJsonObject& object)
{
    auto scenario = scenarioIn(object);
    if (!scenario)
        return std::nullopt;
    KeptBranch kept;
    kept.done = std::move(scenario->done);
    kept.branch.id = BranchId(object[idField].toInteger());
    kept.branch.name = object[nameField].toString();
    if (object.contains(parentField))
        kept.branch.parent = BranchId(object[parentField].toInteger());
    kept.branch.forkTime = time(object[forkTimeField]);
    kept.branch.forkStep = StepIndex(object[forkStepField].toInteger());
    kept.branch.commandsShared = std::size_t(object[commandsSharedField].toInteger());
    kept.branch.isCurrent = object[currentField].toBool();
    return kept;
}

/// None: at least one cannot be read, or they do not fit together.
std::optional<std::vector<KeptBranch>> branchesIn(const QJsonArray& array)
{
    std::vector<KeptBranch> branches;
    for (const auto each : array) {
        auto branch = branchIn(each.toObject());
        if (!branch)
            return std::nullopt;
        branches.push_back(*std::move(branch));
    }
    if (!branches.empty() && !areOfOneSession(branches))
        return std::nullopt;
    return branches;
}

std::optional<Unsaved> unsavedIn(const QJsonObject& object)
{
    auto scenario = scenarioIn(object);
    auto branches = branchesIn(object[branchesField].toArray());
    if (!scenario || !branches)
        return std::nullopt;
    return Unsaved{*std::move(scenario), object[pathField].toString(), *std::move(branches),
                   time(object[playheadField])};
}

QJsonObject readFrom(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// Of all processes, the last one first.
QFileInfoList filesIn(const QString& folder)
{
    return QDir(folder).entryInfoList({u'*' + QLatin1String(suffix)}, QDir::Files, QDir::Time);
}

} // namespace

LeftBehind::LeftBehind(Unsaved unsaved, QDateTime when, QString file, std::unique_ptr<QLockFile> lock)
    : m_unsaved(std::move(unsaved))
    , m_when(std::move(when))
    , m_file(std::move(file))
    , m_lock(std::move(lock))
{}

LeftBehind::LeftBehind(LeftBehind&&) noexcept = default;
LeftBehind& LeftBehind::operator=(LeftBehind&&) noexcept = default;
LeftBehind::~LeftBehind() = default;

void LeftBehind::remove()
{
    QFile::remove(m_file);
}

RecoveryStore::RecoveryStore(const QString& folder)
    : m_folder(folder)
    , m_file(QDir(folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + QLatin1String(suffix)))
{}

RecoveryStore::~RecoveryStore()
{
    forget();
}

QString RecoveryStore::usualFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(QStringLiteral("recovery"));
}

bool RecoveryStore::keep(const Unsaved& unsaved)
{
    return write(written(unsaved));
}

bool RecoveryStore::keep(const OpenFile& file)
{
    return write(written(file));
}

bool RecoveryStore::write(const QByteArray& text)
{
    if (!m_lock) {
        auto lock = QDir().mkpath(m_folder) ? lockFor(m_file) : nullptr;
        if (!lock || !lock->tryLock(0))
            return false;
        m_lock = std::move(lock);
    }
    QSaveFile file(m_file);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
}

void RecoveryStore::forget()
{
    QFile::remove(m_file);
    m_lock.reset();
}

std::optional<LeftBehind> RecoveryStore::leftBehind() const
{
    for (const QFileInfo& each : filesIn(m_folder)) {
        const QString path = each.absoluteFilePath();
        auto lock = lockFor(path);
        if (!lock->tryLock(0))
            continue; // its process lives
        if (auto unsaved = unsavedIn(readFrom(path)))
            return LeftBehind(*std::move(unsaved), each.lastModified(), path, std::move(lock));
    }
    return std::nullopt;
}

std::optional<OpenFile> RecoveryStore::takeOpenFile() const
{
    std::optional<OpenFile> last;
    for (const QFileInfo& each : filesIn(m_folder)) {
        const QString path = each.absoluteFilePath();
        const auto lock = lockFor(path);
        if (!lock->tryLock(0))
            continue; // its process lives
        const QJsonObject object = readFrom(path);
        const QString open = object[pathField].toString();
        if (open.isEmpty() || object.contains(scenarioField))
            continue;
        if (!last)
            last = OpenFile{open, time(object[playheadField]),
                            std::size_t(std::max(object[connectionField].toInteger(), qint64{0}))};
        QFile::remove(path);
    }
    return last;
}

} // namespace finwait
