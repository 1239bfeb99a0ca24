package io.agencyos.adapters.out.memory.client;

import io.agencyos.adapters.out.memory.kernel.MemoryTable;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.application.client.Clients;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientDetails;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.IcpStatus;
import io.agencyos.domain.client.OnboardingStatus;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.IcpId;
import io.agencyos.domain.shared.id.PersonaId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tenants and what belongs to them one to one. */
public final class MemoryClients implements Clients {

    private static final String CLIENT = "client";

    private final MemoryTable<ClientId, Client> clients;
    private final MemoryTable<ClientId, ClientSettings> settings;
    private final MemoryTable<ClientId, Subscription> subscriptions;
    private final MemoryTable<IcpId, IcpProfile> icps;
    private final MemoryTable<PersonaId, Persona> personas;
    private final MemoryTable<ClientId, Leave> leaving;
    private final MemoryTable<ClientId, Onboarding> onboarding;
    private final MemoryTable<ClientId, InUse> inUse;
    private volatile CostFloors costFloors = CostFloors.DEFAULT;

    private final MemoryTable<ClientId, Strict> strict;
    private final MemoryTable<String, FormerSlug> formerSlugs;

    private record Strict(ClientId client) {}

    private record FormerSlug(String slug, ClientId client, Instant freeAt) {}

    private record Onboarding(ClientId client, OnboardingStatus status) {}

    private record InUse(ClientId client) {}

    private record Leave(ClientId client, Instant at) {}

    public MemoryClients(MemoryUnitOfWork units) {
        leaving = MemoryTable.<ClientId, Leave>ofTenants("client.purge_after", units, Leave::client, Leave::client)
                .alsoWrittenByThePlatform()
                .stamped(CLIENT, row -> row.client().value());
        onboarding = MemoryTable.<ClientId, Onboarding>ofTenants(
                        "client.onboarding_status", units, Onboarding::client, Onboarding::client)
                .alsoWrittenByThePlatform()
                .stamped(CLIENT, row -> row.client().value());
        inUse = MemoryTable.<ClientId, InUse>ofTenants("client.in_use_at", units, InUse::client, InUse::client)
                .alsoWrittenByThePlatform();
        strict = MemoryTable.<ClientId, Strict>ofTenants("client.require_mfa", units, Strict::client, Strict::client)
                .stamped(CLIENT, row -> row.client().value());
        formerSlugs = MemoryTable.<String, FormerSlug>ofPlatform("client_slug_history", units, FormerSlug::slug);
        clients = MemoryTable.<ClientId, Client>ofTenants("client", units, Client::id, Client::id)
                .alsoWrittenByThePlatform()
                .stamped(client -> client.id().value())
                .unique("uq_client_slug", client -> client.deletedAt() == null ? client.slug() : null);
        settings = MemoryTable.<ClientId, ClientSettings>ofTenants(
                        "client_setting", units, ClientSettings::clientId, ClientSettings::clientId)
                .alsoWrittenByThePlatform();
        subscriptions = MemoryTable.<ClientId, Subscription>ofTenants(
                        "subscription", units, Subscription::clientId, Subscription::clientId)
                .alsoWrittenByThePlatform()
                .stamped(CLIENT, row -> row.clientId().value());
        icps = MemoryTable.<IcpId, IcpProfile>ofTenants("icp_profile", units, IcpProfile::clientId, IcpProfile::id)
                .stamped(icp -> icp.id().value());
        personas = MemoryTable.<PersonaId, Persona>ofTenants("client_persona", units, Persona::clientId, Persona::id)
                .stamped(persona -> persona.id().value())
                .unique("uq_client_persona_default", persona -> persona.isDefault() ? persona.clientId() : null);
    }

    @Override
    public Optional<Client> find(ClientId id) {
        return clients.find(id)
                .filter(client -> client.deletedAt() == null)
                .map(client -> client.gated(settings(id).gates()));
    }

    @Override
    public Optional<Client> findForShare(ClientId id) {
        return find(id);
    }

    @Override
    public Optional<Client> findForUpdate(ClientId id) {
        return find(id);
    }

    @Override
    public Optional<ClientMode> mode(ClientId id) {
        return clients.find(id).map(Client::mode);
    }

    @Override
    public void enter(ClientId twin, Instant at) {
        find(twin).filter(client -> client.mode() == ClientMode.TEST).ifPresent(client -> inUse.put(new InUse(twin)));
    }

    @Override
    public List<Client> allServed() {
        return clients.rows()
                .filter(client -> client.mode() == ClientMode.LIVE
                        || inUse.find(client.id()).isPresent())
                .filter(client -> client.deletedAt() == null)
                .sorted(Comparator.comparing(Client::createdAt)
                        .thenComparing(client -> client.id().text()))
                .toList();
    }

    @Override
    public List<Client> allLive() {
        return clients.rows()
                .filter(client -> client.mode() == ClientMode.LIVE && client.deletedAt() == null)
                .sorted(Comparator.comparing(Client::createdAt)
                        .thenComparing(client -> client.id().value()))
                .toList();
    }

    /** Whether it is no twin. */
    public boolean isLive(ClientId id) {
        return mode(id).filter(mode -> mode == ClientMode.LIVE).isPresent();
    }

    /** Every client that is not deleted, twins included. */
    Stream<Client> present() {
        return clients.rows().filter(client -> client.deletedAt() == null);
    }

    boolean suspended(ClientId id) {
        return find(id).map(Client::suspension).isPresent();
    }

    /** Whether the client is there and its subscription runs. */
    boolean isRunning(ClientId id) {
        return find(id).isPresent()
                && subscriptions
                        .find(id)
                        .filter(booked -> booked.status().isRunning())
                        .isPresent();
    }

    @Override
    public Optional<Instant> leavesAt(ClientId id) {
        return leaving.find(id).map(Leave::at);
    }

    @Override
    public void leave(ClientId live, @Nullable Instant at) {
        Stream.concat(Stream.of(live), twin(live).map(Client::id).stream()).forEach(id -> {
            if (at == null) {
                leaving.remove(id);
            } else {
                leaving.put(new Leave(id, at));
            }
        });
    }

    /** Live clients whose last day has come, the first due first; those that are being removed too. */
    Stream<Client> leavingBy(Instant now) {
        return leaving.rows()
                .filter(leave -> !leave.at().isAfter(now))
                .sorted(Comparator.comparing(Leave::at)
                        .thenComparing(leave -> leave.client().value()))
                .flatMap(leave -> clients.find(leave.client()).stream())
                .filter(client -> client.mode() == ClientMode.LIVE);
    }

    /** The client and its twin, whether they are still there for anybody or not. */
    Stream<Client> withTwin(ClientId live) {
        return clients.rows().filter(client -> client.id().equals(live) || live.equals(client.twinOf()));
    }

    /** There for nobody any more; keeps the first moment of two. */
    void delete(Client client, Instant now) {
        clients.put(new Client(
                client.id(),
                client.name(),
                client.slug(),
                client.legalName(),
                client.contactEmail(),
                client.contactPhone(),
                client.websiteUrl(),
                client.timezone(),
                client.country(),
                client.defaultPermissionMode(),
                client.pause(),
                client.mode(),
                client.twinOf(),
                client.createdAt(),
                client.deletedAt() == null ? now : client.deletedAt(),
                client.suspension(),
                client.gated(),
                client.profile(),
                client.version() + 1));
    }

    /** Whether it is there and not being removed. */
    boolean stays(ClientId id) {
        return clients.find(id).filter(client -> client.deletedAt() == null).isPresent();
    }

    @Override
    public OnboardingStatus onboarding(ClientId id) {
        return onboarding.find(id).map(Onboarding::status).orElse(OnboardingStatus.NOT_STARTED);
    }

    @Override
    public void onboarded(ClientId id, OnboardingStatus status) {
        onboarding.put(new Onboarding(id, status));
    }

    @Override
    public Optional<Client> twin(ClientId live) {
        return present().filter(client -> live.equals(client.twinOf())).findFirst();
    }

    @Override
    public Optional<Client> findBySlug(String slug) {
        return clients.findBy("uq_client_slug", slug);
    }

    @Override
    public Optional<ClientId> holderOfSlug(String slug, Instant at) {
        return findBySlug(slug)
                .map(Client::id)
                .or(() -> formerSlugs
                        .find(slug)
                        .filter(former -> former.freeAt().isAfter(at))
                        .map(FormerSlug::client));
    }

    @Override
    public void rename(Client live, String slug, Instant now, Instant freeAt) {
        formerSlugs.remove(slug);
        formerSlugs.put(new FormerSlug(live.slug(), live.id(), freeAt));
        twin(live.id()).ifPresent(twin -> clients.put(twin.renamed(ClientDetails.OF_TWINS + slug)));
    }

    @Override
    public boolean requiresSecondFactor(ClientId id) {
        return strict.find(id).isPresent();
    }

    @Override
    public void requireSecondFactor(ClientId id, boolean required) {
        if (required) {
            strict.put(new Strict(id));
        } else {
            strict.remove(id);
        }
    }

    @Override
    public void insert(Client client, ClientSettings itsSettings, Subscription subscription) {
        clients.insert(client);
        settings.insert(itsSettings);
        subscriptions.insert(subscription);
    }

    @Override
    public Client update(Client client) {
        clients.find(client.id())
                .filter(stored -> stored.version() == client.version())
                .orElseThrow(() -> new ConcurrentUpdate("client " + client.id()));
        Client next = client.atVersion(client.version() + 1);
        clients.put(next);
        return next;
    }

    @Override
    public Optional<Subscription> subscription(ClientId id) {
        return subscriptions.find(id);
    }

    @Override
    public void updateSubscription(Subscription subscription) {
        subscriptions.put(subscription);
    }

    @Override
    public ClientSettings settings(ClientId id) {
        return settings.find(id).orElseGet(() -> ClientSettings.defaults(id));
    }

    @Override
    public CostFloors costFloors() {
        return costFloors;
    }

    /** Sets the platform's floors. */
    public void costFloors(CostFloors changed) {
        costFloors = changed;
    }

    @Override
    public ClientSettings updateSettings(ClientSettings changed) {
        settings.find(changed.clientId())
                .filter(stored -> stored.version() == changed.version())
                .orElseThrow(() -> new ConcurrentUpdate("settings of client " + changed.clientId()));
        ClientSettings next = changed.atVersion(changed.version() + 1);
        settings.put(next);
        return next;
    }

    @Override
    public Optional<IcpProfile> icp(ClientId id) {
        return icps.rows()
                .filter(icp -> icp.clientId().equals(id))
                .filter(icp -> icp.status() == IcpStatus.CONFIRMED || icp.status() == IcpStatus.DRAFT)
                .max(Comparator.comparing((IcpProfile icp) -> icp.status() == IcpStatus.CONFIRMED)
                        .thenComparing(IcpProfile::version));
    }

    @Override
    public IcpProfile saveIcp(IcpProfile profile) {
        icps.put(profile);
        return profile;
    }

    @Override
    public Optional<Persona> defaultPersona(ClientId id) {
        return personas.rows()
                .filter(persona -> persona.clientId().equals(id) && persona.isDefault())
                .findFirst();
    }

    @Override
    public List<Persona> personas(ClientId id) {
        return personas.rows()
                .filter(persona -> persona.clientId().equals(id))
                .sorted(Comparator.comparing(persona -> persona.id().text()))
                .toList();
    }

    @Override
    public Persona updatePersona(Persona persona) {
        personas.find(persona.id())
                .filter(stored -> stored.version() == persona.version())
                .orElseThrow(() -> new ConcurrentUpdate("persona " + persona.id()));
        Persona next = persona.atVersion(persona.version() + 1);
        personas.put(next);
        return next;
    }

    @Override
    public void deletePersona(ClientId id, PersonaId persona) {
        personas.find(persona).filter(row -> row.clientId().equals(id)).ifPresent(row -> personas.remove(row.id()));
    }

    @Override
    public void insertPersona(Persona persona) {
        personas.insert(persona);
    }
}
