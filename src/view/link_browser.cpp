// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/link_browser.h"

#include <QKeyEvent>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace finwait {

namespace {

/// Each link of the document, selected, from its beginning to its end.
QList<QTextCursor> linksOf(QTextDocument& document)
{
    QList<QTextCursor> links;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            if (!fragment.charFormat().isAnchor())
                continue;
            QTextCursor link(&document);
            link.setPosition(fragment.position());
            link.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            links << link;
        }
    }
    return links;
}

} // namespace

bool LinkBrowser::focusNextPrevChild(bool next)
{
    // QTextBrowser's own would stop at each link.
    // clazy:excludeall=skipped-base-method
    return QTextEdit::focusNextPrevChild(next); // NOLINT(bugprone-parent-virtual-call)
}

void LinkBrowser::keyPressEvent(QKeyEvent* event)
{
    const bool next = event->key() == Qt::Key_Down;
    if ((next || event->key() == Qt::Key_Up) && event->modifiers() == Qt::NoModifier && goToLink(next))
        return;
    QTextBrowser::keyPressEvent(event);
}

/// From the link that is selected; without one, to the first or the last.
bool LinkBrowser::goToLink(bool next)
{
    const QList<QTextCursor> links = linksOf(*document());
    const QTextCursor current = textCursor();
    qsizetype index = -1;
    for (qsizetype i = 0; i < links.size(); ++i) {
        if (current.hasSelection() && links[i].selectionStart() == current.selectionStart())
            index = i;
    }
    const qsizetype wanted = index < 0 ? (next ? 0 : links.size() - 1) : index + (next ? 1 : -1);
    if (wanted < 0 || wanted >= links.size())
        return false;
    setTextCursor(links[wanted]);
    ensureCursorVisible();
    return true;
}

} // namespace finwait
