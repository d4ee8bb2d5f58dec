// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/flag_boxes.h"

#include <QHBoxLayout>

namespace finwait {

namespace {

struct FlagName {
    bool Flags::*flag;
    const char* name;
};

/// The protocol's words, the same in every language.
constexpr std::array names = {FlagName{&Flags::syn, "SYN"}, FlagName{&Flags::ack, "ACK"}, FlagName{&Flags::fin, "FIN"},
                              FlagName{&Flags::rst, "RST"}, FlagName{&Flags::psh, "PSH"}, FlagName{&Flags::urg, "URG"}};

constexpr int spacing = 7;

} // namespace

FlagBoxes::FlagBoxes(QWidget* parent) : QWidget(parent)
{
    static_assert(names.size() == count);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    for (std::size_t i = 0; i < count; ++i) {
        m_boxes[i] = new QCheckBox(QLatin1String(names[i].name), this);
        m_boxes[i]->setObjectName(QLatin1String(names[i].name));
        layout->addWidget(m_boxes[i]);
        connect(m_boxes[i], &QCheckBox::clicked, this, &FlagBoxes::edited);
    }
    layout->addStretch();
    setFocusProxy(m_boxes.front());
}

Flags FlagBoxes::flags() const
{
    Flags flags;
    for (std::size_t i = 0; i < count; ++i)
        flags.*names[i].flag = m_boxes[i]->isChecked();
    return flags;
}

void FlagBoxes::setFlags(const Flags& flags)
{
    for (std::size_t i = 0; i < count; ++i)
        m_boxes[i]->setChecked(flags.*names[i].flag);
}

void FlagBoxes::clear(const Flags& flags)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (flags.*names[i].flag)
            m_boxes[i]->setChecked(false);
    }
}

void FlagBoxes::setAccessibleTexts(const QString& pattern)
{
    for (QCheckBox* box : m_boxes)
        box->setAccessibleName(pattern.arg(box->text()));
}

} // namespace finwait
