// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The two pictures in one widget: menus where they are asked for, and words in the language of the day.
#include "app/pictures.h"
#include "scenario/library.h"
#include "session/session.h"
#include "view/diagram_view.h"
#include "view/edge_item.h"
#include "view/sequence_view.h"
#include "view/state_item.h"
#include "view/token_item.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

#include <memory>

using namespace finwait;

namespace {

/// A language that is as easy to read as to recognize.
class Loud : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* /*context*/, const char* source, const char* /*comment*/,
                                    int /*number*/) const override
    {
        return QString::fromUtf8(source).toUpper();
    }
};

QList<QMenu*> openMenus()
{
    QList<QMenu*> open;
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* menu = qobject_cast<QMenu*>(widget); menu != nullptr && menu->isVisible())
            open << menu;
    }
    return open;
}

} // namespace

class TestPictures : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void rightClickOnASegmentUnderWay_offersItsFate();
    void rightClickInTheDiagram_explains();
    void rightClickOnALitArrival_losesTheSegment();
    void rightClickOnARing_stopsItsTimer();
    void rightClickOnATokenOrALifeline_offersTheActionsOfItsSide();
    void menuKey_offersWhatCanBeDoneToTheSelectedState();
    void anotherLanguage_isSpokenByTheChoices();
    void scenes_liveAsLongAsTheirViews();

private:
    [[nodiscard]] SequenceView& chart() const { return *m_pictures->findChild<SequenceView*>(); }
    [[nodiscard]] DiagramView& diagram() const { return *m_pictures->findChild<DiagramView*>(); }
    static void rightClick(const QGraphicsView& view, QPointF scenePosition)
    {
        const QPoint at = view.mapFromScene(scenePosition);
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, view.viewport()->mapToGlobal(at));
        QApplication::sendEvent(view.viewport(), &event);
    }

    [[nodiscard]] DiagramScene& scene() const { return *qobject_cast<DiagramScene*>(diagram().scene()); }
    /// The so-manieth entry of the open menu that can be chosen.
    static void chooseByKeys(int entry)
    {
        QCOMPARE(openMenus().size(), 1);
        QMenu* menu = openMenus().constFirst();
        for (int i = 0; i < entry; ++i)
            QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(openMenus().isEmpty());
    }

    Session m_session;
    Selection m_selection;
    std::unique_ptr<Pictures> m_pictures;
    QAction m_common{QStringLiteral("common")};
};

void TestPictures::init()
{
    m_selection.clear();
    m_session.load(*findScenario("client-closes-first"));
    m_pictures = std::make_unique<Pictures>(m_session, m_selection);
    m_pictures->setContextActions({&m_common});
    m_pictures->retranslate();
    m_pictures->resize(1400, 800);
    m_pictures->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pictures.get()));
}

void TestPictures::cleanup()
{
    for (QMenu* menu : openMenus())
        menu->close();
    m_pictures.reset();
}

void TestPictures::rightClickOnASegmentUnderWay_offersItsFate()
{
    const Flight& syn = m_session.trace().flights().front();
    m_session.seek(syn.sent + (syn.due - syn.sent) / 2);
    const auto* scene = qobject_cast<SequenceScene*>(chart().scene());
    rightClick(chart(), scene->layout()->arrow(0).pointAt(0.3));
    QCOMPARE(openMenus().size(), 1);
    QAction* deliver = openMenus().constFirst()->actions().constFirst();
    QVERIFY(openMenus().constFirst()->actions().contains(&m_common));
    deliver->trigger();
    QCOMPARE(m_session.trace().flights().front().ended, m_session.playhead());
}

void TestPictures::rightClickInTheDiagram_explains()
{
    const auto* scene = qobject_cast<DiagramScene*>(diagram().scene());
    rightClick(diagram(), scene->stateItem(State::TimeWait)->rect().center());
    QCOMPARE(openMenus().size(), 1);
    openMenus().constFirst()->actions().constFirst()->trigger();
    QCOMPARE(m_selection.current(), SelectedThing(SelectedState{State::TimeWait}));
}

void TestPictures::rightClickOnALitArrival_losesTheSegment()
{
    while (m_session.simulator().network().inFlight().empty())
        m_session.stepForward();
    const FlightIndex syn = m_session.simulator().network().inFlight().front().flight;
    const EdgeItem* edge = scene().edgeItem(findRow(State::Listen, Trigger::RcvSyn).value());
    rightClick(diagram(), edge->anchor());
    chooseByKeys(3); // below what it is, and its delivery
    QCOMPARE(m_session.trace().flight(syn).fate, Fate::Lost);
}

void TestPictures::rightClickOnARing_stopsItsTimer()
{
    const auto timer = [this] {
        return m_session.simulator().endpoint(Side::Client).tcb().timer(TimerKind::Retransmission);
    };
    while (!timer())
        m_session.stepForward();
    m_pictures->finishAnimations();
    const TokenItem& token = *scene().token(Side::Client);
    rightClick(diagram(), token.pos() + QPointF(0, token.boundingRect().top() - 1));
    chooseByKeys(3); // below what it is, and its running out
    QVERIFY(!timer());
}

void TestPictures::rightClickOnATokenOrALifeline_offersTheActionsOfItsSide()
{
    QAction server(QStringLiteral("do"));
    m_pictures->setSideActions({{}, {&server}});
    QSignalSpy done(&server, &QAction::triggered);
    rightClick(diagram(), scene().token(Side::Server)->pos());
    QVERIFY(openMenus().constFirst()->toolTipsVisible());
    chooseByKeys(2);
    QCOMPARE(done.count(), 1);
    const auto* chartScene = qobject_cast<SequenceScene*>(chart().scene());
    rightClick(chart(), chartScene->layout()->strip(Side::Server, 0).center());
    chooseByKeys(1);
    QCOMPARE(done.count(), 2);
}

void TestPictures::menuKey_offersWhatCanBeDoneToTheSelectedState()
{
    QAction both(QStringLiteral("do"));
    m_pictures->setSideActions({{&both}, {&both}});
    while (m_session.simulator().endpoint(Side::Client).state() != State::SynSent)
        m_session.stepForward();
    m_pictures->finishAnimations();
    m_selection.select(SelectedState{State::SynSent});
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(3, 3), diagram().mapToGlobal(QPoint(3, 3)));
    QApplication::sendEvent(diagram().viewport(), &event);
    QCOMPARE(openMenus().size(), 1);
    QVERIFY(openMenus().constFirst()->actions().contains(&both));
    chooseByKeys(3); // below what it is, and the running out of its timer
    QVERIFY(!m_session.simulator().endpoint(Side::Client).tcb().timer(TimerKind::Retransmission));
}

void TestPictures::anotherLanguage_isSpokenByTheChoices()
{
    const QString before = diagram().accessibleDescription();
    QVERIFY(before != before.toUpper());
    Loud loud;
    QVERIFY(QApplication::installTranslator(&loud));
    m_pictures->retranslate();
    const QString after = diagram().accessibleDescription();
    QApplication::removeTranslator(&loud);
    QCOMPARE(after, before.toUpper());
}

void TestPictures::scenes_liveAsLongAsTheirViews()
{
    for (const QGraphicsView* view : m_pictures->findChildren<QGraphicsView*>())
        QCOMPARE(view->scene()->parent(), view);
}

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
