// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/script_text_view.h"

#include <QFontDatabase>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace finwait {

namespace {

constexpr int numbersGap = 8; // pixels between the numbers and the text
constexpr int leastDigits = 2;
constexpr int tabWidth = 8;      // characters, as in a terminal
constexpr int markStrength = 60; // alpha of a marked line's ground

QColor ground(QColor color)
{
    color.setAlpha(markStrength);
    return color;
}

} // namespace

class ScriptTextView::Numbers : public QWidget
{
public:
    explicit Numbers(ScriptTextView* text) : QWidget(text), m_text(text) {}

protected:
    void paintEvent(QPaintEvent* event) override { m_text->paintNumbers(*event); }

private:
    ScriptTextView* m_text;
};

ScriptTextView::ScriptTextView(QWidget* parent) : QPlainTextEdit(parent), m_numbers(new Numbers(this))
{
    setObjectName(QStringLiteral("scriptText"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(NoFrame);
    setLineWrapMode(NoWrap);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, [this](const QRect& rect, int scrolled) {
        if (scrolled != 0)
            m_numbers->scroll(0, scrolled);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::blockCountChanged, this, &ScriptTextView::makeRoom);
    makeRoom();
}

void ScriptTextView::setTheme(const Theme& theme)
{
    m_theme = theme;
    setPalette(theme.onPanel(palette()));
    mark();
}

void ScriptTextView::setCurrentLines(const std::vector<std::size_t>& lines)
{
    if (lines == m_current)
        return;
    m_current = lines;
    mark();
    if (lines.empty())
        return;
    // All of them are to be seen, and where that cannot be, the last.
    reveal(lines.front());
    reveal(lines.back());
}

/// What the person has selected stays selected.
void ScriptTextView::reveal(std::size_t line)
{
    const int block = static_cast<int>(line) - 1;
    if (!textCursor().hasSelection()) {
        setTextCursor(QTextCursor(document()->findBlockByNumber(block)));
        ensureCursorVisible();
        return;
    }
    QScrollBar& bar = *verticalScrollBar(); // counts lines
    bar.setValue(std::clamp(bar.value(), block - std::max(1, bar.pageStep()) + 1, block));
}

void ScriptTextView::setFaultyLine(std::optional<std::size_t> line)
{
    const bool isNew = line && line != m_faulty;
    m_faulty = line;
    mark();
    if (isNew)
        reveal(*line);
}

void ScriptTextView::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    const auto add = [&](std::size_t line, const QColor& color) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document()->findBlockByNumber(static_cast<int>(line) - 1));
        mark.format.setBackground(ground(color));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << mark;
    };
    for (const std::size_t line : m_current) {
        if (line != m_faulty)
            add(line, m_theme.lit);
    }
    if (m_faulty)
        add(*m_faulty, m_theme.error);
    setExtraSelections(marks);
    m_numbers->update();
}

int ScriptTextView::numbersWidth() const
{
    const auto digits = QString::number(blockCount()).size();
    return fontMetrics().horizontalAdvance(u'9') * int(std::max<qsizetype>(digits, leastDigits)) + 2 * numbersGap;
}

void ScriptTextView::makeRoom()
{
    setTabStopDistance(tabWidth * fontMetrics().horizontalAdvance(u' '));
    setViewportMargins(numbersWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_numbers->setGeometry(inside.left(), inside.top(), numbersWidth(), inside.height());
}

/// What happens now has an arrow, what is wrong a cross: colour alone tells nothing.
void ScriptTextView::paintNumbers(QPaintEvent& event)
{
    QPainter painter(m_numbers);
    painter.fillRect(event.rect(), m_theme.panel);
    painter.setFont(font());
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > event.rect().bottom())
            break;
        const auto line = static_cast<std::size_t>(block.blockNumber()) + 1;
        const bool isCurrent = std::ranges::find(m_current, line) != m_current.end();
        const bool isFaulty = line == m_faulty;
        painter.setPen(isFaulty ? m_theme.error : isCurrent ? m_theme.text : m_theme.faint);
        const QRectF where(0, place.top(), m_numbers->width() - numbersGap, fontMetrics().height());
        painter.drawText(where, Qt::AlignRight, QString::number(line));
        if (isFaulty || isCurrent)
            painter.drawText(where.adjusted(1, 0, 0, 0), Qt::AlignLeft,
                             isFaulty ? QStringLiteral("×") : QStringLiteral("›"));
    }
}

void ScriptTextView::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    makeRoom();
}

void ScriptTextView::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        makeRoom();
}

/// A click goes there; who has selected something wanted that.
void ScriptTextView::mouseReleaseEvent(QMouseEvent* event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && !textCursor().hasSelection())
        emit lineChosen(static_cast<std::size_t>(cursorForPosition(event->pos()).blockNumber()) + 1);
}

void ScriptTextView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit lineChosen(static_cast<std::size_t>(textCursor().blockNumber()) + 1);
    else
        QPlainTextEdit::keyPressEvent(event);
}

} // namespace finwait
