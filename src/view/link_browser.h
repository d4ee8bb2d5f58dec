// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A page of rich text that is one stop for Tab, however many links it has: the arrow keys go from link to link, and
// scroll where there is none. Enter follows the link.
#pragma once

#include <QTextBrowser>

namespace finwait {

class LinkBrowser : public QTextBrowser
{
    Q_OBJECT

public:
    using QTextBrowser::QTextBrowser;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    bool goToLink(bool next);
};

} // namespace finwait
