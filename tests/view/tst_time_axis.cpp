// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/time_axis.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace finwait;

namespace {

constexpr TimeAxis::Settings compressed = {AxisMode::Compressed, 1000, 180ms, 600ms, 60};

TimeAxis::Settings linear()
{
    TimeAxis::Settings settings = compressed;
    settings.mode = AxisMode::Linear;
    return settings;
}

/// Something happens for 100 ms, then 2 MSL pass, then a last instant.
std::vector<TimeAxis::Instant> withTimeWait()
{
    return {{0ms}, {40ms}, {100ms, 20}, {240s + 100ms}};
}

} // namespace

class TestTimeAxis : public QObject
{
    Q_OBJECT

private slots:
    void emptyAxis_hasNoHeight();
    void activeTime_isLinear();
    void idleStretch_takesFixedHeight_compressed();
    void idleStretch_isInProportion_linear();
    void idleStretch_crossedBySegments_staysLonger();
    void band_takesItsHeightAtMost();
    void sharedMoment_takesItsRows();
    void timeToHeight_isMonotone_data();
    void timeToHeight_isMonotone();
    void heightToTime_isTheInverse_data();
    void heightToTime_isTheInverse();
    void zoomForHeight_fits_data();
    void zoomForHeight_fits();
    void extendTo_growsAndShrinks();
    void extendTo_leavesNothingOfFormerCalls();
    void ticks_areRoundAndApart_data();
    void ticks_areRoundAndApart();
    void ticks_doNotDependOnTheWindow();
    void tickStep_isOneTwoOrFive();
    void shortStretch_hasItsExactMoment();
};

void TestTimeAxis::emptyAxis_hasNoHeight()
{
    const TimeAxis axis;
    QCOMPARE(axis.height(), 0.0);
    QCOMPARE(axis.timeAt(50), Time(0));
    QVERIFY(axis.ticks(0, 100, 40, 16).empty());
    QVERIFY(axis.gaps(0, 100).empty());
}

void TestTimeAxis::activeTime_isLinear()
{
    const TimeAxis axis(compressed, withTimeWait(), {});
    QCOMPARE(axis.y(0ms), 0.0);
    QCOMPARE(axis.y(40ms), 40.0);
    QCOMPARE(axis.y(70ms), 70.0);
    QCOMPARE(axis.y(100ms), 100.0);
}

void TestTimeAxis::idleStretch_takesFixedHeight_compressed()
{
    const TimeAxis axis(compressed, withTimeWait(), {});
    QCOMPARE(axis.height(), 100.0 + 20 + 60);
    const auto gaps = axis.gaps(0, axis.height());
    QCOMPARE(gaps.size(), std::size_t(1));
    QCOMPARE(gaps[0].from, Time(100ms));
    QCOMPARE(gaps[0].to, Time(240s + 100ms));
    QCOMPARE(gaps[0].top, 120.0);
    QCOMPARE(gaps[0].bottom, 180.0);
    QVERIFY(axis.gaps(0, 50).empty());
}

void TestTimeAxis::idleStretch_isInProportion_linear()
{
    const TimeAxis axis(linear(), withTimeWait(), {});
    QCOMPARE(axis.height(), 100.0 + 20 + 240'000);
    QVERIFY(axis.gaps(0, axis.height()).empty());
}

void TestTimeAxis::idleStretch_crossedBySegments_staysLonger()
{
    const std::vector<TimeAxis::Instant> idle = {{0ms}, {400ms}};
    const std::vector<TimeAxis::Instant> busy = {{0ms, 0, true}, {400ms}};
    QCOMPARE(TimeAxis(compressed, idle, {}).height(), 60.0);
    QCOMPARE(TimeAxis(compressed, busy, {}).height(), 400.0);
}

void TestTimeAxis::band_takesItsHeightAtMost()
{
    const std::vector<TimeAxis::Instant> instants = {{0ms}, {100ms}, {5100ms}, {5200ms}};
    const std::vector<TimeAxis::Band> longBand = {{100ms, 5100ms, 80}};
    const TimeAxis axis(compressed, instants, longBand);
    QCOMPARE(axis.y(100ms), 100.0);
    QCOMPARE(axis.y(5100ms), 180.0);
    QCOMPARE(axis.y(5200ms), 280.0);
    QVERIFY2(axis.gaps(0, 300).empty(), "a band is no gap");

    const std::vector<TimeAxis::Instant> near = {{0ms}, {50ms}};
    const std::vector<TimeAxis::Band> shortBand = {{0ms, 50ms, 80}};
    QCOMPARE(TimeAxis(compressed, near, shortBand).height(), 50.0);
}

void TestTimeAxis::sharedMoment_takesItsRows()
{
    const TimeAxis axis(compressed, withTimeWait(), {});
    QCOMPARE(axis.y(100ms), 100.0);
    QCOMPARE(axis.yAfter(100ms), 120.0);
    QCOMPARE(axis.yAfter(70ms), 70.0);
    QCOMPARE(axis.timeAt(110), Time(100ms));
}

void TestTimeAxis::timeToHeight_isMonotone_data()
{
    QTest::addColumn<bool>("isLinear");
    QTest::addColumn<double>("zoom");
    for (const double zoom : {0.1, 1.0, 7.0}) {
        QTest::addRow("linear, zoom %g", zoom) << true << zoom;
        QTest::addRow("compressed, zoom %g", zoom) << false << zoom;
    }
}

void TestTimeAxis::timeToHeight_isMonotone()
{
    QFETCH(bool, isLinear);
    QFETCH(double, zoom);
    TimeAxis axis(isLinear ? linear() : compressed, withTimeWait(), {});
    axis.setZoom(zoom);
    double before = -1;
    for (Time time = 0ms; time < 110ms; time += 500us) {
        QVERIFY(axis.y(time) > before);
        QVERIFY(axis.yAfter(time) >= axis.y(time));
        before = axis.yAfter(time);
    }
    for (Time time = 1s; time < 250s; time += 1s) {
        QVERIFY(axis.y(time) > before);
        before = axis.y(time);
    }
}

void TestTimeAxis::heightToTime_isTheInverse_data()
{
    timeToHeight_isMonotone_data();
}

void TestTimeAxis::heightToTime_isTheInverse()
{
    QFETCH(bool, isLinear);
    QFETCH(double, zoom);
    TimeAxis axis(isLinear ? linear() : compressed, withTimeWait(), {});
    axis.setZoom(zoom);
    for (const Time time : {Time(0), Time(1ms), Time(40ms), Time(99ms), Time(100ms), Time(30s), Time(200s)}) {
        const auto error = axis.timeAt(axis.y(time)) - time;
        QVERIFY2(std::abs(error.count()) <= 1, qPrintable(QString::number(error.count())));
    }
    QCOMPARE(axis.timeAt(-10), axis.begin());
    QCOMPARE(axis.timeAt(axis.height() + 10), axis.end());
}

void TestTimeAxis::zoomForHeight_fits_data()
{
    QTest::addColumn<double>("height");
    for (const double height : {40.0, 180.0, 181.0, 900.0})
        QTest::addRow("%g pixels", height) << height;
}

void TestTimeAxis::zoomForHeight_fits()
{
    QFETCH(double, height);
    TimeAxis axis(compressed, withTimeWait(), {});
    axis.setZoom(axis.zoomForHeight(height));
    QVERIFY(std::abs(axis.height() - height) < 0.001);
}

void TestTimeAxis::extendTo_leavesNothingOfFormerCalls()
{
    const auto times = [](const TimeAxis& axis) {
        std::vector<Time> found;
        for (const TimeAxis::Tick& tick : axis.ticks(0, axis.height(), 40, 16))
            found.push_back(tick.at);
        return found;
    };
    const std::vector<TimeAxis::Instant> instants = {{0ms}, {100ms}};
    TimeAxis axis(compressed, instants, {});
    for (const Time end : {Time(150ms), Time(180ms), Time(10s), Time(12s), Time(160ms), Time(100ms), Time(10s)}) {
        axis.extendTo(end);
        TimeAxis fresh(compressed, instants, {});
        fresh.extendTo(end);
        QCOMPARE(axis.height(), fresh.height());
        QCOMPARE(times(axis), times(fresh));
        QVERIFY(times(axis).back() >= (end > Time(1s) ? end : Time(80ms)));
    }
}

void TestTimeAxis::extendTo_growsAndShrinks()
{
    TimeAxis axis(compressed, std::vector<TimeAxis::Instant>{{0ms}, {100ms}}, {});
    axis.extendTo(150ms);
    QCOMPARE(axis.end(), Time(150ms));
    QCOMPARE(axis.height(), 150.0);
    axis.extendTo(10s);
    QCOMPARE(axis.height(), 160.0);
    QCOMPARE(axis.gaps(0, 200).size(), std::size_t(1));
    axis.extendTo(50ms);
    QCOMPARE(axis.end(), Time(100ms));
    QCOMPARE(axis.height(), 100.0);
}

void TestTimeAxis::ticks_areRoundAndApart_data()
{
    timeToHeight_isMonotone_data();
}

void TestTimeAxis::ticks_areRoundAndApart()
{
    QFETCH(bool, isLinear);
    QFETCH(double, zoom);
    constexpr double label = 16;
    constexpr double distance = 45;
    // A burst, a gap, a lone instant, a gap, a burst.
    const std::vector<TimeAxis::Instant> instants = {{0ms}, {150ms}, {300ms}, {2033ms}, {4041ms}, {4200ms}};
    TimeAxis axis(isLinear ? linear() : compressed, instants, {});
    axis.setZoom(zoom);
    const auto ticks = axis.ticks(0, axis.height(), distance, label);
    QVERIFY(!ticks.empty());
    QVERIFY(ticks.size() > 1 || axis.height() < 2 * distance); // no room for two
    const Duration step = axis.tickStep(distance);
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        QCOMPARE(ticks[i].y, axis.y(ticks[i].at));
        if (ticks[i].round)
            QCOMPARE(ticks[i].at % step, Time(0));
        if (i > 0)
            QVERIFY2(ticks[i].y - ticks[i - 1].y >= label - 0.001, qPrintable(QString::number(i)));
    }
}

void TestTimeAxis::ticks_doNotDependOnTheWindow()
{
    const std::vector<TimeAxis::Instant> instants = {{0ms}, {150ms}, {300ms}, {2033ms}, {4041ms}, {4200ms}};
    const TimeAxis axis(compressed, instants, {});
    const auto all = axis.ticks(0, axis.height(), 45, 16);
    std::size_t seen = 0;
    for (int top = 0; top < axis.height(); top += 50) {
        for (const TimeAxis::Tick& tick : axis.ticks(top, top + 50, 45, 16)) {
            const bool known =
                std::any_of(all.begin(), all.end(), [&](const TimeAxis::Tick& other) { return other.at == tick.at; });
            QVERIFY2(known, qPrintable(QString::number(tick.at.count())));
            ++seen;
        }
    }
    QVERIFY2(seen >= all.size(), "each tick is found in some window");
}

void TestTimeAxis::tickStep_isOneTwoOrFive()
{
    TimeAxis axis(compressed, withTimeWait(), {});
    QCOMPARE(axis.tickStep(45), Duration(50ms));
    axis.setZoom(2);
    QCOMPARE(axis.tickStep(45), Duration(50ms));
    axis.setZoom(3);
    QCOMPARE(axis.tickStep(45), Duration(20ms));
    axis.setZoom(0.001);
    QCOMPARE(axis.tickStep(45), Duration(1min));
}

void TestTimeAxis::shortStretch_hasItsExactMoment()
{
    const std::vector<TimeAxis::Instant> instants = {{0ms}, {100ms}, {2033ms}};
    const TimeAxis axis(compressed, instants, {});
    const auto ticks = axis.ticks(0, axis.height(), 45, 16);
    QVERIFY(!ticks.empty());
    QCOMPARE(ticks.back().at, Time(2033ms));
    QVERIFY(!ticks.back().round);
}

QTEST_APPLESS_MAIN(TestTimeAxis)
#include "tst_time_axis.moc"
