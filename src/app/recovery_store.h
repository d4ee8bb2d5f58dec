// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is played, put aside on disk while the program runs. Each process has a file of its own and holds a lock
// beside it, so a file that nobody holds was left by a process that came to a bad end.
#pragma once

#include "core/virtual_time.h"
#include "scenario/scenario.h"
#include "session/branch.h"

#include <QDateTime>
#include <QString>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

class QLockFile;

namespace finwait {

struct Unsaved {
    Scenario scenario;                     ///< as it was loaded
    QString path;                          ///< of the file it belongs to; empty: none
    std::vector<KeptBranch> branches = {}; ///< empty: there is only the scenario
    Time playhead{};
};

/// A file in which nothing is not saved.
struct OpenFile {
    QString path;
    Time playhead{};
    std::size_t connection = 0; ///< of a capture, the place of the one that is played
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
    bool keep(const OpenFile& file);
    /// There is nothing to come back to.
    void forget();
    /// The last of what others have left, if there is any that can be read.
    [[nodiscard]] std::optional<LeftBehind> leftBehind() const;
    /// The last of the files that others had open when they left nothing unsaved. From now on they are forgotten: one
    /// that brings the program to its end is not opened over and over.
    [[nodiscard]] std::optional<OpenFile> takeOpenFile() const;

private:
    bool write(const QByteArray& text);

    QString m_folder;
    QString m_file;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace finwait
