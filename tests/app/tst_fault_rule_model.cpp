// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The table of rules: what it says of each, and that it keeps its views up to date.
#include "app/fault_rule_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace finwait;

class TestFaultRuleModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void rows_sayWhatTheRulesDo_data();
    void rows_sayWhatTheRulesDo();
    void checkBox_switchesARuleOff();
    void insertAndRemove();
    void move_data();
    void move();
    void met_isShownUnlessTheRuleIsOff();

private:
    [[nodiscard]] QString text(int row, FaultRuleModel::Column column) const
    {
        return m_model->index(row, column).data().toString();
    }
    [[nodiscard]] std::vector<SegmentKind> kinds() const;

    std::unique_ptr<FaultRuleModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

namespace {

FaultRule ruleFor(SegmentKind kind)
{
    return {true, SegmentMatch{.kind = kind}, fault::Drop{}};
}

} // namespace

void TestFaultRuleModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<FaultRuleModel>(
        std::vector<FaultRule>{ruleFor(SegmentKind::Syn), ruleFor(SegmentKind::Fin), ruleFor(SegmentKind::Data)});
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
}

std::vector<SegmentKind> TestFaultRuleModel::kinds() const
{
    std::vector<SegmentKind> kinds;
    for (const FaultRule& rule : m_model->rules())
        kinds.push_back(rule.match.kind);
    return kinds;
}

void TestFaultRuleModel::rows_sayWhatTheRulesDo_data()
{
    QTest::addColumn<FaultRule>("rule");
    QTest::addColumn<QStringList>("texts");
    const auto row = [](const char* name, const SegmentMatch& match, const FaultAction& action, const char* texts) {
        QTest::newRow(name) << FaultRule{true, match, action} << QString::fromUtf8(texts).split(QStringLiteral(" | "));
    };
    row("plain", {}, fault::Drop{}, "both ways | any segment | all | It is lost.");
    row("the first", {.from = Side::Client, .kind = SegmentKind::Syn, .times = 1}, fault::Corrupt{},
        "client to server | SYN | the first | It arrives damaged.");
    row("the third", {.from = Side::Server, .kind = SegmentKind::PureAck, .first = 3, .times = 1}, fault::Delay{1500ms},
        "server to client | ACK alone | no. 3 | It arrives 1.5 s later.");
    row("every second", {.kind = SegmentKind::Data, .every = 2}, fault::Duplicate{1, 20ms},
        "both ways | data | no. 1, 3, 5 and so on | It arrives twice, 20 ms apart.");
    row("some of many", {.first = 2, .every = 3, .times = 9}, fault::Duplicate{2, 0us},
        "both ways | any segment | no. 2, 5, 8 and so on, 9 in all | It arrives 3 times, 0 µs apart.");
    row("few", {.first = 2, .every = 3, .times = 2}, fault::Drop{}, "both ways | any segment | no. 2, 5 | It is lost.");
    row("the first few", {.times = 4}, fault::Drop{}, "both ways | any segment | the first 4 | It is lost.");
    row("chance", {.first = 2, .permille = 125}, fault::Reorder{1, 1s},
        "both ways | any segment | all from no. 2 on, by a chance of 12.5 % | The next one overtakes it, within 1 s.");
    row("conditions", {.notBefore = 1s, .since = StateEntered{Side::Server, State::LastAck}}, fault::Reorder{3, 1s},
        "both ways | any segment | all, from 1.000 s on, once the server has been in LAST_ACK | The next 3 overtake "
        "it, within 1 s.");
    row("flags", {.kind = SegmentKind::Data, .with = {.psh = true}, .without = {.fin = true, .urg = true}},
        fault::Drop{}, "both ways | data with PSH, without FIN,URG | all | It is lost.");
}

void TestFaultRuleModel::rows_sayWhatTheRulesDo()
{
    QFETCH(const FaultRule, rule);
    QFETCH(const QStringList, texts);
    m_model->setRule(1, rule);
    QStringList found;
    for (int column = FaultRuleModel::DirectionColumn; column < FaultRuleModel::MetColumn; ++column)
        found << m_model->index(1, column).data().toString();
    QCOMPARE(found, texts);
}

void TestFaultRuleModel::checkBox_switchesARuleOff()
{
    QSignalSpy changes(m_model.get(), &FaultRuleModel::rulesChanged);
    const QModelIndex box = m_model->index(1, FaultRuleModel::NumberColumn);
    QVERIFY(box.flags().testFlag(Qt::ItemIsUserCheckable));
    QVERIFY(!m_model->index(1, FaultRuleModel::WhichColumn).flags().testFlag(Qt::ItemIsUserCheckable));
    QVERIFY(m_model->setData(box, Qt::Unchecked, Qt::CheckStateRole));
    QVERIFY(!m_model->rule(1).enabled);
    QCOMPARE(changes.count(), 1);
    m_model->setRule(1, FaultRule(m_model->rule(1)));
    QCOMPARE(changes.count(), 1);
}

void TestFaultRuleModel::insertAndRemove()
{
    m_model->insertRule(3, ruleFor(SegmentKind::Rst));
    m_model->insertRule(0, ruleFor(SegmentKind::Any));
    QVERIFY(m_model->removeRow(2));
    QVERIFY(!m_model->removeRow(4));
    QCOMPARE(kinds(), (std::vector{SegmentKind::Any, SegmentKind::Syn, SegmentKind::Data, SegmentKind::Rst}));
    QVERIFY(m_model->removeRows(0, 4));
    QCOMPARE(m_model->rowCount(), 0);
}

void TestFaultRuleModel::move_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("destination");
    QTest::addColumn<std::vector<SegmentKind>>("after");
    using K = SegmentKind;
    QTest::newRow("down") << 0 << 2 << std::vector{K::Fin, K::Syn, K::Data};
    QTest::newRow("up") << 2 << 1 << std::vector{K::Syn, K::Data, K::Fin};
    QTest::newRow("to the end") << 0 << 3 << std::vector{K::Fin, K::Data, K::Syn};
    QTest::newRow("nowhere") << 1 << 1 << std::vector{K::Syn, K::Fin, K::Data};
    QTest::newRow("out") << 2 << 4 << std::vector{K::Syn, K::Fin, K::Data};
    QTest::newRow("above") << 0 << -1 << std::vector{K::Syn, K::Fin, K::Data};
}

void TestFaultRuleModel::move()
{
    QFETCH(const int, row);
    QFETCH(const int, destination);
    QFETCH(const std::vector<SegmentKind>, after);
    const bool moves = kinds() != after;
    QCOMPARE(m_model->moveRow({}, row, {}, destination), moves);
    QCOMPARE(kinds(), after);
}

void TestFaultRuleModel::met_isShownUnlessTheRuleIsOff()
{
    m_model->setMet({3, 0, 12});
    QCOMPARE(text(0, FaultRuleModel::MetColumn), QStringLiteral("3"));
    QCOMPARE(text(2, FaultRuleModel::MetColumn), QStringLiteral("12"));
    m_model->setData(m_model->index(2, 0), Qt::Unchecked, Qt::CheckStateRole);
    QCOMPARE(text(2, FaultRuleModel::MetColumn), QStringLiteral("off"));
}

QTEST_GUILESS_MAIN(TestFaultRuleModel)
#include "tst_fault_rule_model.moc"
