package io.agencyos.application.outreach.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every e-mail sender must do, whatever vendor is behind it: at most one delivery per key, every outcome told
 * apart, a look-up that never takes "unreadable" for "absent". Source: outreach 4.5, 4.7; vendor catalogue 4.
 */
public abstract class EmailSenderContract {

    /** What can go wrong with the next hand-over. */
    public enum Fault {
        /** The request is lost on its way; nothing is taken. */
        LOST_REQUEST,
        /** The e-mail is taken, its answer is lost. */
        LOST_ANSWER,
        RATE_LIMITED,
        WRONG_CREDENTIAL,
        NO_CREDITS,
        REFUSED_RECIPIENT,
        /** From now on nothing can be read that a look-up needs. */
        LOOKUP_DOWN
    }

    /** The sender and the world behind it. */
    public interface World {

        EmailSender sender();

        /** A mailbox from which an e-mail can leave at once. */
        Mailbox mailbox();

        Instant now();

        /** Arms a fault for the next hand-over. */
        void next(Fault fault);

        /** Requests so far that ask the vendor to deliver something. */
        int handOvers();

        /** Lets everything accepted leave. */
        void settle();

        /** Keys or subjects of what reached a recipient, whatever identifies it there, one entry per delivery. */
        List<String> deliveriesTo(EmailAddress recipient);
    }

    protected World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private EmailCommand email(String name, String to) {
        return EmailCommands.email(world.mailbox(), name, to, world.now())
                .slot(world.sender().slotFor(0))
                .build();
    }

    private static VendorFailure refusal(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Rejected(VendorFailure failure) -> failure;
            case SendOutcome.Accepted accepted -> throw new AssertionError("accepted");
            case SendOutcome.NotAccepted notAccepted -> throw new AssertionError("not accepted");
            case SendOutcome.Ambiguous ambiguous -> throw new AssertionError("ambiguous");
        };
    }

    @Test
    void an_accepted_email_reaches_its_reader_once() {
        EmailCommand email = email("a plan", "priya@harbourlane.example");
        assertThat(world.sender().send(email)).isInstanceOf(SendOutcome.Accepted.class);
        world.settle();
        assertThat(world.deliveriesTo(email.to())).hasSize(1);
        assertThat(world.handOvers()).isEqualTo(1);
    }

    @Test
    void two_emails_have_two_references() {
        SendOutcome first = world.sender().send(email("a plan", "priya@harbourlane.example"));
        SendOutcome second = world.sender().send(email("a plan too", "noor@cove.example"));
        assertThat(first).isInstanceOf(SendOutcome.Accepted.class).isNotEqualTo(second);
        assertThat(second).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void an_accepted_email_is_found_under_its_reference() {
        Instant since = world.now();
        EmailCommand email = email("a plan", "priya@harbourlane.example");
        SendOutcome sent = world.sender().send(email);
        world.settle();
        assertThat(sent)
                .isInstanceOfSatisfying(
                        SendOutcome.Accepted.class,
                        accepted -> assertThat(world.sender().lookup(email, since))
                                .isInstanceOfSatisfying(
                                        LookupOutcome.Found.class,
                                        found -> assertThat(found.vendorRef()).isEqualTo(accepted.vendorRef())));
    }

    @Test
    void a_lost_answer_is_ambiguous_and_the_lookup_finds_the_email() {
        Instant since = world.now();
        EmailCommand email = email("a plan", "priya@harbourlane.example");
        world.next(Fault.LOST_ANSWER);
        assertThat(world.sender().send(email)).isInstanceOf(SendOutcome.Ambiguous.class);
        assertThat(world.handOvers()).as("a write is never repeated").isEqualTo(1);
        world.settle();
        assertThat(world.sender().lookup(email, since)).isInstanceOf(LookupOutcome.Found.class);
        assertThat(world.deliveriesTo(email.to())).hasSize(1);
    }

    @Test
    void a_lost_request_is_absent_and_may_be_handed_over_once_more() {
        Instant since = world.now();
        EmailCommand email = email("a plan", "priya@harbourlane.example");
        world.next(Fault.LOST_REQUEST);
        assertThat(world.sender().send(email)).isNotInstanceOf(SendOutcome.Accepted.class);
        assertThat(world.handOvers()).as("a write is never repeated").isLessThanOrEqualTo(1);
        world.settle();
        assertThat(world.sender().lookup(email, since)).isInstanceOf(LookupOutcome.Absent.class);
        assertThat(world.sender().semanticsOf(email).requeueOnceIfAbsent()).isTrue();
        assertThat(world.sender().send(email)).isInstanceOf(SendOutcome.Accepted.class);
        world.settle();
        assertThat(world.deliveriesTo(email.to())).hasSize(1);
    }

    @Test
    void what_was_never_handed_over_is_absent() {
        assertThat(world.sender().lookup(email("never", "priya@harbourlane.example"), world.now()))
                .isInstanceOf(LookupOutcome.Absent.class);
    }

    @Test
    void a_lookup_that_cannot_read_is_inconclusive_never_absent() {
        Instant since = world.now();
        EmailCommand email = email("a plan", "priya@harbourlane.example");
        world.next(Fault.LOST_ANSWER);
        world.sender().send(email);
        world.next(Fault.LOOKUP_DOWN);
        assertThat(world.sender().lookup(email, since)).isInstanceOf(LookupOutcome.Inconclusive.class);
    }

    @Test
    void too_fast_is_not_accepted_and_says_when_to_come_back() {
        EmailCommand email = email("a plan", "priya@harbourlane.example");
        world.next(Fault.RATE_LIMITED);
        assertThat(world.sender().send(email))
                .isInstanceOfSatisfying(
                        SendOutcome.NotAccepted.class,
                        outcome -> assertThat(outcome.retryAfter()).isNotNull());
        world.settle();
        assertThat(world.deliveriesTo(email.to())).isEmpty();
    }

    @Test
    void a_wrong_credential_is_unauthorized_and_nothing_leaves() {
        EmailCommand email = email("a plan", "priya@harbourlane.example");
        world.next(Fault.WRONG_CREDENTIAL);
        assertThat(refusal(world.sender().send(email))).isInstanceOf(VendorFailure.Unauthorized.class);
        world.settle();
        assertThat(world.deliveriesTo(email.to())).isEmpty();
    }

    @Test
    void an_empty_account_is_out_of_credits_and_nothing_leaves() {
        EmailCommand email = email("a plan", "priya@harbourlane.example");
        world.next(Fault.NO_CREDITS);
        assertThat(refusal(world.sender().send(email))).isInstanceOf(VendorFailure.OutOfCredits.class);
        world.settle();
        assertThat(world.deliveriesTo(email.to())).isEmpty();
    }

    @Test
    void a_refused_recipient_is_a_definite_no() {
        EmailCommand email = email("a plan", "priya@harbourlane.example");
        world.next(Fault.REFUSED_RECIPIENT);
        VendorFailure failure = refusal(world.sender().send(email));
        assertThat(failure.ambiguous()).isFalse();
        world.settle();
        assertThat(world.deliveriesTo(email.to())).isEmpty();
    }

    @Test
    void an_empty_body_or_a_broken_subject_is_refused_without_a_call() {
        EmailCommands email = EmailCommands.email(world.mailbox(), "a plan", "priya@harbourlane.example", world.now())
                .slot(world.sender().slotFor(0));
        for (EmailCommand broken : List.of(
                email.html(" ").build(),
                email.subject("").build(),
                email.subject("one\r\nBcc: two").build())) {
            assertThat(refusal(world.sender().send(broken))).isInstanceOf(VendorFailure.Invalid.class);
        }
        assertThat(world.handOvers()).isZero();
    }

    @Test
    void a_suppressed_address_gets_nothing_until_it_is_allowed_again() {
        EmailCommand email = email("a plan", "priya@harbourlane.example");
        List<EmailAddress> them = List.of(email.to());
        assertThat(world.sender().suppress(email.clientId(), them).isOk()).isTrue();
        assertThat(world.sender().suppress(email.clientId(), them).isOk())
                .as("repeating is harmless")
                .isTrue();
        world.sender().send(email);
        world.settle();
        assertThat(world.deliveriesTo(email.to())).isEmpty();
        assertThat(world.sender().unsuppress(email.clientId(), them).isOk()).isTrue();
        EmailCommand later = EmailCommands.email(
                        world.mailbox(), "another plan", email.to().value(), world.now())
                .slot(world.sender().slotFor(1))
                .build();
        assertThat(world.sender().send(later)).isInstanceOf(SendOutcome.Accepted.class);
        world.settle();
        assertThat(world.deliveriesTo(email.to())).hasSize(1);
    }

    @Test
    void checking_the_connection_sends_nothing() {
        assertThat(world.sender().checkConnection(world.mailbox().clientId())).isInstanceOf(Result.Ok.class);
        assertThat(world.handOvers()).isZero();
    }
}
