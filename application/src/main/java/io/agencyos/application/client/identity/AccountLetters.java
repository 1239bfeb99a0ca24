package io.agencyos.application.client.identity;

import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.client.identity.store.AccountStores;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.contact.EmailAddress;

/** What the product writes to people about their accounts; queued inside the caller's unit of work. */
final class AccountLetters {

    private final AccountStores accounts;
    private final ClockPort clock;
    private final IdSource ids;

    AccountLetters(AccountStores accounts, ClockPort clock, IdSource ids) {
        this.accounts = accounts;
        this.clock = clock;
        this.ids = ids;
    }

    void verify(EmailAddress to, SecretText token) {
        queue(to, "Confirm your e-mail address", """
            Somebody, we think you, gave this address for an Agency OS account. To confirm it, open within a day:

            %s

            If it was not you, nothing happens without it.
            """.formatted(link("/verify-email?token=", token)));
    }

    void reset(EmailAddress to, SecretText token) {
        queue(to, "Set a new password", """
            A new password was asked for. To set one, open within 30 minutes:

            %s

            If it was not you, leave it: the old password stays.
            """.formatted(link("/reset-password?token=", token)));
    }

    void code(EmailAddress to, SecretText code) {
        queue(to, "Your sign-in needs a code this time", """
            Somebody has tried many passwords for your account within the hour. The right one was given just now; to go on,
            give this code within five minutes:

            %s

            If that was not you, change your password at once.
            """.formatted(code.reveal()));
    }

    void passwordChanged(EmailAddress to) {
        queue(to, "Your password was changed", """
            Your password was set anew, and other sign-ins were ended. If it was not you, ask for a new password at once.
            """);
    }

    void addressChanges(EmailAddress old) {
        queue(old, "Your e-mail address is about to change", """
            Another e-mail address was given for your account. It takes over when it is confirmed. If it was not you, change
            your password at once.
            """);
    }

    void secondFactor(EmailAddress to, boolean on) {
        queue(
                to,
                on ? "Signing in needs a code from now on" : "Signing in needs no code any more",
                "If it was not you, change your password at once.\n");
    }

    void invited(EmailAddress to, String client, SecretText token) {
        queue(to, "You are invited to " + client, """
            You are invited to work with %s on Agency OS. The invitation is good for seven days:

            %s
            """.formatted(client, link("/invitations/", token)));
    }

    void ownership(EmailAddress to, String client, SecretText token) {
        queue(to, "You are asked to take over " + client, """
            The owner of %s on Agency OS wants to hand it over to you. To become its owner, sign in and open within a day:

            %s

            Without it nothing changes.
            """.formatted(
                        client, link("/ownership-transfers?token=", token)));
    }

    void waits(EmailAddress to) {
        queue(to, "You are on the list", """
            You asked to be let in to Agency OS. You are on the list, and will hear from us. If it was not you, nothing
            happens.
            """);
    }

    void maySignUp(EmailAddress to) {
        String where = accounts.publicUrl()
                .get()
                .map(base -> base.resolve("/signup").toString())
                .orElse("our site");
        queue(to, "You may sign up", """
            Your turn has come: sign up to Agency OS at %s with this address.
            """.formatted(where));
    }

    private void queue(EmailAddress to, String subject, String text) {
        accounts.mails().queue(new AccountMail(ids.next(), to, subject, text, clock.now()));
    }

    /** Without an address of the installation, the token alone. */
    private String link(String path, SecretText token) {
        return accounts.publicUrl()
                        .get()
                        .map(base -> base.resolve(path).toString())
                        .orElse("")
                + token.reveal();
    }
}
