// SPDX-FileCopyrightText: 2026 The Finwait developers
// SPDX-License-Identifier: MIT

// The clockwork field by field: every profile has a source for each, and setting one changes that and no other.
#include "core/profile_sources.h"

#include <QTest>

#include <set>

using namespace finwait;

class TestProfileSources : public QObject
{
    Q_OBJECT

private slots:
    void everyValue_hasASource();
    void field_replacesItsValueAndNoOther();
    void clockwork_isSeenAtTheEndpoint();
};

void TestProfileSources::everyValue_hasASource()
{
    for (const StackProfile& profile : stackProfiles()) {
        for (const ClockField field : allClockFields)
            QVERIFY(!sourceOf(field, profile.name).empty());
    }
    QVERIFY(sourceOf(ClockField::Msl, "unheard of").empty());
}

void TestProfileSources::field_replacesItsValueAndNoOther()
{
    const StackProfile& profile = stackProfiles().front();
    for (const ClockField field : allClockFields) {
        const ClockRange range = rangeOf(field);
        for (const std::int64_t value : {range.least, range.most}) {
            Clockwork clockwork;
            setValue(clockwork, field, value);
            QVERIFY(valueOf(clockwork, field) == value);
            const StackProfile changed = withClockwork(profile, clockwork);
            for (const ClockField other : allClockFields)
                QVERIFY(valueOf(changed, other) == (other == field ? value : valueOf(profile, other)));
            setValue(clockwork, field, std::nullopt);
            QVERIFY(clockwork == Clockwork{});
        }
    }
}

void TestProfileSources::clockwork_isSeenAtTheEndpoint()
{
    Clockwork clockwork{.minRto = 30ms, .userTimeout = 5s, .keepAliveProbes = 2, .clockPermille = 900};
    Endpoint endpoint;
    QVERIFY(clockworkOf(endpoint) == Clockwork{});
    endpoint.setClockwork(clockwork, Time{});
    QVERIFY(clockworkOf(endpoint) == clockwork);
}

QTEST_GUILESS_MAIN(TestProfileSources)
#include "tst_profile_sources.moc"
