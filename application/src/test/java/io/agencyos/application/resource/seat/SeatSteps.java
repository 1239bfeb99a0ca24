package io.agencyos.application.resource.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.ClientUseCases;
import io.agencyos.application.client.OpenClient;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Outreachbook;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.resource.seat.ConnectionRequest;
import io.agencyos.domain.resource.seat.ConnectionState;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatAccount;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.SeatId;
import io.agencyos.domain.shared.id.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A client with seats at a scripted service, over whatever stores it is given. */
public abstract class SeatSteps {

    static final VendorFailure DOWN = new VendorFailure.Unavailable(VendorFailure.Details.of("links", "link", "away"));
    static final LinkSeat.Request NEW = new LinkSeat.Request(null, LinkSeat.ReturnTo.SETTINGS, null);

    final ScriptedLinks service = new ScriptedLinks();
    Instant now = Instant.parse("2026-03-01T13:00:00Z");

    @Nullable
    SeatWorld made;

    @Nullable
    SeatUseCases use;

    @Nullable
    TenantScope admin;

    final List<DomainEvent> told = new ArrayList<>();
    final UUID run = UUID.randomUUID();
    final UserId staff = new UserId(UUID.randomUUID());

    protected abstract SeatWorld world();

    @BeforeEach
    void open() {
        made = world();
        use = seats(Optional.of(service));
        admin = new TenantScope(opened(), new UserId(UUID.randomUUID()), Role.ADMIN);
    }

    SeatUseCases seats(Optional<SeatLinking> linking) {
        SeatWorld on = on();
        SeatPorts ports = new SeatPorts(
                on.seats(),
                on.connections(),
                on.usage(),
                SeatTries.NONE,
                on.clients(),
                on.alerts(),
                events -> {
                    told.addAll(events);
                    on.events().append(events);
                },
                on.audit(),
                linking,
                client -> Optional.of(URI.create("https://os.agency.example/hooks/1")),
                Optional.of(URI.create("https://os.agency.example")));
        return new SeatUseCases(ports, on.units(), () -> now, UUID::randomUUID);
    }

    ClientId opened() {
        var outcome = new ClientUseCases(on().clients(), on().credits(), on().units(), () -> now, UUID::randomUUID)
                .openClient()
                .open("Northlight " + UUID.randomUUID());
        if (outcome instanceof OpenClient.Outcome.Opened(Client client)) {
            return client.id();
        }
        throw new AssertionError(outcome);
    }

    SeatWorld on() {
        return Objects.requireNonNull(made);
    }

    SeatUseCases use() {
        return Objects.requireNonNull(use);
    }

    TenantScope admin() {
        return Objects.requireNonNull(admin);
    }

    <T> T read(Supplier<T> work) {
        return on().units().inTenant(TenantScope.worker(admin().clientId()), work);
    }

    /** Accounts of the service are nobody else's, also where the stores outlive a test. */
    String acc(int number) {
        return "acc-" + number + "-" + run;
    }

    static SeatAccount account(String ref) {
        return new SeatAccount(
                ref, "Sam Oduya", LinkedInUrl.ofKey("in/sam-oduya-example").orElseThrow());
    }

    LinkSeat.Outcome start(LinkSeat.Request request) {
        return use().linkSeat().start(admin(), request, Origin.NONE);
    }

    Seat linked(String ref) {
        assertThat(start(NEW)).isInstanceOf(LinkSeat.Outcome.Offered.class);
        return finish(ref);
    }

    Seat finish(String ref) {
        service.accounts().put(ref, SeatSignal.CONNECTED);
        LinkSeat.Linked outcome = use().linkSeat().finish(admin().clientId(), service.lastToken(), ref);
        if (outcome instanceof LinkSeat.Linked.Done(Seat seat)) {
            return seat;
        }
        throw new AssertionError(outcome);
    }

    Seat seat(SeatId id) {
        return read(() -> on().seats().find(admin().clientId(), id)).orElseThrow();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    List<String> alerts() {
        return on().units().onPlatform(() -> on().alerts().open(500)).stream()
                .filter(alert -> admin().clientId().equals(alert.clientId()))
                .map(alert -> alert.detail().get("trouble") + " " + alert.severity())
                .sorted()
                .toList();
    }

    void invite(Seat seat, int count, ConnectionState state, @Nullable Duration ago) {
        List<Lead> leads = IntStream.range(0, count)
                .mapToObj(number -> Outreachbook.lead(admin().clientId(), 60))
                .toList();
        on().units().inTenant(TenantScope.worker(admin().clientId()), () -> {
            on().leads().insertAll(leads);
            leads.forEach(lead -> on().connections()
                    .save(new SeatConnection(
                            UUID.randomUUID(),
                            admin().clientId(),
                            lead.id(),
                            seat.id(),
                            null,
                            state,
                            ConnectionRequest.sent(null, ago == null ? null : now.minus(ago)),
                            null,
                            null)));
        });
    }
}
