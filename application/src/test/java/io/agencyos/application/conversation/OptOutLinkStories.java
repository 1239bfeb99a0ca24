package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.conversation.store.OptOutWishes;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whoever lost the link of an e-mail gets it anew. Source: api 9.1, outreach 8.6. */
public abstract class OptOutLinkStories extends ConversationStories {

    private static final EmailAddress STRANGER = Leadbook.email("nobody@stranger.example");

    private final List<AccountMail> letters = new ArrayList<>();

    protected abstract OptOutWishes wishes();

    private SendOptOutLinks links(ConversationScenario scenario) {
        return scenario.useCases().sendOptOutLinks(wishes(), letters::add);
    }

    private static EmailAddress address(Lead lead) {
        return Objects.requireNonNull(lead.contact().email());
    }

    @Test // api 9.1: an address that was ever written to gets one mail with a fresh link
    void whoever_was_written_to_gets_one_letter_with_a_link_that_works() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        SendOptOutLinks links = links(scenario);
        links.ask(address(lead));
        links.ask(STRANGER);
        links.run(10);
        links.run(10);

        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo(address(lead));
            assertThat(letter.text()).contains("/u/");
        });
        assertThat(scenario.outreach().reread(lead).status())
                .as("asking stops nothing")
                .isNotEqualTo(LeadStatus.UNSUBSCRIBED);

        String text = letters.getFirst().text();
        String token = text.substring(text.indexOf("/u/") + 3).split("\\s")[0];
        assertThat(scenario.useCases().unsubscribe().byLink(token, null)).isPresent();
        assertThat(scenario.outreach().reread(lead).status()).isEqualTo(LeadStatus.UNSUBSCRIBED);
    }

    @Test
    void another_spelling_of_the_mailbox_is_the_same_person() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        String[] parts = address(lead).value().split("@");
        SendOptOutLinks links = links(scenario);
        links.ask(Leadbook.email(parts[0] + "+news@" + parts[1]));
        links.ask(address(lead));
        links.run(10);

        assertThat(letters).as("one, however it is spelt").hasSize(1);
    }

    @Test
    void somebody_who_was_never_written_to_hears_nothing() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.outreach().lead();
        SendOptOutLinks links = links(scenario);
        links.ask(address(lead));
        links.run(10);

        assertThat(letters).isEmpty();
    }

    @Test
    void asking_again_within_a_day_brings_no_second_letter_and_later_it_does() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        SendOptOutLinks links = links(scenario);
        links.ask(address(lead));
        links.run(10);
        scenario.outreach().advance(Duration.ofHours(23));
        links.ask(address(lead));
        links.run(10);
        assertThat(letters).hasSize(1);

        scenario.outreach().advance(Duration.ofHours(2));
        links.run(10);
        links.ask(address(lead));
        links.run(10);
        assertThat(letters).hasSize(2);
    }

    @Test
    void what_a_crash_left_undone_is_looked_at_again_and_answered_once() {
        ConversationScenario scenario = scenario();
        Lead lead = scenario.contacted();
        SendOptOutLinks links = links(scenario);
        links.ask(address(lead));
        SendOptOutLinks crashing = scenario.useCases().sendOptOutLinks(wishes(), letter -> {
            throw new IllegalStateException("the power went");
        });
        assertThatIllegalStateException().isThrownBy(() -> crashing.run(10));
        links.run(10);
        assertThat(letters).as("somebody may be at it still").isEmpty();

        scenario.outreach().advance(Duration.ofMinutes(6));
        links.run(10);
        links.run(10);
        assertThat(letters).hasSize(1);
    }
}
