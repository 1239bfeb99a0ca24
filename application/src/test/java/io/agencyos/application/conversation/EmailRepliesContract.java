package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.conversation.inbox.EmailReplies;
import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every reader of incoming mail must do. Source: outreach 15. */
public abstract class EmailRepliesContract {

    /** The reader and the world behind it. */
    public interface World {

        EmailReplies replies();

        ClientId client();

        /** This person answers an e-mail of ours; later calls are later in time. */
        void answer(EmailAddress from, String text);

        /** The vendor cannot be read until further notice. */
        void breakDown();
    }

    private static final EmailAddress PRIYA = new EmailAddress("priya@harbourlane.example");
    private static final EmailAddress NOOR = new EmailAddress("noor@cove.example");

    protected World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private record Read(List<InboundMail> mails, String cursor) {}

    private Read readAll(@Nullable String cursor) {
        List<InboundMail> mails = new ArrayList<>();
        String next = cursor;
        EmailReplies.Page page;
        do {
            page = world.replies().since(world.client(), next).orElseThrow();
            page.events().forEach(event -> {
                if (event instanceof MailEvent.Received(InboundMail mail)) {
                    mails.add(mail);
                }
            });
            next = page.next();
        } while (page.more());
        return new Read(mails, next);
    }

    @Test
    void an_answer_arrives_with_its_writer_text_and_receiver() {
        world.answer(PRIYA, "Sounds interesting, Thursday?");
        InboundMail mail = readAll(null).mails().getFirst();
        assertThat(mail.from()).isEqualTo(PRIYA);
        assertThat(mail.text()).contains("Sounds interesting, Thursday?");
        assertThat(mail.mailbox()).isNotEqualTo(PRIYA);
        assertThat(mail.automatic()).isFalse();
    }

    @Test
    void an_answer_names_what_it_answers() {
        world.answer(PRIYA, "Yes");
        assertThat(readAll(null).mails().getFirst().inReplyTo()).isNotEmpty();
    }

    @Test
    void nothing_new_is_an_empty_answer() {
        assertThat(readAll(null).mails()).isEmpty();
    }

    @Test
    void a_mail_has_the_same_key_however_it_is_found() {
        world.answer(PRIYA, "Yes");
        String polled = readAll(null).mails().getFirst().key();
        List<InboundMail> conversation =
                world.replies().conversationWith(world.client(), PRIYA).orElseThrow();
        assertThat(conversation).extracting(InboundMail::key).containsExactly(polled);
        assertThat(readAll(null).mails()).extracting(InboundMail::key).containsExactly(polled);
    }

    @Test
    void the_cursor_leads_to_what_is_new() {
        world.answer(PRIYA, "Yes");
        Read first = readAll(null);
        world.answer(NOOR, "No, thank you");
        List<String> keys = new ArrayList<>(
                readAll(first.cursor()).mails().stream().map(InboundMail::key).toList());
        keys.removeAll(first.mails().stream().map(InboundMail::key).toList());
        assertThat(keys).hasSize(1);
    }

    @Test
    void a_conversation_holds_one_persons_mails_oldest_first() {
        world.answer(PRIYA, "first words");
        world.answer(NOOR, "other words");
        world.answer(PRIYA, "second words");
        List<InboundMail> mails =
                world.replies().conversationWith(world.client(), PRIYA).orElseThrow();
        assertThat(mails).extracting(InboundMail::from).containsOnly(PRIYA);
        assertThat(mails).hasSize(2);
        assertThat(mails.getFirst().text()).contains("first words");
        assertThat(mails.getLast().text()).contains("second words");
    }

    @Test
    void to_hear_of_an_unknown_e_mail_changes_nothing() {
        world.answer(PRIYA, "Yes");
        MailEvent.About about = new MailEvent.About(null, "nobody's/e-mail", null, null, NOOR);
        MailEvent.Sent sent = new MailEvent.Sent("sent/1", Instant.parse("2026-09-02T00:15:21Z"), about, null);
        world.replies().heard(world.client(), List.of(sent));
        world.replies().heard(world.client(), List.of(sent));
        assertThat(readAll(null).mails()).hasSize(1);
    }

    @Test
    void a_vendor_that_cannot_be_read_is_a_failure_never_empty() {
        world.answer(PRIYA, "Yes");
        world.breakDown();
        assertThat(world.replies().since(world.client(), null)).isInstanceOf(Result.Err.class);
        assertThat(world.replies().conversationWith(world.client(), PRIYA)).isInstanceOf(Result.Err.class);
    }
}
