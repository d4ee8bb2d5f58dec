// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/capture_player.h"

#include "core/stack_profile.h"
#include "session/session.h"

#include <memory>
#include <utility>

namespace finwait {

CapturePlayer::CapturePlayer(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_profile(stackProfiles().front().name)
{
    connect(&session, &Session::loaded, this, &CapturePlayer::followSession);
}

void CapturePlayer::open(const QString& path, std::size_t place, std::optional<Time> playhead)
{
    m_playhead = playhead;
    load({.path = path, .place = place, .survey = nullptr, .counts = nullptr});
}

void CapturePlayer::choose(std::size_t place)
{
    m_playhead.reset();
    load({.path = m_capture->path, .place = place, .survey = m_capture->survey, .counts = m_capture->counts});
}

void CapturePlayer::chooseProfile(const std::string& profile)
{
    choose(m_capture->place);
    m_profile = profile;
}

void CapturePlayer::load(const CaptureOrder& order)
{
    if (m_capture) // another profile may have been asked for, and then declined
        m_profile = m_session.scenario().profile.client;
    m_loadingPath = order.path;
    const auto read = [this, order](const BackgroundWork::IsStopped& isStopped) {
        const auto percent = std::make_shared<int>(0);
        return loadCapture(order, [this, percent, &isStopped](double share) {
            constexpr double hundred = 100;
            const int now = static_cast<int>(share * hundred);
            if (std::exchange(*percent, now) != now)
                QMetaObject::invokeMethod(
                    this, [this, now] { emit progressed(now); }, Qt::QueuedConnection);
            return !isStopped;
        });
    };
    m_work.start(read, [this](const Expected<LoadedCapture, Message>& loaded) { finish(loaded); });
    emit progressed(0);
    emit loadingChanged(true);
}

void CapturePlayer::finish(const Expected<LoadedCapture, Message>& loaded)
{
    emit loadingChanged(false);
    if (loaded)
        emit ready(*loaded);
    else
        emit failed(m_loadingPath, loaded.error());
}

void CapturePlayer::cancel()
{
    if (!isLoading())
        return;
    m_work.stop();
    emit loadingChanged(false);
}

void CapturePlayer::play(const LoadedCapture& capture)
{
    const bool isAnother = !m_capture || m_capture->survey != capture.survey;
    m_capture = capture;
    m_capture->trace.reset();
    const Scenario scenario = heading(capture);
    m_session.load(scenario, recordingOf(capture, scenario));
    m_session.seek(m_playhead.value_or(m_session.end()));
    if (isAnother)
        emit captureChanged();
    emit connectionChanged();
}

/// A scenario was loaded: what is still being read comes too late.
void CapturePlayer::followSession()
{
    if (m_session.recordedSteps())
        return;
    cancel();
    if (!m_capture)
        return;
    m_capture.reset();
    emit captureChanged();
    emit connectionChanged();
}

} // namespace finwait
