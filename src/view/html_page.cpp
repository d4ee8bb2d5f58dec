// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/html_page.h"

#include "view/baseline.h"

#include <QGuiApplication>

#include <algorithm>

namespace finwait {

void HtmlPage::heading(const QString& text, const QColor& color)
{
    endTable();
    m_html += QStringLiteral("<p style='margin:0 0 5px 0; font-size:large; font-weight:bold; color:%1'>%2</p>")
                  .arg(color.name(), text.toHtmlEscaped());
}

void HtmlPage::paragraph(const QString& text)
{
    endTable();
    m_html += QStringLiteral("<p style='margin:0 0 5px 0'>%1</p>").arg(text.toHtmlEscaped());
}

void HtmlPage::faintParagraph(const QString& text)
{
    endTable();
    m_html += QStringLiteral("<p style='margin:5px 0 3px 0; color:%1'>%2</p>")
                  .arg(m_theme.faint.name(), text.toHtmlEscaped());
}

void HtmlPage::field(const QString& name, const QString& value)
{
    if (value.isEmpty())
        return;
    if (!m_inTable)
        m_html += QStringLiteral("<table cellspacing='0' cellpadding='0' style='margin-top:5px'>");
    m_inTable = true;
    const QFont font = QGuiApplication::font();
    const int drop = name.isEmpty() ? 0 : dropToBaseline(value, font, name, font);
    m_html += QStringLiteral("<tr><td style='color:%1; padding-right:14px; padding-top:%2px; white-space:nowrap'>%3"
                             "</td><td style='padding-top:%4px'>%5</td></tr>")
                  .arg(m_theme.faint.name(), QString::number(std::max(-drop, 0)), name.toHtmlEscaped(),
                       QString::number(std::max(drop, 0)), value.toHtmlEscaped());
}

void HtmlPage::link(const QString& target, const QString& text, const QString& behind)
{
    endTable();
    m_html += QStringLiteral("<p style='margin:0 0 2px 0'><a href='%1' style='color:%2'>%3</a>"
                             "&nbsp; <span style='color:%4'>%5</span></p>")
                  .arg(target, m_theme.accent.client.name(), text.toHtmlEscaped(), m_theme.faint.name(),
                       behind.toHtmlEscaped());
}

QString HtmlPage::html()
{
    endTable();
    return QStringLiteral("<html><body style='color:%1'>%2</body></html>").arg(m_theme.text.name(), m_html);
}

void HtmlPage::endTable()
{
    if (m_inTable)
        m_html += QStringLiteral("</table>");
    m_inTable = false;
}

} // namespace finwait
