package io.agencyos.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.client.Clients;
import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.deal.store.Meetings;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.outreach.store.Approvals;
import io.agencyos.application.platform.webhook.WebhookEndpoints;
import io.agencyos.application.resource.seat.Seats;
import io.agencyos.application.shared.Stamps.Kind;
import io.agencyos.domain.campaign.CampaignSender;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpTarget;
import io.agencyos.domain.client.OnboardingStatus;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.client.PersonaDetails;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.conversation.Reply;
import io.agencyos.domain.deal.BookedBy;
import io.agencyos.domain.deal.BookingMethod;
import io.agencyos.domain.deal.Meeting;
import io.agencyos.domain.deal.MeetingOutcome;
import io.agencyos.domain.deal.MeetingType;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.outreach.ApprovalItem;
import io.agencyos.domain.platform.webhook.WebhookEndpoint;
import io.agencyos.domain.platform.webhook.WebhookSecret;
import io.agencyos.domain.platform.webhook.WebhookUrl;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.id.ApprovalId;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.IcpId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.MeetingId;
import io.agencyos.domain.shared.id.MessageId;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.ReplyId;
import io.agencyos.domain.shared.id.ResourceId;
import io.agencyos.domain.shared.id.SeatId;
import io.agencyos.domain.shared.id.SuppressionId;
import io.agencyos.domain.shared.id.TaskId;
import io.agencyos.domain.shared.id.ThreadId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.WebhookEndpointId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store remembers of writes: the moment of the product's clock, the first and the last. Source: api 1.4, 8. */
public abstract class StampsContract {

    private static final Instant MADE = Instant.parse("2026-03-02T01:00:00.123456Z");
    private static final Instant CHANGED = Instant.parse("2026-03-05T22:30:00.654321Z");
    private static final PersonaDetails SAM = new PersonaDetails("Sam", "Oduya", null, null, null, null, null, null);

    private final AtomicReference<Instant> now = new AtomicReference<>(MADE);

    /** What the units' clock is to be. */
    protected final ClockPort clock = now::get;

    /** The stores that the rows are written by. */
    public record Rows(
            Clients clients,
            Campaigns campaigns,
            Replies replies,
            Meetings meetings,
            Suppressions suppressions,
            Seats seats,
            Approvals approvals,
            TaskBoard tasks,
            WebhookEndpoints endpoints) {}

    protected abstract Stamps stamps();

    /** Units that stand on {@link #clock}. */
    protected abstract UnitOfWork units();

    protected abstract Rows rows();

    /** A client with a lead, a campaign, a message in a thread, a touch and a seat, each known by the client's own id. */
    protected abstract ClientId client();

    @Test // api 8: created_at and updated_at are implied
    void a_row_says_when_it_was_written_and_a_change_moves_that_but_no_reading() {
        ClientId client = client();
        for (Kind kind : Kind.values()) {
            now.set(MADE);
            UUID id = made(kind, client);
            ClientId owner = owner(kind, client, id);
            assertThat(stamp(owner, kind, id)).as("%s, made", kind).isEqualTo(new Stamp(MADE, MADE));

            now.set(CHANGED.minusSeconds(60));
            assertThat(stamp(owner, kind, id)).as("%s, read later", kind).isEqualTo(new Stamp(MADE, MADE));
            now.set(CHANGED);
            in(owner, () -> change(kind, owner, id));

            assertThat(stamp(owner, kind, id)).as("%s, changed", kind).isEqualTo(new Stamp(MADE, CHANGED));
        }
    }

    @Test // data model 2
    void nobody_learns_of_another_clients_rows() {
        ClientId client = client();
        ClientId other = client();
        for (Kind kind : Kind.values()) {
            UUID id = made(kind, client);
            ClientId owner = owner(kind, client, id);

            assertThat(told(other, other, kind, id))
                    .as("%s, of the asker", kind)
                    .isEmpty();
            assertThat(told(other, owner, kind, id))
                    .as("%s, of its owner", kind)
                    .isEmpty();
            assertThat(told(owner, owner, kind, UUID.randomUUID()))
                    .as("%s that never was", kind)
                    .isEmpty();
        }
    }

    private static ClientId owner(Kind kind, ClientId client, UUID id) {
        return kind == Kind.CLIENT ? new ClientId(id) : client;
    }

    @Test // a write that is taken back was none
    void what_is_rolled_back_leaves_the_stamp_as_it_was() {
        ClientId client = client();
        UUID id = made(Kind.PERSONA, client);
        now.set(CHANGED);

        try {
            in(client, () -> {
                change(Kind.PERSONA, client, id);
                throw new IllegalStateException("taken back");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("taken back");
        }

        assertThat(stamp(client, Kind.PERSONA, id)).isEqualTo(new Stamp(MADE, MADE));
    }

    @Test // api 8 Client: plan, subscription_status, onboarding_status, deletion_scheduled_at
    void whatever_a_client_shows_moves_its_stamp_wherever_it_is_kept() {
        ClientId id = new ClientId(made(Kind.CLIENT, client()));
        List<Runnable> changes = List.of(
                () -> rows().clients().onboarded(id, OnboardingStatus.REVIEW),
                () -> rows().clients()
                        .updateSubscription(rows().clients()
                                .subscription(id)
                                .orElseThrow()
                                .on(Plan.VELOCITY)
                                .as(SubscriptionStatus.ACTIVE)),
                () -> rows().clients().leave(id, CHANGED.plus(Duration.ofDays(30))));

        for (Runnable change : changes) {
            now.updateAndGet(before -> before.plusSeconds(1));
            units().onPlatform(change);
            assertThat(stamp(id, Kind.CLIENT, id.value())).isEqualTo(new Stamp(MADE, now.get()));
        }
    }

    private @Nullable Stamp stamp(ClientId client, Kind kind, UUID id) {
        return told(client, client, kind, id).get(id);
    }

    private Map<UUID, Stamp> told(ClientId unit, ClientId asked, Kind kind, UUID id) {
        return units().reading(TenantScope.worker(unit), () -> stamps().of(kind, Map.of(id, asked)));
    }

    private void in(ClientId client, Runnable work) {
        units().inTenant(TenantScope.worker(client), work);
    }

    private UUID made(Kind kind, ClientId client) {
        UUID id = UUID.randomUUID();
        if (kind == Kind.CLIENT) {
            units().onPlatform(() -> open(new ClientId(id)));
        } else {
            in(client, () -> make(kind, client, id));
        }
        return id;
    }

    private void open(ClientId id) {
        Client client = new Client(
                id,
                "Northlight",
                "northlight-" + id.text(),
                null,
                null,
                null,
                null,
                ZoneId.of("Australia/Sydney"),
                Country.AUSTRALIA,
                PermissionMode.CO_PILOT,
                null,
                ClientMode.LIVE,
                null,
                MADE,
                null,
                0);
        rows().clients().insert(client, ClientSettings.defaults(id), Subscription.trial(id, LocalDate.of(2026, 3, 2)));
    }

    private void make(Kind kind, ClientId client, UUID id) {
        LeadId lead = new LeadId(client.value());
        CampaignId campaign = new CampaignId(client.value());
        switch (kind) {
            case CLIENT -> throw new IllegalStateException("is opened by the platform");
            case PERSONA ->
                rows().clients().insertPersona(Persona.of(new PersonaId(id), client, SAM, "Northlight", true, false));
            case ICP -> rows().clients().saveIcp(profile(id, client));
            case CAMPAIGN_SENDER ->
                rows().campaigns()
                        .addSender(new CampaignSender(
                                id,
                                client,
                                campaign,
                                Channel.LINKEDIN,
                                new ResourceId(client.value()),
                                null,
                                true,
                                null,
                                MADE));
            case REPLY -> rows().replies().insert(reply(new ReplyId(id), client, lead));
            case MEETING -> rows().meetings().insert(meeting(new MeetingId(id), client, lead));
            case SUPPRESSION -> rows().suppressions().add(List.of(suppression(new SuppressionId(id), client)));
            case SEAT ->
                rows().seats().insert(Seat.asked(new SeatId(id), client, null, ZoneId.of("Australia/Sydney"), MADE));
            case APPROVAL ->
                rows().approvals()
                        .insertAll(List.of(
                                approval(new ApprovalId(id), client, lead, campaign, ApprovalItem.Status.PENDING)));
            case TASK -> rows().tasks().open(List.of(task(new TaskId(id), client, lead)));
            case WEBHOOK_ENDPOINT -> rows().endpoints().insert(endpoint(new WebhookEndpointId(id), client));
        }
    }

    private void change(Kind kind, ClientId client, UUID id) {
        switch (kind) {
            case CLIENT -> {
                Client stored = rows().clients().find(client).orElseThrow();
                rows().clients().update(stored.pausedBy(new Client.Pause(CHANGED, "Holidays", null)));
            }
            case PERSONA -> {
                Persona stored = rows().clients().personas(client).stream()
                        .filter(one -> one.id().value().equals(id))
                        .findFirst()
                        .orElseThrow();
                rows().clients().updatePersona(stored.active(false));
            }
            case ICP -> rows().clients().saveIcp(profile(id, client).redrafted(target("Hotels")));
            case CAMPAIGN_SENDER -> {
                CampaignSender stored = rows().campaigns().senders(client, new CampaignId(client.value())).stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst()
                        .orElseThrow();
                rows().campaigns().updateSender(stored.with(5, true));
            }
            case REPLY -> {
                Reply stored = rows().replies().find(client, new ReplyId(id)).orElseThrow();
                rows().replies().update(stored.handled(null, CHANGED));
            }
            case MEETING -> {
                Meeting stored =
                        rows().meetings().find(client, new MeetingId(id)).orElseThrow();
                rows().meetings().update(stored.change().confirmed(CHANGED).done());
            }
            case SUPPRESSION -> {
                Suppression stored = rows().suppressions()
                        .find(client, new SuppressionId(id))
                        .orElseThrow();
                rows().suppressions().add(List.of(stored));
            }
            case SEAT -> {
                Seat stored = rows().seats().find(client, new SeatId(id)).orElseThrow();
                rows().seats().update(stored.offeredAgain(CHANGED));
            }
            case APPROVAL ->
                rows().approvals()
                        .updateAll(List.of(approval(
                                new ApprovalId(id),
                                client,
                                new LeadId(client.value()),
                                new CampaignId(client.value()),
                                ApprovalItem.Status.APPROVED)));
            case TASK -> rows().tasks().close(client, new TaskId(id), TaskBoard.Status.DONE, null, CHANGED);
            case WEBHOOK_ENDPOINT -> {
                WebhookEndpoint stored = rows().endpoints()
                        .find(client, new WebhookEndpointId(id))
                        .orElseThrow();
                rows().endpoints().update(stored);
            }
        }
    }

    /** The version behind the first. */
    private static IcpProfile profile(UUID id, ClientId client) {
        return IcpProfile.draft(new IcpId(client.value()), client, target("Retail"))
                .next(new IcpId(id), target("Retail"), MADE);
    }

    private static IcpTarget target(String industry) {
        return new IcpTarget(
                List.of(industry), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static Reply reply(ReplyId id, ClientId client, LeadId lead) {
        return new Reply(
                id,
                client,
                new ThreadId(client.value()),
                lead,
                new MessageId(client.value()),
                Channel.EMAIL,
                "fake",
                "<" + id.text() + "@harbourlane.example>",
                null,
                MADE,
                false,
                null,
                null,
                Reply.Handling.NEEDS_HUMAN,
                null,
                null,
                false,
                0);
    }

    private static Meeting meeting(MeetingId id, ClientId client, LeadId lead) {
        return new Meeting(
                id,
                client,
                lead,
                null,
                MeetingType.DISCOVERY,
                MADE,
                BookedBy.HUMAN,
                BookingMethod.DIRECT,
                MADE.plusSeconds(3_600),
                30,
                null,
                null,
                null,
                null,
                MeetingOutcome.PENDING,
                null,
                null,
                null,
                0,
                null,
                null,
                0,
                null,
                null,
                MADE,
                0);
    }

    private static Suppression suppression(SuppressionId id, ClientId client) {
        return new Suppression(
                id,
                client,
                SuppressionKeyType.DOMAIN,
                id.text() + ".example",
                SuppressionReason.COMPETITOR,
                SuppressionSource.MANUAL,
                id,
                null,
                MADE,
                null,
                0);
    }

    private static ApprovalItem approval(
            ApprovalId id, ClientId client, LeadId lead, CampaignId campaign, ApprovalItem.Status status) {
        return new ApprovalItem(
                id,
                client,
                new TouchId(client.value()),
                lead,
                campaign,
                status,
                2,
                MADE,
                MADE.plus(Duration.ofHours(24)),
                null,
                null,
                null,
                null,
                false,
                0);
    }

    private static TaskBoard.Task task(TaskId id, ClientId client, LeadId lead) {
        return new TaskBoard.Task(
                id,
                client,
                "call_back",
                lead,
                null,
                null,
                "Call back.",
                null,
                TaskBoard.Status.OPEN,
                id.text(),
                null,
                null,
                MADE);
    }

    private static WebhookEndpoint endpoint(WebhookEndpointId id, ClientId client) {
        WebhookEndpoint.Wish wish = new WebhookEndpoint.Wish(
                "crm " + id.text(),
                WebhookUrl.parse("https://hooks.agency.example/in").orElseThrow(),
                Set.of(),
                List.of(),
                Duration.ofSeconds(10),
                8);
        WebhookSecret secret = WebhookSecret.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        return new WebhookEndpoint(id, client, wish, secret, null, null, WebhookEndpoint.Standing.NEW, MADE, 0);
    }
}
