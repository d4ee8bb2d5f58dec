// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Which connections of a capture are listed, in which order, and what the table says of them.
#include "view/connection_model.h"
#include "view/connection_search.h"

#include "capture/made_capture.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <memory>
#include <span>

using namespace finwait;
using namespace finwait::test;

namespace {

/// In the order of the capture; the places of the tests.
enum Made : std::size_t { Closed, Aborted, Stuck, Refused, LostFin };

std::shared_ptr<const CaptureSurvey> survey()
{
    const QByteArray file = captureOf({"client-closes-first", "abort", "stuck-in-close-wait", "refused", "lost-fin"});
    const std::span octets(reinterpret_cast<const std::uint8_t*>(file.constData()),
                           static_cast<std::size_t>(file.size()));
    auto reader = CaptureReader::read(octets);
    Q_ASSERT(reader);
    return std::make_shared<const CaptureSurvey>(surveyCapture(*std::move(reader)));
}

ConnectionPlaces found(const ConnectionQuery& query)
{
    return findConnections(survey()->connections, query);
}

ConnectionPlaces foundBy(const char* text)
{
    return found({.terms = termsOf(QString::fromLatin1(text))});
}

} // namespace

class TestConnectionSearch : public QObject
{
    Q_OBJECT

private slots:
    static void everythingIsFoundInOrder();
    static void termsAreSearchedInAllThatIsKnown_data();
    static void termsAreSearchedInAllThatIsKnown();
    static void allTermsMustFit();
    static void filtersAreOfOneKindEach();
    static void addressesAreSortedByNumber();
    static void whatIsWorstComesFirst();
    static void whatIsEqualKeepsTheOrderOfTheCapture();
    static void whatIsStoppedFindsNothing();
    static void countsAreThoseOfTheFilters();
    static void theModelIsATable();
    static void aRowSaysWhatIsKnown();
};

void TestConnectionSearch::everythingIsFoundInOrder()
{
    QCOMPARE(found({}), (ConnectionPlaces{Closed, Aborted, Stuck, Refused, LostFin}));
}

void TestConnectionSearch::termsAreSearchedInAllThatIsKnown_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ConnectionPlaces>("places");
    QTest::newRow("address") << QByteArray("10.0.0.2:") << ConnectionPlaces{Aborted};
    QTest::newRow("port") << QByteArray("40003") << ConnectionPlaces{Refused};
    QTest::newRow("address and port") << QByteArray("10.0.0.1:40000") << ConnectionPlaces{Closed};
    QTest::newRow("either end") << QByteArray("10.0.0.200:80")
                                << ConnectionPlaces{Closed, Aborted, Stuck, Refused, LostFin};
    QTest::newRow("state") << QByteArray("CLOSE_WAIT") << ConnectionPlaces{Stuck};
    QTest::newRow("small letters") << QByteArray("close_wait") << ConnectionPlaces{Stuck};
    QTest::newRow("closing") << QByteArray("reset") << ConnectionPlaces{Aborted};
    QTest::newRow("opening") << QByteArray("refused") << ConnectionPlaces{Refused};
    QTest::newRow("finding") << QByteArray("retransmitted") << ConnectionPlaces{LostFin};
    QTest::newRow("identifier") << QByteArray("never-opened") << ConnectionPlaces{Refused};
    QTest::newRow("nothing") << QByteArray("10.9.9.9") << ConnectionPlaces{};
}

void TestConnectionSearch::termsAreSearchedInAllThatIsKnown()
{
    QFETCH(QByteArray, text);
    QFETCH(ConnectionPlaces, places);
    QCOMPARE(foundBy(text.constData()), places);
}

void TestConnectionSearch::allTermsMustFit()
{
    QCOMPARE(foundBy("  10.0.0.200   close_wait "), ConnectionPlaces{Stuck});
    QCOMPARE(foundBy("10.0.0.1: close_wait"), ConnectionPlaces{});
}

void TestConnectionSearch::filtersAreOfOneKindEach()
{
    using Kind = FindingDemand::Kind;
    QCOMPARE(found({.closing = Closing::ResetByClient}), ConnectionPlaces{Aborted});
    QCOMPARE(found({.state = State::CloseWait}), ConnectionPlaces{Stuck});
    QCOMPARE(found({.findings = {Kind::WithFault, {}}}), (ConnectionPlaces{Aborted, Stuck, Refused}));
    QCOMPARE(found({.findings = {Kind::WithWarning, {}}}), (ConnectionPlaces{Aborted, Stuck, Refused, LostFin}));
    QCOMPARE(found({.findings = {Kind::Nothing, {}}}), ConnectionPlaces{Closed});
    QCOMPARE(found({.findings = {Kind::OneOfKind, FindingKind::FinRetransmitted}}), ConnectionPlaces{LostFin});
    QCOMPARE(found({.closing = Closing::ClientFirst, .findings = {Kind::WithWarning, {}}}), ConnectionPlaces{LostFin});
}

void TestConnectionSearch::addressesAreSortedByNumber()
{
    std::vector<MadePacket> packets;
    for (const std::uint8_t number : {std::uint8_t{10}, std::uint8_t{9}, std::uint8_t{100}})
        addConnection(packets, "refused", number, Time(1s) * packets.size());
    PcapngWriter writer({.application = "", .comment = "", .interface = ""});
    for (const MadePacket& packet : packets)
        writer.add(packet.at, PacketDirection::Inbound, packet.octets, "");
    const CaptureSurvey made = surveyCapture(*CaptureReader::read(writer.octets()));
    QCOMPARE(findConnections(made.connections, {.sortedBy = ConnectionColumn::Client}), (ConnectionPlaces{1, 0, 2}));
    QCOMPARE(findConnections(made.connections, {.sortedBy = ConnectionColumn::Client, .order = Qt::DescendingOrder}),
             (ConnectionPlaces{2, 0, 1}));
}

void TestConnectionSearch::whatIsWorstComesFirst()
{
    const ConnectionPlaces places = found({.sortedBy = ConnectionColumn::Findings, .order = Qt::DescendingOrder});
    QCOMPARE(places.front(), std::size_t{Stuck}); // two faults
    QCOMPARE(places[3], std::size_t{LostFin});    // a warning
    QCOMPARE(places.back(), std::size_t{Closed});
}

void TestConnectionSearch::whatIsEqualKeepsTheOrderOfTheCapture()
{
    const ConnectionQuery up{.sortedBy = ConnectionColumn::Server};
    const ConnectionQuery down{.sortedBy = ConnectionColumn::Server, .order = Qt::DescendingOrder};
    QCOMPARE(found(up), found({}));
    QCOMPARE(found(down), found({}));
}

void TestConnectionSearch::whatIsStoppedFindsNothing()
{
    QVERIFY(findConnections(survey()->connections, {}, [] { return true; }).empty());
}

void TestConnectionSearch::countsAreThoseOfTheFilters()
{
    const ConnectionCounts counts = countConnections(survey()->connections);
    for (std::size_t i = 0; i < counts.closings.size(); ++i)
        QCOMPARE(counts.closings[i], found({.closing = static_cast<Closing>(i)}).size());
    for (const State state : allStates)
        QCOMPARE(counts.states[static_cast<std::size_t>(state)], found({.state = state}).size());
    for (std::size_t i = 0; i < counts.findings.size(); ++i)
        QCOMPARE(counts.findings[i],
                 found({.findings = {FindingDemand::Kind::OneOfKind, static_cast<FindingKind>(i)}}).size());
    QCOMPARE(counts.withFault, std::size_t{3});
    QCOMPARE(counts.withWarning, std::size_t{1});
    QCOMPARE(counts.withNothing, std::size_t{1});
}

void TestConnectionSearch::theModelIsATable()
{
    ConnectionModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setSurvey(survey());
    QCOMPARE(model.rowCount(), 5);
    model.setPlayed(Stuck);
    model.setPlaces({LostFin, Stuck});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowOf(Stuck), 1);
    QCOMPARE(model.rowOf(Closed), -1);
    QCOMPARE(model.rowOf(std::nullopt), -1);
    model.setPlaces({});
    model.retranslate();
    model.setSurvey(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestConnectionSearch::aRowSaysWhatIsKnown()
{
    ConnectionModel model;
    model.setSurvey(survey());
    model.setPlayed(Stuck);
    const auto at = [&](std::size_t place, ConnectionColumn column) {
        return model.index(static_cast<int>(place), static_cast<int>(column));
    };
    const auto text = [&](std::size_t place, ConnectionColumn column) { return at(place, column).data().toString(); };
    QCOMPARE(text(Stuck, ConnectionColumn::Number), QStringLiteral("3"));
    QCOMPARE(text(Stuck, ConnectionColumn::Client), QStringLiteral("10.0.0.3:40002"));
    QCOMPARE(text(Stuck, ConnectionColumn::Server), QStringLiteral("10.0.0.200:80"));
    QCOMPARE(text(Stuck, ConnectionColumn::Opened), QStringLiteral("three-way"));
    QCOMPARE(text(Stuck, ConnectionColumn::Start), QStringLiteral("2.000 s"));
    QVERIFY(text(Stuck, ConnectionColumn::Findings).contains(QStringLiteral("left in CLOSE_WAIT")));
    QCOMPARE(at(Stuck, ConnectionColumn::Findings).data(ConnectionModel::SeverityRole).toInt(),
             static_cast<int>(Severity::Fault));
    QVERIFY(!at(Closed, ConnectionColumn::Findings).data(ConnectionModel::SeverityRole).isValid());
    QVERIFY(at(Stuck, ConnectionColumn::Number).data(ConnectionModel::PlayedRole).toBool());
    QCOMPARE(text(Stuck, ConnectionColumn::ServerState), QStringLiteral("CLOSE_WAIT"));
    QCOMPARE(text(Closed, ConnectionColumn::ServerState),
             QStringLiteral("CLOSED?")); // nothing proves the last ACK came
    QVERIFY(at(Closed, ConnectionColumn::ServerState)
                .data(Qt::ToolTipRole)
                .toString()
                .startsWith(QStringLiteral("CLOSED is inferred")));
    QVERIFY(!at(Closed, ConnectionColumn::Number).data(ConnectionModel::PlayedRole).toBool());
}

QTEST_MAIN(TestConnectionSearch)
#include "tst_connection_search.moc"
