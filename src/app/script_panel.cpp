// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/script_panel.h"

#include "app/message_text.h"
#include "app/script_text_view.h"
#include "session/session.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>
#include <limits>

namespace finwait {

namespace {

constexpr int margin = 8;
constexpr int spacing = 4;
constexpr qsizetype longestPart = 120; // characters of a segment or a command in the verdict

/// What stands in the script is there to be read in full.
QString part(const Message& message)
{
    const QString text = messageText(message);
    return text.size() <= longestPart ? text : text.left(longestPart - 1) + u'…';
}

/// A line ends where it does for whoever numbers them, and nowhere else.
QString withItsLines(QString text)
{
    constexpr char16_t frameBegins = 0xFDD0; // as QTextDocument has it
    constexpr char16_t frameEnds = 0xFDD1;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (QChar& character : text) {
        if (character == QChar::CarriageReturn || character == QChar::LineSeparator
            || character == QChar::ParagraphSeparator || character == QChar(frameBegins)
            || character == QChar(frameEnds))
            character = QChar::Space;
    }
    return text;
}

} // namespace

ScriptPanel::ScriptPanel(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_verdict(new QLabel(this))
    , m_text(new ScriptTextView(this))
{
    m_verdict->setObjectName(QStringLiteral("scriptVerdict"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setMinimumWidth(1); // a long word is no reason for a wide window
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_verdict->setContentsMargins(margin, margin, margin, 0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addWidget(m_verdict);
    column->addWidget(m_text);
    connect(m_text, &ScriptTextView::lineChosen, this, &ScriptPanel::seekTo);
    connect(&session, &Session::changed, this, &ScriptPanel::follow);
    retranslate();
}

void ScriptPanel::setScript(const std::optional<PlayedScript>& script)
{
    m_script = script;
    m_text->setPlainText(script ? withItsLines(script->text) : QString());
    m_text->setFaultyLine(std::nullopt);
    m_rewrites = 0;
    showVerdict();
    follow();
}

void ScriptPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    m_text->setTheme(theme);
    showVerdict();
}

void ScriptPanel::retranslate()
{
    m_text->setAccessibleName(tr("Script"));
    showVerdict();
}

void ScriptPanel::showVerdict()
{
    if (!m_script)
        return;
    const ScriptVerdict& verdict = m_script->run.verdict;
    const bool passed = verdict.outcome == ScriptOutcome::Passed;
    m_text->setFaultyLine(passed ? std::nullopt : std::optional(verdict.line));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, passed ? m_theme.text : m_theme.error);
    m_verdict->setPalette(colors);
    switch (verdict.outcome) {
    case ScriptOutcome::Passed: m_verdict->setText(tr("The endpoint does all that the script expects.")); break;
    case ScriptOutcome::Failed:
        //: %1: the number of a line; %2, %3: a segment, or what a call returned
        m_verdict->setText(tr("Line %1: expected %2, got %3.")
                               .arg(QString::number(verdict.line), part(verdict.expected), part(verdict.got)));
        break;
    case ScriptOutcome::Skipped:
        //: %1: the number of a line; %2: something that stands there
        m_verdict->setText(tr("Line %1: %2 is not played. The script ends here.")
                               .arg(QString::number(verdict.line), part(verdict.got)));
        break;
    }
}

/// Up to where the branch that is played does what the script did.
StepIndex ScriptPanel::stepsInCommon() const
{
    const std::vector<Done>& script = m_script->run.done;
    const std::vector<Done> done = m_session.done();
    const auto [ours, theirs] = std::ranges::mismatch(script, done);
    StepIndex steps = std::numeric_limits<StepIndex>::max();
    if (ours != script.end())
        steps = ours->afterSteps;
    if (theirs != done.end())
        steps = std::min(steps, theirs->afterSteps);
    return steps;
}

/// Those that have happened last: a call, and what was sent because of it, are one step.
std::vector<std::size_t> ScriptPanel::currentLines() const
{
    const StepIndex position = m_session.position();
    if (!m_script || position == 0 || position > m_common)
        return {};
    const std::vector<ScriptMark>& marks = m_script->run.marks;
    const auto isPast = [&](const ScriptMark& mark) {
        return mark.steps <= position && mark.at <= m_session.playhead();
    };
    const auto after = std::ranges::partition_point(marks, isPast);
    if (after == marks.begin())
        return {};
    const auto first = std::ranges::lower_bound(marks, std::prev(after)->steps, {}, &ScriptMark::steps);
    std::vector<std::size_t> lines;
    std::transform(first, after, std::back_inserter(lines), [](const ScriptMark& mark) { return mark.line; });
    return lines;
}

void ScriptPanel::follow()
{
    if (!m_script)
        return;
    if (m_rewrites != m_session.rewrites()) {
        m_rewrites = m_session.rewrites();
        m_common = stepsInCommon();
    }
    m_text->setCurrentLines(currentLines());
}

/// To just after what stands there; nowhere, if that is not of the branch that is played.
void ScriptPanel::seekTo(std::size_t line)
{
    if (!m_script)
        return;
    const std::vector<ScriptMark>& marks = m_script->run.marks;
    const auto mark = std::ranges::find(marks, line, &ScriptMark::line);
    if (mark == marks.end() || mark->steps > m_common)
        return;
    m_session.pause();
    if (mark->steps == 0)
        m_session.toStart();
    else
        m_session.seekToRecord(m_session.trace().recordsOf(mark->steps) - 1);
    if (mark->at > m_session.playhead() && m_session.trace().stepsUntil(mark->at) == mark->steps)
        m_session.seek(mark->at);
}

} // namespace finwait
