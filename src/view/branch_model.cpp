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
    , m_rows(rowsNow())
{
    connect(&session, &Session::branchesChanged, this, &BranchModel::refresh);
    connect(&session, &Session::changed, this, &BranchModel::refreshEnd);
}

int BranchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int BranchModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant BranchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Branch& branch = m_rows[static_cast<std::size_t>(index.row())].branch;
    const Trace* trace = m_session.branchTrace(branch.id);
    if (trace == nullptr)
        return {}; // removed, and the session's word of it is still to come
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return text(branch, *trace, column);
    case Qt::ToolTipRole: return toolTip(branch, *trace, column);
    case Qt::AccessibleTextRole: return spoken(branch, *trace, column);
    case Qt::FontRole: {
        QFont font;
        font.setBold(branch.isCurrent);
        return font;
    }
    case IdRole: return branch.id;
    case DepthRole: return m_rows[static_cast<std::size_t>(index.row())].depth;
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

/// Which branch it left, and when; nothing for the scenario as it was loaded.
QString BranchModel::origin(const Branch& branch) const
{
    if (!branch.parent)
        return {};
    const QString when = words::moment(branch.forkTime);
    const Row* parent = find(*branch.parent);
    const Trace* trace = parent != nullptr ? m_session.branchTrace(*branch.parent) : nullptr;
    if (trace == nullptr)
        return tr("It left a branch that is deleted, at %1").arg(when);
    //: The name of another branch, and a moment
    return tr("It left “%1” at %2").arg(branch_text::title(parent->branch, *trace), when);
}

QString BranchModel::toolTip(const Branch& branch, const Trace& trace, Column column) const
{
    QString from = origin(branch);
    switch (column) {
    case CurrentColumn: return branch.isCurrent ? tr("The branch that is played") : QString();
    case NameColumn: {
        const QString name = text(branch, trace, column);
        return from.isEmpty() ? name : name + u'\n' + from;
    }
    case LeftColumn: return from;
    case EndColumn: return text(branch, trace, column);
    }
    Q_UNREACHABLE();
}

/// Who cannot see the table does not see below which branch another one stands.
QString BranchModel::spoken(const Branch& branch, const Trace& trace, Column column) const
{
    return column == EndColumn ? text(branch, trace, column)
                               : toolTip(branch, trace, column).replace(u'\n', QStringLiteral(". "));
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
    const Branch& branch = m_rows[static_cast<std::size_t>(index.row())].branch;
    const Trace* trace = m_session.branchTrace(branch.id);
    if (trace == nullptr)
        return false;
    const QString name = value.toString().simplified();
    m_session.renameBranch(branch.id, name == branch_text::description(branch, *trace) ? QString() : name);
    return true;
}

int BranchModel::rowOf(BranchId id) const
{
    const Row* found = find(id);
    return found == nullptr ? -1 : static_cast<int>(found - m_rows.data());
}

const BranchModel::Row* BranchModel::find(BranchId id) const
{
    const auto found = std::ranges::find(m_rows, id, [](const Row& row) { return row.branch.id; });
    return found == m_rows.end() ? nullptr : &*found;
}

/// Branches come in the order in which they were made: one that another left before that other.
std::vector<BranchModel::Row> BranchModel::rowsNow() const
{
    std::vector<Row> rows;
    for (Branch& branch : m_session.branches()) {
        const auto parent = std::ranges::find_if(rows, [&](const Row& row) { return row.branch.id == branch.parent; });
        if (parent == rows.end()) {
            rows.push_back({std::move(branch)});
            continue;
        }
        const int depth = parent->depth + 1;
        const auto behindItsOwn =
            std::find_if(parent + 1, rows.end(), [=](const Row& row) { return row.depth < depth; });
        rows.insert(behindItsOwn, {std::move(branch), depth});
    }
    return rows;
}

void BranchModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

/// A name that is being edited stays so as long as the branches are the same.
void BranchModel::refresh()
{
    std::vector<Row> now = rowsNow();
    const auto sameBranch = [](const Row& one, const Row& two) { return one.branch.id == two.branch.id; };
    if (std::ranges::equal(now, m_rows, sameBranch)) {
        m_rows = std::move(now);
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(now);
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
