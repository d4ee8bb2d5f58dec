// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The event list with rows left out: by side, by kind, by text. Made for traces of a million records: rows come in the
// order of the trace and only ever come and go at its end, so a sorted list of record numbers is all there is; a new
// filter is worked through in slices, and the list grows while it is.
#pragma once

#include "core/side.h"
#include "core/trace.h"
#include "view/trace_reading.h"

#include <QAbstractProxyModel>

#include <optional>
#include <vector>

class QTimer;

namespace finwait {

class EventModel;

class EventFilter : public QAbstractProxyModel
{
    Q_OBJECT

public:
    /// `model` must outlive the filter.
    explicit EventFilter(EventModel& model, QObject* parent = nullptr);

    /// None: both sides.
    void setSide(std::optional<Side> side);
    /// None: every kind.
    void setKind(std::optional<RecordKind> kind);
    /// Rows in which any column has `text`, case ignored; empty: all rows.
    void setText(const QString& text);
    /// To be called when the language has changed: a text is looked for in other words.
    void retranslate();
    /// Not all records have been looked at yet: more rows may come.
    [[nodiscard]] bool isSearching() const;

    /// The row of a record, or -1 if it is left out.
    [[nodiscard]] int rowOf(RecordIndex record) const;
    /// The last row that is shown of the first `records` records, or -1.
    [[nodiscard]] int lastRowBefore(RecordIndex records) const;

    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex& source) const override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex& proxy) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    /// isSearching() is another for longer than a moment: a search takes several slices of time, or has come to its
    /// end.
    void searchingChanged();

private:
    void restart();
    void search();
    void removeFrom(int sourceRow);
    void forwardChange(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles);
    [[nodiscard]] bool accepts(RecordIndex index) const;
    [[nodiscard]] bool hasText(RecordIndex record) const;

    EventModel& m_model;
    QTimer* m_nextSlice;
    std::optional<Side> m_side;
    std::optional<RecordKind> m_kind;
    QString m_text;
    std::vector<RecordIndex> m_shown; // in order
    RecordIndex m_searched = 0;       // records that have been looked at
    bool m_toldSearching = false;     // by searchingChanged()
};

} // namespace finwait
