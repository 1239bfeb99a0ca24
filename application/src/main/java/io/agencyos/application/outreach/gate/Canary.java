package io.agencyos.application.outreach.gate;

import io.agencyos.application.campaign.store.VersionTrial;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.outreach.gate.GateReason;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * New steps of a campaign that runs already are tried on a few leads before the rest follows a day later; a campaign that
 * its guardrails paused by then follows with nobody. Source: outreach 19.10.
 */
public final class Canary {

    public static final String REASON = GateReason.RATE_LIMIT_CAMPAIGN.wire();

    private static final int LEADS = 20;
    private static final Duration TRIAL = Duration.ofHours(24);

    private final Map<CampaignId, VersionTrial> trials;
    private final Map<CampaignId, Integer> taken = new HashMap<>();
    private final Instant now;

    private Canary(Map<CampaignId, VersionTrial> trials, Instant now) {
        this.trials = trials;
        this.now = now;
    }

    /** Reads something only where a start of a campaign is due whose steps were changed. */
    public static Canary of(Engine engine, Setting setting, ClientId client, Collection<Enrolment> due) {
        List<CampaignId> changed = due.stream()
                .filter(StartRoom::isStart)
                .map(Enrolment::campaignId)
                .distinct()
                .filter(id -> setting.campaign(id)
                                .map(campaign -> campaign.sequence().version())
                                .orElse(1)
                        > 1)
                .toList();
        return new Canary(
                changed.isEmpty() ? Map.of() : engine.stores().enrolments().trials(client, changed), setting.now());
    }

    /** Whether one more may be started; asked once per candidate. */
    public boolean take(Enrolment start) {
        if (closedFor(start)) {
            return false;
        }
        taken.merge(start.campaignId(), 1, Integer::sum);
        return true;
    }

    /** Whether as many are being tried as may be. */
    public boolean closedFor(Enrolment start) {
        return running(start)
                .filter(trial -> trial.begun() + taken.getOrDefault(start.campaignId(), 0) >= LEADS)
                .isPresent();
    }

    /** When the rest follows. */
    public Instant until(Enrolment start) {
        return running(start).map(VersionTrial::firstAt).orElse(now).plus(TRIAL);
    }

    private Optional<VersionTrial> running(Enrolment start) {
        return Optional.ofNullable(trials.get(start.campaignId()))
                .filter(trial ->
                        trial.firstAt() == null || now.isBefore(trial.firstAt().plus(TRIAL)));
    }
}
