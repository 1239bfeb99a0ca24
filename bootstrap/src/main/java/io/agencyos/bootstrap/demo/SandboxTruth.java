package io.agencyos.bootstrap.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's planted truth, asked of its own routes. Only the demonstration looks at it; the product never does. */
final class SandboxTruth implements AutoCloseable {

    private static final List<String> WEEKDAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();

    /** @param base the sandbox's own address */
    SandboxTruth(String base) {
        this.base = base;
    }

    /** What moves a reader about the moment, in per cent: by weekday from Monday on, by hour from midnight on. */
    record Moments(List<Integer> days, List<Integer> hours) {

        /** Of an e-mail on that day at that hour; 1 where nothing was planted. */
        double of(int dayIndex, int hour) {
            return days.get(dayIndex) * hours.get(hour) / 10_000.0;
        }
    }

    /** Odds of a meeting per e-mail address, of everybody invented who was written to from a workspace; per million. */
    Map<String, Integer> meetingOdds(String workspace) {
        Map<String, Integer> odds = new HashMap<>();
        get("/_sandbox/truth/contacts?workspace=" + URLEncoder.encode(workspace, StandardCharsets.UTF_8))
                .path("data")
                .forEach(contact -> odds.put(
                        contact.path("email").stringValue(),
                        contact.path("meetingOdds").intValue()));
        return odds;
    }

    Moments moments() {
        JsonNode effects = get("/_sandbox/truth").path("effects");
        List<Integer> hours = new ArrayList<>();
        effects.path("hour").forEach(percent -> hours.add(percent.intValue()));
        return new Moments(
                WEEKDAYS.stream()
                        .map(day -> effects.path("weekday").path(day).intValue())
                        .toList(),
                hours);
    }

    private JsonNode get(String path) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the sandbox answers " + answer.statusCode() + ": " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException("the sandbox does not answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the sandbox was asked", interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
