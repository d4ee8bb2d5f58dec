// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The scenarios that ship as a list, and those of them in which what is searched for stands.
#pragma once

#include "scenario/scenario.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>
#include <QStringList>

namespace finwait {

class LibraryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// CalledRole: name and titles, TaughtRole: descriptions, in all languages, as searchable() makes them.
    enum Role { DescriptionRole = Qt::UserRole, CalledRole, TaughtRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] static const Scenario& scenarioAt(int row);
    /// -1: it is not of the library.
    [[nodiscard]] static int rowOf(const std::string& name);
    /// The picture of this scenario has come.
    void refresh(const Scenario& scenario);
};

/// A scenario is found if each word stands somewhere in its name, its titles or its descriptions, in any language.
/// Those that are called by these words come first, otherwise they stay in the library's order.
class LibraryFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void search(const QString& text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& one, const QModelIndex& other) const override;

private:
    QStringList m_words;
};

} // namespace finwait
