// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The states that both sides will go through, in words: what a dialog says will happen.
#pragma once

#include "core/side.h"
#include "core/state.h"
#include "view/theme.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace finwait {

class PathPreview : public QWidget
{
    Q_OBJECT

public:
    explicit PathPreview(QWidget* parent = nullptr);

    void showPaths(const PerSide<std::vector<State>>& paths, const Theme& theme);

private:
    void alignBaselines(Side side);

    PerSide<QLabel*> m_names;
    PerSide<QLabel*> m_paths;
};

} // namespace finwait
