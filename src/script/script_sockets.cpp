// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "script/script_sockets.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace finwait {

namespace {

constexpr std::int64_t firstDescriptor = 3;     // 0 to 2 are standard input, output and error
constexpr std::int64_t endOfDescriptors = 1024; // as systems have it where nothing else is said

SocketResult failure(std::string_view error)
{
    return {-1, error, {}};
}

/// A result that writes to the argument at `place`.
SocketResult writing(std::size_t place, ScriptValue value)
{
    SocketResult result;
    result.written.resize(place + 1, {ScriptValue::Any{}});
    result.written[place] = std::move(value);
    return result;
}

const ScriptValue& argument(const ScriptCall& call, std::size_t place)
{
    if (place >= call.arguments.size())
        throw NotPlayed{Message::tr("%1() with fewer than %2 arguments").arg(call.name).arg(place + 1)};
    return call.arguments[place];
}

std::int64_t numberAt(const ScriptCall& call, std::size_t place)
{
    if (const std::int64_t* number = argument(call, place).number())
        return *number;
    throw NotPlayed{Message::tr("%1() with an argument %2 that is no number").arg(call.name).arg(place + 1)};
}

std::string_view wordAt(const ScriptCall& call, std::size_t place)
{
    const std::string* word = argument(call, place).word();
    return word == nullptr ? std::string_view() : std::string_view(*word);
}

/// Whether one of the words joined by '|' is `name`.
bool has(std::string_view words, std::string_view name)
{
    for (std::size_t at = 0; at <= words.size();) {
        const std::size_t end = std::min(words.find('|', at), words.size());
        if (words.substr(at, end - at) == name)
            return true;
        at = end + 1;
    }
    return false;
}

/// The first number of a list such as [65536], or the number itself.
std::optional<std::int64_t> firstNumber(const ScriptValue& value)
{
    if (const std::int64_t* number = value.number())
        return *number;
    const auto* list = std::get_if<ScriptValue::List>(&value.content);
    if (list != nullptr && !list->empty() && list->front().number() != nullptr)
        return *list->front().number();
    return std::nullopt;
}

/// "{onoff=1, linger=0}" or "{1, 0}": close() resets the connection.
bool lingersNoTime(const ScriptValue& value)
{
    const std::string* words = value.word();
    if (words == nullptr)
        return false;
    std::string plain;
    std::ranges::copy_if(*words, std::back_inserter(plain), [](char each) { return each != ' '; });
    return plain == "{onoff=1,linger=0}" || plain == "{l_onoff=1,l_linger=0}" || plain == "{1,0}";
}

bool isDone(State state)
{
    return state == State::Closed || state == State::Listen;
}

} // namespace

const std::vector<ScriptSockets::Entry>& ScriptSockets::methods()
{
    static const std::vector<Entry> all = {
        {"socket", &ScriptSockets::socket},        {"bind", &ScriptSockets::bind},
        {"listen", &ScriptSockets::listen},        {"accept", &ScriptSockets::accept},
        {"connect", &ScriptSockets::connect},      {"read", &ScriptSockets::receive},
        {"recv", &ScriptSockets::receive},         {"recvfrom", &ScriptSockets::receive},
        {"write", &ScriptSockets::send},           {"send", &ScriptSockets::send},
        {"sendto", &ScriptSockets::send},          {"shutdown", &ScriptSockets::shutdown},
        {"close", &ScriptSockets::close},          {"fcntl", &ScriptSockets::fcntl},
        {"getsockopt", &ScriptSockets::getOption}, {"setsockopt", &ScriptSockets::setOption},
    };
    return all;
}

ScriptSockets::ScriptSockets(NearEnd& end, const StackProfile& profile) : m_end(end)
{
    m_system.profile = profile;
}

std::optional<SocketResult> ScriptSockets::call(const ScriptCall& call)
{
    const auto found = std::ranges::find(methods(), call.name, &Entry::name);
    if (found == methods().end())
        throw NotPlayed{Message::verbatim(call.name + "()")};
    return (this->*found->method)(call);
}

void ScriptSockets::set(const SystemSetting& setting, std::int64_t value)
{
    setting.set(m_system, value);
    apply(command::ChangeSetting{m_end.side(), indexOf(setting), value});
}

void ScriptSockets::make(const Call& call)
{
    apply(command::MakeCall{m_end.side(), call});
}

void ScriptSockets::apply(const Command& command)
{
    const auto from = static_cast<RecordIndex>(m_end.trace().records().size());
    m_end.apply(command);
    listenTo(from);
}

void ScriptSockets::expire()
{
    const auto from = static_cast<RecordIndex>(m_end.trace().records().size());
    m_end.expire();
    listenTo(from);
}

/// To what the endpoint has told its application since the record `from`.
void ScriptSockets::listenTo(RecordIndex from)
{
    const Trace& trace = m_end.trace();
    const State before = trace.stateAfter(m_end.side(), from);
    for (RecordIndex index = from; index < trace.records().size(); ++index) {
        const auto* told = std::get_if<record::Signalled>(&trace.record(index).body);
        if (told == nullptr)
            continue;
        hear(told->signal, before);
        if (told->signal == Signal::DataDelivered)
            m_delivered += static_cast<std::uint32_t>(told->octets);
    }
}

/// What the next call, or SO_ERROR, will tell.
void ScriptSockets::hear(Signal signal, State before)
{
    switch (signal) {
    case Signal::ConnectionRefused: m_error = "ECONNREFUSED"; break;
    case Signal::ConnectionReset: m_error = before == State::SynSent ? "ECONNREFUSED" : "ECONNRESET"; break;
    case Signal::UserTimedOut:
    case Signal::RetransmissionLimit:
    case Signal::KeepAliveFailed: m_error = "ETIMEDOUT"; break;
    case Signal::Connected:
    case Signal::DataDelivered:
    case Signal::UrgentData:
    case Signal::DataAcknowledged:
    case Signal::DeliveryProblem:
    case Signal::PeerClosing:
    case Signal::CloseAcknowledged:
    case Signal::ConnectionClosed:
    case Signal::QueuedCallsClosed:
    case Signal::FinWait2TimedOut: break;
    }
}

void ScriptSockets::arrive(const Injection& injection)
{
    const bool isListened = std::ranges::any_of(m_sockets, [](const auto& each) { return each.second.isListener; });
    if (isListened && endpoint().state() == State::Closed)
        make(OpenPassive{});
    apply(command::Inject{other(m_end.side()), injection});
}

/// A computer that crashes and is up again at once does just that.
void ScriptSockets::drop()
{
    apply(command::ChangeHost{m_end.side(), HostEvent::Crash});
    apply(command::ChangeHost{m_end.side(), HostEvent::Restart});
}

State ScriptSockets::state() const
{
    return endpoint().state();
}

int ScriptSockets::count(State state) const
{
    const auto isIn = [&](const auto& each) {
        const Socket& socket = each.second;
        if (socket.isListener)
            return state == State::Listen;
        return (socket.isConnection ? endpoint().state() : State::Closed) == state;
    };
    auto sockets = std::ranges::count_if(m_sockets, isIn);
    // Nobody holds it: it was closed, or not accepted yet.
    const bool isHeld = std::ranges::any_of(m_sockets, [](const auto& each) { return each.second.isConnection; });
    if (!isHeld && !isDone(endpoint().state()) && endpoint().state() == state)
        ++sockets;
    return static_cast<int>(sockets);
}

ScriptSockets::Socket& ScriptSockets::socketOf(const ScriptCall& call)
{
    const auto found = m_sockets.find(numberAt(call, 0));
    if (found == m_sockets.end())
        throw NotPlayed{Message::tr("%1() on a descriptor that is not open").arg(call.name)};
    return found->second;
}

std::int64_t ScriptSockets::freeDescriptor() const
{
    std::int64_t free = firstDescriptor;
    while (m_sockets.contains(free))
        ++free;
    return free;
}

/// The endpoint is the socket's from now on, and as it wants it.
void ScriptSockets::configure(const Socket& socket)
{
    m_error = {};
    m_handedOver = 0;
    if (endpoint().state() != State::Closed)
        drop();
    const EndpointConfig& has = endpoint().config();
    const std::uint32_t receiveBuffer =
        socket.receiveBuffer.value_or(m_system.receiveBuffer.value_or(m_system.profile.receiveBuffer));
    const std::uint32_t sendBuffer = socket.sendBuffer.value_or(m_system.profile.sendBuffer);
    configure("SO_RCVBUF", receiveBuffer, endpoint().receiveBuffer());
    configure("SO_SNDBUF", sendBuffer, has.profile.sendBuffer);
    configure("SO_KEEPALIVE", socket.keepAlive ? 1 : 0, has.keepAlive ? 1 : 0);
    configure("TCP_NODELAY", socket.nagle.value_or(m_system.profile.nagle) ? 0 : 1, has.profile.nagle ? 0 : 1);
}

void ScriptSockets::configure(std::string_view setting, std::int64_t wanted, std::int64_t has)
{
    if (wanted != has)
        apply(command::ChangeSetting{m_end.side(), indexOf(*findSetting(setting)), wanted});
}

ScriptSockets::Result ScriptSockets::failed()
{
    return failure(std::exchange(m_error, {}));
}

/// What cannot be done now is done later, or not at all.
ScriptSockets::Result ScriptSockets::blocked(const Socket& socket) const
{
    if (socket.blocks)
        return std::nullopt;
    return failure("EAGAIN");
}

ScriptSockets::Result ScriptSockets::socket(const ScriptCall& call)
{
    if (!has(wordAt(call, 1), "SOCK_STREAM"))
        throw NotPlayed{Message::tr("a socket that is not of TCP")};
    Socket made;
    made.blocks = !has(wordAt(call, 1), "SOCK_NONBLOCK");
    const std::int64_t descriptor = freeDescriptor();
    if (descriptor == endOfDescriptors)
        return failure("EMFILE");
    m_sockets.emplace(descriptor, made);
    return SocketResult{descriptor, {}, {}};
}

ScriptSockets::Result ScriptSockets::bind(const ScriptCall& call)
{
    (void)socketOf(call); // it is open
    return SocketResult{};
}

ScriptSockets::Result ScriptSockets::listen(const ScriptCall& call)
{
    Socket& socket = socketOf(call);
    if (socket.isConnection)
        return failure("EINVAL");
    if (!socket.isListener) {
        socket.isListener = true;
        configure(socket);
        make(OpenPassive{});
    }
    return SocketResult{};
}

ScriptSockets::Result ScriptSockets::accept(const ScriptCall& call)
{
    const Socket listener = socketOf(call);
    const bool isHeld = std::ranges::any_of(m_sockets, [](const auto& each) { return each.second.isConnection; });
    if (!listener.isListener)
        return failure("EINVAL");
    if (isHeld || isDone(endpoint().state()) || endpoint().state() == State::SynReceived)
        return blocked(listener);
    Socket accepted = listener;
    accepted.isListener = false;
    accepted.isConnection = true;
    accepted.blocks = true;
    const std::int64_t descriptor = freeDescriptor();
    if (descriptor == endOfDescriptors)
        return failure("EMFILE");
    m_sockets.emplace(descriptor, accepted);
    return SocketResult{descriptor, {}, {}};
}

ScriptSockets::Result ScriptSockets::connect(const ScriptCall& call)
{
    Socket& socket = socketOf(call);
    if (socket.isListener)
        return failure("EOPNOTSUPP");
    if (!socket.isConnection) {
        socket.isConnection = true;
        configure(socket);
        make(OpenActive{});
        if (!socket.blocks)
            return failure("EINPROGRESS");
        socket.waitsForConnection = true;
        return std::nullopt;
    }
    switch (endpoint().state()) {
    case State::SynSent:
    case State::SynReceived: return socket.blocks ? std::nullopt : Result(failure("EALREADY"));
    case State::Closed: return m_error.empty() ? failure("ECONNABORTED") : failed();
    case State::Listen:
    case State::Established:
    case State::FinWait1:
    case State::FinWait2:
    case State::Closing:
    case State::TimeWait:
    case State::CloseWait:
    case State::LastAck: break;
    }
    // A call that blocked comes back; one that is made anew is told that there is nothing to do.
    return std::exchange(socket.waitsForConnection, false) ? SocketResult{} : failure("EISCONN");
}

ScriptSockets::Result ScriptSockets::receive(const ScriptCall& call)
{
    Socket& socket = socketOf(call);
    if (!socket.isConnection)
        return failure("ENOTCONN");
    const auto wanted = static_cast<std::uint32_t>(std::clamp<std::int64_t>(numberAt(call, 2), 0, largestWindow));
    const bool waited = std::exchange(socket.waitsForText, false);
    const std::uint32_t unread = endpoint().tcb().received.unread();
    if (waited && m_delivered > 0) {
        if (const std::uint32_t more = std::min(wanted - m_delivered, unread); more > 0)
            make(Receive{more});
        return SocketResult{m_delivered, {}, {}};
    }
    const std::uint32_t octets = std::min(wanted, unread - m_handedOver);
    if (octets > 0) {
        make(Receive{octets});
        if (endpoint().tcb().received.unread() == unread)
            m_handedOver += octets;
        return SocketResult{octets, {}, {}};
    }
    if (!m_error.empty())
        return failed();
    const bool isOver = endpoint().tcb().rcv.finSeen || endpoint().state() == State::Closed;
    if (isOver || wanted == 0)
        return SocketResult{};
    if (!socket.blocks || (call.arguments.size() > 3 && has(wordAt(call, 3), "MSG_DONTWAIT")))
        return failure("EAGAIN");
    if (!waited)
        waitForText(call, wanted);
    socket.waitsForText = true;
    return std::nullopt;
}

/// So that what comes is handed over before it is answered. No more than the script says: a read() is content with
/// that, and a RECEIVE would wait for the rest.
void ScriptSockets::waitForText(const ScriptCall& call, std::uint32_t wanted)
{
    const std::int64_t* expected = call.result.number();
    const std::int64_t octets =
        expected != nullptr && *expected > 0 ? std::min<std::int64_t>(*expected, wanted) : wanted;
    m_delivered = 0;
    make(Receive{static_cast<std::uint32_t>(octets)});
}

ScriptSockets::Result ScriptSockets::send(const ScriptCall& call)
{
    const Socket& socket = socketOf(call);
    if (!socket.isConnection)
        return failure("ENOTCONN");
    if (!m_error.empty())
        return failed();
    if (endpoint().state() == State::Closed || endpoint().tcb().closeRequested)
        return failure("EPIPE");
    const auto wanted = static_cast<std::uint32_t>(std::clamp<std::int64_t>(numberAt(call, 2), 0, largestWindow));
    const std::uint32_t octets = std::min(wanted, endpoint().sendRoom());
    if (octets == 0 && wanted > 0)
        return blocked(socket);
    if (octets > 0)
        make(Send{octets, call.arguments.size() > 3 && has(wordAt(call, 3), "MSG_OOB")});
    return SocketResult{octets, {}, {}};
}

ScriptSockets::Result ScriptSockets::shutdown(const ScriptCall& call)
{
    const Socket& socket = socketOf(call);
    const std::string_view how = wordAt(call, 1);
    if (!socket.isConnection || isDone(endpoint().state()) || endpoint().state() == State::SynSent)
        return failure("ENOTCONN");
    if (how != "SHUT_WR" && how != "SHUT_RDWR")
        throw NotPlayed{Message::tr("%1() with %2").arg(call.name).arg(how)};
    if (!endpoint().tcb().closeRequested)
        make(Close{.stillReading = true});
    return SocketResult{};
}

ScriptSockets::Result ScriptSockets::close(const ScriptCall& call)
{
    const Socket socket = socketOf(call);
    m_sockets.erase(numberAt(call, 0));
    const State state = endpoint().state();
    if (socket.isListener) {
        const bool isHeld = std::ranges::any_of(m_sockets, [](const auto& each) { return each.second.isConnection; });
        if (isHeld)
            return SocketResult{};
        if (state == State::Listen || state == State::SynReceived)
            drop();
        else if (state != State::Closed)
            make(Abort{}); // nobody will ever accept it
    } else if (socket.isConnection && state != State::Closed) {
        if (socket.resetsOnClose)
            make(Abort{});
        else
            make(Close{.stillReading = false});
    }
    return SocketResult{};
}

ScriptSockets::Result ScriptSockets::fcntl(const ScriptCall& call)
{
    Socket& socket = socketOf(call);
    const std::string_view command = wordAt(call, 1);
    if (command == "F_SETFL") {
        socket.blocks = !has(wordAt(call, 2), "O_NONBLOCK");
        return SocketResult{};
    }
    if (command != "F_GETFL")
        throw NotPlayed{Message::tr("%1() with %2").arg(call.name).arg(command)};
    // How the flags are numbered is the system's own affair.
    return SocketResult{call.result.number() != nullptr ? *call.result.number() : 0, {}, {}};
}

ScriptSockets::Result ScriptSockets::getOption(const ScriptCall& call)
{
    const Socket& socket = socketOf(call);
    const std::string_view option = wordAt(call, 2);
    if (option == "SO_ERROR") {
        const std::string_view error = std::exchange(m_error, {});
        const ScriptValue value = error.empty() ? ScriptValue{std::int64_t{0}} : ScriptValue{std::string(error)};
        return writing(3, {ScriptValue::List{value}});
    }
    if (option == "SO_RCVBUF") { // the script says it, and it is so from now on
        const auto octets = firstNumber(argument(call, 3));
        if (octets && *octets > 0 && *octets <= largestWindow) {
            m_system.receiveBuffer = static_cast<std::uint32_t>(*octets);
            if (socket.isConnection)
                apply(command::ChangeSetting{m_end.side(), indexOf(*findSetting(option)), *octets});
        }
        return SocketResult{};
    }
    throw NotPlayed{Message::tr("%1() of %2").arg(call.name).arg(option)};
}

ScriptSockets::Result ScriptSockets::setOption(const ScriptCall& call)
{
    Socket& socket = socketOf(call);
    const std::string_view option = wordAt(call, 2);
    const auto value = firstNumber(argument(call, 3));
    if (option == "SO_REUSEADDR" || option == "SO_REUSEPORT")
        return SocketResult{};
    if (option == "SO_LINGER") {
        socket.resetsOnClose = lingersNoTime(argument(call, 3));
        return SocketResult{};
    }
    if (socket.isConnection)
        throw NotPlayed{Message::tr("%1() of %2 on a connection that has begun").arg(call.name).arg(option)};
    if (option == "TCP_NODELAY" && value)
        socket.nagle = *value == 0;
    else if (option == "SO_KEEPALIVE" && value)
        socket.keepAlive = *value != 0;
    else if (option == "SO_RCVBUF" && value && *value > 0)
        socket.receiveBuffer = static_cast<std::uint32_t>(std::min<std::int64_t>(*value, largestWindow));
    else if (option == "SO_SNDBUF" && value && *value > 0)
        socket.sendBuffer = static_cast<std::uint32_t>(std::min<std::int64_t>(*value, largestWindow));
    else
        throw NotPlayed{Message::tr("%1() of %2").arg(call.name).arg(option)};
    return SocketResult{};
}

} // namespace finwait
