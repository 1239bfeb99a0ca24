package io.agencyos.adapters.out.smtpimap;

import java.net.URI;

/** What proves to a mail server who we are. Neither kind shows a secret in its text. Source: smtp-imap 1. */
public sealed interface MailCredential {

    /** A password, given by PLAIN or LOGIN after TLS. */
    record Password(String secret) implements MailCredential {

        @Override
        public String toString() {
            return "Password[…]";
        }
    }

    /**
     * A standing consent, from which access tokens are fetched for XOAUTH2.
     *
     * @param tokenEndpoint where a refresh token is exchanged for an access token (RFC 6749, 6)
     */
    record Consent(URI tokenEndpoint, String clientId, String clientSecret, String refreshToken)
            implements MailCredential {

        @Override
        public String toString() {
            return "Consent[" + tokenEndpoint + "]";
        }
    }
}
