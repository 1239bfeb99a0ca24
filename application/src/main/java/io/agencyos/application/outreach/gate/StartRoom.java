package io.agencyos.application.outreach.gate;

import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.outreach.gate.GateReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many sequences may still begin today. Whoever has no room is not planned, so that nobody approves today what cannot
 * leave for weeks, and is looked at again on the next day on which the campaign works. Source: scoring PACE-3, PACE-4.
 */
public final class StartRoom {

    public static final String REASON = GateReason.RATE_LIMIT_NEW_LEADS.wire();

    private final Engine engine;
    private final Setting setting;
    private @Nullable Integer atFirst;
    private int taken;

    public StartRoom(Engine engine, Setting setting) {
        this.engine = engine;
        this.setting = setting;
    }

    public static boolean isStart(Enrolment enrolment) {
        return Objects.equals(enrolment.nextStep(), 1);
    }

    /** Whether one more may be tried; asked once per candidate. */
    public boolean take(Enrolment start) {
        if (closedFor(start) || taken >= atFirst()) {
            return false;
        }
        taken++;
        return true;
    }

    /** Whether nothing is left for this one today, however the candidates before it end. */
    public boolean closedFor(Enrolment start) {
        return !works(start, today()) || atFirst() <= 0;
    }

    /** The beginning of the next day on which the campaign works. */
    public Instant nextDay(Enrolment start) {
        LocalDate day = today().plusDays(1);
        for (int i = 0; i < 7 && !works(start, day); i++) {
            day = day.plusDays(1);
        }
        return day.atStartOfDay(zone()).toInstant();
    }

    private boolean works(Enrolment start, LocalDate day) {
        Optional<Campaign> campaign = setting.campaign(start.campaignId());
        return campaign.map(found -> found.settings().workHours().days())
                .map(days -> days.contains(day.getDayOfWeek()))
                .orElse(true);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(setting.now(), zone());
    }

    private ZoneId zone() {
        return setting.zone();
    }

    private int atFirst() {
        if (atFirst == null) {
            atFirst = Capacity.of(engine, setting, List.of(), List.of()).startsLeft()
                    - engine.stores().touches().waitingStarts(setting.id());
        }
        return atFirst;
    }
}
