package io.agencyos.application.outreach.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import org.junit.jupiter.api.Test;

/** What every seat must do besides what every sender must; run once for invitations and once for messages. Source: outreach 11. */
public abstract class LinkedInOutreachContract extends ChannelSenderContract<LinkedInCommand> {

    private LinkedInOutreach seats() {
        return (LinkedInOutreach) world.sender();
    }

    private void refusedWithoutACall(LinkedInCommand act, String field) {
        assertThat(world.sender().send(act))
                .isInstanceOfSatisfying(
                        SendOutcome.Rejected.class,
                        outcome -> assertThat(outcome.failure())
                                .isInstanceOfSatisfying(
                                        VendorFailure.Invalid.class,
                                        failure -> assertThat(failure.field()).isEqualTo(field)));
        assertThat(world.handOvers()).isZero();
    }

    @Test // outreach 11.4: a note of at most 300 characters, a message of 1 to 1,000
    void a_text_that_is_too_long_is_refused_without_a_call_and_never_cut() {
        LinkedInCommand act = world.contact("a plan");
        boolean message = act.kind() == TouchKind.LI_MESSAGE;
        refusedWithoutACall(LinkedInCommands.saying(act, "a".repeat(message ? 1_001 : 301)), message ? "text" : "note");
    }

    @Test
    void an_empty_message_is_refused_without_a_call_and_an_invitation_needs_no_note() {
        LinkedInCommand act = LinkedInCommands.saying(world.contact("a plan"), " ");
        if (act.kind() == TouchKind.LI_MESSAGE) {
            refusedWithoutACall(act, "text");
        } else {
            assertThat(world.sender().send(act)).isInstanceOf(SendOutcome.Accepted.class);
        }
    }

    @Test
    void a_companys_page_is_refused_without_a_call() {
        refusedWithoutACall(
                LinkedInCommands.to(
                        world.contact("a plan"), new LinkedInUrl(LinkedInUrl.Page.COMPANY, "harbour-lane-example")),
                "linkedinUrl");
    }

    @Test
    void a_seat_of_somebody_else_is_refused_without_a_call() {
        refusedWithoutACall(LinkedInCommands.by(world.contact("a plan"), "acc_foreign"), "seat");
    }

    @Test // outreach 4.5: a look leaves no trace to be looked up, and is never repeated
    void a_look_at_a_profile_cannot_be_looked_up() {
        LinkedInCommand contact = world.contact("a plan");
        LinkedInCommand look =
                LinkedInCommands.act(contact.clientId(), contact.seat().vendorRef(), TouchKind.LI_VIEW, "a look");
        assertThat(world.sender().send(look)).isInstanceOf(SendOutcome.Accepted.class);
        assertThat(world.sender().semanticsOf(look).lookup()).isFalse();
        assertThat(world.sender().semanticsOf(look).requeueOnceIfAbsent()).isFalse();
        assertThat(world.sender().lookup(look, world.now())).isInstanceOf(LookupOutcome.Inconclusive.class);
    }

    @Test
    void a_person_has_one_lasting_reference() {
        LinkedInCommand act = world.contact("a plan");
        LinkedInOutreach.Profile first = seats().resolve(
                        act.clientId(), act.seat().vendorRef(), act.profile())
                .orElseThrow();
        assertThat(first.personRef()).isNotBlank();
        assertThat(seats().resolve(act.clientId(), act.seat().vendorRef(), act.profile())
                        .orElseThrow()
                        .personRef())
                .isEqualTo(first.personRef());
    }

    @Test
    void an_invitation_waits_until_it_is_withdrawn() {
        LinkedInCommand contact = world.contact("a plan");
        String seat = contact.seat().vendorRef();
        LinkedInCommand invite = LinkedInCommands.act(contact.clientId(), seat, TouchKind.LI_INVITE, "an invitation");
        assertThat(world.sender().send(invite)).isInstanceOf(SendOutcome.Accepted.class);
        String ref = seats().pendingInvitations(contact.clientId(), seat)
                .orElseThrow()
                .getFirst()
                .ref();
        assertThat(seats().withdraw(contact.clientId(), seat, ref).orElseThrow())
                .isTrue();
        assertThat(seats().withdraw(contact.clientId(), seat, ref).orElseThrow())
                .as("repeating is harmless")
                .isTrue();
        assertThat(seats().pendingInvitations(contact.clientId(), seat).orElseThrow())
                .isEmpty();
    }
}
