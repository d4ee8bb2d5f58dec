// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/status_line.h"

#include "app/elided_label.h"
#include "app/profile_names.h"
#include "session/session.h"
#include "view/words.h"

#include <QAction>
#include <QLabel>

#include <algorithm>

namespace finwait {

namespace {

constexpr int sideMargin = 8;

/// Of all that the last step did, what is worth a line: a change of state, or else what came last.
RecordIndex tellingRecord(const Trace& trace, StepIndex position)
{
    const RecordIndex end = trace.recordsOf(position);
    const RecordIndex begin = trace.recordsOf(position - 1);
    for (RecordIndex i = end; i > begin; --i) {
        if (std::holds_alternative<record::Transition>(trace.record(i - 1).body))
            return i - 1;
    }
    return end > begin ? end - 1 : noRecord;
}

/// The last thing that happened is that a call was refused.
bool isRefusal(const Session& session)
{
    if (session.position() == 0)
        return false;
    const RecordIndex last = tellingRecord(session.trace(), session.position());
    return last != noRecord && std::holds_alternative<record::CallRefused>(session.trace().record(last).body);
}

} // namespace

StatusLine::StatusLine(const Session& session, const QAction& opening, QWidget* parent)
    : QStatusBar(parent)
    , m_session(session)
    , m_opening(opening)
    , m_theme(&Theme::lightTheme())
    , m_event(new ElidedLabel(this))
    , m_waiting(new QLabel(this))
    , m_cutShort(new QLabel(this))
    , m_states{new QLabel(this), new QLabel(this)}
{
    setSizeGripEnabled(false);
    setContentsMargins(sideMargin, 0, sideMargin, 0);
    m_event->setObjectName(QStringLiteral("lastEvent"));
    m_event->setTextFormat(Qt::PlainText);
    m_event->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(m_event, 1);
    m_waiting->setObjectName(QStringLiteral("waiting"));
    m_waiting->setMargin(2);
    addPermanentWidget(m_waiting);
    m_cutShort->setObjectName(QStringLiteral("cutShort"));
    m_cutShort->setMargin(2);
    addPermanentWidget(m_cutShort);
    for (const Side side : allSides) {
        m_states[side]->setObjectName(side == Side::Client ? QStringLiteral("clientState")
                                                           : QStringLiteral("serverState"));
        m_states[side]->setTextFormat(Qt::RichText);
        m_states[side]->setMargin(2);
        addPermanentWidget(m_states[side]);
    }
    connect(&m_session, &Session::changed, this, &StatusLine::refresh);
    connect(&m_session, &Session::refused, this, &StatusLine::sayRefusal);
    retranslate();
}

void StatusLine::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_said.reset();
    refresh();
}

void StatusLine::retranslate()
{
    m_said.reset(); // it was said in the other language
    m_cutShort->setText(tr("More would happen"));
    m_cutShort->setToolTip(tr("The run was played in advance only so far. Let time run on from its end to see more."));
    refresh();
}

StatusLine::Moment StatusLine::moment() const
{
    return {m_session.rewrites(), m_session.position()};
}

void StatusLine::say(const QString& text)
{
    sayUntilTheNextEvent(text, Tone::Plain);
}

void StatusLine::sayWhyNot(const QString& text)
{
    sayUntilTheNextEvent(text, Tone::Refusal);
}

void StatusLine::refresh()
{
    if (m_said != moment()) {
        m_said.reset();
        showText(lastEvent(), isRefusal(m_session) ? Tone::Refusal : Tone::Plain);
    }
    m_cutShort->setVisible(m_session.isCutShort() && !m_session.atEnd());
    showWaiting();
    showStates();
}

/// What only a hand can let arrive.
void StatusLine::showWaiting()
{
    const Network& network = m_session.simulator().network();
    const auto count = std::ranges::count_if(network.inFlight(), &InFlight::waits);
    m_waiting->setVisible(count > 0 || network.config().manual);
    if (count == 0)
        m_waiting->setText(tr("Delivery by hand"));
    else
        m_waiting->setText(count == 1 ? tr("1 segment waits for a hand")
                                      : tr("%1 segments wait for a hand").arg(count));
}

void StatusLine::showStates()
{
    for (const Side side : allSides) {
        if (m_session.trace().foreign == side) {
            m_states[side]->setText(QStringLiteral("<span style=\"color:%1\">%2</span>")
                                        .arg(m_theme->accent[side].name(), words::sideName(side).toHtmlEscaped()));
            m_states[side]->setToolTip(words::refusalText(Refusal::HostIsForeign));
            continue;
        }
        const Endpoint& endpoint = m_session.simulator().endpoint(side);
        m_states[side]->setText(QStringLiteral("<span style=\"color:%1\">%2</span> <b>%3</b> "
                                               "<span style=\"color:%4\">%5</span>")
                                    .arg(m_theme->accent[side].name(), words::sideName(side).toHtmlEscaped(),
                                         words::stateName(endpoint.state()), m_theme->faint.name(),
                                         profileShortName(endpoint.profile().name).toHtmlEscaped()));
        m_states[side]->setToolTip(tr("Stack profile: %1").arg(profileTitle(endpoint.profile().name)));
    }
}

QString StatusLine::firstHint() const
{
    if (!m_session.atEnd())
        return tr("Nothing has happened yet. Press Space to let time run.");
    //: %1: keys
    return tr("Nothing will happen by itself. Click a lit edge in the diagram, or open a connection (%1).")
        .arg(m_opening.shortcut().toString(QKeySequence::NativeText));
}

QString StatusLine::lastEvent() const
{
    if (m_session.position() == 0)
        return firstHint();
    const Trace& trace = m_session.trace();
    const RecordIndex last = tellingRecord(trace, m_session.position());
    if (last == noRecord)
        return {};
    const Record& record = trace.record(last);
    const QString what = words::eventText(trace, last);
    const QString why = words::whyText(trace, last);
    const QString when = words::moment(record.at);
    const QString where = words::placeText(record);
    if (why.isEmpty())
        return tr("%1 %2: %3").arg(when, where, what);
    //: %1: the moment, %2: client, server or network, %3: what happened, %4: why
    return tr("%1 %2: %3 (%4)").arg(when, where, what, why);
}

void StatusLine::sayRefusal(const Command& command, Refusal why)
{
    const QString reason = words::refusalText(why);
    const auto* made = std::get_if<command::MakeCall>(&command);
    //: %1: client or server, %2: the call, %3: a sentence
    sayUntilTheNextEvent(made ? tr("%1, %2: %3").arg(words::sideName(made->side), words::callText(made->call), reason)
                              : reason,
                         Tone::Refusal);
}

void StatusLine::sayUntilTheNextEvent(const QString& text, Tone tone)
{
    m_said = moment();
    showText(text, tone);
}

void StatusLine::showText(const QString& text, Tone tone)
{
    QPalette colors = palette();
    if (tone == Tone::Refusal)
        colors.setColor(QPalette::WindowText, m_theme->error);
    m_event->setPalette(colors);
    m_event->setText(text);
    m_event->setToolTip(text);
}

} // namespace finwait
