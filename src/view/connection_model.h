// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The connections of a capture as rows of a table. A row has no object of its own: what it says is made when it is
// looked at.
#pragma once

#include "capture/capture_survey.h"
#include "view/connection_search.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>

namespace finwait {

class ConnectionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SeverityRole = Qt::UserRole, ///< of the worst finding, as a number; invalid: there is none
        PlayedRole,                  ///< the connection is the one that is played
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// All of its connections, in their order; nullptr: none.
    void setSurvey(std::shared_ptr<const CaptureSurvey> survey);
    /// Shows these.
    void setPlaces(ConnectionPlaces places);
    void setPlayed(std::optional<std::size_t> place);
    /// The texts are in another language now.
    void retranslate();

    [[nodiscard]] const ConnectionPlaces& places() const { return m_places; }
    [[nodiscard]] std::size_t placeAt(int row) const { return m_places[static_cast<std::size_t>(row)]; }
    /// -1: it is not shown.
    [[nodiscard]] int rowOf(std::optional<std::size_t> place) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(std::size_t place, ConnectionColumn column) const;
    [[nodiscard]] QString tip(std::size_t place, ConnectionColumn column) const;

    std::shared_ptr<const CaptureSurvey> m_survey;
    ConnectionPlaces m_places; // by row
    std::optional<std::size_t> m_played;
};

} // namespace finwait
