// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The rules of a network as a table: one row for each, in the order in which they are tried.
#pragma once

#include "core/fault_rule.h"

#include <QAbstractTableModel>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace finwait {

class FaultRuleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The number of a rule is its row, which the view writes into NumberColumn beside the check box.
    enum Column : std::uint8_t { NumberColumn, DirectionColumn, SegmentsColumn, WhichColumn, ActionColumn, MetColumn };
    static constexpr int columns = 6;

    explicit FaultRuleModel(std::vector<FaultRule> rules, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    /// Qt::CheckStateRole of the first column: whether the rule is on.
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    bool removeRows(int row, int count, const QModelIndex& parent = {}) override;
    /// As everywhere in Qt: `destination` is the row before which it comes, counted before it is moved.
    bool moveRows(const QModelIndex& sourceParent, int row, int count, const QModelIndex& destinationParent,
                  int destination) override;

    [[nodiscard]] const std::vector<FaultRule>& rules() const { return m_rules; }
    [[nodiscard]] const FaultRule& rule(int row) const { return m_rules[std::size_t(row)]; }
    void setRule(int row, const FaultRule& rule);
    void insertRule(int row, const FaultRule& rule);

    /// How many segments each rule would have met.
    void setMet(const std::vector<std::size_t>& met);

signals:
    /// The rules are not what they were. After the signals that the views need.
    void rulesChanged();

private:
    [[nodiscard]] QString text(int row, Column column) const;

    std::vector<FaultRule> m_rules;
    std::vector<std::size_t> m_met;
};

} // namespace finwait
