// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/fault_rule_model.h"

#include "app/fault_words.h"

#include <algorithm>
#include <utility>

namespace finwait {

FaultRuleModel::FaultRuleModel(std::vector<FaultRule> rules, QObject* parent)
    : QAbstractTableModel(parent)
    , m_rules(std::move(rules))
    , m_met(m_rules.size())
{}

int FaultRuleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rules.size());
}

int FaultRuleModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString FaultRuleModel::text(int row, Column column) const
{
    const FaultRule& shown = rule(row);
    switch (column) {
    case NumberColumn: return {};
    case DirectionColumn: return fault_words::direction(shown.match.from);
    case SegmentsColumn: return fault_words::segments(shown.match);
    case WhichColumn: return fault_words::whichOnes(shown.match);
    case ActionColumn: return fault_words::whatHappens(shown.action);
    case MetColumn: return shown.enabled ? QString::number(m_met[std::size_t(row)]) : tr("off");
    }
    Q_UNREACHABLE();
}

QVariant FaultRuleModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(index.row(), column);
    if (role == Qt::CheckStateRole && column == NumberColumn)
        return rule(index.row()).enabled ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::TextAlignmentRole && column == MetColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && column == NumberColumn)
        return rule(index.row()).enabled ? tr("Rule %1, on").arg(index.row() + 1)
                                         : tr("Rule %1, off").arg(index.row() + 1);
    return {};
}

bool FaultRuleModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || index.column() != NumberColumn || role != Qt::CheckStateRole)
        return false;
    FaultRule changed = rule(index.row());
    changed.enabled = value.toInt() == Qt::Checked;
    setRule(index.row(), changed);
    return true;
}

Qt::ItemFlags FaultRuleModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == NumberColumn ? usual | Qt::ItemIsUserCheckable : usual;
}

QVariant FaultRuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return int((column == MetColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column == MetColumn)
        return tr("How many segments of this run the rule would have met");
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case NumberColumn: return tr("Rule");
    case DirectionColumn: return tr("Direction");
    case SegmentsColumn: return tr("Segments");
    case WhichColumn: return tr("Which of them");
    case ActionColumn: return tr("What happens");
    case MetColumn: return tr("Met");
    }
    Q_UNREACHABLE();
}

bool FaultRuleModel::removeRows(int row, int count, const QModelIndex& parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > rowCount())
        return false;
    beginRemoveRows({}, row, row + count - 1);
    m_rules.erase(m_rules.begin() + row, m_rules.begin() + row + count);
    m_met.erase(m_met.begin() + row, m_met.begin() + row + count);
    endRemoveRows();
    emit rulesChanged();
    return true;
}

bool FaultRuleModel::moveRows(const QModelIndex& sourceParent, int row, int count, const QModelIndex& destinationParent,
                              int destination)
{
    const bool exists = !sourceParent.isValid() && !destinationParent.isValid() && row >= 0 && count > 0
                        && row + count <= rowCount() && destination >= 0 && destination <= rowCount();
    if (!exists || !beginMoveRows({}, row, row + count - 1, {}, destination))
        return false;
    const auto move = [&](auto& list) {
        const auto first = list.begin() + row;
        if (destination < row)
            std::rotate(list.begin() + destination, first, first + count);
        else
            std::rotate(first, first + count, list.begin() + destination);
    };
    move(m_rules);
    move(m_met);
    endMoveRows();
    emit rulesChanged();
    return true;
}

void FaultRuleModel::setRule(int row, const FaultRule& rule)
{
    if (m_rules[std::size_t(row)] == rule)
        return;
    m_rules[std::size_t(row)] = rule;
    emit dataChanged(index(row, 0), index(row, columns - 1));
    emit rulesChanged();
}

void FaultRuleModel::insertRule(int row, const FaultRule& rule)
{
    beginInsertRows({}, row, row);
    m_rules.insert(m_rules.begin() + row, rule);
    m_met.insert(m_met.begin() + row, 0);
    endInsertRows();
    emit rulesChanged();
}

void FaultRuleModel::setMet(const std::vector<std::size_t>& met)
{
    Q_ASSERT(met.size() == m_rules.size());
    if (m_met == met)
        return;
    m_met = met;
    emit dataChanged(index(0, MetColumn), index(rowCount() - 1, MetColumn));
}

} // namespace finwait
