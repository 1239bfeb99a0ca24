package io.agencyos.bootstrap.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Properties;

/** A real SMTP and IMAP server on this machine, where senders and readers have their mailboxes. */
final class PostOffice implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, HOST, ServerSetup.PROTOCOL_IMAP)
    });

    PostOffice() {
        server.start();
    }

    void open(String address, String password) {
        server.setUser(address, address, password);
    }

    int smtpPort() {
        return server.getSmtp().getPort();
    }

    int imapPort() {
        return server.getImap().getPort();
    }

    /** What lies in the address's inbox, oldest first. */
    List<MimeMessage> inbox(String address) {
        GreenMailUser user = server.getUserManager().getUserByEmail(address);
        if (user == null) {
            return List.of();
        }
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                    .map(StoredMessage::getMimeMessage)
                    .toList();
        } catch (FolderException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A person answers by SMTP, as any mail program does. */
    void answer(MimeMessage mail, String from, String to, String words) throws MessagingException {
        MimeMessage answer = mail(from, to, "Re: " + mail.getSubject());
        answer.setHeader("In-Reply-To", mail.getMessageID());
        answer.setHeader("References", mail.getMessageID());
        answer.setText(words);
        Transport.send(answer);
    }

    /** A mail without words. */
    void send(String from, String to, String subject) throws MessagingException {
        MimeMessage mail = mail(from, to, subject);
        mail.setText("");
        Transport.send(mail);
    }

    private MimeMessage mail(String from, String to, String subject) throws MessagingException {
        Properties line = new Properties();
        line.put("mail.smtp.host", HOST);
        line.put("mail.smtp.port", String.valueOf(smtpPort()));
        MimeMessage mail = new MimeMessage(Session.getInstance(line));
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject);
        return mail;
    }

    @Override
    public void close() {
        server.stop();
    }
}
