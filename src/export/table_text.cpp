// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/table_text.h"

#include "core/transition_table.h"
#include "export/json_values.h"
#include "export/text_grid.h"
#include "view/words.h"

#include <QCoreApplication>

namespace finwait {

namespace {

class TableText
{
    Q_DECLARE_TR_FUNCTIONS(finwait::TableText)

public:
    static QString figure(Figure5 figure);
    static std::vector<QStringList> rows();
};

QString TableText::figure(Figure5 figure)
{
    switch (figure) {
    case Figure5::Drawn: return tr("drawn");
    case Figure5::Note: return tr("in a note");
    case Figure5::Beyond: return tr("no");
    }
    Q_UNREACHABLE();
}

std::vector<QStringList> TableText::rows()
{
    std::vector<QStringList> rows = {
        {tr("state"), tr("trigger"), tr("next state"), tr("reply"), tr("in Figure 5"), tr("reference")}};
    for (const TransitionRow& row : transitionTable())
        rows.push_back({words::stateName(row.from), words::triggerLabel(row.trigger), words::stateName(row.to),
                        words::replyLabel(row.reply), figure(row.figure5),
                        QString::fromUtf8(row.reference.data(), static_cast<qsizetype>(row.reference.size()))});
    return rows;
}

QString markdownRow(const QStringList& cells)
{
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

std::string_view identifier(TriggerClass triggerClass)
{
    switch (triggerClass) {
    case TriggerClass::Application: return "application";
    case TriggerClass::Peer: return "peer";
    case TriggerClass::Timer: return "timer";
    case TriggerClass::Host: return "host";
    }
    return {};
}

std::string_view identifier(Figure5 figure)
{
    switch (figure) {
    case Figure5::Drawn: return "drawn";
    case Figure5::Note: return "note";
    case Figure5::Beyond: return "beyond";
    }
    return {};
}

} // namespace

QString tableText()
{
    return textGrid(TableText::rows());
}

QString tableMarkdown()
{
    const std::vector<QStringList> rows = TableText::rows();
    QString text = markdownRow(rows.front());
    text += markdownRow(QStringList(rows.front().size(), QStringLiteral("---")));
    for (std::size_t row = 1; row < rows.size(); ++row)
        text += markdownRow(rows[row]);
    return text;
}

std::string tableJson()
{
    Json json = Json::array();
    for (const TransitionRow& row : transitionTable())
        json.push_back({{"from", finwait::identifier(row.from)},
                        {"trigger", finwait::identifier(row.trigger)},
                        {"by", identifier(classOf(row.trigger))},
                        {"to", finwait::identifier(row.to)},
                        {"reply", finwait::identifier(row.reply)},
                        {"reference", row.reference},
                        {"figure5", identifier(row.figure5)}});
    return written(json);
}

} // namespace finwait
