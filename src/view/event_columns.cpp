// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/event_columns.h"

#include "view/digit_width.h"
#include "view/event_model.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <limits>
#include <numeric>
#include <ranges>

namespace finwait {

namespace {

/// What later rows hold is seldom wider, and a long list shall not wait. Only times grow with every row.
constexpr int measuredRows = 120;
constexpr int beyondText = 2;      // pixels, for the rounding of widths
constexpr double leastPart = 0.45; // of its wish: what a column keeps that has to give way

/// The widest that a column may wish for, in average characters.
int mostCharacters(EventModel::Column column)
{
    switch (column) {
    case EventModel::TimeColumn: return std::numeric_limits<short>::max(); // a time that is cut is another time
    case EventModel::SideColumn: return 12;
    case EventModel::EventColumn: return 36;
    case EventModel::SegmentColumn: return 32;
    case EventModel::WhyColumn: return 48;
    case EventModel::ReferenceColumn: return 28;
    }
    Q_UNREACHABLE();
}

/// Reasons and segments give way where there is not room for all; what happened, short words and numbers never do.
bool givesWay(EventModel::Column column)
{
    return column == EventModel::SegmentColumn || column == EventModel::WhyColumn;
}

/// Times of one length are written with as many signs, and with more where there are microseconds.
std::size_t timeLength(Time time)
{
    constexpr std::array<Time, 8> steps = {10s, 1min, 10min, 1h, 10h, 100h, 1'000h, 10'000h};
    return static_cast<std::size_t>(std::ranges::count_if(steps, [time](Time step) { return time >= step; }));
}

std::size_t timeForm(std::size_t length, bool hasMicroseconds)
{
    return 2 * length + (hasMicroseconds ? 1 : 0);
}

} // namespace

EventColumns::EventColumns(QTableView& table) : QObject(&table), m_table(table)
{
    static_assert(std::tuple_size_v<decltype(m_wishes)> == EventModel::columns);
    QHeaderView* header = table.horizontalHeader();
    header->setSectionResizeMode(EventModel::WhyColumn, QHeaderView::Stretch);
    connect(header, &QHeaderView::sectionResized, this,
            [this](int column) { m_areOwn = m_areOwn || (!m_isFitting && column != EventModel::WhyColumn); });
    const QAbstractItemModel* model = table.model();
    connect(model, &QAbstractItemModel::modelReset, this, &EventColumns::measureAnew);
    connect(model, &QAbstractItemModel::headerDataChanged, this, &EventColumns::measureAnew); // another language
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) {
        measure(first, last);
        fit();
    });
    measureAnew();
}

void EventColumns::measureAnew()
{
    m_wishes.fill(0);
    m_timeForms.reset();
    measure(0, m_table.model()->rowCount() - 1);
    fit();
}

/// One time of each form is enough. Rows are in order of time: those that can be no wider are passed over, so that a
/// million of them take no time.
int EventColumns::widestNewTime(int firstRow, int lastRow)
{
    const QAbstractItemModel& model = *m_table.model();
    const QFontMetrics metrics(m_table.font());
    const auto timeOf = [&model](int row) {
        return Time(model.index(row, EventModel::TimeColumn).data(EventModel::TimeRole).toLongLong());
    };
    int widest = 0;
    for (int row = firstRow; row <= lastRow;) {
        const Time time = timeOf(row);
        const std::size_t length = timeLength(time);
        const std::size_t form = timeForm(length, time % 1ms != 0us);
        if (!m_timeForms.test(form)) {
            m_timeForms.set(form);
            const QString text = model.index(row, EventModel::TimeColumn).data().toString();
            widest = std::max(widest, widthWithAnyDigits(metrics, text));
        }
        ++row;
        if (m_timeForms.test(timeForm(length, true))) {
            const auto rows = std::views::iota(row, std::max(row, lastRow + 1));
            row = *std::ranges::partition_point(rows, [&](int each) { return timeLength(timeOf(each)) <= length; });
        }
    }
    return widest;
}

void EventColumns::measure(int firstRow, int lastRow)
{
    const QAbstractItemModel& model = *m_table.model();
    for (int column = 0; column < EventModel::columns; ++column) {
        QFont font = m_table.font();
        font.setBold(column == EventModel::SideColumn);
        const QFontMetrics metrics(font);
        int& wish = m_wishes[static_cast<std::size_t>(column)];
        int widest = m_table.horizontalHeader()->sectionSizeHint(column) - 2 * cellMargin - beyondText;
        for (int row = firstRow; row <= std::min(lastRow, measuredRows - 1); ++row)
            widest = std::max(widest, metrics.horizontalAdvance(model.index(row, column).data().toString()));
        if (column == EventModel::TimeColumn)
            widest = std::max(widest, widestNewTime(firstRow, lastRow));
        const int most = mostCharacters(static_cast<EventModel::Column>(column)) * metrics.averageCharWidth();
        wish = std::max(wish, std::min(widest, most) + 2 * cellMargin + beyondText);
    }
}

void EventColumns::fit()
{
    if (m_areOwn)
        return;
    m_isFitting = true;
    const int wanted = std::accumulate(m_wishes.begin(), m_wishes.end(), 0);
    int yielding = 0;
    for (int column = 0; column < EventModel::columns; ++column)
        yielding += givesWay(static_cast<EventModel::Column>(column)) ? m_wishes[static_cast<std::size_t>(column)] : 0;
    const double part =
        std::clamp(1.0 - static_cast<double>(wanted - m_table.viewport()->width()) / yielding, leastPart, 1.0);
    for (int column = 0; column < EventModel::columns; ++column) {
        const int wish = m_wishes[static_cast<std::size_t>(column)];
        if (column != EventModel::WhyColumn) // has the rest
            m_table.setColumnWidth(
                column, givesWay(static_cast<EventModel::Column>(column)) ? static_cast<int>(part * wish) : wish);
    }
    m_isFitting = false;
}

} // namespace finwait
