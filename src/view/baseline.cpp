// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/baseline.h"

#include <QTextLayout>

namespace finwait {

namespace {

/// A font's own metrics know nothing of the other fonts that lend it what it lacks.
double ascentOf(const QString& text, const QFont& font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return line.isValid() ? line.ascent() : 0;
}

} // namespace

int dropToBaseline(const QString& text, const QFont& font, const QString& beside, const QFont& besideFont)
{
    return qRound(ascentOf(beside, besideFont) - ascentOf(text, font));
}

} // namespace finwait
