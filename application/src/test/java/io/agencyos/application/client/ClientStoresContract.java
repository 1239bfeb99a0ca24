package io.agencyos.application.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignLife;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignPause;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.CampaignStatus;
import io.agencyos.domain.campaign.CampaignTarget;
import io.agencyos.domain.campaign.ChannelFloors;
import io.agencyos.domain.campaign.ChannelMix;
import io.agencyos.domain.campaign.SequenceUse;
import io.agencyos.domain.campaign.TouchPace;
import io.agencyos.domain.campaign.WorkHours;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.campaign.sequence.StepPurpose;
import io.agencyos.domain.campaign.sequence.StepSkipIf;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.IcpOrigin;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.PermissionMode;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.client.PersonaDetails;
import io.agencyos.domain.client.billing.Plan;
import io.agencyos.domain.client.billing.SubscriptionStatus;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.IcpId;
import io.agencyos.domain.shared.id.PersonaId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of tenants and campaigns keeps, and opening a client on top of it. */
public abstract class ClientStoresContract {

    protected abstract UnitOfWork units();

    protected abstract Clients clients();

    protected abstract Campaigns campaigns();

    protected abstract Credits credits();

    /** Changes the platform's setting. */
    protected abstract void platformFloors(CostFloors floors);

    @Test // scoring TIER-2: settable for the platform and per campaign (the campaign's value wins)
    void the_platforms_cost_floors_are_read_by_every_tenant() {
        Client client = opened();
        assertThat(floors(client)).isEqualTo(new CostFloors(60, 85, 85));
        try {
            platformFloors(new CostFloors(70, 60, 100));
            assertThat(floors(client)).isEqualTo(new CostFloors(70, 60, 100));
            assertThat(floors(client).with(null, 85, null)).isEqualTo(new CostFloors(70, 85, 100));
        } finally {
            platformFloors(CostFloors.DEFAULT);
        }
    }

    private CostFloors floors(Client client) {
        return units().inTenant(
                        new TenantScope(client.id(), null, Role.VIEWER),
                        () -> clients().costFloors());
    }

    private final String name = "Northlight " + UUID.randomUUID();

    @Test // data model 5.1: the transaction that creates a client creates its twin
    void a_client_is_opened_with_its_twin_and_a_trial_of_the_smallest_plan() {
        Client client = opened();

        Client twin = units().onPlatform(
                        () -> clients().findBySlug("test-" + client.slug()).orElseThrow());
        assertThat(twin.mode()).isEqualTo(ClientMode.TEST);
        assertThat(twin.twinOf()).isEqualTo(client.id());
        assertThat(units().onPlatform(() -> clients().allLive()))
                .contains(client)
                .doesNotContain(twin);
        assertThat(in(client, () -> clients().subscription(client.id()))).hasValueSatisfying(subscription -> {
            assertThat(subscription.plan()).isEqualTo(Plan.IGNITION);
            assertThat(subscription.status()).isEqualTo(SubscriptionStatus.TRIALING);
            assertThat(subscription.periodStart()).isEqualTo(LocalDate.of(2026, 3, 2));
            assertThat(subscription.periodEnd()).isEqualTo(LocalDate.of(2026, 4, 2));
        });
        assertThat(in(client, () -> clients().settings(client.id())).openTracking())
                .isTrue();
    }

    @Test
    void a_name_that_is_taken_is_answered_with_its_client_and_a_name_of_nothing_is_refused() {
        Client client = opened();

        assertThat(open("  " + name.toUpperCase(Locale.ROOT) + " ")).isEqualTo(new OpenClient.Outcome.Exists(client));
        assertThat(open(" - ")).isInstanceOf(OpenClient.Outcome.InvalidName.class);
        assertThat(open("x".repeat(201))).isInstanceOf(OpenClient.Outcome.InvalidName.class);
    }

    @Test // api 1.6, outreach 1.5
    void a_pause_is_kept_and_a_lost_race_changes_nothing() {
        Client client = opened();
        Client paused = in(client, () -> clients().update(paused(client)));

        assertThat(in(client, () -> clients().find(client.id()))).contains(paused);
        assertThat(paused.paused()).isTrue();
        assertThatThrownBy(() -> in(client, () -> clients().update(client))).isInstanceOf(ConcurrentUpdate.class);
    }

    @Test
    void another_tenant_does_not_see_the_client() {
        Client client = opened();

        assertThat(units().<Boolean>inTenant(
                                TenantScope.worker(new ClientId(UUID.randomUUID())),
                                () -> clients().find(client.id()).isEmpty()))
                .isTrue();
    }

    @Test // data model 5.3: one confirmed profile, which comes before a newer draft
    void profile_and_persona_are_read_back() {
        Client client = opened();
        IcpProfile confirmed = icp(client, 1, IcpStatus.CONFIRMED);
        Persona persona = new Persona(
                new PersonaId(UUID.randomUUID()),
                client.id(),
                "Sam",
                "Oduya",
                "Partner",
                Leadbook.email("sam@northlight.example"),
                "+61255500100",
                "Sam from Northlight",
                "https://northlight.example/sam.png",
                "https://cal.example/sam",
                true,
                true,
                0);
        in(client, () -> {
            clients().saveIcp(confirmed);
            clients().saveIcp(icp(client, 2, IcpStatus.DRAFT));
            clients().insertPersona(persona);
            return true;
        });

        assertThat(in(client, () -> clients().icp(client.id()))).contains(confirmed);
        assertThat(in(client, () -> clients().defaultPersona(client.id()))).contains(persona);
    }

    @Test // data model 5.3: one default, changed by who saw the last version; a deleted one is gone
    void personas_are_changed_by_version_and_deleted() {
        Client client = opened();
        PersonaDetails sam = new PersonaDetails("Sam", "Oduya", null, null, null, null, null, null);
        Persona first = Persona.of(new PersonaId(UUID.randomUUID()), client.id(), sam, client.name(), true, true);
        Persona other = Persona.of(new PersonaId(UUID.randomUUID()), client.id(), sam, client.name(), false, false);
        in(client, () -> {
            clients().insertPersona(first);
            clients().insertPersona(other);
            return true;
        });

        Persona changed = in(client, () -> clients().updatePersona(other.active(true)));

        assertThat(changed).isEqualTo(other.active(true).atVersion(1));
        assertThat(in(client, () -> clients().personas(client.id()))).containsExactlyInAnyOrder(first, changed);
        assertThatThrownBy(() -> in(client, () -> clients().updatePersona(other)))
                .isInstanceOf(ConcurrentUpdate.class);
        assertThatThrownBy(() -> in(client, () -> clients().updatePersona(changed.asDefault(true))))
                .isInstanceOf(UniqueViolation.class)
                .hasMessageContaining("uq_client_persona_default");
        in(client, () -> {
            clients().deletePersona(client.id(), first.id());
            return true;
        });
        assertThat(in(client, () -> clients().personas(client.id()))).containsExactly(changed);
        assertThat(in(client, () -> clients().defaultPersona(client.id()))).isEmpty();
    }

    @Test // data model 5.4
    void a_campaign_and_its_sequence_versions_are_read_back() {
        Client client = opened();
        Campaign campaign = campaign(client);
        Sequence first = sequence(campaign, 1);
        Sequence second = sequence(campaign, 2);
        in(client, () -> {
            campaigns().insert(campaign, first);
            campaigns().addSequence(second);
            return true;
        });

        assertThat(in(client, () -> campaigns().find(client.id(), campaign.id())))
                .contains(campaign);
        assertThat(in(client, () -> campaigns().all(client.id()))).containsExactly(campaign);
        assertThat(in(client, () -> campaigns().sequence(client.id(), campaign.id(), 1)))
                .contains(first);
        assertThat(in(client, () -> campaigns().sequence(client.id(), campaign.id(), 2)))
                .contains(second);
        Campaign changed = in(client, () -> campaigns().update(campaign));
        assertThat(changed.version()).isEqualTo(1);
        assertThatThrownBy(() -> in(client, () -> campaigns().update(campaign))).isInstanceOf(ConcurrentUpdate.class);
    }

    private Client opened() {
        return switch (open(name)) {
            case OpenClient.Outcome.Opened(Client client) -> client;
            case OpenClient.Outcome.Exists exists -> throw new AssertionError(exists);
            case OpenClient.Outcome.InvalidName invalid -> throw new AssertionError(invalid);
        };
    }

    private OpenClient.Outcome open(String text) {
        return new ClientUseCases(clients(), credits(), units(), () -> Leadbook.MONDAY, UUID::randomUUID)
                .openClient()
                .open(text);
    }

    private <T> T in(Client client, Supplier<T> work) {
        return units().inTenant(TenantScope.worker(client.id()), work);
    }

    private static Client paused(Client client) {
        return new Client(
                client.id(),
                client.name(),
                client.slug(),
                "Northlight Pty Ltd",
                Leadbook.email("hello@northlight.example"),
                null,
                "https://northlight.example",
                client.timezone(),
                client.country(),
                PermissionMode.AUTOPILOT,
                new Client.Pause(Leadbook.MONDAY, "holiday", null),
                client.mode(),
                client.twinOf(),
                client.createdAt(),
                null,
                client.version());
    }

    private static IcpProfile icp(Client client, int version, IcpStatus status) {
        return new IcpProfile(
                new IcpId(UUID.randomUUID()),
                client.id(),
                version,
                status,
                IcpOrigin.MANUAL,
                List.of("Marketing"),
                List.of("Head of Growth"),
                List.of("11-50"),
                List.of("Australia"),
                List.of(),
                List.of("growth"),
                List.of(),
                List.of("pipeline"),
                status == IcpStatus.CONFIRMED ? Leadbook.MONDAY : null,
                0);
    }

    private static Campaign campaign(Client client) {
        return new Campaign(
                new CampaignId(UUID.randomUUID()),
                client.id(),
                CampaignOrigin.CUSTOM,
                new CampaignSettings(
                        "Growth leads",
                        "Spring",
                        PermissionMode.CO_PILOT,
                        new CampaignTarget(List.of("Marketing"), List.of("CEO"), List.of("5-50"), List.of("Australia")),
                        new ChannelMix(40, 20, 20, 20, 0),
                        new ChannelFloors(70, null, 85),
                        new TouchPace(3, 6, 120),
                        ZoneId.of("Australia/Perth"),
                        new WorkHours(
                                LocalTime.of(8, 30), LocalTime.of(16, 0), Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 6, 30)),
                60,
                new SequenceUse(1, false, false),
                new CampaignLife(
                        CampaignStatus.PAUSED,
                        new CampaignPause(Leadbook.MONDAY, CampaignPause.Origin.EMERGENCY, "stop", null),
                        Leadbook.MONDAY,
                        null,
                        Leadbook.MONDAY,
                        Leadbook.MONDAY,
                        null),
                false,
                0);
    }

    private static Sequence sequence(Campaign campaign, int version) {
        return new Sequence(
                campaign.clientId(),
                campaign.id(),
                version,
                List.of(
                        new SequenceStep(
                                1,
                                Channel.EMAIL,
                                TouchKind.EMAIL,
                                0,
                                StepPurpose.INTRO,
                                StepSkipIf.EMAIL_MISSING,
                                20,
                                null,
                                null,
                                false,
                                true,
                                true,
                                "Quick idea",
                                SequenceStep.SMART_PROMPT),
                        new SequenceStep(
                                2,
                                Channel.SMS,
                                TouchKind.SMS,
                                12,
                                StepPurpose.BREAKUP,
                                StepSkipIf.PHONE_MISSING,
                                85,
                                Channel.EMAIL,
                                13,
                                true,
                                false,
                                false,
                                null,
                                SequenceStep.SMART_PROMPT)),
                Leadbook.MONDAY);
    }
}
