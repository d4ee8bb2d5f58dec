// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/profile_names.h"

#include <QCoreApplication>

namespace finwait {

namespace {

constexpr std::string_view asTheRfc = "rfc9293";

} // namespace

QString profileTitle(std::string_view name)
{
    return name == asTheRfc ? QCoreApplication::translate("finwait::ProfileNames", "RFC 9293 as written")
                            : profileShortName(name);
}

QString profileShortName(std::string_view name)
{
    if (name == asTheRfc)
        return QStringLiteral("RFC 9293");
    if (name == "linux")
        return QStringLiteral("Linux");
    if (name == "freebsd")
        return QStringLiteral("FreeBSD");
    return QString::fromUtf8(name.data(), qsizetype(name.size())); // a profile that has no title of its own
}

} // namespace finwait
