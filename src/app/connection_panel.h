// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The connections of a capture: how many there are of which kind, the filters, and the table to choose one from.
#pragma once

#include "app/background_work.h"
#include "capture/capture_survey.h"
#include "view/connection_search.h"
#include "view/theme.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QToolButton;

namespace finwait {

class ConnectionFilters;
class ConnectionModel;
class ConnectionTable;

class ConnectionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionPanel(QWidget* parent = nullptr);

    /// All connections of a capture; `counts` are of them.
    void setCapture(std::shared_ptr<const CaptureSurvey> survey, const ConnectionCounts& counts);
    /// No capture is open.
    void clear() { setCapture(nullptr, {}); }
    /// The connection that is played.
    void setPlayed(std::optional<std::size_t> place);
    void setTheme(const Theme& theme);
    void retranslate();
    /// An action as a button behind the filters.
    void addButton(QAction& action);
    /// Those that pass the filters, in the order of the table.
    [[nodiscard]] const ConnectionPlaces& places() const;

signals:
    /// A person has gone to another connection.
    void connectionChosen(std::size_t place);
    /// Enter or a double click.
    void connectionActivated(std::size_t place);
    /// Others pass the filters now.
    void placesChanged();

private:
    void search();
    void show(ConnectionPlaces places);
    void followLink(const QString& link);
    void showSummary();
    void showCount();
    [[nodiscard]] QString summaryText() const;

    std::shared_ptr<const CaptureSurvey> m_survey;
    ConnectionCounts m_counts;
    std::optional<std::size_t> m_played;
    Theme m_theme = Theme::lightTheme();
    ConnectionModel* m_model;
    QLabel* m_summary;
    QLabel* m_flaw; // of the file
    ConnectionFilters* m_filters;
    QLabel* m_count;
    ConnectionTable* m_table;
    BackgroundWork m_work;
};

} // namespace finwait
