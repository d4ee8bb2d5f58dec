// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/segment.h"

namespace finwait {

std::string flagNames(const Flags& flags)
{
    std::string names;
    const auto add = [&names](bool set, const char* name) {
        if (!set)
            return;
        if (!names.empty())
            names += ',';
        names += name;
    };
    add(flags.syn, "SYN");
    add(flags.fin, "FIN");
    add(flags.rst, "RST");
    add(flags.urg, "URG");
    add(flags.ack, "ACK");
    return names;
}

} // namespace finwait
