// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// QStateMachine tells of its misuse by warnings only, and the session tells of a disagreement between machine and
// engine by a critical message: both have to turn a test red.
#pragma once

#include <QTest>
#include <QtGlobal>

namespace finwait::test {

/// From now on every warning and every critical message fails the running test. To be called in initTestCase(): Qt Test
/// installs a handler of its own before it.
inline void failOnWarnings()
{
    static QtMessageHandler before = nullptr;
    before = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext& context, const QString& message) {
        if (type == QtWarningMsg || type == QtCriticalMsg)
            QTest::qFail(qPrintable(message), context.file != nullptr ? context.file : "Qt", context.line);
        before(type, context, message);
    });
}

} // namespace finwait::test
