// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A file that is dragged from a file manager and dropped anywhere on a window.
#pragma once

#include <QObject>
#include <QString>

namespace finwait {

class FileDrop : public QObject
{
    Q_OBJECT

public:
    /// `window` must hold all its children already: its pictures and lists, which take no drops themselves, pass them
    /// on.
    explicit FileDrop(QWidget& window);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void dropped(const QString& path);
};

} // namespace finwait
