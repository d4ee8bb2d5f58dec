// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Two charts on one time axis: what is the same is at the same height, and where they part is marked.
#include "view/common_axis.h"
#include "view/comparison_view.h"
#include "view/sequence_traces.h"

#include <QApplication>
#include <QImage>
#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

using namespace finwait;

namespace {

SequenceOptions unfolded()
{
    SequenceOptions options;
    options.foldAbove = 0;
    return options;
}

bool hasColor(const QImage& image, const QRect& where, const QColor& color)
{
    for (int y = where.top(); y <= where.bottom(); ++y) {
        for (int x = where.left(); x <= where.right(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void axis_givesOneMomentOneHeight();
    void axis_leavesRoomForTheMark();
    void axis_isBusyWhereEitherIs();
    void axis_hasTheScaleOfTheLongerTrace();
    void common_isAtTheSameHeight();
    void difference_isFoundAndMarked();
    void mark_isSeenInBothCharts_data();
    void mark_isSeenInBothCharts();
    void mark_coversNoArrow();
    void sameTraces_haveNoMark();
    void differenceAtTheStart_isMarkedAboveIt();
    void view_showsTheDifferenceFirst();
    void view_keepsItsPlaceWhileATraceGrows();
    void zoom_keepsWhatIsInTheMiddle();
    void fit_showsAll();
    void keysAndWheel_moveBoth();
    void longTitle_isShortened();

private:
    ComparedBranches m_branches;
};

void TestComparison::init()
{
    m_branches = {ComparedBranch{QStringLiteral("one"), test::closedByClient()},
                  ComparedBranch{QStringLiteral("two"), test::lostFin()}};
}

void TestComparison::axis_givesOneMomentOneHeight()
{
    const SequenceIndex one(m_branches[0].trace, unfolded());
    const SequenceIndex two(m_branches[1].trace, unfolded());
    const SequenceMeasures measures{QFont()};
    const TimeAxis axis = commonAxis({m_branches[0].trace, one}, {m_branches[1].trace, two}, measures, std::nullopt, 0);
    const TimeAxis swapped =
        commonAxis({m_branches[1].trace, two}, {m_branches[0].trace, one}, measures, std::nullopt, 0);
    double last = -1;
    for (const ComparedBranch& branch : m_branches) {
        for (const Record& record : branch.trace.records()) {
            QCOMPARE(axis.y(record.at), swapped.y(record.at));
            QCOMPARE(axis.timeAt(axis.y(record.at)), record.at);
        }
        last = std::max(last, axis.y(branch.trace.end()));
    }
    QVERIFY(axis.height() >= last);
}

void TestComparison::axis_leavesRoomForTheMark()
{
    const SequenceIndex one(m_branches[0].trace, unfolded());
    const SequenceMeasures measures{QFont()};
    const ChartedTrace charted{m_branches[0].trace, one};
    const Time at = m_branches[0].trace.steps()[3].at;
    const TimeAxis plain = commonAxis(charted, charted, measures, std::nullopt, 50);
    const TimeAxis marked = commonAxis(charted, charted, measures, at, 50);
    QVERIFY(qAbs(marked.y(at) - plain.y(at) - 50) < 0.01);
    const Time before = m_branches[0].trace.steps()[2].at;
    QVERIFY(before < at);
    QCOMPARE(marked.y(before), plain.y(before));
    QCOMPARE(commonAxis(charted, charted, measures, Time{}, 50).height(), plain.height());
}

/// What is idle in one chart is not torn out while a segment of the other is under way.
void TestComparison::axis_isBusyWhereEitherIs()
{
    Trace busy;
    Flight flight;
    flight.due = flight.sent + 300ms;
    busy.appendFlight(flight, noRecord);
    busy.endStep({});
    busy.append({300ms, 0, Side::Server, record::SegmentArrived{0}});
    busy.endStep(300ms);
    Trace idle;
    idle.append({1ms, noRecord, Side::Client, record::Transition{0}});
    idle.endStep(1ms);
    const SequenceIndex one(busy, unfolded());
    const SequenceIndex two(idle, unfolded());
    const SequenceMeasures measures{QFont()};
    for (const TimeAxis& axis : {commonAxis({busy, one}, {idle, two}, measures, std::nullopt, 0),
                                 commonAxis({idle, two}, {busy, one}, measures, std::nullopt, 0)})
        QVERIFY(axis.gaps(0, axis.height()).empty());
}

/// Whoever has just acted compares a long branch with one that has hardly begun.
void TestComparison::axis_hasTheScaleOfTheLongerTrace()
{
    const SequenceIndex whole(m_branches[0].trace, unfolded());
    Trace begun = m_branches[0].trace;
    begun.truncate(2);
    const SequenceIndex start(begun, unfolded());
    QVERIFY(start.pixelsPerSecond() != whole.pixelsPerSecond());
    const SequenceMeasures measures{QFont()};
    const double height = whole.axis(m_branches[0].trace, measures.row, measures.gap, measures.band).height();
    const TimeAxis axis = commonAxis({m_branches[0].trace, whole}, {begun, start}, measures, std::nullopt, 0);
    QVERIFY(qAbs(axis.height() - height) < height / 4); // timers of the begun one add a little
}

void TestComparison::common_isAtTheSameHeight()
{
    ComparisonView view;
    view.resize(1100, 600);
    view.compare(m_branches);
    for (RecordIndex record = 0; record < view.difference()->record; ++record)
        QCOMPARE(view.layout(0)->y(record), view.layout(1)->y(record));
    QCOMPARE(view.layout(0)->height(), view.layout(1)->height());
    QCOMPARE(view.layout(0)->columns().width, view.layout(1)->columns().width);
}

void TestComparison::difference_isFoundAndMarked()
{
    ComparisonView view;
    view.resize(1100, 600);
    view.compare(m_branches);
    QVERIFY(view.difference());
    QCOMPARE(view.difference(), firstDifference(m_branches[0].trace, m_branches[1].trace));
    const RecordIndex record = view.difference()->record;
    for (const std::size_t chart : {0U, 1U}) {
        QVERIFY(*view.markY() < view.layout(chart)->y(record));
        const Trace& trace = m_branches[chart].trace;
        RecordIndex before = record - 1;
        while (before > 0 && trace.record(before).at == view.difference()->at)
            --before;
        QVERIFY(*view.markY() > view.layout(chart)->y(before));
    }
}

void TestComparison::mark_isSeenInBothCharts_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestComparison::mark_isSeenInBothCharts()
{
    QFETCH(const bool, dark);
    const Theme& theme = dark ? Theme::darkTheme() : Theme::lightTheme();
    ComparisonView view;
    view.setTheme(theme);
    view.resize(1100, 600);
    view.compare(m_branches);
    const QImage image = view.grab().toImage();
    QCOMPARE(image.pixelColor(2, 590), theme.panel);
    const int half = image.width() / 2;
    QVERIFY(hasColor(image, QRect(0, 100, half - 20, 490), theme.lit));
    QVERIFY(hasColor(image, QRect(half + 20, 100, half - 40, 490), theme.lit));
    view.compare({m_branches[0], m_branches[0]});
    QVERIFY(!hasColor(view.grab().toImage(), image.rect(), theme.lit));
}

/// It stands on the way of a FIN.
void TestComparison::mark_coversNoArrow()
{
    ComparisonView view;
    view.resize(1300, 620);
    view.compare({ComparedBranch{QStringLiteral("one"), test::closedByBoth()}, m_branches[1]});
    view.show();
    for (const std::size_t chart : {0U, 1U}) {
        const SequenceLayout& layout = *view.layout(chart);
        const QRectF pill = view.markPill(layout);
        const OrientedBox box{pill.center(), pill.width(), pill.height(), 0};
        for (FlightIndex flight = 0; flight < layout.trace().flights().size(); ++flight)
            QVERIFY(!box.meets(layout.arrow(flight)));
    }
}

void TestComparison::sameTraces_haveNoMark()
{
    ComparisonView view;
    view.compare({m_branches[0], m_branches[0]});
    QVERIFY(!view.difference());
    QVERIFY(!view.markY());
    view.showDifference();
    QCOMPARE(view.verticalScrollBar()->value(), 0);
}

void TestComparison::differenceAtTheStart_isMarkedAboveIt()
{
    ComparisonView view;
    view.resize(1100, 600);
    view.compare({m_branches[0], ComparedBranch{}});
    QCOMPARE(view.difference()->at, Time{});
    QVERIFY(*view.markY() > 0);
    QVERIFY(*view.markY() < view.layout(0)->y(RecordIndex{0}));
    view.grab();
}

void TestComparison::view_showsTheDifferenceFirst()
{
    ComparisonView view;
    view.resize(1100, 260);
    view.compare(m_branches);
    view.show();
    const QScrollBar& bar = *view.verticalScrollBar();
    QVERIFY(bar.maximum() > 0);
    QVERIFY(bar.value() > 0);
    QVERIFY(*view.markY() > bar.value());
    QVERIFY(*view.markY() < bar.value() + view.viewport()->height());
}

void TestComparison::view_keepsItsPlaceWhileATraceGrows()
{
    ComparedBranches begun = m_branches;
    begun[1].trace.truncate(static_cast<StepIndex>(begun[1].trace.steps().size() - 2));
    ComparisonView view;
    view.resize(1100, 260);
    view.compare(begun);
    view.show();
    view.verticalScrollBar()->setValue(7);
    view.compare(m_branches);
    QCOMPARE(view.verticalScrollBar()->value(), 7);
}

void TestComparison::zoom_keepsWhatIsInTheMiddle()
{
    ComparisonView view;
    view.resize(1100, 400);
    view.compare(m_branches);
    view.show();
    QScrollBar& bar = *view.verticalScrollBar();
    bar.setValue(bar.maximum() / 2);
    const double height = view.layout(0)->height();
    view.zoomIn();
    QVERIFY(view.layout(0)->height() > height);
    QCOMPARE(view.layout(0)->height(), view.layout(1)->height());
    view.zoomOut();
    QVERIFY(qAbs(view.layout(0)->height() - height) < 1);
}

void TestComparison::fit_showsAll()
{
    ComparisonView view;
    view.resize(1100, 400);
    view.compare(m_branches);
    view.show();
    QVERIFY(view.verticalScrollBar()->maximum() > 0);
    view.fit();
    QCOMPARE(view.verticalScrollBar()->maximum(), 0);
    view.resize(1100, 500); // and goes on to
    QTRY_COMPARE(view.verticalScrollBar()->maximum(), 0);
}

void TestComparison::keysAndWheel_moveBoth()
{
    ComparisonView view;
    view.resize(1100, 300);
    view.compare(m_branches);
    view.show();
    QScrollBar& bar = *view.verticalScrollBar();
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(bar.value(), bar.maximum());
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(bar.value(), 0);
    QTest::keyClick(&view, Qt::Key_PageDown);
    QVERIFY(bar.value() > 0);
    const double height = view.layout(1)->height();
    QWheelEvent wheel(QPointF(800, 200), view.viewport()->mapToGlobal(QPointF(800, 200)), {}, {0, 120}, Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(view.viewport(), &wheel);
    QVERIFY(view.layout(1)->height() > height);
    QCOMPARE(view.layout(0)->height(), view.layout(1)->height());
}

void TestComparison::longTitle_isShortened()
{
    m_branches[0].title = QString(400, u'm');
    ComparisonView view;
    view.resize(1100, 300);
    view.compare(m_branches);
    const QImage image = view.grab().toImage();
    const int margin = image.width() / 2 - 16; // between the shortened title and the line between the charts
    for (int x = margin; x < margin + 4; ++x) {
        for (int y = 2; y < 24; ++y)
            QCOMPARE(image.pixelColor(x, y), Theme::lightTheme().panel);
    }
}

QTEST_MAIN(TestComparison)
#include "tst_comparison.moc"
