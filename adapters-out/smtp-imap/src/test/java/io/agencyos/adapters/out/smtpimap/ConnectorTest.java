package io.agencyos.adapters.out.smtpimap;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.smtpimap.MailServer.Security;
import io.agencyos.adapters.out.smtpimap.SmtpImapAccount.SentCopy;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connecting a client's mail service, against a server that really lets in or not. Source: smtp-imap 1. */
class ConnectorTest {

    private static final String MINA = "mina@try-harbour.example";

    private final Post post = new Post();
    private final VendorConnector connector = post.adapter().connector();
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "smtp_host", "127.0.0.1",
            "smtp_port", String.valueOf(post.server.getSmtp().getPort()),
            "smtp_security", "loopback",
            "imap_host", "127.0.0.1",
            "imap_port", String.valueOf(post.server.imap().getPort()),
            "imap_security", "loopback"));
    private final Map<String, SecretText> keys = new HashMap<>(Map.of(Post.SAM.value(), new SecretText(Post.PASSWORD)));

    @AfterEach
    void stop() {
        post.close();
    }

    private VendorAccount account() {
        return new VendorAccount(Post.CLIENT, SmtpImap.VENDOR, "harbour.example", null, settings, keys);
    }

    private VendorFailure refusal() {
        return switch (connector.test(account())) {
            case Result.Ok<String, VendorFailure>(String label) -> throw new AssertionError(label);
            case Result.Err<String, VendorFailure>(VendorFailure failure) -> failure;
        };
    }

    @Test
    void every_mailbox_signs_in_with_its_own_password() {
        assertThat(connector.test(account())).isEqualTo(Result.ok("hello-harbour.example, one mailbox"));

        post.server.setUser(MINA, MINA, "another-secret-9f");
        keys.put(MINA, new SecretText("another-secret-9f"));
        assertThat(connector.test(account()))
                .isEqualTo(Result.ok("try-harbour.example, hello-harbour.example, 2 mailboxes"));
    }

    @Test // says which failed; neither the password nor the address
    void one_wrong_password_of_many_is_found() {
        post.server.setUser(MINA, MINA, "another-secret-9f");
        keys.put(MINA, new SecretText("a-wrong-one"));

        VendorFailure failure = refusal();

        assertThat(failure).isInstanceOf(VendorFailure.Unauthorized.class);
        assertThat(failure.details().message())
                .isEqualTo("SMTP, mailbox 1 of 2 by address: the mail server refused the sign-in");
    }

    @Test
    void a_server_that_is_not_there_is_told_by_its_protocol() {
        settings.put("imap_port", "1");
        assertThat(refusal()).isInstanceOf(VendorFailure.Unavailable.class);
        assertThat(refusal().details().message()).startsWith("IMAP: ");

        settings.put("smtp_port", "1");
        assertThat(refusal().details().message()).startsWith("SMTP: ");
    }

    @Test // smtp-imap 1: never falls back to plain
    void a_server_without_tls_is_refused_where_tls_is_asked_for() {
        settings.put("smtp_security", "starttls");
        assertThat(refusal()).isInstanceOf(VendorFailure.Unavailable.class);
        assertThat(refusal().details().message()).startsWith("SMTP: ");
    }

    @Test // smtp-imap 1: plain text only to loopback
    void what_cannot_be_is_told_by_its_name_without_asking_a_server() {
        settings.put("smtp_host", "mail.harbour.example");
        assertThat(invalidField()).isEqualTo("smtp_security");
        settings.put("smtp_security", "tls");
        settings.put("smtp_port", "70000");
        assertThat(invalidField()).isEqualTo("smtp_port");
        settings.put("smtp_port", "465");
        settings.put("token_endpoint", "https://login.example/token");
        assertThat(invalidField()).isEqualTo("token_endpoint");
        keys.put("client_secret", new SecretText("registered"));
        settings.put("client_id", "client-1");
        settings.put("token_endpoint", "http://login.example/token");
        assertThat(invalidField()).isEqualTo("token_endpoint");
    }

    private String invalidField() {
        return refusal() instanceof VendorFailure.Invalid invalid ? invalid.field() : "none";
    }

    @Test // smtp-imap 1: the table's defaults
    void what_is_not_said_is_as_the_specification_has_it() {
        settings.clear();
        settings.put("smtp_host", "smtp.harbour.example");
        settings.put("imap_host", "imap.harbour.example");

        assertThat(SmtpImapAccount.allOf(account())).singleElement().satisfies(mailbox -> {
            assertThat(mailbox.submission()).isEqualTo(new MailServer("smtp.harbour.example", 587, Security.STARTTLS));
            assertThat(mailbox.reading()).isEqualTo(new MailServer("imap.harbour.example", 993, Security.TLS));
            assertThat(mailbox.username()).isEqualTo(Post.SAM.value());
            assertThat(mailbox.sentCopy()).isEqualTo(SentCopy.APPEND);
            assertThat(mailbox.credential()).isEqualTo(new MailCredential.Password(Post.PASSWORD));
        });
        settings.putAll(Map.of(
                "smtp_security", "tls",
                "imap_security", "starttls",
                "username", "local_part",
                "sent_copy", "provider",
                "sent_folder", "Gesendet"));
        assertThat(SmtpImapAccount.allOf(account())).singleElement().satisfies(mailbox -> {
            assertThat(mailbox.submission().port()).isEqualTo(465);
            assertThat(mailbox.reading().port()).isEqualTo(143);
            assertThat(mailbox.username()).isEqualTo("sam");
            assertThat(mailbox.sentCopy()).isEqualTo(SentCopy.PROVIDER);
            assertThat(mailbox.sentFolder()).isEqualTo("Gesendet");
        });
    }

    @Test // smtp-imap 1: xoauth2
    void where_consents_are_exchanged_a_key_is_a_refresh_token() {
        settings.put("token_endpoint", "https://login.example/token");
        settings.put("client_id", "client-1");
        keys.put("client_secret", new SecretText("registered"));

        assertThat(SmtpImapAccount.allOf(account()))
                .extracting(SmtpImapAccount::credential)
                .containsExactly(new MailCredential.Consent(
                        URI.create("https://login.example/token"), "client-1", "registered", Post.PASSWORD));
    }

    @Test
    void a_mailbox_is_taken_out_of_its_account_and_the_last_one_ends_it() {
        keys.put(MINA, new SecretText("another-secret-9f"));

        Optional<VendorAccount> left = SmtpImapAccount.without(account(), Post.SAM);

        assertThat(left.orElseThrow().credentials()).containsOnlyKeys(MINA);
        assertThat(SmtpImapAccount.without(left.orElseThrow(), new EmailAddress(MINA)))
                .isEmpty();
    }

    @Test // api 9.13: the form names what is asked for; mail servers do not push
    void the_form_takes_addresses_as_names_of_keys() {
        VendorConnector.NamedKeys named = connector.namedCredentials().orElseThrow();
        assertThat(List.of("sam@hello-harbour.example", "client_secret", "sam"))
                .filteredOn(named.accepted())
                .containsExactly("sam@hello-harbour.example");
        assertThat(connector.registerHooks(account(), id -> URI.create("/" + id), () -> "1"))
                .isEqualTo(Result.ok(List.of()));
    }
}
