package io.agencyos.application.client.identity.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.client.identity.store.AccountPostman.Outcome;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever takes letters about accounts must do. Source: api 2, links by e-mail. */
public abstract class AccountPostmanContract {

    /** What somebody finds in the letterbox. */
    public record Letter(String to, String subject, String text) {}

    /** The postman and the mail server behind it. */
    public interface World {

        AccountPostman postman();

        /** From now on the server is not there. */
        void breakDown();

        /** The server knows no such letterbox as the next letter's. */
        void refuseNext();

        /** The server wants the next letter at another time. */
        void putOffNext();

        /** Oldest first. */
        List<Letter> arrived();
    }

    private World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private static AccountMail letter(String text) {
        return new AccountMail(
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)),
                new EmailAddress("sam@agency.example"),
                "Set a new password – now",
                text,
                Instant.parse("2026-03-02T00:00:00Z"));
    }

    private Outcome post(String text) {
        return world.postman().post(letter(text));
    }

    private List<String> texts() {
        return world.arrived().stream().map(Letter::text).toList();
    }

    @Test // api 2: links by e-mail
    void a_letter_comes_as_it_was_written() {
        String text = "Guten Tag, Jürgen\n\nhttps://os.agency.example/reset-password?token=abc\n.\nuntil noon";

        assertThat(post(text)).isEqualTo(Outcome.TAKEN);

        assertThat(world.arrived()).containsExactly(new Letter("sam@agency.example", "Set a new password – now", text));
    }

    @Test
    void letters_come_in_the_order_in_which_they_were_posted() {
        post("one");
        post("two");

        assertThat(texts()).containsExactly("one", "two");
    }

    @Test // a letter waits for the mail server
    void a_server_that_is_not_there_is_asked_again_later() {
        world.breakDown();

        assertThat(post("one")).isEqualTo(Outcome.NOT_NOW);
        assertThat(texts()).isEmpty();
    }

    @Test // a server that puts strangers off wants them to come again
    void a_letter_that_is_put_off_may_go_later() {
        world.putOffNext();

        assertThat(post("one")).isEqualTo(Outcome.NOT_NOW);
        assertThat(texts()).isEmpty();
        assertThat(post("one")).isEqualTo(Outcome.TAKEN);
        assertThat(texts()).containsExactly("one");
    }

    @Test
    void a_letterbox_that_nobody_knows_is_given_up_and_the_next_letter_goes() {
        world.refuseNext();

        assertThat(post("one")).isEqualTo(Outcome.REFUSED);
        assertThat(post("two")).isEqualTo(Outcome.TAKEN);
        assertThat(texts()).containsExactly("two");
    }
}
