package io.agencyos.adapters.in.rest.client;

import io.agencyos.application.client.staff.ClientStanding;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientHealth;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.Suspension;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.resource.DomainHealth;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.ResourceStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Clients as staff of the platform sees them; amounts in cents. Source: api 9.17. */
public final class StaffClientViews {

    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000001");
    private static final Instant WHEN = Instant.parse("2026-01-23T02:15:04.120Z");

    static final ClientView CLIENT = new ClientView(
            ID,
            "Northlight",
            "northlight",
            ID,
            Plan.VELOCITY,
            SubscriptionStatus.ACTIVE,
            250_000,
            "AUD",
            new Health(100, ClientHealth.Level.HEALTHY, new Parts(20, 20, 30, 15, 15)),
            4,
            6,
            new Quota(1_300, 2_250),
            WHEN,
            new ClientSetUpRoutes.Pause(false, null, null, null),
            null,
            "Northlight Pty Ltd",
            "https://northlight.example",
            "hello@northlight.example",
            null,
            ZoneId.of("Australia/Sydney"),
            PermissionMode.CO_PILOT,
            WHEN,
            3);
    static final ClientInFull IN_FULL = new ClientInFull(
            CLIENT,
            List.of(new MemberRoutes.MemberView(ID, "Sam Oduya", "sam@agency.example", Role.OWNER, WHEN, 1)),
            List.of(new Stock(
                    ID,
                    ResourceKind.EMAIL_DOMAIN,
                    "hello-harbour.example",
                    ResourceStatus.ASSIGNED,
                    DomainHealth.GOOD)));

    private StaffClientViews() {}

    /**
     * What the number is the sum of.
     *
     * @param base points that every client has: 20
     * @param campaign points for a campaign that sends: 20 or 0
     * @param recentSends points for having sent of late: 30, 15 or 0
     * @param bounceRate points for e-mails that did not bounce: 15, 0 or -15
     * @param subscription points for the subscription: 15, 0 or -30
     */
    public record Parts(int base, int campaign, int recentSends, int bounceRate, int subscription) {}

    /**
     * How the client fares.
     *
     * @param score how well the client is served, 0 to 100
     * @param level the same in a word: healthy from 70, at risk from 40, critical below
     * @param parts what the number is the sum of
     */
    public record Health(int score, ClientHealth.Level level, Parts parts) {

        static Health of(ClientHealth health) {
            return new Health(
                    health.score(),
                    health.level(),
                    new Parts(
                            health.base(),
                            health.campaign(),
                            health.recency(),
                            health.bounces(),
                            health.subscription()));
        }
    }

    /**
     * Credits that are left, and what a period grants.
     *
     * @param quota credits that the period granted
     */
    public record Quota(int balance, int quota) {}

    /**
     * What shuts the client's people out.
     *
     * @param at when the client was shut out
     * @param reason why the client is shut out, in the words of who did it
     */
    public record Barred(Instant at, String reason, UUID by) {

        static @Nullable Barred of(@Nullable Suspension suspension) {
            return suspension == null
                    ? null
                    : new Barred(
                            suspension.at(),
                            suspension.reason(),
                            suspension.by().value());
        }
    }

    /**
     * A client.
     *
     * @param name what the client is called
     * @param health how well the client is served
     * @param quota credits that are left, and what a period grants
     * @param suspension what shuts the client's people out; null where nothing does
     */
    public record ClientView(
            UUID id,
            String name,
            String slug,
            @Nullable UUID twinId,
            @Nullable Plan plan,
            @Nullable SubscriptionStatus subscriptionStatus,
            long mrrCents,
            String currency,
            Health health,
            int activeCampaigns,
            int membersCount,
            Quota quota,
            @Nullable Instant lastActivityAt,
            ClientSetUpRoutes.Pause outreachPause,
            @Nullable Barred suspension,
            @Nullable String legalName,
            @Nullable String websiteUrl,
            @Nullable String contactEmail,
            @Nullable String contactPhone,
            ZoneId timezone,
            PermissionMode defaultPermissionMode,
            Instant createdAt,
            int version) {

        static ClientView of(ClientStanding standing) {
            Client client = standing.client();
            return new ClientView(
                    client.id().value(),
                    client.name(),
                    client.slug(),
                    standing.twin() == null ? null : standing.twin().value(),
                    standing.subscription() == null
                            ? null
                            : standing.subscription().plan(),
                    standing.subscription() == null
                            ? null
                            : standing.subscription().status(),
                    standing.monthly().cents(),
                    "AUD",
                    Health.of(standing.health()),
                    standing.figures().activeCampaigns(),
                    standing.figures().members(),
                    new Quota(standing.figures().credits(), standing.figures().quota()),
                    standing.lastActivity(),
                    ClientSetUpRoutes.Pause.of(client),
                    Barred.of(client.suspension()),
                    client.legalName(),
                    client.websiteUrl(),
                    client.contactEmail() == null ? null : client.contactEmail().value(),
                    client.contactPhone() == null ? null : client.contactPhone().e164(),
                    client.timezone(),
                    client.defaultPermissionMode(),
                    client.createdAt(),
                    client.version());
        }
    }

    /**
     * A domain, mailbox or number that the client has on loan.
     *
     * @param kind whether a sending domain, a mailbox or a telephone number
     * @param value the domain, address or number itself
     * @param status where the resource is between being bought and being retired; {@code held} is one that rests before
     *     somebody else may have it
     * @param health how mail providers treat the domain; null for what is no domain
     */
    public record Stock(
            UUID id,
            ResourceKind kind,
            String value,
            ResourceStatus status,
            @Nullable DomainHealth health) {}

    /**
     * A client with its people and what it sends from.
     *
     * @param client the client itself
     * @param members the people of the client
     * @param resources what the client sends from
     */
    public record ClientInFull(ClientView client, List<MemberRoutes.MemberView> members, List<Stock> resources) {}
}
