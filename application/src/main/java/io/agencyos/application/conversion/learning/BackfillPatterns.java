package io.agencyos.application.conversion.learning;

import io.agencyos.application.conversion.learning.store.LearningFacts;
import io.agencyos.application.conversion.learning.store.LearningPorts;
import io.agencyos.application.conversion.learning.store.Windows;
import io.agencyos.application.platform.flow.DueClients;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.SystemFlows;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.RunId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The flow {@code pattern_backfill}: every night at four in Sydney, who has outcomes to learn from and nothing valid that was
 * learned is learned from now instead of on Sunday. Source: conversion intelligence 19, flows 2.12.
 */
public final class BackfillPatterns {

    public static final String FLOW = "pattern_backfill";

    private static final long LEAST_TOUCHES = 50;

    private final LearningPorts ports;
    private final LearnPatterns learn;
    private final UnitOfWork units;
    private final ClockPort clock;

    public BackfillPatterns(LearningPorts ports, LearnPatterns learn, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.learn = learn;
        this.units = units;
        this.clock = clock;
    }

    /** @param clients those with a subscription that runs */
    public Flow<?> flow(DueClients clients) {
        return SystemFlows.rounds(
                FLOW,
                Role.ADMIN,
                Set.of(BreakerScope.SUBSCRIPTION),
                "learn",
                clients,
                units,
                (context, client) -> new StepResult.Done(
                        Counts.done(1, 1),
                        Outcome.count(
                                "patterns_created",
                                backfill(client, context.run().order().id()))));
    }

    /** Says how many patterns came of it; none where some are valid or there is too little. */
    int backfill(ClientId client, @Nullable RunId run) {
        boolean lacking = units.inTenant(TenantScope.worker(client), () -> lacks(client, clock.now()));
        return lacking
                        && learn.learn(client, LearnPatterns.CutOff.OF_THE_WEEK, run)
                                instanceof LearnPatterns.Outcome.Learned learned
                ? (int) learned.patterns().values().stream()
                        .filter(LearnPatterns.Published::fresh)
                        .count()
                : 0;
    }

    private boolean lacks(ClientId client, Instant now) {
        Windows.Window year =
                ports.windows(client).window(LearningFacts.Unit.TOUCH, Windows.cutOff(now), Windows.LONGEST);
        return ports.patterns().newest(client).stream().noneMatch(pattern -> pattern.isValid(now))
                && ports.facts()
                                .totals(client, LearningFacts.Unit.TOUCH, year.span())
                                .units()
                        >= LEAST_TOUCHES;
    }
}
