package io.agencyos.adapters.out.smtpimap;

import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.client.identity.store.AccountPostman;
import io.agencyos.domain.shared.contact.EmailAddress;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes letters about accounts to the mail server of the installation, encrypted. */
public final class SmtpPostman implements AccountPostman {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpPostman.class);
    private static final String TIMEOUT = "10000";

    private final Relay relay;

    public SmtpPostman(Relay relay) {
        this.relay = relay;
    }

    /**
     * Where letters are taken, and who sends them.
     *
     * @param url {@code smtps://user:password@host:port}, or {@code smtp://} for STARTTLS
     */
    public record Relay(URI url, EmailAddress from) {

        /** Whether a text is such an address. */
        public static boolean isAddress(String text) {
            try {
                URI url = URI.create(text);
                boolean known = "smtps".equals(url.getScheme()) || "smtp".equals(url.getScheme());
                return known && url.getHost() != null;
            } catch (IllegalArgumentException none) {
                return false;
            }
        }

        private boolean implicitTls() {
            return "smtps".equals(url.getScheme());
        }

        private String[] login() {
            String info = url.getUserInfo();
            return info == null ? new String[0] : info.split(":", 2);
        }

        /** Never shows the password. */
        @Override
        public String toString() {
            return "Relay[" + url.getHost() + "]";
        }
    }

    @Override
    public Outcome post(AccountMail mail) {
        Session session = Session.getInstance(properties());
        String[] login = relay.login();
        try (Transport transport = session.getTransport(relay.url().getScheme())) {
            MimeMessage message = message(session, mail);
            transport.connect(
                    relay.url().getHost(),
                    relay.url().getPort(),
                    login.length > 0 ? login[0] : null,
                    login.length > 1 ? login[1] : null);
            transport.sendMessage(message, message.getAllRecipients());
            return Outcome.TAKEN;
        } catch (SendFailedException refused) {
            LOG.warn("letter {} was refused by the mail server", mail.id());
            return isUnknown(refused) ? Outcome.REFUSED : Outcome.NOT_NOW;
        } catch (MessagingException failed) {
            LOG.warn(
                    "letter {} could not be sent: {}",
                    mail.id(),
                    failed.getClass().getSimpleName());
            return Outcome.NOT_NOW;
        }
    }

    /** Nobody has such a letterbox; one that is put off, by a code of 4xx, is named elsewhere and leaves none here. */
    private static boolean isUnknown(SendFailedException refused) {
        Address[] unknown = refused.getInvalidAddresses();
        return unknown != null && unknown.length > 0;
    }

    private Properties properties() {
        String scheme = "mail." + relay.url().getScheme() + ".";
        Properties properties = new Properties();
        properties.setProperty(scheme + "auth", Boolean.toString(relay.login().length > 0));
        properties.setProperty(scheme + "connectiontimeout", TIMEOUT);
        properties.setProperty(scheme + "timeout", TIMEOUT);
        properties.setProperty(scheme + "writetimeout", TIMEOUT);
        properties.setProperty(scheme + "ssl.checkserveridentity", "true");
        // a password and a link never go over an open line
        boolean open = relay.implicitTls() || relay.url().getHost().equals("127.0.0.1");
        properties.setProperty(scheme + "starttls.enable", "true");
        properties.setProperty(scheme + "starttls.required", Boolean.toString(!open));
        return properties;
    }

    private MimeMessage message(Session session, AccountMail mail) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(relay.from().value()));
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(mail.to().value()));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(mail.queuedAt()));
        return message;
    }
}
