package io.agencyos.application.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.store.SentMessages;
import io.agencyos.application.conversation.store.SentMessages.SentMessage;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.testing.Desk;
import io.agencyos.application.testing.DeskUnderTest;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.Activity;
import io.agencyos.domain.lead.ActivityAction;
import io.agencyos.domain.lead.ActivityActor;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.ActivityId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was sent, as people read it again, over real stores. Source: api 9.9 {@code content-archive}. */
public abstract class ArchiveContract extends DeskUnderTest {

    /** The messages on the desk's stores. */
    protected abstract SentMessages messages(Desk desk);

    private ReadArchive archive() {
        return new ReadArchiveService(
                messages(desk()),
                desk().world().world().leads().leads(),
                desk().world().world().campaigns(),
                desk().world().units(),
                this::now);
    }

    private TenantScope viewer() {
        return as(ANN, Role.VIEWER);
    }

    private List<SentMessage> list(SentMessages.Filter filter) {
        return archive().list(viewer(), filter, null, 50).messages();
    }

    private void opened(Lead lead, Touch touch, int second) {
        scenario()
                .in(() -> desk().world()
                        .world()
                        .activities()
                        .append(new Activity(
                                new ActivityId(ids().next()),
                                client(),
                                lead.id(),
                                lead.campaignId(),
                                ActivityAction.OPENED,
                                Channel.EMAIL,
                                touch.kind(),
                                touch.id(),
                                1,
                                now().plusSeconds(second),
                                null,
                                null,
                                ActivityActor.LEAD)));
    }

    @Test // api 9.9: full body, personalisation fields, opens, clicks
    void every_message_is_kept_word_for_word_with_what_people_did_with_it() {
        Lead lead = contacted();
        Touch touch = scenario().touches(lead).getFirst();
        opened(lead, touch, 1);
        opened(lead, touch, 2);

        SentMessage message =
                archive().find(viewer(), touch.id()).orElseThrow().messages().getFirst();

        assertThat(message.body()).isEqualTo(touch.content().body()).contains("Unsubscribe: ");
        assertThat(message.subject()).isEqualTo(touch.content().subject());
        assertThat(message.template()).isEqualTo(touch.content().templateId());
        assertThat(message.personalisation())
                .containsExactlyElementsOf(touch.content().traits().used().stream()
                        .map(Vocabulary::wire)
                        .sorted()
                        .toList());
        assertThat(message.origin()).isEqualTo(TouchOrigin.SEQUENCE);
        assertThat(message.stepNo()).isEqualTo(1);
        assertThat(message.at()).isEqualTo(touch.sentAt());
        assertThat(message.delivery()).isEqualTo(DeliveryStatus.ACCEPTED);
        assertThat(message.opens()).isEqualTo(2);
        assertThat(message.clicks()).isZero();
    }

    @Test // api 9.9: filters channel, campaign_id, q(subject, body), at_from, at_to; newest first
    void the_archive_is_searched_by_words_channel_campaign_and_time() {
        List<Lead> leads = contacted(2);
        SentMessage newest = list(SentMessages.Filter.ALL).getFirst();
        String word = newest.body()
                .lines()
                .filter(line -> line.length() > 12)
                .findFirst()
                .orElseThrow();

        assertThat(list(SentMessages.Filter.ALL))
                .hasSize(2)
                .isSortedAccordingTo((one, other) -> other.at().compareTo(one.at()));
        assertThat(list(new SentMessages.Filter(null, null, word.toUpperCase(Locale.ROOT), null, null)))
                .extracting(SentMessage::id)
                .contains(newest.id());
        assertThat(list(new SentMessages.Filter(null, null, "no such words in it", null, null)))
                .isEmpty();
        assertThat(list(new SentMessages.Filter(Set.of(Channel.SMS), null, null, null, null)))
                .isEmpty();
        assertThat(list(new SentMessages.Filter(
                        Set.of(Channel.EMAIL), leads.getFirst().campaignId(), null, null, null)))
                .hasSize(2);
        assertThat(list(new SentMessages.Filter(null, null, null, newest.at().plusNanos(1000), null)))
                .isEmpty();
        assertThat(list(new SentMessages.Filter(null, null, null, null, newest.at())))
                .as("the end is not in it")
                .extracting(SentMessage::id)
                .doesNotContain(newest.id());
        assertThat(list(new SentMessages.Filter(
                        null, null, null, newest.at(), newest.at().plusNanos(1000))))
                .extracting(SentMessage::id)
                .contains(newest.id());
    }

    @Test // api 1.4
    void pages_follow_each_other() {
        contacted(2);
        ReadArchive.Page first = archive().list(viewer(), SentMessages.Filter.ALL, null, 1);
        SentMessage shown = first.messages().getFirst();
        ReadArchive.Page second =
                archive().list(viewer(), SentMessages.Filter.ALL, new SentMessages.After(shown.at(), shown.id()), 1);

        assertThat(first.more()).isTrue();
        assertThat(second.more()).isFalse();
        assertThat(second.messages())
                .singleElement()
                .extracting(SentMessage::id)
                .isNotEqualTo(shown.id());
    }

    @Test // api 4
    void nobody_reads_what_another_client_sent() {
        Touch touch = scenario().touches(contacted()).getFirst();
        scenario().advance(Duration.ofMinutes(1));
        TenantScope stranger = new TenantScope(another().client(), BEN, Role.OWNER);

        assertThat(archive().find(stranger, touch.id())).isEmpty();
        assertThat(archive().list(stranger, SentMessages.Filter.ALL, null, 50).messages())
                .isEmpty();
        assertThat(archive().find(viewer(), new TouchId(ids().next()))).isEmpty();
    }
}
