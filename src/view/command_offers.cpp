// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "view/command_offers.h"

#include "view/words.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

namespace finwait {

namespace {

struct CommandOffers {
    Q_DECLARE_TR_FUNCTIONS(finwait::CommandOffers)
};

} // namespace

std::vector<OfferedCommand> segmentOffers(const Trace& trace, FlightIndex flight, RecordIndex recordsBefore)
{
    const QString name = words::segmentLabel(trace, flight).name;
    const bool waits = trace.flight(flight).heldRecord < recordsBefore;
    return {
        {CommandOffers::tr("Let the %1 arrive").arg(name), command::Deliver{flight}},
        {CommandOffers::tr("Drop the %1").arg(name), command::Drop{flight}},
        {CommandOffers::tr("Duplicate the %1").arg(name), command::Duplicate{flight}},
        {CommandOffers::tr("Hold the %1 until it is delivered by hand").arg(name), command::Hold{flight},
         waits ? Refusal::SegmentWaitsAlready : Refusal::None},
    };
}

std::vector<OfferedCommand> timerOffers(Side side, TimerKind kind, Duration length)
{
    const QString name = words::timerName(kind);
    std::vector<OfferedCommand> offers = {
        {CommandOffers::tr("Let %1 run out").arg(name), command::FireTimer{side, kind}},
        {CommandOffers::tr("Stop %1").arg(name), command::StopTimer{side, kind}},
    };
    if (length > Duration::zero()) {
        //: %1: a timer, %2: a duration
        offers.push_back({CommandOffers::tr("Let %1 run for %2 more").arg(name, words::duration(length)),
                          command::StretchTimer{side, kind, length}});
    }
    return offers;
}

void addOffers(QMenu& menu, const std::vector<OfferedCommand>& offers, QObject* context,
               const std::function<void(const Command&)>& submit)
{
    menu.setToolTipsVisible(true);
    for (const OfferedCommand& offer : offers) {
        QAction* entry = menu.addAction(words::spaced(offer.text));
        entry->setEnabled(offer.refusal == Refusal::None);
        if (offer.refusal != Refusal::None)
            entry->setToolTip(words::refusalText(offer.refusal));
        QObject::connect(entry, &QAction::triggered, context, [submit, command = offer.command] { submit(command); });
    }
}

} // namespace finwait
