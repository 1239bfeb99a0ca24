package io.agencyos.adapters.out.salesforge;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.resource.Mailboxes;
import io.agencyos.application.resource.MailboxesContract;
import io.agencyos.domain.resource.MailboxWarmth;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The kit over real HTTP. */
class SandboxMailboxesTest extends MailboxesContract {

    private final SandboxVendor vendor = new SandboxVendor();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World world() {
        return new World() {
            @Override
            public Mailboxes mailboxes() {
                return vendor.salesforge.mailboxes();
            }

            @Override
            public ClientId client() {
                return Vendor.CLIENT;
            }

            @Override
            public void connect(EmailAddress address) {
                vendor.connect(address.value());
            }
        };
    }

    @Test // salesforge 4.7: the Warmforge workspace is found by the name of its twin
    void warm_up_of_the_same_mailbox_is_found() {
        vendor.connect("sam@hello-harbour.example");
        MailboxWarmth warmth = vendor.salesforge
                .warmUp()
                .status(Vendor.CLIENT, new EmailAddress("sam@hello-harbour.example"))
                .orElseThrow();
        assertThat(warmth.counts(vendor.clock.instant())).isTrue();
        assertThat(vendor.salesforge.warmUp().statuses(Vendor.CLIENT).orElseThrow())
                .containsExactly(warmth);
    }
}
