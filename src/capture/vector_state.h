// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The upper halves of the vector registers of x86. Qt 6.4 leaves them in use when it has hashed something, and a thread
// begins with those of the one that started it. As long as they are in use, some processors take a hundred cycles for
// each change between instructions of SSE, as most libraries are made of, and of AVX, as memcpy() is: twice for each
// packet of a capture, which then takes half as long again.
#pragma once

namespace finwait {

/// They are not in use any more: to be called by who is going to copy a million small things.
inline void leaveUpperVectors()
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx"))
        __asm__ volatile("vzeroupper");
#endif
}

} // namespace finwait
