package io.agencyos.adapters.out.smtpimap;

import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;

/**
 * How long to wait for a server and whom to trust. Source: smtp-imap 1, 3.
 *
 * @param connect for a connection
 * @param read for one answer
 * @param total for one hand-over as a whole, whatever the server does
 * @param tls makes TLS sockets; it decides which certificates are good, names are always verified
 */
public record SmtpImapSettings(Duration connect, Duration read, Duration total, SSLSocketFactory tls) {

    /** What the specification says, with the certificates that this machine trusts. */
    public static SmtpImapSettings live() {
        return new SmtpImapSettings(
                Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(30), (SSLSocketFactory)
                        SSLSocketFactory.getDefault());
    }

    public SmtpImapSettings trusting(SSLSocketFactory factory) {
        return new SmtpImapSettings(connect, read, total, factory);
    }

    public SmtpImapSettings waiting(Duration answer, Duration handOver) {
        return new SmtpImapSettings(connect, answer, handOver, tls);
    }
}
