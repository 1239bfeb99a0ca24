package io.agencyos.application.lead.enrichment;

import io.agencyos.application.lead.enrichment.EnrichLeads.Part;
import io.agencyos.application.lead.enrichment.WaitingLooks.Waiting;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.OnPlatform;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.RunFailure;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The flow {@code enrichment}: each hour the leads that somebody wanted completed, and that had to wait for a credit or for the vendor, are
 * taken up again where neither is missing now. Source: content 1.1, flows 2.5.
 */
public final class WaitingEnrichment {

    public static final String FLOW = "enrichment";

    private final EnrichLeads enrich;
    private final WaitingLooks waiting;
    private final UnitOfWork units;

    private WaitingEnrichment(EnrichLeads enrich, WaitingLooks waiting, UnitOfWork units) {
        this.enrich = enrich;
        this.waiting = waiting;
        this.units = units;
    }

    public static Flow<?> flow(EnrichLeads enrich, WaitingLooks waiting, UnitOfWork units) {
        WaitingEnrichment work = new WaitingEnrichment(enrich, waiting, units);
        return new Flow<Optional<Void>>(
                FLOW,
                1,
                WorkClass.BATCH,
                Role.MEMBER,
                Set.of(BreakerScope.SUBSCRIPTION),
                new OnPlatform.Children(waiting, Duration.ofMinutes(5)),
                Flow::nothing,
                List.of(new FlowStep.Calling<>("base_data", 1, PeopleSources.ACCOUNT, work::part)));
    }

    /** Whom this run could not complete waits since now, so that it does not come up again. */
    private StepResult part(StepContext<Optional<Void>> context) {
        Instant begun = context.run().order().createdAt();
        List<Waiting> part = units.inTenant(
                TenantScope.worker(context.client()),
                () -> waiting.waiting(context.client(), begun, place(context.cursor()), EnrichLeads.MOST));
        Part looked =
                enrich.enrich(context.client(), part.stream().map(Waiting::lead).toList(), false);
        Optional<RunFailure> failure = looked.failure().flatMap(VendorTrouble::ofAccount);
        if (failure.isPresent()) {
            return new StepResult.Failed(failure.get());
        }
        Counts counts = LeadEnrichment.counted(context.counts(), 0, looked);
        return part.size() < EnrichLeads.MOST
                ? new StepResult.Done(counts, LeadEnrichment.told(looked))
                : new StepResult.More(text(part.getLast()), counts, LeadEnrichment.told(looked));
    }

    private static String text(Waiting last) {
        return last.since() + "/" + last.lead().text();
    }

    private static @Nullable Waiting place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        int cut = cursor.indexOf('/');
        return new Waiting(
                EntityId.parse(cursor.substring(cut + 1), LeadId::new).orElseThrow(),
                Instant.parse(cursor.substring(0, cut)));
    }
}
