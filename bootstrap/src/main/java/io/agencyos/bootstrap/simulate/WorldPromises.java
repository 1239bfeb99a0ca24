package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.application.campaign.store.Conservation;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.outreach.store.Touches;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold after every hour, read off the sandbox's ledger and off the stores. Source: outreach 4.8, 3.4, 5.3. */
final class WorldPromises {

    static final Touches.Filter EVERY_TOUCH = new Touches.Filter(null, null, null);

    private static final int ALL = 1_000;
    private final WorldStores stores;
    private final VendorSandbox sandbox;
    private final WorldTime time;
    private final ClientId client;
    private final CampaignId campaign;
    private final LedgerPromises ledgers;
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
        Duration hearing = fate.troubles().isEmpty() ? Duration.ofHours(1) : Duration.ofHours(13);
        this.ledgers = new LedgerPromises(sandbox, hearing, pauses, this::keep);
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
            ledgers.check(rows);
        }
        ledgers.everythingIsKnown(rows, touches);
        gapsHold(touches);
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

    /** Whatever the channel, the steps of a sequence leave a lead in peace for a day. Source: outreach check 27. */
    private void gapsHold(List<Touch> touches) {
        Map<LeadId, List<LocalDate>> days = touches.stream()
                .filter(touch -> touch.origin() == TouchOrigin.SEQUENCE && touch.sentAt() != null)
                .sorted(Comparator.comparing(Touch::sentAt))
                .collect(Collectors.groupingBy(
                        Touch::leadId,
                        Collectors.mapping(
                                touch -> LocalDate.ofInstant(touch.sentAt(), WorldAgency.ZONE), Collectors.toList())));
        days.forEach((lead, sent) -> {
            for (int i = 1; i < sent.size(); i++) {
                keep(!sent.get(i).isBefore(sent.get(i - 1).plusDays(2)), "check 27 too soon", lead + " " + sent);
            }
        });
    }

    private void stepsAddUp() {
        Conservation steps = inTenant(() -> stores.outreach().enrolments().conservation(client, campaign));
        keep(steps.closes(), "I9 conservation", steps);
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
