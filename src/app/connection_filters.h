// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The row of controls that says which connections of a capture are listed. What does not occur in the capture is not
// offered; behind the rest stands how often it does.
#pragma once

#include "view/connection_search.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QTimer;

namespace finwait {

class ConnectionFilters : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionFilters(QWidget* parent = nullptr);

    /// Of another capture: everything is let through.
    void setCounts(const ConnectionCounts& counts);
    /// What is asked for, but for the order.
    [[nodiscard]] ConnectionQuery query() const;
    // Everything else is let through then.
    void showAll();
    void showClosing(Closing closing);
    void showFindings(const FindingDemand& demand);
    void retranslate();
    /// `widget` stands at the end of the row.
    void addAtEnd(QWidget* widget);

signals:
    void changed();

private:
    void fill();
    void fillFindings();
    void clear();

    ConnectionCounts m_counts;
    QHBoxLayout* m_row;
    QLineEdit* m_text;
    QComboBox* m_closing;
    QComboBox* m_state;
    QComboBox* m_findings;
    QTimer* m_typing; // a text is looked for once typing has paused
};

} // namespace finwait
