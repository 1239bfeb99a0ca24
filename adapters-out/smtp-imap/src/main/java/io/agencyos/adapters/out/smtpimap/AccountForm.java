package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.platform.vendor.VendorConnector.Field;
import io.agencyos.application.platform.vendor.VendorConnector.NamedKeys;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.util.List;

/**
 * What a person says to connect a client's mail service: its servers once, and one key per mailbox under the mailbox's
 * address. A key is the mailbox's password, or its refresh token where the service takes consents. Source: smtp-imap 1.
 */
final class AccountForm {

    static final String SMTP = "smtp_";
    static final String IMAP = "imap_";
    static final String HOST = "host";
    static final String PORT = "port";
    static final String SECURITY = "security";
    static final String STARTTLS = "starttls";
    static final String TLS = "tls";
    static final String LOOPBACK = "loopback";
    static final String USERNAME = "username";
    static final String LOCAL_PART = "local_part";
    static final String SENT_COPY = "sent_copy";
    static final String PROVIDER = "provider";
    static final String BCC_SELF = "bcc_self";
    static final String SENT_FOLDER = "sent_folder";
    static final String JUNK_FOLDER = "junk_folder";
    static final String TOKEN_ENDPOINT = "token_endpoint";
    static final String CLIENT_ID = "client_id";
    static final String CLIENT_SECRET = "client_secret";

    private AccountForm() {}

    static List<Field> credentials() {
        return List.of(Field.optional(CLIENT_SECRET, "the secret of this installation's registration, for consents"));
    }

    static NamedKeys mailboxes() {
        return new NamedKeys(
                "ADDRESS",
                "the password of each mailbox under its address, or its refresh token",
                AccountForm::isMailbox);
    }

    static boolean isMailbox(String name) {
        return EmailAddress.parse(name).isOk();
    }

    static List<Field> settings() {
        return List.of(
                Field.required(SMTP + HOST, "the server that takes e-mail to send"),
                Field.optional(SMTP + PORT, "its port; 587, with tls 465"),
                Field.oneOf(SMTP + SECURITY, "starttls unless said; loopback is in clear", STARTTLS, TLS, LOOPBACK),
                Field.required(IMAP + HOST, "the server that e-mail is read from"),
                Field.optional(IMAP + PORT, "its port; 993, with starttls 143"),
                Field.oneOf(IMAP + SECURITY, "tls unless said; loopback is in clear", STARTTLS, TLS, LOOPBACK),
                Field.oneOf(USERNAME, "as what mailboxes sign in; the address unless said", "address", LOCAL_PART),
                Field.oneOf(
                        SENT_COPY,
                        "who keeps a copy of what was sent; append unless said",
                        "append",
                        PROVIDER,
                        BCC_SELF),
                Field.optional(SENT_FOLDER, "the folder for sent mail, where it has no usual name"),
                Field.optional(JUNK_FOLDER, "the folder for junk, where it has no usual name"),
                Field.optional(TOKEN_ENDPOINT, "where refresh tokens are exchanged; without it keys are passwords"),
                Field.optional(CLIENT_ID, "this installation's registration there"));
    }
}
