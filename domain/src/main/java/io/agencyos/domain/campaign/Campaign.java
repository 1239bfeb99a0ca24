package io.agencyos.domain.campaign;

import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * A client's campaign: whom it targets, how it may write and when. Source: outreach 1.1, data model 5.4.
 *
 * @param settings what a person may change
 * @param priorityPct share of the client's leads among its active campaigns, 1–100
 * @param ownSenders whether it has chosen senders, as {@link CampaignSender} says
 * @param version of the row, for optimistic locking
 */
@AggregateRoot
public record Campaign(
        @Identity CampaignId id,
        ClientId clientId,
        CampaignOrigin origin,
        CampaignSettings settings,
        int priorityPct,
        SequenceUse sequence,
        CampaignLife life,
        boolean ownSenders,
        int version) {

    private static final int ALL_LEADS = 100;

    /** A new draft; {@code settings} have passed {@link CampaignRules}. */
    public static Campaign draft(
            CampaignId id, ClientId clientId, CampaignOrigin origin, CampaignSettings settings, Instant now) {
        return draft(id, clientId, origin, settings, true, now);
    }

    /** A draft with this one's settings under another name, and nothing of its past. */
    public Campaign copied(CampaignId id, String name, Instant now) {
        return draft(id, clientId, origin, settings.renamed(name), sequence.isDefault(), now);
    }

    private static Campaign draft(
            CampaignId id,
            ClientId clientId,
            CampaignOrigin origin,
            CampaignSettings settings,
            boolean usesDefaultSequence,
            Instant now) {
        SequenceUse first = new SequenceUse(1, usesDefaultSequence, origin == CampaignOrigin.AI_SUGGESTED);
        return new Campaign(id, clientId, origin, settings, ALL_LEADS, first, CampaignLife.begun(now), false, 0);
    }

    /** The same, with senders that it chose or without. */
    public Campaign choosing(boolean own) {
        return new Campaign(id, clientId, origin, settings, priorityPct, sequence, life, own, version);
    }

    public String name() {
        return settings.name();
    }

    /** How far it may go without asking; null inherits the client's. */
    public @Nullable PermissionMode permissionMode() {
        return settings.permissionMode();
    }

    public CampaignTarget target() {
        return settings.target();
    }

    public ChannelMix channelMix() {
        return settings.channelMix();
    }

    public ChannelFloors floors() {
        return settings.floors();
    }

    public TouchPace pace() {
        return settings.pace();
    }

    public ZoneId timezone() {
        return settings.timezone();
    }

    public CampaignStatus status() {
        return life.status();
    }

    /** Why it is paused; null where it is not. */
    public @Nullable CampaignPause pause() {
        return life.pause();
    }

    public Instant createdAt() {
        return life.createdAt();
    }

    public boolean isDeleted() {
        return life.deletedAt() != null;
    }

    /** Whether it runs past its last day, which is included, on its own clock. */
    public boolean isOver(Instant now) {
        return status() == CampaignStatus.ACTIVE
                && settings.endDate() != null
                && LocalDate.ofInstant(now, timezone()).isAfter(settings.endDate());
    }

    /** Whether it was completed by then; nothing of it ever begins again. */
    public boolean completedBy(Instant then) {
        Instant completed = life.completedAt();
        return status() == CampaignStatus.COMPLETED && completed != null && !completed.isAfter(then);
    }

    public Campaign with(CampaignSettings changed, Instant now) {
        return new Campaign(
                id, clientId, origin, changed, priorityPct, sequence, life.changed(now), ownSenders, version);
    }

    /** With its next version of steps. */
    public Campaign sequenced(int newest, boolean isDefault, Instant now) {
        SequenceUse next = sequence.edited(newest, isDefault);
        return new Campaign(id, clientId, origin, settings, priorityPct, next, life.changed(now), ownSenders, version);
    }

    /** Running, with its share of the leads; whatever paused it is forgotten. */
    public Campaign activated(int share, Instant now) {
        return new Campaign(id, clientId, origin, settings, share, sequence, life.activated(now), ownSenders, version);
    }

    public Campaign paused(CampaignPause why, Instant now) {
        return living(life.paused(why, now));
    }

    public Campaign completed(Instant now) {
        return living(life.completed(now));
    }

    public Campaign deleted(Instant now) {
        return living(life.deleted(now));
    }

    /** The same row as it is stored under another version, with its share of the leads as it is by then. */
    public Campaign stored(int share, int rowVersion) {
        return new Campaign(id, clientId, origin, settings, share, sequence, life, ownSenders, rowVersion);
    }

    private Campaign living(CampaignLife next) {
        return new Campaign(id, clientId, origin, settings, priorityPct, sequence, next, ownSenders, version);
    }
}
