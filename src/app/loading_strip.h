// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Says in the status line that a file is being read, and how much of it is; and lets a person cancel that.
#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace finwait {

class LoadingStrip : public QWidget
{
    Q_OBJECT

public:
    explicit LoadingStrip(QWidget* parent = nullptr);

    /// It is seen a little later: what is read at once takes no notice.
    void begin(const QString& path);
    void end();
    void retranslate();

public slots:
    void showPercent(int percent);

signals:
    void cancelRequested();

private:
    QString m_path;
    QLabel* m_text;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QTimer m_later;
};

} // namespace finwait
