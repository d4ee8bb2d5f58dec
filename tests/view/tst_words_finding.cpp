// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Nothing that is found in a capture is left without words, and they say whose it is and how much it was.
#include "view/words_finding.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace finwait;

namespace {

bool isSentence(const QString& words)
{
    return !words.isEmpty() && words.front().isUpper() && words.endsWith(u'.') && !words.contains(u'%');
}

Finding findingOf(FindingKind kind, Side side = Side::Server, std::uint64_t value = 12'300, std::uint32_t count = 1)
{
    return Finding{.first = 2s,
                   .last = count == 1 ? Time{2s} : Time{7s},
                   .value = value,
                   .packet = 3,
                   .count = count,
                   .kind = kind,
                   .side = side,
                   .state = State::CloseWait};
}

template <typename Enum>
QList<Enum> allUpTo(Enum last)
{
    QList<Enum> all;
    for (int value = 0; value <= static_cast<int>(last); ++value)
        all << static_cast<Enum>(value);
    return all;
}

/// "3.10.7.4" begins a line of RFC 9293 as "3.10.7.4.  Other States".
QSet<QString> sectionsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression heading(QStringLiteral("^(\\d+(?:\\.\\d+)*)\\.\\s+\\S"),
                                            QRegularExpression::MultilineOption);
    QSet<QString> sections;
    for (auto found = heading.globalMatch(QString::fromLatin1(file.readAll())); found.hasNext();)
        sections << found.next().captured(1);
    return sections;
}

} // namespace

class TestWordsFinding : public QObject
{
    Q_OBJECT

private slots:
    void everyFinding_hasATitleOfItsOwnAndSentences();
    void texts_nameTheSide();
    void texts_sayHowMuch_data();
    void texts_sayHowMuch();
    void oftenIsSaid_onceIsNot();
    void references_areSectionsOfTheirRfc();
    void whatIsOfTheCapture_hasNoReference();
    void everyCourse_isNamedAndTold();
};

void TestWordsFinding::everyFinding_hasATitleOfItsOwnAndSentences()
{
    QSet<QString> titles;
    QSet<QString> texts;
    for (const FindingKind kind : allUpTo(FindingKind::AckMissing)) {
        titles << words::findingTitle(kind);
        const QString text = words::findingText(findingOf(kind));
        QVERIFY2(isSentence(text), qPrintable(text));
        texts << text;
    }
    QCOMPARE(titles.size(), static_cast<qsizetype>(findingKindCount));
    QCOMPARE(texts.size(), static_cast<qsizetype>(findingKindCount));
}

void TestWordsFinding::texts_nameTheSide()
{
    const QSet<FindingKind> ofBothEnds = {FindingKind::StartMissing, FindingKind::SimultaneousOpen,
                                          FindingKind::SimultaneousClose, FindingKind::PortsReused};
    for (const FindingKind kind : allUpTo(FindingKind::AckMissing)) {
        const QString ofServer = words::findingText(findingOf(kind, Side::Server));
        const QString ofClient = words::findingText(findingOf(kind, Side::Client));
        QVERIFY2((ofServer == ofClient) == ofBothEnds.contains(kind), qPrintable(ofServer));
        if (ofBothEnds.contains(kind))
            continue;
        QString swapped = ofServer;
        swapped.replace(QLatin1String("server"), QLatin1String("CLIENT"));
        swapped.replace(QLatin1String("client"), QLatin1String("server"));
        QCOMPARE(swapped.replace(QLatin1String("CLIENT"), QLatin1String("client")), ofClient);
    }
}

void TestWordsFinding::texts_sayHowMuch_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<quint64>("value");
    QTest::addColumn<QString>("said");
    const auto row = [](FindingKind kind, quint64 value, const char* said) {
        QTest::addRow("%s: %llu", identifier(kind).data(), value)
            << static_cast<int>(kind) << value << QString::fromLatin1(said);
    };
    row(FindingKind::LeftInCloseWait, 12'300,
        "The server never closed: its application still holds the connection in CLOSE_WAIT, for 12.3 s at the end of the "
        "capture.");
    row(FindingKind::LeftInFinWait2, 240'000, "for 4 min at the end");
    row(FindingKind::LeftInFinWait2, 1'000, "the FIN of the client");
    row(FindingKind::FinAcknowledgedLate, 750, "only after 750 ms");
    row(FindingKind::SynUnanswered, 4, "which it sent 4 times");
    row(FindingKind::SynUnanswered, 1, "Nobody answered the SYN of the server: the client");
    row(FindingKind::Reset, 0, "reset the connection, in CLOSE_WAIT. Nothing");
    row(FindingKind::Reset, 120, "That left 120 octets unacknowledged");
    row(FindingKind::DataRetransmitted, 1448, "sent 1448 octets again");
    row(FindingKind::DataWhileHalfClosed, 1, "sent 1 octet after");
    row(FindingKind::DataAfterFin, 5, "sent 5 octets behind");
    row(FindingKind::FinUnacknowledged, 0, "it waits in CLOSE_WAIT");
}

void TestWordsFinding::texts_sayHowMuch()
{
    QFETCH(const int, kind);
    QFETCH(const quint64, value);
    QFETCH(const QString, said);
    const QString text = words::findingText(findingOf(static_cast<FindingKind>(kind), Side::Server, value));
    QVERIFY2(text.contains(said), qPrintable(text));
}

void TestWordsFinding::oftenIsSaid_onceIsNot()
{
    const QString once = words::findingText(findingOf(FindingKind::FinRetransmitted));
    const QString often = words::findingText(findingOf(FindingKind::FinRetransmitted, Side::Server, 0, 3));
    QVERIFY(!once.contains(QLatin1String("times")));
    QCOMPARE(often, once + QStringLiteral(" It happened 3 times, the last time at 7.000 s."));
}

void TestWordsFinding::references_areSectionsOfTheirRfc()
{
    const QString path = QStringLiteral(FINWAIT_SOURCE_DIR "/../shared/rfc/rfc%1.txt");
    if (!QFile::exists(path.arg(9293)))
        QSKIP("the texts of the RFCs are not beside the source");
    static const QRegularExpression form(QStringLiteral("^RFC (\\d+) (\\d+(?:\\.\\d+)*)(?: \\(\\S+\\))?$"));
    for (const FindingKind kind : allUpTo(FindingKind::AckMissing)) {
        const QString reference = words::referenceText(kind);
        if (reference.isEmpty())
            continue;
        const QRegularExpressionMatch match = form.match(reference);
        QVERIFY2(match.hasMatch(), qPrintable(reference));
        QVERIFY2(sectionsOf(path.arg(match.captured(1))).contains(match.captured(2)), qPrintable(reference));
    }
}

void TestWordsFinding::whatIsOfTheCapture_hasNoReference()
{
    const QSet<FindingKind> ofTheCapture = {FindingKind::StartMissing, FindingKind::OneDirection, FindingKind::Gap,
                                            FindingKind::CapturedTwice, FindingKind::StillClosing};
    for (const FindingKind kind : allUpTo(FindingKind::AckMissing))
        QCOMPARE(words::referenceText(kind).isEmpty(), ofTheCapture.contains(kind));
}

void TestWordsFinding::everyCourse_isNamedAndTold()
{
    QSet<QString> names;
    QSet<QString> texts;
    for (const Opening opening : allUpTo(Opening::Simultaneous)) {
        names << QStringLiteral("opened ") + words::openingName(opening);
        QVERIFY(isSentence(words::openingText(opening)));
        texts << words::openingText(opening);
    }
    for (const Closing closing : allUpTo(Closing::ResetByServer)) {
        names << QStringLiteral("closed ") + words::closingName(closing);
        QVERIFY(isSentence(words::closingText(closing)));
        texts << words::closingText(closing);
    }
    for (const CapturePoint point : allUpTo(CapturePoint::NearServer)) {
        names << QStringLiteral("at ") + words::capturePointName(point);
        QVERIFY(isSentence(words::capturePointText(point)));
        texts << words::capturePointText(point);
    }
    QCOMPARE(names.size(), 6 + 9 + 4);
    QCOMPARE(texts.size(), names.size());
    QCOMPARE(words::severityName(Severity::Fault), QStringLiteral("fault"));
}

QTEST_GUILESS_MAIN(TestWordsFinding)
#include "tst_words_finding.moc"
