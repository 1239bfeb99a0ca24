package io.agencyos.application.lead.enrichment;

import io.agencyos.application.lead.source.CompanySignals;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.platform.usage.VendorMeter.Metered;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadSource;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.enrichment.Enrichment;
import io.agencyos.domain.lead.enrichment.Enrichment.Credit;
import io.agencyos.domain.lead.enrichment.Enrichment.State;
import io.agencyos.domain.lead.enrichment.FinerLooks;
import io.agencyos.domain.platform.usage.MeteredUnit;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.FreeMailDomains;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Claims in one unit of work, asks the vendor outside of any, writes each lead in one of its own. */
public final class EnrichLeadsService implements EnrichLeads {

    private static final Duration CLAIM = Duration.ofMinutes(15);

    private final EnrichmentPorts on;
    private final FreeMailDomains freeMail;
    private final EnrichmentWriter writer;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public EnrichLeadsService(
            EnrichmentPorts on, FreeMailDomains freeMail, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.on = on;
        this.freeMail = freeMail;
        this.writer = new EnrichmentWriter(on, units, clock, ids);
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Wish wish(TenantScope scope, LeadId lead, boolean force) {
        return units.inTenant(scope.asWorker(), () -> {
            if (on.leads().leads().find(scope.clientId(), lead).isEmpty()) {
                return new Wish.NotFound();
            }
            Enrichment before =
                    on.enrichments().of(scope.clientId(), List.of(lead)).get(lead);
            return Enrichment.refusal(before, force, clock.now())
                    .<Wish>map(Wish.Refused::new)
                    .orElseGet(Wish.Granted::new);
        });
    }

    /** Whom a part looks up, and what of the others is known already. */
    private static final class Claimed {
        private final Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
        private final List<Lead> fromPool = new ArrayList<>();
        private final List<Lead> toAsk = new ArrayList<>();

        private int of(Fate fate) {
            return fates.getOrDefault(fate, 0);
        }

        private void count(Fate fate) {
            fates.merge(fate, 1, Integer::sum);
        }
    }

    @Override
    public Part enrich(ClientId client, Collection<LeadId> leads, boolean force) {
        Optional<PeopleSources.Source> source = on.sources().of(client);
        Claimed claimed =
                units.inTenant(TenantScope.worker(client), () -> claim(client, leads, force, source.isPresent()));
        claimed.fromPool.forEach(lead -> claimed.count(writer.fromPool(lead)));
        UUID look = ids.next();
        VendorLook.Answers answers = source.map(vendor -> ask(look, client, vendor, claimed.toAsk))
                .orElseGet(() -> new VendorLook.Answers(List.of(), 0, FinerLooked.NONE));
        int found = (int) answers.each().stream()
                .flatMap(answer -> answer.toOptional().stream())
                .filter(Optional::isPresent)
                .count();
        Map<LeadId, String> employers = new LinkedHashMap<>();
        for (int i = 0; i < answers.each().size(); i++) {
            Lead lead = claimed.toAsk.get(i);
            int cost = found == 0 ? 0 : Math.ceilDiv(answers.credits(), found);
            Fate fate =
                    written(lead, source.orElseThrow().vendor(), answers.each().get(i), cost);
            claimed.count(fate);
            if (fate == Fate.ENRICHED) {
                answers.each()
                        .get(i)
                        .toOptional()
                        .flatMap(answer -> answer)
                        .map(VendorLook.Answer::companyRef)
                        .ifPresent(employer -> employers.put(lead.id(), employer));
            }
        }
        FinerLooked looked = source.flatMap(PeopleSources.Source::finer)
                .map(finer -> lookAtEmployers(client, finer.signals(), employers, claimed.of(Fate.ENRICHED)))
                .orElse(FinerLooked.NONE);
        if (!claimed.toAsk.isEmpty()) {
            used(client, look, answers.credits() + looked.answered());
        }
        // all of them: a part that broke off behind its last lead is asked again, and finds nobody to complete
        on.takeUp().takeUp(client, leads);
        return new Part(
                claimed.fates,
                answers.credits() + looked.answered(),
                answers.searched().and(looked),
                answers.failure());
    }

    /** Asks about as many as the client's caps leave room for, each at the most that a record is expected to cost. */
    private VendorLook.Answers ask(UUID look, ClientId client, PeopleSources.Source vendor, List<Lead> leads) {
        Metered most = Metered.usual(MeteredUnit.CREDIT, leads.size(), false);
        boolean room = leads.isEmpty()
                || units.inTenant(
                        TenantScope.worker(client),
                        () -> on.meter().reserve(client, look, vendor.vendor(), most, clock.now()));
        if (room) {
            return new VendorLook(vendor, freeMail).ask(client, leads);
        }
        VendorFailure capped = VendorTrouble.capped(vendor.vendor(), "enrichment");
        return new VendorLook.Answers(
                leads.stream()
                        .map(lead -> Result.<Optional<VendorLook.Answer>, VendorFailure>err(capped))
                        .toList(),
                0,
                FinerLooked.NONE);
    }

    private void used(ClientId client, UUID look, int credits) {
        units.inTenant(TenantScope.worker(client), () -> {
            on.meter()
                    .book()
                    .settle(
                            client,
                            look,
                            credits,
                            MeteredUnit.CREDIT.usualPrice().times(credits));
            return credits;
        });
    }

    /** The employers of the best of them, where their jobs decide something: each look costs. */
    private FinerLooked lookAtEmployers(
            ClientId client, CompanySignals signals, Map<LeadId, String> employers, int completed) {
        if (employers.isEmpty()) {
            return FinerLooked.NONE;
        }
        Map<String, List<Lead>> worth = new LinkedHashMap<>();
        units
                .inTenant(TenantScope.worker(client), () -> on.leads().leads().findAll(client, employers.keySet()))
                .stream()
                .filter(lead -> FinerLooks.decides(lead.score()))
                .sorted(Comparator.comparing((Lead lead) ->
                                Objects.requireNonNull(lead.score()).score())
                        .reversed()
                        .thenComparing(lead -> lead.id().value()))
                .forEach(lead -> worth.computeIfAbsent(
                                Objects.requireNonNull(employers.get(lead.id())), employer -> new ArrayList<>())
                        .add(lead));
        List<String> asked =
                worth.keySet().stream().limit(FinerLooks.most(completed)).toList();
        EmployerLook.Found found = new EmployerLook(signals).ask(client, asked, clock.now());
        int moved = found.moves().keySet().stream()
                .mapToInt(employer -> worth.getOrDefault(employer, List.of()).size())
                .sum();
        int cost = moved == 0 ? 0 : Math.ceilDiv(found.looks().answered(), moved);
        found.moves()
                .forEach((employer, moves) ->
                        worth.getOrDefault(employer, List.of()).forEach(lead -> writer.moved(lead, moves, cost)));
        return found.looks();
    }

    private Fate written(
            Lead lead, String vendor, Result<Optional<VendorLook.Answer>, VendorFailure> answer, int cost) {
        return switch (answer) {
            case Result.Err<Optional<VendorLook.Answer>, VendorFailure> failed ->
                writer.missed(lead, State.FAILED, Fate.FAILED);
            case Result.Ok<Optional<VendorLook.Answer>, VendorFailure>(Optional<VendorLook.Answer> known) ->
                known.map(said -> writer.fromVendor(lead, vendor, said, cost))
                        .orElseGet(() -> writer.missed(lead, State.NOT_FOUND, Fate.NOT_FOUND));
        };
    }

    /** Under the client's ledger, so that two runs put aside no credit twice and look nobody up twice. */
    private Claimed claim(ClientId client, Collection<LeadId> ids, boolean force, boolean hasVendor) {
        Instant now = clock.now();
        on.credits().lock(client);
        int left = on.credits().balance(client) - on.enrichments().reserved(client, now.minus(CLAIM));
        List<Lead> leads = on.leads().leads().findAll(client, ids).stream()
                .sorted(Comparator.comparing(lead -> lead.id().value()))
                .toList();
        Map<LeadId, Enrichment> before = on.enrichments().of(client, ids);
        Map<LeadId, Suppression> suppressed = suppressed(client, leads, now);
        Set<PoolPersonId> bought = on.enrichments().boughtSince(people(leads), now.minus(Enrichment.KEEPS));
        Claimed claimed = new Claimed();
        List<Enrichment> begun = new ArrayList<>();
        for (Lead lead : leads) {
            Enrichment last = before.get(lead.id());
            if (!isLive(lead) || Enrichment.refusal(last, force, now).isPresent()) {
                claimed.count(Fate.NOT_DUE);
            } else if (suppressed.containsKey(lead.id())) {
                claimed.count(Fate.SUPPRESSED);
            } else if (!force && lead.poolPersonId() != null && bought.contains(lead.poolPersonId())) {
                claimed.fromPool.add(lead);
                begun.add(Enrichment.claimed(last, client, lead.id(), Credit.NONE, now));
            } else if (!hasVendor) {
                claimed.count(Fate.NO_VENDOR);
            } else if (isPaidFor(lead, last) || left > 0) {
                boolean reserves = !isPaidFor(lead, last);
                left -= reserves ? 1 : 0;
                claimed.toAsk.add(lead);
                begun.add(Enrichment.claimed(last, client, lead.id(), reserves ? Credit.RESERVED : Credit.NONE, now));
            } else {
                claimed.count(Fate.NO_CREDITS);
                begun.add(Enrichment.claimed(last, client, lead.id(), Credit.NONE, now)
                        .missed(State.NO_CREDITS, now));
            }
        }
        on.enrichments().saveAll(begun);
        return claimed;
    }

    /** A person of the pool was paid for when it was claimed, any other when a vendor completed it. */
    private static boolean isPaidFor(Lead lead, @Nullable Enrichment last) {
        return lead.source() == LeadSource.POOL || last != null && last.credit() == Credit.CHARGED;
    }

    private static boolean isLive(Lead lead) {
        return switch (lead.status()) {
            case NEW, ENRICHED, SCORED, IN_SEQUENCE, REPLIED, MEETING_BOOKED, COMPLETED -> true;
            case CONVERTED, NOT_INTERESTED, UNSUBSCRIBED, BOUNCED, INVALID, ARCHIVED -> false;
        };
    }

    private Map<LeadId, Suppression> suppressed(ClientId client, List<Lead> leads, Instant now) {
        Map<LeadId, Suppressions.Subject> subjects = new LinkedHashMap<>();
        leads.forEach(lead -> subjects.put(lead.id(), Suppressions.Subject.of(lead)));
        Map<LeadId, Suppression> entries =
                new LinkedHashMap<>(on.leads().suppressions().matchAll(client, subjects, now));
        entries.values().removeIf(Suppression::closesAddressOnly);
        return entries;
    }

    private static Set<PoolPersonId> people(List<Lead> leads) {
        return leads.stream().map(Lead::poolPersonId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    @Override
    public Optional<Refreshed> refresh(ClientId client, Collection<LeadId> ids) {
        return on.sources().of(client).map(source -> {
            List<Lead> leads = units.inTenant(
                    TenantScope.worker(client),
                    () -> on.leads().leads().findAll(client, ids).stream()
                            .filter(EnrichLeadsService::isLive)
                            .sorted(Comparator.comparing(lead -> lead.id().value()))
                            .toList());
            UUID look = this.ids.next();
            VendorLook.Answers answers = ask(look, client, source, leads);
            if (!leads.isEmpty()) {
                used(client, look, answers.credits());
            }
            Map<EnrichmentWriter.Newer, List<LeadId>> fates = new EnumMap<>(EnrichmentWriter.Newer.class);
            for (int i = 0; i < leads.size(); i++) {
                Lead lead = leads.get(i);
                answers.each()
                        .get(i)
                        .toOptional()
                        .flatMap(known -> known)
                        .ifPresent(
                                said -> fates.computeIfAbsent(writer.refreshed(lead, said), fate -> new ArrayList<>())
                                        .add(lead.id()));
            }
            List<LeadId> changed = fates.getOrDefault(EnrichmentWriter.Newer.CHANGED, List.of());
            on.takeUp().takeUp(client, changed);
            List<LeadId> found = new ArrayList<>(fates.getOrDefault(EnrichmentWriter.Newer.SAME, List.of()));
            found.addAll(changed);
            return new Refreshed(
                    List.copyOf(found),
                    List.copyOf(changed),
                    List.copyOf(fates.getOrDefault(EnrichmentWriter.Newer.MOVED, List.of())),
                    answers.credits(),
                    answers.failure());
        });
    }
}
