// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/event_panel.h"

#include "session/session.h"
#include "view/event_filter.h"
#include "view/event_model.h"
#include "view/event_table.h"
#include "view/selection.h"
#include "view/trace_reading.h"
#include "view/words.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace finwait {

namespace {

constexpr int typingPause = 200; // milliseconds
constexpr int searchWidth = 220; // pixels, at most
constexpr int spacing = 6;

constexpr std::array<RecordKind, 4> allKinds = {RecordKind::Transition, RecordKind::Segment, RecordKind::Timer,
                                                RecordKind::Application};

/// The first entry of a filter's combo box lets everything through.
template <typename T, std::size_t count>
std::optional<T> chosen(const QComboBox& box, const std::array<T, count>& values)
{
    const int entry = box.currentIndex() - 1;
    return entry < 0 ? std::nullopt : std::optional(values[static_cast<std::size_t>(entry)]);
}

} // namespace

EventPanel::EventPanel(Session& session, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_selection(selection)
    , m_model(new EventModel(session, this))
    , m_filter(nullptr)
    , m_table(new EventTable(this))
    , m_side(new QComboBox(this))
    , m_kind(new QComboBox(this))
    , m_text(new QLineEdit(this))
    , m_typing(new QTimer(this))
{
    // Before the filter and the table hear of it.
    connect(m_model, &EventModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first) { forgetSelectionFrom(static_cast<RecordIndex>(first)); });
    connect(m_model, &EventModel::modelReset, this, [this] { forgetSelectionFrom(0); });
    m_filter = new EventFilter(*m_model, this);
    setupFilters();
    m_table->showModel(*m_filter);
    connect(m_filter, &EventFilter::searchingChanged, this, [this] {
        if (!m_filter->isSearching())
            restoreRows();
    });
    connect(&session, &Session::changed, this, &EventPanel::followPlayhead);
    connect(&selection, &Selection::changed, this, &EventPanel::showSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &EventPanel::selectRow);
    connect(m_table, &EventTable::rowActivated, this, &EventPanel::goTo);
    setTabOrder(m_side, m_kind);
    setTabOrder(m_kind, m_text);
    setTabOrder(m_text, m_table);
    retranslate();
}

void EventPanel::setupFilters()
{
    m_side->setObjectName(QStringLiteral("sideFilter"));
    m_kind->setObjectName(QStringLiteral("kindFilter"));
    for (QComboBox* box : {m_side, m_kind})
        box->setFocusPolicy(Qt::TabFocus); // whoever clicks goes on with the keys of the window
    m_text->setObjectName(QStringLiteral("textFilter"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaximumWidth(searchWidth);
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingPause);
    connect(m_side, &QComboBox::currentIndexChanged, this, &EventPanel::applyFilters);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &EventPanel::applyFilters);
    connect(m_text, &QLineEdit::textEdited, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, &EventPanel::applyFilters);
    connect(m_text, &QLineEdit::editingFinished, this, &EventPanel::applyFilters);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            applyFilters();
    });

    auto* filters = new QHBoxLayout;
    filters->setSpacing(spacing);
    filters->addWidget(m_side);
    filters->addWidget(m_kind);
    filters->addStretch();
    filters->addWidget(m_text, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(spacing, spacing, spacing, spacing);
    all->setSpacing(spacing / 2);
    all->addLayout(filters);
    all->addWidget(m_table);
}

void EventPanel::setTheme(const Theme& theme)
{
    m_table->setTheme(theme);
}

void EventPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EventPanel::retranslate()
{
    const auto fill = [](QComboBox& box, const QStringList& entries) {
        const QSignalBlocker blocker(box);
        const int current = std::max(0, box.currentIndex());
        box.clear();
        box.addItems(entries);
        box.setCurrentIndex(current);
    };
    fill(*m_side, {tr("Both sides"), words::sideName(Side::Client), words::sideName(Side::Server)});
    fill(*m_kind, {tr("All events"), tr("Transitions"), tr("Segments"), tr("Timers"), tr("Application")});
    m_side->setToolTip(tr("Show the events of one side only"));
    m_kind->setToolTip(tr("Show events of one kind only"));
    m_side->setAccessibleName(tr("Side"));
    m_kind->setAccessibleName(tr("Kind of event"));
    m_text->setPlaceholderText(tr("Find in the events"));
    m_text->setAccessibleName(tr("Find in the events"));
    m_table->setAccessibleName(tr("Events"));
    m_model->retranslate();
    m_filter->retranslate();
    restoreRows();
}

void EventPanel::applyFilters()
{
    m_typing->stop();
    m_filter->setSide(chosen(*m_side, allSides));
    m_filter->setKind(chosen(*m_kind, allKinds));
    m_filter->setText(m_text->text().trimmed());
    restoreRows();
}

/// A list that was filled anew has neither a current row nor a selection.
void EventPanel::restoreRows()
{
    m_playheadRow = noRow;
    followPlayhead();
    showSelection();
}

/// As long as nothing is selected, the row before the playhead is where the arrow keys begin.
void EventPanel::followPlayhead()
{
    const int row = m_filter->lastRowBefore(m_session.recordsBefore());
    if (row == m_playheadRow)
        return;
    m_playheadRow = row;
    m_table->viewport()->update(); // its line, and where that stood before
    if (!m_table->selectionModel()->hasSelection())
        m_table->selectionModel()->setCurrentIndex(m_filter->index(row, 0), QItemSelectionModel::NoUpdate);
    m_table->reveal(std::max(row, 0));
}

void EventPanel::showSelection()
{
    const auto* state = std::get_if<SelectedState>(&m_selection.current());
    m_model->markState(state != nullptr ? std::optional(state->state) : std::nullopt);
    const int row = m_filter->rowOf(m_selection.record());
    if (row < 0) {
        m_table->clearSelection();
        if (state != nullptr)
            m_table->reveal(m_filter->rowOf(entryOf(m_session.trace(), state->state, m_session.recordsBefore())));
        return;
    }
    m_table->selectionModel()->setCurrentIndex(m_filter->index(row, 0),
                                               QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->reveal(row);
}

void EventPanel::selectRow()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (!rows.isEmpty())
        m_selection.select(SelectedRecord{rows.front().data(EventModel::RecordRole).toUInt()});
}

/// Another record may soon have the number of one that is gone. And a table whose current row goes selects the next.
void EventPanel::forgetSelectionFrom(RecordIndex first)
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid() && std::cmp_greater_equal(m_filter->mapToSource(current).row(), first))
        m_table->selectionModel()->clear();
    const RecordIndex selected = m_selection.record();
    if (selected != noRecord && selected >= first)
        m_selection.clear();
}

void EventPanel::goTo(const QModelIndex& index)
{
    m_session.seekToRecord(index.data(EventModel::RecordRole).toUInt());
}

} // namespace finwait
