package io.agencyos.adapters.out.unipile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.agencyos.adapters.out.unipile.Stubs.CHATS;
import static io.agencyos.adapters.out.unipile.Stubs.INVITE;
import static io.agencyos.adapters.out.unipile.Stubs.PRIYA;
import static io.agencyos.adapters.out.unipile.Stubs.SENT;
import static io.agencyos.adapters.out.unipile.Stubs.USER;
import static io.agencyos.adapters.out.unipile.Stubs.items;
import static io.agencyos.adapters.out.unipile.Stubs.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.agencyos.application.outreach.channel.LinkedInCommand;
import io.agencyos.application.outreach.channel.LinkedInOutreach;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** unipile 13: what seats do. */
class ActsTest {

    private static final String TAKEN =
            "{\"object\":\"UserInvitationSent\",\"invitation_id\":\"7100000000000000001\",\"usage\":42}";
    private static final String WAITING =
            "{\"id\":\"7100000000000000001\",\"invited_user_id\":\"ACoAAB22\",\"parsed_datetime\":\"2026-09-02T10:00:01.000Z\"}";

    private final Stubs vendor = new Stubs();
    private final LinkedInOutreach seats = vendor.unipile.outreach();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private static VendorFailure refusalOf(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Rejected(VendorFailure failure) -> failure;
            case SendOutcome.NotAccepted(VendorFailure failure, Duration wait) -> failure;
            case SendOutcome.Ambiguous(VendorFailure failure) -> failure;
            case SendOutcome.Accepted accepted -> throw new AssertionError("accepted");
        };
    }

    private LookupOutcome lookup(LinkedInCommand act) {
        return seats.lookup(act, vendor.clock.now());
    }

    @Test // rows 1, 8
    void an_invitation_names_person_and_seat_and_carries_no_empty_note() {
        vendor.on("POST", INVITE, 201, TAKEN);
        assertThat(seats.send(Stubs.invite())).isEqualTo(new SendOutcome.Accepted("7100000000000000001"));
        var request = vendor.asked("POST", INVITE).getFirst();
        assertThat(request.getHeader("X-API-KEY")).isEqualTo(Stubs.KEY);
        assertThat(request.getUrl()).doesNotContain(Stubs.KEY);
        assertThat(request.getBodyAsString()).isEqualTo("{\"provider_id\":\"ACoAAB22\",\"account_id\":\"acc_Sx1\"}");
    }

    @ParameterizedTest // rows 9, 10, 19, unipile 6
    @CsvSource({
        "already_invited_recently, 422, conflict, ALREADY_INVITED",
        "cannot_resend_within_24hrs, 422, conflict, ALREADY_INVITED",
        "already_connected, 422, conflict, ALREADY_CONNECTED",
        "action_already_performed, 422, conflict, action_already_performed",
        "cannot_invite_attendee, 422, invalid, cannot_invite_attendee",
        "user_unreachable, 422, invalid, user_unreachable",
        "blocked_recipient, 422, invalid, blocked_recipient",
        "no_connection_with_recipient, 422, invalid, NOT_CONNECTED",
        "unprocessable_entity, 422, invalid, unprocessable_entity",
        "too_many_characters, 400, invalid, too_many_characters",
        "invalid_recipient, 422, not_found, invalid_recipient",
        "resource_not_found, 404, not_found, resource_not_found",
        "insufficient_credits, 422, out_of_credits, INMAIL",
        "insufficient_permissions, 403, unauthorized, SCOPE",
        "inactive_subscription, 403, unauthorized, PLAN",
        "missing_credentials, 401, unauthorized, missing_credentials",
        "something_new, 422, invalid, something_new"
    })
    void every_error_has_its_kind(String type, int status, String kind, String code) {
        vendor.on("POST", INVITE, status, refusal(type, status));
        SendOutcome outcome = seats.send(Stubs.invite());
        assertThat(outcome).isInstanceOf(SendOutcome.Rejected.class);
        assertThat(refusalOf(outcome).kind()).isEqualTo(kind);
        if (!type.equals("something_new")) {
            assertThat(refusalOf(outcome).details().vendorCode()).isEqualTo(code);
        }
    }

    @ParameterizedTest // row 24
    @CsvSource({
        "disconnected_account, 401, CREDENTIALS_REQUIRED",
        "invalid_credentials, 401, CREDENTIALS_REQUIRED",
        "multiple_sessions, 401, CREDENTIALS_REQUIRED",
        "checkpoint_error, 401, RESTRICTED",
        "account_restricted, 403, RESTRICTED"
    })
    void an_error_of_the_seat_says_how_it_stands(String type, int status, SeatSignal signal) {
        vendor.on("POST", INVITE, status, refusal(type, status));
        assertThat(seats.signal(refusalOf(seats.send(Stubs.invite())))).contains(signal);
    }

    @Test // row 11
    void linkedins_limit_pauses_the_seats_invitations_and_bars_the_person() {
        vendor.on("POST", INVITE, 422, refusal("cannot_resend_yet", 422));
        assertThat(seats.send(Stubs.invite())).isInstanceOf(SendOutcome.NotAccepted.class);
        assertThat(seats.send(Stubs.invite())).isInstanceOf(SendOutcome.NotAccepted.class);
        assertThat(vendor.asked("POST", INVITE)).as("not asked again").hasSize(1);
        vendor.on("POST", INVITE, 201, TAKEN);
        vendor.clock.advance(Duration.ofHours(25));
        assertThat(seats.send(Stubs.invite())).as("the person is barred").isInstanceOf(SendOutcome.NotAccepted.class);
        assertThat(vendor.asked("POST", INVITE)).hasSize(1);
        vendor.clock.advance(Duration.ofDays(21));
        assertThat(seats.send(Stubs.invite())).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test // unipile 6: a message is no invitation
    void a_pause_of_invitations_holds_no_message_up() {
        vendor.on("POST", INVITE, 422, refusal("cannot_resend_yet", 422));
        vendor.on("POST", CHATS, 201, "{\"chat_id\":\"ch_9\",\"message_id\":\"msg_1\"}");
        seats.send(Stubs.invite());
        assertThat(seats.send(Stubs.message("Hi Priya"))).isEqualTo(new SendOutcome.Accepted("msg_1"));
    }

    @Test // row 12
    void a_note_that_the_account_cannot_write_is_refused_without_a_call() {
        vendor.on("GET", Stubs.API + "/users/me", "{\"premium\":false,\"premiumFeatures\":[]}");
        assertThat(refusalOf(seats.send(Stubs.act(TouchKind.LI_INVITE, "a".repeat(201)))))
                .isInstanceOfSatisfying(
                        VendorFailure.Invalid.class, f -> assertThat(f.field()).isEqualTo("note"));
        assertThat(seats.capabilities(Stubs.CLIENT, Stubs.SEAT).orElseThrow().notesPerMonth())
                .contains(5);
        assertThat(vendor.asked("POST", INVITE)).isEmpty();
    }

    @Test // outreach 11.4: ≤ 5 notes a month on free accounts, then none; unipile 7: refused before the call, never cut
    void a_free_account_writes_five_notes_a_month_and_invites_without_one_then() {
        vendor.on("GET", Stubs.API + "/users/me", "{\"premium\":false,\"premiumFeatures\":[]}");
        vendor.on("POST", INVITE, 201, TAKEN);
        for (int note = 0; note < 5; note++) {
            assertThat(seats.send(Stubs.act(TouchKind.LI_INVITE, "We both know the harbour well.")))
                    .isInstanceOf(SendOutcome.Accepted.class);
        }
        assertThat(refusalOf(seats.send(Stubs.act(TouchKind.LI_INVITE, "We both know the harbour well."))))
                .isInstanceOfSatisfying(
                        VendorFailure.Invalid.class, f -> assertThat(f.field()).isEqualTo("note"));
        assertThat(seats.send(Stubs.invite())).isInstanceOf(SendOutcome.Accepted.class);
        vendor.clock.advance(Duration.ofDays(29));
        assertThat(seats.send(Stubs.act(TouchKind.LI_INVITE, "We both know the harbour well.")))
                .as("another month")
                .isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test // outreach 11.4: withdrawals of a seat are at least two seconds apart
    void between_two_withdrawals_lie_two_seconds() {
        vendor.on("DELETE", SENT + "/71", "{}");
        vendor.on("DELETE", SENT + "/72", "{}");
        LinkedInOutreach live = vendor.live().outreach();
        assertThat(live.withdraw(Stubs.CLIENT, Stubs.SEAT, "71").isOk()).isTrue();
        assertThat(vendor.time.slept()).isEmpty();
        assertThat(live.withdraw(Stubs.CLIENT, Stubs.SEAT, "72").isOk()).isTrue();
        assertThat(vendor.time.slept()).containsExactly(Duration.ofSeconds(2));
        seats.withdraw(Stubs.CLIENT, Stubs.SEAT, "71");
        seats.withdraw(Stubs.CLIENT, Stubs.SEAT, "72");
        assertThat(vendor.time.slept()).as("not in a sandbox of our own").hasSize(1);
    }

    @Test // unipile 8: before an invitation the profile is looked at
    void whoever_is_connected_or_invited_is_not_invited() {
        vendor.on("GET", USER, Stubs.person("FIRST_DEGREE"));
        assertThat(refusalOf(seats.send(Stubs.invite())).details().vendorCode()).isEqualTo("ALREADY_CONNECTED");
        vendor.clock.advance(Duration.ofHours(25));
        vendor.on(
                "GET",
                USER,
                "{\"provider_id\":\"ACoAAB22\",\"invitation\":{\"type\":\"SENT\",\"status\":\"PENDING\"}}");
        assertThat(refusalOf(seats.send(Stubs.invite())).details().vendorCode()).isEqualTo("ALREADY_INVITED");
        assertThat(vendor.asked("POST", INVITE)).isEmpty();
    }

    @Test // row 13
    void an_invitation_whose_answer_was_lost_is_found_among_those_that_wait() {
        vendor.on("POST", INVITE, aResponse().withFixedDelay(3_000).withBody(TAKEN));
        vendor.on("GET", SENT, items(null, WAITING));
        assertThat(seats.send(Stubs.invite())).isInstanceOf(SendOutcome.Ambiguous.class);
        assertThat(lookup(Stubs.invite()))
                .isEqualTo(new LookupOutcome.Found("7100000000000000001", Instant.parse("2026-09-02T10:00:01.000Z")));
        assertThat(vendor.asked("POST", INVITE)).hasSize(1);
    }

    @Test // row 14
    void absent_only_when_list_and_profile_were_read() {
        vendor.on("GET", SENT, items(null, ""));
        assertThat(lookup(Stubs.invite())).isInstanceOf(LookupOutcome.Absent.class);
        vendor.on("GET", USER, Stubs.person("FIRST_DEGREE"));
        assertThat(lookup(Stubs.invite())).isInstanceOf(LookupOutcome.Found.class);
        vendor.onPage(SENT, null, aResponse().withBody(items("c2", "{\"id\":\"1\",\"invited_user_id\":\"ACo1\"}")));
        vendor.onPage(SENT, "c2", aResponse().withStatus(500));
        assertThat(lookup(Stubs.invite())).isInstanceOf(LookupOutcome.Inconclusive.class);
    }

    @Test // row 15
    void waiting_invitations_are_read_to_the_end() {
        vendor.onPage(SENT, null, aResponse().withBody(items("c2", "{\"id\":\"1\",\"invited_user_id\":\"ACo1\"}")));
        vendor.onPage(SENT, "c2", aResponse().withBody(items("c3", "{\"id\":\"2\",\"invited_user_id\":\"ACo2\"}")));
        vendor.onPage(SENT, "c3", aResponse().withBody(items(null, "{\"id\":\"3\",\"invited_user_id\":\"ACo3\"}")));
        assertThat(seats.pendingInvitations(Stubs.CLIENT, Stubs.SEAT).orElseThrow())
                .extracting(LinkedInOutreach.Invitation::ref)
                .containsExactly("1", "2", "3");
    }

    @Test // rows 16, 17
    void connections_are_read_once_each_up_to_the_first_that_is_older() {
        String path = Stubs.API + "/users/relations";
        String milliseconds = "{\"member_id\":\"ACo1\",\"created_at\":1788134400000}";
        String seconds = "{\"member_id\":\"ACo2\",\"created_at\":1788134400}";
        String old = "{\"member_id\":\"ACo3\",\"created_at\":1700000000}";
        vendor.onPage(path, null, aResponse().withBody(items("c2", milliseconds + "," + seconds + "," + milliseconds)));
        vendor.onPage(path, "c2", aResponse().withBody(items("c3", old)));
        List<LinkedInOutreach.Relation> relations = seats.relations(
                        Stubs.CLIENT, Stubs.SEAT, Instant.parse("2026-08-01T00:00:00Z"))
                .orElseThrow();
        assertThat(relations).extracting(LinkedInOutreach.Relation::personRef).containsExactly("ACo1", "ACo2");
        assertThat(relations)
                .extracting(LinkedInOutreach.Relation::since)
                .containsOnly(Instant.ofEpochSecond(1788134400));
        assertThat(vendor.asked("GET", path)).hasSize(2);
    }

    @Test // row 18
    void the_first_message_is_a_form_of_parts() {
        vendor.on("POST", CHATS, 201, "{\"chat_id\":\"ch_9\",\"message_id\":\"msg_1\"}");
        seats.send(Stubs.message("Hi Priya,\nThursday?"));
        var request = vendor.asked("POST", CHATS).getFirst();
        assertThat(request.getHeader("Content-Type")).startsWith("multipart/form-data; boundary=");
        assertThat(request.getBodyAsString())
                .contains("name=\"account_id\"\r\n")
                .contains("name=\"attendees_ids\"\r\n")
                .contains("\r\n\r\nHi Priya,\nThursday?\r\n")
                .contains("name=\"linkedin[api]\"\r\n")
                .doesNotContain("inmail");
    }

    @ParameterizedTest // rows 20, 21, 22
    @CsvSource({
        "Hi  Priya   Thursday?, 1, Found",
        "Hi Priya Thursday?, true, Found",
        "Something else, 1, Absent",
        "Hi Priya Thursday?, 0, Absent",
        "Hi Priya Thursday?, false, Absent"
    })
    void a_message_whose_answer_was_lost_is_found_by_its_words(String text, String ours, String outcome) {
        vendor.on("POST", CHATS, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        vendor.on("GET", CHATS, items(null, "{\"id\":\"ch_9\",\"attendee_provider_id\":\"" + PRIYA + "\"}"));
        vendor.on(
                "GET",
                CHATS + "/ch_9/messages",
                items(
                        null,
                        "{\"id\":\"msg_3\",\"text\":\"" + text + "\",\"is_sender\":" + ours
                                + ",\"timestamp\":\"2026-09-02T09:59:30.000Z\"}"));
        LinkedInCommand message = Stubs.message("Hi Priya\n Thursday?");
        assertThat(seats.send(message)).isInstanceOf(SendOutcome.Ambiguous.class);
        assertThat(lookup(message).getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(vendor.asked("POST", CHATS)).hasSize(1);
    }

    @Test // row 25
    void too_many_requests_pause_the_whole_seat() {
        vendor.on("POST", CHATS, aResponse().withStatus(429).withHeader("Retry-After", "7"));
        SendOutcome first = seats.send(Stubs.message("Hi"));
        assertThat(((SendOutcome.NotAccepted) first).retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(seats.send(Stubs.invite())).isInstanceOf(SendOutcome.NotAccepted.class);
        assertThat(vendor.asked("POST", INVITE)).isEmpty();
        vendor.clock.advance(Duration.ofSeconds(8));
        vendor.on("POST", CHATS, aResponse().withStatus(429));
        SendOutcome second = seats.send(Stubs.message("Hi"));
        assertThat(((SendOutcome.NotAccepted) second).retryAfter()).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest // rows 26, 27
    @CsvSource({"500, unavailable", "503, unavailable", "504, timeout"})
    void a_vendor_in_trouble_leaves_a_write_ambiguous(int status, String kind) {
        vendor.on("POST", INVITE, status, "<html>");
        SendOutcome outcome = seats.send(Stubs.invite());
        assertThat(outcome).isInstanceOf(SendOutcome.Ambiguous.class);
        assertThat(refusalOf(outcome).kind()).isEqualTo(kind);
    }

    @Test // row 32a
    void only_a_look_that_is_meant_to_be_seen_is_seen() {
        vendor.on("POST", INVITE, 201, TAKEN);
        seats.resolve(Stubs.CLIENT, Stubs.SEAT, Stubs.invite().profile());
        seats.send(Stubs.invite());
        assertThat(vendor.asked("GET", USER))
                .allSatisfy(request -> assertThat(request.getUrl()).contains("notify=false"));
        seats.send(Stubs.act(TouchKind.LI_VIEW, ""));
        assertThat(vendor.asked("GET", USER).getLast().getUrl()).contains("notify=true");
    }

    @Test // rows 6, 7
    void a_profile_that_is_gone_is_not_found() {
        vendor.on("GET", USER, 404, refusal("resource_not_found", 404));
        assertThat(seats.resolve(Stubs.CLIENT, Stubs.SEAT, Stubs.invite().profile()))
                .isInstanceOfSatisfying(
                        Result.Err.class, err -> assertThat(err.error()).isInstanceOf(VendorFailure.NotFound.class));
    }

    @Test // row 36
    void a_foreign_seat_calls_nobody() {
        assertThat(seats.pendingInvitations(Stubs.CLIENT, "acc_foreign").isOk()).isFalse();
        assertThat(vendor.server.getAllServeEvents()).isEmpty();
    }

    @Test // row 34
    void acts_of_one_seat_come_one_after_the_other() throws InterruptedException {
        Seats all = new Seats(vendor.objects);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            Thread.startVirtualThread(() -> {
                all.inTurn(Stubs.CLIENT, Stubs.SEAT, "test", () -> {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.yield();
                    inside.decrementAndGet();
                    return Result.ok(true);
                });
                done.countDown();
            });
        }
        done.await();
        assertThat(most).hasValue(1);
    }
}
