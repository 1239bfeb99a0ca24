package io.agencyos.adapters.out.postoffice;

import io.agencyos.adapters.out.vendorhttp.SandboxWorld;
import io.agencyos.application.outreach.channel.AddressVerifier;
import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.channel.PostOfficeContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP; the referee is the sandbox's ledger. */
class SandboxSenderTest extends PostOfficeContract {

    private final SandboxOffice vendor = new SandboxOffice();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected AddressVerifier addresses() {
        return vendor.office.addresses();
    }

    @Override
    protected World<PostCommand> world() {
        return new SandboxWorld<>(
                vendor.sandbox,
                vendor.clock,
                vendor.office.sender(),
                "POST .*/v1/letters$",
                422,
                Duration.ofHours(10)) {

            @Override
            public PostCommand contact(String name) {
                return letter(SandboxOffice.CLIENT, name);
            }

            @Override
            public List<String> reached(PostCommand contact) {
                return vendor.carried().stream()
                        .filter(contact.idempotencyKey()::equals)
                        .toList();
            }
        };
    }
}
