// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// While one of these lives, all texts are English, as they stand in the source: what is written for programs is the
// same whatever language the reader has.
#pragma once

#include <QCoreApplication>
#include <QTranslator>

namespace finwait {

class InEnglish
{
public:
    InEnglish() { QCoreApplication::installTranslator(&m_translator); }
    ~InEnglish() { QCoreApplication::removeTranslator(&m_translator); }
    Q_DISABLE_COPY_MOVE(InEnglish)

private:
    class Untranslated : public QTranslator
    {
    public:
        [[nodiscard]] QString translate(const char*, const char* text, const char*, int) const override
        {
            return QString::fromUtf8(text);
        }
        [[nodiscard]] bool isEmpty() const override { return false; }
    };

    Untranslated m_translator;
};

} // namespace finwait
