// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// All connections of a capture in the state diagram: what is painted are the numbers that were given, whoever asks
// reads them in sentences, clicks tell what they are about, and afterwards the one connection is there as before.
#include "scenario/library.h"
#include "session/session.h"
#include "view/diagram_view.h"
#include "view/edge_item.h"
#include "view/state_item.h"
#include "view/token_item.h"
#include "view/words.h"

#include <QLocale>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace finwait;

Q_DECLARE_METATYPE(finwait::State)

namespace {

/// Keeps the texts that are painted.
class TextEngine : public QPaintEngine
{
public:
    TextEngine() : QPaintEngine(AllFeatures) {}

    bool begin(QPaintDevice* /*device*/) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState& /*state*/) override {}
    void drawPath(const QPainterPath& /*path*/) override {}
    void drawPolygon(const QPointF* /*points*/, int /*count*/, PolygonDrawMode /*mode*/) override {}
    void drawPixmap(const QRectF& /*to*/, const QPixmap& /*pixmap*/, const QRectF& /*from*/) override {}
    void drawTextItem(const QPointF& /*at*/, const QTextItem& item) override { texts << item.text(); }
    [[nodiscard]] Type type() const override { return User; }

    QStringList texts;
};

class TextPaper : public QPaintDevice
{
public:
    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }
    [[nodiscard]] const QStringList& texts() const { return m_engine.texts; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
        case PdmHeight: return 2000;
        case PdmDevicePixelRatio: return 1;
        default: return 96;
        }
    }

private:
    mutable TextEngine m_engine;
};

RowIndex row(State from, Trigger trigger)
{
    return findRow(from, trigger).value();
}

DiagramTotals someTotals()
{
    DiagramTotals totals;
    totals.connections = 50'000;
    for (const Side side : allSides)
        totals.taken[side].resize(transitionTable().size());
    totals.taken.client[row(State::Closed, Trigger::OpenActive)] = 12'405;
    totals.taken.client[row(State::Established, Trigger::Close)] = 12'408;
    totals.taken.server[row(State::Established, Trigger::Close)] = 3;
    totals.taken.server[row(State::CloseWait, Trigger::Close)] = 1;
    totals.taken.server[row(State::Established, Trigger::RcvRst)] = 61;
    totals.endedIn.server[static_cast<std::size_t>(State::CloseWait)] = 7;
    totals.endedIn.client[static_cast<std::size_t>(State::TimeWait)] = 1'002;
    totals.endedIn.server[static_cast<std::size_t>(State::TimeWait)] = 41;
    totals.endedIn.client[static_cast<std::size_t>(State::FinWait2)] = 1;
    return totals;
}

QPointF labelOf(const DiagramScene& scene, RowIndex row)
{
    for (const EdgeLabel& label : scene.edgeItem(row)->placed().labels) {
        if (label.row == row)
            return label.rect.center();
    }
    return {};
}

} // namespace

class TestDiagramTotals : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void whatIsPaintedIsWhatWasGiven();
    void numbersAreWrittenAsTheReaderDoes();
    void linesGrowWithTheLogarithm();
    void whatNoneTookIsFaint();
    void theSessionIsNotShown();
    void rowsBeyondTheFigureAreShownIfTaken();
    void tipsAreSentences_data();
    void tipsAreSentences();
    void clicksTellWhatTheyAreAbout();
    void tabAndReturnDoTheSame();
    void whoCannotSeeItReadsIt();
    void smallWindowsShowAllOfIt();
    void leavingBringsEverythingBack();
    void whatHappensMeanwhileIsShownAfterwards();

private:
    [[nodiscard]] QStringList painted() const;
    void click(QPointF at) { QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, m_view->mapFromScene(at)); }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<DiagramScene> m_scene;
    std::unique_ptr<DiagramView> m_view;
};

void TestDiagramTotals::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_session = std::make_unique<Session>();
    m_session->load(*findScenario("client-closes-first"));
    m_scene = std::make_unique<DiagramScene>();
    m_view = std::make_unique<DiagramView>(m_scene.get());
    m_view->resize(1200, 860);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    for (int i = 0; i < 6; ++i)
        m_session->stepForward();
    m_scene->showSession(*m_session);
}

void TestDiagramTotals::cleanup()
{
    m_view.reset();
    m_scene.reset();
    m_session.reset();
}

QStringList TestDiagramTotals::painted() const
{
    TextPaper paper;
    QPainter painter(&paper);
    m_scene->render(&painter);
    painter.end();
    return paper.texts();
}

void TestDiagramTotals::whatIsPaintedIsWhatWasGiven()
{
    m_scene->setTotals(someTotals());
    QStringList numbers;
    for (const QString& text : painted()) {
        if (!text.isEmpty() && text.front().isDigit() && !text.contains(QStringLiteral("MSL")))
            numbers << text;
    }
    numbers.sort();
    QStringList given = {QStringLiteral("12,405"), QStringLiteral("12,411"), QStringLiteral("1"),  QStringLiteral("61"),
                         QStringLiteral("7"),      QStringLiteral("1,002"),  QStringLiteral("41"), QStringLiteral("1")};
    given.sort();
    QCOMPARE(numbers, given);
    QVERIFY(painted().contains(QStringLiteral("All connections: 50,000")));
    QVERIFY(painted().contains(words::sideName(Side::Client)));
    QCOMPARE(m_scene->stateItem(State::TimeWait)->look().ended,
             (PerSide<QString>{QStringLiteral("1,002"), QStringLiteral("41")}));
    QCOMPARE(m_scene->stateItem(State::Closed)->look().ended, PerSide<QString>());
}

void TestDiagramTotals::numbersAreWrittenAsTheReaderDoes()
{
    QLocale::setDefault(QLocale(QLocale::German));
    m_scene->setTotals(someTotals());
    QVERIFY(painted().contains(QStringLiteral("12.411")));
    QVERIFY(painted().contains(QStringLiteral("All connections: 50.000")));
}

void TestDiagramTotals::linesGrowWithTheLogarithm()
{
    QCOMPARE(strandWidth(1, 10'000), thinnestStrand);
    QCOMPARE(strandWidth(10'000, 10'000), widestStrand);
    QCOMPARE(strandWidth(100, 10'000), (thinnestStrand + widestStrand) / 2.0);
    QCOMPARE(strandWidth(1, 1), widestStrand);

    m_scene->setTotals(someTotals());
    const EdgeLook& close = m_scene->edgeItem(row(State::Established, Trigger::Close))->look();
    const EdgeLook& last = m_scene->edgeItem(row(State::CloseWait, Trigger::Close))->look();
    QCOMPARE(close.width.client, widestStrand);
    QVERIFY(close.width.server < close.width.client);
    QVERIFY(last.width.server < close.width.server);
}

void TestDiagramTotals::whatNoneTookIsFaint()
{
    const auto darkest = [this](const QRectF& area) {
        QImage image(area.size().toSize() * 2, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        m_scene->render(&painter, QRectF(), area);
        painter.end();
        int result = 255;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                result = std::min(result, qGray(image.pixel(x, y)));
        }
        return result;
    };
    m_scene->setTotals(std::nullopt);
    const RowIndex send = row(State::Listen, Trigger::Send);
    const auto area = [&] { return m_scene->edgeItem(send)->placed().labels.front().rect; };
    const int plain = darkest(area());
    m_scene->setTotals(someTotals());
    QVERIFY(darkest(area()) > plain + 50);
    QVERIFY(m_scene->edgeItem(send)->placed().labels.front().count.isEmpty());
}

void TestDiagramTotals::theSessionIsNotShown()
{
    QVERIFY(std::ranges::any_of(allStates, [this](State s) { return m_scene->stateItem(s)->look().current.client; }));
    m_scene->showSelection(SelectedState{State::Listen}, m_session->trace());
    m_scene->setTotals(someTotals());
    for (const Side side : allSides)
        QVERIFY(!m_scene->token(side)->isVisible());
    for (const State state : allStates) {
        const StateLook& look = m_scene->stateItem(state)->look();
        QVERIFY(!look.current.client && !look.current.server && !look.selected);
        QVERIFY(look.timer == PerSide<QString>());
    }
    for (std::size_t i = 0; i < transitionTable().size(); ++i) {
        const auto* edge = m_scene->edgeItem(static_cast<RowIndex>(i));
        QVERIFY(edge == nullptr || !edge->isLit());
    }
    m_scene->showSession(*m_session);
    m_scene->animate(Side::Client, row(State::Established, Trigger::Abort));
    QVERIFY(!m_scene->token(Side::Client)->isVisible());
    QVERIFY(!m_scene->token(Side::Client)->isGliding());
    QVERIFY(m_scene->edgeItem(row(State::Established, Trigger::Abort)) == nullptr);
}

void TestDiagramTotals::rowsBeyondTheFigureAreShownIfTaken()
{
    const RowIndex reset = row(State::Established, Trigger::RcvRst);
    QVERIFY(m_scene->edgeItem(reset) == nullptr);
    m_scene->setTotals(someTotals());
    QVERIFY(m_scene->edgeItem(reset) != nullptr);
    QVERIFY(m_scene->edgeItem(row(State::Established, Trigger::Abort)) == nullptr);
    m_scene->setTotals(std::nullopt);
    QVERIFY(m_scene->edgeItem(reset) == nullptr);
}

void TestDiagramTotals::tipsAreSentences_data()
{
    QTest::addColumn<bool>("isState");
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("sentence");
    const auto edge = [](State from, Trigger trigger, const char* sentence) {
        QTest::newRow(sentence) << false << int{row(from, trigger)} << QString::fromUtf8(sentence);
    };
    const auto state = [](State which, const char* sentence) {
        QTest::newRow(sentence) << true << static_cast<int>(which) << QString::fromUtf8(sentence);
    };
    edge(State::Established, Trigger::Close, "12,408 clients and 3 servers took this transition.");
    edge(State::Closed, Trigger::OpenActive, "12,405 clients took this transition.");
    edge(State::CloseWait, Trigger::Close, "1 server took this transition.");
    edge(State::Listen, Trigger::Send, "No client and no server took this transition.");
    state(State::CloseWait, "At the end of the capture 7 servers were in CLOSE_WAIT.");
    state(State::FinWait2, "At the end of the capture 1 client was in FIN_WAIT_2.");
    state(State::TimeWait, "At the end of the capture 1,002 clients and 41 servers were in TIME_WAIT.");
    state(State::Closing, "At the end of the capture nobody was in CLOSING.");
}

void TestDiagramTotals::tipsAreSentences()
{
    QFETCH(bool, isState);
    QFETCH(int, which);
    QFETCH(QString, sentence);
    m_scene->setTotals(someTotals());
    const QPointF at = isState ? m_scene->stateItem(static_cast<State>(which))->rect().center()
                               : labelOf(*m_scene, static_cast<RowIndex>(which));
    const QString tip = m_scene->tipAt(at);
    QVERIFY2(tip.contains(sentence), qPrintable(tip));
    if (!isState)
        QVERIFY(tip.contains(words::rowLabel(static_cast<RowIndex>(which)).toHtmlEscaped()));
}

void TestDiagramTotals::clicksTellWhatTheyAreAbout()
{
    m_scene->setTotals(someTotals());
    QSignalSpy states(m_scene.get(), &DiagramScene::totalsStateClicked);
    QSignalSpy rows(m_scene.get(), &DiagramScene::totalsRowsClicked);
    QSignalSpy selections(m_scene.get(), &DiagramScene::selected);
    QSignalSpy commands(m_scene.get(), &DiagramScene::commandRequested);
    click(m_scene->stateItem(State::CloseWait)->rect().center());
    click(m_scene->stateItem(State::Closing)->rect().center()); // none ended there
    QCOMPARE(states.count(), 1);
    QCOMPARE(states.first().first().value<State>(), State::CloseWait);

    const RowIndex reset = row(State::Established, Trigger::RcvRst);
    click(labelOf(*m_scene, reset));
    click(labelOf(*m_scene, row(State::Listen, Trigger::Send))); // none took it
    QCOMPARE(rows.count(), 1);
    QCOMPARE(rows.first().first().value<std::vector<RowIndex>>(), std::vector<RowIndex>{reset});
    QCOMPARE(selections.count(), 0);
    QCOMPARE(commands.count(), 0);

    m_scene->setTotals(std::nullopt);
    click(m_scene->stateItem(State::CloseWait)->rect().center());
    QCOMPARE(states.count(), 1);
    QCOMPARE(selections.count(), 1);
}

void TestDiagramTotals::tabAndReturnDoTheSame()
{
    m_scene->setTotals(someTotals());
    QSignalSpy rows(m_scene.get(), &DiagramScene::totalsRowsClicked);
    m_view->activateWindow();
    m_view->setFocus(Qt::OtherFocusReason);
    QTRY_VERIFY(m_view->hasFocus());
    const RowIndex open = row(State::Closed, Trigger::OpenActive);
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QVERIFY(m_scene->focusItem() == m_scene->edgeItem(open));
    QVERIFY(m_scene->description().contains(QStringLiteral("12,405 clients took this transition.")));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(rows.count(), 1);
    QCOMPARE(rows.first().first().value<std::vector<RowIndex>>(), std::vector<RowIndex>{open});
    QTest::keyClick(m_view.get(), Qt::Key_Tab);
    QVERIFY2(m_scene->focusItem() == m_scene->edgeItem(row(State::Established, Trigger::Close)),
             "what none took is passed over");
}

void TestDiagramTotals::whoCannotSeeItReadsIt()
{
    m_scene->setTotals(someTotals());
    QCOMPARE(m_view->accessibleDescription(),
             QStringLiteral("All connections: 50,000\n"
                            "At the end of the capture 1 client was in FIN_WAIT_2.\n"
                            "At the end of the capture 1,002 clients and 41 servers were in TIME_WAIT.\n"
                            "At the end of the capture 7 servers were in CLOSE_WAIT."));
}

void TestDiagramTotals::smallWindowsShowAllOfIt()
{
    QFont font(QStringLiteral("DejaVu Sans"));
    font.setPixelSize(13);
    m_view->setFont(font);
    DiagramTotals totals = someTotals();
    for (std::size_t i = 0; i < transitionTable().size(); ++i) {
        if (transitionTable()[i].figure5 != Figure5::Beyond)
            totals.taken.client[i] = 12'408;
    }
    for (const State resetIn : {State::SynSent, State::FinWait2})
        totals.taken.client[row(resetIn, Trigger::RcvRst)] = 98;
    m_scene->setTotals(totals);
    m_view->resize(700, 560);
    const QRectF seen = m_view->mapToScene(m_view->viewport()->rect()).boundingRect();
    QVERIFY(seen.contains(m_scene->layout().bounds));
    QVERIFY(m_view->transform().m11() >= DiagramView::leastReadableOfMany);
}

void TestDiagramTotals::leavingBringsEverythingBack()
{
    m_scene->showSelection(SelectedState{State::Listen}, m_session->trace());
    const auto picture = [this] {
        QImage image(m_scene->sceneRect().size().toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        m_scene->render(&painter);
        return image;
    };
    const QImage before = picture();
    const QString description = m_scene->description();
    m_scene->setTotals(someTotals());
    QVERIFY(picture() != before);
    m_scene->setTotals(std::nullopt);
    QCOMPARE(picture(), before);
    QCOMPARE(m_scene->description(), description);
}

void TestDiagramTotals::whatHappensMeanwhileIsShownAfterwards()
{
    m_scene->setTotals(someTotals());
    m_session->toEnd();
    m_scene->showSession(*m_session);
    QVERIFY(!m_scene->token(Side::Client)->isVisible());
    m_scene->setTotals(std::nullopt);
    const State last = m_session->simulator().endpoint(Side::Client).state();
    QVERIFY(m_scene->stateItem(last)->look().current.client);
    QVERIFY(m_scene->token(Side::Client)->isVisible());
}

QTEST_MAIN(TestDiagramTotals)
#include "tst_diagram_totals.moc"
