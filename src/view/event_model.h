// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The trace as a table: one row for each record. Texts are made when a row is looked at, so a million records cost
// nothing but the trace itself.
#pragma once

#include "core/trace.h"

#include <QAbstractTableModel>

#include <cstdint>

namespace finwait {

class Session;

class EventModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : std::uint8_t { TimeColumn, SideColumn, EventColumn, SegmentColumn, WhyColumn, ReferenceColumn };
    static constexpr int columns = 6;

    enum Role : int {
        RecordRole = Qt::UserRole, ///< RecordIndex, as uint
        AheadRole,                 ///< bool: after the playhead
        SideRole,                  ///< Side as int; invalid for what happened in the network
        MarkedRole,                ///< bool: enters the state of markState()
        TimeRole,                  ///< qint64: microseconds of virtual time
        ErrorRole,                 ///< bool: a loss, a refusal, an error told to the application
    };

    /// `session` must outlive the model.
    explicit EventModel(const Session& session, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    /// The rows that tell how this state was entered are marked.
    void markState(std::optional<State> state);
    /// After a change of language: all texts are others now.
    void retranslate();

    [[nodiscard]] const Trace& trace() const;
    [[nodiscard]] const Record& record(int row) const;

private:
    void reset();
    void follow();
    void moveEdge(RecordIndex edge);
    [[nodiscard]] QString text(RecordIndex record, Column column) const;
    [[nodiscard]] QVariant toolTip(RecordIndex record, Column column) const;

    const Session& m_session;
    std::optional<State> m_marked;
    RecordIndex m_rows = 0;       // as the views know it; the trace may be ahead for a moment
    RecordIndex m_edge = 0;       // rows before the playhead
    std::uint64_t m_rewrites = 0; // of the session's trace, as last seen
};

} // namespace finwait
