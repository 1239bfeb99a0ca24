package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.campaign.lifecycle.CampaignTransition;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.MailEvent.BounceClass;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.conversation.store.ComplaintCounts;
import io.agencyos.application.conversation.store.TouchOutcomes.Fact;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.mail.UnsubscribeLinks;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.lead.PoolStatus;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchKeys;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What vendors report about what was sent, in any order and more than once. Source: outreach 6.2, 8.7; api 10.2. */
public abstract class MailEventStories extends ImpliedDeliveryStories {

    @Test // outreach 6.2 hard bounce; 2.6: no channel left, so the enrolment stops
    void a_hard_bounce_closes_the_address_for_everybody_and_ends_what_has_no_other_channel() {
        ConversationScenario scenario = scenario();
        Lead lead = contacted(scenario);
        scenario.arrives(bounce(scenario, lead, BounceClass.HARD));
        scenario.process();
        scenario.outreach().runFor(Duration.ofDays(20));

        assertThat(scenario.sent(lead)).isEqualTo(1);
        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("bounced");
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.BOUNCED);
        assertThat(scenario.person(lead).status()).isEqualTo(PoolStatus.BOUNCED);
        assertThat(scenario.person(lead).bounceCount()).isEqualTo(1);
        assertThat(scenario.blocked(lead))
                .get()
                .extracting(Suppression::level, Suppression::reason)
                .containsExactly(SuppressionLevel.PLATFORM, SuppressionReason.BOUNCED);
    }

    @Test // outreach 6.2 soft bounce: a week, and the third within 14 days is hard
    void a_soft_bounce_rests_the_address_for_a_week() {
        ConversationScenario scenario = scenario();
        Lead lead = contacted(scenario);
        scenario.arrives(bounce(scenario, lead, BounceClass.SOFT));
        scenario.process();

        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.ACTIVE);
        assertThat(scenario.suppressions()).singleElement().satisfies(entry -> {
            assertThat(entry.reason()).isEqualTo(SuppressionReason.BOUNCED);
            assertThat(entry.expiresAt()).isEqualTo(scenario.outreach().now().plus(Duration.ofDays(7)));
        });
        scenario.outreach().advance(Duration.ofDays(7));
        assertThat(scenario.blocked(lead)).isEmpty();
    }

    @Test // outreach 6.2: three soft ones within 14 days are a hard one
    void the_third_soft_bounce_within_14_days_is_a_hard_one() {
        ConversationScenario scenario = scenario();
        Lead lead = contacted(scenario);
        scenario.outreach().runFor(Duration.ofDays(20));
        List<Touch> touches = scenario.outreach().touches(lead);
        assertThat(touches).hasSize(3);
        Suppression last = null;
        for (Touch touch : touches) {
            scenario.arrives(new MailEvent.Bounced(
                    scenario.key(),
                    scenario.outreach().now(),
                    new MailEvent.About(null, null, touch.idempotencyKey(), null, null),
                    BounceClass.SOFT,
                    "452 4.2.2 mailbox full"));
            scenario.process();
            Suppression now = scenario.blocked(lead).orElseThrow();
            assertThat(now.level() == SuppressionLevel.PLATFORM).isEqualTo(touch == touches.getLast());
            last = now;
        }
        assertThat(last).isNotNull();
        assertThat(last.expiresAt()).isNull();
    }

    @Test // outreach 8.7, 15: out-of-order events come to the same
    void facts_come_to_the_same_in_any_order_together_or_one_by_one() {
        ConversationScenario scenario = scenario();
        List<TouchFacts> outcomes = new ArrayList<>();
        for (int order = 0; order < 4; order++) {
            Lead lead = contacted(scenario);
            Touch touch = firstSent(scenario, lead);
            Instant at = OutreachScenario.MONDAY_MORNING;
            List<Fact> facts = new ArrayList<>(List.of(
                    new Fact.Opened(touch.id(), at.plusSeconds(900)),
                    new Fact.NotDelivered(touch.id(), at.plusSeconds(30), DeliveryStatus.UNDELIVERED),
                    new Fact.Clicked(touch.id(), at.plusSeconds(600)),
                    new Fact.Delivered(touch.id(), at.plusSeconds(60)),
                    new Fact.Opened(touch.id(), at.plusSeconds(700)),
                    new Fact.NotDelivered(touch.id(), at.plusSeconds(90), DeliveryStatus.BOUNCED)));
            Collections.rotate(facts, order * 2);
            if (order == 3) {
                Collections.reverse(facts);
            }
            boolean together = order % 2 == 0;
            scenario.outreach().in(() -> {
                if (together) {
                    scenario.stores().outcomes().fold(lead.clientId(), facts);
                } else {
                    facts.forEach(fact -> scenario.stores().outcomes().fold(lead.clientId(), List.of(fact)));
                }
            });
            outcomes.add(facts(scenario, lead));
        }
        assertThat(outcomes)
                .containsOnly(new TouchFacts(
                        true, true, Optional.of(OutreachScenario.MONDAY_MORNING.plusSeconds(600)), 2, 1));
    }

    private static Touch firstSent(ConversationScenario scenario, Lead lead) {
        for (int days = 0; days < 10 && scenario.sent(lead) == 0; days++) {
            scenario.outreach().runFor(Duration.ofDays(1));
        }
        return scenario.outreach().touches(lead).getLast();
    }

    @Test // outreach 15, salesforge 5: delivery facts come by webhook or poll
    void the_feed_hears_of_an_e_mail_that_a_webhook_told_of() {
        ConversationScenario scenario = scenario();
        Touch touch = firstSent(scenario, contacted(scenario));
        MailEvent.About about = new MailEvent.About(null, touch.vendorRef(), null, null, null);
        MailEvent.Sent sent = new MailEvent.Sent("sent/1", OutreachScenario.MONDAY_MORNING, about, null);
        scenario.arrives(sent);
        scenario.process();
        assertThat(scenario.heard()).containsExactly(sent);
    }

    @Test // outreach 8.7 policy: counts for the domain, the address stays open
    void a_bounce_by_policy_leaves_the_address_open() {
        ConversationScenario scenario = scenario();
        Lead lead = contacted(scenario);
        scenario.arrives(bounce(scenario, lead, BounceClass.POLICY));
        scenario.process();

        assertThat(scenario.blocked(lead)).isEmpty();
        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.ACTIVE);
    }

    @Test // outreach 6.2 spam complaint: the platform's entry for the person
    void a_spam_report_closes_the_person_for_everybody() {
        ConversationScenario scenario = scenario();
        Lead lead = contacted(scenario);
        scenario.arrives(
                new MailEvent.Complained(scenario.key(), scenario.outreach().now(), scenario.about(lead)));
        scenario.process();
        scenario.outreach().runFor(Duration.ofDays(20));

        assertThat(scenario.sent(lead)).isEqualTo(1);
        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("complained");
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(scenario.person(lead).unsubscribed()).isTrue();
        assertThat(scenario.blocked(lead))
                .get()
                .extracting(Suppression::level, Suppression::reason)
                .containsExactly(SuppressionLevel.PLATFORM, SuppressionReason.COMPLAINED);
    }

    @Test // outreach 6.2 unsubscribe at the vendor
    void an_opt_out_at_the_vendor_closes_the_person() {
        ConversationScenario scenario = scenario();
        Lead lead = contacted(scenario);
        scenario.arrives(
                new MailEvent.OptedOut(scenario.key(), scenario.outreach().now(), scenario.about(lead)));
        scenario.process();

        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("unsubscribed");
        assertThat(scenario.person(lead).unsubscribed()).isTrue();
    }

    @Test // outreach 6.2: an opt-out that matches no lead closes the address at once
    void an_opt_out_of_nobody_we_know_closes_the_address() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.enrolled();
        scenario.arrives(new MailEvent.OptedOut(
                scenario.key(),
                scenario.outreach().now(),
                new MailEvent.About(null, "unknown", null, null, Leadbook.email("somebody@elsewhere.example"))));
        scenario.process();

        Lead alike = Leadbook.with(
                lead,
                new ContactPoints(Leadbook.email("somebody@elsewhere.example"), EmailStatus.VERIFIED, null, null),
                null,
                null);
        assertThat(scenario.blocked(alike)).isPresent();
        assertThat(scenario.blocked(lead)).isEmpty();
    }

    @Test // outreach 8.7: first open and click stand, later ones count; worked: sent 09:31:00, opened 09:45:59 is 14
    void openings_and_clicks_count_once_each_and_the_earliest_stands() {
        ConversationScenario scenario = scenario();
        Lead lead = contacted(scenario);
        Instant sent = sentAt(scenario, lead);
        MailEvent.About about = scenario.about(lead);
        MailEvent later = new MailEvent.Opened(scenario.key(), sent.plus(Duration.ofHours(2)), about, "Thunderbird");
        MailEvent first = new MailEvent.Opened(
                scenario.key(), sent.plus(Duration.ofMinutes(14)).plusSeconds(59), about, "Thunderbird");
        MailEvent click = new MailEvent.Clicked(
                scenario.key(), sent.plus(Duration.ofHours(3)), about, "https://x.example", "Firefox");
        MailEvent delivered = new MailEvent.Delivered(scenario.key(), sent.plusSeconds(3), about);
        scenario.arrives(later, click, later);
        scenario.process();
        scenario.arrives(delivered, first, later);
        scenario.process();

        TouchFacts facts = facts(scenario, lead);
        assertThat(facts.delivered()).isTrue();
        assertThat(facts.openedAt()).contains(sent.plus(Duration.ofMinutes(14)).plusSeconds(59));
        assertThat(facts.opens()).isEqualTo(2);
        assertThat(facts.clicks()).isEqualTo(1);
        assertThat(scenario.events(WebhookInbox.State.DONE)).hasSize(4);
    }

    @Test // outreach 8.7: a click without an opening is one, uncounted
    void a_click_without_an_opening_opens() {
        ConversationScenario scenario = scenario();
        Lead lead = contacted(scenario);
        Instant sent = sentAt(scenario, lead);
        scenario.arrives(new MailEvent.Clicked(
                scenario.key(), sent.plus(Duration.ofHours(3)), scenario.about(lead), "https://x.example", null));
        scenario.process();

        assertThat(facts(scenario, lead).openedAt()).contains(sent.plus(Duration.ofHours(3)));
        assertThat(facts(scenario, lead).opens()).isZero();
        assertThat(facts(scenario, lead).clicks()).isEqualTo(1);
    }

    @Test // outreach 8.7 machine rule
    void machines_neither_open_nor_click() {
        ConversationScenario scenario = scenario();
        Lead lead = contacted(scenario);
        Instant sent = sentAt(scenario, lead);
        MailEvent.About about = scenario.about(lead);
        scenario.arrives(
                new MailEvent.Opened(scenario.key(), sent.plusSeconds(60), about, null),
                new MailEvent.Opened(scenario.key(), sent.plus(Duration.ofHours(1)), about, "GoogleImageProxy"),
                new MailEvent.Clicked(scenario.key(), sent.plusSeconds(7200), about, "https://a.example", null),
                new MailEvent.Clicked(scenario.key(), sent.plusSeconds(7202), about, "https://b.example", null),
                new MailEvent.Clicked(scenario.key(), sent.plusSeconds(7204), about, "https://c.example", null));
        scenario.process();

        assertThat(facts(scenario, lead).openedAt()).isEmpty();
        assertThat(facts(scenario, lead).clicks()).isZero();
        assertThat(scenario.events(WebhookInbox.State.DONE)).hasSize(5);
    }

    @Test // outreach 8.7: a late bounce counts, a late delivery does not undo it
    void delivered_and_bounced_are_bounced_whatever_comes_first() {
        for (boolean bounceFirst : List.of(true, false)) {
            ConversationScenario scenario = scenario();
            Lead lead = contacted(scenario);
            MailEvent bounced = bounce(scenario, lead, BounceClass.HARD);
            MailEvent delivered =
                    new MailEvent.Delivered(scenario.key(), scenario.outreach().now(), scenario.about(lead));
            scenario.arrives(bounceFirst ? bounced : delivered);
            scenario.process();
            scenario.arrives(bounceFirst ? delivered : bounced);
            scenario.process();

            assertThat(facts(scenario, lead).bounced()).isTrue();
        }
    }

    @Test // outreach 8.7, salesforge 11 row 27: events for an unknown message are kept 7 days and matched again
    void an_event_that_comes_before_its_touch_is_matched_later() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.enrolled();
        String key = TouchKeys.idempotencyKey(
                scenario.outreach().enrolment(lead).id().value(), 1, TouchKind.EMAIL, 1);
        scenario.arrives(new MailEvent.Delivered(
                scenario.key(), scenario.outreach().now(), new MailEvent.About(null, null, key, null, null)));
        scenario.process();
        assertThat(scenario.events(WebhookInbox.State.UNMATCHED)).hasSize(1);

        scenario.outreach().runFor(Duration.ofHours(4));
        scenario.process();
        assertThat(scenario.events(WebhookInbox.State.UNMATCHED)).isEmpty();
        assertThat(facts(scenario, lead).delivered()).isTrue();
    }

    @Test // outreach 8.7: after seven days nobody asks again
    void an_event_about_nothing_of_ours_is_given_up_after_seven_days() {
        ConversationScenario scenario = scenario();
        MailEvent.About about = new MailEvent.About("<none@known.example>", null, null, null, null);
        scenario.arrives(
                new MailEvent.Delivered(scenario.key(), scenario.outreach().now(), about));
        for (int i = 0; i < 7 * 24; i++) {
            scenario.process();
            scenario.outreach().advance(Duration.ofHours(1));
        }
        assertThat(scenario.process().taken()).isZero();
        scenario.outreach().advance(Duration.ofDays(30));
        assertThat(scenario.process().taken()).isZero();
        assertThat(scenario.events(WebhookInbox.State.UNMATCHED))
                .singleElement()
                .satisfies(entry -> assertThat(entry.nextAttempt()).isNull());
    }

    @Test // outreach 4.5: whatever is said about a touch proves that it was accepted
    void a_delivery_proves_what_the_vendor_never_confirmed() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.enrolled();
        loseNextAnswer();
        for (int i = 0;
                i < 288
                        && state(scenario, lead)
                                .filter(TouchState.UNKNOWN::equals)
                                .isEmpty();
                i++) {
            scenario.outreach().advance(Duration.ofMinutes(5));
            scenario.outreach().pass();
        }
        assertThat(state(scenario, lead)).contains(TouchState.UNKNOWN);
        scenario.arrives(
                new MailEvent.Delivered(scenario.key(), scenario.outreach().now(), scenario.about(lead)));
        scenario.process();

        assertThat(state(scenario, lead)).contains(TouchState.SENT);
        assertThat(facts(scenario, lead).delivered()).isTrue();
    }

    @Test // outreach 8.6: GET changes nothing; POST opts out at once, any number of times
    void the_link_of_an_email_shows_a_page_and_opts_out_on_post_only() {
        ConversationScenario scenario = scenario();
        Lead lead = contacted(scenario);
        String token = token(scenario, lead);
        ShowUnsubscribe.Page before =
                scenario.useCases().showUnsubscribe().page(token).orElseThrow();
        assertThat(before.optedOut()).isFalse();
        assertThat(scenario.state(lead)).isEqualTo(EnrolmentState.ACTIVE);

        assertThat(scenario.useCases().unsubscribe().byLink(token, null)).contains(before.clientName());
        assertThat(scenario.useCases().unsubscribe().byLink(token, "too many e-mails"))
                .contains(before.clientName());

        assertThat(scenario.outreach().enrolment(lead).stopReason()).isEqualTo("unsubscribed");
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
        assertThat(scenario.person(lead).unsubscribed()).isTrue();
        assertThat(scenario.suppressions()).hasSize(3);
        assertThat(scenario.useCases().showUnsubscribe().page(token))
                .contains(new ShowUnsubscribe.Page(before.clientName(), true));
        scenario.outreach().runFor(Duration.ofDays(20));
        assertThat(scenario.sent(lead)).isEqualTo(1);
    }

    @Test // outreach 8.6: bad token
    void a_link_that_is_not_ours_opts_nobody_out() {
        ConversationScenario scenario = scenario();
        Lead lead = contacted(scenario);
        assertThat(scenario.useCases().unsubscribe().byLink("forged", null)).isEmpty();
        assertThat(scenario.useCases().showUnsubscribe().page("forged")).isEmpty();
        assertThat(scenario.blocked(lead)).isEmpty();
    }

    @Test // content 4.6 campaign guard, outreach 19.4: three complaints in 7 days
    void a_campaign_that_three_people_complain_about_within_a_week_is_paused() {
        ConversationScenario scenario = scenario();
        List<Lead> leads = List.of(scenario.enrolled(), scenario.enrolled(), scenario.enrolled());
        scenario.outreach().runFor(Duration.ofDays(14));
        assertThat(leads).allSatisfy(lead -> assertThat(scenario.sent(lead)).isPositive());
        List<CampaignId> paused = new ArrayList<>();
        GuardCampaigns guard = ConversationUseCases.guardCampaigns(
                complaints(scenario),
                (scope, campaign, reason, origin) -> {
                    paused.add(campaign);
                    return new CampaignTransition.Done(scenario.outreach().campaign());
                },
                scenario.outreach().on().units(),
                scenario.outreach()::now);

        complain(scenario, leads.getFirst());
        complain(scenario, leads.get(1));
        assertThat(guard.guard(scenario.outreach().client())).isEmpty();
        scenario.writes(leads.getLast(), "This is spam. I will report you to the ACMA if you write to me again.");
        assertThat(guard.guard(scenario.outreach().client()))
                .containsExactly(scenario.outreach().campaign().id());
        scenario.outreach().advance(Duration.ofDays(8));
        assertThat(guard.guard(scenario.outreach().client())).isEmpty();
        assertThat(paused).hasSize(1);
    }

    private static void complain(ConversationScenario scenario, Lead lead) {
        scenario.arrives(
                new MailEvent.Complained(scenario.key(), scenario.outreach().now(), scenario.about(lead)));
        scenario.process();
    }

    /** The counts on the scenario's stores. */
    protected abstract ComplaintCounts complaints(ConversationScenario scenario);

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

    private static MailEvent bounce(ConversationScenario scenario, Lead lead, BounceClass of) {
        return new MailEvent.Bounced(
                scenario.key(), scenario.outreach().now(), scenario.about(lead), of, "550 5.1.1 user unknown");
    }

    private static Optional<TouchState> state(ConversationScenario scenario, Lead lead) {
        return scenario.outreach().touches(lead).stream()
                .map(touch -> touch.state())
                .reduce((one, later) -> later);
    }

    /** What the outcome columns of a touch hold, in the words of these stories. */
    public record TouchFacts(boolean delivered, boolean bounced, Optional<Instant> openedAt, int opens, int clicks) {}

    /** Reads the outcome columns of the lead's newest touch. */
    protected abstract TouchFacts facts(ConversationScenario scenario, Lead lead);
}
