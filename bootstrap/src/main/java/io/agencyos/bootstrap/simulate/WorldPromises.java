package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.application.campaign.Conservation;
import io.agencyos.application.outreach.Quotas;
import io.agencyos.application.outreach.Touches;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.outreach.Touch;
import io.agencyos.domain.outreach.TouchState;
import io.agencyos.domain.shared.CampaignId;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.TouchId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold after every hour, read off the sandbox's ledger and off the stores. Source: outreach 4.8, 3.4, 5.3. */
final class WorldPromises {

    static final Touches.Filter EVERY_TOUCH = new Touches.Filter(null, null, null);

    private static final int ALL = 1_000;
    private static final String TOLD_TO_NOBODY = "complaint";
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(11, 0);
    /** The longest stall before a request, the wrongest clock, and a minute. */
    private static final Duration LATE = Duration.ofMinutes(8 + 10 + 1);
    /** A call whose T4 was committed before the pause. Source: outreach 1.5. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(9);

    private final WorldStores stores;
    private final VendorSandbox sandbox;
    private final WorldTime time;
    private final ClientId client;
    private final CampaignId campaign;
    private final Duration hearing;
    private final List<Instant[]> pauses = new ArrayList<>();
    private int seen;
    private @Nullable String broken;

    WorldPromises(
            WorldStores stores,
            VendorSandbox sandbox,
            WorldTime time,
            ClientId client,
            CampaignId campaign,
            Fate fate) {
        this.stores = stores;
        this.sandbox = sandbox;
        this.time = time;
        this.client = client;
        this.campaign = campaign;
        // a stop whose webhook is lost is heard of by the next poll that gets through
        this.hearing = fate.troubles().isEmpty() ? Duration.ofHours(1) : Duration.ofHours(13);
    }

    Optional<String> broken() {
        return Optional.ofNullable(broken);
    }

    void stopped() {
        pauses.add(new Instant[] {time.instant(), Instant.MAX});
    }

    void wentOn() {
        pauses.getLast()[1] = time.instant();
    }

    void check() {
        List<LedgerRow> rows = sandbox.ledger().rows();
        List<Touch> touches = touches();
        if (rows.size() > seen) {
            seen = rows.size();
            nobodyTwice(rows);
            nobodyAfterAStop();
            limitsHold(rows);
            windowsHold(rows);
            nothingLeavesWhileStopped(rows);
        }
        everythingIsKnown(rows, touches);
        stepsAddUp();
        countersAgree(touches);
        neverSilent(touches);
    }

    /** I12, at the end: trouble is over for days, and nothing hangs in the air. */
    void settled() {
        check();
        for (Touch touch : touches()) {
            keep(!touch.state().isInFlight(), "I12 stranded", touch);
        }
    }

    private void nobodyTwice(List<LedgerRow> rows) {
        keep(
                sandbox.ledger().doubleContacts().isEmpty(),
                "I8 contacted twice",
                sandbox.ledger().doubleContacts());
        Map<String, List<LedgerRow>> accepted = rows.stream()
                .filter(row -> row.kind() == LedgerRow.Kind.ENROLMENT)
                .collect(Collectors.groupingBy(LedgerRow::aosKey));
        accepted.values().forEach(same -> keep(same.size() == 1, "I8 accepted twice", same));
    }

    private void nobodyAfterAStop() {
        Set<String> told = sandbox.ledger().stops().stream()
                .filter(stop -> !stop.how().equals(TOLD_TO_NOBODY))
                .map(stop -> stop.email())
                .collect(Collectors.toSet());
        sandbox.ledger().contactsAfterStop(hearing).stream()
                .filter(row -> told.contains(row.toEmail()))
                .forEach(row -> keep(false, "stop means stop", row));
    }

    private void everythingIsKnown(List<LedgerRow> rows, List<Touch> touches) {
        Map<String, Touch> byKey =
                touches.stream().collect(Collectors.toMap(Touch::idempotencyKey, Function.identity()));
        Set<String> accepted = rows.stream()
                .filter(row -> row.kind() == LedgerRow.Kind.ENROLMENT)
                .map(LedgerRow::aosKey)
                .collect(Collectors.toSet());
        for (String key : accepted) {
            Touch touch = byKey.get(key);
            keep(
                    touch != null
                            && (touch.state().isInFlight() || touch.state().countsAsSent()),
                    "accepted, but not known",
                    touch == null ? key : touch);
        }
        for (Touch touch : touches) {
            keep(
                    touch.state() != TouchState.SENT || accepted.contains(touch.idempotencyKey()),
                    "sent, but not in the ledger",
                    touch);
        }
    }

    private void stepsAddUp() {
        Conservation steps = inTenant(() -> stores.outreach().enrolments().conservation(client, campaign));
        keep(steps.closes(), "I9 conservation", steps);
    }

    private void limitsHold(List<LedgerRow> rows) {
        Map<String, Integer> perDay = new HashMap<>();
        for (LedgerRow row : rows) {
            if (row.kind() == LedgerRow.Kind.ENROLMENT) {
                LocalDate day = LocalDate.ofInstant(row.at(), WorldAgency.ZONE);
                int count = perDay.merge(row.mailbox() + " " + day, 1, Integer::sum);
                keep(count <= SimulatedWorld.MAILBOXES.getOrDefault(row.mailbox(), 0), "I4 daily limit", row);
            }
        }
    }

    private void windowsHold(List<LedgerRow> rows) {
        for (LedgerRow row : rows) {
            if (row.kind() == LedgerRow.Kind.ENROLMENT) {
                ZonedDateTime there = row.at()
                        .atZone(sandbox.population()
                                .behind(row.toEmail())
                                .orElseThrow()
                                .recipient()
                                .traits()
                                .zone());
                boolean weekend =
                        there.getDayOfWeek() == DayOfWeek.SATURDAY || there.getDayOfWeek() == DayOfWeek.SUNDAY;
                LocalTime clock = there.toLocalTime();
                keep(
                        !weekend && !clock.isBefore(OPENS.minus(LATE)) && !clock.isAfter(CLOSES.plus(LATE)),
                        "5.3 window",
                        row);
            }
        }
    }

    private void countersAgree(List<Touch> touches) {
        Map<TouchId, List<Quotas.Counter>> held = inTenant(() -> stores.outreach()
                .quotas()
                .held(client, touches.stream().map(Touch::id).toList()));
        for (Touch touch : touches) {
            boolean holds = !held.getOrDefault(touch.id(), List.of()).isEmpty();
            boolean should = touch.state() == TouchState.QUEUED || touch.state().isInFlight();
            keep(holds == should, "I6 reservations", touch);
        }
    }

    private void nothingLeavesWhileStopped(List<LedgerRow> rows) {
        for (Instant[] pause : pauses) {
            rows.stream()
                    .filter(row -> row.kind() == LedgerRow.Kind.ENROLMENT)
                    .filter(row -> row.at().isAfter(pause[0].plus(UNDER_WAY))
                            && row.at().isBefore(pause[1]))
                    .forEach(row -> keep(false, "1.5 sent while everything was stopped", row));
        }
    }

    private void neverSilent(List<Touch> touches) {
        for (Touch touch : touches) {
            boolean told = switch (touch.state()) {
                case DISPATCHING -> touch.lease() != null;
                case UNKNOWN -> touch.lease() != null && touch.reconcileAt() != null;
                case PLANNED, AWAITING_APPROVAL, READY, QUEUED -> true;
                case SENT, SKIPPED, CANCELLED, FAILED, EXPIRED, ABANDONED -> true;
            };
            keep(told, "I10 nobody says what is next", touch);
        }
    }

    private void keep(boolean kept, String promise, @Nullable Object shownBy) {
        if (!kept && broken == null) {
            broken = time.instant() + " " + promise + ": " + shownBy;
        }
    }

    /** What the ledger and the touches tell; ids are left out, they are the stores' own affair. */
    List<String> story() {
        List<String> story = new ArrayList<>();
        sandbox.ledger()
                .rows()
                .forEach(row -> story.add(row.at() + " " + row.kind() + " " + row.mailbox() + " > " + row.toEmail()
                        + " " + row.subject()));
        Map<String, Integer> order = new HashMap<>();
        touches().stream()
                .map(touch -> touch.recipient() + " step " + touch.stepNo() + " attempt " + touch.attemptNo() + " "
                        + touch.state() + " " + touch.code() + " sent " + touch.sentAt() + " dispatched "
                        + touch.dispatchCount() + " requeued " + touch.requeueCount() + " due " + touch.scheduledAt())
                .sorted()
                .forEach(line -> story.add(line + " #" + order.merge(line, 1, Integer::sum)));
        Conservation steps = inTenant(() -> stores.outreach().enrolments().conservation(client, campaign));
        story.add(steps.enrolled() + " = " + steps.sent() + " sent + " + steps.refusedInAll() + " refused + "
                + steps.failedInAll() + " failed + " + steps.pending() + " pending");
        return story;
    }

    private List<Touch> touches() {
        return inTenant(() -> stores.outreach().touches().list(client, EVERY_TOUCH, null, ALL));
    }

    private <T> T inTenant(Supplier<T> work) {
        return stores.units().inTenant(TenantScope.worker(client), work);
    }
}
