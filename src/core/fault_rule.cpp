// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/fault_rule.h"

namespace finwait {

namespace {

constexpr std::uint32_t certain = 1000; // thousandths

bool hasFlags(const Flags& flags, const Flags& wanted)
{
    return (flags.syn || !wanted.syn) && (flags.ack || !wanted.ack) && (flags.fin || !wanted.fin)
           && (flags.rst || !wanted.rst) && (flags.psh || !wanted.psh) && (flags.urg || !wanted.urg);
}

Flags inverse(const Flags& flags)
{
    return {.syn = !flags.syn,
            .ack = !flags.ack,
            .fin = !flags.fin,
            .rst = !flags.rst,
            .psh = !flags.psh,
            .urg = !flags.urg};
}

bool fits(const SegmentMatch& match, Side from, const Segment& segment, Time sent)
{
    return (!match.from || *match.from == from) && isOfKind(segment, match.kind) && hasFlags(segment.flags, match.with)
           && hasFlags(inverse(segment.flags), match.without) && sent >= match.notBefore;
}

/// SplitMix64 (Steele, Lea, Flood 2014): neighbouring inputs give unrelated outputs.
std::uint64_t scrambled(std::uint64_t value)
{
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
}

bool byChance(std::uint32_t permille, std::uint64_t seed, std::size_t place, std::uint32_t count)
{
    if (permille >= certain)
        return true;
    const std::uint64_t draw = scrambled(scrambled(scrambled(seed) + place) + count);
    return draw % certain < permille;
}

} // namespace

std::string_view identifier(SegmentKind kind)
{
    constexpr std::array<std::string_view, segmentKindCount> names = {"any", "syn",  "syn-ack", "fin",
                                                                      "ack", "data", "rst"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view identifier(FaultKind kind)
{
    constexpr std::array<std::string_view, faultKindCount> names = {"drop", "delay", "duplicate", "reorder", "corrupt"};
    return names[static_cast<std::size_t>(kind)];
}

bool isOfKind(const Segment& segment, SegmentKind kind)
{
    const Flags& flags = segment.flags;
    switch (kind) {
    case SegmentKind::Any: return true;
    case SegmentKind::Syn: return flags.syn && !flags.ack;
    case SegmentKind::SynAck: return flags.syn && flags.ack;
    case SegmentKind::Fin: return flags.fin;
    case SegmentKind::PureAck: return flags.ack && !flags.rst && segment.length() == 0;
    case SegmentKind::Data: return !segment.text.empty();
    case SegmentKind::Rst: return flags.rst;
    }
    return false;
}

bool meets(const FaultRule& rule, RuleProgress& progress, std::size_t place, std::uint64_t seed, Side from,
           const Segment& segment, Time sent)
{
    const SegmentMatch& match = rule.match;
    const bool waits = match.since && !progress.armed;
    if (!rule.enabled || waits || !fits(match, from, segment, sent))
        return false;
    ++progress.seen;
    const bool isDue = progress.seen >= match.first && (progress.seen - match.first) % match.every == 0;
    const bool isSpent = match.times && progress.met >= *match.times;
    if (!isDue || isSpent || !byChance(match.permille, seed, place, progress.seen))
        return false;
    ++progress.met;
    return true;
}

} // namespace finwait
