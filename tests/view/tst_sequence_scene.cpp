// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The chart as a person meets it: real clicks on a real view.
#include "view/sequence_margin.h"
#include "view/sequence_text.h"
#include "view/sequence_traces.h"
#include "view/sequence_view.h"
#include "view/words.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <QtMath>

#include <algorithm>
#include <utility>
#include <variant>

using namespace finwait;

namespace {

/// In the middle of the flight of the first segment for which `wanted` holds.
SequenceMoment middleOf(const Trace& trace, FlightIndex index)
{
    const Flight& flight = trace.flight(index);
    const Time time = flight.sent + (flight.ended - flight.sent) / 2;
    return {time, trace.recordsOf(trace.stepsUntil(time))};
}

std::vector<Command> commandsOf(const QSignalSpy& asked)
{
    std::vector<Command> commands;
    for (const QList<QVariant>& arguments : asked)
        commands.push_back(arguments[0].value<Command>());
    return commands;
}

FlightIndex firstFin(const Trace& trace)
{
    for (FlightIndex flight = 0; flight < trace.flights().size(); ++flight) {
        if (trace.flight(flight).segment.flags.fin)
            return flight;
    }
    return 0;
}

SequenceMoment atEnd(const Trace& trace)
{
    return {trace.end(), static_cast<RecordIndex>(trace.records().size())};
}

class Window
{
public:
    explicit Window(Trace played, QSize size = {640, 700}) : trace(std::move(played)), view(&scene)
    {
        view.resize(size);
        view.show();
        scene.show(trace, 1, atEnd(trace));
        QTest::qWait(1);
    }

    [[nodiscard]] QPoint at(QPointF point) const { return view.mapFromScene(point); }
    void click(QPointF point) { QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at(point)); }

    Trace trace;
    SequenceScene scene;
    SequenceView view;
};

} // namespace

class TestSequenceScene : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void click_onMessage_selectsItsSending();
    void click_onStrip_selectsItsTransition();
    void click_onTimerBar_selectsItsStart();
    void click_onFlag_selectsTheCall();
    void click_onNothing_clearsTheSelection();
    void click_onBand_opensIt_andOnItsBox_closesIt();
    void drag_inTheTimes_seeks();
    void seeking_reachesTheMomentUnderThePointer();
    void segmentUnderWay_offersDeliverAndDrop();
    void segmentOfThePast_offersNothing();
    void segmentThatWaits_saysWhyItCannotBeHeld();
    void lifeline_offersWhatCanBeDoneToItsSide();
    void runningTimer_offersToRunOut();
    void mouse_asksForAMenuOnce_whereItIs();
    void keyboard_asksForAMenu_ofWhatIsSelected();
    void longTimes_haveRoomBesideTheAxis();
    void momentAtThePlayhead_isTrueInEveryDigit();
    void playhead_keepsClearOfNames();
    void openRuns_stayWhereTheTraceStays();
    void font_followsTheView();
    void keys_goThroughTheRecords();
    void ctrlWheel_keepsTheMomentUnderThePointer();
    void fit_showsAllOfIt();
    void playhead_isFollowed();
    void growingTrace_isShown();
    void longGrowingTrace_isCaughtUpWith();
    void longTrace_isPaintedFromItsMiddle();
};

void TestSequenceScene::initTestCase()
{
    qRegisterMetaType<SelectedThing>();
    qRegisterMetaType<Command>();
    qRegisterMetaType<Time>();
}

void TestSequenceScene::click_onMessage_selectsItsSending()
{
    Window window(test::closedByClient());
    QSignalSpy selected(&window.scene, &SequenceScene::selected);
    const FlightIndex fin = firstFin(window.trace);
    window.click(window.scene.layout()->arrow(fin).pointAt(0.9));
    QCOMPARE(selected.size(), 1);
    QVERIFY(selected[0][0].value<SelectedThing>()
            == SelectedThing(SelectedRecord{window.trace.flight(fin).sentRecord}));
}

void TestSequenceScene::click_onStrip_selectsItsTransition()
{
    Window window(test::closedByClient());
    QSignalSpy selected(&window.scene, &SequenceScene::selected);
    const auto& spans = window.trace.states(Side::Client);
    for (std::size_t span = 1; span < 4; ++span) {
        window.click(window.scene.layout()->strip(Side::Client, span).center());
        QVERIFY(selected.takeLast().at(0).value<SelectedThing>() == SelectedThing(SelectedRecord{spans[span].entered}));
    }
    window.click(window.scene.layout()->strip(Side::Client, 0).center());
    QVERIFY2(selected.takeLast().at(0).value<SelectedThing>() == SelectedThing(SelectedState{State::Closed}),
             "no transition led to the first state");
}

void TestSequenceScene::click_onTimerBar_selectsItsStart()
{
    Window window(test::closedByClient());
    QSignalSpy selected(&window.scene, &SequenceScene::selected);
    const SequenceLayout& layout = *window.scene.layout();
    const TimerBar& bar = layout.index().lanes(Side::Client).front().front();
    window.click(layout.bar(Side::Client, 0, bar).center());
    QCOMPARE(selected.size(), 1);
    QVERIFY(selected[0][0].value<SelectedThing>() == SelectedThing(SelectedRecord{bar.started}));
}

void TestSequenceScene::click_onFlag_selectsTheCall()
{
    Window window(test::closedByClient());
    QSignalSpy selected(&window.scene, &SequenceScene::selected);
    const SequenceLayout& layout = *window.scene.layout();
    const Margin margin = placeMargin(layout, Side::Client, {0, layout.height()});
    QVERIFY(!margin.flags.empty());
    window.click(margin.flags.front().rect.center());
    QCOMPARE(selected.size(), 1);
    QVERIFY(selected[0][0].value<SelectedThing>() == SelectedThing(SelectedRecord{margin.flags.front().record}));
}

void TestSequenceScene::click_onNothing_clearsTheSelection()
{
    Window window(test::closedByClient());
    QSignalSpy selected(&window.scene, &SequenceScene::selected);
    window.click({window.scene.layout()->columns().width / 2, 2});
    QCOMPARE(selected.size(), 1);
    QVERIFY(selected[0][0].value<SelectedThing>() == SelectedThing());
}

void TestSequenceScene::click_onBand_opensIt_andOnItsBox_closesIt()
{
    Window window(test::play(test::lifeConfig({.octets = 30'000})));
    const DataRun run = window.scene.layout()->index().runs().front();
    QVERIFY(!run.open);
    window.click(window.scene.layout()->band(run).boundingRect().center());
    const DataRun opened = window.scene.layout()->index().runs().front();
    QVERIFY(opened.open);
    QCOMPARE(opened.firstRecord, run.firstRecord);
    const QRectF box = window.scene.layout()->closeBox(opened);
    window.view.verticalScrollBar()->setValue(static_cast<int>(box.top()) - 100);
    window.click(box.center());
    QVERIFY(!window.scene.layout()->index().runs().front().open);
}

void TestSequenceScene::drag_inTheTimes_seeks()
{
    Window window(test::closedByClient());
    QSignalSpy sought(&window.scene, &SequenceScene::seekRequested);
    QWidget* viewport = window.view.viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, {20, 120});
    QTest::mouseMove(viewport, {20, 160});
    QTest::mouseMove(viewport, {20, 220});
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, {20, 220});
    QVERIFY(sought.size() >= 3);
    QVERIFY(sought.last()[0].value<Time>() > sought.first()[0].value<Time>());
    const qsizetype before = sought.size();
    QTest::mouseMove(viewport, {20, 300});
    QCOMPARE(sought.size(), before);
}

void TestSequenceScene::seeking_reachesTheMomentUnderThePointer()
{
    Window window(test::closedByClient());
    QSignalSpy sought(&window.scene, &SequenceScene::seekRequested);
    const double y = window.scene.layout()->y(Time(60ms));
    window.click({15, y});
    QCOMPARE(sought.size(), 1);
    const Duration error = sought[0][0].value<Time>() - Time(60ms);
    QVERIFY(std::abs(error.count()) < 2000);
}

void TestSequenceScene::segmentUnderWay_offersDeliverAndDrop()
{
    Window window(test::closedByClient());
    const FlightIndex fin = firstFin(window.trace);
    window.scene.show(window.trace, 1, middleOf(window.trace, fin));
    QTest::qWait(1);
    const std::unique_ptr<QMenu> menu = window.scene.menuAt(window.scene.layout()->arrow(fin).pointAt(0.3));
    QVERIFY(menu != nullptr);
    QSignalSpy commands(&window.scene, &SequenceScene::commandRequested);
    for (QAction* action : menu->actions())
        action->trigger();
    QVERIFY((commandsOf(commands)
             == std::vector<Command>{command::Deliver{fin}, command::Drop{fin}, command::Duplicate{fin},
                                     command::Hold{fin}}));
}

void TestSequenceScene::segmentOfThePast_offersNothing()
{
    Window window(test::closedByClient());
    const FlightIndex fin = firstFin(window.trace);
    QVERIFY(window.scene.menuAt(window.scene.layout()->arrow(fin).pointAt(0.3)) == nullptr);
    window.scene.show(window.trace, 1, {0ms, 0});
    QVERIFY2(window.scene.menuAt(window.scene.layout()->arrow(fin).pointAt(0.3)) == nullptr, "not sent yet");
}

void TestSequenceScene::runningTimer_offersToRunOut()
{
    Window window(test::closedByClient());
    window.scene.show(window.trace, 1, middleOf(window.trace, 0));
    QTest::qWait(1);
    const SequenceLayout& layout = *window.scene.layout();
    const TimerBar& bar = layout.index().lanes(Side::Client).front().front();
    const std::unique_ptr<QMenu> menu = window.scene.menuAt(layout.bar(Side::Client, 0, bar).center());
    QVERIFY(menu != nullptr);
    QSignalSpy commands(&window.scene, &SequenceScene::commandRequested);
    for (QAction* action : menu->actions())
        action->trigger();
    constexpr TimerKind rto = TimerKind::Retransmission;
    QVERIFY((commandsOf(commands)
             == std::vector<Command>{command::FireTimer{Side::Client, rto}, command::StopTimer{Side::Client, rto},
                                     command::StretchTimer{Side::Client, rto, 1s}}));
}

void TestSequenceScene::segmentThatWaits_saysWhyItCannotBeHeld()
{
    SimulatorConfig config = test::lifeConfig({});
    config.network.manual = true;
    Window window(test::play(config));
    const std::unique_ptr<QMenu> menu = window.scene.menuAt(window.scene.layout()->arrow(0).pointAt(0.3));
    QVERIFY(menu != nullptr);
    QVERIFY(menu->toolTipsVisible());
    QCOMPARE(menu->actions().size(), 4);
    for (const QAction* action : menu->actions().first(3))
        QVERIFY2(action->isEnabled(), qPrintable(action->text()));
    QVERIFY(!menu->actions().last()->isEnabled());
    QCOMPARE(menu->actions().last()->toolTip(), words::refusalText(Refusal::SegmentWaitsAlready));
}

void TestSequenceScene::lifeline_offersWhatCanBeDoneToItsSide()
{
    Window window(test::closedByClient());
    QAction client;
    QAction server;
    window.scene.setSideActions({{&client}, {&server}});
    for (const Side side : allSides) {
        const std::unique_ptr<QMenu> menu = window.scene.menuAt(window.scene.layout()->strip(side, 1).center());
        QVERIFY(menu != nullptr);
        QVERIFY(menu->toolTipsVisible());
        QCOMPARE(menu->actions(), QList<QAction*>{side == Side::Client ? &client : &server});
    }
}

void TestSequenceScene::mouse_asksForAMenuOnce_whereItIs()
{
    Window window(test::closedByClient());
    window.scene.showSelection(SelectedRecord{0}); // somewhere else
    QSignalSpy asked(&window.view, &SequenceView::menuRequested);
    const QPoint at = window.at(window.scene.layout()->arrow(firstFin(window.trace)).pointAt(0.3));
    const QPoint global(1234, 567);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, global);
    QApplication::sendEvent(window.view.viewport(), &event);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).toPointF(), window.view.mapToScene(at));
    QCOMPARE(asked.first().at(1).toPoint(), global);
}

void TestSequenceScene::keyboard_asksForAMenu_ofWhatIsSelected()
{
    Window window(test::closedByClient());
    const Flight& fin = window.trace.flight(firstFin(window.trace));
    window.scene.showSelection(SelectedRecord{fin.sentRecord});
    QSignalSpy asked(&window.view, &SequenceView::menuRequested);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(3, 3), QPoint(3, 3));
    QApplication::sendEvent(window.view.viewport(), &event);
    QCOMPARE(asked.count(), 1);
    const QPointF anchor = window.scene.selectionAnchor().value();
    QCOMPARE(asked.first().at(0).toPointF(), anchor);
    QCOMPARE(asked.first().at(1).toPoint(), window.view.viewport()->mapToGlobal(window.at(anchor)));
}

void TestSequenceScene::longTimes_haveRoomBesideTheAxis()
{
    Window window(test::closedByClient());
    const QFontMetricsF metrics(window.scene.layout()->font());
    const auto room = [&] { return window.scene.layout()->columns().tickRight; };
    const auto last = [&] {
        const TimeAxis& axis = window.scene.layout()->axis();
        return sequence_text::moment(axis.end(), axis.tickStep(1));
    };
    const double usual = room();
    window.scene.show(window.trace, 1, {10h + 100ms, atEnd(window.trace).recordsBefore});
    QVERIFY2(last().startsWith(QStringLiteral("10:00:00.")), qPrintable(last()));
    QVERIFY(room() > usual);
    QVERIFY(room() >= metrics.horizontalAdvance(last()));
    const double before = room();
    window.scene.show(window.trace, 1, atEnd(window.trace));
    QCOMPARE(room(), usual);
    window.scene.show(window.trace, 1, {10h + 100ms, atEnd(window.trace).recordsBefore});
    for (int i = 0; i < 20; ++i)
        window.view.zoomIn(); // more decimals
    QVERIFY(room() > before);
    QVERIFY(room() >= metrics.horizontalAdvance(last()));
}

void TestSequenceScene::momentAtThePlayhead_isTrueInEveryDigit()
{
    QCOMPARE(sequence_text::moment(3219147us, 20ms), QStringLiteral("3.21 s")); // not 3.20 s
    QCOMPARE(sequence_text::moment(851500us, 500us), QStringLiteral("851.5 ms"));
    QCOMPARE(sequence_text::moment(130ms, 5ms), QStringLiteral("130 ms"));
    QCOMPARE(sequence_text::moment(97s, 30s), QStringLiteral("1:37"));
    QCOMPARE(sequence_text::moment(4h, 10min), QStringLiteral("4:00:00"));
}

void TestSequenceScene::playhead_keepsClearOfNames()
{
    Window window(test::closedByClient());
    const SequenceLayout& layout = *window.scene.layout();
    const Margin margin = placeMargin(layout, Side::Client, {0, layout.height()});
    const auto name = std::ranges::find(margin.states, QStringLiteral("TIME_WAIT"), &MarginState::name);
    QVERIFY(name != margin.states.end());
    const Time at = layout.timeAt(name->rect.center().y());
    window.scene.show(window.trace, 1, {at, window.trace.recordsOf(window.trace.stepsUntil(at))});
    const double y = window.scene.playheadY();
    QVERIFY(name->rect.contains(QPointF(name->rect.center().x(), y)));
    const QImage image = window.view.viewport()->grab().toImage();
    const Theme& theme = window.scene.theme();
    const auto isLine = [&](double x) { // more of its colour than of the letters'
        const QColor pixel = image.pixelColor(window.at({x, y}));
        return std::abs(pixel.hsvHue() - theme.lit.hsvHue()) < 12 && pixel.hsvSaturation() > 20;
    };
    int throughIt = 0;
    for (int x = qCeil(name->rect.left()); x < name->rect.right() - 3; ++x)
        throughIt += isLine(x) ? 1 : 0;
    int besideIt = 0;
    for (int x = qCeil(layout.columns().textFar.client); x < name->rect.left() - 4; ++x)
        besideIt += isLine(x) ? 1 : 0;
    QCOMPARE(throughIt, 0);
    QVERIFY(besideIt > 0);
}

void TestSequenceScene::openRuns_stayWhereTheTraceStays()
{
    Window window(test::play(test::lifeConfig({.octets = 30'000})));
    const auto run = [&] { return window.scene.layout()->index().runs().front(); };
    window.click(window.scene.layout()->band(run()).boundingRect().center());
    QVERIFY(run().open);
    window.scene.show(window.trace, 2, atEnd(window.trace)); // a command at the end
    QVERIFY(run().open);
    window.scene.show(window.trace, 3, {0ms, 0}); // as another scenario comes
    QVERIFY(!run().open);
}

void TestSequenceScene::font_followsTheView()
{
    Window window(test::closedByClient());
    const double line = window.scene.layout()->measures().line;
    QFont font = window.view.font();
    font.setPointSizeF(font.pointSizeF() * 2);
    window.view.setFont(font);
    QVERIFY(window.scene.layout()->measures().line > 1.5 * line);
}

void TestSequenceScene::keys_goThroughTheRecords()
{
    Window window(test::play(test::lifeConfig({.octets = 30'000})));
    QVERIFY(!window.scene.layout()->index().runs().empty());
    std::vector<RecordIndex> down;
    connect(&window.scene, &SequenceScene::selected, &window.scene, [&](const SelectedThing& thing) {
        window.scene.showSelection(thing);
        down.push_back(std::get<SelectedRecord>(thing).record);
    });
    for (int i = 0; i < 500; ++i)
        QTest::keyClick(&window.view, Qt::Key_Down);
    QVERIFY(down.size() > 10);
    QVERIFY(std::ranges::is_sorted(down));
    QVERIFY(std::ranges::adjacent_find(down) == down.end());
    std::vector<RecordIndex> there = std::exchange(down, {});
    for (int i = 0; i < 500; ++i)
        QTest::keyClick(&window.view, Qt::Key_Up);
    std::ranges::reverse(down);
    there.pop_back();
    QVERIFY2(down == there, "the way back is the way there");
}

void TestSequenceScene::ctrlWheel_keepsTheMomentUnderThePointer()
{
    Window window(test::closedByClient(), {640, 300});
    window.view.verticalScrollBar()->setValue(60);
    const QPoint pointer(300, 140);
    const Time before = window.scene.layout()->timeAt(window.view.mapToScene(pointer).y());
    const double zoom = window.scene.zoom();
    QWheelEvent wheel(pointer, window.view.viewport()->mapToGlobal(pointer), {}, {0, 240}, {}, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(window.view.viewport(), &wheel);
    QVERIFY(window.scene.zoom() > zoom);
    const Time after = window.scene.layout()->timeAt(window.view.mapToScene(pointer).y());
    QVERIFY(std::abs((after - before).count()) < 3000);
}

void TestSequenceScene::fit_showsAllOfIt()
{
    Window window(test::play(test::lifeConfig({.octets = 200'000})), {640, 400});
    window.scene.setFoldAbove(0);
    QVERIFY(window.view.verticalScrollBar()->maximum() > 0);
    window.view.zoomToFit();
    QCOMPARE(window.view.verticalScrollBar()->maximum(), 0);
    window.view.resize(640, 300);
    QTest::qWait(1);
    QCOMPARE(window.view.verticalScrollBar()->maximum(), 0);
}

void TestSequenceScene::playhead_isFollowed()
{
    Window window(test::lostFin(), {640, 260});
    const auto playheadInSight = [&] {
        const int y = window.at({0, window.scene.playheadY()}).y();
        return y >= 0 && y <= window.view.viewport()->height();
    };
    for (Time time = 0ms; time < window.trace.end(); time += 20ms) {
        window.scene.show(window.trace, 1, {time, window.trace.recordsOf(window.trace.stepsUntil(time))});
        if (!playheadInSight())
            QFAIL(qPrintable(QString::number(time.count())));
        if (time > 3s)
            time += 10s;
    }
    window.scene.show(window.trace, 1, {0ms, 0});
    QVERIFY(playheadInSight());
}

void TestSequenceScene::growingTrace_isShown()
{
    const SimulatorConfig config = test::lifeConfig({});
    Simulator simulator(config);
    Trace trace;
    SequenceScene scene;
    scene.setAvailableWidth(600);
    double y = 0;
    double scale = 0;
    int compared = 0;
    while (simulator.step(&trace)) {
        scene.show(trace, 1, {simulator.now(), static_cast<RecordIndex>(trace.records().size())});
        // What the trace holds decides how far time is stretched. As long as that stays, time goes downwards.
        const double scaleBefore = std::exchange(scale, scene.layout()->index().pixelsPerSecond());
        const double before = std::exchange(y, scene.playheadY());
        if (scale == scaleBefore) {
            QVERIFY2(y >= before, qPrintable(QString::number(simulator.now().count())));
            ++compared;
        }
        QVERIFY(y > 0);
        QVERIFY(scene.sceneRect().height() >= y);
    }
    QVERIFY(compared > 8);
    QCOMPARE(scene.layout()->trace().flights().size(), trace.flights().size());
}

void TestSequenceScene::longGrowingTrace_isCaughtUpWith()
{
    Window window(test::closedByClient());
    Trace& trace = window.trace;
    const auto grow = [&](int records) {
        for (int i = 0; i < records; ++i) {
            trace.append({trace.end() + 20ms, noRecord, Side::Client, record::CallMade{Close{}}});
            trace.endStep(trace.end() + 20ms);
        }
        window.scene.show(trace, 1, atEnd(trace));
    };
    const auto indexed = [&] { return window.scene.layout()->index().flags(Side::Client).size(); };
    grow(100'000);
    QTRY_VERIFY(indexed() > 100'000);
    const std::size_t before = indexed();
    for (int tick = 0; tick < 20; ++tick) {
        grow(1);
        QVERIFY(window.scene.playheadY() <= window.scene.sceneRect().height());
        (void)window.view.grab(); // of whatever is known
    }
    QTRY_COMPARE(indexed(), before + 20);
    QCOMPARE(window.scene.playheadY(), window.scene.layout()->y(atEnd(trace)));
}

void TestSequenceScene::longTrace_isPaintedFromItsMiddle()
{
    Window window(test::play(test::lifeConfig({.octets = 200'000})), {640, 400});
    window.scene.setFoldAbove(0);
    window.view.verticalScrollBar()->setValue(window.view.verticalScrollBar()->maximum() / 2);
    const QImage image = window.view.viewport()->grab().toImage();
    int inked = 0;
    const double left = window.scene.layout()->innerEdge(Side::Client);
    const double right = window.scene.layout()->innerEdge(Side::Server);
    for (int y = 0; y < image.height(); ++y)
        inked += image.pixelColor(static_cast<int>((left + right) / 2), y).lightness() < 128 ? 1 : 0;
    QVERIFY2(inked > 5, "arrows in the middle of the chart");
}

QTEST_MAIN(TestSequenceScene)
#include "tst_sequence_scene.moc"
