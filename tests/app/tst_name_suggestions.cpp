// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Names that were mistyped.
#include "app/name_suggestions.h"

#include <QTest>

using namespace finwait;

class TestNameSuggestions : public QObject
{
    Q_OBJECT

private slots:
    void mistyped_isRecognized_data();
    void mistyped_isRecognized();
};

void TestNameSuggestions::mistyped_isRecognized_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("meant");
    const auto row = [](const char* typed, std::initializer_list<const char*> meant) {
        QStringList names;
        for (const char* name : meant)
            names << QString::fromLatin1(name);
        QTest::newRow(typed) << QString::fromLatin1(typed) << names;
    };
    row("client-close-first", {"client-closes-first"});
    row("simultanous-close", {"simultaneous-close"});
    row("simultaneous", {"simultaneous-open", "simultaneous-close"});
    row("Client_Closes_First", {"client-closes-first"});
    row("lost fin", {"lost-fin"});
    row("lost-fix", {"lost-fin"});
    row("aborted", {"abort"});
    row("lost", {"lost-fin", "lost-syn"}); // the others are much longer
    row("nonsense", {});
    row("ab", {}); // too short to say
    row("", {});
}

void TestNameSuggestions::mistyped_isRecognized()
{
    QFETCH(const QString, typed);
    QFETCH(const QStringList, meant);
    const QStringList names = {QStringLiteral("client-closes-first"),
                               QStringLiteral("server-closes-first"),
                               QStringLiteral("simultaneous-close"),
                               QStringLiteral("simultaneous-open"),
                               QStringLiteral("lost-handshake-ack"),
                               QStringLiteral("lost-last-ack"),
                               QStringLiteral("lost-fin"),
                               QStringLiteral("lost-syn"),
                               QStringLiteral("abort")};
    QCOMPARE(namesLike(typed, names), meant);
}

QTEST_MAIN(TestNameSuggestions)
#include "tst_name_suggestions.moc"
