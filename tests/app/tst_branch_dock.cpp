// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// Branches as a person meets them: the panel appears, and everything in it is done with clicks and keys.
#include "app/comparison_window.h"
#include "app/window_fixture.h"
#include "scenario/library.h"
#include "view/branch_model.h"
#include "view/comparison_view.h"

#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>

using namespace finwait;

class TestBranchDock
    : public QObject
    , private WindowFixture
{
    Q_OBJECT

private slots:
    void init() { begin(); }
    void cleanup() { end(); }

    void dock_appearsWithTheSecondBranch();
    void dock_isToggledByItsKey();
    void dock_behindAnother_isRaisedByItsKey();
    void dock_isNotThereAfterANewStart();
    void dock_isATabBesideTheEvents_whateverWasRemembered();
    void goThere_switches();
    void doubleClick_goesThere();
    void name_isEditedInPlace();
    void emptyName_isTheDescriptionAgain();
    void delete_canBeUndone();
    void current_cannotBeDeleted();
    void compare_showsBothInAWindow();
    void comparison_followsTheSession();
    void comparison_closesWithItsBranch();
    void comparison_remembersItsSize();
    void loading_asksFirst();
    void loading_withoutBranches_asksNothing();
    void closing_asksFirst();

private:
    /// Two branches: the scenario as it was, and the current one in which the FIN is lost.
    void branchOff();
    void selectRow(int row);
    void clickButton(const char* name);
    [[nodiscard]] QTableView* table() const { return child<QTableView>("branches"); }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return table()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QDockWidget* dock() const { return child<QDockWidget>("branchesDock"); }
    [[nodiscard]] ComparisonWindow* comparison() const { return child<ComparisonWindow>("comparisonWindow"); }
    [[nodiscard]] QMessageBox* question() const
    {
        return qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
    }
    void answer(QMessageBox::ButtonRole role);

    BranchId m_first = 0;
};

void TestBranchDock::branchOff()
{
    while (stateOf(Side::Client) != State::FinWait1)
        m_session->stepForward();
    m_first = m_session->currentBranch();
    m_session->submit(command::Drop{m_session->simulator().network().inFlight().back().flight});
    dock()->raise();
    QTRY_VERIFY(table()->isVisible() && table()->viewport()->visibleRegion().boundingRect().height() > 20);
}

void TestBranchDock::selectRow(int row)
{
    const QRect rect = table()->visualRect(table()->model()->index(row, BranchModel::LeftColumn));
    table()->scrollTo(table()->model()->index(row, BranchModel::LeftColumn));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, rect.center());
}

void TestBranchDock::clickButton(const char* name)
{
    QTest::mouseClick(child<QToolButton>(name), Qt::LeftButton);
}

void TestBranchDock::answer(QMessageBox::ButtonRole role)
{
    QVERIFY(question());
    for (QAbstractButton* button : question()->buttons()) {
        if (question()->buttonRole(button) == role) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL("no such button");
}

void TestBranchDock::dock_appearsWithTheSecondBranch()
{
    QVERIFY(dock()->isHidden());
    branchOff();
    QVERIFY(!dock()->isHidden());
    QCOMPARE(table()->model()->rowCount(), 2);
    QCOMPARE(cell(0, BranchModel::NameColumn), QStringLiteral("The connection as it was begun"));
    QVERIFY(cell(1, BranchModel::NameColumn).contains(QStringLiteral("FIN")));
    QCOMPARE(cell(0, BranchModel::EndColumn), QStringLiteral("client CLOSED, server CLOSED"));
    QCOMPARE(cell(1, BranchModel::EndColumn), QStringLiteral("client FIN_WAIT_1, server ESTABLISHED"));
    press(Qt::Key_End); // the current one goes on
    QCOMPARE(cell(1, BranchModel::EndColumn), QStringLiteral("client CLOSED, server CLOSED"));
    m_session->load(*findScenario("refused"));
    QVERIFY(dock()->isHidden());
}

void TestBranchDock::dock_isToggledByItsKey()
{
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!dock()->isHidden());
    QTRY_VERIFY(table()->isVisible());
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(dock()->isHidden());
}

void TestBranchDock::dock_behindAnother_isRaisedByItsKey()
{
    branchOff();
    auto* events = child<QDockWidget>("eventsDock");
    const auto isInFront = [](const QDockWidget* dock) { return !dock->visibleRegion().isEmpty(); };
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(isInFront(events) && !isInFront(dock()));
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(isInFront(dock()) && !isInFront(events));
    QVERIFY(!events->isHidden());
    for (const char* entry : {"eventsDockOpen", "branchesDockOpen"})
        QVERIFY2(action(entry)->isChecked(), entry);
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(dock()->isHidden() && isInFront(events));
    QVERIFY(!action("branchesDockOpen")->isChecked());
}

void TestBranchDock::dock_isNotThereAfterANewStart()
{
    branchOff();
    m_settings->setWindowState(m_window->saveState());
    makeWindow();
    QVERIFY(dock()->isHidden());
    QVERIFY(child<QDockWidget>("eventsDock")->isVisible());
}

void TestBranchDock::dock_isATabBesideTheEvents_whateverWasRemembered()
{
    QMainWindow older;
    for (const char* name : {"eventsDock", "inspectorDock"}) {
        auto* panel = new QDockWidget(&older);
        panel->setObjectName(QString::fromLatin1(name));
        older.addDockWidget(Qt::BottomDockWidgetArea, panel);
    }
    m_settings->setWindowState(older.saveState());
    makeWindow();
    branchOff();
    QVERIFY(m_window->tabifiedDockWidgets(child<QDockWidget>("eventsDock")).contains(dock()));
}

void TestBranchDock::goThere_switches()
{
    branchOff();
    QCOMPARE(table()->currentIndex().row(), 0); // what was left is most likely to be meant
    clickButton("goToBranchButton");
    QCOMPARE(m_session->currentBranch(), m_first);
    selectRow(1);
    QTest::keyClick(table(), Qt::Key_Return);
    QVERIFY(m_session->currentBranch() != m_first);
}

void TestBranchDock::doubleClick_goesThere()
{
    branchOff();
    selectRow(0);
    const QRect rect = table()->visualRect(table()->model()->index(0, BranchModel::EndColumn));
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, rect.center());
    QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, rect.center());
    QCOMPARE(m_session->currentBranch(), m_first);
}

void TestBranchDock::name_isEditedInPlace()
{
    branchOff();
    selectRow(0);
    clickButton("renameBranchButton");
    auto* editor = table()->findChild<QLineEdit*>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("as it was"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_session->branches()[0].name, QStringLiteral("as it was"));
    QCOMPARE(cell(0, BranchModel::NameColumn), QStringLiteral("as it was"));
    QVERIFY(m_session->currentBranch() != m_first); // Return belonged to the name
}

void TestBranchDock::emptyName_isTheDescriptionAgain()
{
    branchOff();
    QAbstractItemModel* model = table()->model();
    const QModelIndex name = model->index(1, BranchModel::NameColumn);
    const QString description = name.data().toString();
    QVERIFY(model->setData(name, QStringLiteral("mine"), Qt::EditRole));
    QCOMPARE(name.data().toString(), QStringLiteral("mine"));
    QVERIFY(model->setData(name, QString(), Qt::EditRole));
    QCOMPARE(name.data().toString(), description);
    QVERIFY(model->setData(name, description, Qt::EditRole));
    QVERIFY(m_session->branches()[1].name.isEmpty());
}

void TestBranchDock::delete_canBeUndone()
{
    branchOff();
    QVERIFY(!child<QToolButton>("restoreBranchButton")->isEnabled());
    selectRow(0);
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(m_session->branches().size(), 1U);
    QVERIFY(!dock()->isHidden()); // it can be brought back here
    clickButton("restoreBranchButton");
    QCOMPARE(m_session->branches().size(), 2U);
    QCOMPARE(table()->model()->rowCount(), 2);
}

void TestBranchDock::current_cannotBeDeleted()
{
    branchOff();
    selectRow(1);
    for (const char* name : {"goToBranchButton", "compareBranchButton", "removeBranchButton"}) {
        QVERIFY2(!child<QToolButton>(name)->isEnabled(), name);
        QVERIFY2(child<QToolButton>(name)->toolTip().contains(QStringLiteral("This is the current one")), name);
    }
    QTest::keyClick(table(), Qt::Key_Delete);
    QCOMPARE(m_session->branches().size(), 2U);
}

void TestBranchDock::compare_showsBothInAWindow()
{
    branchOff();
    const Time forked = m_session->branches()[1].forkTime;
    selectRow(0);
    clickButton("compareBranchButton");
    QVERIFY(comparison());
    QVERIFY(comparison()->isVisible());
    QVERIFY(!comparison()->isModal());
    const auto* view = comparison()->findChild<ComparisonView*>();
    QCOMPARE(view->branches()[0].title, QStringLiteral("The connection as it was begun"));
    QVERIFY(view->difference());
    QCOMPARE(view->difference()->at, forked);
    const QString said = comparison()->findChild<QLabel*>(QStringLiteral("difference"))->text();
    QVERIFY(said.contains(QStringLiteral("The two part at")));
    QVERIFY(said.contains(QStringLiteral("lost")));
}

void TestBranchDock::comparison_followsTheSession()
{
    branchOff();
    selectRow(0);
    clickButton("compareBranchButton");
    const auto* view = comparison()->findChild<ComparisonView*>();
    const std::size_t before = view->branches()[1].trace.records().size();
    m_session->toEnd();
    QTRY_COMPARE(view->branches()[1].trace.records().size(), m_session->trace().records().size());
    QVERIFY(view->branches()[1].trace.records().size() > before);
    m_session->renameBranch(m_first, QStringLiteral("as it was"));
    QTRY_COMPARE(view->branches()[0].title, QStringLiteral("as it was"));
}

void TestBranchDock::comparison_closesWithItsBranch()
{
    branchOff();
    selectRow(0);
    clickButton("compareBranchButton");
    m_session->removeBranch(m_first);
    QTRY_VERIFY(!comparison()->isVisible());
    clickButton("restoreBranchButton");
    selectRow(0);
    clickButton("compareBranchButton");
    QVERIFY(comparison()->isVisible());
    m_session->load(*findScenario("refused"));
    QVERIFY(!comparison()->isVisible());
}

void TestBranchDock::comparison_remembersItsSize()
{
    branchOff();
    selectRow(0);
    clickButton("compareBranchButton");
    comparison()->resize(1010, 555);
    QTest::keyClick(comparison()->findChild<ComparisonView*>(), Qt::Key_Escape);
    QVERIFY(!comparison()->isVisible());
    makeWindow();
    branchOff();
    selectRow(0);
    clickButton("compareBranchButton");
    QCOMPARE(comparison()->height(), 555);
}

void TestBranchDock::loading_asksFirst()
{
    branchOff();
    press(Qt::Key_F5);
    answer(QMessageBox::RejectRole);
    QCOMPARE(m_session->branches().size(), 2U);
    press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(question());
    QTest::keyClick(question(), Qt::Key_Escape);
    QCOMPARE(m_session->scenario().name, std::string("client-closes-first"));
    press(Qt::Key_3, Qt::ControlModifier);
    answer(QMessageBox::DestructiveRole);
    QCOMPARE(m_session->scenario().name, scenarioLibrary()[2].name);
    QCOMPARE(m_session->branches().size(), 1U);
}

void TestBranchDock::loading_withoutBranches_asksNothing()
{
    press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(!question());
    QCOMPARE(m_session->scenario().name, scenarioLibrary()[2].name);
}

void TestBranchDock::closing_asksFirst()
{
    branchOff();
    m_window->close();
    QVERIFY(m_window->isVisible());
    answer(QMessageBox::RejectRole);
    QVERIFY(m_window->isVisible());
    m_window->close();
    answer(QMessageBox::DestructiveRole);
    QVERIFY(!m_window->isVisible());
}

QTEST_MAIN(TestBranchDock)
#include "tst_branch_dock.moc"
