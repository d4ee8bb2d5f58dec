// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/run_text.h"

#include "export/text_grid.h"
#include "view/trace_reading.h"
#include "view/words.h"

#include <QCoreApplication>

namespace finwait {

namespace {

class RunText
{
    Q_DECLARE_TR_FUNCTIONS(finwait::RunText)

public:
    static QString eventTable(const Trace& trace);
    static QString paths(const Trace& trace);
    static QString heading(const Scenario& scenario, const QString& language);
};

QString RunText::heading(const Scenario& scenario, const QString& language)
{
    const QString title = QString::fromStdString(scenario.title.in(language.toStdString()));
    const QString name = QString::fromStdString(scenario.name);
    const QString client = QString::fromStdString(scenario.profile.client);
    const QString server = QString::fromStdString(scenario.profile.server);
    if (client == server)
        //: %1: a scenario's title, %2: its name, %3: a stack profile
        return tr("%1 (%2), profile %3").arg(title, name, client);
    return tr("%1 (%2), profile of the client %3, of the server %4").arg(title, name, client, server);
}

QString RunText::eventTable(const Trace& trace)
{
    std::vector<QStringList> rows = {{tr("time"), tr("side"), tr("event"), tr("segment"), tr("why"), tr("reference")}};
    rows.reserve(1 + trace.records().size());
    for (RecordIndex index = 0; index < trace.records().size(); ++index) {
        const Record& record = trace.record(index);
        const auto flight = flightOf(record);
        rows.push_back({words::moment(record.at), words::placeText(record), words::eventText(trace, index),
                        flight ? words::segmentText(trace, *flight) : QString(), words::whyText(trace, index),
                        words::referenceText(trace, index)});
    }
    return textGrid(rows);
}

QString RunText::paths(const Trace& trace)
{
    std::vector<QStringList> rows;
    rows.reserve(trace.endpoints().size());
    for (const Side side : trace.endpoints())
        rows.push_back({words::sideName(side), pathText(pathOf(trace, side))});
    return textGrid(rows);
}

} // namespace

QString pathText(const std::vector<State>& path)
{
    QStringList names;
    for (const State state : path)
        names << words::stateName(state);
    return names.join(QStringLiteral(" → "));
}

QString runText(const Scenario& scenario, const Trace& trace, const QString& language)
{
    return RunText::heading(scenario, language) + QStringLiteral("\n\n") + RunText::eventTable(trace) + u'\n'
           + RunText::paths(trace);
}

} // namespace finwait
