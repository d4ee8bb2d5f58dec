// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/recovery_store.h"

#include "scenario/scenario_reader.h"
#include "scenario/scenario_writer.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

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

QByteArray written(const Unsaved& unsaved)
{
    const QJsonObject object{{QStringLiteral("path"), unsaved.path},
                             {QStringLiteral("scenario"), QString::fromStdString(writeScenario(unsaved.scenario))}};
    return QJsonDocument(object).toJson();
}

std::optional<Unsaved> readFrom(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    auto scenario = readScenario(object[QLatin1String("scenario")].toString().toStdString());
    if (!scenario)
        return std::nullopt;
    return Unsaved{*std::move(scenario), object[QLatin1String("path")].toString()};
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
    if (!m_lock) {
        auto lock = QDir().mkpath(m_folder) ? lockFor(m_file) : nullptr;
        if (!lock || !lock->tryLock(0))
            return false;
        m_lock = std::move(lock);
    }
    QSaveFile file(m_file);
    const QByteArray text = written(unsaved);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
}

void RecoveryStore::forget()
{
    QFile::remove(m_file);
    m_lock.reset();
}

std::optional<LeftBehind> RecoveryStore::leftBehind() const
{
    const QFileInfoList files =
        QDir(m_folder).entryInfoList({u'*' + QLatin1String(suffix)}, QDir::Files, QDir::Time); // the last one first
    for (const QFileInfo& each : files) {
        const QString path = each.absoluteFilePath();
        auto lock = lockFor(path);
        if (!lock->tryLock(0))
            continue; // its process lives
        if (auto unsaved = readFrom(path))
            return LeftBehind(*std::move(unsaved), each.lastModified(), path, std::move(lock));
    }
    return std::nullopt;
}

} // namespace finwait
