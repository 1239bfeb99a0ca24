package io.agencyos.application.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.platform.Audit;
import io.agencyos.application.platform.Events;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.DailyLimit;
import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.FieldProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Giving a client mailboxes, on stores of any kind. Each test uses a tenant and a domain of its own. */
public abstract class ConnectMailboxContract {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private @Nullable MailboxState vendorSays = MailboxState.CONNECTING;
    private boolean vendorAnswers = true;
    private boolean vendorTakesLimits = true;
    private @Nullable Integer vendorLimit;
    private int limitsSet;
    private final ClientId client = new ClientId(UUID.randomUUID());
    private final String domain = "d" + UUID.randomUUID().toString().replace("-", "") + ".example";

    protected abstract UnitOfWork units();

    protected abstract MailboxRepository mailboxes();

    protected abstract Events events();

    protected abstract Audit audit();

    @Test // scoring RES-12: a domain that begins to warm up today sends 5 a day, of which one tenth is kept for answers
    void a_mailbox_named_by_hand_begins_to_warm_up() {
        ConnectMailbox.Outcome outcome = connect(Role.ADMIN, request("sam@" + domain, "smtp", null, null));

        assertThat(outcome).isInstanceOfSatisfying(ConnectMailbox.Outcome.Connected.class, connected -> {
            assertThat(connected.mailbox().state()).isEqualTo(MailboxState.CONNECTED);
            assertThat(connected.mailbox().warmupStartedAt()).isEqualTo(NOW);
            assertThat(listed())
                    .containsExactly(new ListMailboxes.Standing(connected.mailbox(), new DailyLimit(5), 0, false));
            assertThat(connect(Role.ADMIN, request("sam@" + domain, "smtp", null, null)))
                    .isEqualTo(new ConnectMailbox.Outcome.AlreadyConnected(connected.mailbox()));
        });
    }

    @Test // scoring RES-8: min(warm-up, health, override)
    void a_warm_domain_sends_fifty_or_what_a_person_has_set() {
        connect(Role.ADMIN, request("sam@" + domain, "smtp", NOW.minus(Duration.ofDays(22)), null));
        connect(Role.ADMIN, request("sam@a" + domain, "smtp", NOW.minus(Duration.ofDays(22)), 12));

        assertThat(listed()).extracting(ListMailboxes.Standing::warm).containsOnly(true);
        assertThat(listed()).extracting(standing -> standing.limit().total()).containsExactlyInAnyOrder(50, 12);
    }

    @Test // scoring RES-8
    void a_mailbox_of_a_vendor_with_a_list_takes_its_id_and_state_from_there() {
        ConnectMailbox.Outcome outcome = connect(Role.ADMIN, request("sam@" + domain, "listed", null, null));

        assertThat(outcome).isInstanceOfSatisfying(ConnectMailbox.Outcome.Connected.class, connected -> {
            assertThat(connected.mailbox().vendorRef()).isEqualTo("mbox-7");
            assertThat(connected.mailbox().state()).isEqualTo(MailboxState.CONNECTING);
        });
        assertThat(codes(connect(Role.ADMIN, request("ana@" + domain, "listed", null, null))))
                .containsExactly("not_found");
    }

    @Test // scoring RES-8: consent is given at the vendor's, often after the mailbox was named here
    void a_known_mailbox_takes_over_what_its_vendor_says_when_it_is_connected_again() {
        connect(Role.ADMIN, request("sam@" + domain, "listed", null, null));
        vendorSays = MailboxState.CONNECTED;

        assertThat(connect(Role.ADMIN, request("sam@" + domain, "listed", null, null)))
                .isInstanceOfSatisfying(
                        ConnectMailbox.Outcome.AlreadyConnected.class,
                        already -> assertThat(already.mailbox().state()).isEqualTo(MailboxState.CONNECTED));
        assertThat(states()).containsExactly(MailboxState.CONNECTED);
    }

    @Test // scoring RES-8
    void what_vendors_say_is_taken_over_from_time_to_time() {
        connect(Role.ADMIN, request("sam@" + domain, "listed", null, null));
        connect(Role.ADMIN, request("ana@" + domain, "smtp", null, null));
        assertThat(refreshed()).as("nothing is new").isZero();

        vendorSays = MailboxState.CONNECTED;
        assertThat(refreshed()).isEqualTo(1);
        assertThat(states()).containsOnly(MailboxState.CONNECTED);

        vendorAnswers = false;
        assertThat(refreshed()).as("a list that cannot be read says nothing").isZero();
        assertThat(states()).containsOnly(MailboxState.CONNECTED);

        vendorAnswers = true;
        vendorSays = null;
        assertThat(refreshed()).isEqualTo(1);
        assertThat(states())
                .as("the vendor has it no more; the one by hand stays")
                .containsExactlyInAnyOrder(MailboxState.CONNECTED, MailboxState.DISCONNECTED);
    }

    @Test // salesforge 4.2, 9: the vendor's limit is set to ours, never larger
    void the_vendor_is_told_our_limit_when_it_knows_another_and_asked_again_where_it_did_not_take_it() {
        vendorSays = MailboxState.CONNECTED;
        vendorLimit = 30;
        connect(Role.ADMIN, request("sam@" + domain, "listed", NOW.minus(Duration.ofDays(5)), null));
        refreshed();
        assertThat(vendorLimit).as("day 5 of the ramp").isEqualTo(10);
        refreshed();
        assertThat(limitsSet).as("nothing is new").isEqualTo(1);

        vendorLimit = 30;
        vendorTakesLimits = false;
        refreshed();
        assertThat(limitsSet).as("one try a look").isEqualTo(2);
        assertThat(vendorLimit).isEqualTo(30);

        vendorTakesLimits = true;
        units().inTenant(TenantScope.worker(client), () -> {
            mailboxes().update(mailboxes().ofClient(client).getFirst().limitedTo(0));
            return client;
        });
        refreshed();
        assertThat(vendorLimit).as("no vendor knows a limit of none").isEqualTo(1);
    }

    private int refreshed() {
        return use().refreshMailboxes().refresh(client);
    }

    private List<MailboxState> states() {
        return listed().stream().map(standing -> standing.mailbox().state()).toList();
    }

    @Test // api 1.9 freemail_domain
    void what_cannot_be_sent_from_is_refused_at_once() {
        assertThat(codes(connect(Role.ADMIN, request("sam@gmail.com", "nobody", null, 51))))
                .containsExactly("freemail_domain", "unknown_vendor", "out_of_range");
        assertThat(connect(Role.MEMBER, request("sam@" + domain, "smtp", null, null)))
                .isEqualTo(new ConnectMailbox.Outcome.RoleRequired(Role.ADMIN));
        assertThat(listed()).isEmpty();
    }

    @Test
    void a_mailbox_belongs_to_one_client() {
        connect(Role.ADMIN, request("sam@" + domain, "smtp", null, null));
        TenantScope other = new TenantScope(new ClientId(UUID.randomUUID()), null, Role.WORKER);

        assertThat(use().connectMailbox().connect(other, request("sam@" + domain, "smtp", null, null), Origin.NONE))
                .isEqualTo(new ConnectMailbox.Outcome.Taken());
    }

    private static List<String> codes(ConnectMailbox.Outcome outcome) {
        if (outcome instanceof ConnectMailbox.Outcome.Invalid(List<FieldProblem> problems)) {
            return problems.stream().map(FieldProblem::code).toList();
        }
        throw new AssertionError(outcome);
    }

    private List<ListMailboxes.Standing> listed() {
        return use().listMailboxes().of(as(Role.VIEWER));
    }

    private ConnectMailbox.Outcome connect(Role role, ConnectMailbox.Request request) {
        return use().connectMailbox().connect(as(role), request, Origin.NONE);
    }

    private TenantScope as(Role role) {
        return new TenantScope(client, new UserId(UUID.randomUUID()), role);
    }

    private ResourceUseCases use() {
        return new ResourceUseCases(
                new ResourcePorts(
                        mailboxes(),
                        Set.of("smtp", "listed"),
                        vendor -> vendor.equals("listed") ? Optional.of(new OneMailbox()) : Optional.empty(),
                        events(),
                        audit()),
                units(),
                () -> NOW,
                UUID::randomUUID);
    }

    private static ConnectMailbox.Request request(
            String address, String vendor, @Nullable Instant warmUp, @Nullable Integer limit) {
        return new ConnectMailbox.Request(new EmailAddress(address), vendor, true, warmUp, limit);
    }

    /** A vendor that knows one mailbox, or none any more. */
    private final class OneMailbox implements Mailboxes {

        @Override
        public Result<List<VendorMailbox>, VendorFailure> list(ClientId client) {
            if (!vendorAnswers) {
                return Result.err(
                        new VendorFailure.Unavailable(VendorFailure.Details.of("listed", "list", "maintenance")));
            }
            return Result.ok(
                    vendorSays == null
                            ? List.of()
                            : List.of(new VendorMailbox(
                                    "mbox-7",
                                    new EmailAddress("Sam@" + domain),
                                    "Sam",
                                    "Oduya",
                                    vendorSays,
                                    null,
                                    null,
                                    vendorLimit)));
        }

        @Override
        public Result<URI, VendorFailure> connectUrl(
                ClientId client, Provider provider, URI back, EmailAddress address) {
            return Result.ok(back.resolve("?mailbox=" + address.value()));
        }

        @Override
        public Result<Boolean, VendorFailure> setDailyLimit(ClientId client, String ref, int perDay) {
            limitsSet++;
            if (!vendorTakesLimits) {
                return Result.err(new VendorFailure.Unavailable(
                        VendorFailure.Details.of("listed", "daily limit", "maintenance")));
            }
            vendorLimit = perDay;
            return known(ref);
        }

        @Override
        public Result<Boolean, VendorFailure> remove(ClientId client, String ref) {
            Result<Boolean, VendorFailure> there = known(ref);
            vendorSays = null;
            return there;
        }

        private Result<Boolean, VendorFailure> known(String ref) {
            return vendorSays != null && ref.equals("mbox-7")
                    ? Result.ok(true)
                    : Result.err(new VendorFailure.NotFound(VendorFailure.Details.of("listed", "mailbox", ref)));
        }
    }
}
