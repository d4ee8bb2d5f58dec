// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "scenario/scenario_report.h"

#include "scenario/scenario.h"
#include "scenario/scenario_file.h"

#include <array>
#include <iomanip>
#include <ostream>
#include <variant>

namespace finwait {
namespace {

std::string spelled(const Path& path)
{
    std::string line;
    for (const State state : path)
        line.append(line.empty() ? "" : " ").append(identifier(state));
    return line;
}

std::ostream& time(std::ostream& out, Time at)
{
    constexpr int width = 14;
    return out << std::setw(width) << std::chrono::duration<double, std::milli>(at).count() << " ms  ";
}

std::string_view words(LossCause why)
{
    constexpr std::array<std::string_view, 4> texts = {"by hand", "by a fault", "the host is down",
                                                       "the host is silent"};
    return texts[static_cast<std::size_t>(why)];
}

void printFate(const Trace& trace, const Flight& flight, std::ostream& out)
{
    if (flight.fate == Fate::InFlight) {
        out << "in flight";
        return;
    }
    time(out << (flight.fate == Fate::Arrived ? "arrives at" : "lost at   "), flight.ended);
    if (const auto* lost = std::get_if<record::SegmentLost>(&trace.record(flight.endRecord).body))
        out << words(lost->why);
    if (flight.corrupted)
        out << "damaged";
}

void printSegments(const Trace& trace, std::ostream& out)
{
    for (const Flight& flight : trace.flights()) {
        const Segment& segment = flight.segment;
        std::string name = flagNames(segment.flags);
        if (!segment.text.empty())
            name += " (" + std::to_string(segment.text.length) + " octets)";
        if (flight.copyOf)
            name += " (copy)";
        constexpr int width = 26;
        time(out, flight.sent) << identifier(flight.from) << "  " << std::left << std::setw(width) << name << std::right
                               << " seq " << segment.seq.value - flight.seqBase.value;
        if (segment.flags.ack)
            out << " ack " << segment.ack.value - flight.ackBase.value;
        printFate(trace, flight, out << "  ");
        out << '\n';
    }
}

void printEvents(const Trace& trace, std::ostream& out)
{
    for (const Record& record : trace.records()) {
        if (const auto* refused = std::get_if<record::CallRefused>(&record.body))
            time(out, record.at) << identifier(record.side) << "  " << identifier(refused->call)
                                 << " REFUSED: " << identifier(refused->refusal) << '\n';
        else if (const auto* met = std::get_if<record::FaultMet>(&record.body))
            time(out, record.at) << identifier(record.side) << "  fault " << met->rule << " (" << identifier(met->kind)
                                 << ") met the segment sent at "
                                 << std::chrono::duration<double, std::milli>(trace.flight(met->flight).sent).count()
                                 << " ms\n";
        else if (const auto* host = std::get_if<record::HostChanged>(&record.body))
            time(out, record.at) << identifier(record.side) << "  host: " << identifier(host->event) << '\n';
    }
}

bool play(const Scenario& scenario, std::ostream& out)
{
    out << "== " << scenario.name << ", " << scenario.profile.client << " and " << scenario.profile.server << '\n';
    const Run run = runScenario(scenario);
    printSegments(run.trace, out);
    printEvents(run.trace, out);
    bool good = true;
    for (const Side side : allSides) {
        const Path path = pathOf(run.trace, side);
        const Path& expected = expectedPaths(scenario)[side];
        out << identifier(side) << ": " << spelled(path) << '\n';
        if (path == expected) {
            out << "        as expected\n";
        } else {
            out << "        NOT AS EXPECTED: " << spelled(expected) << '\n';
            good = false;
        }
    }
    if (const auto next = run.simulator.nextEventAt())
        time(out << "NEVER ENDS: something would be due at ", *next) << '\n';
    return good;
}

} // namespace

bool reportScenario(const std::string& path, std::ostream& out)
{
    const auto scenario = readScenarioFile(path);
    if (!scenario) {
        out << describe(scenario.error()) << '\n';
        return false;
    }
    constexpr int microseconds = 3;
    out << std::fixed << std::setprecision(microseconds);
    bool good = play(*scenario, out);
    for (const auto& [profile, paths] : scenario->expectedWith) {
        Scenario other = *scenario;
        other.profile = {profile, profile};
        good = play(other, out) && good;
    }
    return good;
}

} // namespace finwait
