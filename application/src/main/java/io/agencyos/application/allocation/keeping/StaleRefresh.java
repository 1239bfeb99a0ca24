package io.agencyos.application.allocation.keeping;

import io.agencyos.application.allocation.ReleaseLeads;
import io.agencyos.application.allocation.ReleaseLeadsService;
import io.agencyos.application.allocation.store.StaleLeads;
import io.agencyos.application.lead.enrichment.EnrichLeads;
import io.agencyos.application.lead.enrichment.VendorTrouble;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.platform.flow.DueClients;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.OnPlatform;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.ReleaseReason;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.RunFailure;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The flow {@code stale_lead_refresh}: before the day's sends the leads that go out today and whose facts are older than a
 * week are looked up again, at most 200 a client and day, and scored anew where something changed. Who works elsewhere by
 * now is not written to. Where the vendor is away, or none is connected, everything goes out as it is; the run is tried again, and the vendor's breaker
 * opened. Source: flows 1.7, 2.7, scoring POOL-13.
 */
public final class StaleRefresh {

    public static final String FLOW = "stale_lead_refresh";

    private static final int MOST_A_DAY = 200;

    private final StaleLeads stale;
    private final EnrichLeads enrich;
    private final PoolKeeping on;
    private final ReleaseLeads release;

    private StaleRefresh(StaleLeads stale, EnrichLeads enrich, PoolKeeping on) {
        this.stale = stale;
        this.enrich = enrich;
        this.on = on;
        this.release = new ReleaseLeadsService(on.world(), on.clock(), on.ids());
    }

    /** @param connected clients that have a data vendor: for the others the schedule makes no run */
    public static Flow<?> flow(StaleLeads stale, EnrichLeads enrich, PoolKeeping on, DueClients connected) {
        StaleRefresh work = new StaleRefresh(stale, enrich, on);
        return new Flow<Optional<Void>>(
                FLOW,
                1,
                WorkClass.BATCH,
                Role.ADMIN,
                Set.of(BreakerScope.SUBSCRIPTION),
                OnPlatform.Children.of(connected),
                Flow::nothing,
                List.of(new FlowStep.Calling<>("refresh", 1, PeopleSources.ACCOUNT, work::part)));
    }

    private StepResult part(StepContext<Optional<Void>> context) {
        int seen = context.cursor() == null ? 0 : Integer.parseInt(context.cursor());
        List<LeadId> due = stale.next(context.client());
        List<LeadId> part = due.subList(0, Math.min(due.size(), Math.min(EnrichLeads.MOST, MOST_A_DAY - seen)));
        if (part.isEmpty()) {
            return new StepResult.Done(context.counts(), Outcome.count("left", due.size()));
        }
        Optional<EnrichLeads.Refreshed> refreshed = enrich.refresh(context.client(), part);
        if (refreshed.isEmpty()) {
            return new StepResult.Done(
                    context.counts(), Outcome.count("left", due.size()).plus(Outcome.reason("no_data_vendor")));
        }
        EnrichLeads.Refreshed news = refreshed.get();
        news.moved().forEach(lead -> end(context.client(), lead));
        boolean away = news.failure().isPresent();
        // whom the vendor could not be asked for is looked up again tomorrow, not in a week
        stale.lookedUp(context.client(), away ? news.found() : part, news.found());
        Outcome told = Outcome.count("stale", part.size())
                .with("refreshed", news.found().size())
                .with("changed", news.changed().size())
                .with("moved", news.moved().size())
                .with("vendor_credits", news.vendorCredits());
        Counts counts = Counts.done(
                context.counts().total() + part.size(),
                context.counts().done() + news.found().size());
        Optional<RunFailure> trouble = news.failure().flatMap(VendorTrouble::ofAccount);
        if (trouble.isPresent()) {
            // what was found is counted first; the next part finds the vendor away at once, and its breaker hears of it
            return news.found().isEmpty()
                    ? new StepResult.Failed(trouble.get())
                    : new StepResult.More(Integer.toString(seen + news.found().size()), counts, told);
        }
        if (away) {
            return new StepResult.Done(
                    counts,
                    told.plus(Outcome.reason(news.failure().orElseThrow().kind())));
        }
        // a lead that is nobody of the pool keeps no mark of a look: it would come up again and again
        boolean stuck = stale.next(context.client()).stream().anyMatch(part::contains);
        return stuck
                ? new StepResult.Done(counts, told)
                : new StepResult.More(Integer.toString(seen + part.size()), counts, told);
    }

    /** The person has left the company for which it was chosen. */
    private void end(ClientId client, LeadId id) {
        Instant now = on.clock().now();
        on.units().inTenant(TenantScope.worker(client), () -> {
            on.outreach().stop(client, id, StopReason.Plain.JOB_CHANGED);
            release.release(client, List.of(id), ReleaseReason.INVALID);
            return on.world()
                    .leads()
                    .leads()
                    .findForUpdate(client, id)
                    .map(lead -> on.world().leads().leads().update(lead.becoming(LeadStatus.INVALID, now)));
        });
    }
}
