package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every reader of a channel must do besides on which people write back. Source: outreach 15. */
public abstract class ChannelRepliesContract extends ChannelFeedContract {

    /** The reader and the world behind it. */
    public interface World extends ChannelFeedContract.World {

        /** Somebody whom we contacted writes; later calls are later in time. */
        void answer(String text);

        @Override
        default void happens() {
            answer("Yes");
        }
    }

    protected World world;

    @Override
    protected abstract World world();

    @BeforeEach
    void open() {
        world = (World) feed;
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
    void answers_come_oldest_first() {
        world.answer("first words");
        world.answer("second words");
        assertThat(readAll(null).answers())
                .extracting(ChannelEvent.Received::text)
                .containsExactly("first words", "second words");
    }

    @Test
    void an_answer_is_told_once_to_whoever_stored_the_page_before() {
        world.answer("Yes");
        Read first = readAll(null);
        world.answer("And when?");
        assertThat(readAll(first.cursor()).answers())
                .filteredOn(answer -> !first.keys().contains(answer.key()))
                .extracting(ChannelEvent.Received::text)
                .containsExactly("And when?");
    }
}
