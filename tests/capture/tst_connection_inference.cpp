// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "capture/captured_lines.h"
#include "capture/connection_inference.h"
#include "capture/inference_cases.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace finwait;
using namespace finwait::test;

namespace {

std::string courseOf(const ConnectionInference& connection)
{
    return std::string(identifier(connection.opening())) + ' ' + std::string(identifier(connection.closing())) + ' '
           + std::string(identifier(connection.capturePoint()));
}

/// In milliseconds.
QList<double> entered(const ConnectionInference& connection, Side side)
{
    QList<double> times;
    for (const Time time : connection.entryTimes(side))
        times << static_cast<double>(time.count()) / 1000;
    return times;
}

} // namespace

class TestConnectionInference : public QObject
{
    Q_OBJECT

private slots:
    void connections_data();
    void connections();
    void timesOfTheFarEnd_fromNearTheClient();
    void timesOfTheFarEnd_fromNearTheServer();
    void timesOfTheFarEnd_fromBetween();
    void finBehindMissingText_countsWhenThatComes();
    void timesOfOneEnd_neverGoBack();
    void octets_countOnce();
    void onlyTheClientsSyn_isACompleteStart();
    void tenThousandRetransmissions_areOneFinding();
};

void TestConnectionInference::connections_data()
{
    QTest::addColumn<std::size_t>("row");
    for (std::size_t row = 0; row < inferenceCases().size(); ++row)
        QTest::newRow(inferenceCases()[row].name.c_str()) << row;
}

// Shows the two where they differ, which Qt does not do with std::string.
#define COMPARE_TEXTS(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromStdString(expected))

void TestConnectionInference::connections()
{
    QFETCH(std::size_t, row);
    const InferenceCase& expected = inferenceCases()[row];
    const CapturedConnections connections = connectionsFrom(expected.lines, std::chrono::seconds(expected.quiet));
    QCOMPARE(connections.size(), expected.connections.size());
    for (std::size_t i = 0; i < connections.size(); ++i) {
        COMPARE_TEXTS(pathOf(connections[i], Side::Client), expected.connections[i].client);
        COMPARE_TEXTS(pathOf(connections[i], Side::Server), expected.connections[i].server);
        COMPARE_TEXTS(courseOf(connections[i]), expected.connections[i].course);
        COMPARE_TEXTS(findingsOf(connections[i]), expected.connections[i].findings);
    }
}

void TestConnectionInference::timesOfTheFarEnd_fromNearTheClient()
{
    const auto connections = connectionsFrom({"0 > S 0", "40 < S. 0 1", "40 > . 1 1", "100 > F. 1 1", "200 < . 1 2"});
    QCOMPARE(entered(connections[0], Side::Client), QList<double>({0, 40, 100, 200}));
    QCOMPARE(entered(connections[0], Side::Server), QList<double>({0, 20, 60, 120}));
}

void TestConnectionInference::timesOfTheFarEnd_fromNearTheServer()
{
    const auto connections = connectionsFrom({"0 > S 0", "0 < S. 0 1", "40 > . 1 1", "100 > F. 1 1", "200 < . 1 2"});
    QCOMPARE(entered(connections[0], Side::Client), QList<double>({-20, 20, 80, 220}));
    QCOMPARE(entered(connections[0], Side::Server), QList<double>({-20, 0, 40, 100}));
}

void TestConnectionInference::timesOfTheFarEnd_fromBetween()
{
    const auto connections = connectionsFrom({"0 > S 0", "30 < S. 0 1", "50 > . 1 1", "100 > F. 1 1", "200 < . 1 2"});
    QCOMPARE(entered(connections[0], Side::Client), QList<double>({-10, 40, 90, 210}));
    QCOMPARE(entered(connections[0], Side::Server), QList<double>({-10, 15, 65, 115}));
}

void TestConnectionInference::finBehindMissingText_countsWhenThatComes()
{
    const auto sentAgain = connectionsFrom({"0 > S 0", "40 < S. 0 1", "40 > . 1 1", "100 > P. 1:101 1",
                                            "110 > F. 101 1", "150 < . 1 1", "160 > P. 1:101 1", "200 < . 1 102"});
    QCOMPARE(entered(sentAgain[0], Side::Server), QList<double>({0, 20, 60, 180}));
    const auto late = connectionsFrom(
        {"0 > S 0", "40 < S. 0 1", "40 > . 1 1", "110 > F. 101 1", "130 > P. 1:101 1", "170 < . 1 102"});
    QCOMPARE(entered(late[0], Side::Server), QList<double>({0, 20, 60, 150}));
}

void TestConnectionInference::timesOfOneEnd_neverGoBack()
{
    for (const InferenceCase& row : inferenceCases()) {
        const CapturedConnections connections = connectionsFrom(row.lines, std::chrono::seconds(row.quiet));
        for (std::size_t i = 0; i < connections.size(); ++i) {
            for (const Side side : allSides) {
                const QList<double> times = entered(connections[i], side);
                QVERIFY2(std::ranges::is_sorted(times), row.name.c_str());
            }
        }
    }
}

void TestConnectionInference::octets_countOnce()
{
    const auto connections = connectionsFrom({"0 > S 0", "40 < S. 0 1", "40 > . 1 1", "50 > P. 1:101 1",
                                              "60 > P. 1:101 1", "90 < P. 1:51 101", "100 > P. 101:201 51"});
    QCOMPARE(connections[0].octets(Side::Client), std::uint64_t{200});
    QCOMPARE(connections[0].octets(Side::Server), std::uint64_t{50});
}

void TestConnectionInference::onlyTheClientsSyn_isACompleteStart()
{
    QVERIFY(connectionsFrom({"0 > S 0"})[0].hasCompleteStart());
    QVERIFY(!connectionsFrom({"0 < S. 0 1", "1 > . 1 1"})[0].hasCompleteStart());
    QVERIFY(!connectionsFrom({"0 > P. 1:2 1", "1 < . 1 2"})[0].hasCompleteStart());
}

void TestConnectionInference::tenThousandRetransmissions_areOneFinding()
{
    std::vector<std::string> lines = {"0 > S 0", "40 < S. 0 1", "40 > . 1 1", "50 > P. 1:101 1"};
    for (int i = 0; i < 10'000; ++i)
        lines.push_back(std::to_string(300 + 200 * i) + " > P. 1:101 1");
    const CapturedConnections connections = connectionsFrom(lines);
    QCOMPARE(findingsOf(connections[0]), std::string("client:retransmitted-data*10000"));
    QCOMPARE(connections[0].findings().front().value, std::uint64_t{1'000'000});
}

QTEST_APPLESS_MAIN(TestConnectionInference)
#include "tst_connection_inference.moc"
