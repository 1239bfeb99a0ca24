package io.agencyos.adapters.out.unipile;

import io.agencyos.adapters.out.vendorhttp.SandboxWorld;
import io.agencyos.application.outreach.channel.LinkedInCommand;
import io.agencyos.application.outreach.channel.LinkedInCommands;
import io.agencyos.application.outreach.channel.LinkedInOutreachContract;
import io.agencyos.domain.shared.TouchKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The kit over real HTTP; the referee is the sandbox's ledger. */
abstract class SandboxOutreach extends LinkedInOutreachContract {

    private final SandboxVendor vendor;
    private final TouchKind kind;
    private final String handOver;
    private final String seat;

    SandboxOutreach(TouchKind kind, String handOver) {
        this(kind, handOver, UnipileAccount.Dialect.V1);
    }

    SandboxOutreach(TouchKind kind, String handOver, UnipileAccount.Dialect dialect) {
        this.kind = kind;
        this.handOver = handOver;
        this.vendor = new SandboxVendor(dialect);
        this.seat = vendor.seat();
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    private LinkedInCommand act(String name) {
        LinkedInCommand act = LinkedInCommands.act(SandboxVendor.CLIENT, seat, kind, name);
        if (kind == TouchKind.LI_MESSAGE) {
            vendor.sandbox.befriend(seat, act.profile().slug());
        }
        return act;
    }

    @Override
    protected World<LinkedInCommand> world() {
        return new SandboxWorld<>(
                vendor.sandbox, vendor.clock, vendor.unipile.outreach(), handOver, 422, Duration.ofMinutes(10)) {

            @Override
            public LinkedInCommand contact(String name) {
                return act(name);
            }

            @Override
            public List<String> reached(LinkedInCommand contact) {
                return vendor.reached(contact);
            }
        };
    }
}
