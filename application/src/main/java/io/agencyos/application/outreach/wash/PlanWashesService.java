package io.agencyos.application.outreach.wash;

import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.outreach.PhoneWash;
import io.agencyos.domain.outreach.Wash;
import io.agencyos.domain.platform.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One platform unit. A day without an answer is a try that failed, for a person carries the file once a day. */
final class PlanWashesService implements PlanWashes {

    private static final String KIND = "dncr_washes_due";
    private static final Duration AHEAD = Duration.ofDays(10);
    private static final Set<Integer> QUARTERS = Set.of(1, 4, 7, 10);

    private final WashPorts ports;
    private final UnitOfWork units;

    PlanWashesService(WashPorts ports, UnitOfWork units) {
        this.ports = ports;
        this.units = units;
    }

    @Override
    public Round plan() {
        return units.onPlatform(() -> plan(ports.clock().now()));
    }

    private Round plan(Instant now) {
        LocalDate today = WashDays.of(now);
        boolean full = today.getDayOfMonth() == 1 && QUARTERS.contains(today.getMonthValue());
        List<Wash> lost = ports.washes().lostSince(now.minus(Wash.GIVEN_UP_AFTER));
        for (Wash wash : lost) {
            List<PhoneWash> free = ports.washes().carriedBy(wash.id()).stream()
                    .map(PhoneWash::unanswered)
                    .toList();
            ports.washes().settle(wash.failed(), free);
        }
        int missed = ports.washes().missed(now);
        int needed = ports.washes().needSoon(today, now.plus(AHEAD));
        if (full) {
            needed += ports.washes().needAll(now.plus(AHEAD));
        }
        PhoneWashes.Waiting waiting = ports.washes().waiting(today, now);
        tell(waiting, lost.size(), now);
        return new Round(full, needed, missed, lost.size(), waiting);
    }

    private void tell(PhoneWashes.Waiting waiting, int lost, Instant now) {
        boolean waits = waiting.due() > 0 || lost > 0;
        if (waits) {
            ports.alerts()
                    .raise(Alert.of(
                            KIND,
                            waiting.overdue() > 0 ? Alert.Severity.CRITICAL : Alert.Severity.WARNING,
                            KIND,
                            null,
                            "Numbers wait to be washed against the Do Not Call Register; calls and texts wait with"
                                    + " them.",
                            Map.of(
                                    "due", String.valueOf(waiting.due()),
                                    "overdue", String.valueOf(waiting.overdue()),
                                    "out", String.valueOf(waiting.out()),
                                    "lost", String.valueOf(lost)),
                            now));
        }
        ports.alerts().resolveOthers(KIND, waits ? List.of(KIND) : List.of(), now);
    }
}
