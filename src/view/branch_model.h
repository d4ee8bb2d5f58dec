// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The branches of a session as a table: what each is called, when it left and how it ends. Names can be edited.
#pragma once

#include "session/branch.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <vector>

namespace finwait {

class Session;

class BranchModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : std::uint8_t { CurrentColumn, NameColumn, LeftColumn, EndColumn };
    static constexpr int columns = 4;
    enum Role { IdRole = Qt::UserRole };

    /// `session` must outlive the model.
    explicit BranchModel(Session& session, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// An empty name is none: the branch is then called by what was done in it.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    /// -1: there is none of that number.
    [[nodiscard]] int rowOf(BranchId id) const;
    /// To be called when the language has changed.
    void retranslate();

private:
    void refresh();
    void refreshEnd();
    [[nodiscard]] QString text(const Branch& branch, const Trace& trace, Column column) const;

    Session& m_session;
    std::vector<Branch> m_branches;
};

} // namespace finwait
