// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/text_grid.h"

#include <algorithm>

namespace finwait {

namespace {

constexpr int columnGap = 2;

bool isWide(char32_t character)
{
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul: return true;
    default: break;
    }
    // CJK punctuation and full-width forms belong to no script of their own.
    return (character >= 0x3000 && character <= 0x303F) || (character >= 0xFF01 && character <= 0xFF60);
}

std::vector<int> columnWidths(const std::vector<QStringList>& rows)
{
    std::vector<int> widths;
    for (const QStringList& row : rows) {
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(row.size())), 0);
        for (qsizetype column = 0; column < row.size(); ++column) {
            int& width = widths[static_cast<std::size_t>(column)];
            width = std::max(width, terminalWidth(row[column]));
        }
    }
    return widths;
}

} // namespace

int terminalWidth(const QString& text)
{
    int width = 0;
    for (const char32_t character : text.toUcs4())
        width += isWide(character) ? 2 : 1;
    return width;
}

QString textGrid(const std::vector<QStringList>& rows)
{
    const std::vector<int> widths = columnWidths(rows);
    QString grid;
    for (const QStringList& row : rows) {
        QString line;
        int blanks = 0; // owed before the next cell that is not empty
        for (qsizetype column = 0; column < row.size(); ++column) {
            const QString& cell = row[column];
            if (!cell.isEmpty())
                line += QString(blanks, u' ') + cell;
            const int used = terminalWidth(cell);
            blanks = (cell.isEmpty() ? blanks : 0) + widths[static_cast<std::size_t>(column)] - used + columnGap;
        }
        grid += line + u'\n';
    }
    return grid;
}

} // namespace finwait
