package io.agencyos.application.platform.vendor;

import io.agencyos.application.platform.Alerts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.ContractDrift;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * Tells staff of a vendor whose answers are no longer what they were, before it costs something: each process notes what it heard, and one
 * of them judges the hours. Source: the vendors' files, Beyond "drift alarm".
 */
@PrimaryPort
public final class WatchContracts {

    private static final String SOURCE = "contract_drift";

    /** Nobody asks for older hours. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final ContractDrifts drifts;
    private final Alerts alerts;
    private final UnitOfWork units;
    private final ClockPort clock;

    /**
     * What a process heard.
     *
     * @param read answers, and words in them whose list is known
     * @param strange those of them that are not of the contract
     * @param example one of these, null where there is none
     */
    public record Heard(
            String vendor, int read, int strange, @Nullable String example) {}

    public WatchContracts(ContractDrifts drifts, Alerts alerts, UnitOfWork units, ClockPort clock) {
        this.drifts = drifts;
        this.alerts = alerts;
        this.units = units;
        this.clock = clock;
    }

    /** Keeps what a process heard since it noted something last; with nothing heard nobody is asked. */
    public void note(Collection<Heard> heard) {
        if (heard.isEmpty()) {
            return;
        }
        Instant hour = hour();
        List<ContractDrift> said = heard.stream()
                .map(one -> new ContractDrift(one.vendor(), hour, one.read(), one.strange(), one.example()))
                .toList();
        units.onPlatform(() -> {
            drifts.add(said);
            return said;
        });
    }

    /** Of how many vendors this hour or the one before tells that their contract changed. */
    public int look() {
        Instant now = clock.now();
        return units.onPlatform(() -> {
            Map<String, ContractDrift> telling = drifts.since(hour().minus(1, ChronoUnit.HOURS)).stream()
                    .filter(ContractDrift::isTelling)
                    .collect(Collectors.toMap(ContractDrift::vendor, one -> one, (earlier, later) -> later));
            telling.values().forEach(one -> alerts.raise(alert(one, now)));
            alerts.resolveOthers(
                    SOURCE,
                    telling.keySet().stream().map(WatchContracts::fingerprint).toList(),
                    now);
            drifts.forget(now.minus(KEPT));
            return telling.size();
        });
    }

    private Instant hour() {
        return clock.now().truncatedTo(ChronoUnit.HOURS);
    }

    private static String fingerprint(String vendor) {
        return SOURCE + ":" + vendor;
    }

    private static Alert alert(ContractDrift one, Instant now) {
        Map<String, String> detail = new HashMap<>(Map.of(
                "vendor", one.vendor(),
                "hour", one.hour().toString(),
                "read", Integer.toString(one.read()),
                "strange", Integer.toString(one.strange()),
                "remedy",
                        "compare the vendor's documentation with its guide; what is not understood counts as"
                                + " the safer case"));
        detail.put("example", Objects.requireNonNullElse(one.example(), ""));
        return Alert.of(
                fingerprint(one.vendor()),
                Alert.Severity.WARNING,
                SOURCE,
                null,
                "The contract of " + one.vendor() + " has changed.",
                detail,
                now);
    }
}
