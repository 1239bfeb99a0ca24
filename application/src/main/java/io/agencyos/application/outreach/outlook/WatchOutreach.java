package io.agencyos.application.outreach.outlook;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jmolecules.architecture.hexagonal.PrimaryPort;

/**
 * Tells staff of what the product must never do: lose a step between enrolled, sent, refused, failed and pending, or put a
 * lead off for ever. An alert closes when its cause is gone. Source: outreach 3.4.
 */
@PrimaryPort
public final class WatchOutreach {

    static final String BROKEN = "conservation_broken";
    static final String STUCK = "touch_stuck";

    private static final int TIMES = 20;
    private static final Duration TOO_LONG = Duration.ofDays(10);
    private static final int MOST = 500;

    private final Irregularities irregularities;
    private final Alerts alerts;
    private final UnitOfWork units;
    private final ClockPort clock;

    public WatchOutreach(Irregularities irregularities, Alerts alerts, UnitOfWork units, ClockPort clock) {
        this.irregularities = irregularities;
        this.alerts = alerts;
        this.units = units;
        this.clock = clock;
    }

    private record Seen(List<Alert> broken, List<Irregularities.Stuck> stuck) {}

    /** How many alerts stand open for the client now. */
    public int look(ClientId client) {
        Instant now = clock.now();
        Seen seen = units.inTenant(
                TenantScope.worker(client),
                () -> new Seen(
                        broken(client, now),
                        irregularities.stuck(client, new Irregularities.Patience(TIMES, now.minus(TOO_LONG)), MOST)));
        List<Alert> stuck = stuck(client, seen.stuck(), now);
        units.onPlatform(() -> {
            settle(client, BROKEN, seen.broken(), now);
            settle(client, STUCK, stuck, now);
        });
        return seen.broken().size() + stuck.size();
    }

    private void settle(ClientId client, String source, List<Alert> open, Instant now) {
        open.forEach(alerts::raise);
        alerts.resolveOthersOf(
                client, source, open.stream().map(Alert::fingerprint).toList(), now);
    }

    private List<Alert> broken(ClientId client, Instant now) {
        List<Alert> broken = new ArrayList<>();
        irregularities.sums(client).forEach((campaign, sum) -> {
            if (!sum.closes()) {
                broken.add(Alert.of(
                        BROKEN + ":" + campaign,
                        Alert.Severity.CRITICAL,
                        BROKEN,
                        client,
                        "The steps of a campaign do not add up: some are in no place, or in two.",
                        Map.of(
                                "campaign_id", campaign.text(),
                                "enrolled", String.valueOf(sum.enrolled()),
                                "sent", String.valueOf(sum.sent()),
                                "refused", String.valueOf(sum.refusedInAll()),
                                "failed", String.valueOf(sum.failedInAll()),
                                "pending", String.valueOf(sum.pending())),
                        now));
            }
        });
        return broken;
    }

    /** One for each reason: a hundred leads behind one seat are one cause. */
    private static List<Alert> stuck(ClientId client, List<Irregularities.Stuck> found, Instant now) {
        Map<String, List<Irregularities.Stuck>> byCode = found.stream()
                .collect(Collectors.groupingBy(Irregularities.Stuck::code, TreeMap::new, Collectors.toList()));
        return byCode.entrySet().stream()
                .map(entry -> Alert.of(
                        STUCK + ":" + client + ":" + entry.getKey(),
                        Alert.Severity.WARNING,
                        STUCK,
                        client,
                        "Leads are put off again and again for the same reason.",
                        Map.of(
                                "code", entry.getKey(),
                                "leads", String.valueOf(entry.getValue().size()),
                                "lead_id", entry.getValue().getFirst().lead().text(),
                                "since",
                                        entry.getValue().stream()
                                                .map(Irregularities.Stuck::since)
                                                .min(Comparator.naturalOrder())
                                                .orElse(now)
                                                .toString()),
                        now))
                .toList();
    }
}
