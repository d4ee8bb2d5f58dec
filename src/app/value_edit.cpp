// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/value_edit.h"

#include "app/duration_text.h"

#include <QLabel>

namespace finwait {

QString typedValue(std::int64_t value, bool isDuration)
{
    return isDuration ? typedDuration(Duration(value)) : QString::number(value);
}

ValueEdit::ValueEdit(QWidget* parent) : QLineEdit(parent)
{
    constexpr int enough = 40; // characters
    setMaxLength(enough);
}

void ValueEdit::setRange(const Range& range)
{
    m_range = range;
}

void ValueEdit::setValue(std::optional<std::int64_t> value)
{
    setText(value ? typedValue(*value, m_range.isDuration) : QString());
}

std::optional<std::int64_t> ValueEdit::entered() const
{
    if (m_range.isDuration) {
        const auto duration = parseDuration(text());
        return duration ? std::optional(duration->count()) : std::nullopt;
    }
    bool isNumber = false;
    const qlonglong number = text().trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional<std::int64_t>(number) : std::nullopt;
}

std::optional<std::int64_t> ValueEdit::value() const
{
    return complaint().isEmpty() ? entered() : std::nullopt;
}

QString ValueEdit::complaint() const
{
    if (m_range.mayBeEmpty && text().trimmed().isEmpty())
        return {};
    const std::optional<std::int64_t> value = entered();
    if (!value) {
        return m_range.isDuration ? tr("A duration has a unit: 200 ms, 1.5 s, 2 min or 1 h.")
                                  : tr("This must be a whole number.");
    }
    if (*value >= m_range.least && *value <= m_range.most)
        return {};
    if (m_range.isDuration && *value > m_range.most) {
        //: %1: a duration
        return tr("This is too long: it may be %1 at most.").arg(typedValue(m_range.most, true));
    }
    //: %1 and %2: durations or numbers
    return tr("This must be from %1 to %2.")
        .arg(typedValue(m_range.least, m_range.isDuration), typedValue(m_range.most, m_range.isDuration));
}

void ValueEdit::complain(QLabel& note, const QColor& color)
{
    markIfUnusable(color);
    const QString wrong = isEnabled() ? complaint() : QString(); // nobody asks for what is not to be entered
    QPalette look;
    if (!wrong.isEmpty())
        look.setColor(QPalette::WindowText, color);
    note.setPalette(look);
    note.setText(wrong);
    note.setVisible(!wrong.isEmpty());
}

void ValueEdit::markIfUnusable(const QColor& color)
{
    QPalette look;
    if (isEnabled() && !complaint().isEmpty()) {
        for (const QPalette::ColorRole outline : {QPalette::Mid, QPalette::Highlight})
            look.setColor(outline, color);
    }
    setPalette(look);
}

} // namespace finwait
