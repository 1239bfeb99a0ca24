package io.agencyos.adapters.out.clicksend;

import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.vendorhttp.SandboxWorld;
import io.agencyos.application.outreach.channel.PostCommand;
import io.agencyos.application.outreach.channel.PostSenderContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP, to an old account; the referee is the sandbox's ledger. */
class SandboxPostTest extends PostSenderContract {

    private final SandboxVendor vendor = new SandboxVendor();

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Override
    protected World<PostCommand> world() {
        return new SandboxWorld<>(
                vendor.sandbox,
                vendor.clock,
                vendor.clicksend.post(),
                "POST .*/v3/post/letters/send$",
                400,
                Duration.ofHours(10)) {

            @Override
            public PostCommand contact(String name) {
                return letter(SandboxVendor.CLIENT, name);
            }

            @Override
            public List<String> reached(PostCommand contact) {
                return vendor.sandbox.ledger().rows().stream()
                        .filter(row -> row.kind() == LedgerRow.Kind.LETTER)
                        .map(LedgerRow::aosKey)
                        .filter(contact.idempotencyKey()::equals)
                        .toList();
            }
        };
    }
}
