// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The text of a script with its lines' numbers, to be read and clicked.
#pragma once

#include "view/theme.h"

#include <QPlainTextEdit>

#include <cstddef>
#include <optional>
#include <vector>

namespace finwait {

class ScriptTextView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ScriptTextView(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Lines count from 1.
    void setCurrentLines(const std::vector<std::size_t>& lines);
    void setFaultyLine(std::optional<std::size_t> line);

signals:
    void lineChosen(std::size_t line);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    class Numbers;

    void paintNumbers(QPaintEvent& event);
    [[nodiscard]] int numbersWidth() const;
    void makeRoom();
    void mark();
    void reveal(std::size_t line);

    Theme m_theme = Theme::lightTheme();
    Numbers* m_numbers;
    std::vector<std::size_t> m_current;
    std::optional<std::size_t> m_faulty;
};

} // namespace finwait
