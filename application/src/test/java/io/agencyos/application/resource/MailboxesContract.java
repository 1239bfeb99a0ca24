package io.agencyos.application.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.resource.MailboxState;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every vendor that holds mailboxes must do. Source: salesforge 4.2, 10. */
public abstract class MailboxesContract {

    /** The mailboxes and the world behind them. */
    public interface World {

        Mailboxes mailboxes();

        ClientId client();

        /** Connects a mailbox, ready to send. */
        void connect(EmailAddress address);
    }

    private static final EmailAddress SAM = new EmailAddress("sam@hello-harbour.example");
    private static final EmailAddress ALEX = new EmailAddress("alex@hello-harbour.example");

    protected World world;

    protected abstract World world();

    @BeforeEach
    void open() {
        world = world();
    }

    private List<VendorMailbox> list() {
        return world.mailboxes().list(world.client()).orElseThrow();
    }

    @Test
    void connected_mailboxes_are_listed_by_address() {
        world.connect(SAM);
        world.connect(ALEX);
        assertThat(list()).extracting(VendorMailbox::address).containsExactly(ALEX, SAM);
        assertThat(list()).extracting(VendorMailbox::state).containsOnly(MailboxState.CONNECTED);
        assertThat(list()).extracting(VendorMailbox::ref).doesNotHaveDuplicates();
    }

    @Test
    void a_limit_between_1_and_100_is_kept_by_the_vendor() {
        world.connect(SAM);
        String ref = list().getFirst().ref();
        assertThat(world.mailboxes().setDailyLimit(world.client(), ref, 25).isOk())
                .isTrue();
        assertThat(list().getFirst().dailyLimit()).isEqualTo(25);
        for (int wrong : new int[] {0, -1, 101}) {
            assertThat(world.mailboxes().setDailyLimit(world.client(), ref, wrong))
                    .isInstanceOfSatisfying(
                            Result.Err.class, err -> assertThat(err.error()).isInstanceOf(VendorFailure.Invalid.class));
        }
        assertThat(list().getFirst().dailyLimit()).isEqualTo(25);
    }

    @Test
    void a_limit_of_a_mailbox_that_is_not_there_is_not_found() {
        assertThat(world.mailboxes().setDailyLimit(world.client(), "mbox_none", 25))
                .isInstanceOfSatisfying(
                        Result.Err.class, err -> assertThat(err.error()).isInstanceOf(VendorFailure.NotFound.class));
    }

    @Test
    void a_removed_mailbox_is_gone_and_removing_it_again_is_harmless() {
        world.connect(SAM);
        String ref = list().getFirst().ref();
        assertThat(world.mailboxes().remove(world.client(), ref).isOk()).isTrue();
        assertThat(list()).isEmpty();
        assertThat(world.mailboxes().remove(world.client(), ref).isOk()).isTrue();
    }

    @Test
    void a_person_is_sent_to_a_consent_page() {
        Result<URI, VendorFailure> page = world.mailboxes()
                .connectUrl(world.client(), Mailboxes.Provider.GOOGLE, URI.create("https://agency.example/back"), SAM);
        assertThat(page.orElseThrow().isAbsolute()).isTrue();
    }
}
