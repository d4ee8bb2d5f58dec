// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The event list under mouse and keyboard: it shares the selection, follows the playhead, and goes where it is told.
#include "scenario/library.h"
#include "session/session.h"
#include "view/event_columns.h"
#include "view/event_filter.h"
#include "view/event_model.h"
#include "view/event_panel.h"
#include "view/event_table.h"
#include "view/long_scenario.h"
#include "view/selection.h"
#include "view/words.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QTest>
#include <QTranslator>

#include <algorithm>
#include <memory>

using namespace finwait;

namespace {

/// A language that is easy to recognize.
class Curly : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* /*context*/, const char* source, const char* /*comment*/,
                                    int /*number*/) const override
    {
        return QStringLiteral("{%1}").arg(QString::fromUtf8(source));
    }
};

} // namespace

class TestEventPanel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_panel.reset(); }

    void click_selects();
    void selectionElsewhere_showsHere();
    void selectedState_marksItsRows();
    void columns_showWholeTextsAsLongAsThereIsRoom();
    void timeColumn_holdsTheLongestTime_data();
    void timeColumn_holdsTheLongestTime();
    void columns_setByAPerson_stay();
    void arrowKeys_beginAtThePlayhead();
    void enter_goesToTheMoment();
    void doubleClick_goesToTheMoment();
    void playhead_staysInSight();
    void filters_leaveRowsOut();
    void typing_findsTextOncePaused();
    void filteredSelection_isKeptElsewhere();
    void selectionOfAReplacedRecord_isForgotten();
    void longSearch_keepsSelectionAndPlayhead();
    void anotherLanguage_isSearched();

private:
    [[nodiscard]] EventTable& table() const { return *m_panel->findChild<EventTable*>(); }
    [[nodiscard]] QPoint middleOf(int row) const
    {
        return table().visualRect(table().model()->index(row, EventModel::EventColumn)).center();
    }

    Session m_session;
    Selection m_selection;
    std::unique_ptr<EventPanel> m_panel;
};

void TestEventPanel::init()
{
    m_selection.clear();
    m_session.load(*findScenario("client-closes-first"));
    m_panel = std::make_unique<EventPanel>(m_session, m_selection);
    m_panel->resize(800, 200);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestEventPanel::click_selects()
{
    QTest::mouseClick(table().viewport(), Qt::LeftButton, Qt::NoModifier, middleOf(2));
    QCOMPARE(m_selection.record(), RecordIndex{2});
}

void TestEventPanel::selectionElsewhere_showsHere()
{
    const auto last = static_cast<RecordIndex>(m_session.trace().records().size() - 1);
    m_selection.select(SelectedRecord{last});
    QCOMPARE(table().currentIndex().row(), static_cast<int>(last));
    QVERIFY(table().viewport()->rect().intersects(table().visualRect(table().currentIndex())));
    m_selection.select(SelectedState{State::Listen});
    QVERIFY(!table().selectionModel()->hasSelection());
    QCOMPARE(m_selection.current(), SelectedThing(SelectedState{State::Listen}));
}

void TestEventPanel::selectedState_marksItsRows()
{
    m_selection.select(SelectedState{State::FinWait2});
    int marked = 0;
    for (int row = 0; row < table().model()->rowCount(); ++row) {
        const QModelIndex index = table().model()->index(row, EventModel::EventColumn);
        const bool enters = index.data().toString().endsWith(QStringLiteral("→ FIN_WAIT_2"));
        QCOMPARE(index.data(EventModel::MarkedRole).toBool(), enters);
        marked += enters ? 1 : 0;
        if (enters)
            QVERIFY(table().viewport()->rect().contains(table().visualRect(index)));
    }
    QCOMPARE(marked, 1);
    m_selection.clear();
    for (int row = 0; row < table().model()->rowCount(); ++row)
        QVERIFY(!table().model()->index(row, 0).data(EventModel::MarkedRole).toBool());
}

void TestEventPanel::columns_showWholeTextsAsLongAsThereIsRoom()
{
    const auto widest = [this](int column) {
        QFont font = table().font();
        font.setBold(column == EventModel::SideColumn);
        int width = 0;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            const QString text = table().model()->index(row, column).data().toString();
            width = std::max(width, QFontMetrics(font).horizontalAdvance(text));
        }
        return width + 2 * EventColumns::cellMargin;
    };
    // Never cut, however narrow.
    for (const int column :
         {EventModel::TimeColumn, EventModel::SideColumn, EventModel::EventColumn, EventModel::ReferenceColumn}) {
        QVERIFY2(table().columnWidth(column) >= widest(column), qPrintable(QString::number(column)));
        QVERIFY(table().columnWidth(column) >= table().horizontalHeader()->sectionSizeHint(column));
    }
    m_panel->resize(1400, 200);
    QTest::qWait(0);
    for (int column = 0; column < EventModel::columns; ++column)
        QVERIFY2(table().columnWidth(column) >= widest(column), qPrintable(QString::number(column)));
}

void TestEventPanel::timeColumn_holdsTheLongestTime_data()
{
    QTest::addColumn<qint64>("delay");
    QTest::newRow("milliseconds") << qint64{40'000};
    QTest::newRow("microseconds") << qint64{40'017};
}

/// It comes long after the rows that are measured, and longer ones come while the trace grows.
void TestEventPanel::timeColumn_holdsTheLongestTime()
{
    m_panel->resize(400, 200);
    QFETCH(qint64, delay);
    Scenario scenario = test::talkative(200);
    scenario.network.delay = {Duration(delay), Duration(delay)};
    m_session.load(scenario);
    const auto widest = [this] {
        int width = 0;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            const QString text = table().model()->index(row, EventModel::TimeColumn).data().toString();
            width = std::max(width, table().fontMetrics().horizontalAdvance(text));
        }
        return width + 2 * EventColumns::cellMargin;
    };
    QVERIFY(table().columnWidth(EventModel::TimeColumn) >= widest());
    m_session.toEnd();
    m_session.submit(command::ChangeHost{Side::Server, HostEvent::FallSilent});
    m_session.submit(command::MakeCall{Side::Client, Send{1}});
    m_session.toEnd();
    QVERIFY(m_session.end() > 2min);
    QVERIFY(table().columnWidth(EventModel::TimeColumn) >= widest());
}

void TestEventPanel::columns_setByAPerson_stay()
{
    table().horizontalHeader()->resizeSection(EventModel::EventColumn, 111);
    m_panel->resize(1400, 200);
    QTest::qWait(0);
    QCOMPARE(table().columnWidth(EventModel::EventColumn), 111);
}

void TestEventPanel::arrowKeys_beginAtThePlayhead()
{
    m_session.seek(300ms);
    QCOMPARE(m_selection.record(), noRecord);
    QTest::keyClick(&table(), Qt::Key_Down);
    QCOMPARE(m_selection.record(), m_session.recordsBefore());
}

void TestEventPanel::enter_goesToTheMoment()
{
    m_selection.select(SelectedRecord{10});
    QTest::keyClick(&table(), Qt::Key_Return);
    QCOMPARE(m_session.playhead(), m_session.trace().record(10).at);
    QVERIFY(m_session.recordsBefore() > 10);
}

void TestEventPanel::doubleClick_goesToTheMoment()
{
    QTest::mouseClick(table().viewport(), Qt::LeftButton, Qt::NoModifier, middleOf(3));
    QTest::mouseDClick(table().viewport(), Qt::LeftButton, Qt::NoModifier, middleOf(3));
    QCOMPARE(m_session.playhead(), m_session.trace().record(3).at);
}

void TestEventPanel::playhead_staysInSight()
{
    while (!m_session.atEnd()) {
        m_session.stepForward();
        const int row = static_cast<int>(m_session.recordsBefore()) - 1;
        const QRect cell = table().visualRect(table().model()->index(row, 0));
        QVERIFY2(table().viewport()->rect().contains(cell), qPrintable(QString::number(row)));
    }
    m_session.toStart();
    QVERIFY(table().viewport()->rect().intersects(table().visualRect(table().model()->index(0, 0))));
}

void TestEventPanel::filters_leaveRowsOut()
{
    auto* kind = m_panel->findChild<QComboBox*>(QStringLiteral("kindFilter"));
    auto* side = m_panel->findChild<QComboBox*>(QStringLiteral("sideFilter"));
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down); // transitions
    QCOMPARE(table().model()->rowCount(), 12);
    QTest::keyClick(side, Qt::Key_Down); // the client's
    QCOMPARE(table().model()->rowCount(), 6);
    QTest::keyClick(side, Qt::Key_Up);
    QTest::keyClick(kind, Qt::Key_Up);
    QCOMPARE(table().model()->rowCount(), static_cast<int>(m_session.trace().records().size()));
}

void TestEventPanel::typing_findsTextOncePaused()
{
    auto* text = m_panel->findChild<QLineEdit*>(QStringLiteral("textFilter"));
    QTest::keyClicks(text, QStringLiteral("close_wait"));
    QTRY_COMPARE(table().model()->rowCount(), 3); // into it, out of it, and the close that was planned for it
    text->clear();
    QTRY_COMPARE(table().model()->rowCount(), static_cast<int>(m_session.trace().records().size()));
}

void TestEventPanel::filteredSelection_isKeptElsewhere()
{
    const RecordIndex sent = m_session.trace().flights().front().sentRecord;
    m_selection.select(SelectedRecord{sent});
    auto* kind = m_panel->findChild<QComboBox*>(QStringLiteral("kindFilter"));
    kind->setCurrentIndex(1); // transitions
    QVERIFY(!table().selectionModel()->hasSelection());
    QCOMPARE(m_selection.record(), sent);
    kind->setCurrentIndex(0);
    QCOMPARE(table().currentIndex().row(), static_cast<int>(sent));
}

void TestEventPanel::selectionOfAReplacedRecord_isForgotten()
{
    m_session.seek(200ms);
    const RecordIndex edge = m_session.recordsBefore();
    m_selection.select(SelectedRecord{edge - 1});
    m_session.submit(command::MakeCall{Side::Client, Abort{}});
    QCOMPARE(m_selection.record(), edge - 1); // it is still what it was
    m_session.load(*findScenario("client-closes-first"));
    QCOMPARE(m_selection.record(), noRecord);

    m_session.seek(200ms);
    m_selection.select(SelectedRecord{edge});
    m_session.submit(command::MakeCall{Side::Client, Abort{}});
    QCOMPARE(m_selection.record(), noRecord);
}

void TestEventPanel::longSearch_keepsSelectionAndPlayhead()
{
    m_session.load(test::talkative(6'000));
    m_session.toEnd();
    const auto* filter = m_panel->findChild<EventFilter*>();
    QTRY_VERIFY(!filter->isSearching());
    auto* text = m_panel->findChild<QLineEdit*>(QStringLiteral("textFilter"));
    const auto find = [&](const QString& wanted) {
        text->setText(wanted);
        QTest::keyClick(text, Qt::Key_Return);
        QVERIFY(filter->isSearching()); // it takes several slices
        QTRY_VERIFY_WITH_TIMEOUT(!filter->isSearching(), 60'000);
        QVERIFY(filter->rowCount() > 0);
    };
    find(QStringLiteral("segment sent"));
    QCOMPARE(table().currentIndex().row(), filter->rowCount() - 1);

    const RecordIndex sent = m_session.trace().flights().back().sentRecord;
    m_selection.select(SelectedRecord{sent});
    find(QStringLiteral("sent"));
    QCOMPARE(table().currentIndex().data(EventModel::RecordRole).toUInt(), sent);
    QVERIFY(table().selectionModel()->hasSelection());
    QCOMPARE(m_selection.record(), sent);
}

void TestEventPanel::anotherLanguage_isSearched()
{
    auto* text = m_panel->findChild<QLineEdit*>(QStringLiteral("textFilter"));
    m_selection.select(SelectedRecord{3});
    text->setText(QStringLiteral("{"));
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(table().model()->rowCount(), 0);
    Curly curly;
    QVERIFY(QApplication::installTranslator(&curly));
    QTRY_COMPARE(table().model()->rowCount(), static_cast<int>(m_session.trace().records().size()));
    QCOMPARE(table().currentIndex().row(), 3);
    QApplication::removeTranslator(&curly);
    QTRY_COMPARE(table().model()->rowCount(), 0);
    QCOMPARE(m_selection.record(), RecordIndex{3});
}

QTEST_MAIN(TestEventPanel)
#include "tst_event_panel.moc"
