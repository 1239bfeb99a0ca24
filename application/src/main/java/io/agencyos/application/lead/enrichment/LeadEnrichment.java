package io.agencyos.application.lead.enrichment;

import io.agencyos.application.lead.ChosenLeads;
import io.agencyos.application.lead.LeadChoice;
import io.agencyos.application.lead.enrichment.EnrichLeads.Fate;
import io.agencyos.application.lead.enrichment.EnrichLeads.Part;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.RunFailure;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.EntityId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The flow {@code lead_enrichment}: leads by name, those of a campaign or a choice, or all are completed, part by part; each part is stored
 * before the next is bought, so that a crash buys at most one part twice. Source: flows 2.6, api 9.6.
 */
public final class LeadEnrichment {

    public static final String FLOW = "lead_enrichment";

    /** Leads that one order names at the most. */
    public static final int MOST_NAMED = 1000;

    private static final String LEAD = "lead_id";
    private static final String LEADS = "lead_ids";
    private static final String CAMPAIGN = "campaign_id";
    private static final String FORCE = "force";

    /** Whom a run is for: these leads, a campaign's leads, those of a choice, or all where none is named. */
    private record Wanted(List<LeadId> leads, Optional<CampaignId> campaign, Optional<Filter> choice, boolean force) {

        static Result<Wanted, String> read(Map<String, String> params) {
            boolean chosen = params.keySet().stream().anyMatch(LeadChoice::names);
            if (!params.keySet().stream()
                    .allMatch(name -> LeadChoice.names(name)
                            || Set.of(LEAD, LEADS, CAMPAIGN, FORCE).contains(name))) {
                return Result.err("the known parameters are lead_id, lead_ids or a filter, campaign_id and force");
            }
            if (!Set.of("true", "false").contains(params.getOrDefault(FORCE, "false"))) {
                return Result.err("force is true or false");
            }
            boolean force = Boolean.parseBoolean(params.get(FORCE));
            String leads = params.getOrDefault(LEADS, params.get(LEAD));
            Result<List<LeadId>, String> read = leads == null ? Result.ok(List.of()) : named(leads);
            return read.flatMap(named -> id(params.get(CAMPAIGN), CampaignId::new)
                    .flatMap(campaign -> LeadChoice.read(params)
                            .map(choice -> new Wanted(
                                    named, campaign, chosen ? Optional.of(choice) : Optional.empty(), force))));
        }

        /** The next of the named leads. */
        List<LeadId> after(@Nullable LeadId last) {
            int from = last == null ? 0 : leads.indexOf(last) + 1;
            return leads.subList(from, Math.min(leads.size(), from + EnrichLeads.MOST));
        }

        private static <T extends EntityId> Result<Optional<T>, String> id(
                @Nullable String text, Function<UUID, T> type) {
            return text == null
                    ? Result.ok(Optional.empty())
                    : EntityId.parse(text, type).map(Optional::of).mapError(problem -> "campaign_id is an id");
        }
    }

    private final EnrichLeads enrich;
    private final Enrichments enrichments;
    private final ChosenLeads chosen;
    private final UnitOfWork units;

    private LeadEnrichment(EnrichLeads enrich, Enrichments enrichments, ChosenLeads chosen, UnitOfWork units) {
        this.enrich = enrich;
        this.enrichments = enrichments;
        this.chosen = chosen;
        this.units = units;
    }

    /** Up to {@value #MOST_NAMED} ids, each once, with commas between. */
    public static Result<List<LeadId>, String> named(String text) {
        LinkedHashSet<LeadId> named = new LinkedHashSet<>();
        for (String id : text.split(",", -1)) {
            Optional<LeadId> lead = EntityId.parse(id, LeadId::new).toOptional();
            lead.ifPresent(named::add);
            if (lead.isEmpty() || named.size() > MOST_NAMED) {
                return Result.err("leads are named by 1 to " + MOST_NAMED + " ids with commas between");
            }
        }
        return Result.ok(List.copyOf(named));
    }

    public static Flow<?> flow(EnrichLeads enrich, Enrichments enrichments, ChosenLeads chosen, UnitOfWork units) {
        LeadEnrichment work = new LeadEnrichment(enrich, enrichments, chosen, units);
        return new Flow<>(
                FLOW,
                1,
                WorkClass.BATCH,
                Role.MEMBER,
                Set.of(BreakerScope.SUBSCRIPTION),
                false,
                Wanted::read,
                List.of(new FlowStep.Calling<>("base_data", 1, PeopleSources.ACCOUNT, work::part)));
    }

    private StepResult part(StepContext<Wanted> context) {
        return context.params().choice().isPresent()
                ? chosenPart(context, context.params().choice().get())
                : namedPart(context);
    }

    /** How many a choice has in all is not known before its end. */
    private StepResult chosenPart(StepContext<Wanted> context, Filter choice) {
        ChosenLeads.Page page = units.inTenant(
                TenantScope.worker(context.client()),
                () -> chosen.after(
                        context.client(),
                        choice,
                        context.cursor(),
                        context.run().order().createdAt(),
                        EnrichLeads.MOST));
        List<LeadId> leads =
                page.leads().stream().map(listed -> listed.lead().id()).toList();
        Part part = enrich.enrich(context.client(), leads, context.params().force());
        Optional<RunFailure> failure = part.failure().flatMap(VendorTrouble::ofAccount);
        if (failure.isPresent()) {
            return new StepResult.Failed(failure.get());
        }
        Counts counts = counted(context.counts(), 0, part);
        return page.next()
                .<StepResult>map(place -> new StepResult.More(place, counts, told(part)))
                .orElseGet(() -> new StepResult.Done(counts, told(part)));
    }

    private StepResult namedPart(StepContext<Wanted> context) {
        Wanted wanted = context.params();
        CampaignId campaign = wanted.campaign().orElse(null);
        LeadId after = context.cursor() == null
                ? null
                : EntityId.parse(context.cursor(), LeadId::new).orElseThrow();
        TenantScope worker = TenantScope.worker(context.client());
        boolean named = !wanted.leads().isEmpty();
        List<LeadId> leads = named
                ? wanted.after(after)
                : units.inTenant(worker, () -> enrichments.page(context.client(), campaign, after, EnrichLeads.MOST));
        int total = named
                ? wanted.leads().size()
                : Math.max(
                        context.counts().total(),
                        units.<Integer>inTenant(worker, () -> enrichments.count(context.client(), campaign)));
        Part part = enrich.enrich(context.client(), leads, wanted.force());
        Optional<RunFailure> failure = part.failure().flatMap(VendorTrouble::ofAccount);
        if (failure.isPresent()) {
            return new StepResult.Failed(failure.get());
        }
        Counts counts = counted(context.counts(), total, part);
        Outcome told = told(part);
        boolean last = named ? leads.getLast().equals(wanted.leads().getLast()) : leads.size() < EnrichLeads.MOST;
        return last
                ? new StepResult.Done(counts, told)
                : new StepResult.More(leads.getLast().text(), counts, told);
    }

    static Counts counted(Counts before, int total, Part part) {
        int done = part.of(Fate.ENRICHED) + part.of(Fate.FROM_POOL);
        int all = part.fates().values().stream().mapToInt(Integer::intValue).sum();
        int failed = part.of(Fate.FAILED);
        return new Counts(
                Math.max(total, before.settled() + all),
                before.done() + done,
                before.failed() + failed,
                before.skipped() + all - done - failed,
                before.unknown());
    }

    static Outcome told(Part part) {
        Outcome told = Outcome.count("vendor_credits", part.vendorCredits());
        told = part.finer().asked() == 0
                ? told
                : told.with("employer_questions", part.finer().asked())
                        .with("employer_questions_failed", part.finer().failed());
        for (Fate fate : Fate.values()) {
            told = part.of(fate) == 0 ? told : told.with(fate.wire(), part.of(fate));
        }
        if (part.failure().filter(VendorTrouble::isCap).isPresent()) {
            return told.plus(Outcome.reason("client_cap"));
        }
        return part.of(Fate.NO_VENDOR) > 0 ? told.plus(Outcome.reason("no_data_vendor")) : told;
    }
}
