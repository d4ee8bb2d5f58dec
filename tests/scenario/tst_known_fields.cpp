// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A file of a later format, opened and saved here, keeps what this program does not know.
#include "scenario/scenario_reader.h"
#include "scenario/scenario_writer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace finwait;

namespace {

QJsonObject everything()
{
    QFile file(QStringLiteral(FINWAIT_EVERYTHING));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// The file with something unknown, and where it stands, in each object at any depth; not among texts by language.
QJsonValue withNews(const QJsonValue& value, const QString& place)
{
    if (value.isArray()) {
        QJsonArray array;
        const QJsonArray former = value.toArray();
        for (const auto& each : former)
            array.append(withNews(each, place + QLatin1Char('/') + QString::number(array.size())));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject old = value.toObject();
    for (const QString& name : old.keys()) {
        const bool isText = name == QLatin1String("title") || name == QLatin1String("description");
        object[name] = isText ? old[name] : withNews(old[name], place + QLatin1Char('/') + name);
    }
    object[QStringLiteral("news")] = QJsonObject{{QStringLiteral("place"), place}, {QStringLiteral("1"), 0.1}};
    return object;
}

QJsonObject laterFile()
{
    QJsonObject file = withNews(everything(), QString()).toObject();
    file[QStringLiteral("finwait")] = 7;
    // More than 53 bits are not for QJson.
    file[QStringLiteral("seed")] = 1;
    return file;
}

std::string textOf(const QJsonObject& object)
{
    return QJsonDocument(object).toJson().toStdString();
}

Scenario read(const std::string& text)
{
    const auto scenario = readScenario(text);
    if (!scenario)
        qFatal("%s", describe(scenario.error()).c_str());
    return *scenario;
}

QJsonObject written(const Scenario& scenario)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(writeScenario(scenario))).object();
}

/// "/network/faults/2" and so on, of each object with news in it.
QStringList placesOfNews(const QJsonValue& value, const QString& place = {})
{
    QStringList places;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            places += placesOfNews(array[i], place + QLatin1Char('/') + QString::number(i));
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QString& name : object.keys()) {
            if (name == QLatin1String("news"))
                places << place;
            else
                places += placesOfNews(object[name], place + QLatin1Char('/') + name);
        }
    }
    return places;
}

QString oldPlace(const QJsonValue& entry)
{
    return entry[QLatin1String("news")][QLatin1String("place")].toString();
}

QJsonArray faultsIn(const Scenario& scenario)
{
    return written(scenario)[QLatin1String("network")][QLatin1String("faults")].toArray();
}

} // namespace

class KnownFieldsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNotKnownIsKeptWhereItWas();
    void whatIsKnownIsRead();
    void itIsTheSameAfterEachRoundTrip();
    void withTheCurrentFormatItIsAnError_data();
    void withTheCurrentFormatItIsAnError();
    void whatIsChangedIsWrittenAsItIsNow();
    void whatIsTakenAwayTakesItWithIt();
    void whatIsChangedKeepsItsPlace();
    void whatIsMovedKeepsItsOwn();
    void aKnownFieldThatIsTakenAwayStaysAway();
    void anUnknownValueIsAnErrorThatNamesTheFormat();
};

void KnownFieldsTest::whatIsNotKnownIsKeptWhereItWas()
{
    const QJsonObject file = laterFile();
    const QJsonObject again = written(read(textOf(file)));
    QVERIFY(placesOfNews(file).contains(QStringLiteral("/network/faults/0/since")));
    QVERIFY(placesOfNews(file).contains(QStringLiteral("/plan/12/inject")));
    QCOMPARE(placesOfNews(again), placesOfNews(file));
    QCOMPARE(again[QLatin1String("finwait")].toInt(), 7);
    const auto news = [](const QJsonObject& root) {
        return root[QLatin1String("plan")].toArray()[4][QLatin1String("when")][QLatin1String("news")];
    };
    QVERIFY(news(file).isObject());
    QCOMPARE(news(again), news(file));
}

void KnownFieldsTest::whatIsKnownIsRead()
{
    QJsonObject file = everything();
    file[QStringLiteral("seed")] = 1;
    Scenario later = read(textOf(laterFile()));
    QVERIFY(!later.laterFile.empty());
    later.laterFile.clear();
    QVERIFY(later == read(textOf(file)));
}

void KnownFieldsTest::itIsTheSameAfterEachRoundTrip()
{
    const Scenario first = read(textOf(laterFile()));
    const std::string text = writeScenario(first);
    QVERIFY(read(text) == first);
    QCOMPARE(writeScenario(read(text)), text);
}

void KnownFieldsTest::withTheCurrentFormatItIsAnError_data()
{
    QTest::addColumn<QString>("place");
    for (const QString& place : placesOfNews(laterFile()))
        QTest::newRow(qPrintable(place.isEmpty() ? QStringLiteral("top") : place)) << place;
}

/// Each place in turn is the only one where something unknown stands.
void KnownFieldsTest::withTheCurrentFormatItIsAnError()
{
    QFETCH(QString, place);
    QByteArray text = QJsonDocument(laterFile()).toJson();
    text.replace("\"finwait\": 7", "\"finwait\": 1");
    const QByteArray here = "\"place\": \"" + place.toUtf8() + "\"";
    QByteArrayList kept;
    bool first = true;
    qsizetype line = 0;
    // "news" and its two fields stand on four lines, the last of which may end in a comma.
    QByteArrayList lines = text.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool isNews = lines[i].contains("\"news\"");
        if (isNews && !lines[i + 2].contains(here)) {
            i += 3;
            if (!lines[i].endsWith(',') && kept.last().endsWith(','))
                kept.last().chop(1);
            continue;
        }
        if (isNews && std::exchange(first, false))
            line = kept.size() + 1;
        kept << lines[i];
    }
    QVERIFY(line > 0);
    const auto result = readScenario(kept.join('\n').toStdString());
    QVERIFY(!result);
    QCOMPARE(result.error().what.inEnglish(), "unknown field \"news\"");
    QCOMPARE(static_cast<qsizetype>(result.error().line), line);
}

void KnownFieldsTest::whatIsChangedIsWrittenAsItIsNow()
{
    Scenario scenario = read(textOf(laterFile()));
    scenario.title.byLanguage = {{"de", "Neu"}, {"en", "New"}};
    scenario.network.delay.client = 3ms;
    const QJsonObject again = written(scenario);
    QCOMPARE(again[QLatin1String("title")][QLatin1String("en")].toString(), QStringLiteral("New"));
    QCOMPARE(again[QLatin1String("network")][QLatin1String("delay_ms")][QLatin1String("client")].toInt(), 3);
    QCOMPARE(placesOfNews(again), placesOfNews(laterFile()));
}

void KnownFieldsTest::whatIsTakenAwayTakesItWithIt()
{
    Scenario scenario = read(textOf(laterFile()));
    scenario.network.rules.erase(scenario.network.rules.begin() + 1);
    const QJsonArray faults = faultsIn(scenario);
    QCOMPARE(faults.size(), 6);
    QCOMPARE(oldPlace(faults[0]), QStringLiteral("/network/faults/0"));
    for (qsizetype i = 1; i < faults.size(); ++i)
        QCOMPARE(oldPlace(faults[i]), QStringLiteral("/network/faults/%1").arg(i + 1));
}

void KnownFieldsTest::whatIsChangedKeepsItsPlace()
{
    Scenario scenario = read(textOf(laterFile()));
    scenario.network.rules[2].match.permille = 1;
    const QJsonArray faults = faultsIn(scenario);
    QCOMPARE(faults[2][QLatin1String("percent")].toDouble(), 0.1);
    for (qsizetype i = 0; i < faults.size(); ++i)
        QCOMPARE(oldPlace(faults[i]), QStringLiteral("/network/faults/%1").arg(i));
}

void KnownFieldsTest::whatIsMovedKeepsItsOwn()
{
    Scenario scenario = read(textOf(laterFile()));
    std::vector<FaultRule>& rules = scenario.network.rules;
    std::swap(rules.front(), rules.back());
    rules.insert(rules.begin() + 1, FaultRule{});
    const QJsonArray faults = faultsIn(scenario);
    QCOMPARE(oldPlace(faults[0]), QStringLiteral("/network/faults/6"));
    QCOMPARE(oldPlace(faults[1]), QString());
    QCOMPARE(oldPlace(faults[2]), QStringLiteral("/network/faults/1"));
    QCOMPARE(oldPlace(faults[7]), QStringLiteral("/network/faults/0"));
}

void KnownFieldsTest::aKnownFieldThatIsTakenAwayStaysAway()
{
    Scenario scenario = read(textOf(laterFile()));
    scenario.network.rules[0].match.since.reset();
    scenario.network.rules[0].match.times.reset();
    scenario.expectedWith.erase("linux");
    const QJsonObject again = written(scenario);
    const QJsonObject fault = faultsIn(scenario)[0].toObject();
    QVERIFY(!fault.contains(QLatin1String("since")) && !fault.contains(QLatin1String("times")));
    QCOMPARE(oldPlace(fault), QStringLiteral("/network/faults/0"));
    QVERIFY(!again[QLatin1String("expected_with")].toObject().contains(QLatin1String("linux")));
}

void KnownFieldsTest::anUnknownValueIsAnErrorThatNamesTheFormat()
{
    QByteArray text = QJsonDocument(laterFile()).toJson();
    text.replace("\"corrupt\"", "\"explode\"");
    const auto result = readScenario(text.toStdString());
    QVERIFY(!result);
    QCOMPARE(result.error().what.inEnglish(), "\"explode\" is not an action");
    QCOMPARE(result.error().hint.inEnglish(), "the file is of a later format than this program knows");
    QVERIFY(describe(result.error()).ends_with("; the file is of a later format than this program knows)"));
}

QTEST_APPLESS_MAIN(KnownFieldsTest)
#include "tst_known_fields.moc"
