package io.agencyos.adapters.out.smtpimap;

import java.util.Set;

/** Where a mail server listens and how the line to it is protected. Source: smtp-imap 1. */
public record MailServer(String host, int port, Security security) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    /** How the line is protected. */
    public enum Security {
        /** Begins in clear and turns to TLS at once; a server that does not offer it is refused. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** In clear, to this machine only. */
        LOOPBACK
    }

    public MailServer {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a mail server has a host and a port between 1 and 65535");
        }
        if (security == Security.LOOPBACK && !isLoopback(host)) {
            throw new IllegalArgumentException("plain text only to this machine");
        }
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host);
    }
}
