// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The capture that is open, and which of its connections the session plays. Files are read beside the window: until
// that is done, whatever was open stays as it is.
#pragma once

#include "app/background_work.h"
#include "app/capture_io.h"
#include "core/virtual_time.h"

#include <QObject>
#include <QString>

#include <cstddef>
#include <optional>
#include <string>

namespace finwait {

class Session;

class CapturePlayer : public QObject
{
    Q_OBJECT

public:
    /// `session` must outlive it. The capture closes when something else is loaded there.
    explicit CapturePlayer(Session& session, QObject* parent = nullptr);

    /// nullopt: something else is played.
    [[nodiscard]] const std::optional<LoadedCapture>& capture() const { return m_capture; }
    /// A file is being read.
    [[nodiscard]] bool isLoading() const { return m_work.isBusy(); }
    [[nodiscard]] const QString& loadingPath() const { return m_loadingPath; }

    /// The connection is shown at `playhead`, or at its end: what became of it is what one wants to see first.
    void open(const QString& path, std::size_t place = 0, std::optional<Time> playhead = {});
    /// Another connection of the capture, which is open; or the same one, as it was captured.
    void choose(std::size_t place);
    /// The same connection, with another profile for both ends where a simulation goes on.
    void chooseProfile(const std::string& profile);
    /// What is being read is not wanted any more.
    void cancel();
    /// Until what is being read is ready, or is not to be read.
    void wait() { m_work.wait(); }

    /// What the session is going to be told of `capture`.
    [[nodiscard]] Scenario heading(const LoadedCapture& capture) const { return headingOf(capture, m_profile); }
    /// Loads what was ready().
    void play(const LoadedCapture& capture);

signals:
    void loadingChanged(bool isLoading);
    /// From 0 to 100.
    void progressed(int percent);
    /// It is read, and may be played.
    void ready(const finwait::LoadedCapture& capture);
    /// It cannot be read: `why` is the part of a sentence.
    void failed(const QString& path, const finwait::Message& why);
    /// Another capture is open, or none. Before connectionChanged().
    void captureChanged();
    /// Another connection is played. After the session has loaded it.
    void connectionChanged();

private:
    void load(const CaptureOrder& order);
    void finish(const Expected<LoadedCapture, Message>& loaded);
    void followSession();

    Session& m_session;
    std::optional<LoadedCapture> m_capture;
    std::string m_profile;
    QString m_loadingPath;
    std::optional<Time> m_playhead; // none: the end
    BackgroundWork m_work;
};

} // namespace finwait
