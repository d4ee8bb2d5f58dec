// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// What was captured and not simulated: what is only inferred can be told from what is sure, and without colours; what
// was found is not shown as a transition; segments have their packets' numbers.
#include "core/simulator.h"
#include "scenario/library.h"
#include "session/recorded_connection.h"
#include "session/session.h"
#include "view/branch_text.h"
#include "view/diagram_scene.h"
#include "view/diagram_state.h"
#include "view/event_model.h"
#include "view/inspector.h"
#include "view/selection.h"
#include "view/selection_text.h"
#include "view/sequence_painter.h"
#include "view/sequence_text.h"
#include "view/state_item.h"
#include "view/trace_reading.h"
#include "view/words.h"

#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QTabBar>
#include <QTest>

#include <memory>
#include <vector>

using namespace finwait;
using enum finwait::Side;

namespace {

/// The chart of a trace as a picture without colours.
class GreyChart
{
public:
    GreyChart(const Trace& trace, const Theme& theme, RecordIndex recordsBefore = noRecord)
        : m_trace(trace)
        , m_index(trace, {})
        , m_layout(trace, m_index, QGuiApplication::font(), width)
    {
        m_labels.prepare(m_layout, {0, m_layout.height()});
        QImage image(width, static_cast<int>(m_layout.height()), QImage::Format_RGB32);
        image.fill(theme.panel);
        QPainter painter(&image);
        SequencePainter(m_layout, m_labels, theme, SequenceMoment{trace.end(), recordsBefore}, m_trail)
            .paint(painter, {0, m_layout.height()});
        painter.end();
        m_image = image.convertToFormat(QImage::Format_Grayscale8);
    }

    /// How often it turns from light to dark or back, down the middle of a strip.
    [[nodiscard]] int stripes(Side side, std::size_t span) const
    {
        const QRectF strip = m_layout.strip(side, span).adjusted(0, 6, 0, -6); // without its rounded ends
        const int x = static_cast<int>(strip.center().x());
        int turns = 0;
        for (int y = static_cast<int>(strip.top()); y < static_cast<int>(strip.bottom()); ++y)
            turns += std::abs(grey(x, y) - grey(x, y + 1)) > clearly ? 1 : 0;
        return turns;
    }
    [[nodiscard]] double height(Side side, std::size_t span) const { return m_layout.strip(side, span).height(); }

private:
    static constexpr int width = 700;
    static constexpr int clearly = 12; // of 255

    [[nodiscard]] int grey(int x, int y) const { return qGray(m_image.pixel(x, y)); }

    const Trace& m_trace;
    SequenceIndex m_index;
    SequenceLayout m_layout;
    SequenceLabels m_labels;
    CauseTrail m_trail;
    QImage m_image;
};

std::size_t spanOf(const Trace& trace, Side side, State state)
{
    const std::vector<StateSpan>& spans = trace.states(side);
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (spans[i].state == state)
            return i;
    }
    qFatal("no such state");
}

QString certaintyOn(const Inspector& inspector, const char* page)
{
    const auto* label =
        inspector.findChild<QWidget*>(QString::fromLatin1(page))->findChild<QLabel*>(QStringLiteral("certainty"));
    return label->isHidden() ? QString() : label->text();
}

} // namespace

class TestCaptured : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void stripOfAnInferredState_isHatched_data();
    void stripOfAnInferredState_isHatched();
    void listTellsWhatIsInferred();
    void foundState_isToldWithItsReason();
    void selectionTellsWhatIsInferred();
    void selectedFoundState_isExplained();
    void segmentsTellTheirPackets();
    void lostSegment_saysThatNothingShowsItsArrival();
    void statePage_saysHowWellTheStateIsKnown();
    void statePage_ofASimulation_saysNothingOfThat();
    void diagram_takesNoEdgeToAFoundState();
    void branches_areNamed();

private:
    std::unique_ptr<Session> m_session;
    [[nodiscard]] const Trace& trace() const { return m_session->trace(); }
};

void TestCaptured::init()
{
    m_session = std::make_unique<Session>();
    m_session->load(Scenario(), test::RecordedConnection(true).recording());
}

void TestCaptured::stripOfAnInferredState_isHatched_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<bool>("isFuture");
    for (const bool isDark : {false, true}) {
        for (const bool isFuture : {false, true})
            QTest::addRow("%s, %s", isDark ? "dark" : "light", isFuture ? "future" : "past") << isDark << isFuture;
    }
}

void TestCaptured::stripOfAnInferredState_isHatched()
{
    QFETCH(bool, isDark);
    QFETCH(bool, isFuture);
    const Theme& theme = isDark ? Theme::darkTheme() : Theme::lightTheme();
    const GreyChart chart(trace(), theme, isFuture ? 2 : noRecord);
    const std::size_t inferred = spanOf(trace(), Server, State::CloseWait);
    const std::size_t sure = spanOf(trace(), Client, State::FinWait2);
    QVERIFY(chart.height(Server, inferred) > 60);
    QVERIFY(chart.height(Client, sure) > 60);
    // Arrows and torn edges cross any strip.
    const QString found =
        QStringLiteral("%1, %2").arg(chart.stripes(Server, inferred)).arg(chart.stripes(Client, sure));
    QVERIFY2(chart.stripes(Server, inferred) >= 3 * chart.stripes(Client, sure) + 10, qPrintable(found));
}

void TestCaptured::listTellsWhatIsInferred()
{
    const EventModel model(*m_session);
    const auto why = [&](Side side, State state) {
        const RecordIndex entered = trace().states(side)[spanOf(trace(), side, state)].entered;
        return model.index(static_cast<int>(entered), EventModel::WhyColumn).data().toString();
    };
    QCOMPARE(why(Server, State::CloseWait), QStringLiteral("inferred: ") + words::triggerWhy(Trigger::RcvFin));
    QCOMPARE(why(Client, State::FinWait1), words::triggerWhy(Trigger::Close));
}

void TestCaptured::foundState_isToldWithItsReason()
{
    const EventModel model(*m_session);
    const auto cell = [&](EventModel::Column column) { return model.index(0, column).data().toString(); };
    QCOMPARE(cell(EventModel::SideColumn), QStringLiteral("client"));
    QCOMPARE(cell(EventModel::EventColumn), QStringLiteral("is found in ESTABLISHED"));
    QCOMPARE(cell(EventModel::WhyColumn),
             QStringLiteral("the capture begins in the middle of the connection, or a part of it is missing"));
    QCOMPARE(kindOf(trace().record(0)), RecordKind::Transition);
    QVERIFY(enters(trace().record(0), State::Established));
    QVERIFY(!enters(trace().record(0), State::Closed));
}

void TestCaptured::selectionTellsWhatIsInferred()
{
    const QString words = words::certaintyText(Certainty::Inferred);
    QCOMPARE(words, QStringLiteral("inferred: no captured segment proves it"));
    const auto tells = [&](Side side, State state) {
        const std::size_t span = spanOf(trace(), side, state);
        const SelectedRecord selected{trace().states(side)[span].entered};
        return selectionHtml(trace(), selected, Theme::lightTheme()).contains(words);
    };
    QVERIFY(tells(Server, State::CloseWait));
    QVERIFY(!tells(Client, State::FinWait1));
    const QString tip = sequence_text::aboutState(trace(), Server, spanOf(trace(), Server, State::CloseWait));
    QVERIFY2(tip.contains(QLatin1String("inferred")), qPrintable(tip));
}

void TestCaptured::selectedFoundState_isExplained()
{
    const QString html = selectionHtml(trace(), SelectedRecord{0}, Theme::lightTheme());
    for (const QString& wanted : {QStringLiteral("is found in ESTABLISHED"), words::foundWhy(),
                                  words::stateMeaning(State::Established).left(20)})
        QVERIFY2(html.contains(wanted), qPrintable(html));
}

void TestCaptured::segmentsTellTheirPackets()
{
    const QString third = QStringLiteral("packet 3 of the capture");
    const RecordIndex sent = trace().flight(2).sentRecord;
    QVERIFY(selectionHtml(trace(), SelectedRecord{sent}, Theme::lightTheme()).contains(third));
    QVERIFY(sequence_text::aboutFlight(trace(), 2).contains(third));
    const EventModel model(*m_session);
    const QModelIndex cell = model.index(static_cast<int>(sent), EventModel::SegmentColumn);
    QCOMPARE(cell.data(Qt::ToolTipRole).toString(), cell.data().toString() + u'\n' + third);

    Session simulated;
    simulated.load(*findScenario("client-closes-first"));
    QVERIFY(!sequence_text::aboutFlight(simulated.trace(), 0).contains(QLatin1String("packet")));
}

void TestCaptured::lostSegment_saysThatNothingShowsItsArrival()
{
    const RecordIndex lost = trace().flight(0).endRecord;
    QVERIFY(std::holds_alternative<record::SegmentLost>(trace().record(lost).body));
    QCOMPARE(words::whyText(trace(), lost), QStringLiteral("nothing in the capture shows that it arrived"));
}

void TestCaptured::statePage_saysHowWellTheStateIsKnown()
{
    Selection selection;
    Inspector inspector(*m_session, selection);
    QCOMPARE(certaintyOn(inspector, "clientPage"), QString()); // CLOSED, before anything was captured
    m_session->toEnd();
    m_session->seek(1400ms);
    QVERIFY(m_session->simulator().endpoint(Server).state() == State::CloseWait);
    inspector.findChild<QTabBar*>()->setCurrentIndex(0);
    QCOMPARE(certaintyOn(inspector, "clientPage"), QStringLiteral("known for sure"));
    inspector.findChild<QTabBar*>()->setCurrentIndex(1);
    QCOMPARE(certaintyOn(inspector, "serverPage"), words::certaintyText(Certainty::Inferred));
    m_session->submit(command::MakeCall{Server, Abort{}});
    QCOMPARE(certaintyOn(inspector, "serverPage"), QString()); // that was simulated
}

void TestCaptured::statePage_ofASimulation_saysNothingOfThat()
{
    m_session->load(*findScenario("client-closes-first"));
    Selection selection;
    const Inspector inspector(*m_session, selection);
    m_session->toEnd();
    QCOMPARE(certaintyOn(inspector, "clientPage"), QString());
}

void TestCaptured::diagram_takesNoEdgeToAFoundState()
{
    m_session->stepForward();
    const DiagramState state = diagramState(*m_session);
    QVERIFY(state.state[Client] == State::Established);
    QVERIFY(state.taken[Client].empty());
    m_session->toEnd();
    DiagramScene scene;
    scene.showSelection(SelectedRecord{0}, trace());
    QVERIFY(scene.stateItem(State::Established)->look().selected);
    QVERIFY(!scene.stateItem(State::Closed)->look().selected);
    QCOMPARE(diagramState(*m_session).taken[Client].size(), std::size_t{3}); // to FIN_WAIT_1, FIN_WAIT_2, TIME_WAIT
}

void TestCaptured::branches_areNamed()
{
    m_session->seek(1400ms);
    m_session->continueFromHere();
    m_session->toEnd();
    m_session->submit(command::MakeCall{Server, Close{}});
    const std::vector<Branch> branches = m_session->branches();
    QCOMPARE(branch_text::title(branches[0], trace()), QStringLiteral("The connection as it was captured"));
    QCOMPARE(branch_text::title(branches[1], trace()), QStringLiteral("The simulation goes on from the capture"));
}

QTEST_MAIN(TestCaptured)
#include "tst_captured.moc"
