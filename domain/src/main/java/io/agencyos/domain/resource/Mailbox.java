package io.agencyos.domain.resource;

import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox that a client may send from, with the domain whose limit and health it shares. Source: scoring RES-8, data
 * model 5.8.
 *
 * @param vendor the sending vendor's name as configured ({@code vendor_account}), never interpreted here
 * @param vendorRef the mailbox's id at that vendor
 * @param warmupStartedAt when the domain began to warm up, null when it never did
 * @param dailyOverride a lower limit set by a person, null for none
 * @param pausedSince when it stopped sending, where that is known: it was disconnected, or its domain was stopped
 * @param pause what a bad episode of its domain left behind
 * @param reading how warm a service found its domain, null where none warms it up
 */
public record Mailbox(
        ResourceId id,
        ClientId clientId,
        EmailAddress address,
        ResourceId domainId,
        DomainName domain,
        String vendor,
        @Nullable String vendorRef,
        MailboxState state,
        DomainHealth health,
        @Nullable Instant warmupStartedAt,
        boolean authenticated,
        @Nullable Integer dailyOverride,
        @Nullable Instant lastUsedAt,
        @Nullable Instant pausedSince,
        DomainPause pause,
        @Nullable WarmUpReading reading) {

    /** One that sends. */
    public Mailbox(
            ResourceId id,
            ClientId clientId,
            EmailAddress address,
            ResourceId domainId,
            DomainName domain,
            String vendor,
            @Nullable String vendorRef,
            MailboxState state,
            DomainHealth health,
            @Nullable Instant warmupStartedAt,
            boolean authenticated,
            @Nullable Integer dailyOverride,
            @Nullable Instant lastUsedAt) {
        this(
                id,
                clientId,
                address,
                domainId,
                domain,
                vendor,
                vendorRef,
                state,
                health,
                warmupStartedAt,
                authenticated,
                dailyOverride,
                lastUsedAt,
                null,
                DomainPause.NONE,
                null);
    }

    /** Whether its domain is stopped: it is critical, or too much of its last mail came back. */
    public boolean stopped() {
        return health == DomainHealth.CRITICAL || pause.stops();
    }

    /** How it stands for a lead that it wrote to before. Source: outreach 7, sender selection. */
    public SenderBinding.Standing forBound() {
        if (state == MailboxState.REMOVED) {
            return new SenderBinding.Standing.Gone();
        }
        if (MailboxChoice.usable(this)) {
            return new SenderBinding.Standing.Ready();
        }
        return pausedSince == null
                ? new SenderBinding.Standing.Exhausted()
                : new SenderBinding.Standing.Paused(pausedSince);
    }

    /** The same under another limit of a person, or under none. */
    public Mailbox limitedTo(@Nullable Integer override) {
        return copy(domainId, vendorRef, state, override, lastUsedAt, pausedSince);
    }

    /** The same as its vendor tells it now. */
    public Mailbox told(@Nullable String ref, MailboxState next, @Nullable Instant since) {
        return copy(domainId, ref, next, dailyOverride, lastUsedAt, since);
    }

    /** The same after a use. */
    public Mailbox usedAt(Instant at) {
        return copy(domainId, vendorRef, state, dailyOverride, at, pausedSince);
    }

    /** The same under the id by which its domain was known before. */
    public Mailbox ofDomain(ResourceId known) {
        return copy(known, vendorRef, state, dailyOverride, lastUsedAt, pausedSince);
    }

    /** The same with its domain as it was last judged. */
    public Mailbox judged(SendingDomain domain) {
        return withDomain(
                domain.health(),
                domain.warmupStartedAt(),
                authenticated,
                dailyOverride,
                domain.stoppedSince() == null && !authenticated ? pausedSince : domain.stoppedSince(),
                domain.pause(),
                reading);
    }

    /** The same after its domain's records were read; a domain that proves nothing any more stopped at the moment given. */
    public Mailbox proven(boolean holds, Instant at) {
        Instant unproven = pausedSince == null ? at : pausedSince;
        Instant proven = stopped() ? pausedSince : null;
        return withDomain(health, warmupStartedAt, holds, dailyOverride, holds ? proven : unproven, pause, reading);
    }

    /** The same after a service measured its domain, whose days count from then on. */
    public Mailbox measured(@Nullable WarmUpReading found, @Nullable Instant warmingSince) {
        return withDomain(health, warmingSince, authenticated, dailyOverride, pausedSince, pause, found);
    }

    /** The same with all that is its domain's as another mailbox of the domain has it. */
    public Mailbox sharing(Mailbox other) {
        return withDomain(
                other.health,
                other.warmupStartedAt,
                other.authenticated,
                other.dailyOverride,
                other.pausedSince,
                other.pause,
                other.reading);
    }

    private Mailbox withDomain(
            DomainHealth judged,
            @Nullable Instant warmingSince,
            boolean signed,
            @Nullable Integer override,
            @Nullable Instant stoppedSince,
            DomainPause left,
            @Nullable WarmUpReading found) {
        return new Mailbox(
                id,
                clientId,
                address,
                domainId,
                domain,
                vendor,
                vendorRef,
                state,
                judged,
                warmingSince,
                signed,
                override,
                lastUsedAt,
                state == MailboxState.CONNECTED ? stoppedSince : pausedSince,
                left,
                found);
    }

    private Mailbox copy(
            ResourceId ofDomain,
            @Nullable String ref,
            MailboxState next,
            @Nullable Integer override,
            @Nullable Instant used,
            @Nullable Instant since) {
        return new Mailbox(
                id,
                clientId,
                address,
                ofDomain,
                domain,
                vendor,
                ref,
                next,
                health,
                warmupStartedAt,
                authenticated,
                override,
                used,
                since,
                pause,
                reading);
    }
}
