package io.agencyos.adapters.out.smtpimap;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;

/** What is given to a server in proof of an account: a password as it is, or an access token fetched for it. */
final class Secrets {

    /** @param mechanisms in the library's words, in order of preference */
    record Proof(String mechanisms, String secret) {

        @Override
        public String toString() {
            return "Proof[" + mechanisms + "]";
        }
    }

    private final AccessTokens tokens;

    Secrets(AccessTokens tokens) {
        this.tokens = tokens;
    }

    Result<Proof, VendorFailure> of(SmtpImapAccount account) {
        return switch (account.credential()) {
            case MailCredential.Password(String secret) -> Result.ok(new Proof("PLAIN LOGIN", secret));
            case MailCredential.Consent consent -> tokens.current(consent).map(token -> new Proof("XOAUTH2", token));
        };
    }

    /** A server refused this proof: a token is not used again. */
    void refused(SmtpImapAccount account) {
        if (account.credential() instanceof MailCredential.Consent consent) {
            tokens.forget(consent);
        }
    }
}
