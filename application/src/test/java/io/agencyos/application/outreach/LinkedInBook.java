package io.agencyos.application.outreach;

import io.agencyos.application.outreach.channel.LinkedInLines;
import io.agencyos.application.outreach.channel.LinkedInOutreach;
import io.agencyos.application.outreach.linkedin.LinkedInPorts;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.ContactRefs;
import io.agencyos.application.resource.seat.HearSeats;
import io.agencyos.application.resource.seat.LinkSeat;
import io.agencyos.application.resource.seat.SeatConnections;
import io.agencyos.application.resource.seat.SeatUsage;
import io.agencyos.application.resource.seat.Seats;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.resource.seat.SeatEvent;
import io.agencyos.domain.resource.seat.SeatRhythm;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Every client has one warm seat, whose owner begins early on Mondays, unless a story says otherwise. */
public final class LinkedInBook implements ChannelAddresses, HearSeats {

    /** What the service calls the seat of every client. */
    public static final String ACCOUNT = "acc_1";

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Duration EARLY = Duration.ofMinutes(50);

    private final UnitOfWork units;
    private final Seats seats;
    private final SeatConnections connections;
    private final SeatUsage usage;
    private final LinkedInOutreach sender;
    private final ContactRefs refs;
    private final Map<LeadId, Standing> told = new ConcurrentHashMap<>();
    private boolean looked = true;

    public LinkedInBook(
            UnitOfWork units,
            Seats seats,
            SeatConnections connections,
            SeatUsage usage,
            LinkedInOutreach sender,
            ContactRefs refs) {
        this.units = units;
        this.seats = seats;
        this.connections = connections;
        this.usage = usage;
        this.sender = sender;
        this.refs = refs;
    }

    LinkedInPorts ports() {
        return new LinkedInPorts(
                seats,
                connections,
                usage,
                this,
                client -> Optional.of(new LinkedInLines.Line("fake-linkedin", sender)),
                refs,
                this,
                UUID::randomUUID);
    }

    /** From now on nobody has looked at a lead before its invitation is due. */
    void strangers() {
        looked = false;
    }

    /** Opens the client's seat; needs its unit of work. */
    void open(ClientId client, Instant now) {
        open(client, ACCOUNT, now);
    }

    /** Opens a seat that the service calls so; needs the client's unit of work. */
    void open(ClientId client, String account, Instant now) {
        SeatId id = Stream.generate(() -> new SeatId(UUID.randomUUID()))
                .filter(one -> SeatRhythm.startDelay(one, MONDAY).compareTo(EARLY) < 0)
                .findFirst()
                .orElseThrow();
        Instant before = now.minus(Duration.ofDays(60));
        Seat asked = Seat.asked(id, client, null, SYDNEY, before);
        seats.insert(asked.on(new SeatEvent.Connected(new SeatAccount(account, "Sam Oduya", null)), before)
                .aged(now));
    }

    Seat seat(ClientId client) {
        return units.inTenant(
                TenantScope.worker(client), () -> seats.ofClient(client).getFirst());
    }

    /** Somebody or something happens to the seat. */
    void happens(ClientId client, SeatEvent event, Instant now) {
        units.inTenant(
                TenantScope.worker(client),
                () -> seats.update(seats.ofClient(client).getFirst().on(event, now)));
    }

    /** A lead has come; needs the unit of work of its client. */
    void came(Lead lead, Instant now) {
        if (looked) {
            SeatId seat = seats.ofClient(lead.clientId()).getFirst().id();
            connections.save(SeatConnection.looked(
                    UUID.randomUUID(), lead.clientId(), lead.id(), seat, null, now.minus(Duration.ofHours(1))));
        }
    }

    Optional<SeatConnection> connection(Lead lead) {
        return units.inTenant(
                TenantScope.worker(lead.clientId()),
                () -> Optional.ofNullable(
                        connections.ofLeads(lead.clientId(), List.of(lead.id())).get(lead.id())));
    }

    /** The lead takes the invitation, as the service tells. */
    void accepts(Lead lead, Instant now) {
        SeatConnection pending = connection(lead).orElseThrow();
        units.inTenant(TenantScope.worker(lead.clientId()), () -> connections.save(pending.accepted(now)));
    }

    /** The same, and it is written down when a message follows. */
    Instant acceptsAndIsWrittenTo(Lead lead, Instant now) {
        accepts(lead, now);
        Instant due = SeatRhythm.followUp(connection(lead).orElseThrow().id(), now);
        writtenTo(lead, due);
        return due;
    }

    /** The message that follows is due then. */
    void writtenTo(Lead lead, Instant due) {
        units.inTenant(
                TenantScope.worker(lead.clientId()),
                () -> connections.putFollowUps(lead.clientId(), Map.of(lead.id(), Optional.of(due))));
    }

    /** When a message is due that follows the lead's acceptance. */
    Optional<Instant> followUp(Lead lead) {
        return units.inTenant(
                TenantScope.worker(lead.clientId()),
                () -> Optional.ofNullable(connections
                        .followUps(lead.clientId(), List.of(lead.id()))
                        .get(lead.id())));
    }

    /** One more seat of the client, which has acted for as long as the first. */
    SeatId another(ClientId client, String account, Instant now) {
        SeatId id = new SeatId(UUID.randomUUID());
        Instant before = now.minus(Duration.ofDays(60));
        Seat asked = Seat.asked(id, client, null, SYDNEY, before);
        units.inTenant(
                TenantScope.worker(client),
                () -> seats.insert(asked.on(new SeatEvent.Connected(new SeatAccount(account, "Kim Vale", null)), before)
                        .aged(now)));
        return id;
    }

    /** Invitations that the service shows as waiting. */
    List<LinkedInOutreach.Invitation> waiting(ClientId client) {
        return sender.pendingInvitations(client, ACCOUNT).orElseThrow();
    }

    /** Whom the service means by this name. */
    Optional<LeadId> who(ClientId client, String person) {
        return units.inTenant(TenantScope.worker(client), () -> refs.lead(client, Channel.LINKEDIN, person));
    }

    static LinkedInUrl page(Lead lead) {
        return Optional.ofNullable(lead.contact().linkedIn()).orElseThrow();
    }

    boolean isInvalid(Lead lead) {
        return Optional.ofNullable(told.get(lead.id()))
                .filter(standing -> standing.state() == AddressState.INVALID
                        && standing.address().equals(page(lead).key()))
                .isPresent();
    }

    @Override
    public void put(ClientId client, Standing standing) {
        told.put(standing.lead(), standing);
    }

    @Override
    public Map<LeadId, Standing> of(ClientId client, Channel channel, Collection<LeadId> leads) {
        Map<LeadId, Standing> known = new HashMap<>(told);
        known.keySet().retainAll(leads);
        known.values().removeIf(standing -> standing.channel() != channel);
        return known;
    }

    @Override
    public void changed(ClientId client, String accountRef, SeatSignal signal) {
        changed(client, seat(client).id(), signal);
    }

    @Override
    public void changed(ClientId client, SeatId seat, SeatSignal signal) {
        SeatEvent event = switch (signal) {
            case CREDENTIALS_REQUIRED -> new SeatEvent.CredentialsRequired();
            case RESTRICTED, FAULTY -> new SeatEvent.Restricted("restricted");
            case DISCONNECTED -> new SeatEvent.Disconnected();
            case CONNECTED, UNDER_WAY -> throw new AssertionError("no call fails with " + signal);
        };
        happens(client, event, MONDAY.atTime(9, 30).atZone(SYDNEY).toInstant());
    }

    @Override
    public LinkSeat.Linked linked(ClientId client, String token, String accountRef) {
        throw new AssertionError("nobody links a seat here");
    }
}
