package io.agencyos.adapters.out.unipile;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.HookReader.Delivery;
import io.agencyos.application.conversation.inbox.HookReader.Forgery;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.platform.vendor.VendorConnector.MadeHook;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** unipile 5, 6, 10 and 13 in the vendor's second dialect. */
class SecondDialectTest {

    private static final String SEAT = "/v2/" + Stubs.SEAT;
    private static final String REQUESTS = SEAT + "/users/me/relation-requests";
    private static final String USER = SEAT + "/users/priya-raman-example";
    private static final String SECRET = "sandbox-unipile-secret";
    /** The specification's example. */
    private static final String BODY = "{\"id\":\"evt_01\",\"type\":\"message.new\"}";

    private static final Instant SIGNED = Instant.ofEpochSecond(1_788_220_800L);
    private static final String SIGNATURE =
            "t=1788220800,v0=57e6b5096aa104c2a71fa157fa8ff794b3b2d0232b1773a7d51a861febb718b6";

    private final Stubs vendor = new Stubs(UnipileAccount.Dialect.V2, false);
    private final HookReader hooks = vendor.unipile.hooks();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private void meets(String distance) {
        vendor.on("GET", USER, Stubs.person(distance));
        vendor.on("GET", SEAT + "/users/me", "{\"premium\":true}");
    }

    private static String refusal(String type, int status, String detail) {
        return "{\"object\":\"Error\",\"type\":\"" + type + "\",\"status\":" + status
                + ",\"title\":\"No\",\"detail\":\"" + detail + "\",\"req_id\":\"r1\"}";
    }

    @Test // rows 1, 8: the seat stands in the path
    void an_invitation_is_asked_for_with_the_persons_id() {
        meets("SECOND_DEGREE");
        vendor.on("POST", REQUESTS, 201, "{\"id\":\"7100\"}");
        assertThat(vendor.unipile.outreach().send(Stubs.invite())).isEqualTo(new SendOutcome.Accepted("7100"));
        var request = vendor.asked("POST", REQUESTS).getFirst();
        assertThat(request.getHeader("X-API-KEY")).isEqualTo(Stubs.KEY);
        assertThat(request.getBodyAsString()).isEqualTo("{\"user_id\":\"" + Stubs.PRIYA + "\"}");
    }

    @ParameterizedTest // unipile 6, rows 9 to 11, 19, 24
    @CsvSource({
        "409, provider/conflict, already connected, conflict, already_connected",
        "409, provider/conflict, a request is pending, conflict, already_invited",
        "429, provider/too_many_requests, , rate_limited, cannot_resend_yet",
        "401, provider/invalid_credentials, , unauthorized, SEAT",
        "401, provider/invalid_credentials, a checkpoint waits, unauthorized, SEAT_CHECKPOINT",
        "403, api/account_restricted, , unauthorized, SEAT_RESTRICTED",
        "403, api/inactive_subscription, , unauthorized, PLAN",
        "422, provider/unprocessable_entity, , invalid, cannot_invite_attendee",
        "404, provider/resource_not_found, , not_found, resource_not_found"
    })
    void every_refusal_has_its_kind(int status, String type, String detail, String kind, String code) {
        meets("SECOND_DEGREE");
        vendor.on(
                "POST",
                REQUESTS,
                aResponse().withStatus(status).withBody(refusal(type, status, detail == null ? "" : detail)));
        VendorFailure failure = switch (vendor.unipile.outreach().send(Stubs.invite())) {
            case SendOutcome.Rejected(VendorFailure f) -> f;
            case SendOutcome.NotAccepted(VendorFailure f, var wait) -> f;
            case SendOutcome.Ambiguous(VendorFailure f) -> f;
            case SendOutcome.Accepted accepted -> throw new AssertionError("accepted");
        };
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.details().vendorCode()).isEqualToIgnoringCase(code);
    }

    @Test // row 18: JSON, not a form
    void a_first_message_is_json_to_a_list_of_one() {
        meets("FIRST_DEGREE");
        vendor.on("POST", SEAT + "/chats/send", 201, "{\"chat_id\":\"ch_9\",\"message_id\":\"msg_1\"}");
        assertThat(vendor.unipile.outreach().send(Stubs.message("Thursday?")))
                .isEqualTo(new SendOutcome.Accepted("msg_1"));
        var request = vendor.asked("POST", SEAT + "/chats/send").getFirst();
        assertThat(request.getHeader("Content-Type")).contains("application/json");
        assertThat(request.getBodyAsString())
                .contains(
                        "\"text\":\"Thursday?\"",
                        "\"users_ids\":[\"" + Stubs.PRIYA + "\"]",
                        "\"specifics\":{\"linkedin\":{\"classic\":{}}}");
    }

    @Test // rows 20, 21, unipile 8: the person's chat instead of a search
    void a_lost_message_is_looked_for_in_the_persons_chat() {
        meets("FIRST_DEGREE");
        vendor.on("GET", SEAT + "/users/" + Stubs.PRIYA + "/chat", "{\"id\":\"ch_9\"}");
        vendor.on("GET", SEAT + "/chats/ch_9/messages", """
            {"data":[{"id":"msg_2","sender":{"provider_id":"ACoAAA11"},"is_sender":true,"text":"Thursday  \\n works",
              "created_at":"2026-09-02T10:00:11.000Z"}],"next_cursor":null}\
            """);
        assertThat(vendor.unipile.outreach().lookup(Stubs.message("Thursday works"), vendor.clock.now()))
                .isEqualTo(new LookupOutcome.Found("msg_2", Instant.parse("2026-09-02T10:00:11Z")));
        assertThat(vendor.unipile.outreach().lookup(Stubs.message("Friday works"), vendor.clock.now()))
                .isEqualTo(new LookupOutcome.Absent());
        vendor.on("GET", SEAT + "/users/" + Stubs.PRIYA + "/chat", 404, refusal("api/resource_not_found", 404, ""));
        assertThat(vendor.unipile.outreach().lookup(Stubs.message("Thursday works"), vendor.clock.now()))
                .as("nobody ever spoke")
                .isEqualTo(new LookupOutcome.Absent());
    }

    @Test // rows 13 to 15
    void what_waits_is_read_to_the_end_and_what_was_received_is_left_out() {
        vendor.onPage(REQUESTS, null, aResponse().withBody("""
            {"data":[{"id":"1","type":"received","user_id":"ACoAAC33","created_at":"2026-08-31T01:00:00.000Z"},
                     {"id":"2","type":"sent","user_id":"ACoAAB22","created_at":"2026-08-31T01:00:00.000Z"}],"next_cursor":"c2"}\
            """));
        vendor.onPage(
                REQUESTS,
                "c2",
                aResponse().withBody("{\"data\":[{\"id\":\"3\",\"user\":{\"provider_id\":\"ACoAAD44\"}}]}"));
        assertThat(vendor.unipile
                        .outreach()
                        .pendingInvitations(Stubs.CLIENT, Stubs.SEAT)
                        .orElseThrow())
                .extracting(one -> one.ref() + " " + one.personRef())
                .containsExactly("2 ACoAAB22", "3 ACoAAD44");
    }

    private Result<String, Forgery> verify(HookReader reader, String body, String signature, Instant now) {
        Map<String, List<String>> headers =
                signature.isEmpty() ? Map.of() : Map.of("unipile-signature", List.of(signature));
        return reader.verify(
                new Delivery(headers, body.getBytes(StandardCharsets.UTF_8)), List.of("another", SECRET), now);
    }

    @Test // row 33, unipile 10
    void an_event_is_signed_over_its_time_and_its_bytes() {
        assertThat(verify(hooks, BODY, SIGNATURE, SIGNED.plusSeconds(300)).isOk())
                .isTrue();
        assertThat(verify(hooks, BODY + " ", SIGNATURE, SIGNED)).isEqualTo(Result.err(Forgery.SIGNATURE_WRONG));
        assertThat(verify(hooks, BODY, SIGNATURE, SIGNED.plusSeconds(301)).isOk())
                .as("old")
                .isFalse();
        assertThat(verify(hooks, BODY, "t=1,v0=x", SIGNED).isOk()).isFalse();
        assertThat(verify(hooks, BODY, "", SIGNED)).isEqualTo(Result.err(Forgery.SIGNATURE_MISSING));
        try (Stubs trusting = new Stubs(UnipileAccount.Dialect.V2, true)) {
            assertThat(verify(trusting.unipile.hooks(), BODY, "", SIGNED).isOk())
                    .as("by the flag")
                    .isTrue();
            assertThat(verify(trusting.unipile.hooks(), BODY + " ", SIGNATURE, SIGNED)
                            .isOk())
                    .as("a wrong one never")
                    .isFalse();
        }
    }

    private List<?> read(String type, String payload) {
        String body = "{\"id\":\"evt_9\",\"created_at\":\"2026-09-02T03:40:11.000Z\",\"type\":\"" + type
                + "\",\"account_id\":\"acc_Sx1\",\"payload\":" + payload + "}";
        try (Stubs trusting = new Stubs(UnipileAccount.Dialect.V2, true)) {
            HookReader reader = trusting.unipile.hooks();
            String key = verify(reader, body, "", SIGNED).orElseThrow();
            return reader.read(Stubs.CLIENT, key, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test // rows 29 to 32 in the second dialect: the poll's own keys
    void events_say_what_the_first_dialect_says() {
        assertThat(read(
                        "message.new",
                        "{\"id\":\"msg_3\",\"chat_id\":\"ch_9\",\"text\":\"Thursday"
                                + " works\",\"sender_id\":\"ACoAAB22\",\"is_sender\":false}"))
                .singleElement()
                .isInstanceOfSatisfying(ChannelEvent.Received.class, said -> {
                    assertThat(said.key()).isEqualTo("message/acc_Sx1/msg_3");
                    assertThat(said.about().theirs()).isEqualTo("ACoAAB22");
                });
        for (String type : List.of("relation.request.accept", "relation.new")) {
            assertThat(read(
                            type,
                            "{\"user\":{\"provider_id\":\"ACoAAB22\",\"public_identifier\":\"priya-raman-example\"}}"))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            ChannelEvent.Connected.class,
                            made -> assertThat(made.key()).isEqualTo("relation/acc_Sx1/ACoAAB22"));
        }
        assertThat(read("account.status.disconnected", "{}"))
                .singleElement()
                .isInstanceOfSatisfying(ChannelEvent.SeatChanged.class, changed -> {
                    assertThat(changed.signal()).isEqualTo(SeatSignal.CREDENTIALS_REQUIRED);
                    assertThat(changed.key()).isEqualTo("event/evt_9");
                });
        assertThat(read("account.add", "{\"state\":\"made-up\"}"))
                .singleElement()
                .isInstanceOf(ChannelEvent.Noted.class);
        assertThat(read("calendar.new", "{}")).isEmpty();
    }

    @Test // unipile 5: the secret is the vendor's
    void one_endpoint_is_registered_for_everything() {
        vendor.on(
                "GET",
                "/v2/webhooks/endpoints/",
                "{\"data\":[{\"id\":\"old\",\"description\":\"aos-events\"},{\"id\":\"x\",\"description\":\"somebody's\"}]}");
        vendor.on("POST", "/v2/webhooks/endpoints/", 201, "{\"id\":\"whe_1\",\"secret\":\"theirs\"}");
        vendor.on("DELETE", "/v2/webhooks/endpoints/old", "{}");
        List<MadeHook> made = vendor.unipile
                .connector()
                .registerHooks(vendor.stored(), id -> URI.create("https://app.agency.example/hooks/" + id), () -> "h1")
                .orElseThrow();
        assertThat(made).singleElement().satisfies(hook -> {
            assertThat(hook.vendorHookId()).isEqualTo("whe_1");
            assertThat(hook.secret().reveal()).isEqualTo("theirs");
        });
        assertThat(vendor.asked("POST", "/v2/webhooks/endpoints/").getFirst().getBodyAsString())
                .contains("\"url\":\"https://app.agency.example/hooks/h1\"", "relation.request.accept", "message.new");
        assertThat(vendor.asked("DELETE", "/v2/webhooks/endpoints/old")).hasSize(1);
        assertThat(vendor.asked("DELETE", "/v2/webhooks/endpoints/x")).isEmpty();
    }
}
