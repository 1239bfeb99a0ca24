package io.agencyos.bootstrap.product.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.conversation.FakeMailLines;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.platform.MemoryVendorAccounts;
import io.agencyos.application.conversation.PollReplies;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One process listens to everybody's mailboxes until it leaves. Source: smtp-imap 4. */
class MailShiftTest {

    private static final String MAIL = "smtp-imap";

    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final WatchedAccounts accounts = new WatchedAccounts(new MemoryVendorAccounts(units));
    private final List<ClientId> polled = new ArrayList<>();
    private final FakeMailLines lines = new FakeMailLines();
    private final MailShift shift = lookingEvery(MailShift.LOOK);

    private MailShift lookingEvery(Duration look) {
        return new MailShift(
                units,
                accounts,
                Set.of(MAIL),
                lines,
                client -> {
                    polled.add(client);
                    return new PollReplies.Round(0, 0, List.of());
                },
                look);
    }

    /** Whom the process wants to listen to next; a minute is never. */
    private Set<ClientId> next() {
        try {
            Set<ClientId> clients = lines.wishes().poll(1, TimeUnit.MINUTES);
            assertThat(clients).as("somebody listens").isNotNull();
            return clients;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private ClientId connected(String vendor) {
        ClientId client = new ClientId(UUID.randomUUID());
        units.inTenant(
                TenantScope.worker(client),
                () -> accounts.save(new VendorAccount(client, vendor, "mail.example", null, Map.of(), Map.of())));
        return client;
    }

    private Thread begin() {
        return Thread.ofVirtual().start(shift::run);
    }

    private static void end(Thread working) {
        try {
            assertThat(working.join(Duration.ofMinutes(1)))
                    .as("the shift ends at once")
                    .isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Test
    void whoever_has_mailboxes_of_their_own_is_listened_to_and_polled_when_it_rings() {
        ClientId own = connected(MAIL);
        connected("salesforge");
        Thread working = begin();

        assertThat(next()).containsExactly(own);
        assertThat(polled).as("what came while nobody listened").containsExactly(own);
        lines.ring(own);
        assertThat(polled).containsExactly(own, own);

        shift.leave();
        end(working);
        assertThat(lines.hungUp()).isEqualTo(1);
    }

    @Test
    void more_clients_than_one_page_are_all_listened_to() {
        for (int i = 0; i < 1_001; i++) {
            connected(MAIL);
        }
        Thread working = begin();

        assertThat(next()).hasSize(1_001);

        shift.leave();
        end(working);
    }

    @Test // the shift of a process that is about to end belongs to another one
    void a_process_that_has_left_listens_to_nobody() {
        connected(MAIL);
        shift.leave();

        shift.run();

        assertThat(lines.wishes()).isEmpty();
        assertThat(lines.hungUp()).isEqualTo(1);
    }

    @Test
    void a_shift_that_is_interrupted_hangs_up() {
        connected(MAIL);
        Thread working = begin();
        next();

        working.interrupt();

        end(working);
        assertThat(lines.hungUp()).isEqualTo(1);
    }

    @Test // smtp-imap 4: a mailbox that is connected or left while a shift goes on
    void who_connects_and_who_leaves_during_a_shift_is_noticed_at_the_next_look() {
        ClientId first = connected(MAIL);
        MailShift looking = lookingEvery(Duration.ofMillis(1));
        Thread working = Thread.ofVirtual().start(looking::run);
        assertThat(next()).containsExactly(first);

        ClientId second = connected(MAIL);
        until(List.of(first, second));
        units.inTenant(TenantScope.worker(first), () -> {
            accounts.remove(first, MAIL);
            return first;
        });
        until(List.of(second));

        looking.leave();
        end(working);
        assertThat(MailShift.LOOK).isEqualTo(Duration.ofMinutes(5));
    }

    private void until(List<ClientId> clients) {
        while (!next().equals(Set.copyOf(clients))) {
            // the next look
        }
    }
}
