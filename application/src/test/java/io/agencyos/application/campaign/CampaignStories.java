package io.agencyos.application.campaign;

import io.agencyos.application.campaign.lifecycle.ActivateCampaign;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.resource.MailboxRepository;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Campaignbook;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignOrigin;
import io.agencyos.domain.campaign.CampaignSettings;
import io.agencyos.domain.campaign.ConsentDeclaration;
import io.agencyos.domain.campaign.ConsentText;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.IcpOrigin;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.client.PersonaDetails;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ConsentId;
import io.agencyos.domain.shared.id.IcpId;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A client that may send, in stores of any kind, and short ways to its campaigns. */
public abstract class CampaignStories {

    protected static final Instant NOW = Leadbook.MONDAY;

    private @Nullable Client opened;
    private @Nullable CampaignUseCases useCases;

    protected abstract UnitOfWork units();

    /** The ports under test. */
    protected abstract CampaignPorts ports();

    /** The mailboxes that the ports' channels are read from. */
    protected abstract MailboxRepository mailboxes();

    @BeforeEach
    void open_a_client_that_may_send() {
        Client client = open();
        in(client.id(), () -> {
            Client named = ports().clients().update(identified(client));
            ports().clients().saveIcp(icp(client.id(), IcpStatus.CONFIRMED));
            mailboxes().assign(mailbox(client.id()));
            PersonaDetails person = new PersonaDetails("Sam", "Oduya", null, null, null, null, null, null);
            ports().clients()
                    .insertPersona(Persona.of(
                            new PersonaId(UUID.randomUUID()), client.id(), person, client.name(), true, true));
            opened = named;
            return named;
        });
        useCases = new CampaignUseCases(ports(), units(), () -> NOW, UUID::randomUUID);
    }

    protected final Client open() {
        OpenClient.Outcome outcome = new ClientUseCases(
                        ports().clients(), ports().credits(), units(), () -> NOW, UUID::randomUUID)
                .openClient()
                .open("Northlight " + UUID.randomUUID());
        if (outcome instanceof OpenClient.Outcome.Opened(Client client)) {
            return client;
        }
        throw new AssertionError(outcome);
    }

    protected final CampaignUseCases use() {
        return Objects.requireNonNull(useCases);
    }

    protected final Client client() {
        return Objects.requireNonNull(opened);
    }

    protected final TenantScope as(Role role) {
        return new TenantScope(client().id(), new UserId(UUID.randomUUID()), role);
    }

    /** A draft of the client on the default sequence. */
    protected final Campaign drafted(String name) {
        return drafted(name, CampaignOrigin.CUSTOM);
    }

    protected final Campaign drafted(String name, CampaignOrigin origin) {
        CreateCampaign.Outcome outcome = use().createCampaign()
                .create(
                        as(Role.MEMBER),
                        new CreateCampaign.Request(origin, CampaignSettings.named(name, client().timezone()), false),
                        Origin.NONE);
        if (outcome instanceof CreateCampaign.Outcome.Created created) {
            return created.campaign();
        }
        throw new AssertionError(outcome);
    }

    /** The same with its consent declared, so that nothing keeps it from being started. */
    protected final Campaign ready(String name) {
        return ready(name, CampaignOrigin.CUSTOM);
    }

    protected final Campaign ready(String name, CampaignOrigin origin) {
        Campaign campaign = drafted(name, origin);
        run(() -> ports().declarations().append(declaration(campaign)));
        return campaign;
    }

    protected final Campaign started(String name) {
        Campaign campaign = ready(name);
        ActivateCampaign.Outcome outcome = activate(campaign);
        if (outcome instanceof ActivateCampaign.Outcome.Activated activated) {
            return activated.campaign();
        }
        throw new AssertionError(outcome);
    }

    protected final ActivateCampaign.Outcome activate(Campaign campaign) {
        return use().activateCampaign().activate(as(Role.MEMBER), campaign.id(), Origin.NONE);
    }

    protected final Campaign stored(Campaign campaign) {
        return read(() -> ports().campaigns().find(client().id(), campaign.id()).orElseThrow());
    }

    protected final void run(Runnable work) {
        units().inTenant(TenantScope.worker(client().id()), work);
    }

    protected final <T> T read(Supplier<T> work) {
        return in(client().id(), work);
    }

    private <T> T in(ClientId client, Supplier<T> work) {
        return units().inTenant(TenantScope.worker(client), work);
    }

    protected static ConsentDeclaration declaration(Campaign campaign) {
        return new ConsentDeclaration(
                new ConsentId(UUID.randomUUID()),
                campaign.clientId(),
                campaign.id(),
                ConsentText.CURRENT.version(),
                ConsentText.CURRENT.hash(),
                new UserId(UUID.randomUUID()),
                NOW);
    }

    protected static Mailbox mailbox(ClientId client) {
        String domain = "d" + UUID.randomUUID().toString().replace("-", "") + ".example";
        return Campaignbook.mailbox(client, "sam@" + domain, NOW, Duration.ofDays(30));
    }

    protected static Client identified(Client client) {
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
                client.defaultPermissionMode(),
                client.pause(),
                client.mode(),
                client.twinOf(),
                client.createdAt(),
                null,
                client.version());
    }

    protected static IcpProfile icp(ClientId client, IcpStatus status) {
        return new IcpProfile(
                new IcpId(UUID.randomUUID()),
                client,
                1,
                status,
                IcpOrigin.MANUAL,
                List.of("Marketing"),
                List.of("Head of Growth"),
                List.of("11-50"),
                List.of("Australia"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                status == IcpStatus.CONFIRMED ? NOW : null,
                0);
    }
}
