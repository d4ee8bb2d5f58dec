// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The branches of a session as a table: what each is called, when it left which other one, and how it ends. Below each
// branch stand those that left it. Names can be edited.
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
    enum Role {
        IdRole = Qt::UserRole,
        DepthRole, ///< int: from how many other branches, one after the other, it comes; a deleted one does not count
    };

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
    struct Row {
        Branch branch;
        int depth = 0;
    };

    [[nodiscard]] std::vector<Row> rowsNow() const;
    [[nodiscard]] const Row* find(BranchId id) const;
    void refresh();
    void refreshEnd();
    [[nodiscard]] QString text(const Branch& branch, const Trace& trace, Column column) const;
    [[nodiscard]] QString origin(const Branch& branch) const;
    [[nodiscard]] QString toolTip(const Branch& branch, const Trace& trace, Column column) const;
    [[nodiscard]] QString spoken(const Branch& branch, const Trace& trace, Column column) const;

    Session& m_session;
    std::vector<Row> m_rows;
};

} // namespace finwait
