// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/connection_model.h"

#include "view/words.h"
#include "view/words_finding.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <chrono>
#include <numeric>
#include <utility>

namespace finwait {

namespace {

QString socketText(const SocketAddress& socket)
{
    return QString::fromStdString(text(socket));
}

QString stateText(const CapturedEnd& end)
{
    return end.isKnown() ? words::lastStateName(end) : ConnectionModel::tr("unknown");
}

QString stateTip(const CapturedEnd& end)
{
    if (!end.isKnown())
        return ConnectionModel::tr("The capture shows nothing of this end.");
    if (end.states.back().certainty() == Certainty::Sure)
        return words::stateName(end.state());
    return ConnectionModel::tr("%1 is inferred: no later segment proves that this end came so far.")
        .arg(words::stateName(end.state()));
}

/// The worst first; what both ends did is named once.
std::vector<FindingKind> kindsOf(const ConnectionInference& connection)
{
    std::vector<FindingKind> kinds;
    for (const Finding& finding : connection.findings()) {
        if (std::ranges::find(kinds, finding.kind) == kinds.end())
            kinds.push_back(finding.kind);
    }
    std::ranges::stable_sort(kinds, std::ranges::greater{}, severityOf);
    return kinds;
}

QString findingsText(const ConnectionInference& connection)
{
    QStringList titles;
    for (const FindingKind kind : kindsOf(connection))
        titles << words::findingTitle(kind);
    //: Between two findings of a list
    return titles.join(ConnectionModel::tr(", "));
}

QString findingsTip(const ConnectionInference& connection)
{
    QStringList lines;
    for (const FindingKind kind : kindsOf(connection))
        //: %1: "warning", %2: "FIN retransmitted"
        lines << ConnectionModel::tr("%1: %2").arg(words::severityName(severityOf(kind)), words::findingTitle(kind));
    return lines.join(u'\n');
}

QString clockText(Duration sinceEpoch)
{
    const auto when = std::chrono::floor<std::chrono::milliseconds>(sinceEpoch);
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(when.count()), QLocale::LongFormat);
}

bool isNumber(ConnectionColumn column)
{
    return column == ConnectionColumn::Number || column == ConnectionColumn::Packets;
}

} // namespace

void ConnectionModel::setSurvey(std::shared_ptr<const CaptureSurvey> survey)
{
    beginResetModel();
    m_survey = std::move(survey);
    m_places.resize(m_survey ? m_survey->connections.size() : 0);
    std::iota(m_places.begin(), m_places.end(), std::size_t{0});
    m_played.reset();
    endResetModel();
}

void ConnectionModel::setPlaces(ConnectionPlaces places)
{
    beginResetModel();
    m_places = std::move(places);
    endResetModel();
}

void ConnectionModel::setPlayed(std::optional<std::size_t> place)
{
    const auto former = std::exchange(m_played, place);
    for (const int row : {rowOf(former), rowOf(place)}) {
        if (row >= 0)
            emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
}

void ConnectionModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ConnectionModel::rowOf(std::optional<std::size_t> place) const
{
    const auto row = place ? std::ranges::find(m_places, *place) : m_places.end();
    return row == m_places.end() ? -1 : static_cast<int>(row - m_places.begin());
}

int ConnectionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

int ConnectionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(connectionColumnCount);
}

QVariant ConnectionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const std::size_t place = placeAt(index.row());
    const auto column = static_cast<ConnectionColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(place, column);
    case Qt::ToolTipRole: return tip(place, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue<Qt::Alignment>((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft)
                                                  | Qt::AlignVCenter);
    case PlayedRole: return m_played == place;
    case SeverityRole: {
        const auto worst = worstOf(m_survey->connections[place]);
        return worst ? QVariant(static_cast<int>(*worst)) : QVariant();
    }
    default: return {};
    }
}

QString ConnectionModel::text(std::size_t place, ConnectionColumn column) const
{
    const ConnectionInference& connection = m_survey->connections[place];
    switch (column) {
    case ConnectionColumn::Number: return QString::number(place + 1);
    case ConnectionColumn::Start: return words::moment(connection.firstSeen());
    case ConnectionColumn::Client: return socketText(connection.sockets().client);
    case ConnectionColumn::Server: return socketText(connection.sockets().server);
    case ConnectionColumn::Packets: return QString::number(connection.segments());
    case ConnectionColumn::Lasted: return words::duration(connection.lastSeen() - connection.firstSeen());
    case ConnectionColumn::Opened: return words::openingName(connection.opening());
    case ConnectionColumn::Closed: return words::closingName(connection.closing());
    case ConnectionColumn::ClientState: return stateText(connection.end(Side::Client));
    case ConnectionColumn::ServerState: return stateText(connection.end(Side::Server));
    case ConnectionColumn::Findings: return findingsText(connection);
    }
    Q_UNREACHABLE();
}

QString ConnectionModel::tip(std::size_t place, ConnectionColumn column) const
{
    const ConnectionInference& connection = m_survey->connections[place];
    switch (column) {
    case ConnectionColumn::Start: return clockText(m_survey->start + connection.firstSeen());
    case ConnectionColumn::Packets:
        return tr("Packets %1 to %2 of the capture").arg(connection.firstPacket()).arg(connection.lastPacket());
    case ConnectionColumn::Opened: return words::openingText(connection.opening());
    case ConnectionColumn::Closed: return words::closingText(connection.closing());
    case ConnectionColumn::Findings: return findingsTip(connection);
    case ConnectionColumn::Number:
    case ConnectionColumn::Client:
    case ConnectionColumn::Server:
    case ConnectionColumn::Lasted: return text(place, column);
    case ConnectionColumn::ClientState: return stateTip(connection.end(Side::Client));
    case ConnectionColumn::ServerState: return stateTip(connection.end(Side::Server));
    }
    Q_UNREACHABLE();
}

QVariant ConnectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<ConnectionColumn>(section)) {
    //: The number of a connection, at the head of a column
    case ConnectionColumn::Number: return tr("No.");
    case ConnectionColumn::Start: return tr("start");
    case ConnectionColumn::Client: return words::sideName(Side::Client);
    case ConnectionColumn::Server: return words::sideName(Side::Server);
    case ConnectionColumn::Packets: return tr("packets");
    case ConnectionColumn::Lasted: return tr("duration");
    case ConnectionColumn::Opened: return tr("opened");
    case ConnectionColumn::Closed: return tr("closed");
    case ConnectionColumn::ClientState: return tr("client left in");
    case ConnectionColumn::ServerState: return tr("server left in");
    case ConnectionColumn::Findings: return tr("findings");
    }
    Q_UNREACHABLE();
}

} // namespace finwait
