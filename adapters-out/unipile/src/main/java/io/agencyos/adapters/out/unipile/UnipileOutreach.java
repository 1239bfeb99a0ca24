package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.CallBudget;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.MonotonicTime;
import io.agencyos.adapters.out.vendorhttp.SendOutcomes;
import io.agencyos.adapters.out.vendorhttp.Ways;
import io.agencyos.application.outreach.channel.LinkedInChecks;
import io.agencyos.application.outreach.channel.LinkedInCommand;
import io.agencyos.application.outreach.channel.LinkedInOutreach;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.outreach.channel.SendSemantics;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Acts of seats by this vendor. Source: unipile 4, 7, 8. */
final class UnipileOutreach implements LinkedInOutreach {

    /** Below the lease of a touch, though the vendor may take a minute for one call. */
    private static final Duration TOTAL = Duration.ofSeconds(75);

    private static final SendSemantics INVITE = new SendSemantics(false, true, Duration.ofMinutes(1), true);
    private static final SendSemantics MESSAGE = new SendSemantics(false, true, Duration.ofMinutes(2), true);
    private static final SendSemantics VIEW = new SendSemantics(false, false, Duration.ZERO, false);

    private static final Capabilities PAID = new Capabilities(LinkedInChecks.LONGEST_NOTE, Optional.empty());
    private static final Capabilities FREE = new Capabilities(200, Optional.of(5));
    private static final Duration FRESH = Duration.ofHours(24);
    private static final Duration DEAF_AFTER = Duration.ofHours(12);
    private static final Duration DEAF_WAIT = Duration.ofHours(1);

    private record Known(Capabilities capabilities, Instant at) {}

    private final Ways<UnipileAccount, Connection> ways;
    private final Seats seats;
    private final Pauses pauses;
    private final Notes notes;
    private final People people;
    private final ClockPort clock;
    private final MonotonicTime time;
    private final Function<ClientId, Duration> betweenWithdrawals;
    private final Map<String, Known> capabilities = new ConcurrentHashMap<>();
    /** When each seat last took an invitation back. */
    private final Map<String, Long> withdrawn = new ConcurrentHashMap<>();

    UnipileOutreach(
            Ways<UnipileAccount, Connection> ways,
            Seats seats,
            Pauses pauses,
            Notes notes,
            People people,
            ClockPort clock,
            MonotonicTime time,
            Function<ClientId, Duration> betweenWithdrawals) {
        this.ways = ways;
        this.seats = seats;
        this.pauses = pauses;
        this.notes = notes;
        this.people = people;
        this.clock = clock;
        this.time = time;
        this.betweenWithdrawals = betweenWithdrawals;
    }

    /** Runs the work in the seat's turn. */
    private <T> Result<T, VendorFailure> on(
            ClientId client, String seat, String operation, Function<Connection, Result<T, VendorFailure>> work) {
        return ways.of(client, operation).flatMap(connection -> seats.inTurn(connection, seat, operation, work));
    }

    @Override
    public SendOutcome send(LinkedInCommand act) {
        Optional<LinkedInChecks.Problem> problem = LinkedInChecks.problem(act);
        if (problem.isPresent()) {
            return new SendOutcome.Rejected(Failures.invalid(
                    "send", problem.get().field(), problem.get().reason()));
        }
        return CallBudget.within(
                TOTAL,
                time,
                () -> this.<SendOutcome>on(
                                act.clientId(),
                                act.seat().vendorRef(),
                                "send",
                                connection -> Result.ok(send(connection, act)))
                        .fold(Function.identity(), SendOutcomes::of));
    }

    private SendOutcome send(Connection connection, LinkedInCommand act) {
        String seat = act.seat().vendorRef();
        Optional<VendorFailure> pause =
                pauses.pause(act.clientId(), act.kind(), seat, Optional.ofNullable(act.personRef()));
        if (pause.isPresent()) {
            return SendOutcomes.of(pause.get());
        }
        if (act.kind() != TouchKind.LI_VIEW && isDeaf(act.clientId(), seat)) {
            return SendOutcomes.of(new VendorFailure.RateLimited(
                    Failures.details("send", "what people answer this seat cannot be read")
                            .withVendorCode("SEAT_UNREAD"),
                    DEAF_WAIT));
        }
        return switch (act.kind()) {
            case LI_VIEW ->
                people.look(connection, seat, act.profile(), true)
                        .fold(
                                seen -> new SendOutcome.Accepted(
                                        "view/" + act.touchId().text()),
                                SendOutcomes::of);
            case LI_INVITE -> invite(connection, act);
            case LI_MESSAGE -> message(connection, act);
            case EMAIL, SMS, VOICE, LETTER, POSTCARD ->
                throw new IllegalStateException(act.kind() + " is no act on LinkedIn");
        };
    }

    /** Nobody is written to whose answers cannot be seen for half a day, be it by one seat alone. Source: outreach 15. */
    private boolean isDeaf(ClientId client, String seat) {
        return seats.unreadSince(client, seat)
                .filter(since -> !clock.now().isBefore(since.plus(DEAF_AFTER)))
                .isPresent();
    }

    private SendOutcome invite(Connection connection, LinkedInCommand act) {
        String seat = act.seat().vendorRef();
        Optional<VendorFailure> note = note(connection, act);
        if (note.isPresent()) {
            return SendOutcomes.beforeSending(note.get());
        }
        return people.resolve(connection, seat, act.profile())
                .fold(
                        person -> refusal(act, person)
                                .map(SendOutcomes::of)
                                .orElseGet(() -> invite(connection, act, person)),
                        SendOutcomes::beforeSending);
    }

    private Optional<VendorFailure> refusal(LinkedInCommand act, Profile person) {
        if (act.personRef() != null && !act.personRef().equals(person.personRef())) {
            return Optional.of(Failures.invalid("send", "identity_mismatch", "the profile is somebody else's now"));
        }
        if (person.connected()) {
            return Optional.of(Failures.conflict("send", Failures.ALREADY_CONNECTED, "connected already"));
        }
        if (person.invited()) {
            return Optional.of(Failures.conflict("send", Failures.ALREADY_INVITED, "invited already"));
        }
        return pauses.pause(act.clientId(), act.kind(), act.seat().vendorRef(), Optional.of(person.personRef()));
    }

    private SendOutcome invite(Connection connection, LinkedInCommand act, Profile person) {
        String note = act.text().isBlank() ? null : act.text();
        people.forget(act.seat().vendorRef(), act.profile());
        Result<JsonNode, VendorFailure> answer = connection
                .calls()
                .write("invite", () -> connection.speech().invite(act.seat().vendorRef(), person.personRef(), note));
        if (note != null && (answer.isOk() || failed(answer).ambiguous())) {
            notes.sent(act.clientId(), act.seat().vendorRef());
        }
        return outcome(act, person.personRef(), answer, "invitation_id");
    }

    private static VendorFailure failed(Result<JsonNode, VendorFailure> answer) {
        return ((Result.Err<JsonNode, VendorFailure>) answer).error();
    }

    private Optional<VendorFailure> note(Connection connection, LinkedInCommand act) {
        if (act.text().isBlank()) {
            return Optional.empty();
        }
        return capabilities(connection, act.seat().vendorRef())
                .fold(
                        able -> {
                            if (act.text().length() > able.noteLimit()) {
                                return Optional.of(
                                        Failures.invalid("send", "note", "longer than this account may write"));
                            }
                            int sent =
                                    notes.thisMonth(act.clientId(), act.seat().vendorRef());
                            return able.notesPerMonth()
                                    .filter(most -> sent >= most)
                                    .map(most -> Failures.invalid(
                                            "send", "note", "this account has sent its notes of the month"));
                        },
                        Optional::of);
    }

    private SendOutcome message(Connection connection, LinkedInCommand act) {
        return person(connection, act)
                .fold(
                        person -> outcome(
                                act,
                                person,
                                Chats.say(connection, act.seat().vendorRef(), person, act.thread(), act.text()),
                                "message_id"),
                        SendOutcomes::beforeSending);
    }

    private Result<String, VendorFailure> person(Connection connection, LinkedInCommand act) {
        return act.personRef() == null
                ? people.resolve(connection, act.seat().vendorRef(), act.profile())
                        .map(Profile::personRef)
                : Result.ok(act.personRef());
    }

    private SendOutcome outcome(
            LinkedInCommand act, String person, Result<JsonNode, VendorFailure> answer, String idField) {
        return answer.fold(
                taken -> SendOutcomes.accepted(
                        Fields.text(taken, idField), Failures.details("send", "an answer without an id")),
                failure -> {
                    pauses.heed(act.clientId(), act.kind(), act.seat().vendorRef(), person, failure);
                    return SendOutcomes.of(failure);
                });
    }

    @Override
    public LookupOutcome lookup(LinkedInCommand act, Instant since) {
        String seat = act.seat().vendorRef();
        if (act.kind() == TouchKind.LI_VIEW) {
            return new LookupOutcome.Inconclusive("a look leaves no trace");
        }
        return this.<LookupOutcome>on(
                        act.clientId(),
                        seat,
                        "lookup",
                        connection -> person(connection, act)
                                .map(person -> act.kind() == TouchKind.LI_MESSAGE
                                        ? Chats.lookup(connection, seat, person, act.thread(), act.text(), since)
                                        : Invitations.lookup(connection, people, seat, person, act.profile())))
                .fold(Function.identity(), failure -> new LookupOutcome.Inconclusive(failure.kind()));
    }

    @Override
    public SendSemantics semanticsOf(LinkedInCommand act) {
        return switch (act.kind()) {
            case LI_INVITE -> INVITE;
            case LI_MESSAGE -> MESSAGE;
            case LI_VIEW, EMAIL, SMS, VOICE, LETTER, POSTCARD -> VIEW;
        };
    }

    @Override
    public Result<Capabilities, VendorFailure> capabilities(ClientId client, String seat) {
        return on(client, seat, "capabilities", connection -> capabilities(connection, seat));
    }

    private Result<Capabilities, VendorFailure> capabilities(Connection connection, String seat) {
        Known known = capabilities.get(seat);
        if (known != null && clock.now().isBefore(known.at().plus(FRESH))) {
            return Result.ok(known.capabilities());
        }
        return connection
                .calls()
                .read("own profile", () -> connection.speech().me(seat))
                .map(me -> {
                    boolean paid = Fields.flag(me, "premium")
                            || !Fields.items(me.path("premiumFeatures")).isEmpty();
                    Capabilities able = paid ? PAID : FREE;
                    capabilities.put(seat, new Known(able, clock.now()));
                    return able;
                });
    }

    @Override
    public Result<Profile, VendorFailure> resolve(ClientId client, String seat, LinkedInUrl profile) {
        return on(client, seat, "resolve", connection -> people.resolve(connection, seat, profile));
    }

    @Override
    public Result<List<Invitation>, VendorFailure> pendingInvitations(ClientId client, String seat) {
        return on(client, seat, "invitations", connection -> Invitations.pending(connection, seat));
    }

    @Override
    public Result<Boolean, VendorFailure> withdraw(ClientId client, String seat, String invitation) {
        return on(client, seat, "withdraw", connection -> {
            apart(client, seat);
            return Invitations.withdrawn(connection, seat, invitation);
        });
    }

    /** Some time lies between two withdrawals of a seat, which has its turn for as long as this waits. Source: outreach 11.4. */
    private void apart(ClientId client, String seat) {
        Duration apart = betweenWithdrawals.apply(client);
        Long last = withdrawn.get(seat);
        long wait = last == null ? 0 : last + apart.toNanos() - time.nanos();
        if (apart.isPositive() && wait > 0) {
            time.sleep(Duration.ofNanos(wait));
        }
        withdrawn.put(seat, time.nanos());
    }

    @Override
    public Result<List<Relation>, VendorFailure> relations(ClientId client, String seat, Instant since) {
        return on(client, seat, "relations", connection -> Invitations.relations(connection, seat, since));
    }

    @Override
    public Result<InMailBalance, VendorFailure> inMailBalance(ClientId client, String seat) {
        return on(
                client,
                seat,
                "inmails",
                connection -> connection
                        .calls()
                        .read("inmails", () -> connection.speech().inMailBalance(seat))
                        .map(told -> new InMailBalance(
                                left(told, "premium"), left(told, "recruiter"), left(told, "sales_navigator"))));
    }

    private static Optional<Integer> left(JsonNode told, String product) {
        return Fields.whole(told, product)
                .filter(count -> count >= 0 && count <= Integer.MAX_VALUE)
                .map(Long::intValue);
    }

    @Override
    public Optional<SeatSignal> signal(VendorFailure failure) {
        return Failures.signal(failure);
    }

    @Override
    public Result<Boolean, VendorFailure> checkConnection(ClientId client) {
        return ways.of(client, "check")
                .flatMap(connection -> connection
                        .calls()
                        .read("check", () -> connection.speech().accounts(1)))
                .map(accounts -> true);
    }
}
