// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/fault_rule_editor.h"

#include "app/fault_words.h"
#include "core/state.h"
#include "scenario/scenario_reader.h"
#include "ui_fault_rule_editor.h"
#include "view/overloaded.h"
#include "view/words.h"

#include <cstdint>
#include <limits>

namespace finwait {

namespace {

constexpr double permillePerPercent = 10;
constexpr ValueEdit::Range anyMoment{true, 0, longestScenarioTime.count(), true};

constexpr int anySide = -1;

/// A choice of a side, or of none.
void addSides(QComboBox& box, const QString& none, const PerSide<QString>& texts)
{
    box.addItem(none, anySide);
    for (const Side side : allSides)
        box.addItem(texts[side], int(side));
}

std::optional<Side> sideOf(const QComboBox& box)
{
    const int side = box.currentData().toInt();
    return side == anySide ? std::nullopt : std::optional(static_cast<Side>(side));
}

void choose(QComboBox& box, int data)
{
    box.setCurrentIndex(box.findData(data));
}

Duration durationIn(const ValueEdit& field)
{
    return Duration(field.value().value_or(0));
}

/// An int would not hold every count.
std::uint32_t countIn(const QDoubleSpinBox& box)
{
    return static_cast<std::uint32_t>(box.value());
}

} // namespace

FaultRuleEditor::FaultRuleEditor(QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FaultRuleEditor>())
    , m_errorColor(palette().color(QPalette::WindowText))
{
    m_ui->setupUi(this);
    m_ui->with->setAccessibleTexts(tr("%1 is set"));
    m_ui->without->setAccessibleTexts(tr("%1 is not set"));
    fillChoices();
    setRanges();
    setRule(FaultRule{});
    connectInputs();
}

FaultRuleEditor::~FaultRuleEditor() = default;

void FaultRuleEditor::setErrorColor(const QColor& color)
{
    m_errorColor = color;
    refresh();
}

void FaultRuleEditor::fillChoices()
{
    addSides(*m_ui->direction, fault_words::direction({}),
             {fault_words::direction(Side::Client), fault_words::direction(Side::Server)});
    for (const SegmentKind kind : allSegmentKinds)
        m_ui->kind->addItem(fault_words::kindName(kind), int(kind));
    addSides(*m_ui->since, tr("nothing in particular"), {tr("the client has been in"), tr("the server has been in")});
    for (const State state : allStates)
        m_ui->sinceState->addItem(words::stateName(state), int(state));
    for (std::size_t kind = 0; kind < faultKindCount; ++kind)
        m_ui->action->addItem(fault_words::actionName(static_cast<FaultKind>(kind)), int(kind));
}

void FaultRuleEditor::setRanges()
{
    m_ui->notBefore->setRange(anyMoment);
    m_ui->by->setRange(anyDelay);
    m_ui->gap->setRange(anyDelay);
    m_ui->patience->setRange(anyDelay);
    m_ui->copies->setMaximum(int(mostCopies));
    for (QDoubleSpinBox* count : {m_ui->first, m_ui->every, m_ui->times, m_ui->behind})
        count->setMaximum(std::numeric_limits<std::uint32_t>::max()); // what a file may say
}

void FaultRuleEditor::connectInputs()
{
    for (const QComboBox* box : {m_ui->direction, m_ui->kind, m_ui->since, m_ui->sinceState, m_ui->action})
        connect(box, &QComboBox::currentIndexChanged, this, &FaultRuleEditor::read);
    connect(m_ui->copies, &QSpinBox::valueChanged, this, &FaultRuleEditor::read);
    for (const QDoubleSpinBox* box : {m_ui->first, m_ui->every, m_ui->times, m_ui->behind, m_ui->chance})
        connect(box, &QDoubleSpinBox::valueChanged, this, &FaultRuleEditor::read);
    for (const ValueEdit* field : {m_ui->notBefore, m_ui->by, m_ui->gap, m_ui->patience})
        connect(field, &ValueEdit::textChanged, this, &FaultRuleEditor::read);
    connect(m_ui->with, &FlagBoxes::edited, this, [this] {
        m_ui->without->clear(m_ui->with->flags());
        read();
    });
    connect(m_ui->without, &FlagBoxes::edited, this, [this] {
        m_ui->with->clear(m_ui->without->flags());
        read();
    });
}

void FaultRuleEditor::setRule(const FaultRule& rule)
{
    m_isShowing = true;
    m_rule = rule;
    show(rule.match);
    show(rule.action);
    m_isShowing = false;
    refresh();
}

void FaultRuleEditor::show(const SegmentMatch& match)
{
    choose(*m_ui->direction, match.from ? int(*match.from) : anySide);
    choose(*m_ui->kind, int(match.kind));
    m_ui->with->setFlags(match.with);
    m_ui->without->setFlags(match.without);
    m_ui->first->setValue(match.first);
    m_ui->every->setValue(match.every);
    m_ui->times->setValue(match.times.value_or(0));
    m_ui->chance->setValue(match.permille / permillePerPercent);
    m_ui->notBefore->setValue(match.notBefore > Time{} ? std::optional(match.notBefore.count()) : std::nullopt);
    choose(*m_ui->since, match.since ? int(match.since->side) : anySide);
    choose(*m_ui->sinceState, int(match.since ? match.since->state : State::Established));
}

/// The other actions' fields keep what they had, as far as it can be used.
void FaultRuleEditor::show(const FaultAction& action)
{
    m_ui->by->setValue(fault::Delay{}.by.count());
    m_ui->gap->setValue(fault::Duplicate{}.gap.count());
    m_ui->patience->setValue(fault::Reorder{}.patience.count());
    choose(*m_ui->action, int(kindOf(action)));
    std::visit(Overloaded{
                   [](const fault::Drop&) {},
                   [this](const fault::Delay& delay) { m_ui->by->setValue(delay.by.count()); },
                   [this](const fault::Duplicate& duplicate) {
                       m_ui->copies->setValue(int(duplicate.copies));
                       m_ui->gap->setValue(duplicate.gap.count());
                   },
                   [this](const fault::Reorder& reorder) {
                       m_ui->behind->setValue(reorder.behind);
                       m_ui->patience->setValue(reorder.patience.count());
                   },
                   [](const fault::Corrupt&) {},
               },
               action);
}

SegmentMatch FaultRuleEditor::match() const
{
    SegmentMatch match;
    match.from = sideOf(*m_ui->direction);
    match.kind = static_cast<SegmentKind>(m_ui->kind->currentData().toInt());
    match.with = m_ui->with->flags();
    match.without = m_ui->without->flags();
    match.notBefore = durationIn(*m_ui->notBefore);
    if (const auto side = sideOf(*m_ui->since))
        match.since = StateEntered{*side, static_cast<State>(m_ui->sinceState->currentData().toInt())};
    match.first = countIn(*m_ui->first);
    match.every = countIn(*m_ui->every);
    if (m_ui->times->value() > 0)
        match.times = countIn(*m_ui->times);
    match.permille = std::uint32_t(qRound(m_ui->chance->value() * permillePerPercent));
    return match;
}

FaultAction FaultRuleEditor::action() const
{
    switch (static_cast<FaultKind>(m_ui->action->currentData().toInt())) {
    case FaultKind::Drop: return fault::Drop{};
    case FaultKind::Delay: return fault::Delay{durationIn(*m_ui->by)};
    case FaultKind::Duplicate: return fault::Duplicate{std::uint32_t(m_ui->copies->value()), durationIn(*m_ui->gap)};
    case FaultKind::Reorder: return fault::Reorder{countIn(*m_ui->behind), durationIn(*m_ui->patience)};
    case FaultKind::Corrupt: return fault::Corrupt{};
    }
    Q_UNREACHABLE();
}

/// What another action needs is of no importance.
ValueEdit* FaultRuleEditor::wrongField() const
{
    const auto wrong = [](ValueEdit* field) { return field->complaint().isEmpty() ? nullptr : field; };
    if (ValueEdit* field = wrong(m_ui->notBefore))
        return field;
    switch (static_cast<FaultKind>(m_ui->action->currentData().toInt())) {
    case FaultKind::Delay: return wrong(m_ui->by);
    case FaultKind::Duplicate: return wrong(m_ui->gap);
    case FaultKind::Reorder: return wrong(m_ui->patience);
    case FaultKind::Drop:
    case FaultKind::Corrupt: return nullptr;
    }
    Q_UNREACHABLE();
}

void FaultRuleEditor::focusWrongField()
{
    if (ValueEdit* field = wrongField())
        field->setFocus(Qt::OtherFocusReason);
}

void FaultRuleEditor::read()
{
    if (m_isShowing)
        return;
    refresh();
    if (isValid()) {
        m_rule.match = match();
        m_rule.action = action();
    }
    emit edited();
}

/// Only what matters is shown, and what cannot be used is complained about.
void FaultRuleEditor::refresh()
{
    m_ui->sinceState->setEnabled(sideOf(*m_ui->since).has_value());
    m_ui->pages->setCurrentIndex(m_ui->action->currentIndex());
    m_ui->pages->setVisible(m_ui->pages->currentWidget()->layout() != nullptr);
    m_ui->notBefore->complain(*m_ui->notBeforeNote, m_errorColor);
    m_ui->by->complain(*m_ui->byNote, m_errorColor);
    m_ui->gap->complain(*m_ui->gapNote, m_errorColor);
    m_ui->patience->complain(*m_ui->patienceNote, m_errorColor);
}

} // namespace finwait
