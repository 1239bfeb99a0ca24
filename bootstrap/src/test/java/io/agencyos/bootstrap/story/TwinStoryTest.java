package io.agencyos.bootstrap.story;

import static io.agencyos.bootstrap.story.Papers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.bootstrap.product.Farewell;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A developer tries the product with a test key, against a sandbox that belongs to the client's twin alone. Source: api 4.1. */
class TwinStoryTest {

    private static final Instant MONDAY = Instant.parse("2026-03-01T21:00:00Z");
    private static final int PEOPLE = 12;
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private House house;

    /** A client with its twin: who owns it, and the program with the test key. */
    private record Tried(String live, ClientId id, String path, Person owner, Person program) {

        List<JsonNode> all(String what) {
            return program.all(path + what);
        }

        Answer simulated(String order) {
            return program.post(path + "/sandbox/simulate", order);
        }
    }

    @Test // api 4.1; web W36; data model 14: opt-out of an address in a twin
    void a_developer_tries_everything_and_nobody_outside_hears_of_it() throws IOException {
        try (House opened = House.open(folder, MONDAY)) {
            house = opened;
            Tried twin = twinOf("Northlight", "sam@northlight.example");
            Tried other = twinOf("Southbank", "kim@southbank.example");
            assertThat(house.twins().isOpen())
                    .as("nobody pays for a twin that nobody uses")
                    .isFalse();
            furnished(twin);
            furnished(other);
            campaign(twin);
            campaign(other);
            withoutSandbox(twin, other);
            house.liveUntil(MONDAY.plus(Duration.ofHours(35)), twin.id(), other.id());
            house.liveUntil(MONDAY.plus(Duration.ofHours(47)), HOUR.multipliedBy(6), twin.id(), other.id());
            house.liveUntil(MONDAY.plus(Duration.ofHours(59)), twin.id(), other.id());

            List<JsonNode> sent = mails(twin);
            assertThat(sent.size()).isGreaterThan(7);
            assertThat(mails(other)).as("the same people, in another world").isNotEmpty();

            refused(twin, sent);
            opened(twin, sent.get(0));
            replied(twin, sent.get(1));
            optedOut(twin, sent.get(2));
            bounced(twin, sent.get(3));
            booked(twin, sent.get(4));
            clicked(twin, sent.get(5));
            complained(twin, sent.get(6));
            repliedLater(twin, sent.get(7));
            assertThat(other.all("/replies"))
                    .as("two twins with the same people")
                    .isEmpty();
            assertThat(other.all("/meetings")).isEmpty();
            assertThat(other.all("/leads?status=unsubscribed")).isEmpty();
            nobodyOutside(twin);
            removed(twin);
        }
    }

    /** As for a minute after a restart at an external database, or for good where nobody named a sandbox. */
    private void withoutSandbox(Tried twin, Tried other) {
        house.twins().sharedBy(2);
        // a day, its night with few looks, and the next morning
        house.liveUntil(MONDAY.plus(Duration.ofHours(10)), twin.id(), other.id());
        house.liveUntil(MONDAY.plus(Duration.ofHours(22)), HOUR.multipliedBy(6), twin.id(), other.id());
        house.liveUntil(MONDAY.plus(Duration.ofHours(26)), twin.id(), other.id());
        assertThat(twin.all("/touches?state=sent")).as("nothing leaves").isEmpty();
        for (String end : List.of("failed", "abandoned", "cancelled")) {
            assertThat(twin.all("/touches?state=" + end))
                    .as("and nothing is lost")
                    .isEmpty();
        }
        String later = house.now().plus(Duration.ofMinutes(15)).toString().replace("Z", ".000Z");
        List<JsonNode> waiting = twin.all("/touches?state=ready").stream()
                .filter(touch -> touch.path("scheduled_at").asString().equals(later))
                .toList();
        assertThat(waiting).as("what was to leave is put off for a while").isNotEmpty();
        assertThat(ok(twin.program().get(twin.path() + "/leads/" + lead(waiting.getFirst())))
                        .json()
                        .at("/blocked/code")
                        .asString())
                .as("and it is told why")
                .isEqualTo("vendor_account_blocked");
        Answer away = twin.simulated("{'kind':'booked','lead_id':'%s'}".formatted(lead(waiting.getFirst())));
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.at("/detail")).contains("AGENCYOS_SANDBOX_URL");
        house.twins().sharedBy(1);
    }

    /** Everything of the client is removed for good, and what its twin's world remembers too. */
    private void removed(Tried twin) throws IOException {
        assertThat(worlds()).hasSize(2);
        String tag = twin.owner().get(twin.live()).header("ETag").orElseThrow();
        Answer closed = twin.owner()
                .call("DELETE", twin.live() + "?confirm_name=Northlight", Map.of("If-Match", tag), null, null);
        assertThat(closed.status()).as(closed.text()).isEqualTo(204);
        Duration grace = Duration.ofDays(31);
        house.liveUntil(house.now().plus(grace), grace);

        assertThat(Farewell.removal(house.product()).run().clients()).isEqualTo(1);

        assertThat(worlds())
                .singleElement()
                .asString()
                .as("the other one's")
                .doesNotContain(twin.id().text());
    }

    private List<String> worlds() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("sandbox"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonl"))
                    .toList();
        }
    }

    private static List<JsonNode> mails(Tried twin) {
        return twin.all("/touches?state=sent").stream()
                .filter(touch -> touch.path("touch_kind").asString().equals("email"))
                .toList();
    }

    private Tried twinOf(String name, String address) {
        ClientId id = house.openClient(name);
        Person owner = house.add(address, id, Role.OWNER);
        owner.signIn();
        String live = "/api/v1/clients/" + id.text();
        String twin = ok(owner.get(live)).at("/twin_id");
        Answer made = ok(owner.post(
                live + "/api-keys",
                "{'name':'Tries','mode':'test','scopes':['read','leads:write','campaigns:write','replies:write'],"
                        + "'role_cap':'member'}"));
        Person program = house.person("program", House.PASSWORD).with(made.at("/secret"));
        return new Tried(live, new ClientId(UUID.fromString(twin)), "/api/v1/clients/" + twin, owner, program);
    }

    /** It starts with one warmed mailbox, a number for texts and one for calls, and one seat. */
    private void furnished(Tried twin) {
        assertThat(twin.all("/resources"))
                .extracting(one ->
                        one.path("kind").asString() + " " + one.path("status").asString())
                .containsExactlyInAnyOrder(
                        "mailbox assigned", "email_domain assigned", "phone_number assigned", "phone_number assigned");
        house.liveUntil(house.now().plus(HOUR), twin.id());
        assertThat(twin.all("/linkedin/seats"))
                .as("the seat came in by the vendor's own hook")
                .extracting(seat -> seat.path("status").asString())
                .containsExactly("warmup");
        assertThat(house.twins().isOpen()).isTrue();
    }

    private void campaign(Tried twin) throws IOException {
        Papers.complete(twin.owner(), twin.path());
        String campaign = ok(twin.program().post(twin.path() + "/campaigns", "{'name':'Tried'}"))
                .at("/id");
        Telephone.imported(house, twin.program(), twin.path(), campaign, PEOPLE);
        Papers.started(twin.owner(), twin.path(), campaign);
    }

    private void refused(Tried twin, List<JsonNode> sent) {
        String order = "{'kind':'replied','lead_id':'%s'}".formatted(lead(sent.getFirst()));
        Answer live = twin.owner().post(twin.live() + "/sandbox/simulate", order);
        assertThat(live.status()).isEqualTo(409);
        assertThat(live.at("/code")).isEqualTo("not_eligible");
        assertThat(twin.program().post(twin.live() + "/sandbox/simulate", order).status())
                .as("a test key opens the twin alone")
                .isEqualTo(404);
        assertThat(twin.simulated("{'kind':'replied','lead_id':'%s'}".formatted(UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        assertThat(twin.simulated("{'kind':'replied'}").status()).isEqualTo(422);
        assertThat(twin.simulated("{'kind':'call_ended','touch_id':'%s'}".formatted(id(sent.getFirst())))
                        .at("/code"))
                .isEqualTo("not_eligible");
        assertThat(twin.simulated("{'kind':'delivered','lead_id':'%s'}".formatted(lead(sent.getFirst())))
                        .at("/code"))
                .as("the vendor of e-mails tells of no deliveries")
                .isEqualTo("not_eligible");
    }

    private void opened(Tried twin, JsonNode touch) {
        taken(twin.simulated("{'kind':'opened','touch_id':'%s'}".formatted(id(touch))));
        house.liveUntil(house.now().plus(HOUR), twin.id());
        assertThat(actions(twin, touch)).contains("opened");
    }

    private void clicked(Tried twin, JsonNode touch) {
        taken(twin.simulated("{'kind':'clicked','touch_id':'%s'}".formatted(id(touch))));
        house.liveUntil(house.now().plus(HOUR), twin.id());
        assertThat(actions(twin, touch)).contains("clicked");
    }

    /** Nobody is written to any more who complained. */
    private void complained(Tried twin, JsonNode touch) {
        taken(twin.simulated("{'kind':'complained','lead_id':'%s'}".formatted(lead(touch))));
        house.liveUntil(house.now().plus(HOUR), twin.id());
        assertThat(status(twin, touch)).isEqualTo("unsubscribed");
        assertThat(twin.all("/replies?lead_id=" + lead(touch))).hasSize(1);
    }

    private void repliedLater(Tried twin, JsonNode touch) {
        Instant at = house.now().plus(HOUR.multipliedBy(2));
        taken(twin.simulated(
                "{'kind':'replied','touch_id':'%s','text':'Not before noon.','at':'%s'}".formatted(id(touch), at)));
        house.liveUntil(house.now().plus(HOUR), twin.id());
        assertThat(actions(twin, touch)).as("not yet").doesNotContain("replied");
        house.liveUntil(house.now().plus(HOUR.multipliedBy(2)), twin.id());
        assertThat(actions(twin, touch)).contains("replied");
    }

    private static List<String> actions(Tried twin, JsonNode touch) {
        return twin.all("/activities?lead_id=" + lead(touch)).stream()
                .map(one -> one.path("action").asString())
                .toList();
    }

    private void replied(Tried twin, JsonNode touch) {
        taken(twin.simulated(
                "{'kind':'replied','lead_id':'%s','text':'Sure, can we chat Tuesday at 2pm?'}".formatted(lead(touch))));
        house.liveUntil(house.now().plus(HOUR), twin.id());
        assertThat(twin.all("/replies")).singleElement().satisfies(reply -> {
            assertThat(reply.path("body").asString()).startsWith("Sure, can we chat Tuesday at 2pm?");
            assertThat(reply.path("intent").asString()).isEqualTo("meeting_request");
        });
    }

    private void optedOut(Tried twin, JsonNode touch) {
        taken(twin.simulated(
                "{'kind':'replied','lead_id':'%s','text':'STOP','outcome':'unsubscribe'}".formatted(lead(touch))));
        house.liveUntil(house.now().plus(HOUR), twin.id());
        assertThat(status(twin, touch)).isEqualTo("unsubscribed");
    }

    private void bounced(Tried twin, JsonNode touch) {
        taken(twin.simulated("{'kind':'bounced','touch_id':'%s','outcome':'hard'}".formatted(id(touch))));
        house.liveUntil(house.now().plus(HOUR), twin.id());
        assertThat(actions(twin, touch)).contains("bounced");
    }

    private void booked(Tried twin, JsonNode touch) {
        taken(twin.simulated("{'kind':'booked','lead_id':'%s'}".formatted(lead(touch))));
        assertThat(twin.all("/meetings")).hasSize(1);
        assertThat(status(twin, touch)).isEqualTo("meeting_booked");
    }

    /** Neither the vendors of live clients, nor the live client, nor anybody else's lists. */
    private void nobodyOutside(Tried twin) {
        assertThat(house.sandbox().ledger().rows())
                .as("the vendors of live clients")
                .isEmpty();
        assertThat(twin.owner().all(twin.live() + "/leads")).isEmpty();
        assertThat(twin.owner().all(twin.live() + "/suppressions")).isEmpty();
        String campaign = ok(twin.owner().post(twin.live() + "/campaigns", "{'name':'Real'}"))
                .at("/id");
        List<JsonNode> tried = twin.all("/leads");
        assertThat(tried).isNotEmpty();
        for (JsonNode lead : tried) {
            Answer added = twin.owner()
                    .post(
                            twin.live() + "/leads",
                            "{'email':'%s','first_name':'Real','last_name':'Person','company':'Real','campaign_id':'%s'}"
                                    .formatted(lead.path("email").asString(), campaign));
            assertThat(added.status())
                    .as("neither held by a twin nor closed by what was said there: " + added.text())
                    .isEqualTo(201);
        }
    }

    private static void taken(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.at("/event_id")).isNotEmpty();
    }

    private String status(Tried twin, JsonNode touch) {
        return ok(twin.program().get(twin.path() + "/leads/" + lead(touch))).at("/status");
    }

    private static String id(JsonNode touch) {
        return touch.path("id").asString();
    }

    private static String lead(JsonNode touch) {
        return touch.at("/lead/id").asString();
    }
}
