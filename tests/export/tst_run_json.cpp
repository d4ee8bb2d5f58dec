// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The JSON of a run, read back by a parser that did not write it, and held against the trace and docs/json.md.
#include "core/transition_table.h"
#include "export/run_json.h"
#include "export/scenario_list.h"
#include "export/table_text.h"
#include "scenario/library.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace finwait;

namespace {

QJsonDocument parsed(const std::string& text)
{
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s", qPrintable(error.errorString()));
    return document;
}

QString text(std::string_view ascii)
{
    return QString::fromLatin1(ascii.data(), static_cast<qsizetype>(ascii.size()));
}

QStringList statesIn(const QJsonArray& entries)
{
    QStringList states;
    for (const auto& entry : entries)
        states << entry.toObject().value(QLatin1String("state")).toString();
    return states;
}

QJsonObject runOf(const char* name)
{
    const Scenario& scenario = *findScenario(name);
    return parsed(runJson(scenario, runScenario(scenario))).object();
}

} // namespace

class TestRunJson : public QObject
{
    Q_OBJECT

private slots:
    void clientClosesFirst_hasTheTwoPaths();
    void times_areSeconds();
    void events_areTheRecords();
    void segments_haveTheirFields();
    void refusals_quoteTheRfc();
    void whatWasCaptured_saysWhatIsSure();
    void profile_namesBothWhereTheyDiffer();
    void cutShort_isTold();
    void sameScenario_sameOctets();
    void otherSeed_otherNumbers();
    void keys_comeInTheirOrder();
    void scenarioList_isWhatShips();
    void table_hasEveryRow();
};

void TestRunJson::clientClosesFirst_hasTheTwoPaths()
{
    const QJsonObject run = runOf("client-closes-first");
    QCOMPARE(run.value(QLatin1String("scenario")).toString(), QStringLiteral("client-closes-first"));
    QCOMPARE(run.value(QLatin1String("profile")).toString(), QStringLiteral("rfc9293"));
    const QJsonObject states = run.value(QLatin1String("states")).toObject();
    QCOMPARE(statesIn(states.value(QLatin1String("client")).toArray()).join(u' '),
             QStringLiteral("CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT CLOSED"));
    QCOMPARE(statesIn(states.value(QLatin1String("server")).toArray()).join(u' '),
             QStringLiteral("CLOSED LISTEN SYN_RECEIVED ESTABLISHED CLOSE_WAIT LAST_ACK CLOSED"));
}

void TestRunJson::times_areSeconds()
{
    const QJsonArray client =
        runOf("client-closes-first")[QLatin1String("states")].toObject()[QLatin1String("client")].toArray();
    QCOMPARE(client[0].toObject()[QLatin1String("t")].toDouble(), 0.0);
    QCOMPARE(client[1].toObject()[QLatin1String("t")].toDouble(), 0.01);
    QVERIFY(client[6].toObject()[QLatin1String("t")].toDouble() > 240.0);
    QVERIFY(client[6].toObject()[QLatin1String("t")].toDouble() < 241.0);
    QVERIFY(client[0].toObject()[QLatin1String("sure")].toBool());
}

void TestRunJson::events_areTheRecords()
{
    const Scenario& scenario = *findScenario("client-closes-first");
    const Trace trace = runScenario(scenario).trace;
    const QJsonArray events = runOf("client-closes-first")[QLatin1String("events")].toArray();
    QCOMPARE(events.size(), static_cast<qsizetype>(trace.records().size()));
    QSet<QString> kinds;
    for (qsizetype i = 0; i < events.size(); ++i) {
        const QJsonObject event = events[i].toObject();
        const Record& record = trace.record(static_cast<RecordIndex>(i));
        QCOMPARE(event[QLatin1String("id")].toInteger(), i);
        QCOMPARE(event[QLatin1String("t")].toDouble(), std::chrono::duration<double>(record.at).count());
        QCOMPARE(event[QLatin1String("side")].toString(), text(identifier(record.side)));
        const QJsonValue cause = event[QLatin1String("cause")];
        if (record.cause == noRecord)
            QVERIFY(cause.isNull());
        else
            QCOMPARE(cause.toInteger(), qint64{record.cause});
        if (const auto* moved = std::get_if<record::Transition>(&record.body)) {
            const TransitionRow& row = transitionRow(moved->row);
            QCOMPARE(event[QLatin1String("from")].toString(), text(identifier(row.from)));
            QCOMPARE(event[QLatin1String("to")].toString(), text(identifier(row.to)));
            QCOMPARE(event[QLatin1String("trigger")].toString(), text(identifier(row.trigger)));
            QCOMPARE(event[QLatin1String("reply")].toString(), text(identifier(row.reply)));
            QCOMPARE(event[QLatin1String("reference")].toString(), text(row.reference));
        }
        kinds << event[QLatin1String("kind")].toString();
    }
    for (const char* kind : {"call", "segment-sent", "segment-arrived", "transition", "timer-started", "timer-stopped",
                             "timer-fired", "signal"})
        QVERIFY2(kinds.contains(QLatin1String(kind)), kind);
}

void TestRunJson::segments_haveTheirFields()
{
    const Scenario& scenario = *findScenario("client-closes-first");
    const Trace trace = runScenario(scenario).trace;
    const QJsonArray events = runOf("client-closes-first")[QLatin1String("events")].toArray();
    for (const Flight& flight : trace.flights()) {
        const QJsonObject segment = events[flight.sentRecord].toObject()[QLatin1String("segment")].toObject();
        QCOMPARE(segment[QLatin1String("seq")].toInteger(), qint64{flight.segment.seq - flight.seqBase});
        QCOMPARE(segment[QLatin1String("wire_seq")].toInteger(), qint64{flight.segment.seq.value});
        QCOMPARE(segment.contains(QLatin1String("ack")), flight.segment.flags.ack);
        QCOMPARE(segment[QLatin1String("octets")].toInteger(), qint64{flight.segment.text.length});
        QCOMPARE(segment[QLatin1String("window")].toInteger(), qint64{flight.segment.window});
        QCOMPARE(segment[QLatin1String("flags")].toArray().contains(QStringLiteral("SYN")), flight.segment.flags.syn);
        QCOMPARE(segment[QLatin1String("flags")].toArray().contains(QStringLiteral("FIN")), flight.segment.flags.fin);
        QCOMPARE(segment[QLatin1String("options")].toObject().contains(QLatin1String("mss")),
                 flight.segment.options.mss.has_value());
        QCOMPARE(segment[QLatin1String("role")].toString(), QStringLiteral("regular"));
    }
}

void TestRunJson::refusals_quoteTheRfc()
{
    Scenario scenario = *findScenario("client-closes-first");
    scenario.plan = {PlannedDeed{Side::Client, Close{}, {}, {}}};
    const QJsonArray events =
        parsed(runJson(scenario, runScenario(scenario))).object()[QLatin1String("events")].toArray();
    QCOMPARE(events.size(), 1);
    const QJsonObject refused = events[0].toObject();
    QCOMPARE(refused[QLatin1String("kind")].toString(), QStringLiteral("call-refused"));
    QCOMPARE(refused[QLatin1String("call")].toString(), QStringLiteral("close"));
    QCOMPARE(refused[QLatin1String("refusal")].toString(), QStringLiteral("ConnectionDoesNotExist"));
    QCOMPARE(refused[QLatin1String("text")].toString(), QStringLiteral("error: connection does not exist"));
}

void TestRunJson::whatWasCaptured_saysWhatIsSure()
{
    Run run;
    run.trace.append(Record{0s, noRecord, Side::Client, record::StateFound{State::Established, Certainty::Sure}});
    run.trace.append(Record{0s, noRecord, Side::Server, record::StateFound{State::Established, Certainty::Inferred}});
    run.trace.endStep(0s);
    const RowIndex close = *findRow(State::Established, Trigger::Close);
    run.trace.append(Record{1s, noRecord, Side::Client, record::Transition{close, Certainty::Inferred}});
    Flight flight;
    flight.sent = 1s;
    flight.due = 2s;
    flight.packet = 17;
    run.trace.appendFlight(flight, 2);
    run.trace.append(Record{2s, 3, Side::Client, record::SegmentLost{0, LossCause::NotSeenToArrive}});
    run.trace.endStep(2s);
    const QJsonObject json = parsed(runJson({}, run)).object();
    const auto sure = [](const QJsonValue& value) {
        const QJsonValue found = value.toObject()[QLatin1String("sure")];
        return found.isBool() ? int(found.toBool()) : -1;
    };
    const QJsonObject states = json[QLatin1String("states")].toObject();
    QCOMPARE(sure(states[QLatin1String("client")].toArray()[1]), 1);
    QCOMPARE(sure(states[QLatin1String("client")].toArray()[2]), 0);
    QCOMPARE(sure(states[QLatin1String("server")].toArray()[1]), 0);
    const QJsonArray events = json[QLatin1String("events")].toArray();
    QCOMPARE(events[1].toObject()[QLatin1String("kind")].toString(), QStringLiteral("state-found"));
    QCOMPARE(events[1].toObject()[QLatin1String("state")].toString(), QStringLiteral("ESTABLISHED"));
    QCOMPARE(sure(events[0]), 1);
    QCOMPARE(sure(events[1]), 0);
    QCOMPARE(sure(events[2]), 0);
    QCOMPARE(sure(events[3]), -1);
    QCOMPARE(events[3].toObject()[QLatin1String("segment")].toObject()[QLatin1String("packet")].toInt(), 17);
    QCOMPARE(events[4].toObject()[QLatin1String("why")].toString(), QStringLiteral("not-seen-to-arrive"));
}

void TestRunJson::profile_namesBothWhereTheyDiffer()
{
    Scenario scenario = *findScenario("client-closes-first");
    scenario.profile = {"linux", "freebsd"};
    const QJsonObject run = parsed(runJson(scenario, runScenario(scenario))).object();
    QCOMPARE(run[QLatin1String("profile")].toString(), QStringLiteral("linux/freebsd"));
}

void TestRunJson::cutShort_isTold()
{
    const Scenario& scenario = *findScenario("client-closes-first");
    const auto isCutShort = [&](Duration limit) {
        return parsed(runJson(scenario, runScenario(scenario, limit))).object()[QLatin1String("cut_short")];
    };
    QCOMPARE(isCutShort(1ms), QJsonValue(true));
    QCOMPARE(isCutShort(defaultRunLimit), QJsonValue(false));
}

void TestRunJson::sameScenario_sameOctets()
{
    for (const Scenario& scenario : scenarioLibrary())
        QCOMPARE(runJson(scenario, runScenario(scenario)), runJson(scenario, runScenario(scenario)));
}

void TestRunJson::otherSeed_otherNumbers()
{
    Scenario scenario = *findScenario("client-closes-first");
    const std::string first = runJson(scenario, runScenario(scenario));
    ++scenario.seed;
    QVERIFY(runJson(scenario, runScenario(scenario)) != first);
}

void TestRunJson::keys_comeInTheirOrder()
{
    const Scenario& scenario = *findScenario("refused");
    const QByteArray json = QByteArray::fromStdString(runJson(scenario, runScenario(scenario)));
    qsizetype at = 0;
    for (const char* key : {"\"scenario\"", "\"profile\"", "\"seed\"", "\"cut_short\"", "\"states\"", "\"client\"",
                            "\"server\"", "\"events\""}) {
        const qsizetype found = json.indexOf(key, at);
        QVERIFY2(found >= at, key);
        at = found;
    }
    QVERIFY(json.endsWith("}\n"));
}

void TestRunJson::scenarioList_isWhatShips()
{
    const QJsonArray list = parsed(scenarioListJson(scenarioLibrary())).array();
    QCOMPARE(list.size(), static_cast<qsizetype>(scenarioLibrary().size()));
    for (qsizetype i = 0; i < list.size(); ++i) {
        const Scenario& scenario = scenarioLibrary()[static_cast<std::size_t>(i)];
        const QJsonObject entry = list[i].toObject();
        QCOMPARE(entry[QLatin1String("name")].toString(), QString::fromStdString(scenario.name));
        const QJsonObject title = entry[QLatin1String("title")].toObject();
        QCOMPARE(title[QLatin1String("zh_CN")].toString(), QString::fromStdString(scenario.title.in("zh_CN")));
        QCOMPARE(entry[QLatin1String("states")].toObject()[QLatin1String("server")].toArray().size(),
                 static_cast<qsizetype>(scenario.expected.server.size()));
    }
    QVERIFY(
        scenarioListText(scenarioLibrary(), QStringLiteral("en")).startsWith(QLatin1String("client-closes-first  ")));
}

void TestRunJson::table_hasEveryRow()
{
    const QJsonArray table = parsed(tableJson()).array();
    QCOMPARE(table.size(), static_cast<qsizetype>(transitionTable().size()));
    const QStringList markdown = tableMarkdown().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(markdown.size(), table.size() + 2);
    const QStringList plain = tableText().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(plain.size(), table.size() + 1);
    for (qsizetype i = 0; i < table.size(); ++i) {
        const TransitionRow& row = transitionTable()[static_cast<std::size_t>(i)];
        QCOMPARE(table[i].toObject()[QLatin1String("from")].toString(), text(identifier(row.from)));
        QCOMPARE(table[i].toObject()[QLatin1String("figure5")].toString() == QLatin1String("drawn"),
                 row.figure5 == Figure5::Drawn);
        QCOMPARE(markdown[i + 2].count(u'|'), 7);
        QVERIFY(markdown[i + 2].contains(text(row.reference)));
        QVERIFY(plain[i + 1].startsWith(text(identifier(row.from)) + u' '));
    }
}

QTEST_GUILESS_MAIN(TestRunJson)
#include "tst_run_json.moc"
