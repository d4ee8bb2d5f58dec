// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/captured_connection_text.h"

#include "export/capture_text.h"
#include "export/text_grid.h"
#include "view/words.h"
#include "view/words_finding.h"

#include <QCoreApplication>

#include <cassert>
#include <vector>

namespace finwait {

namespace {

class CapturedConnectionText
{
    Q_DECLARE_TR_FUNCTIONS(finwait::CapturedConnectionText)

public:
    static QString summary(const CapturedFile& file);
    static void addStates(std::vector<QStringList>& rows, const ConnectionInference& connection, Side side);
    static QString findings(const ConnectionInference& connection);
};

QString CapturedConnectionText::summary(const CapturedFile& file)
{
    const ConnectionInference& connection = file.survey.connections[file.first()];
    const auto octetsOf = [&](Side side) { return words::octets(connection.octets(side)); };
    const QStringList sentences = {words::openingText(connection.opening()), words::closingText(connection.closing()),
                                   words::capturePointText(connection.capturePoint())};
    const std::vector<QStringList> rows = {
        {tr("connection"),
         //: %1: the number of a connection, %2: how many there are, %3: the name of a file
         tr("%1 of %2 in %3")
             .arg(QString::number(file.first() + 1), QString::number(file.survey.connections.size()),
                  QString::fromStdString(file.name))},
        {tr("between"), socketsText(connection)},
        {tr("segments"),
         //: %1: how many, %2 and %3: numbers of packets
         tr("%1, in packets %2 to %3")
             .arg(connection.segments())
             .arg(connection.firstPacket())
             .arg(connection.lastPacket())},
        {tr("began"), dateAndTime(file.survey.start + connection.firstSeen())},
        {tr("time"),
         //: %1: a moment, %2: a duration
         tr("from %1, for %2")
             .arg(capturedMoment(connection.firstSeen()),
                  words::duration(connection.lastSeen() - connection.firstSeen()))},
        {tr("text"),
         //: %1 and %2: "120 octets"
         tr("client %1, server %2").arg(octetsOf(Side::Client), octetsOf(Side::Server))},
    };
    return textGrid(rows) + u'\n' + sentences.join(u' ') + u'\n';
}

void CapturedConnectionText::addStates(std::vector<QStringList>& rows, const ConnectionInference& connection, Side side)
{
    const std::span<const StateSighting> states = connection.end(side).states;
    const std::vector<Time> times = connection.entryTimes(side);
    for (std::size_t i = 0; i < states.size(); ++i) {
        const StateSighting& sighting = states[i];
        const bool isKnownHow = sighting.row != StateSighting::noRow;
        rows.push_back({i == 0 ? words::sideName(side) : QString(), capturedMoment(times[i]),
                        words::stateName(sighting.state),
                        sighting.certainty() == Certainty::Sure ? tr("sure") : tr("inferred"),
                        isKnownHow ? words::triggerWhy(transitionRow(sighting.row).trigger) : QString(),
                        sighting.packet > 0 ? tr("packet %1").arg(sighting.packet) : QString()});
    }
    if (states.empty())
        rows.push_back({words::sideName(side), tr("nothing is known of it")});
}

QString CapturedConnectionText::findings(const ConnectionInference& connection)
{
    QString text;
    for (const Finding& finding : connection.findings()) {
        const QString reference = words::referenceText(finding.kind);
        const QString packet = finding.packet > 0 ? tr("packet %1").arg(finding.packet) : QString();
        QStringList head = {capturedMoment(finding.first), words::severityName(severityOf(finding.kind)),
                            words::findingTitle(finding.kind), packet, reference};
        head.removeAll(QString());
        text += u'\n' + head.join(QStringLiteral("  ")) + u'\n' + words::findingText(finding) + u'\n';
    }
    return text;
}

} // namespace

QString capturedConnectionText(const CapturedFile& file)
{
    assert(file.chosen);
    const ConnectionInference& connection = file.survey.connections[*file.chosen];
    std::vector<QStringList> rows;
    CapturedConnectionText::addStates(rows, connection, Side::Client);
    rows.emplace_back();
    CapturedConnectionText::addStates(rows, connection, Side::Server);
    return CapturedConnectionText::summary(file) + u'\n' + textGrid(rows)
           + CapturedConnectionText::findings(connection);
}

} // namespace finwait
