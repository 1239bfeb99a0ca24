package io.agencyos.application.outreach.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every sender of a channel must do, whatever vendor is behind it: at most one contact per key, every outcome told
 * apart, a look-up that never takes "unreadable" for "absent". Source: outreach 4.5, 4.7; vendor catalogue 4.
 *
 * @param <C> what the channel hands over
 */
public abstract class ChannelSenderContract<C extends ChannelCommand> {

    /** What can go wrong with the next hand-over. */
    public enum Fault {
        /** The request is lost on its way; nothing is taken. */
        LOST_REQUEST,
        /** It is taken, its answer is lost. */
        LOST_ANSWER,
        RATE_LIMITED,
        WRONG_CREDENTIAL,
        NO_CREDITS,
        REFUSED_RECIPIENT,
        /** From now on nothing can be read that a look-up needs. */
        LOOKUP_DOWN
    }

    /** The sender and the world behind it. */
    public interface World<C extends ChannelCommand> {

        ChannelSender<C> sender();

        /** A contact that can be made at once; everything that must be unique follows from the name. */
        C contact(String name);

        Instant now();

        /** Arms a fault for the next hand-over. */
        void next(Fault fault);

        /** Requests so far that ask the vendor to contact somebody. */
        int handOvers();

        /** Lets everything accepted happen. */
        void settle();

        /** One entry for each time that this contact reached its person. */
        List<String> reached(C contact);
    }

    protected World<C> world;

    protected abstract World<C> world();

    @BeforeEach
    void open() {
        world = world();
    }

    /** The kind of failure of a contact that was not made, whether it may be tried again or not. */
    protected static VendorFailure refusal(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Rejected(VendorFailure failure) -> failure;
            case SendOutcome.NotAccepted(VendorFailure failure, var wait) -> failure;
            case SendOutcome.Accepted accepted -> throw new AssertionError("accepted");
            case SendOutcome.Ambiguous ambiguous -> throw new AssertionError("ambiguous");
        };
    }

    @Test
    void an_accepted_contact_reaches_its_person_once() {
        C contact = world.contact("a plan");
        assertThat(world.sender().send(contact)).isInstanceOf(SendOutcome.Accepted.class);
        world.settle();
        assertThat(world.reached(contact)).hasSize(1);
        assertThat(world.handOvers()).isEqualTo(1);
    }

    @Test
    void two_contacts_have_two_references() {
        SendOutcome first = world.sender().send(world.contact("a plan"));
        SendOutcome second = world.sender().send(world.contact("a plan too"));
        assertThat(first).isInstanceOf(SendOutcome.Accepted.class).isNotEqualTo(second);
        assertThat(second).isInstanceOf(SendOutcome.Accepted.class);
    }

    @Test
    void an_accepted_contact_is_found_under_its_reference() {
        Instant since = world.now();
        C contact = world.contact("a plan");
        SendOutcome sent = world.sender().send(contact);
        world.settle();
        assertThat(sent)
                .isInstanceOfSatisfying(
                        SendOutcome.Accepted.class,
                        accepted -> assertThat(world.sender().lookup(contact, since))
                                .isInstanceOfSatisfying(
                                        LookupOutcome.Found.class,
                                        found -> assertThat(found.vendorRef()).isEqualTo(accepted.vendorRef())));
    }

    @Test
    void a_lost_answer_is_ambiguous_and_the_lookup_finds_the_contact() {
        Instant since = world.now();
        C contact = world.contact("a plan");
        world.next(Fault.LOST_ANSWER);
        assertThat(world.sender().send(contact)).isInstanceOf(SendOutcome.Ambiguous.class);
        assertThat(world.handOvers()).as("a write is never repeated").isEqualTo(1);
        world.settle();
        assertThat(world.sender().lookup(contact, since)).isInstanceOf(LookupOutcome.Found.class);
        assertThat(world.reached(contact)).hasSize(1);
    }

    @Test
    void a_lost_request_is_absent() {
        Instant since = world.now();
        C contact = world.contact("a plan");
        world.next(Fault.LOST_REQUEST);
        assertThat(world.sender().send(contact)).isNotInstanceOf(SendOutcome.Accepted.class);
        assertThat(world.handOvers()).as("a write is never repeated").isLessThanOrEqualTo(1);
        world.settle();
        assertThat(world.sender().lookup(contact, since)).isInstanceOf(LookupOutcome.Absent.class);
        if (world.sender().semanticsOf(contact).requeueOnceIfAbsent()) {
            assertThat(world.sender().send(contact)).isInstanceOf(SendOutcome.Accepted.class);
            world.settle();
            assertThat(world.reached(contact)).hasSize(1);
        } else {
            assertThat(world.reached(contact)).isEmpty();
        }
    }

    @Test
    void what_was_never_handed_over_is_absent() {
        assertThat(world.sender().lookup(world.contact("never"), world.now())).isInstanceOf(LookupOutcome.Absent.class);
    }

    @Test
    void a_lookup_that_cannot_read_is_inconclusive_never_absent() {
        Instant since = world.now();
        C contact = world.contact("a plan");
        world.next(Fault.LOST_ANSWER);
        world.sender().send(contact);
        world.next(Fault.LOOKUP_DOWN);
        assertThat(world.sender().lookup(contact, since)).isInstanceOf(LookupOutcome.Inconclusive.class);
    }

    @Test
    void too_fast_is_not_accepted_and_says_when_to_come_back() {
        C contact = world.contact("a plan");
        world.next(Fault.RATE_LIMITED);
        assertThat(world.sender().send(contact))
                .isInstanceOfSatisfying(
                        SendOutcome.NotAccepted.class,
                        outcome -> assertThat(outcome.retryAfter()).isNotNull());
        world.settle();
        assertThat(world.reached(contact)).isEmpty();
    }

    @Test
    void a_wrong_credential_is_unauthorized_and_nobody_is_reached() {
        C contact = world.contact("a plan");
        world.next(Fault.WRONG_CREDENTIAL);
        assertThat(refusal(world.sender().send(contact))).isInstanceOf(VendorFailure.Unauthorized.class);
        world.settle();
        assertThat(world.reached(contact)).isEmpty();
    }

    @Test
    void an_empty_account_is_out_of_credits_and_nobody_is_reached() {
        C contact = world.contact("a plan");
        world.next(Fault.NO_CREDITS);
        assertThat(refusal(world.sender().send(contact))).isInstanceOf(VendorFailure.OutOfCredits.class);
        world.settle();
        assertThat(world.reached(contact)).isEmpty();
    }

    @Test
    void a_refused_recipient_is_a_definite_no() {
        C contact = world.contact("a plan");
        world.next(Fault.REFUSED_RECIPIENT);
        assertThat(world.sender().send(contact))
                .isInstanceOfSatisfying(
                        SendOutcome.Rejected.class,
                        outcome -> assertThat(outcome.failure().ambiguous()).isFalse());
        world.settle();
        assertThat(world.reached(contact)).isEmpty();
    }

    @Test
    void checking_the_connection_contacts_nobody() {
        assertThat(world.sender().checkConnection(world.contact("a plan").clientId()))
                .isInstanceOf(Result.Ok.class);
        assertThat(world.handOvers()).isZero();
    }
}
