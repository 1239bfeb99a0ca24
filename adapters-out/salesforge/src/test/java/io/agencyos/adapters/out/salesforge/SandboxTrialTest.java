package io.agencyos.adapters.out.salesforge;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.resource.MemoryMailboxes;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.application.outreach.mail.TryEmail;
import io.agencyos.application.outreach.mail.TryEmail.Outcome;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** salesforge Beyond "self-test": an e-mail to a mailbox of the client's own, through a carrier, over real HTTP. */
class SandboxTrialTest {

    private static final Duration AN_HOUR = Duration.ofHours(1);
    /** Until whatever was sent before to the same contact no longer holds the next one back. */
    private static final Duration A_WHILE = Duration.ofMinutes(20);

    private final SandboxVendor vendor = new SandboxVendor();
    private final MemoryUnitOfWork units = new MemoryUnitOfWork();
    private final MemoryMailboxes mailboxes = new MemoryMailboxes(units);
    private final Mailbox mailbox = vendor.mailbox();

    @AfterEach
    void stop() {
        vendor.close();
    }

    private Outcome tried(EmailAddress to) {
        return new TryEmail(
                        vendor.salesforge.sender(),
                        client -> vendor.salesforge.upkeep().catchUp(client),
                        mailboxes,
                        units,
                        vendor.clock::instant,
                        vendor::pass)
                .run(Vendor.CLIENT, mailbox.vendor(), mailbox.address(), to, AN_HOUR);
    }

    private void owns(Mailbox box) {
        units.inTenant(TenantScope.worker(Vendor.CLIENT), () -> {
            mailboxes.assign(box);
            return box;
        });
    }

    @Test
    void each_trial_leaves_by_a_slot_of_its_own_and_the_vendor_tells_when() {
        owns(mailbox);

        assertThat(tried(mailbox.address())).isInstanceOf(Outcome.Left.class);
        vendor.pass(A_WHILE);
        assertThat(tried(mailbox.address())).isInstanceOf(Outcome.Left.class);
        assertThat(vendor.sandbox.ledger().rows().stream().filter(row -> row.kind() == LedgerRow.Kind.EMAIL))
                .hasSize(2)
                .allMatch(row -> row.toEmail().equals(mailbox.address().value()))
                .extracting(LedgerRow::aosKey)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_fourth_trial_waits_for_a_carrier_that_nobody_wanted_before() {
        owns(mailbox);
        for (int trial = 0; trial < 4; trial++) {
            assertThat(tried(mailbox.address())).isInstanceOf(Outcome.Left.class);
            vendor.pass(A_WHILE);
        }
    }

    @Test // the absolute promise: nobody hears of it who is not the client
    void nobody_but_the_client_itself_gets_a_trial() {
        assertThat(tried(mailbox.address())).isInstanceOf(Outcome.NotTried.class);
        owns(mailbox);
        assertThat(tried(new EmailAddress("priya@harbourlane.example"))).isInstanceOf(Outcome.NotTried.class);
        assertThat(vendor.sandbox.ledger().rows()).isEmpty();
    }
}
