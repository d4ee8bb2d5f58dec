// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The scrubber shows where the playhead is and asks for where the mouse or a key wants it.
#include "app/scrubber.h"
#include "scenario/library.h"
#include "session/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace finwait;

class TestScrubber : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void places_riseWithTime();
    void timeWait_leavesRoomForTheRest();
    void click_asksForThatMoment();
    void click_catchesATransitionNearby();
    void drag_seeksAllTheWay();
    void pageKeys_move();
    void wheel_changesNothing();
    void otherScenario_isShown();
    void mirroredScenario_isShown();
    void playingPastTheEnd_goesOn();

private:
    [[nodiscard]] Time asked(QSignalSpy& spy) const { return spy.takeLast().constFirst().value<Time>(); }
    [[nodiscard]] QPoint at(double x) const { return {int(x), m_scrubber->height() / 2}; }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<Scrubber> m_scrubber;
};

void TestScrubber::init()
{
    m_session = std::make_unique<Session>();
    m_session->load(*findScenario("client-closes-first"));
    m_scrubber = std::make_unique<Scrubber>(*m_session);
    m_scrubber->resize(600, m_scrubber->sizeHint().height());
    connect(m_session.get(), &Session::changed, m_scrubber.get(), &Scrubber::refresh);
    connect(m_scrubber.get(), &Scrubber::seekRequested, m_session.get(), &Session::seek);
}

void TestScrubber::places_riseWithTime()
{
    double last = -1;
    for (const StepMark& step : m_session->trace().steps()) {
        const double x = m_scrubber->xOf(step.at);
        QVERIFY(x >= last);
        last = x;
    }
    QVERIFY(m_scrubber->xOf(Time{}) >= 0);
    QVERIFY(last <= m_scrubber->width());
}

void TestScrubber::timeWait_leavesRoomForTheRest()
{
    const std::vector<StateSpan>& spans = m_session->trace().states(Side::Client);
    const StateSpan& timeWait = *(spans.end() - 2);
    QCOMPARE(timeWait.state, State::TimeWait);
    QVERIFY(*timeWait.until - timeWait.from >= Duration(4min));
    QVERIFY(m_scrubber->xOf(timeWait.from) > m_scrubber->width() / 2.0);
}

void TestScrubber::click_asksForThatMoment()
{
    QSignalSpy spy(m_scrubber.get(), &Scrubber::seekRequested);
    const Time end = m_session->end();
    QTest::mouseClick(m_scrubber.get(), Qt::LeftButton, {}, at(m_scrubber->width() - 1));
    QCOMPARE(asked(spy), end);
    QCOMPARE(m_session->playhead(), end);
    QTest::mouseClick(m_scrubber.get(), Qt::LeftButton, {}, at(0));
    QCOMPARE(m_session->playhead(), Time{});
}

void TestScrubber::click_catchesATransitionNearby()
{
    const Time established = m_session->trace().states(Side::Client)[2].from;
    QTest::mouseClick(m_scrubber.get(), Qt::LeftButton, {}, at(m_scrubber->xOf(established) + 3));
    QCOMPARE(m_session->playhead(), established);
}

void TestScrubber::drag_seeksAllTheWay()
{
    QSignalSpy spy(m_scrubber.get(), &Scrubber::seekRequested);
    QTest::mousePress(m_scrubber.get(), Qt::LeftButton, {}, at(50));
    const Time before = m_session->playhead();
    QTest::mouseMove(m_scrubber.get(), at(200));
    const Time between = m_session->playhead();
    QTest::mouseMove(m_scrubber.get(), at(400));
    QTest::mouseRelease(m_scrubber.get(), Qt::LeftButton, {}, at(400));
    QVERIFY(before < between);
    QVERIFY(between < m_session->playhead());
    QCOMPARE(spy.size(), 3);
    QTest::mouseMove(m_scrubber.get(), at(100));
    QCOMPARE(spy.size(), 3);
}

void TestScrubber::pageKeys_move()
{
    QTest::keyClick(m_scrubber.get(), Qt::Key_PageUp);
    const Time once = m_session->playhead();
    QVERIFY(once > Time{});
    QTest::keyClick(m_scrubber.get(), Qt::Key_PageUp);
    QVERIFY(m_session->playhead() > once);
    QTest::keyClick(m_scrubber.get(), Qt::Key_PageDown);
    QVERIFY(m_session->playhead() <= once);
}

void TestScrubber::wheel_changesNothing()
{
    QSignalSpy spy(m_scrubber.get(), &Scrubber::seekRequested);
    QWheelEvent wheel({50, 18}, {50, 18}, {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_scrubber.get(), &wheel);
    QCOMPARE(spy.size(), 0);
}

void TestScrubber::otherScenario_isShown()
{
    const Time end = m_session->end();
    m_session->load(*findScenario("refused"));
    QVERIFY(m_session->end() < end);
    QTest::mouseClick(m_scrubber.get(), Qt::LeftButton, {}, at(m_scrubber->width() - 1));
    QCOMPARE(m_session->playhead(), m_session->end());
}

// As many records, and as long: only the marks are on the other side.
void TestScrubber::mirroredScenario_isShown()
{
    Scenario scenario = *findScenario("refused");
    scenario.plan = {PlannedDeed{Side::Client, OpenActive{}, {}, {}}};
    m_session->load(scenario);
    const QImage before = m_scrubber->grab().toImage();
    const std::size_t records = m_session->trace().records().size();
    const Time end = m_session->end();

    scenario.plan.front().side = Side::Server;
    m_session->load(scenario);
    QCOMPARE(m_session->trace().records().size(), records);
    QCOMPARE(m_session->end(), end);
    QVERIFY(m_scrubber->grab().toImage() != before);
}

void TestScrubber::playingPastTheEnd_goesOn()
{
    m_session->seekToRecord(m_session->trace().states(Side::Client)[2].entered);
    m_session->submit(command::MakeCall{Side::Client, Close{}});
    const Time closed = m_session->playhead();
    const double before = m_scrubber->xOf(closed);
    m_session->play();
    m_session->advance(5ms);
    QCOMPARE(m_session->end(), closed + 5ms);
    QVERIFY(m_scrubber->xOf(closed) < before);
    QCOMPARE(m_scrubber->xOf(m_session->end()), before);
}

QTEST_MAIN(TestScrubber)
#include "tst_scrubber.moc"
