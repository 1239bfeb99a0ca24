package io.agencyos.application.conversion.learning;

import io.agencyos.application.client.Clients;
import io.agencyos.application.conversion.learning.store.LearnedPattern;
import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.conversion.learning.store.PatternSchema;
import io.agencyos.application.conversion.learning.store.PlatformFindings;
import io.agencyos.application.conversion.learning.store.Windows;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.conversion.Horizons;
import io.agencyos.domain.conversion.PatternStatus;
import io.agencyos.domain.conversion.PatternType;
import io.agencyos.domain.conversion.detect.Detected;
import io.agencyos.domain.conversion.detect.Objections;
import io.agencyos.domain.conversion.detect.Priors;
import io.agencyos.domain.conversion.detect.Sales;
import io.agencyos.domain.conversion.experiment.Standing;
import io.agencyos.domain.conversion.kernel.BadCell;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.conversion.platform.PlatformLearning;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class LearnPatternsService implements LearnPatterns {

    /** How long a meeting that was called off may be booked anew. */
    private static final Duration REBOOKING = Duration.ofDays(14);

    /** The one member of a document that differs between two runs over the same data. */
    static final String COMPUTED = "computed_at";

    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    static final long LEAST_CONVERSIONS = 20;

    /** What patterns are learned by, in one text. */
    private static String settings(Horizons horizons) {
        return "fdr=0.10;horizon=%d;attribution=%d;priors=benchmark;schema=%s"
                .formatted(horizons.horizonDays(), horizons.attributionDays(), PatternSchema.CURRENT.text());
    }

    private final LearningPorts ports;
    private final LearnWeights weights;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    LearnPatternsService(LearningPorts ports, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.weights = new LearnWeights(ports, ids);
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    /** Until when is learned, over which windows, and when that was. */
    private record Run(
            ClientId client,
            Windows windows,
            Instant cutOff,
            Instant now,
            @Nullable RunId by) {

        String settings() {
            return LearnPatternsService.settings(windows.horizons());
        }
    }

    @Override
    public Outcome learn(ClientId client, CutOff until, @Nullable RunId by) {
        Instant now = clock.now();
        Instant cutOff = switch (until) {
            case OF_THE_WEEK -> Windows.cutOff(now);
            case OF_THE_DAY -> Windows.today(now);
        };
        TenantScope scope = TenantScope.worker(client);
        if (units.inTenant(scope, () -> hasLeft(client))) {
            return new Outcome.Aborted();
        }
        Run run = new Run(client, units.inTenant(scope, () -> ports.windows(client)), cutOff, now, by);
        takeOver(ports, units, client, run.windows(), now);
        long conversions = units.inTenant(scope, () -> matured(run));
        if (conversions < LEAST_CONVERSIONS) {
            return new Outcome.InsufficientData(LEAST_CONVERSIONS, conversions);
        }
        Detectors.Evidence evidence = units.inSnapshot(scope, () -> evidence(run));
        Detectors.Findings findings = Detectors.of(evidence);
        Map<PatternType, Published> published = new EnumMap<>(PatternType.class);
        Map<PatternType, String> left = new EnumMap<>(PatternType.class);
        for (Map.Entry<PatternType, Result<Detected, BadCell>> each :
                findings.byType().entrySet()) {
            switch (each.getValue()) {
                case Result.Ok<Detected, BadCell>(Detected detected)
                when detected.learned() -> {
                    Optional<Published> made = published(scope, run, detected, evidence.now());
                    if (made.isEmpty()) {
                        return new Outcome.Aborted();
                    }
                    published.put(each.getKey(), made.get());
                }
                case Result.Ok<Detected, BadCell>(Detected detected) -> left.put(each.getKey(), "insufficient_data");
                case Result.Err<Detected, BadCell> bad -> left.put(each.getKey(), DATA_ERROR);
            }
        }
        Outcome outcome = units.<Outcome>inTenant(
                scope,
                () -> hasLeft(client)
                        ? new Outcome.Aborted()
                        : ended(client, cutOff, now, Map.copyOf(published), Map.copyOf(left)));
        findings.failAsDetectorsDid();
        return outcome;
    }

    /** Weights, which depend on no detector, and word that it is done where anything is new or no longer so. */
    private Outcome ended(
            ClientId client,
            Instant cutOff,
            Instant now,
            Map<PatternType, Published> published,
            Map<PatternType, String> left) {
        LearnWeights.Attempt attempt = weights.learn(client, cutOff, now);
        long fresh = published.values().stream().filter(Published::fresh).count();
        if (fresh > 0 || attempt.retired().isPresent()) {
            Map<String, String> payload =
                    new HashMap<>(Map.of("cut_off", cutOff.toString(), "patterns_created", String.valueOf(fresh)));
            attempt.retired().ifPresent(why -> payload.put("weights_retired", why.wire()));
            ports.events()
                    .append(List.of(new DomainEvent(
                            ids.next(), client, EventName.PATTERNS_LEARNED, client.value(), now, Map.copyOf(payload))));
        }
        return new Outcome.Learned(published, left, attempt.outcome());
    }

    /** Looked at before anything is written: nothing more is learned of a client that was deleted meanwhile. */
    private boolean hasLeft(ClientId client) {
        return ports.clients().find(client).isEmpty();
    }

    private long matured(Run run) {
        return ports.facts()
                .totals(run.client(), LearningFacts.Unit.LEAD, run.windows().yearOfLeads(run.cutOff()))
                .conversions();
    }

    /** In as many units of work of the client as it takes. */
    static LearningFacts.Matured takeOver(LearningPorts ports, UnitOfWork units, ClientId client, Instant now) {
        Windows windows = units.inTenant(TenantScope.worker(client), () -> ports.windows(client));
        return takeOver(ports, units, client, windows, now);
    }

    private static LearningFacts.Matured takeOver(
            LearningPorts ports, UnitOfWork units, ClientId client, Windows windows, Instant now) {
        TenantScope scope = TenantScope.worker(client);
        units.inTenant(scope, () -> ports.facts().retractCancelled(client, now, REBOOKING));
        LearningFacts.Matured all = new LearningFacts.Matured(0, 0, false);
        while (!all.complete()) {
            all = all.then(units.inTenant(
                    scope, () -> ports.facts().mature(client, zone(ports.clients(), client), now, windows.horizons())));
        }
        return all;
    }

    private static ZoneId zone(Clients clients, ClientId client) {
        return clients.find(client)
                .orElseThrow(() -> new IllegalArgumentException("no such client: " + client))
                .timezone();
    }

    private Detectors.Evidence evidence(Run run) {
        ClientId client = run.client();
        Instant cutOff = run.cutOff();
        Samples now = Samples.of(ports.facts(), client, run.windows(), cutOff);
        Samples earlier = Samples.of(ports.facts(), client, run.windows(), cutOff.minus(Windows.REPEAT));
        LearningFacts.Span leads = now.leads().window().span();
        return new Detectors.Evidence(
                now,
                Optional.of(earlier),
                ports.facts().daysToConvert(client, leads),
                Objections.of(ports.facts().objections(client, leads, cutOff)),
                Priors.BENCHMARK.replacedBy(learnedByAll(client)),
                ports.experiments().endedBefore(client, cutOff).stream()
                        .<Node>map(each -> Standing.insight(each, cutOff))
                        .toList(),
                ports.engagement().engagement(client, now.touches().window().span()),
                ports.engagement().conversations(client, now.touches().window().span()),
                sales(client, cutOff),
                sales(client, cutOff.minus(Windows.REPEAT)));
    }

    /** What was learned across clients, that of the client's own industry last, as it says more. */
    private List<PlatformLearning.Published> learnedByAll(ClientId client) {
        Optional<String> industry = ports.industry(client);
        return ports.platform().current().stream()
                .map(PlatformFindings.Finding::published)
                .filter(each -> each.industry() == null || industry.equals(Optional.of(each.industry())))
                .sorted(Comparator.comparing(each -> each.industry() != null))
                .toList();
    }

    private Sales sales(ClientId client, Instant cutOff) {
        return ports.sales().sales(client, Windows.meetings(cutOff), Windows.deals(cutOff), cutOff);
    }

    /** Of two runs at once one publishes, and the other finds what it did; nothing of a client that left. */
    private Optional<Published> published(TenantScope scope, Run run, Detected detected, Samples from) {
        ClientId client = run.client();
        try {
            return units.inTenant(
                    scope, () -> hasLeft(client) ? Optional.empty() : Optional.of(publish(run, detected, from)));
        } catch (UniqueViolation other) {
            return units.inTenant(
                            scope, () -> ports.patterns().find(client, detected.type(), run.cutOff(), run.settings()))
                    .map(same -> Optional.of(new Published(same.version(), false)))
                    .orElseThrow(() -> other);
        }
    }

    private Published publish(Run run, Detected detected, Samples from) {
        ClientId client = run.client();
        Instant cutOff = run.cutOff();
        Instant now = run.now();
        Optional<LearnedPattern> same = ports.patterns().find(client, detected.type(), cutOff, run.settings());
        if (same.isPresent()) {
            return new Published(same.get().version(), false);
        }
        Windows.Window window = counted(detected.type(), from).window();
        Optional<LearnedPattern> before =
                ports.patterns().history(client, detected.type(), 1).stream().findFirst();
        LearnedPattern pattern = ports.patterns()
                .publish(new LearnedPattern(
                                ids.next(),
                                client,
                                detected.type(),
                                1,
                                dated(detected.members(), window.span(), run),
                                detected.units(),
                                detected.conversions(),
                                detected.confidence(),
                                detected.label(),
                                window.span().from(),
                                window.span().until(),
                                cutOff,
                                run.settings(),
                                now,
                                PatternStatus.ACTIVE)
                        .by(run.by()));
        ports.events()
                .append(List.of(new DomainEvent(
                        ids.next(),
                        client,
                        EventName.PATTERN_UPDATED,
                        pattern.id(),
                        now,
                        Map.of(
                                "pattern_type",
                                pattern.type().wire(),
                                "pattern_version",
                                String.valueOf(pattern.version()),
                                "drift",
                                String.valueOf(drifted(pattern, before))))));
        return new Published(pattern.version(), true);
    }

    private static boolean drifted(LearnedPattern pattern, Optional<LearnedPattern> before) {
        return ReportPatternsService.changes(pattern, before).stream()
                .anyMatch(change -> change.kind().isDrift());
    }

    /** With the head that every type has. Source: conversion intelligence 6.2. */
    private static Node.Members dated(Node.Members members, LearningFacts.Span window, Run run) {
        return Node.members()
                .withAll(members)
                .with("cut_off", MOMENT.format(run.cutOff()))
                .with("window_start", Windows.day(window.from()).toString())
                .with("window_end", Windows.day(window.until()).toString())
                .with(COMPUTED, MOMENT.format(run.now()))
                .done();
    }

    private static Samples.Counts counted(PatternType type, Samples from) {
        return switch (type) {
            case WHO, HOW -> from.leads();
            case WHAT, WHEN -> from.touches();
            case FUNNEL -> from.meetings();
        };
    }
}
