// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Puts a small page of rich text together: everything that is text is escaped here, once.
#pragma once

#include "view/theme.h"

#include <QString>

namespace finwait {

class HtmlPage
{
public:
    explicit HtmlPage(const Theme& theme) : m_theme(theme) {}

    void heading(const QString& text, const QColor& color);
    void paragraph(const QString& text);
    void faintParagraph(const QString& text);
    /// Fields stand in one table until something else comes. Empty values are left out.
    void field(const QString& name, const QString& value);
    /// A line that is a link, with faint text behind it.
    void link(const QString& target, const QString& text, const QString& behind);

    [[nodiscard]] QString html();

private:
    void endTable();

    const Theme& m_theme;
    QString m_html;
    bool m_inTable = false;
};

} // namespace finwait
