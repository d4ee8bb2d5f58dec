// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/branch_model.h"

#include "session/session.h"
#include "view/branch_text.h"
#include "view/words.h"

#include <QFont>

#include <algorithm>
#include <utility>

namespace finwait {

BranchModel::BranchModel(Session& session, QObject* parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_branches(session.branches())
{
    connect(&session, &Session::branchesChanged, this, &BranchModel::refresh);
    connect(&session, &Session::changed, this, &BranchModel::refreshEnd);
}

int BranchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_branches.size());
}

int BranchModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant BranchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Branch& branch = m_branches[static_cast<std::size_t>(index.row())];
    const Trace* trace = m_session.branchTrace(branch.id);
    if (trace == nullptr)
        return {}; // removed, and the session's word of it is still to come
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return text(branch, *trace, column);
    case Qt::ToolTipRole:
        return column == CurrentColumn ? (branch.isCurrent ? tr("The branch that is played") : QString())
                                       : text(branch, *trace, column);
    case Qt::AccessibleTextRole:
        return column == CurrentColumn && branch.isCurrent ? tr("The branch that is played")
                                                           : text(branch, *trace, column);
    case Qt::FontRole: {
        QFont font;
        font.setBold(branch.isCurrent);
        return font;
    }
    case IdRole: return branch.id;
    default: return {};
    }
}

QString BranchModel::text(const Branch& branch, const Trace& trace, Column column) const
{
    switch (column) {
    case CurrentColumn: return branch.isCurrent ? QStringLiteral("▸") : QString();
    case NameColumn: return branch_text::title(branch, trace);
    case LeftColumn: return branch.parent ? words::moment(branch.forkTime) : QString();
    case EndColumn: return branch_text::ending(trace);
    }
    Q_UNREACHABLE();
}

QVariant BranchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    switch (static_cast<Column>(section)) {
    case CurrentColumn: return QString();
    case NameColumn: return tr("branch");
    case LeftColumn: return tr("parts at");
    case EndColumn: return tr("ends with");
    }
    Q_UNREACHABLE();
}

Qt::ItemFlags BranchModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    return index.column() == NameColumn ? usual | Qt::ItemIsEditable : usual;
}

bool BranchModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || index.column() != NameColumn || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const Branch& branch = m_branches[static_cast<std::size_t>(index.row())];
    const Trace* trace = m_session.branchTrace(branch.id);
    if (trace == nullptr)
        return false;
    const QString name = value.toString().simplified();
    m_session.renameBranch(branch.id, name == branch_text::description(branch, *trace) ? QString() : name);
    return true;
}

int BranchModel::rowOf(BranchId id) const
{
    const auto found = std::ranges::find(m_branches, id, &Branch::id);
    return found == m_branches.end() ? -1 : static_cast<int>(found - m_branches.begin());
}

void BranchModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

/// A name that is being edited stays so as long as the branches are the same.
void BranchModel::refresh()
{
    std::vector<Branch> now = m_session.branches();
    if (std::ranges::equal(now, m_branches, {}, &Branch::id, &Branch::id)) {
        m_branches = std::move(now);
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        return;
    }
    beginResetModel();
    m_branches = std::move(now);
    endResetModel();
}

/// Only the current branch goes on.
void BranchModel::refreshEnd()
{
    const int row = rowOf(m_session.currentBranch());
    if (row >= 0)
        emit dataChanged(index(row, EndColumn), index(row, EndColumn));
}

} // namespace finwait
