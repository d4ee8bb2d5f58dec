// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/message_text.h"

#include <QCoreApplication>

namespace finwait {

namespace {

struct MessageText {
    Q_DECLARE_TR_FUNCTIONS(finwait::MessageText)
};

} // namespace

QString messageText(const Message& message)
{
    const QString pattern = QCoreApplication::translate("finwait::Message", message.pattern());
    return QString::fromStdString(message.filledInto(pattern.toStdString()));
}

QString messageSentence(const Message& message)
{
    QString said = messageText(message);
    if (!said.isEmpty())
        said[0] = said[0].toUpper();
    //: %1: what is wrong in a file; only the full stop is missing
    return MessageText::tr("%1.").arg(said);
}

} // namespace finwait
