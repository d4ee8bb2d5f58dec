// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "core/stack_profile.h"

#include <algorithm>
#include <array>

namespace finwait {

namespace {

constexpr StackProfile rfc9293()
{
    StackProfile p;
    p.name = "rfc9293";
    p.msl = 2min;              // RFC 9293 section 3.4.2: "MSL is taken to be 2 minutes"
    p.initialRto = 1s;         // RFC 6298 rule 2.1
    p.minRto = 1s;             // RFC 6298 rule 2.4
    p.maxRto = 60s;            // RFC 6298 rule 2.5: at least 60 seconds
    p.clockGranularity = 1ms;  // RFC 6298 section 4: finer than 100 ms is better
    p.synRetries = 7;          // RFC 9293 MUST-23: at least 3 minutes; 1+2+4+8+16+32+60+60 = 183 s
    p.synAckRetries = 7;       // the same segment queue, the same MUST-23
    p.dataRetries = 6;         // RFC 9293 SHLD-11: at least 100 seconds; 1+2+4+8+16+32+60 = 123 s
    p.delayedAck = 200ms;      // RFC 9293 SHLD-18 and MUST-40: less than 0.5 s
    p.overrideTimeout = 200ms; // RFC 9293 section 3.8.6.2.1: 0.1 to 1.0 s
    p.keepAliveIdle = 2h;      // RFC 9293 MUST-28
    p.keepAliveInterval = 75s; // RFC 9293 leaves it open; what BSD and Linux do
    p.keepAliveProbes = 9;     // the same; MUST-29 forbids giving up on a single one
    p.receiveBuffer = 65535;   // the largest window without RFC 7323
    p.sendBuffer = 65535;
    p.mss = 1460;             // RFC 9293 section 3.7.1, over Ethernet and IPv4
    p.challengeAckLimit = 10; // RFC 5961 section 7: no more than 10 in any 5 seconds
    p.challengeAckPeriod = 5s;
    p.repeatedSyn = RepeatedSyn::Acknowledged; // RFC 9293 section 3.10.7.4, first: it lies before the window
    p.resetOnUnreadClose = true;               // RFC 9293 SHLD-3
    p.resetOnDataAfterClose = true;            // RFC 9293 SHLD-3
    return p;
}

/// Linux 6.12, as its sysctls are by default.
constexpr StackProfile linux_()
{
    StackProfile p = rfc9293();
    p.name = "linux";
    p.msl = 30s;                                  // TCP_TIMEWAIT_LEN, include/net/tcp.h: TIME_WAIT lasts 60 s
    p.minRto = 200ms;                             // TCP_RTO_MIN
    p.minRtoIsVariation = true;                   // the least of tp->rttvar_us: tcp_rtt_estimator(), __tcp_set_rto()
    p.maxRto = 120s;                              // TCP_RTO_MAX
    p.synRetries = 6;                             // net.ipv4.tcp_syn_retries
    p.synLinearTimeouts = 4;                      // net.ipv4.tcp_syn_linear_timeouts, since 6.5: 10 SYNs more in 131 s
    p.synAckRetries = 5;                          // net.ipv4.tcp_synack_retries
    p.dataRetries = 15;                           // net.ipv4.tcp_retries2
    p.orphanRetries = 8;                          // net.ipv4.tcp_orphan_retries: tcp_orphan_retries() takes 0 for 8
    p.delayedAck = 40ms;                          // TCP_DELACK_MIN
    p.quickAcks = 16;                             // TCP_MAX_QUICKACKS: tcp_event_data_recv(), tcp_incr_quickack()
    p.promptAck = PromptAck::MoreThanOneFullSize; // __tcp_ack_snd_check(): more than icsk_ack.rcv_mss
    p.finWait2Timeout = 60s;                      // net.ipv4.tcp_fin_timeout, for orphaned sockets
    p.receiveBuffer = 64240;                      // the window of a SYN over Ethernet: 44 segments of 1460
    p.sendBuffer = 87040;                         // about what net.ipv4.tcp_wmem gives at first
    p.windowScale = 7;                            // what net.ipv4.tcp_rmem's ceiling of 6 MiB asks for
    p.windowUpdate = WindowUpdate::Doubled;       // tcp_cleanup_rbuf()
    p.roundWindowUp = true;                       // __tcp_select_window(): "so that it won't get scaled away"
    p.sackPermitted = true;                       // net.ipv4.tcp_sack
    p.timestamps = true;                          // net.ipv4.tcp_timestamps
    p.challengeAckLimit = 1;                      // of one connection, in
    p.challengeAckPeriod = 500ms;                 // net.ipv4.tcp_invalid_ratelimit
    p.listenerDropsSynFin = true;                 // tcp_rcv_state_process(), TCP_LISTEN
    p.synText = SynText::Dropped;                 // tcp_conn_request(); tcp_rcv_synsent_state_process()
    p.emptyWindowProbes = true;                   // tcp_write_wakeup(): tcp_xmit_probe_skb()
    p.resetOnKeepAliveFailure = true;             // tcp_keepalive_timer(): tcp_send_active_reset()
    p.reopenFromTimeWait = true;                  // tcp_timewait_state_process(): TCP_TW_SYN
    p.ackWithReset = true;                        // tcp_send_active_reset()
    p.acceptRstAtFin = true;                      // tcp_reset_check()
    p.listenerSurvives = true;                    // the listener is a socket of its own
    p.repeatedSyn = RepeatedSyn::Answered;        // tcp_check_req(): inet_rtx_syn_ack(), and the request's timer anew
    return p;
}

/// FreeBSD 14, as its sysctls are by default.
constexpr StackProfile freebsd()
{
    StackProfile p = rfc9293();
    p.name = "freebsd";
    p.msl = 30s;                            // net.inet.tcp.msl
    p.minRto = 30ms;                        // net.inet.tcp.rexmit_min
    p.rtoSlop = 200ms;                      // net.inet.tcp.rexmit_slop: TCPT_RANGESET()
    p.maxRto = 64s;                         // TCPTV_REXMTMAX
    p.synRetries = 12;                      // TCP_MAXRXTSHIFT, as for data
    p.establishmentTimeout = 75s;           // net.inet.tcp.keepinit: over before the retries are
    p.synAckRetries = 3;                    // net.inet.tcp.syncache.rexmtlimit
    p.dataRetries = 12;                     // TCP_MAXRXTSHIFT
    p.delayedAck = 40ms;                    // net.inet.tcp.delacktime
    p.promptAck = PromptAck::SecondSegment; // DELAY_ACK(): not while TT_DELACK runs already
    p.minPersist = 5s;                      // net.inet.tcp.persmin
    // Once nobody can receive: TP_MAXIDLE(), which is keepcnt times keepintvl. net.inet.tcp.finwait2_timeout, 60 s, is
    // for net.inet.tcp.fast_finwait2_recycle, and that is off.
    p.finWait2Timeout = 8 * 75s;
    p.keepAliveProbes = 8;                          // net.inet.tcp.keepcnt
    p.receiveBuffer = 65536;                        // net.inet.tcp.recvspace
    p.sendBuffer = 32768;                           // net.inet.tcp.sendspace
    p.windowScale = 6;                              // what kern.ipc.maxsockbuf of 2 MiB asks for
    p.windowUpdate = WindowUpdate::TwoSegments;     // tcp_output()
    p.roundWindowUp = true;                         // tcp_output(): "Avoid shrinking window with window scaling"
    p.sackPermitted = true;                         // net.inet.tcp.sack.enable
    p.timestamps = true;                            // net.inet.tcp.rfc1323
    p.synText = SynText::DroppedByListener;         // syncache_add() keeps of a SYN what is in its header
    p.resetOnKeepAliveFailure = true;               // tcp_timer_keep(): tcp_drop()
    p.resetOnGivingUp = true;                       // tcp_timer_rexmt(): the same
    p.finWithEveryAck = true;                       // tcp_output(): what it sends in FIN_WAIT_1 has the FIN
    p.trimDuplicates = true;                        // tcp_do_segment(): "keep on processing for RST or ACK"
    p.reopenFromTimeWait = true;                    // tcp_twcheck(): a SYN beyond RCV.NXT
    p.ackWithReset = true;                          // tcp_drop(): tcp_outflags[TCPS_CLOSED]
    p.ignoreRstInTimeWait = true;                   // tcp_twcheck(): a RST in TIME_WAIT is dropped
    p.resetOnUnreadClose = false;                   // tcp_disconnect(): what is unread is flushed, and a FIN goes out
    p.resetForSynAckInListen = false;               // a SYN,ACK for a listener is dropped
    p.listenerSurvives = true;                      // the listener is a socket of its own
    p.repeatedSyn = RepeatedSyn::AnsweredFromStart; // syncache_add(): "retransmit SYN|ACK and reset retransmit count"
    return p;
}

constexpr std::array<StackProfile, 3> profiles = {rfc9293(), linux_(), freebsd()};

} // namespace

std::span<const StackProfile> stackProfiles()
{
    return profiles;
}

const StackProfile* findProfile(std::string_view name)
{
    const auto found = std::ranges::find(profiles, name, &StackProfile::name);
    return found == profiles.end() ? nullptr : &*found;
}

} // namespace finwait
