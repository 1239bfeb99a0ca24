package io.agencyos.adapters.out.unipile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.conversation.HookReaderContract;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.HookReader.Delivery;
import io.agencyos.application.conversation.inbox.HookReader.Forgery;
import io.agencyos.application.platform.vendor.VendorConnector.MadeHook;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** unipile 9 and 13: webhooks. */
class HooksTest extends HookReaderContract {

    private static final Instant READ_AT = Instant.parse("2026-09-02T03:40:30Z");
    private static final String OURS = "a-secret-of-ours";
    private static final String MESSAGE = """
        {"event":"message_received","account_id":"acc_Sx1","account_type":"LINKEDIN",
         "account_info":{"type":"LINKEDIN","feature":"classic","user_id":"ACoAAA11"},"chat_id":"ch_9",
         "timestamp":"2026-09-02T03:40:11.000Z","webhook_name":"aos-messaging","message_id":"msg_3",
         "message":"Thursday works","sender":{"attendee_id":"at_2","attendee_name":"Priya Raman",
         "attendee_provider_id":"%s"},
         "attendees":[{"attendee_id":"at_2","attendee_name":"Priya Raman","attendee_provider_id":"ACoAAB22"}]}\
        """;
    private static final String RELATION = """
        {"event":"new_relation","account_id":"acc_Sx1","account_type":"LINKEDIN","webhook_name":"aos-users",
         "user_full_name":"Priya Raman","user_provider_id":"ACoAAB22",
         "user_public_identifier":"priya-raman-example","user_picture_url":null}\
        """;

    private final Stubs vendor = new Stubs();
    private final HookReader hooks = vendor.unipile.hooks();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World world() {
        return new World() {
            @Override
            public HookReader reader() {
                return hooks;
            }

            @Override
            public ClientId client() {
                return Stubs.CLIENT;
            }

            @Override
            public Delivery signed(byte[] body, String eventKey, String secret, Instant at) {
                return new Delivery(Map.of("unipile-auth", List.of(secret)), body);
            }

            @Override
            public byte[] knownEvent() {
                return RELATION.getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public byte[] unknownEvent() {
                return "{\"event\":\"message_reaction\",\"account_id\":\"acc_Sx1\"}".getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    private Result<String, Forgery> verify(String body, String... header) {
        Map<String, List<String>> headers = header.length == 0 ? Map.of() : Map.of("unipile-auth", List.of(header));
        return hooks.verify(
                new Delivery(headers, body.getBytes(StandardCharsets.UTF_8)), List.of("old", OURS), READ_AT);
    }

    private ChannelEvent read(String body) {
        String key = verify(body, OURS).orElseThrow();
        List<?> events = hooks.read(Stubs.CLIENT, key, body.getBytes(StandardCharsets.UTF_8));
        assertThat(events).hasSize(1);
        return (ChannelEvent) events.getFirst();
    }

    @Test // row 28
    void without_our_secret_nothing_is_believed() {
        assertThat(verify(RELATION)).isEqualTo(Result.err(Forgery.SIGNATURE_MISSING));
        assertThat(verify(RELATION, "guessed")).isEqualTo(Result.err(Forgery.SIGNATURE_WRONG));
        assertThat(verify(RELATION, "old").isOk()).as("while it is changed").isTrue();
    }

    @Test // row 29
    void a_message_by_the_person_is_an_answer_under_the_polls_key() {
        assertThat(read(MESSAGE.formatted("ACoAAB22")))
                .isEqualTo(new ChannelEvent.Received(
                        "message/acc_Sx1/msg_3",
                        Instant.parse("2026-09-02T03:40:11Z"),
                        new ChannelEvent.About(Channel.LINKEDIN, "msg_3", null, "acc_Sx1", "ACoAAB22"),
                        "Priya Raman",
                        "Thursday works",
                        "ch_9"));
    }

    @Test // row 30
    void a_message_of_the_seat_itself_is_told_apart() {
        assertThat(read(MESSAGE.formatted("ACoAAA11"))).isInstanceOfSatisfying(ChannelEvent.OwnMessage.class, own -> {
            assertThat(own.text()).isEqualTo("Thursday works");
            assertThat(own.about().theirs()).isEqualTo("ACoAAB22");
        });
    }

    @Test // row 31
    void a_connection_names_the_person_and_has_the_polls_key() {
        assertThat(read(RELATION))
                .isEqualTo(new ChannelEvent.Connected(
                        "relation/acc_Sx1/ACoAAB22",
                        ChannelEvent.UNTOLD,
                        new ChannelEvent.About(Channel.LINKEDIN, null, null, "acc_Sx1", "ACoAAB22"),
                        "priya-raman-example"));
    }

    @Test // row 32
    void a_status_says_how_the_seat_stands_once_a_minute() {
        String body =
                "{\"AccountStatus\":{\"account_id\":\"acc_Sx1\",\"account_type\":\"LINKEDIN\",\"message\":\"CREDENTIALS\"}}";
        assertThat(read(body)).isInstanceOfSatisfying(ChannelEvent.SeatChanged.class, changed -> {
            assertThat(changed.signal()).isEqualTo(SeatSignal.CREDENTIALS_REQUIRED);
            assertThat(changed.key()).isEqualTo("status/acc_Sx1/CREDENTIALS/2026-09-02T03:40:00Z");
        });
        assertThat(((ChannelEvent.SeatChanged) read(body.replace("CREDENTIALS", "OK"))).signal())
                .isEqualTo(SeatSignal.CONNECTED);
    }

    @Test // unipile 4.1: no header, and only for a link of ours
    void the_callback_of_a_seats_page_is_believed_as_far_as_its_token() {
        String made = "{\"status\":\"CREATION_SUCCESS\",\"account_id\":\"acc_1\",\"name\":\"made-up\"}";
        assertThat(verify(made)).isEqualTo(Result.ok("linked/made-up/acc_1"));
        assertThat(read(made))
                .isInstanceOfSatisfying(
                        ChannelEvent.Noted.class,
                        noted -> assertThat(noted.what()).isEqualTo("unknown_link"));
    }

    @Test // row 35
    void an_unknown_event_says_nothing_and_an_unreadable_one_is_told_apart() {
        String unknown = "{\"event\":\"message_reaction\",\"account_id\":\"acc_Sx1\",\"message_id\":\"m\",\"x\":{}}";
        assertThat(hooks.read(Stubs.CLIENT, "k", unknown.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        for (String body : List.of("", "{", "[]", "not json", "{}")) {
            assertThat(verify(body, OURS).isOk()).isTrue();
            assertThatThrownBy(() -> hooks.read(Stubs.CLIENT, "k", body.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test // unipile 9: the new ones stand before the old ones go
    void one_webhook_per_source_is_registered_with_a_secret_of_ours() {
        vendor.on(
                "GET",
                Stubs.API + "/webhooks",
                Stubs.items(
                        null, "{\"id\":\"we_old\",\"name\":\"aos-users\"},{\"id\":\"we_x\",\"name\":\"somebody's\"}"));
        vendor.on("POST", Stubs.API + "/webhooks", 201, "{\"object\":\"WebhookCreated\",\"webhook_id\":\"we_1\"}");
        vendor.on("DELETE", Stubs.API + "/webhooks/we_old", "{}");
        AtomicInteger ids = new AtomicInteger();
        List<MadeHook> made = vendor.unipile
                .connector()
                .registerHooks(
                        vendor.stored(),
                        id -> URI.create("https://app.agency.example/hooks/" + id),
                        () -> "id" + ids.incrementAndGet())
                .orElseThrow();
        assertThat(made).extracting(MadeHook::type).containsExactly("messaging", "users", "account_status");
        assertThat(vendor.asked("POST", Stubs.API + "/webhooks").getFirst().getBodyAsString())
                .contains("\"key\":\"Unipile-Auth\"", made.getFirst().secret().reveal(), "/hooks/id1");
        assertThat(vendor.asked("DELETE", Stubs.API + "/webhooks/we_old")).hasSize(1);
        assertThat(vendor.asked("DELETE", Stubs.API + "/webhooks/we_x")).isEmpty();
    }
}
