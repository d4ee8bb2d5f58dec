// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A page about the captured connection that is played: what it is, and what was found in it. A finding is a link to
// where it shows.
#pragma once

#include "app/capture_io.h"
#include "view/link_browser.h"
#include "view/selection.h"
#include "view/theme.h"

#include <optional>

namespace finwait {

class Session;

class CapturedPage : public LinkBrowser
{
    Q_OBJECT

public:
    /// `session` must outlive the page.
    explicit CapturedPage(Session& session, QWidget* parent = nullptr);

    /// `session` plays it.
    void setCapture(const std::optional<LoadedCapture>& capture);
    void setTheme(const Theme& theme);
    void retranslate();

signals:
    /// A finding was clicked, and the session has gone there.
    void shown(const finwait::SelectedThing& thing);

private:
    void refresh();
    void goTo(const Finding& finding);

    Session& m_session;
    std::optional<LoadedCapture> m_capture;
    Theme m_theme = Theme::lightTheme();
};

} // namespace finwait
