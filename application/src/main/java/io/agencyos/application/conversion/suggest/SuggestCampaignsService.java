package io.agencyos.application.conversion.suggest;

import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignSlots;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.CampaignTarget;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.evolve.CampaignHealth;
import io.agencyos.domain.conversion.evolve.Candidate;
import io.agencyos.domain.conversion.evolve.Evolution;
import io.agencyos.domain.conversion.evolve.FirstCampaigns;
import io.agencyos.domain.conversion.evolve.MeasuredEffect;
import io.agencyos.domain.conversion.evolve.Reached;
import io.agencyos.domain.conversion.evolve.SuggestionStatus;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Works on the patterns in force and the results of the active campaigns, and where nothing is learned yet on the profile; in
 * one unit of work.
 */
public final class SuggestCampaignsService implements SuggestCampaigns, CheckSuggestions, JudgeCampaigns {

    private static final Duration OLD_ENOUGH = Duration.ofDays(60);
    private static final long LEAST_CONVERSIONS = 20;
    private static final BigDecimal SURE = new BigDecimal("0.5");
    private static final Duration REMEMBERED = Duration.ofDays(60);
    private static final BigDecimal SURER = new BigDecimal("0.10");
    private static final Set<PatternType> NEEDED = Set.of(PatternType.WHO, PatternType.WHAT, PatternType.HOW);

    private final SuggestionPorts ports;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    public SuggestCampaignsService(SuggestionPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome suggest(ClientId client) {
        return units.inTenant(TenantScope.worker(client), () -> suggestInside(client, clock.now()));
    }

    private Outcome suggestInside(ClientId client, Instant now) {
        Client known = ports.clients()
                .find(client)
                .orElseThrow(() -> new IllegalArgumentException("no such client: " + client));
        KnownPatterns patterns = KnownPatterns.of(ports.patterns().newest(client), now);
        List<String> reasons =
                reasons(known, patterns, ports.results().conversions(client, ports.matured(client, now)), now);
        if (!reasons.isEmpty()) {
            return patterns.confidence().isEmpty() ? first(client, reasons, now) : new Outcome.Skipped(reasons);
        }
        List<Candidate> candidates = Evolution.candidates(facts(client, patterns, now));
        return settle(client, candidates, patterns.versions(), now);
    }

    private Evolution.Facts facts(ClientId client, KnownPatterns patterns, Instant now) {
        Instant matured = ports.matured(client, now);
        return new Evolution.Facts(
                patterns.segments(),
                patterns.confidence(),
                ports.results().active(client, matured),
                ports.results().mixes(client, matured),
                slotFree(client));
    }

    @Override
    public CampaignHealth health(TenantScope scope) {
        ClientId client = scope.clientId();
        Instant now = clock.now();
        return units.inTenant(
                scope,
                () -> Evolution.health(
                        facts(client, KnownPatterns.of(ports.patterns().newest(client), now), now)));
    }

    /** What the profile says, as long as nothing else says anything. */
    private Outcome first(ClientId client, List<String> reasons, Instant now) {
        List<Candidate> candidates = FirstCampaigns.candidates(profile(client));
        return candidates.isEmpty()
                        && ports.suggestions()
                                .list(client, Suggestions.Filter.in(SuggestionStatus.PENDING), 1)
                                .isEmpty()
                ? new Outcome.Skipped(reasons)
                : settle(client, candidates, Node.members().done(), now);
    }

    private FirstCampaigns.Profile profile(ClientId client) {
        IcpTarget icp = ports.clients()
                .icp(client)
                .filter(profile -> profile.status() == IcpStatus.CONFIRMED)
                .map(IcpProfile::target)
                .orElse(IcpTarget.EMPTY);
        List<Campaign> live = ports.campaigns().all(client).stream()
                .filter(campaign -> !campaign.status().isTerminal())
                .toList();
        Set<String> aimed = live.stream()
                .flatMap(campaign -> campaign.target().industries().stream())
                .map(SuggestCampaignsService::plain)
                .collect(Collectors.toSet());
        Map<Boolean, List<String>> industries = icp.industries().stream()
                .collect(Collectors.partitioningBy(industry -> aimed.contains(plain(industry))));
        boolean everybody = live.stream().anyMatch(campaign -> campaign.target().equals(CampaignTarget.INHERITED));
        Optional<Plan.Terms> terms =
                ports.clients().subscription(client).map(each -> each.plan().terms());
        return new FirstCampaigns.Profile(
                everybody ? List.of() : industries.get(false),
                everybody ? icp.industries() : industries.get(true),
                icp.titles(),
                icp.companySizes(),
                icp.locations(),
                terms.map(Plan.Terms::leadsPerMonth).orElse(0),
                terms.map(each -> each.campaigns().ai() - suggested(live)).orElse(0));
    }

    private static int suggested(List<Campaign> live) {
        return Math.toIntExact(live.stream()
                .filter(campaign -> campaign.origin() == CampaignOrigin.AI_SUGGESTED)
                .count());
    }

    private static String plain(String industry) {
        return industry.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean possible(TenantScope scope) {
        return units.inTenant(
                scope,
                () -> !KnownPatterns.of(ports.patterns().newest(scope.clientId()), clock.now())
                                .confidence()
                                .isEmpty()
                        || profile(scope.clientId()).isTelling());
    }

    private boolean slotFree(ClientId client) {
        List<CampaignOrigin> active = ports.campaigns().all(client).stream()
                .filter(campaign -> campaign.status() == CampaignStatus.ACTIVE)
                .map(Campaign::origin)
                .toList();
        return ports.clients()
                .subscription(client)
                .filter(subscription -> CampaignSlots.free(
                        subscription.plan().terms().campaigns(), active, CampaignOrigin.AI_SUGGESTED))
                .isPresent();
    }

    private static List<String> reasons(Client client, KnownPatterns patterns, long conversions, Instant now) {
        List<String> reasons = new ArrayList<>();
        if (client.createdAt().plus(OLD_ENOUGH).isAfter(now)) {
            reasons.add("account_too_young");
        }
        if (conversions < LEAST_CONVERSIONS) {
            reasons.add("too_few_conversions");
        }
        NEEDED.stream()
                .sorted()
                .filter(type -> patterns.confidence()
                                .getOrDefault(type, BigDecimal.ZERO)
                                .compareTo(SURE)
                        < 0)
                .forEach(type -> reasons.add("no_sure_pattern_" + type.wire()));
        return reasons;
    }

    /** What an experiment declared is left alone: it stands on no pattern. */
    private Outcome settle(ClientId client, List<Candidate> candidates, Node.Members versions, Instant now) {
        Map<String, Suggestion> pending = byKey(client, SuggestionStatus.PENDING, now);
        Map<String, Suggestion> rejected = byKey(client, SuggestionStatus.REJECTED, now);
        MonthOfReach month = MonthOfReach.until(ports.results(), client, now);
        int created = 0;
        int refreshed = 0;
        for (Candidate candidate : candidates) {
            Suggestion twin = pending.remove(candidate.dedupeKey());
            if (twin != null) {
                ports.suggestions()
                        .update(twin.refreshed(
                                candidate, versions, month.before(candidate.type(), candidate.campaign()), now));
                refreshed++;
            } else if (!isUnwanted(candidate, rejected.get(candidate.dedupeKey()), now)) {
                Suggestion made = Suggestion.of(
                        ids.next(),
                        client,
                        candidate,
                        versions,
                        month.before(candidate.type(), candidate.campaign()),
                        now);
                ports.suggestions().insert(made);
                ports.suggestions()
                        .append(new Suggestions.Step(
                                ids.next(), client, made.id(), null, SuggestionStatus.PENDING, null, null, now));
                created++;
            }
        }
        pending.values().forEach(gone -> expire(gone, now));
        return new Outcome.Suggested(created, refreshed, pending.size());
    }

    /** The newest of each key. */
    private Map<String, Suggestion> byKey(ClientId client, SuggestionStatus status, Instant now) {
        Map<String, Suggestion> byKey = new HashMap<>();
        ports.suggestions().list(client, Suggestions.Filter.in(status), Integer.MAX_VALUE).stream()
                .filter(each -> !SuggestVariant.isVariant(each))
                .filter(each -> status == SuggestionStatus.PENDING || isRecent(each, now))
                .forEach(each -> byKey.merge(
                        each.dedupeKey(),
                        each,
                        (one, other) -> one.createdAt().isAfter(other.createdAt()) ? one : other));
        return byKey;
    }

    private static boolean isRecent(Suggestion rejected, Instant now) {
        return rejected.reviewedAt() != null
                && rejected.reviewedAt().plus(REMEMBERED).isAfter(now);
    }

    /** What was rejected lately comes again only where one is much surer of it. */
    private static boolean isUnwanted(
            Candidate candidate, @org.jspecify.annotations.Nullable Suggestion rejected, Instant now) {
        return rejected != null
                && isRecent(rejected, now)
                && candidate.confidence().compareTo(rejected.confidence().add(SURER)) < 0;
    }

    private void expire(Suggestion gone, Instant now) {
        ports.suggestions().update(gone.moved(SuggestionStatus.EXPIRED, Suggestion.Decision.byItself(now)));
        ports.suggestions()
                .append(new Suggestions.Step(
                        ids.next(),
                        gone.clientId(),
                        gone.id(),
                        SuggestionStatus.PENDING,
                        SuggestionStatus.EXPIRED,
                        null,
                        gone.isOpen(now) ? "no longer found" : "not decided in time",
                        now));
    }

    /** Ends those that nobody decided in time; says how many. */
    public int expireOverdue(ClientId client) {
        Instant now = clock.now();
        return units.inTenant(TenantScope.worker(client), () -> {
            List<Suggestion> overdue = ports
                    .suggestions()
                    .list(client, Suggestions.Filter.in(SuggestionStatus.PENDING), Integer.MAX_VALUE)
                    .stream()
                    .filter(each -> !each.isOpen(now))
                    .toList();
            overdue.forEach(each -> expire(each, now));
            return overdue.size();
        });
    }

    /** Puts beside each that was applied a month ago what came since; says how many. */
    public int measureApplied(ClientId client) {
        Instant due = clock.now().minus(MeasuredEffect.SPAN);
        return units.inTenant(TenantScope.worker(client), () -> {
            List<Suggestion> applied = ports.suggestions().toMeasure(client, due);
            applied.forEach(each -> ports.suggestions().update(each.measured(effect(each))));
            return applied.size();
        });
    }

    /** What was until it was accepted stands in it; of one that nobody kept it of it is looked up. */
    private Suggestion.Metrics effect(Suggestion applied) {
        Instant at = Objects.requireNonNull(applied.appliedAt());
        MonthOfReach after = MonthOfReach.until(ports.results(), applied.clientId(), at.plus(MeasuredEffect.SPAN));
        Node.Members before = Optional.ofNullable(applied.metrics().current())
                .or(() -> Optional.ofNullable(MonthOfReach.until(ports.results(), applied.clientId(), at)
                        .before(applied.type(), applied.campaignId())
                        .current()))
                .orElseThrow();
        return new Suggestion.Metrics(
                before, MeasuredEffect.of(Reached.read(before), after.of(applied.type(), applied.campaignId())));
    }
}
