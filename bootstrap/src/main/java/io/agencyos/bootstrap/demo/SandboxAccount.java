package io.agencyos.bootstrap.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a person does once on the vendor's own pages before the product comes in: a workspace, and mailboxes in it. */
public final class SandboxAccount implements AutoCloseable {

    public static final String KEY = "sandbox-key";

    private final String core;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();

    /** @param core the vendor's base URL, without a trailing slash */
    public SandboxAccount(String core) {
        this.core = core;
    }

    /** Opens a workspace and answers its id. */
    public String openWorkspace(String name) {
        return post("/workspaces", Map.of("name", name)).path("id").stringValue();
    }

    /** Connects a mailbox and answers the vendor's id of it. */
    public String connectMailbox(String workspace, String address, String firstName, String lastName) {
        Map<String, Object> server =
                Map.of("host", "mail.example", "port", 993, "username", address, "password", "not-needed-here");
        return post(
                        "/workspaces/" + workspace + "/mailboxes",
                        Map.of(
                                "address", address,
                                "firstName", firstName,
                                "lastName", lastName,
                                "dailyEmailLimit", 100,
                                "smtp", server,
                                "imap", server))
                .path("id")
                .stringValue();
    }

    private JsonNode post(String path, Map<String, Object> body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(core + path))
                .header("Authorization", KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("the sandbox answers " + answer.statusCode() + ": " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException("the sandbox does not answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the sandbox was being set up", interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
