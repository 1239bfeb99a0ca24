package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.DeliveryReport;
import io.agencyos.domain.outreach.NonDelivery;
import io.agencyos.domain.outreach.TextArrivals;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who hears that a STOP was understood, and which numbers carriers filter. Source: outreach 9.4, clicksend 4.4. */
public abstract class TextCareStories extends LetterStories {

    private static final String PRIYAS = "+61491570006";
    private static final String ANOTHER = "+61491570156";
    private static final String NOBODYS = "+61491570157";

    private ConversationScenario scenario;
    private ChannelTalk talk;

    private void begin() {
        scenario = scenario();
        talk = new ChannelTalk(scenario);
    }

    @Test // outreach 9.4: one confirmation, once per person per client, whoever it was
    void whoever_texts_stop_is_to_be_told_and_nobody_twice() {
        begin();
        talk.contacted(PRIYAS);
        talk.tells(talk.stop(PRIYAS));
        talk.tells(talk.texted(PRIYAS, "Stop."), talk.stop(NOBODYS), talk.texted(ANOTHER, "Who is this?"));

        assertThat(scenario.outreach()
                        .in(() -> scenario.stores()
                                .channels()
                                .stops()
                                .lockDue(
                                        scenario.outreach().client(),
                                        scenario.outreach().now(),
                                        10)))
                .extracting(
                        wanted -> wanted.theirs().e164(),
                        wanted -> wanted.ours().e164())
                .containsExactlyInAnyOrder(tuple(PRIYAS, ChannelTalk.OURS), tuple(NOBODYS, ChannelTalk.OURS));
    }

    @Test // clicksend 4.4 FILTERED: sender health event; 3 in a day rest the number; a receipt told twice counts once
    void a_number_whose_texts_carriers_filter_rests_after_the_third() {
        begin();
        ResourceId number = new ResourceId(UUID.randomUUID());
        for (int i = 1; i <= 3; i++) {
            Lead lead = talk.contacted(PRIYAS);
            String ref = talk.ref("sms-" + i);
            talk.sentFrom(lead, number, ref);
            talk.tells(talk.lost(ref, NonDelivery.FILTERED, true));
            talk.tells(talk.lost(ref, NonDelivery.FILTERED, true));
            assertThat(resting()).as("after %d", i).hasSize(i < 3 ? 0 : 1);
        }
        assertThat(resting()).containsExactly(number);
        scenario.outreach().advance(Duration.ofDays(7));
        assertThat(resting()).isEmpty();
    }

    @Test // clicksend Beyond "number health"
    void what_became_of_a_numbers_texts_of_a_day_is_counted() {
        begin();
        ResourceId number = new ResourceId(UUID.randomUUID());
        for (boolean arrived : new boolean[] {true, false, true}) {
            Lead lead = talk.contacted(PRIYAS);
            String ref = talk.ref("sms-" + lead.id().text());
            talk.sentFrom(lead, number, ref);
            talk.tells(arrived ? talk.delivered(ref) : talk.lost(ref, NonDelivery.ABSENT, true));
        }
        talk.sentFrom(talk.contacted(PRIYAS), number, talk.ref("untold"));
        Instant now = scenario.outreach().now().plusSeconds(1);

        assertThat(texts(now.minus(Duration.ofDays(1)), now)).isEqualTo(Map.of(number, new TextArrivals(3, 2)));
        assertThat(texts(now, now.plus(Duration.ofDays(1)))).isEmpty();
    }

    private Map<ResourceId, TextArrivals> texts(Instant from, Instant until) {
        return scenario.outreach()
                .in(() -> scenario.stores().outcomes().texts(scenario.outreach().client(), from, until));
    }

    @Test // clicksend Beyond "number health": under 80 % of at least 50 texts of a sender and day → rest 7 days
    void a_number_of_whose_texts_too_few_arrive_rests_for_a_week() {
        begin();
        ResourceId poor = new ResourceId(UUID.randomUUID());
        ResourceId well = new ResourceId(UUID.randomUUID());
        JudgeNumbers judge = scenario.useCases()
                .judgeNumbers(
                        (of, from, until) -> Map.of(poor, new TextArrivals(50, 39), well, new TextArrivals(50, 40)));
        ClientId client = scenario.outreach().client();

        assertThat(judge.judge(client)).isEqualTo(1);
        assertThat(resting()).containsExactly(poor);
        assertThat(judge.judge(client)).as("it rests already").isZero();
        scenario.outreach().advance(Duration.ofDays(7));
        assertThat(resting()).isEmpty();
    }

    @Test // clicksend 5.2: C3 once for a touch without receipt after 6 h
    void a_text_without_a_receipt_is_asked_about_once_after_six_hours() {
        begin();
        scenario.deliveries()
                .say(new DeliveryReport.OnItsWay(scenario.outreach().now(), "sent"));
        Lead lead = talk.contacted(PRIYAS);
        talk.sent(lead, TouchKind.SMS, talk.ref("sms-1"));
        after(Duration.ofHours(6));
        assertThat(scenario.deliveries().asked())
                .as("its receipt may still come")
                .isZero();

        after(Duration.ofMinutes(1));
        after(Duration.ofHours(1));
        after(Duration.ofDays(4));
        assertThat(scenario.deliveries().asked()).isEqualTo(1);
        assertThat(scenario.events(WebhookInbox.State.DONE)).isNotEmpty();
        assertThat(activities(scenario, lead, ActivityAction.FAILED)).isEmpty();
    }

    @Test // clicksend 5.2, 4.4: what the history says is what a receipt would have said; who was told is not asked
    // about
    void what_the_vendor_says_of_a_silent_text_counts_and_a_vendor_that_is_away_is_asked_again() {
        begin();
        Lead told = talk.contacted(ANOTHER);
        talk.sent(told, TouchKind.SMS, talk.ref("sms-1"));
        talk.tells(talk.lost(talk.ref("sms-1"), NonDelivery.ABSENT, true));
        Lead untold = talk.contacted(PRIYAS);
        talk.sent(untold, TouchKind.SMS, talk.ref("sms-2"));
        scenario.deliveries().breakDown();
        after(Duration.ofHours(7));
        assertThat(scenario.deliveries().asked()).isEqualTo(1);

        scenario.deliveries()
                .say(new DeliveryReport.Undelivered(scenario.outreach().now(), NonDelivery.ABSENT));
        after(Duration.ofHours(1));
        after(Duration.ofHours(1));
        assertThat(scenario.deliveries().asked()).isEqualTo(2);
        assertThat(activities(scenario, untold, ActivityAction.FAILED)).hasSize(1);
    }

    static List<Activity> activities(ConversationScenario scenario, Lead lead, ActivityAction action) {
        return scenario
                .outreach()
                .in(() -> scenario.ground().timeline().of(lead.clientId(), lead.id(), null, 100))
                .stream()
                .filter(line -> line.action() == action)
                .toList();
    }

    private void after(Duration time) {
        scenario.outreach().advance(time);
        scenario.poll();
        scenario.process();
    }

    private Set<ResourceId> resting() {
        return scenario.outreach()
                .in(() -> scenario.stores()
                        .channels()
                        .rests()
                        .resting(
                                scenario.outreach().client(),
                                scenario.outreach().now()));
    }
}
