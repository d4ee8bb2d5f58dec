// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/event_filter.h"

#include "view/event_model.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace finwait {

namespace {

/// How long the window may stand still for a search, in milliseconds, and how many records pass between two looks at
/// the clock.
constexpr qint64 sliceLength = 12;
constexpr RecordIndex recordsPerLook = 512;

} // namespace

EventFilter::EventFilter(EventModel& model, QObject* parent)
    : QAbstractProxyModel(parent)
    , m_model(model)
    , m_nextSlice(new QTimer(this))
{
    m_nextSlice->setSingleShot(true);
    m_nextSlice->setInterval(0);
    connect(m_nextSlice, &QTimer::timeout, this, &EventFilter::search);
    setSourceModel(&model);
    connect(&model, &EventModel::modelReset, this, &EventFilter::restart);
    connect(&model, &EventModel::rowsInserted, this, &EventFilter::search);
    connect(&model, &EventModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first) { removeFrom(first); });
    connect(&model, &EventModel::dataChanged, this, &EventFilter::forwardChange);
    connect(&model, &EventModel::headerDataChanged, this, &EventFilter::headerDataChanged);
    search();
}

void EventFilter::setSide(std::optional<Side> side)
{
    if (side == m_side)
        return;
    m_side = side;
    restart();
}

void EventFilter::setKind(std::optional<RecordKind> kind)
{
    if (kind == m_kind)
        return;
    m_kind = kind;
    restart();
}

void EventFilter::setText(const QString& text)
{
    if (text == m_text)
        return;
    m_text = text;
    restart();
}

void EventFilter::retranslate()
{
    if (!m_text.isEmpty())
        restart();
}

bool EventFilter::isSearching() const
{
    return std::cmp_less(m_searched, m_model.rowCount());
}

int EventFilter::rowOf(RecordIndex record) const
{
    const auto found = std::ranges::lower_bound(m_shown, record);
    return found != m_shown.end() && *found == record ? static_cast<int>(found - m_shown.begin()) : -1;
}

int EventFilter::lastRowBefore(RecordIndex records) const
{
    return static_cast<int>(std::ranges::lower_bound(m_shown, records) - m_shown.begin()) - 1;
}

void EventFilter::restart()
{
    beginResetModel();
    m_shown.clear();
    m_searched = 0;
    endResetModel();
    search();
}

/// Looks at records for one slice of time; what is found is appended at the slice's end.
void EventFilter::search()
{
    const auto records = static_cast<RecordIndex>(m_model.rowCount());
    std::vector<RecordIndex> found;
    QElapsedTimer clock;
    clock.start();
    while (m_searched < records && !clock.hasExpired(sliceLength)) {
        const RecordIndex end = std::min(records, m_searched + recordsPerLook);
        for (; m_searched < end; ++m_searched) {
            if (accepts(m_searched))
                found.push_back(m_searched);
        }
    }
    if (!found.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(found.size()) - 1);
        m_shown.insert(m_shown.end(), found.begin(), found.end());
        endInsertRows();
    }
    if (isSearching())
        m_nextSlice->start();
    if (std::exchange(m_toldSearching, isSearching()) != m_toldSearching)
        emit searchingChanged();
}

void EventFilter::removeFrom(int sourceRow)
{
    const auto first = static_cast<RecordIndex>(sourceRow);
    m_searched = std::min(m_searched, first);
    const auto gone = std::ranges::lower_bound(m_shown, first);
    if (gone == m_shown.end())
        return;
    beginRemoveRows({}, static_cast<int>(gone - m_shown.begin()), rowCount() - 1);
    m_shown.erase(gone, m_shown.end());
    endRemoveRows();
}

void EventFilter::forwardChange(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    const int first = lastRowBefore(static_cast<RecordIndex>(topLeft.row())) + 1;
    const int last = lastRowBefore(static_cast<RecordIndex>(bottomRight.row()) + 1);
    if (first <= last)
        emit dataChanged(index(first, topLeft.column()), index(last, bottomRight.column()), roles);
}

bool EventFilter::accepts(RecordIndex index) const
{
    if (m_side || m_kind) {
        const Record& record = m_model.record(static_cast<int>(index));
        if ((m_side && record.side != *m_side) || (m_kind && kindOf(record) != *m_kind))
            return false;
    }
    return m_text.isEmpty() || hasText(index);
}

bool EventFilter::hasText(RecordIndex record) const
{
    for (int column = 0; column < EventModel::columns; ++column) {
        const QModelIndex cell = m_model.index(static_cast<int>(record), column);
        if (cell.data().toString().contains(m_text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

QModelIndex EventFilter::mapFromSource(const QModelIndex& source) const
{
    if (!source.isValid())
        return {};
    const int row = rowOf(static_cast<RecordIndex>(source.row()));
    return row < 0 ? QModelIndex() : index(row, source.column());
}

QModelIndex EventFilter::mapToSource(const QModelIndex& proxy) const
{
    if (!proxy.isValid() || proxy.row() >= rowCount())
        return {};
    return m_model.index(static_cast<int>(m_shown[static_cast<std::size_t>(proxy.row())]), proxy.column());
}

QModelIndex EventFilter::index(int row, int column, const QModelIndex& parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

QModelIndex EventFilter::parent(const QModelIndex& /*child*/) const
{
    return {};
}

int EventFilter::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int EventFilter::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_model.columnCount();
}

QVariant EventFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_model.headerData(section, orientation, role);
}

} // namespace finwait
