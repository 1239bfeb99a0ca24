package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.store.ChannelBook;
import io.agencyos.application.outreach.store.ChannelAddresses.Standing;
import io.agencyos.application.outreach.store.ReplyFeedBook;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.outreach.AddressState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of people's numbers and names at vendors keeps. Source: outreach 6.3, 9.5, 15. */
public abstract class ChannelBookContract extends ConversationStories {

    private static final String NUMBER = "+61491570158";

    private ConversationScenario scenario;
    private ChannelTalk talk;
    private ChannelBook book;

    private void begin() {
        scenario = scenario();
        talk = new ChannelTalk(scenario);
        book = scenario.stores().channels();
    }

    private <T> T in(Supplier<T> work) {
        return scenario.outreach().in(work);
    }

    private <T> T elsewhere(Supplier<T> work) {
        return scenario.outreach().on().units().inTenant(TenantScope.worker(new ClientId(UUID.randomUUID())), work);
    }

    @Test
    void a_name_stands_for_whom_it_stood_first_and_on_its_channel_only() {
        begin();
        Lead first = scenario.enrolled();
        Lead second = scenario.enrolled();
        ClientId client = scenario.outreach().client();
        Instant now = scenario.outreach().now();
        scenario.outreach().in(() -> {
            book.refs().remember(client, Channel.LINKEDIN, "ACoAAB22", first.id(), now);
            book.refs().remember(client, Channel.LINKEDIN, "ACoAAB22", second.id(), now);
        });

        assertThat(in(() -> book.refs().lead(client, Channel.LINKEDIN, "ACoAAB22")))
                .contains(first.id());
        assertThat(in(() -> book.refs().lead(client, Channel.SMS, "ACoAAB22"))).isEmpty();
        assertThat(in(() -> book.refs().lead(client, Channel.LINKEDIN, "ACoAAC33")))
                .isEmpty();
        assertThat(elsewhere(() -> book.refs().lead(client, Channel.LINKEDIN, "ACoAAB22")))
                .isEmpty();
    }

    @Test
    void the_last_word_about_an_address_counts() {
        begin();
        Lead lead = scenario.enrolled();
        Lead other = scenario.enrolled();
        ClientId client = scenario.outreach().client();
        Instant now = scenario.outreach().now();
        Standing before = new Standing(lead.id(), Channel.SMS, NUMBER, AddressState.UNVERIFIED, "told", now);
        Standing after =
                new Standing(lead.id(), Channel.SMS, NUMBER, AddressState.INVALID, "invalid_phone", now.plusSeconds(5));
        scenario.outreach().in(() -> {
            book.addresses().put(client, before);
            book.addresses().put(client, after);
        });

        assertThat(in(() -> book.addresses().of(client, Channel.SMS, List.of(lead.id(), other.id()))))
                .containsOnlyKeys(lead.id())
                .containsEntry(lead.id(), after);
        assertThat(in(() -> book.addresses().of(client, Channel.VOICE, List.of(lead.id()))))
                .isEmpty();
        assertThat(elsewhere(() -> book.addresses().of(client, Channel.SMS, List.of(lead.id()))))
                .isEmpty();
    }

    @Test
    void a_number_has_all_who_have_it_the_oldest_first_and_nobody_who_was_deleted() {
        begin();
        Lead first = talk.known(scenario.enrolled(), NUMBER, null);
        Lead second = talk.known(scenario.enrolled(), NUMBER, null);
        Lead gone = talk.known(scenario.enrolled(), NUMBER, null);
        scenario.enrolled();
        ClientId client = scenario.outreach().client();
        scenario.outreach()
                .in(() -> scenario.outreach()
                        .on()
                        .world()
                        .leads()
                        .leads()
                        .deleteAll(
                                client, List.of(gone.id()), scenario.outreach().now()));

        assertThat(in(() -> book.holders().leads(client, new PhoneNumber(NUMBER))))
                .extracting(Lead::id)
                .containsExactlyInAnyOrder(first.id(), second.id())
                .isEqualTo(in(() -> book.holders().leads(client, new PhoneNumber(NUMBER))).stream()
                        .sorted(Comparator.comparing(Lead::createdAt)
                                .thenComparing(lead -> lead.id().text()))
                        .map(Lead::id)
                        .toList());
        assertThat(elsewhere(() -> book.holders().leads(client, new PhoneNumber(NUMBER))))
                .isEmpty();
    }

    @Test // outreach 15
    void feeds_are_known_by_vendor_until_the_account_is_gone() {
        begin();
        ReplyFeedBook feeds = scenario.outreach().on().world().feeds();
        ClientId client = scenario.outreach().client();
        Instant now = scenario.outreach().now();
        ReplyFeedBook.Standing mail = new ReplyFeedBook.Standing("a-mail", Channel.EMAIL, now, null, null);
        ReplyFeedBook.Standing texts =
                new ReplyFeedBook.Standing("b-texts", Channel.SMS, now, now.plusSeconds(1), now.plusSeconds(2));
        scenario.outreach().in(() -> {
            feeds.put(client, texts);
            feeds.put(client, mail);
        });

        assertThat(in(() -> feeds.standings(client))).containsExactly(mail, texts);
        assertThat(in(() -> feeds.stale(client, now.plusSeconds(12 * 3600 + 1))))
                .containsExactly(Channel.EMAIL);
        assertThat(elsewhere(() -> feeds.standings(client))).isEmpty();
        scenario.outreach().in(() -> feeds.keepOnly(client, List.of("b-texts")));
        assertThat(in(() -> feeds.standings(client))).containsExactly(texts);
        scenario.outreach().in(() -> feeds.put(client, mail));
        assertThat(in(() -> feeds.standings(client))).as("connected again").containsExactly(mail, texts);
    }
}
