package io.agencyos.application.platform.flow;

import io.agencyos.application.platform.flow.run.Block;
import io.agencyos.application.platform.flow.store.FlowClients.Standing;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.platform.flow.Breaker;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What stops a client's work without anybody opening a breaker, in the words of flows 1.7. */
final class ClientStops {

    private static final ZoneId ZONE = ZoneId.of("Australia/Sydney");

    private record Rule(BreakerScope scope, Function<Standing, Optional<Block>> look) {}

    private static final List<Rule> RULES = List.of(
            new Rule(BreakerScope.SUBSCRIPTION, ClientStops::subscription),
            new Rule(BreakerScope.CLIENT_PAUSE, ClientStops::pause),
            new Rule(BreakerScope.CREDITS, ClientStops::credits));

    private ClientStops() {}

    static Optional<Block> first(Standing standing, Set<BreakerScope> scopes) {
        return RULES.stream()
                .filter(rule -> scopes.contains(rule.scope()))
                .flatMap(rule -> rule.look().apply(standing).stream())
                .findFirst();
    }

    /**
     * All that stops the client's work now, as breakers that open and close with how it stands: nobody has to open them, and
     * no probe goes through.
     */
    static List<Breaker> breakers(ClientId client, Standing standing) {
        Instant since = standing.pause() == null ? null : standing.pause().at();
        return RULES.stream()
                .flatMap(rule -> rule.look().apply(standing).stream()
                        .map(block -> Breaker.closed(client, rule.scope(), "")
                                .standing(
                                        block.message(),
                                        rule.scope() == BreakerScope.CLIENT_PAUSE ? since : null,
                                        block.until())))
                .toList();
    }

    private static Optional<Block> subscription(Standing standing) {
        boolean works = standing.subscription() == SubscriptionStatus.ACTIVE
                || standing.subscription() == SubscriptionStatus.TRIALING;
        return works
                ? Optional.empty()
                : Optional.of(new Block(
                        BreakerScope.SUBSCRIPTION,
                        "Subscription " + standing.subscription().wire() + ". Outreach is paused.",
                        null));
    }

    private static Optional<Block> pause(Standing standing) {
        return Optional.ofNullable(standing.pause())
                .map(pause -> new Block(
                        BreakerScope.CLIENT_PAUSE,
                        "All outreach paused" + (pause.who() == null ? "" : " by " + pause.who()) + ": "
                                + pause.reason(),
                        null));
    }

    private static Optional<Block> credits(Standing standing) {
        if (standing.credits() > 0) {
            return Optional.empty();
        }
        Instant reset = standing.nextReset();
        String until = reset == null
                ? ""
                : " until " + ZonedDateTime.ofInstant(reset, ZONE).toLocalDate();
        return Optional.of(new Block(
                BreakerScope.CREDITS,
                "No credits left" + until + ". New leads are paused; running sequences continue.",
                reset));
    }
}
