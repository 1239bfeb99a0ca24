package io.agencyos.domain.platform.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * When a flow starts by itself. A local time that daylight saving skips fires at the first valid instant; one that comes
 * twice fires once, at the first. Source: flows 1.8.
 *
 * @param misfire how late a start may be and still be made
 */
public record FlowSchedule(Cron cron, ZoneId zone, Duration misfire) {

    /**
     * One start.
     *
     * @param local what the clock on the wall shows at that instant; where an hour comes twice, the first of the two
     */
    public record Fire(LocalDateTime local, Instant at) {

        public RunKey key() {
            return RunKey.cron(local);
        }
    }

    /**
     * What a node that looks at its schedule finds to do.
     *
     * @param tooLate the start is recorded as skipped
     */
    public record Due(Fire fire, boolean tooLate) {}

    /** The first start after this instant. */
    public Optional<Fire> nextAfter(Instant after) {
        Optional<LocalDateTime> next = cron.nextAfter(LocalDateTime.ofInstant(after, zone));
        while (next.isPresent()) {
            Fire fire = fire(next.get());
            if (fire.at().isAfter(after)) {
                return Optional.of(fire);
            }
            next = cron.nextAfter(next.get());
        }
        return Optional.empty();
    }

    private Fire fire(LocalDateTime wanted) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(wanted);
        if (transition != null && transition.isGap()) {
            return new Fire(transition.getDateTimeAfter(), transition.getInstant());
        }
        return new Fire(wanted, wanted.atZone(zone).withEarlierOffsetAtOverlap().toInstant());
    }

    /**
     * The newest start after {@code since} and until {@code now}. Older ones of the same gap are passed over: one run makes
     * up for all of them.
     */
    public Optional<Due> due(Instant since, Instant now) {
        Optional<Fire> newest = Optional.empty();
        for (Optional<Fire> fire = nextAfter(since);
                isDue(fire, now);
                fire = nextAfter(fire.get().at())) {
            newest = fire;
        }
        return newest.map(fire -> new Due(fire, Duration.between(fire.at(), now).compareTo(misfire) > 0));
    }

    /** Whether it was to start twice after this instant and until {@code now}. */
    public boolean startedTwiceSince(Instant since, Instant now) {
        Optional<Fire> second = nextAfter(since).flatMap(first -> nextAfter(first.at()));
        return isDue(second, now);
    }

    private static boolean isDue(Optional<Fire> fire, Instant now) {
        return fire.isPresent() && !fire.get().at().isAfter(now);
    }
}
