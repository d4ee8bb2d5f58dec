// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "export/captured_file.h"

namespace finwait {

namespace {

bool isRetransmission(FindingKind kind)
{
    return kind == FindingKind::SynRetransmitted || kind == FindingKind::SynAckRetransmitted
           || kind == FindingKind::FinRetransmitted || kind == FindingKind::DataRetransmitted;
}

} // namespace

std::uint64_t retransmissionsIn(const ConnectionInference& connection)
{
    std::uint64_t count = 0;
    for (const Finding& finding : connection.findings())
        count += isRetransmission(finding.kind) ? finding.count : 0U;
    return count;
}

} // namespace finwait
