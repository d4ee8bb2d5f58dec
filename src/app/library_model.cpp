// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/library_model.h"

#include "app/scenario_titles.h"
#include "scenario/library.h"

#include <algorithm>

namespace finwait {

namespace {

QString searchText(const Scenario& scenario)
{
    QStringList texts(QString::fromStdString(scenario.name));
    for (const LocalizedText* text : {&scenario.title, &scenario.description}) {
        for (const auto& [language, content] : text->byLanguage)
            texts << QString::fromStdString(content);
    }
    return texts.join(u'\n');
}

} // namespace

int LibraryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(scenarioLibrary().size());
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const
{
    const Scenario& scenario = scenarioAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return scenarioTitle(scenario);
    case DescriptionRole: return scenarioDescription(scenario);
    case SearchRole: return searchText(scenario);
    default: return {};
    }
}

const Scenario& LibraryModel::scenarioAt(int row)
{
    return scenarioLibrary()[std::size_t(row)];
}

int LibraryModel::rowOf(const std::string& name)
{
    const auto library = scenarioLibrary();
    const auto found = std::ranges::find(library, name, &Scenario::name);
    return found == library.end() ? -1 : int(found - library.begin());
}

void LibraryModel::refresh(const Scenario& scenario)
{
    const QModelIndex changed = index(rowOf(scenario.name));
    emit dataChanged(changed, changed, {Qt::DecorationRole});
}

void LibraryFilter::search(const QString& text)
{
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool LibraryFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QString text = sourceModel()->index(row, 0, parent).data(LibraryModel::SearchRole).toString();
    return std::ranges::all_of(m_words,
                               [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace finwait
