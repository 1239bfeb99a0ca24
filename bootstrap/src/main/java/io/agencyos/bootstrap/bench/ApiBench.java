package io.agencyos.bootstrap.bench;

import io.agencyos.adapters.in.cli.Benchmarks.Figure;
import io.agencyos.adapters.in.http.server.ApiServer;
import io.agencyos.adapters.out.postgres.lead.PostgresLeadMarks;
import io.agencyos.adapters.out.salesforge.Salesforge;
import io.agencyos.adapters.out.sandbox.salesforge.Signatures;
import io.agencyos.application.client.identity.AddUser;
import io.agencyos.application.lead.store.LeadQueries;
import io.agencyos.application.platform.vendor.VendorHook;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.serve.Api;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import tools.jackson.databind.json.JsonMapper;

/**
 * The product's API over HTTP beside handlers that do nothing but the statements: lists and leads with sign-in, roles and
 * row-level security on; what vendors push, signed, and stored before it is answered. Source: issues 4 and 6, bench.
 */
final class ApiBench implements House.Benchmark {

    private static final Duration LONGEST = Duration.ofSeconds(8);
    /** People and programs that ask. */
    private static final int CALLERS = 8;

    /** Deliveries under way when a vendor has much to tell; with fewer the machine waits for callers, and no throughput is seen. */
    private static final int FLOOD = 32;

    private static final String LOGIN = "bench@agency.example";
    private static final String HOOK = "019cf2df81e07e019b5554bef5ebf47e";
    private static final String HOOK_SECRET = "whsec_of_the_bench";

    private final Duration span;

    /** @param rows how many leads there are: few are asked for a short time only */
    ApiBench(int rows) {
        Duration wanted = Duration.ofMillis(rows);
        span = wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
    }

    @Override
    public List<Figure> measure(House house) throws IOException {
        house.bare(ApiBench::prepared);
        Product product = house.product();
        SecretText password = new SecretText("correct horse battery staple");
        AddUser.Outcome added = product.identity()
                .addUser()
                .add(new AddUser.Request(new EmailAddress(LOGIN), "Bench", house.client(), Role.MEMBER, password));
        if (!(added instanceof AddUser.Outcome.Added)) {
            throw new IllegalStateException("nobody to sign in: " + added);
        }
        product.basis()
                .units()
                .inTenant(
                        house.worker(),
                        () -> product.stores()
                                .vendorHooks
                                .add(VendorHook.made(
                                        HOOK,
                                        Salesforge.VENDOR,
                                        house.client(),
                                        new SecretText(HOOK_SECRET),
                                        product.basis().clock().now())));
        List<Lead> page = newest(house);
        try (ApiServer api = Api.start(product, "bench", Api.local(product, "bench", 0, false));
                BareApi bare = BareApi.on(product.basis().platformPool(), house.client(), asked(house, page));
                HttpLoad load = new HttpLoad(CALLERS);
                HttpLoad flood = new HttpLoad(FLOOD)) {
            String ours = "http://127.0.0.1:" + api.port();
            String theirs = "http://127.0.0.1:" + bare.port();
            String token = signIn(ours, password);
            String leads = "/api/v1/clients/" + house.client().text() + "/leads";
            String lead = page.getFirst().id().text();
            List<Figure> figures = new ArrayList<>();
            figures.add(compared(
                    load,
                    "api, list of 50",
                    n -> get(ours + leads + "?limit=50", token),
                    n -> get(theirs + "/leads", token),
                    "the same statements by a bare Javalin handler"));
            figures.add(compared(
                    load,
                    "api, one lead",
                    n -> get(ours + leads + "/" + lead, token),
                    n -> get(theirs + "/leads/" + lead, token),
                    "the same statements by a bare Javalin handler"));
            figures.addAll(intake(load, flood, ours, theirs));
            return figures;
        }
    }

    /** The leads of the first page, and the one behind it by which a list knows that it goes on. */
    private static List<Lead> newest(House house) {
        LeadQueries.Window window = new LeadQueries.Window(LeadQueries.Sort.CREATED, true, Optional.empty(), 51);
        return house.product().leadReads().listLeads().list(house.worker(), LeadQueries.Filter.ALL, window).stream()
                .map(LeadQueries.Listed::lead)
                .toList();
    }

    private static BareApi.Asked asked(House house, List<Lead> page) {
        PostgresLeadMarks marks = house.product().stores().leadMarks;
        return house.product()
                .basis()
                .units()
                .reading(house.worker(), () -> new BareApi.Asked(marks.asked(page), marks.asked(page.subList(0, 1))));
    }

    private Figure compared(
            HttpLoad load, String name, LongFunction<HttpRequest> ours, LongFunction<HttpRequest> bare, String against)
            throws IOException {
        Pairs both = Pairs.of(load, span, ours, bare);
        return new Figure(
                name,
                String.format(
                        Locale.ROOT,
                        "%,.0f req/s, p99 %.1f ms",
                        both.ours().perSecond(),
                        both.ours().millisOfPercentile(99)),
                String.format(Locale.ROOT, "%.3f", both.ratio()),
                ">= 0.7",
                String.format(
                        Locale.ROOT,
                        "%s, %,.0f req/s, p99 %.1f ms",
                        against,
                        both.bare().perSecond(),
                        both.bare().millisOfPercentile(99)));
    }

    private List<Figure> intake(HttpLoad few, HttpLoad flood, String ours, String theirs) throws IOException {
        LongFunction<HttpRequest> pushed = n -> webhook(ours + "/api/v1/hooks/" + Salesforge.VENDOR + "/" + HOOK, n);
        LongFunction<HttpRequest> bare = n -> webhook(theirs + "/hook", n);
        Pairs both = Pairs.of(flood, span, pushed, bare);
        double half = both.ours().perSecond() / 2;
        HttpLoad.Run ourHalf = flood.at(half, span, pushed);
        HttpLoad.Run bareHalf = flood.at(half, span, bare);
        return List.of(
                taken("webhook intake", ">= 0.8", FLOOD, both),
                new Figure(
                        "at half load",
                        String.format(Locale.ROOT, "p99 %.1f ms", ourHalf.millisOfPercentile(99)),
                        "",
                        "< 25 ms",
                        String.format(
                                Locale.ROOT,
                                "median %.1f ms at %,.0f req/s; the bare handler asked as often: %.1f and %.1f ms",
                                ourHalf.millisOfPercentile(50),
                                ourHalf.perSecond(),
                                bareHalf.millisOfPercentile(99),
                                bareHalf.millisOfPercentile(50))),
                taken("few at once", "", CALLERS, Pairs.of(few, span, pushed, bare)));
    }

    private static Figure taken(String name, String wanted, int atOnce, Pairs both) {
        return new Figure(
                name,
                String.format(Locale.ROOT, "%,.0f req/s", both.ours().perSecond()),
                String.format(Locale.ROOT, "%.3f", both.ratio()),
                wanted,
                String.format(
                        Locale.ROOT,
                        "one INSERT by a bare Javalin handler, %,.0f req/s; %d deliveries at once",
                        both.bare().perSecond(),
                        atOnce));
    }

    private static HttpRequest get(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private static HttpRequest webhook(String address, long number) {
        String body = """
            {"webhookInfo":{"id":"wh_%d","type":"email_opened"},"contact":{"email":"somebody@bench.example"}}\
            """.formatted(number);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        Signatures.headers(HOOK_SECRET, "wh_" + number, Instant.now(), body).forEach(request::header);
        return request.build();
    }

    private static String signIn(String api, SecretText password) throws IOException {
        JsonMapper json = JsonMapper.shared();
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/api/v1/auth/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        json.writeValueAsString(Map.of("email", LOGIN, "password", password.reveal()))))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return json.readTree(answer.body()).path("access_token").stringValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    /** A table that the bare handler fills, and the statistics that a database in use has. */
    private static boolean prepared(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) app.lead");
            statement.execute("vacuum (analyze) app.lead_profile");
            statement.execute("create table app.bench_hook (id bigint generated always as identity primary key,"
                    + " event text not null, body bytea not null, at timestamptz not null default now())");
            return statement.execute("grant insert on app.bench_hook to public");
        }
    }
}
