package io.agencyos.domain.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A changed copy of a campaign in the making; outside, campaigns change through the methods of {@link Campaign}. */
final class CampaignDraft {

    private final Campaign of;
    private CampaignSettings settings;
    private CampaignStatus status;
    private int priorityPct;
    private boolean usesDefaultSequence;
    private int sequenceVersion;
    private @Nullable CampaignPause pause;
    private @Nullable Instant activatedAt;
    private @Nullable Instant completedAt;
    private @Nullable Instant deletedAt;

    CampaignDraft(Campaign of) {
        this.of = of;
        this.settings = of.settings();
        this.status = of.status();
        this.priorityPct = of.priorityPct();
        this.usesDefaultSequence = of.usesDefaultSequence();
        this.sequenceVersion = of.sequenceVersion();
        this.pause = of.pause();
        this.activatedAt = of.activatedAt();
        this.completedAt = of.completedAt();
        this.deletedAt = of.deletedAt();
    }

    CampaignDraft settings(CampaignSettings next) {
        this.settings = next;
        return this;
    }

    /** A pause belongs to the state paused; it goes when the state does. */
    CampaignDraft status(CampaignStatus next, @Nullable CampaignPause itsPause) {
        this.status = next;
        this.pause = itsPause;
        return this;
    }

    CampaignDraft priority(int pct) {
        this.priorityPct = pct;
        return this;
    }

    CampaignDraft sequence(int version, boolean isDefault) {
        this.sequenceVersion = version;
        this.usesDefaultSequence = isDefault;
        return this;
    }

    CampaignDraft activated(Instant at) {
        this.activatedAt = at;
        return this;
    }

    CampaignDraft completed(Instant at) {
        this.completedAt = at;
        return this;
    }

    CampaignDraft deleted(Instant at) {
        this.deletedAt = at;
        return this;
    }

    Campaign at(Instant now) {
        return new Campaign(
                of.id(),
                of.clientId(),
                settings.name(),
                settings.description(),
                of.origin(),
                status,
                settings.permissionMode(),
                settings.target(),
                settings.channelMix(),
                settings.floors(),
                priorityPct,
                settings.touchGapDays(),
                settings.channelCooldownDays(),
                settings.dailyLimit(),
                settings.timezone(),
                settings.workStart(),
                settings.workEnd(),
                settings.workDays(),
                settings.startDate(),
                settings.endDate(),
                usesDefaultSequence,
                sequenceVersion,
                of.adaptiveRules(),
                pause,
                activatedAt,
                completedAt,
                of.createdAt(),
                now,
                deletedAt,
                of.version());
    }
}
