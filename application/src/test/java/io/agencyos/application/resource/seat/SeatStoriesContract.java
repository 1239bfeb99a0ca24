package io.agencyos.application.resource.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.resource.seat.ConnectionState;
import io.agencyos.domain.resource.seat.Seat;
import io.agencyos.domain.resource.seat.SeatConnection;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.resource.seat.SeatState;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PersonaId;
import io.agencyos.domain.shared.id.SeatId;
import io.agencyos.domain.shared.id.TouchId;
import io.agencyos.domain.shared.id.UserId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens to seats, on every kind of store. */
public abstract class SeatStoriesContract extends SeatSteps {

    @Test // api 9.8
    void an_account_is_linked_on_the_services_page_and_begins_its_warm_up() {
        LinkSeat.Outcome outcome = start(NEW);

        assertThat(outcome).isInstanceOfSatisfying(LinkSeat.Outcome.Offered.class, offered -> {
            assertThat(offered.page()).isEqualTo(URI.create("https://link.example/1"));
            assertThat(offered.expiresAt()).as("as the service says").isEqualTo("2026-03-01T15:00:00Z");
        });
        SeatLinking.Request wish = service.wishes().getFirst();
        assertThat(wish.callback()).isEqualTo(URI.create("https://os.agency.example/hooks/1"));
        assertThat(wish.success().toString())
                .startsWith("https://os.agency.example/c/")
                .endsWith("/settings/linkedin");
        Seat seat = finish(acc(1));
        assertThat(seat.state()).isEqualTo(SeatState.WARMUP);
        assertThat(seat.link().account()).isEqualTo(account(acc(1)));
        assertThat(seat(seat.id())).isEqualTo(seat);
        assertThat(use().manageSeats().of(admin())).singleElement().satisfies(standing -> {
            assertThat(standing.limit()).isEqualTo(5);
            assertThat(standing.used()).isEqualTo(SeatUsage.Used.NOTHING);
        });
        assertThat(use().linkSeat().finish(admin().clientId(), service.lastToken(), acc(1)))
                .as("called back twice")
                .isEqualTo(new LinkSeat.Linked.Done(seat));
    }

    @Test // api 9.8: 24 h, one account is one seat, roles
    void a_link_is_believed_only_when_the_service_says_so_and_forgotten_when_nobody_uses_it() {
        linked(acc(1));
        start(NEW);
        ClientId client = admin().clientId();
        assertThat(use().linkSeat().finish(client, service.lastToken(), "acc-unknown"))
                .isInstanceOf(LinkSeat.Linked.VendorFailed.class);
        assertThat(use().linkSeat().finish(client, service.lastToken(), acc(1)))
                .isInstanceOf(LinkSeat.Linked.AccountTaken.class);
        assertThat(use().linkSeat().finish(opened(), service.lastToken(), acc(1)))
                .as("another client's account")
                .isInstanceOf(LinkSeat.Linked.AccountTaken.class);
        pass(Duration.ofHours(24).plusSeconds(1));
        assertThat(use().keepSeats().keep(client).removed())
                .as("unfinished after 24 h: removed")
                .isEqualTo(1);
        assertThat(use().manageSeats().of(admin())).hasSize(1);
        TenantScope member = new TenantScope(admin().clientId(), admin().userId(), Role.MEMBER);
        assertThat(use().linkSeat().start(member, NEW, Origin.NONE))
                .isEqualTo(new LinkSeat.Outcome.RoleRequired(Role.ADMIN));
    }

    @Test // scoring PLAN-1: an Ignition client has four seats
    void a_plan_has_so_many_seats_and_a_disconnected_one_takes_none() {
        Seat first = linked(acc(1));
        IntStream.rangeClosed(2, 4).forEach(number -> linked(acc(number)));

        assertThat(start(NEW)).isEqualTo(new LinkSeat.Outcome.LimitReached(4, 4));
        use().manageSeats().disconnect(admin(), first.id(), Origin.NONE);
        Seat fifth = linked(acc(5));
        LinkSeat.Request again = new LinkSeat.Request(null, LinkSeat.ReturnTo.SETTINGS, first.id());
        assertThat(start(again)).isEqualTo(new LinkSeat.Outcome.LimitReached(4, 4));
        use().manageSeats().disconnect(admin(), fifth.id(), Origin.NONE);
        assertThat(read(() -> on().seats().taken(admin().clientId()))).isEqualTo(3);
        assertThat(start(again)).isInstanceOf(LinkSeat.Outcome.Offered.class);
    }

    @Test // api 9.8
    void without_a_service_nothing_is_promised_and_a_failed_link_leaves_no_seat() {
        assertThat(seats(Optional.empty()).linkSeat().start(admin(), NEW, Origin.NONE))
                .isInstanceOf(LinkSeat.Outcome.NoService.class);
        service.fail(DOWN);
        assertThat(start(NEW)).isEqualTo(new LinkSeat.Outcome.VendorFailed(DOWN));
        assertThat(start(new LinkSeat.Request(new PersonaId(UUID.randomUUID()), LinkSeat.ReturnTo.ONBOARDING, null)))
                .isInstanceOf(LinkSeat.Outcome.PersonaUnknown.class);
        assertThat(use().manageSeats().of(admin())).isEmpty();
    }

    @Test // unipile 4.1: an account of another tenant is refused, with an alert; one that nobody waits for is let go
    void an_account_belongs_to_one_client_and_one_that_nobody_waits_for_is_let_go() {
        linked(acc(1));
        ClientId first = admin().clientId();
        admin = new TenantScope(opened(), new UserId(UUID.randomUUID()), Role.ADMIN);
        start(NEW);
        assertThat(use().linkSeat().finish(admin().clientId(), service.lastToken(), acc(1)))
                .isInstanceOf(LinkSeat.Linked.AccountTaken.class);
        assertThat(alerts()).containsExactly("null WARNING");
        assertThat(read(() -> on().seats().taken(admin().clientId())))
                .as("the seat still waits")
                .isEqualTo(1);

        pass(Duration.ofHours(24).plusSeconds(1));
        use().keepSeats().keep(admin().clientId());
        service.accounts().put(acc(2), SeatSignal.CONNECTED);
        assertThat(use().linkSeat().finish(admin().clientId(), service.lastToken(), acc(2)))
                .isInstanceOf(LinkSeat.Linked.NoSeat.class);
        assertThat(service.accounts()).containsOnlyKeys(acc(1));
        assertThat(first).isNotEqualTo(admin().clientId());
    }

    @Test // unipile 4.2: an ERROR that is OK again within 30 minutes is undone without a warm-up restart
    void a_short_outage_of_the_service_is_no_restriction() {
        Seat seat = linked(acc(1));
        pass(Duration.ofDays(12));
        use().keepSeats().keep(admin().clientId());
        use().hearSeats().changed(admin().clientId(), acc(1), SeatSignal.FAULTY);
        assertThat(seat(seat.id()).state()).isEqualTo(SeatState.RESTRICTED);
        pass(Duration.ofMinutes(30));
        use().hearSeats().changed(admin().clientId(), acc(1), SeatSignal.CONNECTED);
        assertThat(seat(seat.id()).state()).isEqualTo(SeatState.ACTIVE);
        assertThat(seat(seat.id()).day(now)).isEqualTo(13);
        assertThat(alerts()).isEmpty();
    }

    @Test // outreach 11.1
    void a_seat_that_the_network_restricts_stops_and_only_staff_let_it_begin_anew() {
        Seat seat = linked(acc(1));
        pass(Duration.ofDays(12));
        use().keepSeats().keep(admin().clientId());
        assertThat(seat(seat.id()).state()).isEqualTo(SeatState.ACTIVE);

        use().hearSeats().changed(admin().clientId(), acc(1), SeatSignal.RESTRICTED);
        use().hearSeats().changed(admin().clientId(), "acc-nobody", SeatSignal.RESTRICTED);

        assertThat(seat(seat.id())).satisfies(down -> {
            assertThat(down.state()).isEqualTo(SeatState.RESTRICTED);
            assertThat(down.limit(now)).isZero();
            assertThat(down.link().error()).isEqualTo("restricted");
        });
        assertThat(alerts()).containsExactly("restricted CRITICAL");
        assertThat(told)
                .filteredOn(event -> event.aggregateId().equals(seat.id().value()))
                .extracting(DomainEvent::name)
                .as("scoring 5: seat.restricted")
                .containsExactly(EventName.RESOURCE_WARMUP_COMPLETED, EventName.SEAT_RESTRICTED);
        assertThat(use().desk().list(admin().clientId(), null, 10)).hasSize(1);
        assertThat(use().desk().reEnable(staff, seat.id(), "The owner proved who he is.", Origin.NONE))
                .isInstanceOf(SeatDesk.Outcome.Done.class);
        assertThat(seat(seat.id()).state()).isEqualTo(SeatState.WARMUP);
        assertThat(seat(seat.id()).day(now)).isEqualTo(1);
        assertThat(alerts()).isEmpty();
        assertThat(use().desk().reEnable(staff, seat.id(), "Once more, to be sure.", Origin.NONE))
                .isInstanceOf(SeatDesk.Outcome.NotRestricted.class);
        assertThat(use().desk().reEnable(staff, new SeatId(UUID.randomUUID()), "Nobody's at all.", Origin.NONE))
                .isInstanceOf(SeatDesk.Outcome.NotFound.class);
    }

    @Test // api 9.8: 502 leaves the stored state
    void a_refresh_takes_what_the_service_says_and_leaves_the_seat_where_it_says_nothing() {
        Seat seat = linked(acc(1));
        service.fail(DOWN);
        assertThat(use().manageSeats().refresh(admin(), seat.id()))
                .isEqualTo(new ManageSeats.Outcome.VendorFailed(DOWN));
        assertThat(seat(seat.id()).state()).isEqualTo(SeatState.WARMUP);
        service.fail(null);
        service.accounts().put(acc(1), SeatSignal.UNDER_WAY);
        use().manageSeats().refresh(admin(), seat.id());
        assertThat(seat(seat.id())).as("nothing changes").isEqualTo(seat);
        service.accounts().put(acc(1), SeatSignal.CREDENTIALS_REQUIRED);
        use().manageSeats().refresh(admin(), seat.id());
        assertThat(seat(seat.id()).state()).isEqualTo(SeatState.CREDENTIALS_REQUIRED);
        assertThat(alerts()).containsExactly("credentials_required CRITICAL");
        service.accounts().put(acc(1), SeatSignal.CONNECTED);
        use().keepSeats().keep(admin().clientId());
        assertThat(seat(seat.id()).state()).as("the push was lost").isEqualTo(SeatState.WARMUP);
        service.accounts().remove(acc(1));
        use().manageSeats().refresh(admin(), seat.id());
        assertThat(seat(seat.id()).state()).isEqualTo(SeatState.DISCONNECTED);
    }

    @Test // api 9.8: locally at once, at the vendor by retrying job
    void a_disconnected_seat_stops_at_once_and_the_service_is_told_until_it_listens() {
        Seat seat = linked(acc(1));
        service.fail(DOWN);

        assertThat(use().manageSeats().disconnect(admin(), seat.id(), Origin.NONE))
                .isInstanceOf(ManageSeats.Outcome.Done.class);

        assertThat(seat(seat.id()).state()).isEqualTo(SeatState.DISCONNECTED);
        assertThat(use().keepSeats().keep(admin().clientId()).removed()).isZero();
        assertThat(service.accounts()).containsKey(acc(1));
        service.fail(null);
        assertThat(use().keepSeats().keep(admin().clientId()).removed()).isEqualTo(1);
        assertThat(service.accounts()).isEmpty();
        assertThat(use().keepSeats().keep(admin().clientId()).removed()).isZero();
    }

    @Test // one seat is one persona; two windows, one change
    void a_persona_is_given_by_whoever_saw_the_seat_last() {
        Seat seat = linked(acc(1));
        assertThat(use().manageSeats()
                        .actFor(admin(), seat.id(), seat.version(), new PersonaId(UUID.randomUUID()), Origin.NONE))
                .isInstanceOf(ManageSeats.Outcome.PersonaUnknown.class);
        assertThatThrownBy(() -> use().manageSeats().actFor(admin(), seat.id(), seat.version() - 1, null, Origin.NONE))
                .isInstanceOf(ConcurrentUpdate.class);
        assertThat(use().manageSeats().actFor(admin(), seat.id(), seat.version(), null, Origin.NONE))
                .isInstanceOf(ManageSeats.Outcome.Done.class);
        TenantScope stranger = new TenantScope(opened(), null, Role.ADMIN);
        assertThat(use().manageSeats().refresh(stranger, seat.id())).isInstanceOf(ManageSeats.Outcome.NotFound.class);
    }

    @Test // RES-13: 20 invitations of 3 to 10 days ago, 0.275 of 40 is a warning and 15 a day; > 80 pending stops
    void the_daily_look_judges_a_seat_by_its_invitations() {
        Seat seat = linked(acc(1));
        pass(Duration.ofDays(30));
        invite(seat, 11, ConnectionState.ACCEPTED, Duration.ofDays(5));
        invite(seat, 29, ConnectionState.DECLINED, Duration.ofDays(5));

        KeepSeats.Round round = use().keepSeats().keep(admin().clientId());

        assertThat(round).isEqualTo(new KeepSeats.Round(1, 1, 0, 0));
        assertThat(told)
                .filteredOn(event -> event.aggregateId().equals(seat.id().value()))
                .extracting(DomainEvent::name)
                .containsExactly(EventName.RESOURCE_WARMUP_COMPLETED);
        assertThat(seat(seat.id())).satisfies(judged -> {
            assertThat(judged.state()).isEqualTo(SeatState.ACTIVE);
            assertThat(judged.standing().week()).isEqualByComparingTo(new BigDecimal("0.275"));
            assertThat(judged.limit(now)).isEqualTo(15);
        });
        assertThat(alerts()).containsExactly("accept_rate WARNING");
        invite(seat, 81, ConnectionState.PENDING, Duration.ofDays(14));
        assertThat(use().keepSeats().keep(admin().clientId()).ignored()).isEqualTo(81);
        assertThat(seat(seat.id()).limit(now)).isZero();
        assertThat(alerts()).containsExactly("accept_rate WARNING", "pending CRITICAL");
        assertThat(use().keepSeats().keep(admin().clientId()).ignored()).isZero();
    }

    @Test // api 9.8, filters and the page after the last row
    void connections_are_listed_the_newest_request_first() {
        Seat seat = linked(acc(1));
        invite(seat, 2, ConnectionState.ACCEPTED, Duration.ofDays(2));
        invite(seat, 2, ConnectionState.PENDING, Duration.ofDays(1));
        invite(seat, 1, ConnectionState.VIEWED, null);

        var all = new SeatConnections.Filter(null, Set.of(), null);
        List<SeatConnection> rows = use().manageSeats().connections(admin(), all, null, 10);
        assertThat(rows)
                .extracting(SeatConnection::state)
                .containsExactly(
                        ConnectionState.PENDING,
                        ConnectionState.PENDING,
                        ConnectionState.ACCEPTED,
                        ConnectionState.ACCEPTED,
                        ConnectionState.VIEWED);
        List<SeatConnection> read = new ArrayList<>();
        SeatConnections.After after = null;
        for (int i = 0; i < rows.size(); i++) {
            SeatConnection next =
                    use().manageSeats().connections(admin(), all, after, 1).getFirst();
            read.add(next);
            after = new SeatConnections.After(next.request().sentAt(), next.id());
        }
        assertThat(read).isEqualTo(rows);
        assertThat(use().manageSeats().connections(admin(), all, after, 1)).isEmpty();
        assertThat(use().manageSeats()
                        .connections(
                                admin(),
                                new SeatConnections.Filter(seat.id(), Set.of(ConnectionState.ACCEPTED), false),
                                null,
                                10))
                .hasSize(2);
        assertThat(read(() -> on().connections()
                        .ofLeads(admin().clientId(), List.of(rows.getFirst().leadId()))))
                .containsEntry(rows.getFirst().leadId(), rows.getFirst());
    }

    @Test // RES-8: 80 in seven days, the day turns at midnight on the seat's clock
    void what_a_seat_used_is_counted_by_its_own_days() {
        Seat seat = linked(acc(1));
        for (int back : List.of(0, 0, 1, 6, 7)) {
            LocalDate date = LocalDate.ofInstant(now, seat.zone()).minusDays(back);
            Instant day = date.atStartOfDay(seat.zone()).toInstant();
            var counter = new Quotas.Counter(seat.id().value(), QuotaMetric.LI_INVITE, day);
            Quotas.Bound bound = new Quotas.Bound(counter, 20);
            Quotas.Claim claim = new Quotas.Claim(new TouchId(UUID.randomUUID()), List.of(bound));
            read(() -> on().quotas().reserve(admin().clientId(), List.of(claim)));
        }
        assertThat(use().manageSeats().of(admin()))
                .singleElement()
                .extracting(ManageSeats.Standing::used)
                .isEqualTo(new SeatUsage.Used(2, 4));
    }
}
