// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/event_model.h"

#include "session/session.h"
#include "view/trace_reading.h"
#include "view/words.h"

#include <algorithm>
#include <utility>

namespace finwait {

namespace {

bool isError(const Record& record)
{
    if (const auto* signalled = std::get_if<record::Signalled>(&record.body))
        return finwait::isError(signalled->signal);
    return std::holds_alternative<record::SegmentLost>(record.body)
           || std::holds_alternative<record::CallRefused>(record.body);
}

QVariant sideOf(const Record& record)
{
    if (changesNetwork(record) || std::holds_alternative<record::SegmentLost>(record.body))
        return {};
    return static_cast<int>(record.side);
}

QString segmentOf(const Trace& trace, RecordIndex index)
{
    const Record& record = trace.record(index);
    const bool isTransition = std::holds_alternative<record::Transition>(record.body);
    const auto flight = isTransition ? replyTo(trace, index) : flightOf(record);
    return flight ? words::segmentText(trace, *flight) : QString();
}

} // namespace

EventModel::EventModel(const Session& session, QObject* parent) : QAbstractTableModel(parent), m_session(session)
{
    connect(&session, &Session::loaded, this, &EventModel::reset);
    connect(&session, &Session::changed, this, &EventModel::follow);
    reset();
}

const Trace& EventModel::trace() const
{
    return m_session.trace();
}

const Record& EventModel::record(int row) const
{
    return trace().record(static_cast<RecordIndex>(row));
}

int EventModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows);
}

int EventModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant EventModel::data(const QModelIndex& index, int role) const
{
    // Between a change of the trace and the session's word of it, rows may be asked for that are gone.
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || std::cmp_greater_equal(index.row(), trace().records().size()))
        return {};
    const auto row = static_cast<RecordIndex>(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::ToolTipRole: return toolTip(row, column);
    case RecordRole: return row;
    case AheadRole: return row >= m_edge;
    case SideRole: return sideOf(trace().record(row));
    case MarkedRole: return m_marked && enters(trace().record(row), *m_marked);
    case TimeRole: return QVariant::fromValue<qint64>(trace().record(row).at.count());
    case ErrorRole: return isError(trace().record(row));
    default: return {};
    }
}

QString EventModel::text(RecordIndex record, Column column) const
{
    switch (column) {
    case TimeColumn: return words::moment(trace().record(record).at);
    case SideColumn: return words::placeText(trace().record(record));
    case EventColumn: return words::eventText(trace(), record);
    case SegmentColumn: return segmentOf(trace(), record);
    case WhyColumn: return words::whyText(trace(), record);
    case ReferenceColumn: return words::referenceText(trace(), record);
    }
    Q_UNREACHABLE();
}

QVariant EventModel::toolTip(RecordIndex record, Column column) const
{
    QString whole = text(record, column);
    const auto flight = flightOf(trace().record(record));
    if (const QString packet = flight ? words::packetText(trace().flight(*flight)) : QString();
        column == SegmentColumn && !packet.isEmpty())
        whole += u'\n' + packet;
    return whole.isEmpty() ? QVariant() : QVariant(whole);
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    switch (static_cast<Column>(section)) {
    case TimeColumn: return tr("time");
    case SideColumn: return tr("side");
    case EventColumn: return tr("event");
    case SegmentColumn: return tr("segment");
    case WhyColumn: return tr("why");
    case ReferenceColumn: return tr("reference");
    }
    Q_UNREACHABLE();
}

void EventModel::markState(std::optional<State> state)
{
    if (state == m_marked)
        return;
    m_marked = state;
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(static_cast<int>(m_rows) - 1, columns - 1), {MarkedRole});
}

void EventModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(static_cast<int>(m_rows) - 1, columns - 1));
}

void EventModel::reset()
{
    beginResetModel();
    m_rows = static_cast<RecordIndex>(trace().records().size());
    m_edge = m_session.recordsBefore();
    m_rewrites = m_session.rewrites();
    endResetModel();
}

void EventModel::follow()
{
    const auto size = static_cast<RecordIndex>(trace().records().size());
    if (m_rewrites != m_session.rewrites()) {
        m_rewrites = m_session.rewrites();
        const RecordIndex kept = std::min({m_edge, m_rows, size});
        if (kept < m_rows) {
            beginRemoveRows({}, static_cast<int>(kept), static_cast<int>(m_rows) - 1);
            m_rows = kept;
            endRemoveRows();
        }
    }
    if (size > m_rows) {
        beginInsertRows({}, static_cast<int>(m_rows), static_cast<int>(size) - 1);
        m_rows = size;
        endInsertRows();
    }
    moveEdge(m_session.recordsBefore());
}

/// The rows between the old playhead and the new one turn faint, or plain.
void EventModel::moveEdge(RecordIndex edge)
{
    if (edge == m_edge)
        return;
    const RecordIndex first = std::min(m_edge, edge);
    const RecordIndex end = std::max(m_edge, edge);
    m_edge = edge;
    const int last = static_cast<int>(std::min(end, m_rows)) - 1;
    if (std::cmp_less_equal(first, last))
        emit dataChanged(index(static_cast<int>(first), 0), index(last, columns - 1), {AheadRole});
}

} // namespace finwait
