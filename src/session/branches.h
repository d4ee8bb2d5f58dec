// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The branches of a session. The history of the current one is the playhead's; those of all others are kept here.
// Internal to the room.
#pragma once

#include "session/branch.h"
#include "session/history.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace finwait {

/// What has happened in a branch, and whether more would have (see Session::isCutShort()).
struct Course {
    History history;
    bool cutShort = false;
};

class Branches
{
public:
    Branches() { begin(); }
    /// There is one branch, what was loaded.
    void begin();
    struct Begun {
        Branch branch;
        Course course;
    };
    /// There are these, which are areOfOneSession(). The course of the current one, which is not kept here.
    [[nodiscard]] Course begin(std::vector<Begun> branches);

    /// In the order in which they were made; `here` is the history of the current one.
    [[nodiscard]] std::vector<Branch> list(const History& here) const;
    /// What was done first in the current one, see Branch::command.
    [[nodiscard]] std::optional<Command> beginning(const History& here) const;
    [[nodiscard]] BranchId current() const { return m_current; }
    /// nullptr: it is the current one, or there is none of that number.
    [[nodiscard]] const Course* course(BranchId id) const;

    /// Something else will be done at `at`: the current branch stays as `course`, a new one is the current one.
    /// `goesOn`: see Branch.
    void fork(Course course, const Moment& at, bool goesOn = false);
    /// Another one, which has a course(), becomes the current one: `here`, the course of the one that is, is exchanged
    /// for its course.
    void enter(BranchId id, Course& here);
    /// Whether that changed anything; so do the next three.
    bool rename(BranchId id, const QString& name);
    /// Never the current one.
    bool remove(BranchId id);
    /// The one that was removed last comes back to its place.
    bool restoreRemoved();
    [[nodiscard]] bool hasRemoved() const { return !m_removed.empty(); }

private:
    struct Entry {
        Branch branch;
        std::unique_ptr<Course> course; // none: it is the current one
    };
    struct Removed {
        Entry entry;
        std::size_t place;
    };

    [[nodiscard]] static std::optional<Command> beginning(const Entry& entry, const History& here);
    [[nodiscard]] std::vector<Entry>::iterator find(BranchId id);
    [[nodiscard]] BranchId leftBy(const Moment& moment);

    std::vector<Entry> m_entries;
    std::vector<Removed> m_removed;
    BranchId m_current = 0;
    BranchId m_lastId = 0;
};

} // namespace finwait
