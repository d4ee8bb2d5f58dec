// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The rounded frame around a picture or a list.
#pragma once

#include "app/style_sheet.h"

#include <QFrame>
#include <QVBoxLayout>

namespace finwait {

/// A panel with `content` in it; the panel's parent is `parent`.
[[nodiscard]] inline QFrame* makePanel(QWidget* content, QWidget* parent)
{
    auto* panel = new QFrame(parent);
    panel->setProperty(panelProperty, true);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(content);
    return panel;
}

} // namespace finwait
