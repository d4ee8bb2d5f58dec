// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What is written of a capture: JSON read back by a parser that did not write it, CSV, text for a terminal; and that
// none of it waits in memory until all of it is made. The truth of what is inferred is the business of other tests.
#include "capture/capture_survey.h"
#include "export/capture_csv.h"
#include "export/capture_json.h"
#include "export/capture_text.h"
#include "export/captured_connection_text.h"
#include "export/connection_pcapng.h"
#include "scenario/library.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace finwait;

namespace {

/// Says everything in another language.
class Shouting : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char*, const char* text, const char*, int) const override
    {
        return QString::fromUtf8(text).toUpper();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

CaptureSurvey surveyOf(const char* scenario, Side at = Side::Client)
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("c.pcapng"));
    const QString wrong = writePackets(runScenario(*findScenario(scenario)).trace, {.at = at, .title = {}}, path);
    if (!wrong.isEmpty())
        qFatal("%s", qPrintable(wrong));
    auto survey = surveyCapture(path.toStdString());
    if (!survey)
        qFatal("%s", survey.error().inEnglish().c_str());
    return *std::move(survey);
}

template <typename Write>
std::string writtenBy(const Write& write, const CapturedFile& file)
{
    std::string all;
    const bool done = write(file, [&all](std::string_view piece) {
        all += piece;
        return true;
    });
    return done ? all : std::string();
}

QJsonObject jsonOf(const CapturedFile& file)
{
    QJsonParseError error;
    const QByteArray text = QByteArray::fromStdString(writtenBy(writeCaptureJson, file));
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s", qPrintable(error.errorString()));
    return document.object();
}

QJsonObject connectionIn(const QJsonObject& json)
{
    return json[QLatin1String("connections")].toArray()[0].toObject();
}

QList<QByteArray> csvOf(const CapturedFile& file)
{
    return QByteArray::fromStdString(writtenBy(writeCaptureCsv, file)).split('\n');
}

} // namespace

class TestCaptureOutput : public QObject
{
    Q_OBJECT

private slots:
    void json_hasTheShapeThatIsPromised();
    void json_hasFindings();
    void json_isEnglishInEveryLanguage();
    void json_takesAnyNameOfAFile();
    void json_ofOneConnection();
    void csv_hasARowForEach();
    void csv_namesWhatWasFoundOnce();
    void text_countsAndLists();
    void text_isInTheReadersLanguage();
    void text_ofOneConnection();
    void emptySurvey_isWrittenToo();
    void numbers_areExact();
    void pieces_areSmall();
    void fullDisk_stopsAtOnce();
};

void TestCaptureOutput::json_hasTheShapeThatIsPromised()
{
    const CaptureSurvey survey = surveyOf("client-closes-first");
    const QJsonObject json = jsonOf({.name = "a.pcapng", .survey = survey});
    QCOMPARE(json[QLatin1String("file")].toString(), QStringLiteral("a.pcapng"));
    QCOMPARE(json[QLatin1String("packets")].toInteger(), 9);
    QVERIFY(json[QLatin1String("capture")].toObject()[QLatin1String("flaw")].isNull());
    const QJsonObject connection = connectionIn(json);
    QCOMPARE(connection[QLatin1String("id")].toInteger(), 1);
    QCOMPARE(connection[QLatin1String("client")].toString(), QStringLiteral("10.0.0.1:40000"));
    QCOMPARE(connection[QLatin1String("server")].toString(), QStringLiteral("10.0.0.2:80"));
    QCOMPARE(connection[QLatin1String("packets")].toInteger(), 9);
    QCOMPARE(connection[QLatin1String("complete_start")], QJsonValue(true));
    QCOMPARE(connection[QLatin1String("opened")].toString(), QStringLiteral("three-way"));
    QCOMPARE(connection[QLatin1String("closed")].toString(), QStringLiteral("client-first"));
    QCOMPARE(connection[QLatin1String("capture_point")].toString(), QStringLiteral("near-client"));
    const QJsonObject octets = connection[QLatin1String("octets")].toObject();
    QCOMPARE(octets[QLatin1String("client")].toInteger(), 120);
    QCOMPARE(octets[QLatin1String("server")].toInteger(), 380);
    QCOMPARE(connection[QLatin1String("distance_ms")].toObject()[QLatin1String("server")].toDouble(), 40.0);
    const QJsonArray client = connection[QLatin1String("states")].toObject()[QLatin1String("client")].toArray();
    QCOMPARE(client[0].toObject()[QLatin1String("state")].toString(), QStringLiteral("SYN_SENT"));
    QCOMPARE(client[1].toObject()[QLatin1String("t")].toDouble(), 0.08);
    QCOMPARE(client[1].toObject()[QLatin1String("sure")], QJsonValue(true));
}

void TestCaptureOutput::json_hasFindings()
{
    const CaptureSurvey survey = surveyOf("lost-fin");
    const QJsonArray findings =
        connectionIn(jsonOf({.name = "a", .survey = survey}))[QLatin1String("findings")].toArray();
    QCOMPARE(findings.size(), 1);
    const QJsonObject finding = findings[0].toObject();
    QCOMPARE(finding[QLatin1String("kind")].toString(), QStringLiteral("retransmitted-fin"));
    QCOMPARE(finding[QLatin1String("side")].toString(), QStringLiteral("client"));
    QCOMPARE(finding[QLatin1String("severity")].toString(), QStringLiteral("warning"));
    QCOMPARE(finding[QLatin1String("reference")].toString(), QStringLiteral("RFC 9293 3.6"));
    QVERIFY(finding[QLatin1String("text")].toString().startsWith(QLatin1String("The client sent its FIN again")));
    QVERIFY(finding[QLatin1String("packet")].toInteger() > 0);
    QVERIFY(!finding.contains(QLatin1String("octets")));
}

void TestCaptureOutput::json_isEnglishInEveryLanguage()
{
    const CaptureSurvey survey = surveyOf("lost-fin");
    const CapturedFile file{.name = "a", .survey = survey};
    const std::string before = writtenBy(writeCaptureJson, file);
    Shouting shouting;
    QCoreApplication::installTranslator(&shouting);
    const std::string text = writtenBy(writeCaptureText, file);
    const std::string after = writtenBy(writeCaptureJson, file);
    QCoreApplication::removeTranslator(&shouting);
    QVERIFY(text.find("FIN RETRANSMITTED") != std::string::npos);
    QCOMPARE(after, before);
    QVERIFY(after.find("The client sent its FIN again") != std::string::npos);
}

void TestCaptureOutput::json_takesAnyNameOfAFile()
{
    const CaptureSurvey survey = surveyOf("refused");
    for (const char* name : {"a \"b\"\n.pcap", "\xff.pcap", "\\", "文件"})
        QVERIFY(jsonOf({.name = name, .survey = survey}).contains(QLatin1String("connections")));
    QCOMPARE(jsonOf({.name = "a \"b\"\n", .survey = survey})[QLatin1String("file")].toString(),
             QStringLiteral("a \"b\"\n"));
}

void TestCaptureOutput::json_ofOneConnection()
{
    const CaptureSurvey survey = surveyOf("time-wait-left-early");
    QVERIFY(survey.connections.size() > 1);
    const QJsonObject json = jsonOf({.name = "a", .survey = survey, .chosen = 1});
    QCOMPARE(json[QLatin1String("connections")].toArray().size(), 1);
    QCOMPARE(connectionIn(json)[QLatin1String("id")].toInteger(), 2);
    QCOMPARE(json[QLatin1String("capture")].toObject()[QLatin1String("connections")].toInteger(),
             static_cast<qint64>(survey.connections.size()));
}

void TestCaptureOutput::csv_hasARowForEach()
{
    const CaptureSurvey survey = surveyOf("time-wait-left-early");
    const QList<QByteArray> rows = csvOf({.name = "a", .survey = survey});
    QCOMPARE(rows.size(), static_cast<qsizetype>(survey.connections.size()) + 2);
    QVERIFY(rows[0].startsWith("id,client,server,packets,"));
    const qsizetype columns = rows[0].count(',');
    for (qsizetype row = 0; row + 1 < rows.size(); ++row) {
        QVERIFY(rows[row].endsWith('\r'));
        QCOMPARE(rows[row].count(','), columns);
    }
    QVERIFY2(rows[1].startsWith("1,10.0.0.1:40000,10.0.0.2:80,"), rows[1].constData());
    QVERIFY2(rows[1].contains(",three-way,server-first,CLOSED,TIME_WAIT,"), rows[1].constData());
    QVERIFY2(rows[2].endsWith("time-wait-reused\r"), rows[2].constData());
    QVERIFY(rows.back().isEmpty());
}

void TestCaptureOutput::csv_namesWhatWasFoundOnce()
{
    const CaptureSurvey survey = surveyOf("no-answer");
    const QList<QByteArray> rows = csvOf({.name = "a", .survey = survey});
    const auto again = survey.connections[0].segments() - 1;
    QVERIFY(again > 1);
    QVERIFY2(rows[1].endsWith("," + QByteArray::number(again) + ",retransmitted-syn;syn-unanswered\r"),
             rows[1].constData());
    QVERIFY2(rows[1].contains(",SYN_SENT,,"), rows[1].constData()); // of the server nothing is known
}

void TestCaptureOutput::text_countsAndLists()
{
    const CaptureSurvey survey = surveyOf("lost-fin");
    const QString text = QString::fromStdString(writtenBy(writeCaptureText, {.name = "a.pcap", .survey = survey}));
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines[0].contains(QLatin1String("a.pcap")));
    QVERIFY(lines[1].contains(QLatin1String("1970-01-01")));
    QVERIFY2(text.contains(QLatin1String("FIN retransmitted  1\n")), qPrintable(text));
    QVERIFY2(lines.back().startsWith(QLatin1String("!  1   10.0.0.1:40000  10.0.0.2:80  three-way  client first  ")),
             qPrintable(lines.back()));
    QVERIFY(lines.back().endsWith(QLatin1String("FIN retransmitted")));
    QVERIFY(lines.back().contains(QLatin1String("CLOSED?"))); // inferred
    for (const QString& line : lines)
        QVERIFY(!line.endsWith(u' '));
}

void TestCaptureOutput::text_isInTheReadersLanguage()
{
    const CaptureSurvey survey = surveyOf("stuck-in-close-wait");
    Shouting shouting;
    QCoreApplication::installTranslator(&shouting);
    const QString text = capturedConnectionText({.name = "a", .survey = survey, .chosen = 0});
    QCoreApplication::removeTranslator(&shouting);
    QVERIFY2(text.contains(QLatin1String("THE CAPTURE ENDS WHILE")), qPrintable(text));
}

void TestCaptureOutput::text_ofOneConnection()
{
    const CaptureSurvey survey = surveyOf("stuck-in-close-wait", Side::Server);
    const QString text = capturedConnectionText({.name = "a.pcap", .survey = survey, .chosen = 0});
    QVERIFY(text.startsWith(QLatin1String("connection  1 of 1 in a.pcap\n")));
    QVERIFY(text.contains(QStringLiteral("10.0.0.1:40000 → 10.0.0.2:80")));
    const QRegularExpression began(QStringLiteral("\nbegan +([-0-9]+ [0-9:]+\\.[0-9]{3}) UTC\n"));
    const QDateTime when =
        QDateTime::fromString(began.match(text).captured(1), QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    QCOMPARE(QDateTime(when.date(), when.time(), Qt::UTC).toMSecsSinceEpoch(),
             (survey.start + survey.connections[0].firstSeen()) / 1ms);
    QVERIFY(text.contains(QLatin1String("It was captured at the server, or near it.")));
    for (const Side side : allSides) {
        for (const StateSighting& sighting : survey.connections[0].end(side).states) {
            const std::string_view name = identifier(sighting.state);
            QVERIFY(text.contains(QLatin1String(name.data(), static_cast<qsizetype>(name.size()))));
        }
    }
    QVERIFY2(text.contains(QLatin1String("note  still closing")), qPrintable(text));
    QVERIFY(
        text.contains(QLatin1String("The capture ends while the connection is being closed: the server has waited")));
    QVERIFY(!text.contains(QLatin1String("Finwait")));
}

void TestCaptureOutput::emptySurvey_isWrittenToo()
{
    const CaptureSurvey nothing;
    const CapturedFile file{.name = "a", .survey = nothing};
    QCOMPARE(jsonOf(file)[QLatin1String("connections")].toArray().size(), 0);
    QCOMPARE(csvOf(file).size(), 2);
    QVERIFY(writtenBy(writeCaptureText, file).ends_with("There is no TCP connection in it.\n"));
}

void TestCaptureOutput::numbers_areExact()
{
    std::string all;
    BufferedText text([&all](std::string_view piece) {
        all += piece;
        return true;
    });
    for (const Duration duration : {0us, 1us, -1us, 1'000'000us, -10'000us, 1'795'359'592'323'900us}) {
        text.appendSeconds(duration);
        text.append(' ');
        text.appendMilliseconds(duration);
        text.append('\n');
    }
    text.appendNumber(std::numeric_limits<std::uint64_t>::max());
    text.appendNumber(std::numeric_limits<std::int64_t>::min());
    QVERIFY(text.finish());
    QCOMPARE(all, std::string("0.000000 0.000\n0.000001 0.001\n-0.000001 -0.001\n1.000000 1000.000\n-0.010000 "
                              "-10.000\n1795359592.323900 1795359592323.900\n18446744073709551615-"
                              "9223372036854775808"));
}

void TestCaptureOutput::pieces_areSmall()
{
    std::size_t all = 0;
    std::size_t largest = 0;
    BufferedText text([&](std::string_view piece) {
        all += piece.size();
        largest = std::max(largest, piece.size());
        return true;
    });
    const std::string line(100, 'x');
    for (int i = 0; i < 10'000; ++i)
        text.append(line);
    QVERIFY(all > 900'000);
    QVERIFY(text.finish());
    QCOMPARE(all, std::size_t{1'000'000});
    QVERIFY(largest <= 64 * 1024);
}

void TestCaptureOutput::fullDisk_stopsAtOnce()
{
    int calls = 0;
    BufferedText text([&calls](std::string_view) {
        ++calls;
        return false;
    });
    const std::string line(1000, 'x');
    for (int i = 0; i < 1000; ++i)
        text.append(line);
    QVERIFY(text.hasFailed());
    QVERIFY(!text.finish());
    QCOMPARE(calls, 1);
}

QTEST_GUILESS_MAIN(TestCaptureOutput)
#include "tst_capture_output.moc"
