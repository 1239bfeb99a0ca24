package io.agencyos.application.outreach;

import static java.util.Comparator.naturalOrder;

import io.agencyos.application.outreach.store.Touches;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the loop of one client finds to do next, as its stores tell. Needs an open unit of work of the client. */
final class ComingWork {

    /** The longest leap of the clock when nothing is known to come, so that what no store tells is found all the same. */
    private static final Duration LONGEST_REST = Duration.ofHours(6);

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Duration PLANNED_AHEAD = Duration.ofHours(2);
    private static final Instant EVER = Instant.parse("2999-01-01T00:00:00Z");
    private static final int BATCH = 200;

    private final OutreachScenario.World on;
    private final ClientId client;
    private final Instant now;

    ComingWork(OutreachScenario.World on, ClientId client, Instant now) {
        this.on = on;
        this.client = client;
        this.now = now;
    }

    /** When the stores next have something for the loop, or soon, while something due waits for what no store tells. */
    Instant next() {
        List<Enrolment> due = on.stores().enrolments().lockDue(client, EVER, EVER, BATCH);
        List<Instant> coming = new ArrayList<>(blocks(due));
        due.forEach(enrolment -> {
            coming.add(enrolment.nextDueAt());
            coming.add(enrolment.nextDueAt().minus(PLANNED_AHEAD));
        });
        on.stores().enrolments().lockWaking(client, EVER, BATCH).forEach(one -> coming.add(wakesAt(one)));
        on.stores().approvals().overdue(client, EVER, BATCH).forEach(item -> coming.add(item.expiresAt()));
        coming.addAll(touchesComing());
        boolean waits = due.stream().anyMatch(one -> !one.nextDueAt().isAfter(now))
                || !on.stores().touches().due(client, now, 1).isEmpty();
        Instant latest = now.plus(waits ? shortRest() : LONGEST_REST);
        return coming.stream()
                .filter(at -> now.isBefore(at) && at.isBefore(latest))
                .min(naturalOrder())
                .orElse(latest);
    }

    private List<Instant> touchesComing() {
        Touches touches = on.stores().touches();
        List<Instant> coming = new ArrayList<>();
        touches.due(client, EVER, BATCH).forEach(touch -> coming.add(touch.scheduledAt()));
        touches.toLookUp(client, EVER, BATCH).forEach(touch -> coming.add(touch.reconcileAt()));
        Stream.of(touches.lockClaimable(client, EVER, BATCH), touches.leaseOver(client, EVER, BATCH))
                .flatMap(List::stream)
                .map(Touch::lease)
                .filter(Objects::nonNull)
                // a lease is over after its last moment
                .forEach(lease -> coming.add(lease.until().plusMillis(1)));
        return coming;
    }

    private List<Instant> blocks(List<Enrolment> due) {
        if (due.isEmpty()) {
            return List.of();
        }
        List<LeadId> leads = due.stream().map(Enrolment::leadId).toList();
        return on.world().leads().leads().findAll(client, leads).stream()
                .map(Lead::block)
                .filter(Objects::nonNull)
                .map(Lead.Block::until)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Instant wakesAt(Enrolment enrolment) {
        Instant snoozed = enrolment.snoozedUntil();
        return snoozed != null
                ? snoozed
                : Objects.requireNonNull(
                        Objects.requireNonNull(enrolment.hold()).until());
    }

    /** E-mails leave in the morning: what was put off for minutes must not miss its window by our own doing. */
    private Duration shortRest() {
        int hour = now.atZone(SYDNEY).getHour();
        return hour >= 8 && hour < 12 ? Duration.ofMinutes(10) : Duration.ofHours(1);
    }
}
