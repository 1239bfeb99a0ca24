package io.agencyos.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.rest.testing.Answer;
import io.agencyos.domain.client.Role;
import io.agencyos.domain.shared.ClientId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A client's LinkedIn seats over HTTP, on PostgreSQL and the vendor sandbox. Source: api 9.8, outreach 11.1. */
class LinkedInStoryTest {

    private static final Instant MONDAY = Instant.parse("2026-03-01T21:00:00Z");

    @TempDir
    Path folder;

    private final HttpClient browser = HttpClient.newHttpClient();
    private Person sam;
    private String client;

    @Test
    void a_seat_is_linked_lost_linked_again_and_disconnected() {
        try (House house = House.open(folder, MONDAY)) {
            ClientId id = house.openClient("Northlight");
            sam = house.add("sam@northlight.example", id, Role.OWNER);
            assertThat(sam.signIn().status()).isEqualTo(200);
            client = "/api/v1/clients/" + id.text();
            assertThat(session("{'return_to':'settings'}").code())
                    .as("no account to link seats by")
                    .isEqualTo("not_eligible");
            connected(house);

            Answer offered = session("{'return_to':'settings'}");
            assertThat(offered.status()).as(offered.text()).isEqualTo(201);
            String seat = client + "/linkedin/seats/" + offered.at("/seat_id");
            assertThat(sam.get(seat).at("/status")).isEqualTo("pending");
            String account = opened(house, offered);
            assertThat(sam.get(seat).at("/status")).isEqualTo("warmup");
            assertThat(sam.get(seat).at("/account_name")).isEqualTo("Sam Oduya");

            stands(house, account, "CREDENTIALS");
            assertThat(sam.get(seat).at("/status")).isEqualTo("credentials_required");
            Answer again = session("{'return_to':'settings','seat_id':'" + offered.at("/seat_id") + "'}");
            assertThat(opened(house, again)).as("the same account").isEqualTo(account);
            assertThat(sam.get(seat).at("/status")).isEqualTo("warmup");

            stands(house, account, "STOPPED");
            assertThat(sam.get(seat).at("/status")).isEqualTo("restricted");
            assertThat(sam.post(seat + "/refresh").at("/status"))
                    .as("what the service says now")
                    .isEqualTo("restricted");

            assertThat(sam.call("DELETE", seat, Map.of(), null, null).status()).isEqualTo(204);
            assertThat(sam.get(seat).at("/status")).isEqualTo("disconnected");
            house.product().senders().seats().keepSeats().keep(id);
            assertThat(house.sandbox().hasSeat(account))
                    .as("the service let go of it")
                    .isFalse();
        }
    }

    private void connected(House house) {
        Answer connected = sam.put(
                client + "/integrations/unipile",
                "{'account_ref':'%s','credentials':{'access_token':'sandbox-key'}}"
                        .formatted(house.sandbox().unipileUrl()));
        assertThat(connected.status()).as(connected.text()).isEqualTo(200);
    }

    private Answer session(String body) {
        return sam.post(client + "/linkedin/connect-sessions", body);
    }

    /** The account's owner opens the page, which signs in at once; answers the account of the callback. */
    private String opened(House house, Answer offered) {
        try {
            String called = browser.send(
                            HttpRequest.newBuilder(URI.create(offered.at("/auth_url")))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            house.liveUntil(house.now().plus(Duration.ofHours(1)));
            return JsonMapper.shared().readTree(called).path("account_id").stringValue();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void stands(House house, String account, String word) {
        house.sandbox().setSeatStatus(account, word);
        house.liveUntil(house.now().plus(Duration.ofHours(1)));
    }
}
