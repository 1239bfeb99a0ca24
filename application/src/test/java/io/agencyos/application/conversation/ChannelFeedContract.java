package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.ChannelReplies;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.id.ClientId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What everything must do that is asked what happened on a channel, whatever happens there. Source: outreach 15. */
public abstract class ChannelFeedContract {

    /** The reader and the world behind it. */
    public interface World {

        ChannelReplies replies();

        ClientId client();

        /** Something happens that the vendor tells of; later calls are later in time. */
        void happens();

        /** The vendor cannot be read until further notice. */
        void breakDown();
    }

    protected World feed;

    protected abstract World world();

    @BeforeEach
    void openFeed() {
        feed = world();
    }

    /** What was read, and where the next reading begins. */
    protected record Read(List<ChannelEvent> events, String cursor) {

        /** What people wrote. */
        List<ChannelEvent.Received> answers() {
            return events.stream()
                    .filter(ChannelEvent.Received.class::isInstance)
                    .map(ChannelEvent.Received.class::cast)
                    .toList();
        }

        List<String> keys() {
            return events.stream().map(ChannelEvent::key).toList();
        }
    }

    protected final Read readAll(@Nullable String cursor) {
        List<ChannelEvent> events = new ArrayList<>();
        String next = cursor;
        ChannelReplies.Page page;
        do {
            page = feed.replies().since(feed.client(), next).orElseThrow();
            events.addAll(page.events());
            next = page.next();
        } while (page.more());
        return new Read(events, next);
    }

    @Test
    void where_nothing_happened_the_answer_is_empty() {
        assertThat(readAll(null).events()).isEmpty();
    }

    @Test
    void what_happened_is_told_oldest_first_under_keys_of_its_own() {
        feed.happens();
        feed.happens();

        Read read = readAll(null);

        assertThat(read.keys()).hasSizeGreaterThanOrEqualTo(2).doesNotHaveDuplicates();
        assertThat(read.events()).extracting(ChannelEvent::at).isSorted();
    }

    @Test
    void the_cursor_leads_to_what_is_new() {
        feed.happens();
        Read first = readAll(null);
        feed.happens();

        List<String> later = new ArrayList<>(readAll(first.cursor()).keys());
        later.removeAll(first.keys());

        assertThat(later).isNotEmpty();
    }

    @Test
    void what_was_not_stored_is_read_again_under_the_same_keys() {
        feed.happens();

        assertThat(readAll(null).keys()).isEqualTo(readAll(null).keys()).isNotEmpty();
    }

    @Test // no tenant sees another's data
    void a_client_without_an_account_hears_nothing() {
        feed.happens();
        List<ChannelEvent> theirs = feed.replies()
                .since(new ClientId(new UUID(0, 9)), null)
                .fold(ChannelReplies.Page::events, failure -> List.of());

        assertThat(theirs).isEmpty();
    }

    @Test
    void a_vendor_that_cannot_be_read_is_a_failure_never_empty() {
        feed.happens();
        feed.breakDown();

        assertThat(feed.replies().since(feed.client(), null)).isInstanceOf(Result.Err.class);
    }
}
