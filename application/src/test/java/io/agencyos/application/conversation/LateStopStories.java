package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.lead.intake.DoubleLeads;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.lead.store.PoolPeople;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.outreach.stop.StopOutreach;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.conversation.rules.RuleClassifier;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.IdentityKey;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolPerson;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.SuppressionId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A stop counts when it comes late, from another address or of somebody who is nobody's lead any more. Source: outreach
 * 6.2, data model 5.11.
 */
public abstract class LateStopStories extends ConversationStories {

    private static final String NUMBER = "+61491570006";
    private static final String MEMBER = "ACoAAB22";
    private static final String CHAT = "ch_9";
    private static final EmailAddress ASSISTANT = Leadbook.email("assistant@harbourlane.example");

    @Test // outreach 6.6: works for at least thirty days, free and without sign-in; ours never ends
    void the_link_of_an_e_mail_works_years_later() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        String token = token(scenario, lead);
        scenario.outreach().advance(Duration.ofDays(3 * 365));

        assertThat(scenario.useCases().unsubscribe().byLink(token, null)).isPresent();
        assertIsClosed(scenario, lead);
    }

    @Test // outreach 6.2 row 1, 8.6: the link of an e-mail works whatever became of its lead
    void the_link_closes_somebody_whose_lead_was_deleted() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        String token = token(scenario, lead);
        delete(scenario, lead);

        ShowUnsubscribe.Page page =
                scenario.useCases().showUnsubscribe().page(token).orElseThrow();
        assertThat(page.optedOut()).isFalse();
        assertThat(scenario.useCases().unsubscribe().byLink(token, null)).contains(page.clientName());

        assertIsClosed(scenario, lead);
        assertThat(scenario.useCases().showUnsubscribe().page(token))
                .contains(new ShowUnsubscribe.Page(page.clientName(), true));
    }

    @Test // data model 14: a lead that is made anew is the person who was written to
    void the_link_of_a_deleted_lead_stops_the_one_that_was_made_anew() {
        ConversationScenario scenario = scenario();
        Lead old = scenario.contacted();
        String token = token(scenario, old);
        delete(scenario, old);
        Lead anew = madeAnew(scenario, old);

        scenario.useCases().unsubscribe().byLink(token, null);

        assertThat(scenario.outreach().reread(anew).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(scenario.outreach().enrolment(anew).stopReason()).isEqualTo("unsubscribed");
    }

    @Test // content 4.1, outreach 6.2: what was kept before the lead was deleted is read all the same
    void a_wish_that_was_kept_is_granted_though_its_lead_was_deleted_before_it_was_read() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        scenario.readBy(reply -> {
            throw new IllegalStateException("broken");
        });
        scenario.writes(lead, "We get too much mail. Kindly take me off your list.");
        delete(scenario, lead);
        scenario.readBy(new RuleClassifier()::classify);
        scenario.outreach().advance(Duration.ofSeconds(10));
        scenario.process();

        assertIsClosed(scenario, lead);
        assertThat(scenario.events(WebhookInbox.State.DONE)).hasSize(1);
    }

    @Test // outreach 6.2: by LinkedIn too, where the network names its writer by an id alone
    void a_wish_in_a_chat_closes_somebody_whose_lead_was_deleted() {
        ConversationScenario scenario = scenario();
        ChannelTalk talk = new ChannelTalk(scenario);
        Lead lead = talk.known(scenario.contacted(), NUMBER, "priya-" + UUID.randomUUID());
        talk.sent(lead, TouchKind.LI_MESSAGE, talk.ref("msg_1"));
        talk.tells(ChannelTalk.NETWORK, talk.ours(talk.ref("msg_1"), MEMBER, CHAT, "hello"));
        delete(scenario, lead);

        talk.tells(ChannelTalk.NETWORK, talk.wrote(MEMBER, CHAT, "Remove me please."));

        assertIsClosed(scenario, lead);
    }

    @Test // outreach 15: by the name that the network gave a lead which was deleted, the one that was made anew is
    // known
    void a_chat_of_a_deleted_lead_goes_on_with_the_one_that_was_made_anew() {
        ConversationScenario scenario = scenario();
        ChannelTalk talk = new ChannelTalk(scenario);
        Lead old = talk.known(scenario.contacted(), NUMBER, "priya-" + UUID.randomUUID());
        talk.sent(old, TouchKind.LI_MESSAGE, talk.ref("msg_1"));
        talk.tells(ChannelTalk.NETWORK, talk.ours(talk.ref("msg_1"), MEMBER, CHAT, "hello"));
        delete(scenario, old);
        Lead anew = madeAnew(scenario, old);

        talk.tells(ChannelTalk.NETWORK, talk.wrote(MEMBER, CHAT, "What does it cost?"));

        assertThat(scenario.state(anew)).isEqualTo(EnrolmentState.AWAITING_OUTCOME);
        assertThat(scenario.replies(anew)).hasSize(1);
    }

    @Test // outreach 6.2: a page that is nobody's lead is closed for everybody, as an address is
    void a_wish_of_a_stranger_in_a_chat_closes_the_page() {
        ConversationScenario scenario = scenario();
        ChannelTalk talk = new ChannelTalk(scenario);
        String slug = "jo-" + UUID.randomUUID();
        scenario.network().has(MEMBER, slug);
        talk.seat();

        talk.tells(ChannelTalk.NETWORK, talk.wrote(MEMBER, CHAT, "Remove me please."));

        Lead later = talk.known(scenario.enrolled(), NUMBER, slug);
        assertThat(scenario.blocked(later)).isPresent();
    }

    @Test // data model 5.11: every known identity; the address a stop was written from is one
    void the_address_that_a_stop_comes_from_is_closed_with_the_lead() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        answersFrom(scenario, lead, ASSISTANT, "unsubscribe me please");

        assertIsClosed(scenario, lead);
        assertThat(blocked(scenario, ASSISTANT)).map(Suppression::reason).contains(SuppressionReason.UNSUBSCRIBED);
    }

    @Test // outreach 6.2: also where it takes reading to know that it is one
    void the_address_that_a_stop_in_other_words_comes_from_is_closed_too() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        answersFrom(scenario, lead, ASSISTANT, "We get too much mail. Kindly take me off your list.");

        assertIsClosed(scenario, lead);
        assertThat(blocked(scenario, ASSISTANT)).isPresent();
    }

    @Test // outreach 6.2: a mail that was passed on is answered by a colleague, who is a lead too
    void a_colleague_who_says_stop_in_anothers_thread_is_stopped_as_well() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        Lead colleague = scenario.contacted();
        answersFrom(
                scenario,
                lead,
                ConversationScenario.email(colleague),
                "We get too much mail. Kindly take me off your list.");

        assertThat(scenario.outreach().reread(colleague).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(scenario.outreach().enrolment(colleague).stopReason()).isEqualTo("unsubscribed");
    }

    @Test // outreach 6.2: a no ends with a positive answer, a stop that shares an identity with it does not
    void a_no_that_ends_takes_no_stop_with_it() {
        ConversationScenario scenario = scenario();
        ChannelTalk talk = new ChannelTalk(scenario);
        Lead lead = talk.known(scenario.contacted(), NUMBER, null);
        scenario.writes(lead, "Thanks, but we are not interested.");
        close(scenario, new Suppressions.Key(SuppressionKeyType.PHONE, NUMBER), SuppressionReason.UNSUBSCRIBED);

        scenario.writes(lead, "We talked it over. Can we book a call on Tuesday at 10am?");

        assertThat(scenario.suppressions()).singleElement().satisfies(entry -> {
            assertThat(entry.keyType()).isEqualTo(SuppressionKeyType.PHONE);
            assertThat(entry.reason()).isEqualTo(SuppressionReason.UNSUBSCRIBED);
        });
    }

    @Test // outreach 6.2: the pool's flag, whichever of the person's addresses the stop came from
    void a_strangers_stop_flags_whom_the_pool_knows_by_the_address() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.enrolled();
        EmailAddress other = Leadbook.email("priya." + UUID.randomUUID() + "@elsewhere.example");
        PoolPersonId person = Optional.ofNullable(lead.poolPersonId()).orElseThrow();
        scenario.outreach()
                .on()
                .units()
                .onPlatform(() -> people(scenario)
                        .addKeys(
                                Map.of(
                                        person,
                                        List.of(new IdentityKey(
                                                IdentityKey.Kind.PERSONAL_EMAIL,
                                                other.key().value()))),
                                "apollo"));
        scenario.arrives(new MailEvent.Received(scenario.mail(other, null, "Please unsubscribe me from this list.")));
        scenario.process();

        assertThat(scenario.person(lead).unsubscribed()).isTrue();
        scenario.outreach().runFor(Duration.ofDays(2));
        assertThat(scenario.sent(lead)).isZero();
    }

    @Test // POOL-14: stops globally; POOL-2: two whom two clients own are one person
    void a_stop_closes_the_person_whom_another_client_owns_under_another_name() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        Lead elsewhere = scenario.enrolled();
        PoolPersonId one = Optional.ofNullable(lead.poolPersonId()).orElseThrow();
        PoolPersonId other = Optional.ofNullable(elsewhere.poolPersonId()).orElseThrow();
        scenario.outreach().on().units().onPlatform(() -> people(scenario).flagDuplicate(one, other));

        scenario.writes(lead, "unsubscribe me please");

        assertThat(scenario.person(elsewhere).status()).isEqualTo(PoolStatus.UNSUBSCRIBED);
        scenario.outreach().runFor(Duration.ofDays(2));
        assertThat(scenario.sent(elsewhere)).isZero();
    }

    @Test // outreach 6.2, POOL-14: by the number the pool may know the writer under another name
    void a_stop_by_text_flags_whom_the_pool_knows_by_the_number() {
        ConversationScenario scenario = scenario();
        ChannelTalk talk = new ChannelTalk(scenario);
        Lead lead = talk.contacted(NUMBER);
        PoolPersonId noor = new PoolPersonId(UUID.randomUUID());
        ContactPoints contact = new ContactPoints(
                Leadbook.email("noor" + UUID.randomUUID() + "@elsewhere.example"),
                EmailStatus.VERIFIED,
                new PhoneNumber(NUMBER),
                null);
        scenario.outreach()
                .on()
                .units()
                .onPlatform(() ->
                        people(scenario).insertAll(Map.of(Leadbook.poolPerson(noor, contact, "Noor"), List.of())));

        talk.tells(talk.stop(NUMBER));

        assertIsClosed(scenario, lead);
        assertThat(scenario.outreach()
                        .in(() -> people(scenario).findAll(List.of(noor)).getFirst())
                        .unsubscribed())
                .isTrue();
    }

    /** What closes the person for the client under every identity, and for everybody in the pool. */
    @Test // outreach 6.2, flows 2.6: whoever answers the mail of the lead that was put away means the person
    void the_link_of_a_double_that_was_put_away_stops_the_one_that_goes_on() {
        ConversationScenario scenario = scenario();
        Lead stays = knownToThePool(scenario, scenario.contacted());
        scenario.outreach().advance(Duration.ofMinutes(1));
        Lead away = knownToThePool(scenario, scenario.contacted());
        putAway(scenario, stays, away);
        assertThat(scenario.outreach().reread(away).status()).isEqualTo(LeadStatus.ARCHIVED);
        assertThat(scenario.outreach().reread(stays).status()).isNotEqualTo(LeadStatus.ARCHIVED);

        scenario.useCases().unsubscribe().byLink(token(scenario, away), null);

        assertThat(scenario.outreach().reread(stays).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(scenario.outreach().enrolment(stays).stopReason()).isEqualTo("unsubscribed");
    }

    @Test // outreach 6.2: by an answer just as by the link
    void an_answer_to_the_mail_of_a_double_that_was_put_away_stops_the_one_that_goes_on() {
        ConversationScenario scenario = scenario();
        Lead stays = knownToThePool(scenario, scenario.contacted());
        scenario.outreach().advance(Duration.ofMinutes(1));
        Lead away = knownToThePool(scenario, scenario.contacted());
        putAway(scenario, stays, away);

        scenario.writes(away, "We get too much mail. Kindly take me off your list.");

        assertThat(scenario.outreach().reread(stays).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(scenario.outreach().enrolment(stays).stopReason()).isEqualTo("unsubscribed");
    }

    @Test // outreach 6.2: and the other way round, the one that was put away is not taken up again by its own address
    void a_stop_of_the_one_that_goes_on_closes_the_address_of_its_double() {
        ConversationScenario scenario = scenario();
        Lead stays = knownToThePool(scenario, scenario.contacted());
        scenario.outreach().advance(Duration.ofMinutes(1));
        Lead away = knownToThePool(scenario, scenario.contacted());
        putAway(scenario, stays, away);

        scenario.writes(stays, "We get too much mail. Kindly take me off your list.");

        assertThat(blocked(scenario, ConversationScenario.email(away)))
                .map(Suppression::reason)
                .contains(SuppressionReason.UNSUBSCRIBED);
    }

    /** The pool knows the lead's person by the address, as it does of everybody who was imported. */
    private static Lead knownToThePool(ConversationScenario scenario, Lead lead) {
        PoolPersonId person = Optional.ofNullable(lead.poolPersonId()).orElseThrow();
        IdentityKey key = new IdentityKey(
                IdentityKey.Kind.EMAIL, ConversationScenario.email(lead).key().value());
        scenario.outreach().on().units().onPlatform(() -> {
            if (people(scenario).resolve(Set.of(key)).isEmpty()) {
                people(scenario).addKeys(Map.of(person, List.of(key)), "csv_import");
            }
        });
        return lead;
    }

    private static void putAway(ConversationScenario scenario, Lead one, Lead other) {
        OutreachScenario outreach = scenario.outreach();
        StopOutreach stop = outreach.useCases().stopOutreach();
        DoubleLeads doubles = new DoubleLeads(
                outreach.on().world().leads(),
                (client, lead) -> stop.stop(client, lead, StopReason.Plain.NOT_ASSIGNED));
        Lead first = outreach.reread(one);
        Lead second = outreach.reread(other);
        outreach.in(() -> doubles.putAway(first, second, outreach.now()));
    }

    private static void assertIsClosed(ConversationScenario scenario, Lead lead) {
        assertThat(scenario.blocked(lead)).map(Suppression::reason).contains(SuppressionReason.UNSUBSCRIBED);
        PoolPerson person = scenario.outreach()
                .in(() -> people(scenario)
                        .findAll(
                                List.of(Optional.ofNullable(lead.poolPersonId()).orElseThrow()))
                        .getFirst());
        assertThat(person.unsubscribed()).isTrue();
    }

    private static void answersFrom(ConversationScenario scenario, Lead lead, EmailAddress from, String words) {
        scenario.arrives(new MailEvent.Received(scenario.mail(from, scenario.messageId(lead), words)));
        scenario.process();
    }

    /** Whether somebody with this address may be written to, whoever they are. */
    private static Optional<Suppression> blocked(ConversationScenario scenario, EmailAddress address) {
        ContactPoints contact = new ContactPoints(address, EmailStatus.VERIFIED, null, null);
        return scenario.outreach()
                .in(() -> scenario.outreach()
                        .on()
                        .world()
                        .leads()
                        .suppressions()
                        .match(
                                scenario.outreach().client(),
                                new Suppressions.Subject(null, null, contact, null, null),
                                scenario.outreach().now()));
    }

    private static void delete(ConversationScenario scenario, Lead lead) {
        scenario.outreach()
                .in(() -> leads(scenario)
                        .deleteAll(
                                lead.clientId(),
                                List.of(lead.id()),
                                scenario.outreach().now()));
    }

    /** Another lead with the contact points and the person of one that is gone. */
    private static Lead madeAnew(ConversationScenario scenario, Lead old) {
        Lead anew = scenario.outreach().lead();
        return scenario.outreach()
                .in(() -> leads(scenario)
                        .update(Leadbook.with(
                                leads(scenario).find(anew.clientId(), anew.id()).orElseThrow(),
                                old.contact(),
                                old.poolPersonId(),
                                null)));
    }

    private static void close(ConversationScenario scenario, Suppressions.Key key, SuppressionReason reason) {
        SuppressionId id = new SuppressionId(UUID.randomUUID());
        scenario.outreach()
                .in(() -> scenario.outreach()
                        .on()
                        .world()
                        .leads()
                        .suppressions()
                        .add(List.of(new Suppression(
                                id,
                                scenario.outreach().client(),
                                key.type(),
                                key.value(),
                                reason,
                                SuppressionSource.SMS_KEYWORD,
                                id,
                                null,
                                scenario.outreach().now(),
                                null,
                                0))));
    }

    private static Leads leads(ConversationScenario scenario) {
        return scenario.outreach().on().world().leads().leads();
    }

    private static PoolPeople people(ConversationScenario scenario) {
        return scenario.outreach().on().world().leads().people();
    }

    private static String token(ConversationScenario scenario, Lead lead) {
        String link = scenario.outreach()
                .on()
                .links()
                .of(new UnsubscribeLinks.Subject(
                        lead.clientId(),
                        lead.id(),
                        scenario.outreach().touches(lead).getLast().id()))
                .toString();
        return link.substring(link.lastIndexOf('/') + 1);
    }
}
