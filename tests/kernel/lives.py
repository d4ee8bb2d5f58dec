# SPDX-FileCopyrightText: 2026 The Finwait developers
# SPDX-License-Identifier: MIT
"""Lives of connections, played by the kernel's TCP: what the two applications do, and what the network does to it."""

import contextlib
import random
import socket
import struct
import threading
import time

from lab import ADDRESS, Poll, Segment, forged

DELAY = 0.02  # seconds, one way
LIVES = {}


def life(play):
    LIVES[play.__name__.replace("_", "-")] = play
    return play


def ordinary(_sender, _segment, _number):
    return (DELAY,)


def without(*lost):
    """Each of `lost` takes the first segment that it is true of."""
    left = list(lost)

    def rule(sender, segment, _number):
        for is_meant in left:
            if is_meant(sender, segment):
                left.remove(is_meant)
                return ()
        return (DELAY,)

    return rule


def twice(is_meant, later):
    return lambda sender, segment, number: (DELAY, later) if is_meant(sender, segment) else (DELAY,)


def by_chance(seed):
    """One of some networks; the same seed does the same to the same segments."""
    chance = random.Random(seed)
    delay = chance.choice([0.001, 0.005, 0.01, 0.02])
    jitter, loss, copies = chance.choice([(0, 0, 0), (0, 0.15, 0), (0.02, 0, 0), (0.01, 0.08, 0.05), (0, 0, 0.2)])

    def rule(_sender, _segment, _number):
        arrivals = 2 if chance.random() < copies else 1
        return [delay + jitter * chance.random() for _ in range(arrivals) if chance.random() >= loss]

    return rule


def is_syn(sender, segment):
    return sender == "client" and segment.has(Segment.SYN)


def is_syn_ack(sender, segment):
    return sender == "server" and segment.has(Segment.SYN)


def is_first_ack(sender, segment):
    return sender == "client" and segment.length == 0 and not segment.has(Segment.SYN) and not segment.has(Segment.FIN)


def is_client_fin(sender, segment):
    return sender == "client" and segment.has(Segment.FIN)


def is_server_fin(sender, segment):
    return sender == "server" and segment.has(Segment.FIN)


def is_ack_after(fin, sender):
    """A bare ACK of `sender` once a segment was seen for which `fin` is true."""
    seen = []

    def is_meant(from_side, segment):
        if fin(from_side, segment):
            seen.append(segment)
        return bool(seen) and from_side == sender and segment.length == 0 and not segment.has(Segment.FIN)

    return is_meant


class Ends:
    """The two applications. What they leave open is closed at the end, when nobody looks any more."""

    def __init__(self, network, ports):
        self.network = network
        self.ports = ports
        self._sockets = []
        self._listener = None

    def play(self, captures, rule, play):
        """The states of each end, as its kernel told them."""
        self.network.begin(captures, rule)
        poll = Poll(self.network, self.ports)
        try:
            play(self)
        finally:
            self.network.end()
            states = poll.stop()
            for each in self._sockets:
                each.close()
        return states

    def socket(self, side, timeout=3):
        made = self.network.socket(side)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((ADDRESS[side], self.ports[side]))
        made.settimeout(timeout)
        self._sockets.append(made)
        return made

    def listen(self, *options):
        self._listener = self.socket("server")
        for option, value in options:
            self._listener.setsockopt(socket.IPPROTO_TCP, option, value)
        self._listener.listen()

    def connect(self, timeout=3):
        client = self.socket("client", timeout)
        client.connect((ADDRESS["server"], self.ports["server"]))
        return client

    def accept(self):
        server, _ = self._listener.accept()
        server.settimeout(3)
        self._sockets.append(server)
        return server

    def open(self, *options):
        """Both ends of a connection, which is idle for a while."""
        if self._listener is None:
            self.listen(*options)
        client = self.connect()
        server = self.accept()
        time.sleep(0.1)
        return client, server

    def forge(self, ahead, flags):
        """In the client's name, so far ahead of what it has sent."""
        last = self.network.seen["client"][-1]
        self.network.inject("client", forged("client", last.ports, last.seq + ahead, 0, flags))


def abort(end):
    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    end.close()


def close_in_turn(first, second, between=0.1, after=0.3):
    first.close()
    time.sleep(between)
    second.close()
    time.sleep(after)


@life
def client_closes_first(ends):
    client, server = ends.open()
    client.send(b"question")
    server.recv(100)
    close_in_turn(client, server)


@life
def server_closes_first(ends):
    client, server = ends.open()
    close_in_turn(server, client)


@life
def both_close_at_once(ends):
    client, server = ends.open()
    close_in_turn(client, server, between=0)


@life
def both_open_at_once(ends):
    client, server = ends.socket("client"), ends.socket("server")
    other = threading.Thread(target=server.connect, args=((ADDRESS["client"], ends.ports["client"]),))
    other.start()
    client.connect((ADDRESS["server"], ends.ports["server"]))
    other.join()
    close_in_turn(client, server)


@life
def refused(ends):
    with contextlib.suppress(OSError):
        ends.connect()
    time.sleep(0.1)


@life
def half_closed(ends):
    client, server = ends.open()
    client.shutdown(socket.SHUT_WR)
    for _ in range(4):
        time.sleep(0.05)
        server.send(bytes(3000))
        client.recv(1 << 16)
    close_in_turn(server, client)


@life
def left_in_close_wait(ends):
    client, _server = ends.open()
    client.shutdown(socket.SHUT_WR)
    time.sleep(1.5)


@life
def left_in_fin_wait_2_until_it_ends(ends):
    client, server = ends.open()
    close_in_turn(client, server, between=4)


@life
def text_for_who_has_closed(ends):
    client, server = ends.open()
    client.close()
    time.sleep(0.2)
    server.send(b"late")
    time.sleep(0.2)


@life
def closed_with_unread_text(ends):
    client, server = ends.open()
    client.send(bytes(100))
    time.sleep(0.1)
    close_in_turn(server, client)


@life
def closed_with_unread_text_after_a_fin(ends):
    client, server = ends.open()
    client.send(bytes(100))
    client.shutdown(socket.SHUT_WR)
    time.sleep(0.1)
    close_in_turn(server, client)


@life
def aborted(ends):
    client, _server = ends.open()
    abort(client)
    time.sleep(0.1)


@life
def aborted_in_close_wait(ends):
    client, server = ends.open()
    client.shutdown(socket.SHUT_WR)
    time.sleep(0.1)
    abort(server)
    time.sleep(0.1)


@life
def aborted_in_fin_wait_2(ends):
    client, _server = ends.open()
    client.shutdown(socket.SHUT_WR)
    time.sleep(0.1)
    abort(client)
    time.sleep(0.1)


@life
def aborted_in_fin_wait_1(ends):
    client, _server = ends.open()
    client.shutdown(socket.SHUT_WR)
    time.sleep(DELAY / 2)
    abort(client)
    time.sleep(0.1)


@life
def keep_alive(ends):
    client, server = ends.open()
    ask_whether_alive(client)
    time.sleep(2.5)
    close_in_turn(client, server)


@life
def keep_alive_in_vain(ends):
    client, _server = ends.open()
    ask_whether_alive(client)
    ends.network.rule = lambda *_: ()
    time.sleep(5)


def ask_whether_alive(end):
    end.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for option, value in ((socket.TCP_KEEPIDLE, 1), (socket.TCP_KEEPINTVL, 1), (socket.TCP_KEEPCNT, 2)):
        end.setsockopt(socket.IPPROTO_TCP, option, value)


@life
def window_of_zero(ends):
    client, server = ends.open()
    client.setblocking(False)
    with contextlib.suppress(BlockingIOError):
        while True:
            client.send(bytes(4000))
    time.sleep(1.5)
    server.settimeout(0.3)
    with contextlib.suppress(TimeoutError):
        while server.recv(1 << 16):
            pass
    close_in_turn(client, server)


@life
def ports_again_out_of_time_wait(ends):
    for _ in range(2):
        client, server = ends.open()
        close_in_turn(server, client, after=0.15)


@life
def ports_again_after_a_reset(ends):
    client, _server = ends.open()
    abort(client)
    time.sleep(0.1)
    client, server = ends.open()
    close_in_turn(client, server)


@life
def accepted_once_there_is_text(ends):
    ends.listen((socket.TCP_DEFER_ACCEPT, 2))
    client = ends.connect()
    time.sleep(0.3)
    client.send(b"now")
    close_in_turn(client, ends.accept())


@life
def text_in_the_syn(ends):
    tcp_fastopen = 23
    ends.listen((tcp_fastopen, 5))
    client = ends.socket("client", timeout=None)
    client.sendto(bytes(300), socket.MSG_FASTOPEN, (ADDRESS["server"], ends.ports["server"]))
    server = ends.accept()
    server.recv(300)
    time.sleep(0.1)
    close_in_turn(client, server)


@life
def reset_forged_far_away(ends):
    go_on_after(ends, 1_000_000_000, Segment.RST)


@life
def reset_forged_in_the_window(ends):
    go_on_after(ends, 100, Segment.RST)


@life
def reset_forged_exactly(ends):
    go_on_after(ends, 0, Segment.RST)


@life
def syn_forged_in_the_window(ends):
    go_on_after(ends, 12_345, Segment.SYN)


def go_on_after(ends, ahead, flags):
    client, server = ends.open()
    ends.forge(ahead, flags)
    time.sleep(0.1)
    with contextlib.suppress(OSError):
        client.send(b"still here")
        server.recv(100)
    close_in_turn(client, server)


@life
def given_up(ends):
    client, server = ends.open()
    tcp_user_timeout = 18
    client.setsockopt(socket.IPPROTO_TCP, tcp_user_timeout, 1000)
    ends.network.rule = lambda *_: ()
    client.send(bytes(100))
    time.sleep(3)
    ends.network.rule = ordinary
    server.send(b"anybody there?")
    time.sleep(0.3)


def whose_network(rule, closes_first="client", between=0.1, after=0.8):
    """An ordinary life in a network that is not."""

    def play(ends):
        ends.network.rule = rule()
        client, server = ends.open()
        client.send(b"question")
        server.recv(100)
        time.sleep(0.1)
        first, second = (client, server) if closes_first == "client" else (server, client)
        close_in_turn(first, second, between, after)

    return play


LIVES["syn-lost"] = whose_network(lambda: without(is_syn))
LIVES["syn-ack-lost"] = whose_network(lambda: without(is_syn_ack))
LIVES["last-ack-of-the-handshake-lost"] = whose_network(lambda: without(is_first_ack))
LIVES["fin-of-the-client-lost"] = whose_network(lambda: without(is_client_fin), between=0.5)
LIVES["fin-of-the-server-lost"] = whose_network(lambda: without(is_server_fin))
LIVES["both-fins-lost"] = whose_network(lambda: without(is_client_fin, is_server_fin), between=0)
LIVES["ack-of-the-first-fin-lost"] = whose_network(lambda: without(is_ack_after(is_client_fin, "server")), between=0.5)
LIVES["ack-of-the-last-fin-lost"] = whose_network(lambda: without(is_ack_after(is_server_fin, "client")))
LIVES["syn-twice"] = whose_network(lambda: twice(is_syn, 0.15))
LIVES["syn-ack-twice"] = whose_network(lambda: twice(is_syn_ack, 0.03))


def at_random(seed):
    """Applications that do what chance says, in a network that does so too."""

    def play(ends):
        chance = random.Random(seed)
        ends.listen()
        steps = {side: random_steps(chance) for side in ADDRESS}
        server = threading.Thread(target=act, args=(ends.accept, steps["server"]))
        server.start()
        act(ends.connect, steps["client"])
        server.join()
        time.sleep(chance.choice([0.3, 0.8, 2.0]))

    return play


def random_steps(chance):
    doings = [("send", 1), ("send", 100), ("send", 3000), ("send", 20000), ("read", 1 << 16), ("read", 100)]
    steps = [(chance.choice([0, 0.01, 0.03, 0.06]), *chance.choice(doings)) for _ in range(chance.randint(0, 4))]
    if chance.random() < 0.25:
        steps.append((chance.choice([0, 0.02, 0.05]), "shut", 0))
    steps += [(chance.choice([0, 0.02, 0.05]), *chance.choice(doings)) for _ in range(chance.randint(0, 2))]
    return [*steps, (chance.choice([0, 0.02, 0.05, 0.1]), chance.choice(["close"] * 4 + ["abort"]), 0)]


def act(begin, steps):
    with contextlib.suppress(OSError):
        end = begin()
        end.settimeout(0.15)
        for pause, doing, octets in steps:
            time.sleep(pause)
            with contextlib.suppress(OSError):
                if doing == "send":
                    end.send(bytes(octets))
                elif doing == "read":
                    end.recv(octets)
                elif doing == "shut":
                    end.shutdown(socket.SHUT_WR)
                else:
                    abort(end) if doing == "abort" else end.close()
