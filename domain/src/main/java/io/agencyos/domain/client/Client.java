package io.agencyos.domain.client;

import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.time.ZoneId;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * An agency's client, the tenant of everything below it. Every live client has a twin in test mode whose vendors are
 * the sandbox. Source: data model 5.1, api 4.1.
 *
 * @param pause the emergency stop in force, or null
 * @param twinOf the live client that this test client belongs to, null for a live one
 * @param suspension what shuts its people out, or null
 * @param profile what it says of its own business
 * @param gated its settings hold something that the gates look at: the test mode is on, or there are quiet days; never written from here
 */
@AggregateRoot
public record Client(
        @Identity ClientId id,
        String name,
        String slug,
        @Nullable String legalName,
        @Nullable EmailAddress contactEmail,
        @Nullable PhoneNumber contactPhone,
        @Nullable String websiteUrl,
        ZoneId timezone,
        Country country,
        PermissionMode defaultPermissionMode,
        @Nullable Pause pause,
        ClientMode mode,
        @Nullable ClientId twinOf,
        Instant createdAt,
        @Nullable Instant deletedAt,
        @Nullable Suspension suspension,
        boolean gated,
        ClientProfile profile,
        int version) {

    /** One that is not suspended, and whose settings keep nothing from leaving. */
    public Client(
            ClientId id,
            String name,
            String slug,
            @Nullable String legalName,
            @Nullable EmailAddress contactEmail,
            @Nullable PhoneNumber contactPhone,
            @Nullable String websiteUrl,
            ZoneId timezone,
            Country country,
            PermissionMode defaultPermissionMode,
            @Nullable Pause pause,
            ClientMode mode,
            @Nullable ClientId twinOf,
            Instant createdAt,
            @Nullable Instant deletedAt,
            int version) {
        this(
                id,
                name,
                slug,
                legalName,
                contactEmail,
                contactPhone,
                websiteUrl,
                timezone,
                country,
                defaultPermissionMode,
                pause,
                mode,
                twinOf,
                createdAt,
                deletedAt,
                null,
                false,
                ClientProfile.NONE,
                version);
    }

    /**
     * The emergency stop of a client. Source: outreach 1.5.
     *
     * @param hangUp calls that go on are ended too, instead of coming to their own end
     */
    public record Pause(Instant at, String reason, @Nullable UserId by, boolean hangUp) {

        /** One that lets calls come to their own end. */
        public Pause(Instant at, String reason, @Nullable UserId by) {
            this(at, reason, by, false);
        }

        /** The same stop, ending calls as well. */
        public Pause hangingUp() {
            return new Pause(at, reason, by, true);
        }
    }

    public boolean paused() {
        return pause != null;
    }

    /** What an admin may change. */
    public ClientDetails details() {
        return new ClientDetails(
                name,
                slug,
                legalName,
                contactEmail,
                contactPhone,
                websiteUrl,
                timezone,
                defaultPermissionMode,
                profile);
    }

    /** The same with these details, which have no problems. */
    public Client with(ClientDetails details) {
        return changed(details, pause, suspension, version);
    }

    /** The same under another slug. */
    public Client renamed(String other) {
        return with(new ClientDetails(
                name,
                other,
                legalName,
                contactEmail,
                contactPhone,
                websiteUrl,
                timezone,
                defaultPermissionMode,
                profile));
    }

    /** The same under this stop, or under none. */
    public Client pausedBy(@Nullable Pause stop) {
        return changed(details(), stop, suspension, version);
    }

    /** The same under this suspension, or under none. */
    public Client suspendedBy(@Nullable Suspension by) {
        return changed(details(), pause, by, version);
    }

    /** The same with settings that the gates look at, or without. */
    public Client gated(boolean on) {
        return on == gated
                ? this
                : new Client(
                        id,
                        name,
                        slug,
                        legalName,
                        contactEmail,
                        contactPhone,
                        websiteUrl,
                        timezone,
                        country,
                        defaultPermissionMode,
                        pause,
                        mode,
                        twinOf,
                        createdAt,
                        deletedAt,
                        suspension,
                        on,
                        profile,
                        version);
    }

    /** The same as it is stored after a change. */
    public Client atVersion(int now) {
        return changed(details(), pause, suspension, now);
    }

    private Client changed(ClientDetails details, @Nullable Pause stop, @Nullable Suspension barred, int at) {
        return new Client(
                id,
                details.name(),
                details.slug(),
                details.legalName(),
                details.contactEmail(),
                details.contactPhone(),
                details.websiteUrl(),
                details.timezone(),
                country,
                details.defaultPermissionMode(),
                stop,
                mode,
                twinOf,
                createdAt,
                deletedAt,
                barred,
                gated,
                details.profile(),
                at);
    }
}
