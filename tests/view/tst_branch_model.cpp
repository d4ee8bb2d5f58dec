// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The branches as a table: each below the one that it left, whatever is added, deleted and brought back.
// QAbstractItemModelTester watches every step.
#include "scenario/library.h"
#include "session/session.h"
#include "view/branch_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <memory>

using namespace finwait;

class TestBranchModel : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void branches_standBelowTheOneThatTheyLeft();
    void origin_isToldWithItsTime();
    void origin_keepsUpWithItsName();
    void branch_ofADeletedOne_staysAndSaysSo();
    void deletedOne_comesBackToItsPlace();
    void anotherScenario_beginsAnew();

private:
    /// Loses the segment that is on its way at the first moment at which there are so many records.
    BranchId branchOff(RecordIndex records);
    /// Two that left the first branch, and one that left the first of these.
    void branchThrice();
    [[nodiscard]] QVariant at(int row, int column, int role = Qt::DisplayRole) const
    {
        return m_model->index(row, column).data(role);
    }
    [[nodiscard]] std::vector<BranchId> ids() const;
    [[nodiscard]] std::vector<int> depths() const;

    std::unique_ptr<Session> m_session;
    std::unique_ptr<BranchModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    BranchId m_first = 0;
    BranchId m_early = 0;
    BranchId m_nested = 0;
    BranchId m_late = 0;
    RecordIndex m_afterEarly = 0;
};

void TestBranchModel::init()
{
    m_tester.reset();
    m_model.reset();
    m_session = std::make_unique<Session>();
    m_session->load(*findScenario("client-closes-first"));
    m_model = std::make_unique<BranchModel>(*m_session);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
}

BranchId TestBranchModel::branchOff(RecordIndex records)
{
    m_session->toEnd(); // only what leaves something behind is a branch
    m_session->toStart();
    while (m_session->recordsBefore() < records || m_session->simulator().network().inFlight().empty())
        m_session->stepForward();
    m_session->submit(command::Drop{m_session->simulator().network().inFlight().back().flight});
    return m_session->currentBranch();
}

void TestBranchModel::branchThrice()
{
    m_first = m_session->currentBranch();
    m_early = branchOff(3);
    m_afterEarly = m_session->recordsBefore();
    m_nested = branchOff(m_afterEarly + 4);
    m_session->switchTo(m_first);
    m_late = branchOff(8);
}

std::vector<BranchId> TestBranchModel::ids() const
{
    std::vector<BranchId> result;
    for (int row = 0; row < m_model->rowCount(); ++row)
        result.push_back(at(row, 0, BranchModel::IdRole).toUInt());
    return result;
}

std::vector<int> TestBranchModel::depths() const
{
    std::vector<int> result;
    for (int row = 0; row < m_model->rowCount(); ++row)
        result.push_back(at(row, 0, BranchModel::DepthRole).toInt());
    return result;
}

void TestBranchModel::branches_standBelowTheOneThatTheyLeft()
{
    branchThrice();
    QCOMPARE(ids(), (std::vector<BranchId>{m_first, m_early, m_nested, m_late}));
    QCOMPARE(depths(), (std::vector<int>{0, 1, 2, 1}));
    m_session->switchTo(m_early);
    const BranchId second = branchOff(m_afterEarly + 8); // later than where the first one left
    QCOMPARE(ids(), (std::vector<BranchId>{m_first, m_early, m_nested, second, m_late}));
    QCOMPARE(m_model->rowOf(m_late), 4);
}

void TestBranchModel::origin_isToldWithItsTime()
{
    branchThrice();
    const QString when = at(2, BranchModel::LeftColumn).toString();
    QVERIFY(!when.isEmpty());
    const QString parent = at(1, BranchModel::NameColumn).toString();
    const QString expected = QStringLiteral("It left “%1” at %2").arg(parent, when);
    QCOMPARE(at(2, BranchModel::LeftColumn, Qt::ToolTipRole).toString(), expected);
    QVERIFY(at(2, BranchModel::NameColumn, Qt::ToolTipRole).toString().endsWith(expected));
    QVERIFY(at(2, BranchModel::NameColumn, Qt::AccessibleTextRole).toString().endsWith(expected));
    QVERIFY(at(0, BranchModel::LeftColumn, Qt::ToolTipRole).toString().isEmpty());
}

void TestBranchModel::origin_keepsUpWithItsName()
{
    branchThrice();
    m_session->renameBranch(m_early, QStringLiteral("early"));
    QVERIFY(at(2, BranchModel::LeftColumn, Qt::ToolTipRole).toString().contains(QStringLiteral("“early”")));
}

void TestBranchModel::branch_ofADeletedOne_staysAndSaysSo()
{
    branchThrice();
    m_session->removeBranch(m_early);
    QCOMPARE(ids(), (std::vector<BranchId>{m_first, m_late, m_nested}));
    QCOMPARE(depths(), (std::vector<int>{0, 1, 0}));
    QVERIFY(at(2, BranchModel::LeftColumn, Qt::ToolTipRole).toString().contains(QStringLiteral("deleted")));
}

void TestBranchModel::deletedOne_comesBackToItsPlace()
{
    branchThrice();
    m_session->removeBranch(m_early);
    m_session->restoreRemovedBranch();
    QCOMPARE(ids(), (std::vector<BranchId>{m_first, m_early, m_nested, m_late}));
    QCOMPARE(depths(), (std::vector<int>{0, 1, 2, 1}));
}

void TestBranchModel::anotherScenario_beginsAnew()
{
    branchThrice();
    m_session->load(*findScenario("refused"));
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(depths(), std::vector<int>{0});
}

QTEST_MAIN(TestBranchModel)
#include "tst_branch_model.moc"
