// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// How wide the columns of the event list are: as wide as what they hold, as long as there is room for it. Once a person
// has set a width, all are left alone.
#pragma once

#include <QObject>

#include <array>
#include <bitset>

class QAbstractItemModel;
class QTableView;

namespace finwait {

class EventColumns : public QObject
{
    Q_OBJECT

public:
    /// Pixels, left and right of a text.
    static constexpr int cellMargin = 6;

    /// The table must have its model, with the columns of EventModel, and must outlive this.
    explicit EventColumns(QTableView& table);

    /// After a change of the table's width.
    void fit();

private:
    void measureAnew();
    void measure(int firstRow, int lastRow);
    [[nodiscard]] int widestNewTime(int firstRow, int lastRow);

    QTableView& m_table;
    std::array<int, 6> m_wishes{}; // pixels, by EventModel::Column
    std::bitset<18> m_timeForms;   // that are measured already
    bool m_isFitting = false;
    bool m_areOwn = false; // set by a person
};

} // namespace finwait
