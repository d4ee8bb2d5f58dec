// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "scenario/plan_writer.h"

#include <variant>

namespace finwait {
namespace {

struct FieldsOfCall {
    Json& fields;

    void operator()(const Send& send) const
    {
        fields["octets"] = send.octets;
        fields["urgent"] = send.urgent;
    }
    void operator()(const Receive& receive) const { fields["octets"] = receive.octets; }
    void operator()(const Close& close) const { fields["still_reading"] = close.stillReading; }
    void operator()(const OpenActive&) const {}
    void operator()(const OpenPassive&) const {}
    void operator()(const Abort&) const {}
    void operator()(const Status&) const {}
};

Json optionsOf(const Options& options)
{
    Json fields = Json::object();
    if (options.mss)
        fields["mss"] = *options.mss;
    if (options.windowScale)
        fields["window_scale"] = *options.windowScale;
    if (options.sackPermitted)
        fields["sack_permitted"] = true;
    if (options.timestamps)
        fields["timestamps"] = {{"value", options.timestamps->value}, {"echo", options.timestamps->echo}};
    return fields;
}

struct FieldsOfDeed {
    Json& fields;

    void operator()(const Call& call) const
    {
        fields["call"] = identifier(call);
        std::visit(FieldsOfCall{fields}, call);
    }
    void operator()(HostEvent event) const { fields["host"] = identifier(event); }
    void operator()(const Injection& injection) const
    {
        fields["inject"] = {{"flags", jsonOf(injection.flags)},
                            {"seq", injection.seq},
                            {"ack", injection.ack},
                            {"octets", injection.octets},
                            {"window", injection.window},
                            {"urgent_pointer", injection.urgentPointer},
                            {"options", optionsOf(injection.options)}};
    }
};

} // namespace

void writeDeed(Json& fields, Side side, const Deed& deed)
{
    fields["side"] = identifier(side);
    std::visit(FieldsOfDeed{fields}, deed);
}

Json jsonOf(const PlannedDeed& planned)
{
    Json fields;
    writeDeed(fields, planned.side, planned.deed);
    if (planned.when) {
        fields["when"] = jsonOf(*planned.when);
        fields["after_ms"] = jsonOf(planned.after);
    } else {
        fields["at_ms"] = jsonOf(planned.after);
    }
    return fields;
}

} // namespace finwait
