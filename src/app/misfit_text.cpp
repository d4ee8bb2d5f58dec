// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

#include "app/misfit_text.h"

#include "view/words.h"

#include <QCoreApplication>

namespace finwait {

namespace {

struct MisfitText {
    Q_DECLARE_TR_FUNCTIONS(finwait::MisfitText)
};

QString reason(const Done& done, const Misfit& misfit)
{
    switch (misfit.kind) {
    case MisfitKind::TooFewSteps:
        return MisfitText::tr("It was done after step %1, and step %2 is the last now.")
            .arg(done.afterSteps)
            .arg(misfit.steps);
    case MisfitKind::TooManySteps:
        return MisfitText::tr("It was done after step %1, and step %2 comes before it now.")
            .arg(done.afterSteps)
            .arg(misfit.steps);
    case MisfitKind::TooMuch:
        return MisfitText::tr("It was done after step %1, and so much happens before it now that step %2 is the last "
                              "that is played.")
            .arg(done.afterSteps)
            .arg(misfit.steps);
    case MisfitKind::StepIsLater:
        //: %1 and %3: moments
        return MisfitText::tr("It was done at %1, after step %2, which comes only at %3 now.")
            .arg(words::moment(done.at))
            .arg(misfit.steps)
            .arg(words::moment(misfit.at));
    case MisfitKind::StepIsBefore:
        //: %1 and %3: moments
        return MisfitText::tr("It was done at %1, before step %2, which comes at %3 now.")
            .arg(words::moment(done.at))
            .arg(misfit.steps + 1)
            .arg(words::moment(misfit.at));
    case MisfitKind::Refused:
        //: %1: a moment, %2: a sentence that says why
        return MisfitText::tr("It was done at %1. %2").arg(words::moment(done.at), words::refusalText(misfit.refusal));
    }
    Q_UNREACHABLE();
}

} // namespace

QString misfitText(const Scenario& scenario, const Misfit& misfit)
{
    //: “done” is a field of a file. %2: sentences
    return MisfitText::tr(
               "Number %1 of what was done by hand (“done”) does not fit the scenario any more. %2 Neither it "
               "nor what comes after it is done.")
        .arg(misfit.place + 1)
        .arg(reason(scenario.done[misfit.place], misfit));
}

} // namespace finwait
