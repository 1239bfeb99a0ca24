package io.agencyos.adapters.out.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A house of worlds, and the folder in which it remembers them. */
class SandboxHouseTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final String BOOKING =
            "{\"id\":\"b-1\",\"email\":\"ivy@harbour-lane.example\",\"meetingAt\":\"2026-03-05T00:00:00Z\"}";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    private SandboxHouse open() {
        return SandboxHouse.open(SandboxHouse.Keeping.here(Optional.of(folder)).told(), () -> NOW);
    }

    private HttpResponse<String> asked(SandboxHouse house, String tenant, String key, String method, String path)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(
                                house.address() + SandboxHouse.door(tenant, "key of " + tenant) + "/_sandbox" + path))
                        .header(SandboxHouse.KEY_HEADER, key)
                        .method(
                                method,
                                method.equals("POST")
                                        ? HttpRequest.BodyPublishers.ofString(BOOKING)
                                        : HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private List<String> worlds() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jsonl"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_folder_belongs_to_one_house_at_a_time() {
        try (SandboxHouse first = open()) {
            assertThat(first.size()).isZero();
            assertThatThrownBy(this::open)
                    .isInstanceOf(SandboxFolderInUse.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        open().close();
    }

    @Test // api 9.2: what a twin's world remembers goes with its client, addresses of people among it
    void a_world_that_is_forgotten_leaves_nothing_and_no_other_is_touched() throws Exception {
        try (SandboxHouse house = open()) {
            assertThat(asked(house, "one", "key of one", "POST", "/bookings").statusCode())
                    .isEqualTo(204);
            assertThat(asked(house, "two", "key of two", "POST", "/bookings").statusCode())
                    .isEqualTo(204);
            assertThat(asked(house, "one", "key of two", "DELETE", "/world").statusCode())
                    .as("by nobody else's key")
                    .isEqualTo(401);
            assertThat(worlds()).hasSize(2);

            assertThat(asked(house, "one", "key of one", "DELETE", "/world").statusCode())
                    .isEqualTo(204);
            assertThat(asked(house, "one", "key of one", "DELETE", "/world").statusCode())
                    .as("again")
                    .isEqualTo(204);
            house.pump();

            assertThat(worlds()).singleElement().asString().startsWith("two.");
            assertThat(asked(house, "two", "key of two", "GET", "/bookings").body())
                    .contains("ivy@harbour-lane.example");
            assertThat(asked(house, "one", "key of one", "GET", "/bookings").body())
                    .as("whoever comes next finds a new world")
                    .doesNotContain("ivy@harbour-lane.example");
        }
    }

    private String bought(SandboxHouse house, String method, String path, String body) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(
                                house.address() + SandboxHouse.door("one", "key of one") + "/apollo/api/v1" + path))
                        .header("x-api-key", "key of one")
                        .method(method, HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test // api 4.1: whoever tries a twin makes up people of their own
    void whoever_was_made_up_is_known_to_the_seller_of_data_and_after_a_restart_too() throws Exception {
        String employer;
        try (SandboxHouse house = open()) {
            String ivy = bought(house, "POST", "/people/match", "{'email':'ivy.okafor@harbour-lane.example'}");
            assertThat(ivy).contains("\"first_name\":\"Ivy\"", "\"email_status\":\"verified\"");
            assertThat(bought(house, "POST", "/people/match", "{'email':'unknown@harbour-lane.example'}"))
                    .contains("\"person\":null");
            employer = ivy.replaceFirst("(?s).*\"organization_id\":\"(company\\d+)\".*", "$1");
            assertThat(bought(house, "GET", "/organizations/" + employer + "/job_postings", ""))
                    .contains("organization_job_postings");
        }
        try (SandboxHouse again = open()) {
            assertThat(bought(again, "GET", "/organizations/" + employer + "/job_postings", ""))
                    .contains("organization_job_postings");
        }
    }
}
