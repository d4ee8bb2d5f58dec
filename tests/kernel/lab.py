# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
"""Two network namespaces with the kernel's own TCP in each, a network between them that loses, delays, repeats and
forges packets, captures at either end and in the middle, and the states in which the two kernels say their sockets are.
For root, with /dev/net/tun."""

import contextlib
import ctypes
import fcntl
import heapq
import itertools
import multiprocessing
import os
import pathlib
import select
import socket
import struct
import subprocess
import threading
import time

SIDES = ("client", "server")
PLACES = (*SIDES, "between")  # where captures are taken
ADDRESS = {"client": "10.77.0.1", "server": "10.77.0.2"}
LINK_TYPE_RAW = 101
STATES = (
    "ESTABLISHED SYN_SENT SYN_RECEIVED FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT CLOSED CLOSE_WAIT LAST_ACK LISTEN CLOSING "
    "SYN_RECEIVED"
).split()


def other(side):
    return "server" if side == "client" else "client"


class Namespace:
    """Sockets that are made within it belong to it."""

    CLONE_NEWNET = 0x40000000
    _libc = ctypes.CDLL(None, use_errno=True)

    def __init__(self, side):
        self.name = f"finwait-{os.getpid()}-{side}"
        run("ip", "netns", "add", self.name)
        self._file = os.open(f"/run/netns/{self.name}", os.O_RDONLY)

    def close(self):
        os.close(self._file)
        run("ip", "netns", "del", self.name)

    @contextlib.contextmanager
    def entered(self):
        before = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
        self._set(self._file)
        try:
            yield
        finally:
            self._set(before)
            os.close(before)

    def _set(self, file):
        if self._libc.setns(file, self.CLONE_NEWNET) != 0:
            raise OSError(ctypes.get_errno(), "setns")


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


class Segment:
    """A packet of IPv4 with TCP, as a rule of the network sees it."""

    FIN, SYN, RST, PSH, ACK = 1, 2, 4, 8, 16

    def __init__(self, octets):
        header = 4 * (octets[0] & 15)
        tcp = octets[header:]
        self.ports = struct.unpack(">HH", tcp[:4])
        self.seq, self.ack, offset, self.flags, self.window = struct.unpack(">IIBBH", tcp[4:16])
        self.length = len(tcp) - 4 * (offset >> 4)

    def has(self, flags):
        return self.flags & flags == flags


def checksum(octets):
    if len(octets) % 2:
        octets += b"\0"
    total = sum(struct.unpack(f">{len(octets) // 2}H", octets))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def forged(sender, ports, seq, ack, flags, text=b"", window=500):
    """A packet in the name of `sender`."""
    source, target = (socket.inet_aton(ADDRESS[side]) for side in (sender, other(sender)))
    tcp = struct.pack(">HHIIBBHHH", *ports, seq % 2**32, ack % 2**32, 5 << 4, flags, window, 0, 0) + text
    pseudo = source + target + struct.pack(">BBH", 0, 6, len(tcp))
    tcp = tcp[:16] + struct.pack(">H", checksum(pseudo + tcp)) + tcp[18:]
    ip = struct.pack(">BBHHHBBH4s4s", 0x45, 0, 20 + len(tcp), 0, 0, 64, 6, 0, source, target)
    return ip[:10] + struct.pack(">H", checksum(ip)) + ip[12:] + tcp


class Capture:
    def __init__(self, path):
        self._file = open(path, "wb")
        self._file.write(struct.pack("<IHHiIII", 0xA1B23C4D, 2, 4, 0, 0, 1 << 18, LINK_TYPE_RAW))

    def add(self, octets):
        now = time.time_ns()
        self._file.write(struct.pack("<IIII", now // 10**9, now % 10**9, len(octets), len(octets)) + octets)

    def close(self):
        self._file.close()


class Network:
    """Carries packets between the two ends. `rule(sender, segment, number)` says after how many seconds each copy of a
    segment arrives: none at all, one, or several; `number` counts the segments of that sender, from 1."""

    IFF_TUN, IFF_NO_PI, TUNSETIFF = 1, 0x1000, 0x400454CA

    def __init__(self):
        self.namespaces = {side: Namespace(side) for side in SIDES}
        self._tuns = {side: self._open_tun(side) for side in SIDES}
        self._wake = os.pipe()
        self._order = itertools.count()
        self.rule = lambda sender, segment, number: ()
        self._captures = None
        self._is_running = True
        self._due = []
        self._lock = threading.Lock()
        self._numbers = dict.fromkeys(SIDES, 0)
        self.seen = {side: [] for side in SIDES}
        self._thread = threading.Thread(target=self._carry, daemon=True)
        self._thread.start()

    def close(self):
        self._is_running = False
        os.write(self._wake[1], b"x")
        self._thread.join()
        for side in SIDES:
            os.close(self._tuns[side])
            self.namespaces[side].close()

    def _open_tun(self, side):
        name = self.namespaces[side].name
        with self.namespaces[side].entered():
            tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
            fcntl.ioctl(tun, self.TUNSETIFF, struct.pack("16sH22x", b"tun0", self.IFF_TUN | self.IFF_NO_PI))
        run("ip", "-n", name, "address", "add", ADDRESS[side], "peer", ADDRESS[other(side)], "dev", "tun0")
        run("ip", "-n", name, "link", "set", "tun0", "up")
        run("ip", "-n", name, "link", "set", "lo", "up")
        return tun

    def setting(self, side, name, value):
        with self.namespaces[side].entered():
            pathlib.Path("/proc/sys/net/ipv4", name).write_text(str(value), encoding="ascii")

    def socket(self, side):
        with self.namespaces[side].entered():
            return socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    def begin(self, captures, rule):
        with self._lock:
            self._due.clear()
            self._numbers = dict.fromkeys(SIDES, 0)
            self.seen = {side: [] for side in SIDES}
            self.rule = rule
            self._captures = captures

    def end(self):
        with self._lock:
            for capture in self._captures.values():
                capture.close()
            self._captures = None

    def inject(self, sender, octets):
        """A packet in the name of `sender`, from somewhere behind the middle of the way."""
        with self._lock:
            self._plan(time.monotonic(), other(sender), sender, octets)
        os.write(self._wake[1], b"x")

    def _carry(self):
        while self._is_running:
            with self._lock:
                wait = self._due[0][0] - time.monotonic() if self._due else 1.0
            ready = [] if wait <= 0 else select.select([*self._tuns.values(), self._wake[0]], [], [], wait)[0]
            if self._wake[0] in ready:
                os.read(self._wake[0], 100)
            with self._lock:
                for side in SIDES:
                    if self._tuns[side] in ready:
                        self._take(side)
                self._deliver()

    def _take(self, side):
        with contextlib.suppress(BlockingIOError):
            while True:
                octets = os.read(self._tuns[side], 1 << 16)
                if octets[0] >> 4 != 4 or octets[9] != 6 or self._captures is None:
                    continue
                self._captures[side].add(octets)
                self._numbers[side] += 1
                segment = Segment(octets)
                self.seen[side].append(segment)
                now = time.monotonic()
                delays = self.rule(side, segment, self._numbers[side])
                for delay in delays:
                    self._plan(now + delay / 2, "between", side, octets)
                    self._plan(now + delay, other(side), side, octets)
                if not delays and self._numbers[side] % 2 == 0:  # it is lost behind the middle
                    self._plan(now, "between", side, octets)

    def _plan(self, due, place, sender, octets):
        heapq.heappush(self._due, (due, next(self._order), place, sender, octets))

    def _deliver(self):
        while self._due and self._due[0][0] <= time.monotonic():
            _, _, place, sender, octets = heapq.heappop(self._due)
            if self._captures is not None:
                self._captures[place].add(octets)
            if place == other(sender):
                with contextlib.suppress(OSError):
                    os.write(self._tuns[place], octets)


class Poll:
    """A process that asks both kernels over and over in which state the socket is."""

    def __init__(self, network, ports):
        tables = {}
        for side in SIDES:
            with network.namespaces[side].entered():
                tables[side] = os.open("/proc/thread-self/net/tcp", os.O_RDONLY)
        self._ours, theirs = multiprocessing.Pipe()
        self._process = multiprocessing.get_context("fork").Process(target=self._poll, args=(theirs, tables, ports))
        self._process.start()
        for table in tables.values():
            os.close(table)
        self._ours.recv()

    def stop(self):
        """For each side: when it was seen to enter which state."""
        self._ours.send(None)
        states = self._ours.recv()
        self._process.join()
        return states

    @staticmethod
    def _poll(pipe, tables, ports):
        local = {side: b"%04X" % ports[side] for side in SIDES}
        found = {side: [] for side in SIDES}
        is_first = True
        while not pipe.poll():
            for side in SIDES:
                state = Poll._state(os.pread(tables[side], 1 << 16, 0), local[side], local[other(side)])
                if not found[side] or found[side][-1][1] != state:
                    found[side].append((time.time(), state))
            if is_first:
                pipe.send(None)
                is_first = False
        pipe.send(found)

    @staticmethod
    def _state(table, local, remote):
        listens = False
        for line in table.splitlines()[1:]:
            fields = line.split(maxsplit=4)
            if not fields[1].endswith(local):
                continue
            state = STATES[int(fields[3], 16) - 1]
            if fields[2].endswith(b":" + remote):
                return state
            listens = listens or state == "LISTEN"
        return "LISTEN" if listens else "CLOSED"
