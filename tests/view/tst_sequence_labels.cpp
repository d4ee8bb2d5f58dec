// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_labels.h"

#include "view/oriented_box.h"
#include "view/sequence_hit.h"
#include "view/sequence_margin.h"
#include "view/sequence_text.h"
#include "view/sequence_traces.h"
#include "view/words.h"

#include <QGuiApplication>
#include <QTest>

#include <cmath>
#include <set>

using namespace finwait;

namespace {

struct Chart {
    Chart(Trace played, double width, std::uint32_t foldAbove = 8)
        : trace(std::move(played))
        , index(trace, {.foldAbove = foldAbove})
        , layout(trace, index, QGuiApplication::font(), width)
    {}

    void prepareAll() { labels.prepare(layout, {0, layout.height()}); }

    Trace trace;
    SequenceIndex index;
    SequenceLayout layout;
    SequenceLabels labels;
};

std::vector<const MessageLabel*> placedLabels(const Chart& chart)
{
    std::vector<const MessageLabel*> found;
    for (FlightIndex flight = 0; flight < chart.trace.flights().size(); ++flight) {
        if (const MessageLabel* label = chart.labels.find(flight))
            found.push_back(label);
    }
    return found;
}

} // namespace

class TestSequenceLabels : public QObject
{
    Q_OBJECT

private slots:
    void orientedBoxes_meetWhereTheyCover();
    void labels_neverOverlap_data();
    void labels_neverOverlap();
    void labels_areNeverUpsideDown_data();
    void labels_areNeverUpsideDown();
    void labels_stayBetweenTheLifelines();
    void bandLabels_stayInTheirBands();
    void everySegmentOfAWideChart_isNamedInFull();
    void retransmission_isNamed();
    void tips_tellWhoSentAndWhatBecameOfIt();
    void crossingSegments_keepTheirNumbers_data();
    void crossingSegments_keepTheirNumbers();
    void narrowChart_dropsNumbersFirst();
    void placement_doesNotDependOnScrolling();
    void copies_branchFromWhatTheyWereMadeOf();
    void line_isToldOfTheLabelsThatItMeets();
    void namesAndFlags_neverOverlap_data();
    void namesAndFlags_neverOverlap();
    void longFlags_areBrokenBeforeTheyAreCut();
    void stateNames_keepTheirEnds();
    void shortStates_areNamed();
    void stateNames_followEachOtherAsTheStatesDo();
    void lastState_isNamedBeforeTheGap();
    void timersBesideEachOther_areBothNamed();
    void timersBesideStates_stayApart();
    void crossingFins_cross();
    void lostSegment_endsOnItsWay();
    void segmentLostAtOnce_isNamed_data();
    void segmentLostAtOnce_isNamed();
    void labels_keepClearOfWhatIsTaken();
};

void TestSequenceLabels::orientedBoxes_meetWhereTheyCover()
{
    const OrientedBox box{{0, 0}, 100, 20, 45};
    QVERIFY(box.contains({30, 30}));
    QVERIFY(!box.contains({30, -30}));
    QVERIFY(box.meets(OrientedBox{{40, 40}, 40, 20, 0}));
    QVERIFY2(!box.meets(OrientedBox{{35, -35}, 40, 40, 0}), "beside the turned box, inside its bounds");
    QVERIFY(box.meets(QLineF(-40, 40, 40, -40)));
    QVERIFY(!box.meets(QLineF(-10, -40, 60, 30)));
    QVERIFY2(!box.meets(QLineF(60, 60, 90, 90)), "in its direction, but past its end");
}

void TestSequenceLabels::labels_neverOverlap_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("zoom");
    const char* const names[] = {"closed by client", "closed by both", "lost FIN", "unfolded data"};
    for (int which = 0; which < 4; ++which) {
        for (const double width : {420.0, 520.0, 900.0}) {
            for (const double zoom : {0.5, 1.0, 4.0})
                QTest::addRow("%s, %g wide, zoom %g", names[which], width, zoom) << which << width << zoom;
        }
    }
}

namespace {

Trace traceOf(int which)
{
    switch (which) {
    case 0: return test::closedByClient();
    case 1: return test::closedByBoth();
    case 2: return test::lostFin();
    default: return test::play(test::lifeConfig({.octets = 30'000}));
    }
}

} // namespace

void TestSequenceLabels::labels_neverOverlap()
{
    QFETCH(int, which);
    QFETCH(double, width);
    QFETCH(double, zoom);
    Chart chart(traceOf(which), width, 0);
    chart.layout.setZoom(zoom);
    chart.prepareAll();
    const auto labels = placedLabels(chart);
    QVERIFY(!labels.empty());
    for (std::size_t one = 0; one < labels.size(); ++one) {
        for (std::size_t two = one + 1; two < labels.size(); ++two)
            QVERIFY2(!labels[one]->box.meets(labels[two]->box),
                     qPrintable(QStringLiteral("%1 and %2").arg(labels[one]->flight).arg(labels[two]->flight)));
    }
}

void TestSequenceLabels::labels_areNeverUpsideDown_data()
{
    labels_neverOverlap_data();
}

void TestSequenceLabels::labels_areNeverUpsideDown()
{
    QFETCH(int, which);
    QFETCH(double, width);
    QFETCH(double, zoom);
    Chart chart(traceOf(which), width, 0);
    chart.layout.setZoom(zoom);
    chart.prepareAll();
    for (const MessageLabel* label : placedLabels(chart))
        QVERIFY(std::abs(label->box.angle) <= 50);
}

void TestSequenceLabels::labels_stayBetweenTheLifelines()
{
    Chart chart(test::lostFin(), 420);
    chart.prepareAll();
    for (const MessageLabel* label : placedLabels(chart)) {
        const QRectF bounds = label->box.polygon().boundingRect();
        QVERIFY(bounds.left() >= chart.layout.innerEdge(Side::Client));
        QVERIFY(bounds.right() <= chart.layout.innerEdge(Side::Server));
    }
}

void TestSequenceLabels::bandLabels_stayInTheirBands()
{
    const Chart chart(test::play(test::lifeConfig({.octets = 30'000})), 320);
    QVERIFY(!chart.index.runs().empty());
    const double between = chart.layout.innerEdge(Side::Server) - chart.layout.innerEdge(Side::Client);
    for (const DataRun& run : chart.index.runs()) {
        const BandLabel label = bandLabel(chart.layout, run);
        QVERIFY2(label.box.width < between, qPrintable(label.text));
        QVERIFY2(label.text.startsWith(QStringLiteral("data")), qPrintable(label.text));
    }
}

void TestSequenceLabels::everySegmentOfAWideChart_isNamedInFull()
{
    Chart chart(test::closedByClient(), 900);
    chart.prepareAll();
    QCOMPARE(placedLabels(chart).size(), chart.trace.flights().size());
    for (const MessageLabel* label : placedLabels(chart)) {
        QVERIFY(!label->name.isEmpty());
        QVERIFY(!label->numbers.isEmpty());
        QVERIFY(!label->crossed);
    }
}

void TestSequenceLabels::retransmission_isNamed()
{
    Chart chart(test::lostFin(), 900);
    chart.prepareAll();
    int named = 0;
    for (const MessageLabel* label : placedLabels(chart)) {
        const bool again = chart.trace.flight(label->flight).role == SegmentRole::Retransmission;
        QCOMPARE(!label->role.isEmpty(), again);
        named += again ? 1 : 0;
    }
    QCOMPARE(named, 1);
}

void TestSequenceLabels::tips_tellWhoSentAndWhatBecameOfIt()
{
    const Trace trace = test::closedByClient();
    PerSide<bool> seen;
    for (FlightIndex index = 0; index < trace.flights().size(); ++index) {
        const Flight& flight = trace.flight(index);
        const QStringList lines = sequence_text::aboutFlight(trace, index).split(u'\n');
        const QString sender = flight.from == Side::Client ? QStringLiteral("sent by the client at %1")
                                                           : QStringLiteral("sent by the server at %1");
        QVERIFY(lines.contains(sender.arg(words::moment(flight.sent))));
        QVERIFY(lines.contains(words::fateText(flight)));
        seen[flight.from] = true;
    }
    QVERIFY(seen.client && seen.server);
}

void TestSequenceLabels::crossingSegments_keepTheirNumbers_data()
{
    QTest::addColumn<double>("width");
    QTest::addColumn<bool>("opening");
    for (const double width : {520.0, 560.0, 700.0}) {
        QTest::addRow("both close, %g wide", width) << width << false;
        QTest::addRow("both open, %g wide", width) << width << true;
    }
}

void TestSequenceLabels::crossingSegments_keepTheirNumbers()
{
    QFETCH(const double, width);
    QFETCH(const bool, opening);
    SimulatorConfig config = test::lifeConfig({});
    config.plan.front() = {Side::Server, OpenActive{}, {}, 20ms};
    Chart chart(opening ? test::play(config) : test::closedByBoth(), width);
    chart.prepareAll();
    const auto labels = placedLabels(chart);
    QCOMPARE(labels.size(), chart.trace.flights().size());
    for (const MessageLabel* label : labels)
        QVERIFY2(!label->numbers.isEmpty(), qPrintable(QString::number(label->flight)));
}

void TestSequenceLabels::narrowChart_dropsNumbersFirst()
{
    Chart chart(test::closedByBoth(), 330);
    chart.prepareAll();
    const auto labels = placedLabels(chart);
    QCOMPARE(labels.size(), chart.trace.flights().size());
    QVERIFY(std::ranges::any_of(labels, [](const MessageLabel* label) { return label->numbers.isEmpty(); }));
    QVERIFY(std::ranges::none_of(labels, [](const MessageLabel* label) { return label->name.isEmpty(); }));
}

void TestSequenceLabels::placement_doesNotDependOnScrolling()
{
    SimulatorConfig config = test::lifeConfig({.octets = 200'000});
    for (const Side side : allSides)
        config.endpoints[side].profile.sendBuffer = 200'000;
    const Trace trace = test::play(config);
    Chart down(trace, 600, 0);
    Chart up(trace, 600, 0);
    QVERIFY2(down.trace.flights().size() > 100, "several blocks of labels");
    constexpr int page = 400;
    const int height = static_cast<int>(std::ceil(down.layout.height()));
    for (int top = 0; top < height; top += page)
        down.labels.prepare(down.layout, {double(top), double(top + page)});
    for (int top = height; top > -page; top -= page)
        up.labels.prepare(up.layout, {double(top), double(top + page)});
    for (FlightIndex flight = 0; flight < trace.flights().size(); ++flight) {
        const MessageLabel* one = down.labels.find(flight);
        const MessageLabel* two = up.labels.find(flight);
        QCOMPARE(one == nullptr, two == nullptr);
        if (one != nullptr) {
            QCOMPARE(one->box.center, two->box.center);
            QCOMPARE(one->numbers, two->numbers);
        }
    }
}

void TestSequenceLabels::namesAndFlags_neverOverlap_data()
{
    labels_neverOverlap_data();
}

void TestSequenceLabels::namesAndFlags_neverOverlap()
{
    QFETCH(int, which);
    QFETCH(double, width);
    QFETCH(double, zoom);
    Chart chart(traceOf(which), width);
    chart.layout.setZoom(zoom);
    for (const Side side : allSides) {
        const Margin margin = placeMargin(chart.layout, side, {0, chart.layout.height()});
        std::vector<QRectF> rects;
        for (const MarginFlag& flag : margin.flags)
            rects.push_back(flag.rect);
        for (const MarginState& state : margin.states)
            rects.push_back(state.rect);
        for (const MarginTimer& timer : margin.timers) {
            if (!timer.label.isEmpty())
                rects.push_back(timer.labelRect);
        }
        QVERIFY(!margin.states.empty());
        for (std::size_t one = 0; one < rects.size(); ++one) {
            for (std::size_t two = one + 1; two < rects.size(); ++two)
                QVERIFY(!rects[one].intersects(rects[two]));
        }
    }
}

void TestSequenceLabels::longFlags_areBrokenBeforeTheyAreCut()
{
    SimulatorConfig config = test::lifeConfig({});
    config.plan.push_back({Side::Client, Send{380}, StateEntered{Side::Client, State::TimeWait}, 1ms}); // refused
    const Chart chart(test::play(config), 420);
    const Margin margin = placeMargin(chart.layout, Side::Client, {0, chart.layout.height()});
    int broken = 0;
    for (const MarginFlag& flag : margin.flags) {
        QString whole = flag.text;
        QCOMPARE(whole.replace(u'\n', u' '), sequence_text::flag(chart.trace.record(flag.record)));
        broken += flag.text.contains(u'\n') ? 1 : 0;
        QVERIFY(flag.rect.left() >= chart.layout.columns().tickRight);
    }
    QVERIFY(broken > 0);
}

void TestSequenceLabels::stateNames_keepTheirEnds()
{
    const Chart chart(test::closedByClient(), 330);
    for (const Side side : allSides) {
        const Margin margin = placeMargin(chart.layout, side, {0, chart.layout.height()});
        for (const MarginState& state : margin.states) {
            const QString whole = words::stateName(chart.trace.states(side)[state.span].state);
            QVERIFY2(state.name.endsWith(QStringView(whole).right(2)), qPrintable(state.name));
        }
    }
}

namespace {

/// TIME_WAIT lasts 2 MSL, and soon after it the next connection opens.
Trace openedAgain(Duration msl)
{
    SimulatorConfig config = test::lifeConfig({});
    config.endpoints.client.profile.msl = msl;
    config.plan.push_back({Side::Client, OpenActive{}, StateEntered{Side::Client, State::Closed}, 1ms});
    config.plan.push_back({Side::Server, OpenPassive{}, StateEntered{Side::Server, State::Closed}, 1ms});
    return test::play(config);
}

} // namespace

void TestSequenceLabels::shortStates_areNamed()
{
    for (const double width : {520.0, 900.0}) {
        const Chart chart(openedAgain(1ms), width);
        for (const Side side : allSides) {
            const Margin margin = placeMargin(chart.layout, side, {0, chart.layout.height()});
            std::set<std::size_t> named;
            for (const MarginState& state : margin.states) {
                const QRectF strip = chart.layout.strip(side, state.span);
                const bool reaches = state.rect.top() <= strip.bottom() && strip.top() <= state.rect.bottom();
                QVERIFY2(reaches || state.hasLeader, qPrintable(state.name));
                named.insert(state.span);
            }
            for (std::size_t span = 1; span < chart.trace.states(side).size(); ++span)
                QVERIFY2(named.contains(span), qPrintable(words::stateName(chart.trace.states(side)[span].state)));
        }
    }
}

void TestSequenceLabels::stateNames_followEachOtherAsTheStatesDo()
{
    for (const Duration msl : {Duration(10ms), Duration(1ms), Duration(100us)}) {
        for (const double zoom : {0.3, 0.6, 1.0, 2.0}) {
            Chart chart(openedAgain(msl), 520);
            chart.layout.setZoom(zoom);
            for (const Side side : allSides) {
                const Margin margin = placeMargin(chart.layout, side, {0, chart.layout.height()});
                for (std::size_t name = 1; name < margin.states.size(); ++name)
                    QVERIFY(margin.states[name - 1].rect.top() < margin.states[name].rect.top());
            }
        }
    }
}

/// The server is done while the client still waits for 2 MSL.
void TestSequenceLabels::lastState_isNamedBeforeTheGap()
{
    Chart chart(test::closedByClient(), 520);
    for (const double zoom : {1.0, 0.8, 3.0}) {
        chart.layout.setZoom(zoom);
        const SequenceWindow window{0, chart.layout.height()};
        const std::vector<QRectF> torn = tornRects(chart.layout, window);
        const Margin margin = placeMargin(chart.layout, Side::Server, window);
        QVERIFY(!torn.empty() && !margin.states.empty());
        QCOMPARE(margin.states.back().span, chart.trace.states(Side::Server).size() - 1);
        QVERIFY2(margin.states.back().rect.bottom() <= torn.back().top() + 0.01, qPrintable(QString::number(zoom)));
    }
}

void TestSequenceLabels::timersBesideEachOther_areBothNamed()
{
    SimulatorConfig config = test::lifeConfig({});
    config.endpoints.client.profile.userTimeout = 5s;
    const Chart chart(test::play(config), 520);
    const Margin margin = placeMargin(chart.layout, Side::Client, {0, chart.layout.height()});
    QStringList named;
    for (const MarginTimer& timer : margin.timers)
        named << timer.label;
    QVERIFY(named.contains(words::timerName(TimerKind::Retransmission)));
    QVERIFY2(named.contains(words::timerName(TimerKind::User)), qPrintable(named.join(u'|')));
}

/// "RTO" and "SYN_SENT" are no "RTOSYN_SENT".
void TestSequenceLabels::timersBesideStates_stayApart()
{
    for (const auto foreign : {std::optional<Side>(), std::optional(Side::Server)}) {
        SimulatorConfig config = test::lifeConfig({});
        config.network.delay = {0ms, 0ms};
        config.foreign = foreign;
        for (int width = 320; width < 900; width += 5) {
            Trace trace = test::play(config, {}, 40);
            trace.foreign = foreign;
            const Chart chart(std::move(trace), width);
            const double apart = chart.layout.measures().space / 4;
            const Margin margin = placeMargin(chart.layout, Side::Client, {0, chart.layout.height()});
            for (const MarginTimer& timer : margin.timers) {
                for (const MarginState& state : margin.states)
                    QVERIFY2(!state.rect.intersects(timer.labelRect.adjusted(-apart, 0, apart, 0)),
                             qPrintable(QStringLiteral("%1 %2, %3 wide").arg(timer.label, state.name).arg(width)));
            }
        }
    }
}

void TestSequenceLabels::copies_branchFromWhatTheyWereMadeOf()
{
    SimulatorConfig config = test::lifeConfig({});
    config.network.rules = {FaultRule{true, {.kind = SegmentKind::Fin, .times = 1}, fault::Duplicate{2, 20ms}}};
    Chart chart(test::play(config), 520);
    chart.prepareAll();
    int copies = 0;
    for (FlightIndex index = 0; index < chart.trace.flights().size(); ++index) {
        const Flight& flight = chart.trace.flight(index);
        if (!flight.copyOf)
            continue;
        ++copies;
        const QLineF original = chart.layout.arrow(*flight.copyOf);
        const QLineF copy = chart.layout.arrow(index);
        const double part = (copy.x1() - original.x1()) / original.dx();
        QVERIFY2(part > 0.1 && part < 0.9, "away from the lifelines");
        QVERIFY(QLineF(copy.p1(), original.pointAt(part)).length() < 0.5);
        QVERIFY(copy.y2() > original.y2());
        QCOMPARE(copy.x2(), original.x2());
        const MessageLabel* label = chart.labels.find(index);
        QVERIFY(label != nullptr);
        QVERIFY(!label->role.isEmpty());
    }
    QCOMPARE(copies, 2);
}

void TestSequenceLabels::line_isToldOfTheLabelsThatItMeets()
{
    Chart chart(test::closedByClient(), 520);
    chart.prepareAll();
    const MessageLabel& label = *chart.labels.find(0);
    const double y = label.box.center.y();
    const auto covers = [&](const QRectF& rect) {
        return rect.left() < label.box.center.x() && label.box.center.x() < rect.right();
    };
    QVERIFY(std::ranges::any_of(textsAcross(chart.layout, chart.labels, {0, chart.layout.height()}, y), covers));
    const double beside = label.box.polygon().boundingRect().bottom() + 1;
    for (const QRectF& text : textsAcross(chart.layout, chart.labels, {0, chart.layout.height()}, beside))
        QVERIFY(!label.box.contains(text.center()));
}

void TestSequenceLabels::crossingFins_cross()
{
    const Chart chart(test::closedByBoth(), 600);
    std::vector<QLineF> fins;
    for (FlightIndex flight = 0; flight < chart.trace.flights().size(); ++flight) {
        if (chart.trace.flight(flight).segment.flags.fin)
            fins.push_back(chart.layout.arrow(flight));
    }
    QCOMPARE(fins.size(), std::size_t(2));
    QCOMPARE(fins[0].intersects(fins[1], nullptr), QLineF::BoundedIntersection);
}

void TestSequenceLabels::lostSegment_endsOnItsWay()
{
    const Chart chart(test::lostFin(), 600);
    int lost = 0;
    for (FlightIndex flight = 0; flight < chart.trace.flights().size(); ++flight) {
        const QLineF arrow = chart.layout.arrow(flight);
        QVERIFY2(arrow.y2() >= arrow.y1(), "no arrow goes back in time");
        if (chart.trace.flight(flight).fate != Fate::Lost)
            continue;
        ++lost;
        QVERIFY(arrow.x2() > chart.layout.innerEdge(Side::Client) + 10);
        QVERIFY(arrow.x2() < chart.layout.innerEdge(Side::Server) - 10);
    }
    QCOMPARE(lost, 1);
}

void TestSequenceLabels::segmentLostAtOnce_isNamed_data()
{
    QTest::addColumn<double>("width");
    for (const double width : {420.0, 520.0, 900.0})
        QTest::addRow("%g wide", width) << width;
}

/// It is the last thing that has happened, and soon after it time is torn out until its timer runs out.
void TestSequenceLabels::segmentLostAtOnce_isNamed()
{
    QFETCH(const double, width);
    Trace trace;
    Simulator simulator(test::lifeConfig({}));
    while (simulator.endpoint(Side::Server).state() != State::CloseWait)
        QVERIFY(simulator.step(&trace));
    const FlightIndex ack = simulator.network().inFlight().back().flight;
    QCOMPARE(simulator.apply(command::Drop{ack}, &trace), Refusal::None);
    Chart chart(trace, width);
    chart.prepareAll();
    QVERIFY(chart.labels.find(ack) != nullptr);
}

void TestSequenceLabels::labels_keepClearOfWhatIsTaken()
{
    Chart chart(test::closedByClient(), 520);
    chart.prepareAll();
    const OrientedBox before = chart.labels.find(0)->box;
    const QRectF taken(before.center - QPointF(20, 8), QSizeF(40, 16));
    chart.labels.keepClearOf({taken});
    chart.prepareAll();
    QVERIFY(!placedLabels(chart).empty());
    for (const MessageLabel* label : placedLabels(chart))
        QVERIFY(!label->box.meets(OrientedBox{taken.center(), taken.width(), taken.height(), 0}));
}

QTEST_MAIN(TestSequenceLabels)
#include "tst_sequence_labels.moc"
