package io.agencyos.application.client;

import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.client.ClientSettings;
import io.agencyos.domain.client.IcpProfile;
import io.agencyos.domain.client.OnboardingStatus;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.client.billing.Subscription;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PersonaId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Tenants and what belongs to them one to one. Needs an open unit of work. */
@SecondaryPort
public interface Clients {

    /** Whether it is a live client or a twin, which never changes; deleted ones are known too. */
    Optional<ClientMode> mode(ClientId id);

    /** The client unless it is deleted. */
    Optional<Client> find(ClientId id);

    /**
     * The client, held against pause and deletion until the unit of work ends ({@code FOR SHARE}). First lock of every
     * transaction that commits or starts a send. Source: outreach 4.3.
     */
    Optional<Client> findForShare(ClientId id);

    /** The client locked for its pause, its deletion, or a change of what belongs to it. */
    Optional<Client> findForUpdate(ClientId id);

    /** The test twin of a live client, unless it is deleted. */
    Optional<Client> twin(ClientId live);

    /** From now on the product works for this twin as for a live client; any later time changes nothing. Platform unit only. */
    void enter(ClientId twin, Instant at);

    /** Whom the product works for: all live clients, and the twins in use; oldest first, none that is deleted. Platform unit only. */
    List<Client> allServed();

    /** All live clients that are not deleted, oldest first; platform unit only. */
    List<Client> allLive();

    Optional<Client> findBySlug(String slug);

    /** Who has a slug now, else who had it last and keeps it for a while; platform unit only. */
    Optional<ClientId> holderOfSlug(String slug, Instant at);

    /**
     * A live client and its twin have another slug from now on, and the old one leads to it until it is free; platform unit
     * only. The client's version stays: it is written with the rest.
     */
    void rename(Client live, String slug, Instant now, Instant freeAt);

    /** Inserts a new client with its settings and its subscription. */
    void insert(Client client, ClientSettings settings, Subscription subscription);

    /** Writes the client where its version is still {@code client.version()}, else {@code ConcurrentUpdate}. */
    Client update(Client client);

    /** Whether people come into the client, and into its twin, with a second factor only. */
    boolean requiresSecondFactor(ClientId id);

    /** Asks a second factor of everybody who comes into the client, or asks no more. Worker unit. */
    void requireSecondFactor(ClientId id, boolean required);

    /** When everything of a client that leaves is removed for good; empty for one that stays. */
    Optional<Instant> leavesAt(ClientId id);

    /** Writes when a live client and its twin are removed for good, or with null that they stay; platform unit only. */
    void leave(ClientId live, @Nullable Instant at);

    /** The subscription in force, else the last one that was cancelled. */
    Optional<Subscription> subscription(ClientId id);

    /**
     * Writes the subscription in force, or begins a new one where the last one is cancelled and this one is not. The
     * caller holds the client's row or its ledger's. Worker or platform unit.
     */
    void updateSubscription(Subscription subscription);

    /** How far the client is set up. */
    OnboardingStatus onboarding(ClientId id);

    /** Writes how far the client is set up. Worker or platform unit. */
    void onboarded(ClientId id, OnboardingStatus status);

    ClientSettings settings(ClientId id);

    /**
     * The lowest scores for the channels that cost money, as the platform has set them; a campaign's own go before them.
     * Source: scoring TIER-2.
     */
    CostFloors costFloors();

    ClientSettings updateSettings(ClientSettings settings);

    /** The newest profile in draft or confirmed, the confirmed one first. */
    Optional<IcpProfile> icp(ClientId id);

    IcpProfile saveIcp(IcpProfile profile);

    Optional<Persona> defaultPersona(ClientId id);

    /** All that are not deleted, inactive ones too, by id. */
    List<Persona> personas(ClientId id);

    /** A second default one of a client is a {@code UniqueViolation} of {@code uq_client_persona_default}. */
    void insertPersona(Persona persona);

    /** Writes the persona where its version is still {@code persona.version()}, else {@code ConcurrentUpdate}. */
    Persona updatePersona(Persona persona);

    /** Takes the persona away for good; what was written as this person stays. */
    void deletePersona(ClientId id, PersonaId persona);
}
