package io.agencyos.adapters.out.smtpimap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import io.agencyos.adapters.out.smtpimap.MailServer.Security;
import io.agencyos.adapters.out.smtpimap.ScriptedSmtp.Protection;
import io.agencyos.adapters.out.smtpimap.ScriptedSmtp.Step;
import io.agencyos.adapters.out.smtpimap.SmtpImapAccount.SentCopy;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.application.resource.Mailboxes;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** TLS, sign-in and secrets. Source: smtp-imap 1. */
class LinesTest {

    private static final Certificates LOCALHOST = Certificates.forHost("localhost");
    private static final Certificates ANOTHER = Certificates.forHost("mx.another.example");

    private final Post post = new Post();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(post));

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private ScriptedSmtp smtp(Protection protection, Certificates certificates) {
        ScriptedSmtp smtp = new ScriptedSmtp(protection, certificates.server());
        open.add(smtp);
        return smtp;
    }

    private SendOutcome send(ScriptedSmtp smtp, Security security, Certificates trusted) {
        post.settings = post.settings.trusting(trusted.trusting());
        return post.with(post.account(smtp.address(security), SentCopy.PROVIDER))
                .sender()
                .send(post.email().build());
    }

    @Test // smtp-imap 1
    void a_line_that_begins_in_clear_turns_to_tls_before_anything_is_said() {
        ScriptedSmtp smtp = smtp(Protection.STARTTLS, LOCALHOST);
        assertThat(send(smtp, Security.STARTTLS, LOCALHOST)).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(smtp.commands.subList(0, 2)).containsExactly("EHLO hello-harbour.example", "STARTTLS");
    }

    @Test // smtp-imap 1
    void implicit_tls_works() {
        ScriptedSmtp smtp = smtp(Protection.TLS, LOCALHOST);
        assertThat(send(smtp, Security.TLS, LOCALHOST)).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test // smtp-imap check 3
    void without_the_offer_of_tls_nothing_is_sent_in_clear() {
        ScriptedSmtp smtp = smtp(Protection.NONE, LOCALHOST);
        assertThat(send(smtp, Security.STARTTLS, LOCALHOST))
                .isInstanceOfSatisfying(
                        SendOutcome.NotAccepted.class,
                        outcome -> assertThat(outcome.failure()).isInstanceOf(VendorFailure.Unavailable.class));
        assertThat(smtp.commands).noneMatch(command -> command.startsWith("AUTH") || command.startsWith("MAIL"));
    }

    @Test // smtp-imap check 3
    void a_certificate_that_nobody_vouches_for_or_of_another_name_is_refused() {
        for (Protection protection : List.of(Protection.STARTTLS, Protection.TLS)) {
            Security security = protection == Protection.TLS ? Security.TLS : Security.STARTTLS;
            for (SendOutcome outcome : List.of(
                    send(smtp(protection, LOCALHOST), security, ANOTHER),
                    send(smtp(protection, ANOTHER), security, ANOTHER))) {
                assertThat(outcome)
                        .isInstanceOfSatisfying(
                                SendOutcome.NotAccepted.class,
                                no -> assertThat(no.failure()).isInstanceOf(VendorFailure.Unavailable.class));
            }
        }
    }

    @Test // smtp-imap 1: 993, implicit TLS, verified
    void reading_goes_over_tls_with_a_verified_certificate() {
        for (Certificates servers : List.of(LOCALHOST, ANOTHER)) {
            TlsDoor imaps = new TlsDoor(servers.server(), post.server.imap().getPort());
            open.add(imaps);
            post.settings = post.settings.trusting(servers.trusting());
            SmtpImapAccount plain = post.account(post.smtp(), SentCopy.PROVIDER);
            SmtpImap mail = post.with(new SmtpImapAccount(
                    plain.clientId(),
                    plain.address(),
                    plain.username(),
                    plain.credential(),
                    plain.submission(),
                    imaps.address(),
                    plain.sentCopy(),
                    null,
                    null));
            assertThat(mail.replies().since(Post.CLIENT, null).isOk())
                    .as("only the certificate of the name that was asked for")
                    .isEqualTo(servers == LOCALHOST);
        }
    }

    @Test // smtp-imap 1: EHLO, AUTH, NOOP, LOGIN, EXAMINE
    void a_connection_is_checked_on_both_sides() {
        SmtpImapAccount good = post.account(post.smtp(), SentCopy.PROVIDER);
        assertThat(post.with(good).sender().checkConnection(Post.CLIENT).isOk()).isTrue();
        post.server.imap().stopService();
        assertThat(post.with(good).sender().checkConnection(Post.CLIENT).isOk()).isFalse();
        assertThat(post.with(good).sender().checkConnection(new ClientId(new UUID(0, 9))))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        err -> assertThat(err.error()).isInstanceOf(VendorFailure.Unauthorized.class));
    }

    @Test // smtp-imap check 12
    void logs_hold_no_secret_no_address_and_no_body() {
        Logger root = (Logger) LoggerFactory.getLogger("io.agencyos");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        try {
            SmtpImap mail = post.with(post.account(post.smtp(), SentCopy.APPEND));
            mail.sender().send(post.email().build());
            mail.replies().since(Post.CLIENT, null);
            post.server.imap().stopService();
            mail.sender().send(post.email().build());
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }
        assertThat(log.list)
                .isNotEmpty()
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(
                        line -> line.contains("@") || line.contains(Post.PASSWORD) || line.contains("could we talk"));
    }

    @Test // smtp-imap 1: plain text only to loopback
    void plain_text_to_another_machine_cannot_be_configured() {
        assertThatThrownBy(() -> new MailServer("mx.example", 25, Security.LOOPBACK))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test // smtp-imap check 12
    void no_secret_is_in_any_text() {
        MailCredential.Consent consent =
                new MailCredential.Consent(URI.create("https://login.example/token"), "id", "secret-1", "refresh-1");
        SmtpImapAccount account = post.account(post.smtp(), SentCopy.PROVIDER);
        assertThat(List.of(
                        account.toString(),
                        account.credential().toString(),
                        consent.toString(),
                        new Secrets.Proof("PLAIN", Post.PASSWORD).toString()))
                .noneMatch(text -> text.contains(Post.PASSWORD)
                        || text.contains("secret-1")
                        || text.contains("refresh-1")
                        || text.contains(Post.SAM.value()));
    }

    /** A token endpoint that answers with tok-1, tok-2 …, or refuses. */
    private static final class TokenServer implements AutoCloseable {

        private final HttpServer server;
        private final AtomicInteger exchanges = new AtomicInteger();
        private final List<String> asked = new CopyOnWriteArrayList<>();
        private volatile int status = 200;

        private TokenServer() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            server.createContext("/token", exchange -> {
                asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                byte[] body = ("{\"access_token\":\"tok-" + exchanges.incrementAndGet()
                                + "\",\"refresh_token\":\"refresh-2\",\"expires_in\":3600}")
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        private MailCredential.Consent consent() {
            return new MailCredential.Consent(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token"),
                    "client-1",
                    "secret&1",
                    "refresh-1");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private TokenServer endpoint() throws IOException {
        TokenServer endpoint = new TokenServer();
        open.add(endpoint);
        return endpoint;
    }

    private SmtpImap consented(ScriptedSmtp smtp, MailCredential credential) {
        post.settings = post.settings.trusting(LOCALHOST.trusting());
        SmtpImapAccount plain = post.account(smtp.address(Security.TLS), SentCopy.PROVIDER);
        return post.with(new SmtpImapAccount(
                plain.clientId(),
                plain.address(),
                plain.username(),
                credential,
                plain.submission(),
                plain.reading(),
                plain.sentCopy(),
                null,
                null));
    }

    @Test // smtp-imap 1: the vector
    void a_token_is_given_as_the_specification_shows() throws Exception {
        TokenServer endpoint = endpoint();
        ScriptedSmtp smtp = smtp(Protection.TLS, LOCALHOST);
        SmtpImap mail = consented(smtp, endpoint.consent());
        assertThat(mail.sender().send(post.email().build())).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(smtp.commands)
                .contains("AUTH XOAUTH2 dXNlcj1zYW1AaGVsbG8taGFyYm91ci5leGFtcGxlAWF1dGg9QmVhcmVyIHRvay0xAQE=");
        assertThat(endpoint.asked.getFirst())
                .contains("grant_type=refresh_token", "refresh_token=refresh-1", "client_secret=secret%261");
    }

    @Test // smtp-imap 1: the same token opens the mailbox
    void a_token_opens_the_mailbox_too() throws Exception {
        TokenServer endpoint = endpoint();
        post.server.setUser(Post.SAM.value(), Post.SAM.value(), "tok-1");
        SmtpImap mail = consented(smtp(Protection.TLS, LOCALHOST), endpoint.consent());
        assertThat(mail.replies().since(Post.CLIENT, null).isOk()).isTrue();
        assertThat(endpoint.exchanges).hasValue(1);
    }

    @Test // smtp-imap check 4
    void an_expired_token_is_renewed_once_for_ten_that_come_together() throws Exception {
        TokenServer endpoint = endpoint();
        FetchedTokens tokens = new FetchedTokens(new TokenEndpoint(post.settings), post.clock);
        assertThat(tokens.current(endpoint.consent()).orElseThrow()).isEqualTo("tok-1");
        post.clock.advance(Duration.ofMinutes(55).minusSeconds(1));
        assertThat(tokens.current(endpoint.consent()).orElseThrow()).isEqualTo("tok-1");
        post.clock.advance(Duration.ofSeconds(1));
        try (ExecutorService ten = Executors.newFixedThreadPool(10)) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                all.add(ten.submit(() -> tokens.current(endpoint.consent()).orElseThrow()));
            }
            for (Future<String> one : all) {
                assertThat(one.get()).isEqualTo("tok-2");
            }
        }
        assertThat(endpoint.exchanges).hasValue(2);
    }

    @Test // smtp-imap check 4
    void a_refused_consent_is_unauthorized_and_a_broken_endpoint_unavailable() throws Exception {
        TokenServer endpoint = endpoint();
        FetchedTokens tokens = new FetchedTokens(new TokenEndpoint(post.settings), post.clock);
        endpoint.status = 400;
        assertThat(tokens.current(endpoint.consent()))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        err -> assertThat(err.error()).isInstanceOf(VendorFailure.Unauthorized.class));
        endpoint.status = 503;
        assertThat(tokens.current(endpoint.consent()))
                .isInstanceOfSatisfying(
                        Result.Err.class, err -> assertThat(err.error()).isInstanceOf(VendorFailure.Unavailable.class));
    }

    @Test // smtp-imap 3: a token that the server refuses is not used again
    void a_refused_token_is_fetched_anew() throws Exception {
        TokenServer endpoint = endpoint();
        ScriptedSmtp smtp = smtp(Protection.TLS, LOCALHOST);
        SmtpImap mail = consented(smtp, endpoint.consent());
        smtp.sayAt(Step.AUTH, "535 5.7.8 token revoked");
        assertThat(mail.sender().send(post.email().build()))
                .isInstanceOfSatisfying(
                        SendOutcome.Rejected.class,
                        no -> assertThat(no.failure()).isInstanceOf(VendorFailure.Unauthorized.class));
        assertThat(mail.sender().send(post.email().build())).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(endpoint.exchanges).hasValue(2);
    }

    @Test // RFC 6749, 4.1.3
    void a_consent_that_was_given_becomes_a_credential() throws Exception {
        TokenServer endpoint = endpoint();
        ConsentPage page = new ConsentPage(
                Mailboxes.Provider.GOOGLE,
                URI.create("https://login.example/ask"),
                endpoint.consent().tokenEndpoint(),
                "client-1",
                "secret-1",
                "mail");
        Consents consents = new Consents(new TokenEndpoint(post.settings), List.of(page));
        URI back = URI.create("https://agency.example/back?state=7f");
        assertThat(consents.given(Mailboxes.Provider.GOOGLE, "code-1", back).orElseThrow())
                .isEqualTo(new MailCredential.Consent(page.tokenEndpoint(), "client-1", "secret-1", "refresh-2"));
        assertThat(endpoint.asked.getFirst())
                .contains(
                        "grant_type=authorization_code",
                        "code=code-1",
                        "redirect_uri=https%3A%2F%2Fagency.example%2Fback");
        assertThat(consents.given(Mailboxes.Provider.OUTLOOK, "code-1", back).isOk())
                .isFalse();
        assertThat(page.toString()).doesNotContain("secret-1");
    }
}
