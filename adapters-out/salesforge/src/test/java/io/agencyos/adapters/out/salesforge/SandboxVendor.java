package io.agencyos.adapters.out.salesforge;

import io.agencyos.adapters.out.memory.platform.MemoryVendorObjects;
import io.agencyos.adapters.out.sandbox.SandboxClock;
import io.agencyos.adapters.out.sandbox.SandboxSettings;
import io.agencyos.adapters.out.sandbox.VendorSandbox;
import io.agencyos.adapters.out.vendorhttp.ManualTime;
import io.agencyos.adapters.out.vendorhttp.SteadyRandom;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.domain.resource.Mailbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The adapter in front of the vendor sandbox: a workspace with nothing in it, over real HTTP. */
final class SandboxVendor implements AutoCloseable {

    static final String KEY = "sandbox-key";

    final SandboxClock clock = new SandboxClock(Instant.parse("2026-03-02T22:00:00Z"));
    final VendorSandbox sandbox;
    final VendorHttp http = new VendorHttp(clock::instant, new SteadyRandom(), new ManualTime());
    final Salesforge salesforge;
    final String workspace;
    private final HttpClient client = HttpClient.newHttpClient();

    SandboxVendor() {
        sandbox = VendorSandbox.start(SandboxSettings.defaults().withPeople(300), clock);
        workspace =
                post("/workspaces", "{\"name\":\"Harbour agency\"}").path("id").stringValue();
        SalesforgeAccount account = new SalesforgeAccount(Vendor.CLIENT, workspace, KEY, KEY, null, true, true);
        salesforge = new Salesforge(
                tenant -> tenant.equals(Vendor.CLIENT) ? Optional.of(account) : Optional.empty(),
                SalesforgeSettings.live()
                        .at(URI.create(sandbox.salesforgeUrl()), URI.create(sandbox.warmforgeUrl()))
                        .withReadTimeout(Duration.ofSeconds(2)),
                http,
                new MemoryVendorObjects(),
                clock::instant);
    }

    JsonNode post(String path, String body) {
        return ask(path, "POST", HttpRequest.BodyPublishers.ofString(body));
    }

    JsonNode get(String path) {
        return ask(path, "GET", HttpRequest.BodyPublishers.noBody());
    }

    private JsonNode ask(String path, String method, HttpRequest.BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.salesforgeUrl() + path))
                .header("Authorization", KEY)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            return JsonMapper.shared()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Connects the mailbox and lets it become active; answers the vendor's id. */
    String connect(String address) {
        String server = "{\"host\":\"mail.example\",\"port\":993,\"username\":\"u\",\"password\":\"p\"}";
        JsonNode made = post(
                "/workspaces/" + workspace + "/mailboxes",
                "{\"address\":\"" + address
                        + "\",\"firstName\":\"Sam\",\"lastName\":\"Oduya\",\"dailyEmailLimit\":100,\"smtp\":" + server
                        + ",\"imap\":" + server + "}");
        pass(Duration.ofMinutes(1));
        return made.path("id").stringValue();
    }

    /** A mailbox whose first carriers stand. */
    Mailbox mailbox() {
        Mailbox mailbox = Vendor.mailbox(Vendor.CLIENT, connect("sam@hello-harbour.example"));
        salesforge.upkeep().prepare(mailbox).orElseThrow();
        return mailbox;
    }

    void pass(Duration time) {
        sandbox.pump(clock.instant().plus(time));
    }

    @Override
    public void close() {
        http.close();
        sandbox.close();
    }
}
