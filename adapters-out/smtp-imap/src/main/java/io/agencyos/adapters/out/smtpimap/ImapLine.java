package io.agencyos.adapters.out.smtpimap;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/**
 * A mailbox open for reading: EXAMINE and PEEK only, so that nothing is marked, moved or deleted. Source: smtp-imap 4.
 */
final class ImapLine implements AutoCloseable {

    private static final String INBOX = "INBOX";
    private static final List<String> SENT_NAMES =
            List.of("sent", "sent items", "sent messages", "sent mail", "[gmail]/sent mail", "inbox.sent");
    private static final List<String> JUNK_NAMES =
            List.of("junk", "spam", "junk e-mail", "junk email", "[gmail]/spam", "inbox.junk", "inbox.spam");

    private final SmtpImapAccount account;
    private final IMAPStore store;
    private @Nullable List<IMAPFolder> all;

    private ImapLine(SmtpImapAccount account, IMAPStore store) {
        this.account = account;
        this.store = store;
    }

    /** Work on an open mailbox. */
    interface Reading<T> {
        T of(ImapLine mailbox) throws MessagingException;
    }

    /** Opens, works, closes; whatever breaks on the way is one failure. */
    static <T> Result<T, VendorFailure> with(
            SmtpImapSettings settings, Secrets secrets, SmtpImapAccount account, String operation, Reading<T> reading) {
        return secrets.of(account).flatMap(proof -> {
            try (ImapLine line = open(settings, account, proof)) {
                return Result.ok(reading.of(line));
            } catch (AuthenticationFailedException refused) {
                secrets.refused(account);
                return Result.err(Failures.unauthorized(operation, "the mail server refused the sign-in"));
            } catch (MessagingException failed) {
                return Result.err(
                        Failures.unavailable(operation, "the mailbox cannot be read: " + Failures.kindOf(failed)));
            }
        });
    }

    private static ImapLine open(SmtpImapSettings settings, SmtpImapAccount account, Secrets.Proof proof)
            throws MessagingException {
        MailServer server = account.reading();
        Properties properties = new Properties();
        properties.put("mail.imap.auth.mechanisms", proof.mechanisms());
        properties.put("mail.imap.partialfetch", "true");
        properties.put("mail.imap.fetchsize", String.valueOf(256 << 10));
        properties.put("mail.imap.peek", "true");
        Executor events = task -> Thread.ofVirtual().start(task);
        properties.put("mail.event.executor", events);
        new Lines(settings).describe(properties, "imap", server);
        IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore("imap");
        store.connect(server.host(), server.port(), account.username(), proof.secret());
        return new ImapLine(account, store);
    }

    /** Whether the server can say that something came. */
    boolean canIdle() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    /** Opens INBOX as a reader does and changes nothing. */
    boolean answers() throws MessagingException {
        IMAPFolder inbox = inbox();
        inbox.open(Folder.READ_ONLY);
        inbox.close(false);
        return true;
    }

    /** INBOX, junk and sent, as far as they exist; INBOX always does. */
    List<IMAPFolder> folders() throws MessagingException {
        return Stream.of(Optional.of(inbox()), junk(), sent())
                .flatMap(Optional::stream)
                .toList();
    }

    IMAPFolder inbox() throws MessagingException {
        return (IMAPFolder) store.getFolder(INBOX);
    }

    Optional<IMAPFolder> sent() throws MessagingException {
        return find(account.sentFolder(), "\\Sent", SENT_NAMES);
    }

    Optional<IMAPFolder> junk() throws MessagingException {
        return find(account.junkFolder(), "\\Junk", JUNK_NAMES);
    }

    /** The folder for sent mail, made where the mailbox has none. */
    IMAPFolder sentOrNew() throws MessagingException {
        Optional<IMAPFolder> found = sent();
        if (found.isPresent()) {
            return found.orElseThrow();
        }
        IMAPFolder made = (IMAPFolder) store.getFolder(account.sentFolder() == null ? "Sent" : account.sentFolder());
        made.create(Folder.HOLDS_MESSAGES);
        return made;
    }

    private Optional<IMAPFolder> find(@Nullable String configured, String use, List<String> names)
            throws MessagingException {
        if (configured != null) {
            IMAPFolder folder = (IMAPFolder) store.getFolder(configured);
            return folder.exists() ? Optional.of(folder) : Optional.empty();
        }
        for (IMAPFolder folder : all()) {
            if (Arrays.stream(folder.getAttributes()).anyMatch(use::equalsIgnoreCase)) {
                return Optional.of(folder);
            }
        }
        return all().stream()
                .filter(folder -> names.contains(folder.getFullName().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private List<IMAPFolder> all() throws MessagingException {
        if (all == null) {
            all = Arrays.stream(store.getDefaultFolder().list("*"))
                    .map(IMAPFolder.class::cast)
                    .toList();
        }
        return all;
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }
}
