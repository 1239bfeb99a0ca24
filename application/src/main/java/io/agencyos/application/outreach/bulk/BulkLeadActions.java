package io.agencyos.application.outreach.bulk;

import io.agencyos.application.lead.ChosenLeads;
import io.agencyos.application.lead.EndLead;
import io.agencyos.application.lead.store.Activities;
import io.agencyos.application.lead.store.LeadQueries.Filter;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.outreach.bulk.BulkOrder.Whom;
import io.agencyos.application.outreach.suppression.SuppressNow;
import io.agencyos.application.platform.Actors;
import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.StageMachine;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The flows {@code lead_bulk_action} and, for administrators, {@code lead_bulk_deletion}: one action on up to a thousand
 * leads, or on those of a choice, a set of them at a time, committed with the place where to go on. Each lead is refused as the single route would
 * refuse it; the others are not kept waiting for it. Source: api 9.6 {@code bulk-actions}, 1.7.
 */
public final class BulkLeadActions {

    public static final String FLOW = "lead_bulk_action";
    public static final String DELETION = "lead_bulk_deletion";

    private static final int CHUNK = 100;

    /** How many refused leads a job's result names; it counts all. */
    private static final int NAMED = 100;

    private static final String REFUSED = "refused";
    private static final String NOT_FOUND = "not_found";
    private static final String NOT_ELIGIBLE = "not_eligible";

    /** Puts leads into a campaign. */
    @FunctionalInterface
    public interface Assigning {

        /** Who was left alone, and the code of why. Needs an open unit of work of the tenant, as worker. */
        Map<LeadId, String> assign(ClientId client, CampaignId campaign, Collection<LeadId> leads);
    }

    /** What the actions work with. */
    public record Means(
            Leads leads,
            ChosenLeads chosen,
            Activities activities,
            EndLead ending,
            SuppressNow suppress,
            Assigning assigning,
            Audit audit,
            IdSource ids) {}

    private final Means on;

    public BulkLeadActions(Means on) {
        this.on = on;
    }

    public List<Flow<?>> flows() {
        return List.of(
                flow(
                        FLOW,
                        Role.MEMBER,
                        EnumSet.of(
                                BulkAction.ASSIGN_CAMPAIGN,
                                BulkAction.PAUSE,
                                BulkAction.RESUME,
                                BulkAction.ARCHIVE,
                                BulkAction.SUPPRESS)),
                flow(DELETION, Role.ADMIN, EnumSet.of(BulkAction.DELETE)));
    }

    private Flow<BulkOrder> flow(String name, Role least, Set<BulkAction> known) {
        return new Flow<>(
                name,
                1,
                WorkClass.INTERACTIVE,
                least,
                Set.of(),
                false,
                params -> BulkOrder.read(params, known),
                List.of(new FlowStep.Chunked<>("act", 1, this::chunk)));
    }

    /**
     * The next leads of an order.
     *
     * @param next the place to go on from; empty at the end
     * @param total how many there are as far as is known
     */
    private record Part(List<LeadId> leads, Optional<String> next, int total) {}

    private Part part(StepContext<BulkOrder> context) {
        return switch (context.params().whom()) {
            case Whom.Named(List<LeadId> leads) -> {
                int from = context.cursor() == null ? 0 : Integer.parseInt(context.cursor());
                int to = Math.min(leads.size(), from + CHUNK);
                yield new Part(
                        leads.subList(from, to),
                        to < leads.size() ? Optional.of(Integer.toString(to)) : Optional.empty(),
                        leads.size());
            }
            case Whom.Chosen(Filter filter) -> {
                ChosenLeads.Page page = on.chosen()
                        .after(
                                context.client(),
                                filter,
                                context.cursor(),
                                context.run().order().createdAt(),
                                CHUNK);
                List<LeadId> leads =
                        page.leads().stream().map(listed -> listed.lead().id()).toList();
                yield new Part(leads, page.next(), context.counts().settled() + leads.size());
            }
        };
    }

    private StepResult chunk(StepContext<BulkOrder> context) {
        BulkOrder order = context.params();
        Part next = part(context);
        List<LeadId> part = next.leads();
        Map<LeadId, String> refused = act(context, order, part);
        Counts before = context.counts();
        Counts counts = new Counts(
                next.total(),
                before.done() + part.size() - refused.size(),
                before.failed(),
                before.skipped() + refused.size(),
                before.unknown());
        Outcome told = told(context.run(), part, refused);
        return next.next()
                .<StepResult>map(place -> new StepResult.More(place, counts, told))
                .orElseGet(() -> new StepResult.Done(counts, told));
    }

    private static Outcome told(Run run, List<LeadId> part, Map<LeadId, String> refused) {
        Outcome told = Outcome.count("done", part.size() - refused.size());
        List<Map<String, String>> named = new ArrayList<>(run.outcome().lists().getOrDefault(REFUSED, List.of()));
        for (LeadId lead : part) {
            String code = refused.get(lead);
            if (code != null) {
                told = told.with(code, 1);
                named.add(Map.of("lead_id", lead.text(), "code", code));
            }
        }
        return named.isEmpty()
                ? told
                : told.plus(new Outcome(
                        Map.of(),
                        Map.of(),
                        Map.of(REFUSED, List.copyOf(named.subList(0, Math.min(NAMED, named.size()))))));
    }

    /** Who was left alone, and the code of why. */
    private Map<LeadId, String> act(StepContext<BulkOrder> context, BulkOrder order, List<LeadId> part) {
        ClientId client = context.client();
        List<Lead> found = on.leads().findAll(client, part);
        Set<LeadId> ids = found.stream().map(Lead::id).collect(Collectors.toSet());
        Map<LeadId, String> refused = new HashMap<>();
        part.stream().filter(lead -> !ids.contains(lead)).forEach(lead -> refused.put(lead, NOT_FOUND));
        Collection<LeadId> changed = switch (order.action()) {
            case ASSIGN_CAMPAIGN -> assigned(order, client, ids, refused);
            case PAUSE -> on.leads().pauseAll(client, ids, context.now());
            case RESUME -> on.leads().resumeAll(client, ids, context.now());
            case ARCHIVE -> archived(context, found, refused);
            case SUPPRESS -> suppressed(order, found, client);
            case DELETE -> deleted(found, client, context.now());
            case ENRICH -> throw new IllegalStateException("leads are completed by a flow of its own");
        };
        if (!changed.isEmpty()) {
            audit(context, order, changed);
        }
        return refused;
    }

    private Set<LeadId> assigned(BulkOrder order, ClientId client, Set<LeadId> found, Map<LeadId, String> refused) {
        refused.putAll(on.assigning().assign(client, Objects.requireNonNull(order.campaign()), found));
        return found.stream().filter(lead -> !refused.containsKey(lead)).collect(Collectors.toSet());
    }

    private List<LeadId> archived(StepContext<BulkOrder> context, List<Lead> found, Map<LeadId, String> refused) {
        List<Lead> away = new ArrayList<>();
        for (Lead lead : found) {
            if (StageMachine.on(lead.status(), LeadStatus.ARCHIVED).toOptional().isPresent()) {
                away.add(lead.becoming(LeadStatus.ARCHIVED, context.now()));
            } else if (lead.status() != LeadStatus.ARCHIVED) {
                refused.put(lead.id(), NOT_ELIGIBLE);
            }
        }
        on.leads().updateAll(away);
        on.activities().append(away.stream().map(lead -> putAway(context, lead)).toList());
        return away.stream().map(Lead::id).toList();
    }

    private Activity putAway(StepContext<BulkOrder> context, Lead lead) {
        return new Activity(
                new ActivityId(on.ids().next()),
                lead.clientId(),
                lead.id(),
                lead.campaignId(),
                ActivityAction.STATUS_CHANGED,
                null,
                null,
                null,
                null,
                context.now(),
                null,
                "Put away.",
                context.run().order().requestedBy() == null ? ActivityActor.SYSTEM : ActivityActor.USER);
    }

    private List<LeadId> suppressed(BulkOrder order, List<Lead> found, ClientId client) {
        on.suppress()
                .enterPeople(
                        client, found, new SuppressNow.Wanted(order.reason(), SuppressionSource.MANUAL, order.note()));
        return found.stream().map(Lead::id).toList();
    }

    /** By id, and the outreach of each before its row is written: enrolment, then lead, is everybody's order. */
    private List<LeadId> deleted(List<Lead> found, ClientId client, Instant now) {
        List<LeadId> ids = found.stream()
                .map(Lead::id)
                .sorted(Comparator.comparing(LeadId::text))
                .toList();
        ids.forEach(lead -> on.ending().end(client, lead));
        on.leads().deleteAll(client, ids, now);
        return ids;
    }

    /** One entry a set, with everyone it changed: a thousand entries of one order would bury the others. */
    private void audit(StepContext<BulkOrder> context, BulkOrder order, Collection<LeadId> changed) {
        TenantScope by = new TenantScope(context.client(), context.run().order().requestedBy(), Role.WORKER);
        on.audit()
                .append(new AuditEntry(
                        on.ids().next(),
                        context.now(),
                        context.client(),
                        Actors.of(by),
                        order.action() == BulkAction.DELETE ? AuditAction.DELETE : AuditAction.UPDATE,
                        AuditEntry.Outcome.OK,
                        "job",
                        context.run().id().value(),
                        Map.of(),
                        Map.of(
                                "action",
                                order.action().wire(),
                                "leads",
                                changed.stream().map(LeadId::text).sorted().collect(Collectors.joining(","))),
                        AuditEntry.Origin.NONE));
    }
}
