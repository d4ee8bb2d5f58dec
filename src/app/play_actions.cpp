// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/play_actions.h"

#include "app/speed_control.h"
#include "app/tinted_icon.h"
#include "session/session.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

#include <array>
#include <cmath>

namespace finwait {

namespace {

constexpr const char* context = "finwait::PlayActions";

/// In the order of PlayAction.
constexpr std::array rows = {
    ActionRow{"toStart", "to-start", "Home", QT_TRANSLATE_NOOP("finwait::PlayActions", "To the s&tart"),
              QT_TRANSLATE_NOOP("finwait::PlayActions", "Go back to the start")},
    ActionRow{"previousTransition", "previous-transition", "Ctrl+Left",
              QT_TRANSLATE_NOOP("finwait::PlayActions", "Pre&vious transition"),
              QT_TRANSLATE_NOOP("finwait::PlayActions", "Go back to before the last change of a state")},
    ActionRow{"stepBack", "step-back", "Left", QT_TRANSLATE_NOOP("finwait::PlayActions", "Step &back"),
              QT_TRANSLATE_NOOP("finwait::PlayActions", "Go back by one event")},
    ActionRow{"play", "play", "Space", QT_TRANSLATE_NOOP("finwait::PlayActions", "&Play"),
              QT_TRANSLATE_NOOP("finwait::PlayActions", "Let time run, or stop it")},
    ActionRow{"stepForward", "step-forward", "Right", QT_TRANSLATE_NOOP("finwait::PlayActions", "&Step"),
              QT_TRANSLATE_NOOP("finwait::PlayActions", "Go on by one event")},
    ActionRow{"nextTransition", "next-transition", "Ctrl+Right",
              QT_TRANSLATE_NOOP("finwait::PlayActions", "&Next transition"),
              QT_TRANSLATE_NOOP("finwait::PlayActions", "Go on to the next change of a state")},
    ActionRow{"toEnd", "to-end", "End", QT_TRANSLATE_NOOP("finwait::PlayActions", "To the &end"),
              QT_TRANSLATE_NOOP("finwait::PlayActions", "Go on to the end")},
    ActionRow{"skipIdleNow", "skip-idle", "Ctrl+J", QT_TRANSLATE_NOOP("finwait::PlayActions", "Skip the &wait"),
              QT_TRANSLATE_NOOP("finwait::PlayActions", "Jump to just before the next event")},
    ActionRow{
        "skipsIdle", nullptr, "Ctrl+Shift+J", QT_TRANSLATE_NOOP("finwait::PlayActions", "Skip waits while play&ing"),
        QT_TRANSLATE_NOOP("finwait::PlayActions", "While playing, jump over stretches in which nothing happens"), true},
    ActionRow{"slower", nullptr, "Ctrl+Down", QT_TRANSLATE_NOOP("finwait::PlayActions", "S&lower"),
              QT_TRANSLATE_NOOP("finwait::PlayActions", "Let time run at half the speed")},
    ActionRow{"faster", nullptr, "Ctrl+Up", QT_TRANSLATE_NOOP("finwait::PlayActions", "&Faster"),
              QT_TRANSLATE_NOOP("finwait::PlayActions", "Let time run at twice the speed")},
    ActionRow{"realTime", nullptr, "Ctrl+R", QT_TRANSLATE_NOOP("finwait::PlayActions", "&Real time"),
              QT_TRANSLATE_NOOP("finwait::PlayActions", "Let time run as fast as it does")},
};

constexpr std::array fixedSpeeds = {Session::slowest, 0.1, 0.25, 1.0, 4.0, 10.0, Session::fastest};
constexpr double speedStep = 2;

bool isSpeed(double factor, double speed)
{
    constexpr double tolerance = 0.01; // of the speed
    return std::abs(factor - speed) < tolerance * speed;
}

} // namespace

PlayActions::PlayActions(Session& session, QWidget& owner)
    : QObject(&owner)
    , m_session(session)
    , m_table(rows, context, this)
    , m_menu(new QMenu(&owner))
    , m_speedMenu(new QMenu(m_menu))
    , m_speeds(new QActionGroup(this))
    , m_playIcon(tintedIcon(QStringLiteral("play")))
    , m_pauseIcon(tintedIcon(QStringLiteral("pause")))
{
    connectActions();
    addSpeeds();
    retranslate();
    connect(&m_session, &Session::changed, this, &PlayActions::refresh);
    connect(&m_session, &Session::playingChanged, this, &PlayActions::refresh);
    connect(&m_session, &Session::speedChanged, this, &PlayActions::showSpeed);
    connect(&m_session, &Session::skipsIdleChanged, &action(PlayAction::SkipsIdle), &QAction::setChecked);
    action(PlayAction::SkipsIdle).setChecked(m_session.skipsIdle());
}

void PlayActions::connectActions()
{
    const auto on = [this](PlayAction which, void (Session::*what)()) {
        connect(&action(which), &QAction::triggered, &m_session, what);
    };
    on(PlayAction::ToStart, &Session::toStart);
    on(PlayAction::PreviousTransition, &Session::previousTransition);
    on(PlayAction::StepBack, &Session::stepBack);
    on(PlayAction::StepForward, &Session::stepForward);
    on(PlayAction::NextTransition, &Session::nextTransition);
    on(PlayAction::ToEnd, &Session::toEnd);
    on(PlayAction::SkipIdleNow, &Session::skipIdleNow);
    connect(&action(PlayAction::Play), &QAction::triggered, this, &PlayActions::playOrPause);
    connect(&action(PlayAction::SkipsIdle), &QAction::toggled, &m_session, &Session::setSkipsIdle);
    connect(&action(PlayAction::Slower), &QAction::triggered, &m_session,
            [this] { m_session.setSpeed(m_session.speed() / speedStep); });
    connect(&action(PlayAction::Faster), &QAction::triggered, &m_session,
            [this] { m_session.setSpeed(m_session.speed() * speedStep); });
    connect(&action(PlayAction::RealTime), &QAction::triggered, &m_session, [this] { m_session.setSpeed(1); });
}

/// At the end, playing begins again, as in every player.
void PlayActions::playOrPause()
{
    if (m_session.isPlaying())
        return m_session.pause();
    if (m_session.atEnd())
        m_session.toStart();
    m_session.play();
}

void PlayActions::addSpeeds()
{
    m_speedMenu->addAction(&action(PlayAction::Slower));
    m_speedMenu->addAction(&action(PlayAction::Faster));
    m_speedMenu->addAction(&action(PlayAction::RealTime));
    m_speedMenu->addSeparator();
    for (const double speed : fixedSpeeds) {
        QAction* entry = m_speedMenu->addAction(QString());
        entry->setCheckable(true);
        entry->setData(speed);
        m_speeds->addAction(entry);
        connect(entry, &QAction::triggered, &m_session, [this, speed] { m_session.setSpeed(speed); });
    }
    m_speeds->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
}

void PlayActions::addTo(QMenuBar& bar)
{
    m_menu->setToolTipsVisible(true);
    m_speedMenu->setToolTipsVisible(true);
    for (const PlayAction which :
         {PlayAction::Play, PlayAction::StepForward, PlayAction::StepBack, PlayAction::NextTransition,
          PlayAction::PreviousTransition, PlayAction::ToStart, PlayAction::ToEnd})
        m_menu->addAction(&action(which));
    m_menu->addSeparator();
    m_menu->addAction(&action(PlayAction::SkipIdleNow));
    m_menu->addAction(&action(PlayAction::SkipsIdle));
    m_menu->addSeparator();
    m_menu->addMenu(m_speedMenu);
    bar.addMenu(m_menu);
}

void PlayActions::retranslate()
{
    m_table.retranslate();
    m_menu->setTitle(tr("&Play"));
    m_speedMenu->setTitle(tr("Spee&d"));
    for (QAction* entry : m_speeds->actions())
        entry->setText(speedText(entry->data().toDouble()));
    refresh();
    showSpeed();
}

void PlayActions::refresh()
{
    const QString atStart = m_session.atStart() ? tr("This is the start.") : QString();
    const QString atEnd = m_session.atEnd() ? tr("This is the end: nothing more will happen by itself.") : QString();
    for (const PlayAction which : {PlayAction::ToStart, PlayAction::PreviousTransition, PlayAction::StepBack})
        m_table.allow(which, atStart);
    for (const PlayAction which :
         {PlayAction::StepForward, PlayAction::NextTransition, PlayAction::ToEnd, PlayAction::SkipIdleNow})
        m_table.allow(which, atEnd);
    m_table.allow(PlayAction::Play, m_session.atStart() ? atEnd : QString());

    QAction& play = action(PlayAction::Play);
    play.setText(m_session.isPlaying() ? tr("&Pause") : tr("&Play"));
    const QIcon& icon = m_session.isPlaying() ? m_pauseIcon : m_playIcon;
    if (play.icon().cacheKey() != icon.cacheKey())
        play.setIcon(icon);
}

void PlayActions::showSpeed()
{
    const double speed = m_session.speed();
    for (QAction* entry : m_speeds->actions())
        entry->setChecked(isSpeed(entry->data().toDouble(), speed));
    m_table.allow(PlayAction::Slower, speed <= Session::slowest ? tr("It cannot run slower.") : QString());
    m_table.allow(PlayAction::Faster, speed >= Session::fastest ? tr("It cannot run faster.") : QString());
}

} // namespace finwait
