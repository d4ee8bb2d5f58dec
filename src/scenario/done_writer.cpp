// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "scenario/done_writer.h"

#include "scenario/clockwork_writer.h"
#include "scenario/network_writer.h"
#include "scenario/plan_writer.h"

#include <variant>

namespace finwait {
namespace {

struct FieldsOfCommand {
    Json& fields;

    void operator()(const command::MakeCall& made) const { writeDeed(fields, made.side, made.call); }
    void operator()(const command::Deliver& delivered) const { fields["deliver"] = delivered.flight; }
    void operator()(const command::Drop& dropped) const { fields["drop"] = dropped.flight; }
    void operator()(const command::Duplicate& duplicated) const { fields["duplicate"] = duplicated.flight; }
    void operator()(const command::Hold& held) const { fields["hold"] = held.flight; }
    void operator()(const command::FireTimer& fired) const { timer("fire_timer", fired.side, fired.kind); }
    void operator()(const command::StopTimer& stopped) const { timer("stop_timer", stopped.side, stopped.kind); }
    void operator()(const command::StretchTimer& stretched) const
    {
        timer("stretch_timer", stretched.side, stretched.kind);
        fields["by_ms"] = jsonOf(stretched.by);
    }
    void operator()(const command::ChangeHost& changed) const { writeDeed(fields, changed.side, changed.event); }
    void operator()(const command::Inject& injected) const { writeDeed(fields, injected.side, injected.injection); }
    void operator()(const command::ChangeNetwork& changed) const { fields["network"] = jsonOf(changed.config); }
    void operator()(const command::ChangeClockwork& changed) const
    {
        fields["side"] = identifier(changed.side);
        fields["clockwork"] = jsonOf(changed.clockwork);
    }
    void operator()(const command::ChangeSetting& changed) const
    {
        fields["side"] = identifier(changed.side);
        fields["setting"] = systemSettings()[changed.setting].name;
        fields["value"] = changed.value;
    }
    void operator()(const command::Plan& planned) const { fields["plan"] = jsonOf(planned.deed); }
    void operator()(const command::ForgetPlan& forgotten) const { fields["forget_plan"] = identifier(forgotten.side); }

private:
    void timer(const char* what, Side side, TimerKind kind) const
    {
        fields["side"] = identifier(side);
        fields[what] = identifier(kind);
    }
};

} // namespace

Json jsonOf(const Done& done)
{
    Json fields;
    fields["after_steps"] = done.afterSteps;
    fields["at_ms"] = jsonOf(done.at);
    std::visit(FieldsOfCommand{fields}, done.command);
    return fields;
}

} // namespace finwait
