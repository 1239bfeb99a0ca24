package io.agencyos.adapters.out.apollo;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.DataEvent;
import io.agencyos.application.conversation.inbox.HookReader;
import io.agencyos.application.conversation.inbox.HookReader.Delivery;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the vendor tells of numbers that are there. apollo 7. */
class HooksTest {

    private static final Instant NOW = Instant.parse("2026-09-10T10:12:00Z");
    private static final String WORD = "0011223344556677aabbccddeeff8899";
    private static final String HASH = Digests.sha256Hex(WORD);

    private final Stubs vendor = new Stubs();
    private final HookReader hooks = vendor.apollo.hooks(
            (client, hash, now) -> client.equals(Stubs.CLIENT) && hash.equals(HASH) && now.equals(NOW));

    @AfterEach
    void stop() {
        vendor.close();
    }

    private static Delivery told(Optional<String> word, String body) {
        return new Delivery(Map.of(), word, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test // row 27: callback with a wrong word: nobody waits for it, so that it is answered 404 and nothing is asked
    void only_the_word_of_an_open_question_of_this_client_is_expected() {
        assertThat(hooks.expects(Stubs.CLIENT, told(Optional.of(WORD), "{}"), NOW))
                .isTrue();
        assertThat(hooks.expects(Stubs.CLIENT, told(Optional.of("another"), "{}"), NOW))
                .isFalse();
        assertThat(hooks.expects(Stubs.CLIENT, told(Optional.empty(), "{}"), NOW))
                .isFalse();
        assertThat(hooks.expects(new ClientId(new UUID(0, 3)), told(Optional.of(WORD), "{}"), NOW))
                .isFalse();
        assertThat(vendor.server.getAllServeEvents()).as("no call").isEmpty();
    }

    @Test // row 26: the callback twice is one event, and its body is only a sign
    void the_same_question_is_the_same_event_whatever_its_body_says() {
        Result<String, HookReader.Forgery> first =
                hooks.verify(told(Optional.of(WORD), "{\"a\":1}"), List.of("h"), NOW);
        assertThat(first).isEqualTo(hooks.verify(told(Optional.of(WORD), "{\"a\":2}"), List.of("h"), NOW));
        assertThat(first).isEqualTo(Result.ok("numbers/" + HASH));
        assertThat(hooks.verify(told(Optional.empty(), "{}"), List.of("h"), NOW))
                .isEqualTo(Result.err(HookReader.Forgery.SIGNATURE_MISSING));
    }

    @ParameterizedTest // apollo 4.2: request_id is a signed whole number of 64 bits, as a string outside
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "{\"request_id\":-4182736450912837465}|-4182736450912837465",
                "{\"request_id\":\"-4182736450912837465\"}|-4182736450912837465",
                "{\"request_id\":\"../account\"}|none",
                "{\"people\":[]}|none",
                "no json|none"
            })
    void only_the_name_of_the_question_is_read(String body, String name) {
        assertThat(hooks.read(Stubs.CLIENT, "numbers/" + HASH, body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(List.of(new DataEvent.NumbersTold("numbers/" + HASH, ChannelEvent.UNTOLD, HASH, name)));
    }

    @Test // apollo 7: each question says where; nothing is registered at the vendor
    void a_hook_is_kept_here_without_a_call() {
        VendorAccount stored = new VendorAccount(
                Stubs.CLIENT, Apollo.VENDOR, "team", null, Map.of(), Map.of("api_key", new SecretText(Stubs.KEY)));
        assertThat(vendor.apollo
                        .connector()
                        .registerHooks(stored, id -> URI.create("https://app.agency.example/" + id), () -> "h1")
                        .orElseThrow())
                .singleElement()
                .satisfies(hook -> {
                    assertThat(hook.hookId()).isEqualTo("h1");
                    assertThat(hook.secret().reveal()).isEqualTo("h1");
                });
        assertThat(vendor.server.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest // apollo 2: an HTTPS webhook_url; a sandbox on the same machine does without
    @CsvSource({
        "https://app.agency.example/h, true",
        "http://app.agency.example/h, false",
        "http://127.0.0.1:7070/h, true"
    })
    void the_vendor_tells_secure_addresses(URI address, boolean can) {
        assertThat(ApolloSettings.canTell(address)).isEqualTo(can);
    }
}
