package io.agencyos.domain.resource;

import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.DomainName;
import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.ResourceId;
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
 * @param pausedSince when it stopped sending, where that is known: it was disconnected, or its domain became critical
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
        @Nullable Instant pausedSince) {

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
                null);
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
        return new Mailbox(
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
                override,
                lastUsedAt,
                pausedSince);
    }
}
