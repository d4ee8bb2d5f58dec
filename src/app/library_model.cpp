// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/library_model.h"

#include "app/scenario_titles.h"
#include "app/search_text.h"
#include "scenario/library.h"

#include <algorithm>
#include <utility>

namespace finwait {

namespace {

/// In all languages, one below the other.
QString searchText(const LocalizedText& text)
{
    QStringList texts;
    for (const auto& [language, content] : text.byLanguage)
        texts << QString::fromStdString(content);
    return searchable(texts.join(u'\n'));
}

QString calledText(const Scenario& scenario)
{
    return searchable(QString::fromStdString(scenario.name)) + u'\n' + searchText(scenario.title);
}

bool allIn(const QString& text, const QStringList& words)
{
    return std::ranges::all_of(words, [&text](const QString& word) { return text.contains(word); });
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
    case CalledRole: return calledText(scenario);
    case TaughtRole: return searchText(scenario.description);
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
    m_words = searchWords(text);
    invalidate();
    sort(0);
}

bool LibraryFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return allIn(index.data(LibraryModel::CalledRole).toString() + u'\n'
                     + index.data(LibraryModel::TaughtRole).toString(),
                 m_words);
}

bool LibraryFilter::lessThan(const QModelIndex& one, const QModelIndex& other) const
{
    const auto place = [this](const QModelIndex& index) {
        const bool isCalledSo = allIn(index.data(LibraryModel::CalledRole).toString(), m_words);
        return std::pair(isCalledSo ? 0 : 1, index.row());
    };
    return place(one) < place(other);
}

} // namespace finwait
