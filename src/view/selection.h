// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The one selection that all views share.
#pragma once

#include "core/state.h"
#include "core/trace.h"
#include "core/transition_table.h"

#include <QObject>

#include <variant>

namespace finwait {

/// A record of the trace: a message is selected by its SegmentSent record, a strip of a lifeline by the Transition
/// that began it.
struct SelectedRecord {
    RecordIndex record;
    friend bool operator==(const SelectedRecord&, const SelectedRecord&) = default;
};

/// An edge of the diagram that was never taken, or not at one particular moment.
struct SelectedRow {
    RowIndex row;
    friend bool operator==(const SelectedRow&, const SelectedRow&) = default;
};

/// A state of the diagram, for reading about it.
struct SelectedState {
    State state;
    friend bool operator==(const SelectedState&, const SelectedState&) = default;
};

using SelectedThing = std::variant<std::monostate, SelectedRecord, SelectedRow, SelectedState>;

class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const SelectedThing& current() const { return m_current; }
    /// The selected record, or noRecord.
    [[nodiscard]] RecordIndex record() const;

public slots:
    void select(const finwait::SelectedThing& thing);
    void clear() { select({}); }

signals:
    void changed();

private:
    SelectedThing m_current;
};

} // namespace finwait
