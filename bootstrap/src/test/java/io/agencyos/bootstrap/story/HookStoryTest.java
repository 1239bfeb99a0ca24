package io.agencyos.bootstrap.story;

import static io.agencyos.bootstrap.story.Papers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.ProcessInbox;
import io.agencyos.application.platform.vendor.VendorHook;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What vendors push, pushed by strangers, twice, a day later, and about people whom nobody knows. Source: api 10.1, outreach 15. */
class HookStoryTest {

    private static final Instant MONDAY = Instant.parse("2026-03-01T21:00:00Z");

    /**
     * A delivery as its vendor would make it.
     *
     * @param proof the header that proves it; empty where only the address does
     */
    private record Push(String vendor, String proof, String body) {}

    private static final List<Push> PUSHES = List.of(
            new Push("clicksend", "", """
                {"originalsenderid":"+61491570110","body":"Who is this?","message":"Who is this?","sms":"+61491570737",
                 "from":"+61491570737","to":"+61491570110","timestamp":1772402400,"message_id":"in-1"}\
                """),
            new Push("unipile", "Unipile-Auth", """
                {"event":"message_received","account_id":"acc_9","account_type":"LINKEDIN",
                 "account_info":{"type":"LINKEDIN","feature":"classic","user_id":"ACoAA9"},"chat_id":"ch_9",
                 "timestamp":"2026-03-01T21:00:00.000Z","message_id":"msg_9","message":"Who is this?",
                 "sender":{"attendee_name":"Noor","attendee_provider_id":"ACoAA8"},
                 "attendees":[{"attendee_name":"Noor","attendee_provider_id":"ACoAA8"}]}\
                """),
            new Push("vapi", "X-Vapi-Secret", """
                {"message":{"type":"end-of-call-report","timestamp":1772402400000,
                 "call":{"id":"call-9","type":"outboundPhoneCall","name":"aos1-00000000000000000000000000000000",
                         "customer":{"number":"+61491570737","externalId":"aos1-00000000000000000000000000000000"}},
                 "endedReason":"customer-ended-call","startedAt":"2026-03-01T21:00:00Z",
                 "endedAt":"2026-03-01T21:01:00Z","cost":0.14,"artifact":{"transcript":"AI: Hi","messages":[]}}}\
                """));

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private House house;
    private ClientId id;

    @Test // api 10.1; clicksend 12 row 18: an unknown hook is 404 and stores nothing
    void a_hook_believes_its_own_vendor_once_and_nobody_else() {
        try (House opened = House.open(folder, MONDAY)) {
            house = opened;
            id = house.openClient("Northlight");
            Person sam = house.add("sam@northlight.example", id, Role.OWNER);
            sam.signIn();
            connected(sam, "/api/v1/clients/" + id.text() + "/integrations/");

            for (Push push : PUSHES) {
                VendorHook hook = hook(push.vendor());
                String secret = hook.secrets().getFirst().reveal();
                assertThat(pushed(push, "nobodys-hook", secret))
                        .as("%s unknown hook", push.vendor())
                        .startsWith("404");
                if (!push.proof().isEmpty()) {
                    assertThat(pushed(push, hook.hookId(), "another"))
                            .as("%s forged", push.vendor())
                            .startsWith("401");
                    assertThat(pushed(push, hook.hookId(), ""))
                            .as("%s unsigned", push.vendor())
                            .startsWith("401");
                }
                assertThat(pushed(push, hook.hookId(), secret))
                        .as(push.vendor())
                        .startsWith("200")
                        .contains("accepted");
                assertThat(pushed(push, hook.hookId(), secret))
                        .as("%s twice", push.vendor())
                        .startsWith("200")
                        .contains("duplicate");
            }

            ProcessInbox.Batch batch =
                    house.product().conversation().processInbox().run(id, 100);
            assertThat(batch).as("one of each, of people whom nobody knows").isEqualTo(new ProcessInbox.Batch(3, 0));
            house.liveUntil(house.now().plus(Duration.ofDays(1)), id);
            for (Push push : PUSHES) {
                VendorHook hook = hook(push.vendor());
                assertThat(pushed(push, hook.hookId(), hook.secrets().getFirst().reveal()))
                        .as("%s a day later", push.vendor())
                        .contains("duplicate");
            }
            assertThat(sam.all("/api/v1/clients/" + id.text() + "/replies"))
                    .as("nobody's words are put into a lead's mouth")
                    .isEmpty();
            waitedFor();
        }
    }

    /** What an assistant waits for in a call, and a caller at our number. Source: vapi 6, outreach 10.5. */
    private void waitedFor() {
        VendorHook hook = hook("vapi");
        String secret = hook.secrets().getFirst().reveal();
        Push wish = new Push("vapi", "X-Vapi-Secret", """
            {"message":{"type":"tool-calls","timestamp":1772402400000,
             "call":{"id":"call-10","type":"inboundPhoneCall","customer":{"number":"+61491570737"}},
             "toolCallList":[{"id":"t1","function":{"name":"opt_out","arguments":"{}"}},
                             {"id":"t2","function":{"name":"find_slots","arguments":"{}"}}]}}\
            """);
        assertThat(pushed(wish, hook.hookId(), secret))
                .startsWith("200")
                .contains("\"toolCallId\":\"t1\"", "\"result\":", "\"toolCallId\":\"t2\"", "\"error\":\"I cannot see");
        Push rings = new Push(
                "vapi",
                "X-Vapi-Secret",
                "{\"message\":{\"type\":\"assistant-request\",\"call\":{\"id\":\"call-11\",\"type\":\"inboundPhoneCall\"}}}");
        assertThat(pushed(rings, hook.hookId(), secret))
                .startsWith("200")
                .contains("\"firstMessage\":\"Hello, this is the automated assistant of Northlight", hook.hookId());
    }

    private void connected(Person sam, String integrations) {
        ok(sam.put(integrations + "clicksend", "{'account_ref':'sandbox','credentials':{'api_key':'sandbox-key'}}"));
        ok(sam.put(
                integrations + "unipile",
                "{'account_ref':'%s','credentials':{'access_token':'sandbox-key'}}"
                        .formatted(house.sandbox().unipileUrl())));
        ok(sam.put(
                integrations + "vapi",
                "{'account_ref':'org_1','credentials':{'api_key':'sandbox-key','hook_secret':'a-secret-of-our-own'}}"));
    }

    private VendorHook hook(String vendor) {
        return house.product()
                .basis()
                .units()
                .inTenant(
                        TenantScope.worker(id),
                        () -> house.product().stores().vendorHooks.ofClient(id, vendor))
                .getFirst();
    }

    /** The answer's status and body. */
    private String pushed(Push push, String hookId, String proof) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        house.address().resolve("/api/v1/hooks/" + push.vendor() + "/" + hookId))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(push.body()));
        if (!push.proof().isEmpty() && !proof.isEmpty()) {
            request.header(push.proof(), proof);
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
