// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The event list: the table of records with its filters. The row at the playhead is the current one, what is selected
// is the shared selection; a double click or Enter goes to the moment of a record.
#pragma once

#include "core/trace.h"
#include "view/theme.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QModelIndex;
class QTimer;

namespace finwait {

class EventFilter;
class EventModel;
class EventTable;
class Selection;
class Session;

class EventPanel : public QWidget
{
    Q_OBJECT

public:
    /// `session` and `selection` must outlive the panel.
    EventPanel(Session& session, Selection& selection, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupFilters();
    void retranslate();
    void applyFilters();
    void restoreRows();
    void followPlayhead();
    void showSelection();
    void selectRow();
    void goTo(const QModelIndex& index);
    void forgetSelectionFrom(RecordIndex first);

    Session& m_session;
    Selection& m_selection;
    EventModel* m_model;
    EventFilter* m_filter;
    EventTable* m_table;
    QComboBox* m_side;
    QComboBox* m_kind;
    QLineEdit* m_text;
    QTimer* m_typing;                // a text is looked for once typing has paused
    static constexpr int noRow = -2; // -1: nothing lies before the playhead
    int m_playheadRow = noRow;
};

} // namespace finwait
