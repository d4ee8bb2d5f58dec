// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "session/branches.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <utility>

namespace finwait {

namespace {

/// The moment lies before what made the branch: its course is still that of its parent.
bool isOfParent(const Branch& branch, const Moment& moment)
{
    if (!branch.goesOn)
        return moment.commands <= branch.commandsShared;
    return moment.position < branch.forkStep
           || (moment.position == branch.forkStep && moment.simulator.now() <= branch.forkTime);
}

} // namespace

bool areOfOneSession(const std::vector<KeptBranch>& branches)
{
    BranchId last = 0;
    for (const auto& [branch, done] : branches) {
        if (branch.id <= last || branch.parent >= branch.id)
            return false;
        last = branch.id;
    }
    return std::ranges::count_if(branches, [](const KeptBranch& each) { return each.branch.isCurrent; }) == 1;
}

void Branches::begin()
{
    m_entries.clear();
    m_removed.clear();
    m_current = m_lastId = 1;
    m_entries.emplace_back().branch.id = m_current;
}

Course Branches::begin(std::vector<Begun> branches)
{
    m_entries.clear();
    m_removed.clear();
    std::optional<Course> here;
    for (Begun& begun : branches) {
        Entry& entry = m_entries.emplace_back();
        entry.branch = begun.branch;
        m_lastId = begun.branch.id;
        if (begun.branch.isCurrent) {
            m_current = begun.branch.id;
            here = std::move(begun.course);
        } else {
            entry.course = std::make_unique<Course>(std::move(begun.course));
        }
    }
    return std::move(here).value();
}

std::vector<Branch> Branches::list(const History& here) const
{
    std::vector<Branch> list;
    for (const Entry& entry : m_entries) {
        Branch& branch = list.emplace_back(entry.branch);
        branch.isCurrent = branch.id == m_current;
        branch.isRecorded = (entry.course ? entry.course->history : here).isRecorded();
        branch.command = beginning(entry, here);
    }
    return list;
}

std::optional<Command> Branches::beginning(const History& here) const
{
    return beginning(*std::ranges::find(m_entries, m_current, [](const Entry& each) { return each.branch.id; }), here);
}

/// What the first branch begins with was loaded with it.
std::optional<Command> Branches::beginning(const Entry& entry, const History& here)
{
    const History& history = entry.course ? entry.course->history : here;
    return entry.branch.parent && !entry.branch.goesOn ? history.tellingCommand(entry.branch.commandsShared)
                                                       : std::nullopt;
}

const Course* Branches::course(BranchId id) const
{
    const auto entry = std::ranges::find(m_entries, id, [](const Entry& each) { return each.branch.id; });
    return entry == m_entries.end() ? nullptr : entry->course.get();
}

std::vector<Branches::Entry>::iterator Branches::find(BranchId id)
{
    return std::ranges::find(m_entries, id, [](const Entry& each) { return each.branch.id; });
}

BranchId Branches::leftBy(const Moment& moment)
{
    auto entry = find(m_current);
    while (entry->branch.parent && isOfParent(entry->branch, moment)) {
        const auto parent = find(*entry->branch.parent);
        if (parent == m_entries.end())
            break;
        entry = parent;
    }
    return entry->branch.id;
}

void Branches::fork(Course course, const Moment& at, bool goesOn)
{
    const BranchId parent = leftBy(at);
    find(m_current)->course = std::make_unique<Course>(std::move(course));
    m_current = ++m_lastId;
    Entry& entry = m_entries.emplace_back();
    entry.branch.id = m_current;
    entry.branch.parent = parent;
    entry.branch.forkTime = at.simulator.now();
    entry.branch.forkStep = at.position;
    entry.branch.commandsShared = at.commands;
    entry.branch.goesOn = goesOn;
}

void Branches::enter(BranchId id, Course& here)
{
    assert(course(id) != nullptr);
    std::unique_ptr<Course> course = std::move(find(id)->course);
    std::swap(*course, here);
    find(m_current)->course = std::move(course);
    m_current = id;
}

bool Branches::rename(BranchId id, const QString& name)
{
    const auto entry = find(id);
    if (entry == m_entries.end() || entry->branch.name == name)
        return false;
    entry->branch.name = name;
    return true;
}

bool Branches::remove(BranchId id)
{
    if (course(id) == nullptr)
        return false;
    const auto entry = find(id);
    m_removed.push_back({std::move(*entry), static_cast<std::size_t>(entry - m_entries.begin())});
    m_entries.erase(entry);
    return true;
}

bool Branches::restoreRemoved()
{
    if (m_removed.empty())
        return false;
    Removed& last = m_removed.back();
    const std::size_t place = std::min(last.place, m_entries.size());
    m_entries.insert(m_entries.begin() + static_cast<std::ptrdiff_t>(place), std::move(last.entry));
    m_removed.pop_back();
    return true;
}

} // namespace finwait
