package io.agencyos.bootstrap.story;

import static io.agencyos.bootstrap.story.Papers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.out.postgres.kernel.Db;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.vapi.Vapi;
import io.agencyos.application.outreach.recording.FetchRecordings;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Calls on PostgreSQL and the sandbox's caller: a client with a number calls, nobody before the wash, nobody outside the
 * windows, nobody twice for one dial. Source: outreach 6.5, 10, vapi 7.
 */
class CallStoryTest {

    /** A Monday in Sydney, eight in the morning. */
    private static final Instant MONDAY = Instant.parse("2026-03-01T21:00:00Z");

    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final String NUMBER = "+61255500110";
    private static final String WHOLE_COPIES = """
        select count(*) from voice_recording_file f join voice_recording_piece p using (client_id, call_id)
         where f.bytes = octet_length(p.content)
        """;
    private static final int PEOPLE = 12;
    private static final int MOST_DIALS = 3;

    @TempDir
    Path folder;

    @Test
    void from_the_wash_to_the_call() throws IOException {
        try (House house = House.open(folder, MONDAY)) {
            ClientId id = house.openClient("Northlight");
            String client = "/api/v1/clients/" + id.text();
            Person sam = house.add("sam@northlight.example", id, Role.OWNER);
            sam.signIn();
            Papers.complete(sam, client);
            Answer connected = ok(
                    sam.put(
                            client + "/integrations/vapi",
                            "{'account_ref':'org_1','credentials':{'api_key':'sandbox-key','hook_secret':'a-secret-of-our-own'}}"));
            assertThat(connected.json().path("pushes").booleanValue()).isTrue();
            Telephone.lend(house, id, NUMBER, Vapi.VENDOR);
            Answer created = ok(sam.post(client + "/campaigns", "{'name':'Autumn calls'}"));
            String campaign = created.at("/id");
            assertThat(sam.get(client + "/campaigns/" + campaign + "/sequence")
                            .json()
                            .path("steps"))
                    .extracting(step -> step.path("channel").stringValue())
                    .containsExactly("voice");
            Telephone.imported(house, sam, client, campaign, PEOPLE);
            Papers.started(sam, client, campaign);

            house.liveUntil(MONDAY.plus(Duration.ofHours(9)), id);
            assertThat(calls(house)).as("nobody is called before the wash").isEmpty();

            Telephone.washed(house);
            int copies = 0;
            for (int day = 1; day <= 3; day++) {
                // in the evening of Tuesday and of Wednesday, and on Thursday morning
                house.liveUntil(MONDAY.plus(Duration.ofHours(day == 3 ? 72 : 24 * day + 10)), id);
                copies += recorded(house, id);
            }

            // whoever was dialled at the last look is still to pick up
            house.sandbox().pump(house.now().plus(Duration.ofMinutes(5)));
            List<LedgerRow> calls = calls(house);
            assertThat(calls).as("some of %s scored high enough", PEOPLE).isNotEmpty();
            assertThat(calls).extracting(LedgerRow::aosKey).doesNotHaveDuplicates();
            assertThat(calls.stream().collect(Collectors.groupingBy(LedgerRow::contactId, Collectors.counting())))
                    .allSatisfy((number, dials) -> assertThat(dials).isLessThanOrEqualTo(MOST_DIALS));
            assertThat(calls)
                    .extracting(call -> LocalTime.ofInstant(call.at(), SYDNEY))
                    .allSatisfy(at -> assertThat(at).isBetween(LocalTime.of(9, 0), LocalTime.of(17, 0)));
            List<JsonNode> sent = sam.all(client + "/touches?state=sent");
            assertThat(sent).hasSameSizeAs(calls);
            JsonNode sum =
                    sam.get(client + "/campaigns/" + campaign + "/conservation").json();
            assertThat(sum.path("balanced").booleanValue()).as(sum.toString()).isTrue();
            assertThat(copies)
                    .as("of every call in which something was said, which is up to chance")
                    .isEqualTo(
                            count(house, id, "select count(*) from voice_call where coalesce(transcript, '') <> ''"));
            assertThat(count(house, id, WHOLE_COPIES)).isEqualTo(copies);
        }
    }

    /** What was said in the last day comes to us, once. Source: vapi 8. */
    private static int recorded(House house, ClientId id) {
        FetchRecordings recordings = house.product().calling().fetchRecordings();
        int fetched = recordings.fetch(id).fetched();
        assertThat(recordings.fetch(id).fetched()).as("once").isZero();
        return fetched;
    }

    private static int count(House house, ClientId id, String question) {
        return house.product()
                .basis()
                .units()
                .inTenant(
                        TenantScope.worker(id),
                        () -> Db.query(question).mapTo(Integer.class).one());
    }

    private static List<LedgerRow> calls(House house) {
        return house.sandbox().ledger().rows().stream()
                .filter(row -> row.kind() == LedgerRow.Kind.CALL)
                .toList();
    }
}
