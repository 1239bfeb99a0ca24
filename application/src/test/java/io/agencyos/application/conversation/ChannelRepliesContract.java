package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every reader of a channel must do. Source: outreach 15. */
public abstract class ChannelRepliesContract {

    /** The reader and the world behind it. */
    public interface World {

        ChannelReplies replies();

        ClientId client();

        /** Somebody whom we contacted writes; later calls are later in time. */
        void answer(String text);

        /** The vendor cannot be read until further notice. */
        void breakDown();
    }

    protected World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private record Read(List<ChannelEvent> events, String cursor) {

        List<ChannelEvent.Received> answers() {
            return events.stream()
                    .filter(ChannelEvent.Received.class::isInstance)
                    .map(ChannelEvent.Received.class::cast)
                    .toList();
        }

        List<String> keys() {
            return answers().stream().map(ChannelEvent::key).toList();
        }
    }

    private Read readAll(@Nullable String cursor) {
        List<ChannelEvent> events = new ArrayList<>();
        String next = cursor;
        ChannelReplies.Page page;
        do {
            page = world.replies().since(world.client(), next).orElseThrow();
            events.addAll(page.events());
            next = page.next();
        } while (page.more());
        return new Read(events, next);
    }

    @Test
    void an_answer_arrives_with_its_words_and_both_sides() {
        world.answer("Sounds interesting, Thursday?");
        assertThat(readAll(null).answers()).singleElement().satisfies(answer -> {
            assertThat(answer.text()).isEqualTo("Sounds interesting, Thursday?");
            assertThat(answer.about().ours()).isNotBlank();
            assertThat(answer.about().theirs())
                    .isNotBlank()
                    .isNotEqualTo(answer.about().ours());
        });
    }

    @Test
    void nothing_new_is_an_empty_answer() {
        assertThat(readAll(null).answers()).isEmpty();
    }

    @Test
    void answers_come_oldest_first() {
        world.answer("first words");
        world.answer("second words");
        assertThat(readAll(null).answers())
                .extracting(ChannelEvent.Received::text)
                .containsExactly("first words", "second words");
    }

    @Test
    void the_cursor_leads_to_what_is_new() {
        world.answer("Yes");
        Read first = readAll(null);
        world.answer("And when?");
        List<String> keys = new ArrayList<>(readAll(first.cursor()).keys());
        keys.removeAll(first.keys());
        assertThat(keys).hasSize(1);
    }

    @Test
    void what_was_not_stored_is_read_again_under_the_same_key() {
        world.answer("Yes");
        assertThat(readAll(null).keys()).isEqualTo(readAll(null).keys()).hasSize(1);
    }

    @Test
    void a_vendor_that_cannot_be_read_is_a_failure_never_empty() {
        world.answer("Yes");
        world.breakDown();
        assertThat(world.replies().since(world.client(), null)).isInstanceOf(Result.Err.class);
    }
}
