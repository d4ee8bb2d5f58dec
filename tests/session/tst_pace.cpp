// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "session/pace.h"

#include <QTest>

#include <limits>

using namespace finwait;

class TestPace : public QObject
{
    Q_OBJECT

private slots:
    static void time_goes_by_at_the_speed();
    static void nothing_is_lost_to_rounding();
    static void speed_is_held_to_its_range();
    static void a_long_wait_leaves_its_middle_out();
    static void a_short_wait_is_waited_for();
    static void what_is_long_depends_on_the_speed();
    static void inside_the_announcement_nothing_is_left_out();
};

void TestPace::time_goes_by_at_the_speed()
{
    Pace pace;
    QCOMPARE(pace.elapse(16ms), Duration{16ms});
    pace.setSpeed(100);
    QCOMPARE(pace.elapse(16ms), Duration{1600ms});
    pace.setSpeed(0.01);
    QCOMPARE(pace.elapse(16ms), Duration{160us});
}

void TestPace::nothing_is_lost_to_rounding()
{
    Pace pace;
    pace.setSpeed(0.01);
    Duration sum{};
    for (int i = 0; i < 1000; ++i)
        sum += pace.elapse(7us);
    QVERIFY(sum >= Duration{69us} && sum <= Duration{70us});
}

void TestPace::speed_is_held_to_its_range()
{
    Pace pace;
    pace.setSpeed(0);
    QCOMPARE(pace.speed(), Pace::slowest);
    pace.setSpeed(std::numeric_limits<double>::infinity());
    QCOMPARE(pace.speed(), Pace::fastest);
}

void TestPace::a_long_wait_leaves_its_middle_out()
{
    const Pace pace;
    const auto gap = pace.gapBetween(10s, 10s, 250s);
    QVERIFY(gap.has_value());
    QCOMPARE(gap->from, Time{10s} + Pace::settling);
    QCOMPARE(gap->to, Time{250s} - Pace::leadIn);
    QCOMPARE(pace.gapBetween(10s, 100s, 250s)->from, Time{100s});
}

void TestPace::a_short_wait_is_waited_for()
{
    const Pace pace;
    QVERIFY(!pace.gapBetween(10s, 10s, Time{10s} + Pace::longestWait).has_value());
    QVERIFY(pace.gapBetween(10s, 10s, Time{10s} + Pace::longestWait + 1us).has_value());
}

void TestPace::what_is_long_depends_on_the_speed()
{
    Pace pace;
    pace.setSpeed(100);
    QVERIFY(!pace.gapBetween(0s, 0s, 200s).has_value());
    pace.setSpeed(0.01);
    QVERIFY(pace.gapBetween(0s, 0s, 40ms).has_value());
}

void TestPace::inside_the_announcement_nothing_is_left_out()
{
    const Pace pace;
    QVERIFY(!pace.gapBetween(10s, pace.justBefore(250s), 250s).has_value());
}

QTEST_GUILESS_MAIN(TestPace)

#include "tst_pace.moc"
