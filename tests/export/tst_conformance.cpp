// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The page of conformance as it is made. tests/packaging/test_conformance.py holds it to the RFC and to the tests that
// it names.
#include "export/conformance.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace finwait;

namespace {

QString contentsOf(const QString& path)
{
    QFile file(QStringLiteral(FINWAIT_SOURCE_DIR) + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestConformance : public QObject
{
    Q_OBJECT

private slots:
    void whatIsMetHasATestAndWhatIsNotHasAReason();
    void jsonSaysTheSame();
    void thePageInTheRepositoryIsThisOne();
};

void TestConformance::whatIsMetHasATestAndWhatIsNotHasAReason()
{
    for (const Requirement& each : requirements()) {
        const bool tested = !each.tests.empty();
        const bool explained = !each.note.empty();
        switch (each.conformance) {
        case Conformance::Met: QVERIFY2(tested, each.id.data()); break;
        case Conformance::Partly: QVERIFY2(tested && explained, each.id.data()); break;
        case Conformance::NotMet:
        case Conformance::OutOfScope: QVERIFY2(explained, each.id.data()); break;
        }
    }
}

void TestConformance::jsonSaysTheSame()
{
    const QByteArray text = QByteArray::fromStdString(conformanceJson());
    QVERIFY(text.endsWith("]\n"));
    const QJsonArray rows = QJsonDocument::fromJson(text).array();
    QCOMPARE(std::size_t(rows.size()), requirements().size());
    const QJsonObject first = rows.first().toObject();
    QCOMPARE(first.value(QLatin1String("requirement")).toString(), QStringLiteral("MUST-1"));
    QCOMPARE(first.value(QLatin1String("section")).toString(), QStringLiteral("3.1"));
    QCOMPARE(first.value(QLatin1String("kept")).toString(), QStringLiteral("met"));
    QCOMPARE(first.value(QLatin1String("tests")).toArray().size(), 2);
    QCOMPARE(first.value(QLatin1String("note")).toString(), QString());
    QVERIFY(!first.value(QLatin1String("text")).toString().isEmpty());
}

void TestConformance::thePageInTheRepositoryIsThisOne()
{
    QVERIFY2(contentsOf(QStringLiteral("docs/conformance.md")) == conformanceMarkdown(),
             "finwait table --conformance > docs/conformance.md");
}

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_conformance.moc"
