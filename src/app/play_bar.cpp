// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/play_bar.h"

#include "app/play_actions.h"
#include "app/scenario_titles.h"
#include "app/scrubber.h"
#include "app/speed_control.h"
#include "scenario/library.h"
#include "session/session.h"
#include "view/digit_width.h"
#include "view/words.h"

#include <QComboBox>
#include <QLabel>

#include <algorithm>
#include <chrono>

namespace finwait {

namespace {

constexpr int buttonIconSize = 20;
constexpr int leastScenarioWidth = 100; // a narrow window shows the beginning of a title
constexpr int scenarioWidth = 230;
constexpr int widestTitle = 420; // of the list that the box opens

} // namespace

PlayBar::PlayBar(Session& session, PlayActions& actions, QWidget* parent)
    : QToolBar(parent)
    , m_session(session)
    , m_speed(new SpeedControl(this))
    , m_moment(new QLabel(this))
    , m_scrubber(new Scrubber(session, this))
    , m_scenarios(new QComboBox(this))
{
    setObjectName(QStringLiteral("playBar"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setIconSize(QSize(buttonIconSize, buttonIconSize));
    addButtons(actions);
    addWidgets();
    retranslate();
    connectSession();
}

void PlayBar::addButtons(PlayActions& actions)
{
    for (const PlayAction which :
         {PlayAction::ToStart, PlayAction::PreviousTransition, PlayAction::StepBack, PlayAction::Play,
          PlayAction::StepForward, PlayAction::NextTransition, PlayAction::ToEnd}) {
        addAction(&actions.action(which));
        // Tool buttons leave the focus where it is unless they are told otherwise; Tab has to reach them.
        widgetForAction(&actions.action(which))->setFocusPolicy(Qt::TabFocus);
    }
}

void PlayBar::addWidgets()
{
    QFont bold = m_moment->font();
    bold.setBold(true);
    m_moment->setFont(bold);
    m_moment->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_moment->setMargin(4);
    m_moment->setObjectName(QStringLiteral("moment"));
    m_moment->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_scenarios->setObjectName(QStringLiteral("scenarios"));
    m_scenarios->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_scenarios->setMinimumWidth(leastScenarioWidth);
    m_scenarios->setMaximumWidth(scenarioWidth);
    m_scenarios->setFocusPolicy(Qt::TabFocus); // whoever clicks goes on with the keys of the window
    addWidget(m_speed);
    addWidget(m_moment);
    addWidget(m_scrubber);
    addWidget(m_scenarios);
}

void PlayBar::connectSession()
{
    connect(&m_session, &Session::changed, this, &PlayBar::refresh);
    connect(&m_session, &Session::loaded, this, &PlayBar::showScenario);
    connect(&m_session, &Session::adopted, this, &PlayBar::showScenario);
    connect(&m_session, &Session::speedChanged, m_speed, &SpeedControl::showSpeed);
    connect(m_speed, &SpeedControl::speedRequested, &m_session, &Session::setSpeed);
    connect(m_scrubber, &Scrubber::seekRequested, &m_session, &Session::seek);
    connect(m_scenarios, &QComboBox::activated, this, &PlayBar::choose);
    m_speed->showSpeed(m_session.speed());
    showScenario();
    refresh();
}

void PlayBar::choose(int index)
{
    const std::span<const Scenario> library = scenarioLibrary();
    m_scenarios->setCurrentIndex(m_shown); // the other one may not come to be played
    if (std::size_t(index) < library.size())
        emit scenarioChosen(library[std::size_t(index)]);
}

void PlayBar::addBesideScenarios(QAction& action)
{
    addAction(&action);
    widgetForAction(&action)->setFocusPolicy(Qt::TabFocus);
}

void PlayBar::setTheme(const Theme& theme)
{
    m_scrubber->setTheme(theme);
}

void PlayBar::refresh()
{
    m_moment->setText(words::moment(std::chrono::floor<std::chrono::milliseconds>(m_session.playhead())));
    m_moment->setFixedWidth(widestMoment());
    m_scrubber->refresh();
}

void PlayBar::fillScenarios()
{
    m_scenarios->clear();
    for (const Scenario& scenario : scenarioLibrary())
        addScenario(scenario);
}

/// Of all moments that the playhead can be at as long as nothing more happens.
int PlayBar::widestMoment() const
{
    using namespace std::chrono;
    m_moment->ensurePolished(); // or it has not yet the font that it is seen in
    const QFontMetrics metrics = m_moment->fontMetrics();
    int widest = 0;
    for (const Time form : {Time(1min), Time(1h), Time::max()}) { // from each of these on, moments look otherwise
        const Time last = std::min(m_session.end(), form - 1us);
        widest = std::max(widest, widthWithAnyDigits(metrics, words::moment(floor<seconds>(last) + 999ms)));
    }
    constexpr int rounding = 2; // pixels
    return widest + 2 * m_moment->margin() + rounding;
}

/// A title from a file may be as long as it likes: the list is not.
void PlayBar::addScenario(const Scenario& scenario)
{
    QString title = scenarioTitle(scenario);
    if (m_scenarios->findText(title) >= 0)
        //: A scenario's title and its name: there is another one of that title
        title = tr("%1 (%2)").arg(title, QString::fromStdString(scenario.name));
    const QString shown = m_scenarios->fontMetrics().elidedText(title, Qt::ElideRight, widestTitle);
    m_scenarios->addItem(shown, QString::fromStdString(scenario.name));
    m_scenarios->setItemData(m_scenarios->count() - 1, shown == title ? scenarioDescription(scenario) : title,
                             Qt::ToolTipRole);
}

void PlayBar::showScenario()
{
    fillScenarios();
    const Scenario& scenario = m_session.scenario();
    m_shown = m_scenarios->findData(QString::fromStdString(scenario.name));
    if (m_shown < 0 && !scenario.name.empty()) {
        addScenario(scenario);
        m_shown = m_scenarios->count() - 1;
    }
    m_scenarios->setCurrentIndex(m_shown);
}

void PlayBar::retranslate()
{
    setWindowTitle(tr("Playing"));
    m_moment->setToolTip(tr("Virtual time since the start"));
    m_scenarios->setAccessibleName(tr("Scenario"));
    m_scenarios->setToolTip(tr("Which scenario is played"));
    showScenario();
    refresh();
}

} // namespace finwait
