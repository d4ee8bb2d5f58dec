// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/path_preview.h"

#include "export/run_text.h"
#include "view/baseline.h"
#include "view/words.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace finwait {

namespace {

constexpr int pathWidth = 520;
constexpr int pathLines = 2; // room for the longest path, so that the dialog keeps its size

/// Lines break before an arrow only.
QString wrappable(const QString& path)
{
    return QString(path).replace(QStringLiteral("\u2192 "), QStringLiteral("\u2192\u00a0"));
}

} // namespace

PathPreview::PathPreview(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setColumnStretch(1, 1);
    int row = 0;
    for (const Side side : allSides) {
        m_names[side] = new QLabel(this);
        m_paths[side] = new QLabel(this);
        m_paths[side]->setWordWrap(true);
        m_paths[side]->setFixedWidth(pathWidth);
        m_paths[side]->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        layout->addWidget(m_names[side], row, 0, Qt::AlignTop);
        layout->addWidget(m_paths[side], row, 1);
        ++row;
    }
}

void PathPreview::showPaths(const PerSide<std::vector<State>>& paths, const Theme& theme)
{
    for (const Side side : allSides) {
        m_names[side]->setText(QStringLiteral("<b style=\"color:%1\">%2</b>")
                                   .arg(theme.accent[side].name(), words::sideName(side).toHtmlEscaped()));
        m_paths[side]->setText(wrappable(pathText(paths[side])));
        alignBaselines(side);
    }
}

void PathPreview::alignBaselines(Side side)
{
    QFont bold = font();
    bold.setBold(true);
    const int drop = dropToBaseline(m_paths[side]->text(), font(), words::sideName(side), bold);
    m_paths[side]->setContentsMargins(0, std::max(drop, 0), 0, 0);
    m_paths[side]->setMinimumHeight(pathLines * fontMetrics().lineSpacing() + std::max(drop, 0));
    m_names[side]->setContentsMargins(0, std::max(-drop, 0), 0, 0);
}

} // namespace finwait
