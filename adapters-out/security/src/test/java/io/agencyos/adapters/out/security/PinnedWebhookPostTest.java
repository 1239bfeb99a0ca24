package io.agencyos.adapters.out.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.agencyos.application.platform.webhook.WebhookPost;
import io.agencyos.application.platform.webhook.WebhookPostContract;
import io.agencyos.domain.platform.webhook.WebhookSecret;
import io.agencyos.domain.platform.webhook.WebhookUrl;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over real sockets and TLS, to a receiver on this machine that a resolver of ours finds under a public name. */
class PinnedWebhookPostTest extends WebhookPostContract {

    private static final char[] PASSWORD = "for-tests-only".toCharArray();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicReference<HttpHandler> HANDLER = new AtomicReference<>(exchange -> {});
    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static HttpsServer server;
    private static SSLContext tls;

    @BeforeAll
    static void listen() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = PinnedWebhookPostTest.class.getResourceAsStream("receiver.p12")) {
            keys.load(file, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("receiver", keys.getCertificate("receiver"));
        trust.init(trusted);
        tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> HANDLER.get().handle(exchange));
        server.start();
    }

    @AfterAll
    static void stop() {
        NEVER.countDown();
        server.stop(0);
    }

    @Override
    protected World world() {
        AtomicReference<@Nullable Came> last = new AtomicReference<>();
        AtomicBoolean gone = new AtomicBoolean();
        return new World() {

            @Override
            public WebhookPost post() {
                return PinnedWebhookPostTest.post(address -> true, InetAddress.getLoopbackAddress());
            }

            @Override
            public WebhookUrl url() {
                return gone.get()
                        ? new WebhookUrl(URI.create("https://hooks.agency.example:1/in"))
                        : PinnedWebhookPostTest.url("hooks.agency.example");
            }

            @Override
            public void answers(int status, @Nullable Duration retryAfter, String body) {
                HANDLER.set(exchange -> {
                    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                    last.set(new Came(exchange.getRequestHeaders().getFirst("webhook-id"), text));
                    if (retryAfter != null) {
                        exchange.getResponseHeaders().add("Retry-After", Long.toString(retryAfter.toSeconds()));
                    }
                    exchange.getResponseHeaders().add("Location", "https://127.0.0.1/");
                    reply(exchange, status, body);
                });
            }

            @Override
            public void breakDown() {
                gone.set(true);
            }

            @Override
            public @Nullable Came last() {
                return last.get();
            }
        };
    }

    private static WebhookUrl url(String host) {
        return new WebhookUrl(
                URI.create("https://" + host + ":" + server.getAddress().getPort() + "/in?a=b"));
    }

    private static PinnedWebhookPost post(Predicate<InetAddress> permitted, InetAddress... addresses) {
        return new PinnedWebhookPost(host -> List.of(addresses), permitted, tls.getSocketFactory());
    }

    private static WebhookPost.Answer send(Duration timeout) {
        return post(address -> true, InetAddress.getLoopbackAddress())
                .send(
                        url("hooks.agency.example"),
                        Map.of("webhook-id", "evt_1", "X-Own", "a\r\nX-Other: b"),
                        "{\"ü\":1}",
                        timeout);
    }

    private static void answers(int status, Map<String, String> headers, String body) {
        HANDLER.set(exchange -> {
            headers.forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            reply(exchange, status, body);
        });
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : 0);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @ParameterizedTest // api 11.2; docs/guide/api.md, verification in three languages
    @EnumSource(GuideSnippets.Language.class)
    void the_programs_of_the_guide_know_a_delivery_from_a_forgery(
            GuideSnippets.Language language, @TempDir Path folder) {
        assumeThat(language.isHere()).isTrue();
        AtomicReference<Map<String, String>> headers = new AtomicReference<>(Map.of());
        AtomicReference<byte[]> body = new AtomicReference<>(new byte[0]);
        HANDLER.set(exchange -> {
            headers.set(Stream.of("webhook-id", "webhook-timestamp", "webhook-signature")
                    .collect(Collectors.toMap(
                            name -> name, name -> exchange.getRequestHeaders().getFirst(name))));
            body.set(exchange.getRequestBody().readAllBytes());
            reply(exchange, 200, "");
        });
        WebhookSecret secret = WebhookSecret.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        String shown = secret.text().reveal();
        String content = "{\"id\":\"evt_1\",\"name\":\"Zoë\"}";
        Instant now = Instant.now();
        delivered(secret, content, now);

        GuideSnippets guide = new GuideSnippets(folder);
        assertThat(guide.says(language, shown, headers.get(), body.get())).isEqualTo("true");
        byte[] forged = new String(body.get(), StandardCharsets.UTF_8)
                .replace("Zoë", "Zoe")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(guide.says(language, shown, headers.get(), forged)).isEqualTo("false");

        delivered(secret, content, now.minusSeconds(600));
        assertThat(guide.says(language, shown, headers.get(), body.get()))
                .as("too old")
                .isEqualTo("false");
    }

    private static void delivered(WebhookSecret secret, String content, Instant at) {
        WebhookPost.Answer answer = post(address -> true, InetAddress.getLoopbackAddress())
                .send(
                        url("hooks.agency.example"),
                        Map.of(
                                "webhook-id", "evt_1",
                                "webhook-timestamp", Long.toString(at.getEpochSecond()),
                                "webhook-signature", secret.sign("evt_1", at.getEpochSecond(), content)),
                        content,
                        PATIENCE);
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void the_exact_bytes_and_headers_arrive_and_no_header_smuggles_in_another() {
        AtomicReference<String> seen = new AtomicReference<>("");
        HANDLER.set(exchange -> {
            seen.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("webhook-id") + " "
                    + exchange.getRequestHeaders().getFirst("Host") + " "
                    + exchange.getRequestHeaders().containsKey("X-Other") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            reply(exchange, 200, "taken");
        });

        WebhookPost.Answer answer = send(PATIENCE);

        assertThat(answer).isEqualTo(new WebhookPost.Answer(200, null, "taken", null));
        assertThat(seen.get())
                .isEqualTo("POST /in?a=b evt_1 hooks.agency.example:"
                        + server.getAddress().getPort() + " false {\"ü\":1}");
    }

    @Test // api 11.3: every address checked
    void nothing_is_sent_where_one_of_the_addresses_is_not_public() throws UnknownHostException {
        HANDLER.set(exchange -> {
            throw new AssertionError("somebody came");
        });
        InetAddress fine = InetAddress.getByAddress(new byte[] {1, 1, 1, 1});
        InetAddress metadata = InetAddress.getByAddress(new byte[] {(byte) 169, (byte) 254, (byte) 169, (byte) 254});

        for (InetAddress second : List.of(InetAddress.getLoopbackAddress(), metadata)) {
            WebhookPost.Answer answer = post(PinnedWebhookPost::isPublic, fine, second)
                    .send(url("hooks.agency.example"), Map.of(), "{}", PATIENCE);
            assertThat(answer.error()).isEqualTo("The address of the endpoint is not a public one.");
        }
        assertThat(PinnedWebhookPost.toPublicAddresses()
                        .send(url("localhost"), Map.of(), "{}", PATIENCE)
                        .error())
                .isEqualTo("The address of the endpoint is not a public one.");
    }

    @Test // api 11.3: connection pinned to the checked address
    void a_name_that_leads_elsewhere_the_second_time_is_asked_once() throws UnknownHostException {
        answers(200, Map.of(), "");
        InetAddress metadata = InetAddress.getByAddress(new byte[] {(byte) 169, (byte) 254, (byte) 169, (byte) 254});
        AtomicInteger asked = new AtomicInteger();
        List<InetAddress> looked = new CopyOnWriteArrayList<>();
        PinnedWebhookPost post = new PinnedWebhookPost(
                host -> List.of(asked.getAndIncrement() == 0 ? InetAddress.getLoopbackAddress() : metadata),
                looked::add,
                tls.getSocketFactory());

        assertThat(post.send(url("hooks.agency.example"), Map.of(), "{}", PATIENCE)
                        .status())
                .isEqualTo(200);
        assertThat(asked).hasValue(1);
        assertThat(looked).containsExactly(InetAddress.getLoopbackAddress());
    }

    @Test
    void who_does_not_answer_in_time_is_given_up() {
        HANDLER.set(exchange -> {
            try {
                NEVER.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(send(Duration.ofMillis(300)).error()).isEqualTo("The endpoint did not answer in time.");
    }

    @Test // TLS still proves the name
    void who_has_no_certificate_for_the_name_is_not_trusted() {
        answers(200, Map.of(), "");

        WebhookPost.Answer answer = post(address -> true, InetAddress.getLoopbackAddress())
                .send(url("other.agency.example"), Map.of(), "{}", PATIENCE);

        assertThat(answer.status()).isNull();
        assertThat(answer.error()).startsWith("The endpoint's certificate is not trusted");
    }
}
