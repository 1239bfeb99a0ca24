package io.agencyos.adapters.out.smtpimap;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * The library's SMTP dialogue, which remembers how far it got: what an error means depends on whether the final dot was
 * written, and the library's exceptions do not say.
 */
final class StagedTransport extends SMTPTransport {

    /** How far the dialogue got. */
    enum Stage {
        CONNECT,
        MAIL,
        RCPT,
        DATA,
        /** From here on the server may have the message, whatever it says or does not say. */
        FINAL_DOT,
        ACCEPTED
    }

    /**
     * The first answer that was a no.
     *
     * @param code −1 where nothing readable came
     * @param recipient which RCPT it answered, from 1; 0 elsewhere
     */
    record Refusal(Stage stage, int code, String text, int recipient) {}

    private Stage stage = Stage.CONNECT;
    private int recipients;
    private int answer = -1;
    private boolean secured;
    private @Nullable Refusal refusal;

    StagedTransport(Session session, URLName server) {
        super(session, server, "smtp", false);
    }

    Stage stage() {
        return stage;
    }

    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** The code of the last answer, −1 where it never came. */
    int lastAnswer() {
        return answer;
    }

    /** Without EHLO there is neither TLS nor sign-in; the library would go on without them. */
    @Override
    protected boolean ehlo(String domain) throws MessagingException {
        if (!super.ehlo(domain)) {
            throw new MessagingException("EHLO refused");
        }
        return true;
    }

    /** The library also takes a 530 to AUTH for a wish to begin TLS, on lines that have it or must not. */
    @Override
    protected void startTLS() throws MessagingException {
        if (secured || !getStartTLS()) {
            throw new MessagingException("no TLS to begin here");
        }
        secured = true;
        super.startTLS();
    }

    @Override
    protected void mailFrom() throws MessagingException {
        stage = Stage.MAIL;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        stage = Stage.RCPT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        stage = Stage.DATA;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        stage = Stage.FINAL_DOT;
        super.finishData();
        stage = Stage.ACCEPTED;
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        answer = -1;
        int code = super.readServerResponse();
        answer = code;
        if (stage == Stage.RCPT) {
            recipients++;
        }
        if (refusal == null && stage != Stage.CONNECT && (code < 0 || code >= 400)) {
            String text = getLastServerResponse();
            refusal = new Refusal(stage, code, text == null ? "" : text, stage == Stage.RCPT ? recipients : 0);
        }
        return code;
    }
}
