package io.agencyos.adapters.out.salesforge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.population.Person;
import io.agencyos.application.conversation.inbox.EmailReplies;
import io.agencyos.application.conversation.inbox.HookReader.Delivery;
import io.agencyos.application.conversation.inbox.HookReader.Forgery;
import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.outreach.channel.EmailCommand;
import io.agencyos.application.outreach.channel.EmailCommands;
import io.agencyos.application.outreach.channel.EmailSender.Recall;
import io.agencyos.application.outreach.channel.LookupOutcome;
import io.agencyos.application.outreach.channel.SendOutcome;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Some days in the sandbox's world: what is pushed, what is polled and what the ledger says must agree. */
class SandboxLifeTest {

    private final SandboxVendor vendor = new SandboxVendor();
    private final List<Result<String, Forgery>> proofs = new CopyOnWriteArrayList<>();
    private final List<MailEvent> pushed = new CopyOnWriteArrayList<>();
    private final Map<String, String> secrets = new TreeMap<>();
    private @Nullable HttpServer receiver;

    @AfterEach
    void stop() {
        if (receiver != null) {
            receiver.stop(0);
        }
        vendor.close();
    }

    private void listen() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
        receiver = server;
        for (String type : List.of(
                "email_sent", "email_replied", "email_bounced", "contact_unsubscribed", "dnc_added", "email_opened")) {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + type;
            secrets.put(
                    "/" + type,
                    vendor.post(
                                    "/workspaces/" + vendor.workspace + "/integrations/webhooks",
                                    "{\"name\":\"aos " + type + "\",\"type\":\"" + type + "\",\"url\":\"" + url
                                            + "\",\"sequenceIds\":[]}")
                            .path("signingSecret")
                            .stringValue());
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, List<String>> headers = new TreeMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            String secret = secrets.get(exchange.getRequestURI().getPath());
            Result<String, Forgery> proof = vendor.salesforge
                    .hooks()
                    .verify(new Delivery(headers, body), List.of(secret), vendor.clock.instant());
            proofs.add(proof);
            proof.toOptional()
                    .ifPresent(key -> vendor.salesforge
                            .hooks()
                            .read(Vendor.CLIENT, key, body)
                            .forEach(event -> pushed.add((MailEvent) event)));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private List<MailEvent> poll() {
        List<MailEvent> events = new ArrayList<>();
        String cursor = null;
        EmailReplies.Page page;
        do {
            page = vendor.salesforge.replies().since(Vendor.CLIENT, cursor).orElseThrow();
            events.addAll(page.events());
            cursor = page.next();
        } while (page.more());
        return events;
    }

    /** The shipped people have addresses as real exports have them, some of them unusable. */
    private List<Person> ninety() {
        Set<String> seen = new HashSet<>();
        return vendor.sandbox.population().people().stream()
                .filter(person -> EmailAddress.parse(person.email())
                        .toOptional()
                        .filter(address -> address.value().equals(person.email())
                                && seen.add(address.key().value()))
                        .isPresent())
                .limit(90)
                .toList();
    }

    private EmailCommand to(Mailbox mailbox, Person person) {
        return EmailCommands.email(mailbox, "plan " + person.number(), person.email(), vendor.clock.instant())
                .html("<p>Hi " + person.firstName() + ", could "
                        + person.company().name() + " use more enquiries?</p>")
                .build();
    }

    @Test
    void what_is_pushed_polled_and_written_in_the_ledger_agrees() throws IOException {
        listen();
        Mailbox mailbox = vendor.mailbox();
        List<Person> people = ninety();
        Set<String> refs = people.stream()
                .map(person -> vendor.salesforge.sender().send(to(mailbox, person)))
                .map(outcome -> ((SendOutcome.Accepted) outcome).vendorRef())
                .collect(Collectors.toSet());
        assertThat(refs).hasSize(90);
        vendor.pass(Duration.ofDays(6));

        long delivered = vendor.sandbox.ledger().rows().stream()
                .filter(row -> row.kind() == LedgerRow.Kind.EMAIL)
                .count();
        List<MailEvent> polled = poll();
        assertThat(delivered).isEqualTo(90);
        assertThat(vendor.sandbox.ledger().doubleContacts()).isEmpty();
        assertThat(proofs).isNotEmpty().allMatch(Result::isOk);
        assertThat(refsOfSent(pushed)).isEqualTo(refs);
        assertThat(refsOfSent(polled)).isEqualTo(refs);
        assertThat(writers(polled))
                .isNotEmpty()
                .isEqualTo(pushed.stream()
                        .filter(MailEvent.ReplyNotice.class::isInstance)
                        .map(event -> ((MailEvent.ReplyNotice) event).from())
                        .collect(Collectors.toSet()));
    }

    @Test // outreach 15: nobody who said stop is forgotten because a webhook was lost
    void every_opt_out_is_found_though_no_webhook_told_of_it() {
        Mailbox mailbox = vendor.mailbox();
        for (int slot = 1; slot <= 3; slot++) {
            String carrier = String.valueOf(slot);
            ninety().forEach(person -> vendor.salesforge
                    .sender()
                    .send(EmailCommands.email(
                                    mailbox,
                                    "plan " + carrier + " " + person.number(),
                                    person.email(),
                                    vendor.clock.instant())
                            .slot(carrier)
                            .build()));
            vendor.pass(Duration.ofDays(6));
        }
        Set<String> said = vendor.sandbox.ledger().stops().stream()
                .filter(stop -> stop.how().equals("unsubscribe"))
                .map(stop ->
                        EmailAddress.parse(stop.email()).orElseThrow().key().value())
                .collect(Collectors.toSet());
        Set<String> writers =
                writers(poll()).stream().map(writer -> writer.key().value()).collect(Collectors.toSet());
        said.removeAll(writers);
        assertThat(said).isNotEmpty();
        assertThat(poll().stream()
                        .filter(MailEvent.OptedOut.class::isInstance)
                        .map(event -> ((MailEvent.OptedOut) event).about().recipient())
                        .map(address -> address.key().value()))
                .containsExactlyInAnyOrderElementsOf(said);
    }

    private static Set<String> refsOfSent(List<MailEvent> events) {
        return events.stream()
                .filter(MailEvent.Sent.class::isInstance)
                .map(event -> ((MailEvent.Sent) event).about().vendorRef())
                .collect(Collectors.toSet());
    }

    private static Set<EmailAddress> writers(List<MailEvent> events) {
        return events.stream()
                .filter(MailEvent.Received.class::isInstance)
                .map(event -> ((MailEvent.Received) event).mail().from())
                .collect(Collectors.toSet());
    }

    @Test // salesforge 6, S12
    void an_answer_reaches_the_thread_of_the_mail_that_it_answers() {
        Mailbox mailbox = vendor.mailbox();
        ninety().forEach(person -> vendor.salesforge.sender().send(to(mailbox, person)));
        vendor.pass(Duration.ofDays(6));
        InboundMail mail = poll().stream()
                .filter(MailEvent.Received.class::isInstance)
                .map(event -> ((MailEvent.Received) event).mail())
                .findFirst()
                .orElseThrow();
        EmailCommand answer = EmailCommands.email(
                        mailbox, "an answer", mail.from().value(), vendor.clock.instant())
                .html("<p>Thursday 10:00 works.</p>")
                .answering(Objects.requireNonNull(mail.answerRef()))
                .build();
        assertThat(vendor.salesforge.sender().send(answer)).isInstanceOf(SendOutcome.Accepted.class);
        vendor.pass(Duration.ofMinutes(5));
        assertThat(vendor.sandbox.ledger().rows())
                .filteredOn(row -> row.kind() == LedgerRow.Kind.REPLY)
                .singleElement()
                .satisfies(
                        row -> assertThat(row.toEmail()).isEqualTo(mail.from().value()));
        assertThat(vendor.salesforge
                        .sender()
                        .lookup(answer, vendor.clock.instant().minus(Duration.ofMinutes(5))))
                .isInstanceOf(LookupOutcome.Found.class);
    }

    @Test // salesforge 5: stop events
    void a_recalled_email_never_leaves_and_the_next_one_does() {
        Mailbox mailbox = vendor.mailbox();
        Person person = ninety().getFirst();
        EmailAddress address = new EmailAddress(person.email());
        vendor.salesforge.sender().send(to(mailbox, person));
        assertThat(vendor.salesforge.sender().recall(Vendor.CLIENT, address)).isEqualTo(Result.ok(Recall.STOPPED));
        vendor.pass(Duration.ofDays(1));
        assertThat(emailsTo(address)).isZero();
        EmailCommand next = EmailCommands.email(mailbox, "next", person.email(), vendor.clock.instant())
                .slot("2")
                .build();
        assertThat(vendor.salesforge.sender().send(next)).isInstanceOf(SendOutcome.Accepted.class);
        vendor.pass(Duration.ofDays(1));
        assertThat(emailsTo(address)).isEqualTo(1);
    }

    private long emailsTo(EmailAddress address) {
        return vendor.sandbox.ledger().rows().stream()
                .filter(row ->
                        row.kind() == LedgerRow.Kind.EMAIL && row.toEmail().equals(address.value()))
                .count();
    }
}
