// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is not saved, put aside on disk while the program runs. Each process has a file of its own and holds a lock
// beside it, so a file that nobody holds was left by a process that came to a bad end.
#pragma once

#include "scenario/scenario.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

class QLockFile;

namespace finwait {

struct Unsaved {
    Scenario scenario;
    QString path; ///< of the file it belongs to; empty: none
};

/// What another process has left. While it lives, no other process is offered the same.
class LeftBehind
{
public:
    LeftBehind(Unsaved unsaved, QDateTime when, QString file, std::unique_ptr<QLockFile> lock);
    LeftBehind(LeftBehind&&) noexcept;
    LeftBehind& operator=(LeftBehind&&) noexcept;
    ~LeftBehind();

    [[nodiscard]] const Unsaved& unsaved() const { return m_unsaved; }
    [[nodiscard]] const QDateTime& when() const { return m_when; }
    /// It is taken over, or not wanted.
    void remove();

private:
    Unsaved m_unsaved;
    QDateTime m_when;
    QString m_file;
    std::unique_ptr<QLockFile> m_lock;
};

class RecoveryStore
{
public:
    /// The folder is made when it is needed.
    explicit RecoveryStore(const QString& folder);
    /// Removes what was kept: this is how a program ends well.
    ~RecoveryStore();
    RecoveryStore(const RecoveryStore&) = delete;
    RecoveryStore& operator=(const RecoveryStore&) = delete;

    /// Where the program keeps it.
    [[nodiscard]] static QString usualFolder();

    /// Replaces what was kept before. False: it cannot be written, and what was kept before is.
    bool keep(const Unsaved& unsaved);
    /// Nothing is unsaved.
    void forget();
    /// The last of what others have left, if there is any that can be read.
    [[nodiscard]] std::optional<LeftBehind> leftBehind() const;

private:
    QString m_folder;
    QString m_file;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace finwait
