package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.vendorhttp.SandboxWorld;
import io.agencyos.application.outreach.channel.SmsCommand;
import io.agencyos.application.outreach.channel.SmsSenderContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP; the referee is the sandbox's ledger. */
class SandboxSenderTest extends SmsSenderContract {

    private final SandboxVendor vendor = new SandboxVendor();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World<SmsCommand> world() {
        return new SandboxWorld<>(
                vendor.sandbox,
                vendor.clock,
                vendor.clicksend.sender(),
                "POST .*/sms/send$",
                400,
                Duration.ofHours(1)) {

            @Override
            public SmsCommand contact(String name) {
                return vendor.text(name);
            }

            @Override
            public List<String> reached(SmsCommand contact) {
                return vendor.reached(contact.to());
            }
        };
    }
}
