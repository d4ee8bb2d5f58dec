// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/sequence_offers.h"

#include "view/trace_reading.h"
#include "view/words.h"

#include <QCoreApplication>

#include <variant>

namespace finwait {

namespace {

class Offers
{
    Q_DECLARE_TR_FUNCTIONS(finwait::SequenceOffers)

public:
    Offers(const SequenceLayout& layout, const SequenceMoment& moment) : m_layout(layout), m_moment(moment) {}

    void operator()(const hit::Message& message);
    void operator()(const hit::Timer& timer);
    void operator()(const hit::Strip& strip);
    template <typename Other>
    void operator()(const Other& /*nothing can be done to it*/)
    {}

    [[nodiscard]] std::vector<OfferedCommand> found() && { return std::move(m_found); }

private:
    void offer(const QString& text, const Command& command) { m_found.push_back({text, command}); }
    void offerHost(Side side, HostEvent event, const QString& text);

    const SequenceLayout& m_layout;
    const SequenceMoment& m_moment;
    std::vector<OfferedCommand> m_found;
};

void Offers::operator()(const hit::Message& message)
{
    const FlightIndex flight = message.flight;
    if (!m_layout.partBehind(flight, m_moment))
        return;
    const QString name = words::segmentLabel(m_layout.trace(), flight).name;
    offer(tr("Deliver the %1 now").arg(name), command::Deliver{flight});
    offer(tr("Drop the %1").arg(name), command::Drop{flight});
    offer(tr("Duplicate the %1").arg(name), command::Duplicate{flight});
    if (m_layout.trace().flight(flight).heldRecord >= m_moment.recordsBefore)
        offer(tr("Hold the %1 until it is delivered by hand").arg(name), command::Hold{flight});
}

void Offers::operator()(const hit::Timer& timer)
{
    const TimerBar& bar = *timer.bar;
    const bool ended = bar.ended != noRecord && bar.ended < m_moment.recordsBefore;
    if (bar.started >= m_moment.recordsBefore || ended)
        return;
    const QString name = words::timerName(bar.kind);
    const Duration length = bar.deadline - bar.from;
    offer(tr("Let %1 run out").arg(name), command::FireTimer{timer.side, bar.kind});
    offer(tr("Stop %1").arg(name), command::StopTimer{timer.side, bar.kind});
    if (length > Duration::zero()) {
        //: %1: a timer, %2: a duration
        offer(tr("Let %1 run for %2 more").arg(name, words::duration(length)),
              command::StretchTimer{timer.side, bar.kind, length});
    }
}

void Offers::operator()(const hit::Strip& strip)
{
    const bool isClient = strip.side == Side::Client;
    offerHost(strip.side, HostEvent::Crash,
              isClient ? tr("Crash the client's computer") : tr("Crash the server's computer"));
    offerHost(strip.side, HostEvent::Restart,
              isClient ? tr("Restart the client's computer") : tr("Restart the server's computer"));
    offerHost(strip.side, HostEvent::FallSilent,
              isClient ? tr("Pull the client's cable") : tr("Pull the server's cable"));
    offerHost(strip.side, HostEvent::SpeakAgain,
              isClient ? tr("Plug the client's cable in again") : tr("Plug the server's cable in again"));
}

void Offers::offerHost(Side side, HostEvent event, const QString& text)
{
    if (refusalOf(event, hostAfter(m_layout.trace(), side, m_moment.recordsBefore)) == Refusal::None)
        offer(text, command::ChangeHost{side, event});
}

} // namespace

std::vector<OfferedCommand> offersFor(const SequenceLayout& layout, const SequenceHit& hit,
                                      const SequenceMoment& moment)
{
    Offers offers(layout, moment);
    std::visit(offers, hit);
    return std::move(offers).found();
}

} // namespace finwait
