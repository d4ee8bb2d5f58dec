// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/diagram_tips.h"

#include "view/words.h"
#include "view/words_totals.h"

#include <QCoreApplication>
#include <QStringList>

namespace finwait {

namespace {

struct Diagram {
    Q_DECLARE_TR_FUNCTIONS(Diagram)
};

/// Rich text, so that Qt breaks long lines.
QString paragraphs(const QStringList& lines)
{
    QString html;
    for (const QString& line : lines)
        html += QStringLiteral("<p>%1</p>").arg(line);
    return html;
}

QString rowHeading(RowIndex row)
{
    return QStringLiteral("<b>%1</b><br>%2")
        .arg(words::rowTitle(row).toHtmlEscaped(), words::rowLabel(row).toHtmlEscaped());
}

QString timerText(TimerKind kind, const RunningTimer& timer, Side side, Time now)
{
    const QString left = words::duration(timer.deadline - now);
    if (side == Side::Client) {
        //: %1: "RTO", "2 MSL"; %2: "830 ms"
        return Diagram::tr("The client's timer %1 runs out in %2.").arg(words::timerName(kind), left);
    }
    //: %1: "RTO", "2 MSL"; %2: "830 ms"
    return Diagram::tr("The server's timer %1 runs out in %2.").arg(words::timerName(kind), left);
}

QStringList timerTexts(const DiagramState& shown, Side side)
{
    QStringList result;
    for (const TimerKind kind : allTimers) {
        const auto& timer = shown.timers[side][indexOf(kind)];
        if (timer)
            result << timerText(kind, *timer, side, shown.now);
    }
    return result;
}

QString runningText(TimerKind kind, Side side)
{
    if (side == Side::Client) {
        //: %1: "RTO", "2 MSL"
        return Diagram::tr("The client's timer is running: %1.").arg(words::timerName(kind));
    }
    //: %1: "RTO", "2 MSL"
    return Diagram::tr("The server's timer is running: %1.").arg(words::timerName(kind));
}

} // namespace

QString edgeTip(const std::vector<RowIndex>& rows, const std::vector<DiagramChoice>& choices)
{
    QStringList lines;
    for (const RowIndex row : rows) {
        const TransitionRow& transition = transitionRow(row);
        lines << rowHeading(row);
        lines << words::triggerSentence(transition.trigger).toHtmlEscaped();
    }
    if (choices.size() == 1)
        lines << Diagram::tr("Click: %1").arg(choices.front().text).toHtmlEscaped();
    else if (!choices.empty())
        lines << Diagram::tr("Click to choose one of these:").toHtmlEscaped();
    if (choices.size() > 1) {
        for (const DiagramChoice& choice : choices)
            lines << choice.text.toHtmlEscaped();
    }
    return paragraphs(lines);
}

QString stateTip(State state, const DiagramState& shown)
{
    QStringList lines = {QStringLiteral("<b>%1</b>").arg(words::stateName(state)),
                         words::stateMeaning(state).toHtmlEscaped(), words::otherSpellings(state).toHtmlEscaped()};
    for (const Side side : shown.sides) {
        if (shown.state[side] != state)
            continue;
        for (const QString& text : timerTexts(shown, side))
            lines << text.toHtmlEscaped();
    }
    return paragraphs(lines);
}

QString situationText(const DiagramState& shown)
{
    QStringList lines;
    for (const Side side : shown.sides) {
        lines << words::sideIsIn(side, shown.state[side]);
        for (const TimerKind kind : allTimers) {
            if (shown.timers[side][indexOf(kind)])
                lines << runningText(kind, side);
        }
    }
    for (const DiagramChoice& choice : shown.choices)
        lines << Diagram::tr("Possible now: %1").arg(choice.text);
    return lines.join(u'\n');
}

QString totalsTip(const std::vector<RowIndex>& rows, const DiagramTotals& totals)
{
    QStringList lines;
    for (const RowIndex row : rows) {
        lines << rowHeading(row);
        lines << words::takenSentence(totals.takenBy(row)).toHtmlEscaped();
        lines << words::triggerSentence(transitionRow(row).trigger).toHtmlEscaped();
    }
    return paragraphs(lines);
}

QString totalsTip(State state, const DiagramTotals& totals)
{
    return paragraphs({QStringLiteral("<b>%1</b>").arg(words::stateName(state)),
                       words::endedSentence(state, totals.endedAt(state)).toHtmlEscaped(),
                       words::stateMeaning(state).toHtmlEscaped(), words::otherSpellings(state).toHtmlEscaped()});
}

QString totalsText(const DiagramTotals& totals)
{
    QStringList lines = {words::connectionTotal(totals.connections)};
    for (const State state : allStates) {
        const PerSide<std::uint64_t> ended = totals.endedAt(state);
        if (ended.client + ended.server > 0)
            lines << words::endedSentence(state, ended);
    }
    return lines.join(u'\n');
}

QString totalsText(const DiagramTotals& totals, const std::vector<RowIndex>& rows)
{
    QStringList lines;
    for (const RowIndex row : rows) {
        lines << words::rowTitle(row) + QStringLiteral(": ") + words::rowLabel(row);
        lines << words::takenSentence(totals.takenBy(row));
    }
    return lines.join(u'\n');
}

} // namespace finwait
