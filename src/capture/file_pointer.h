// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// A file of the C library, which is what libpcap reads from.
#pragma once

#include <cstdio>
#include <memory>

namespace finwait {

struct FileClosing {
    void operator()(std::FILE* file) const { std::fclose(file); } // nothing was written
};
using FilePointer = std::unique_ptr<std::FILE, FileClosing>;

} // namespace finwait
