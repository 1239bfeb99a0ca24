package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.resource.MailboxWarmUp;
import io.agencyos.domain.resource.MailboxWarmth;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.EmailAddress;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service that measures what it is told to measure. Thread-safe. */
public final class FakeWarmUp implements MailboxWarmUp {

    private static final String VENDOR = "fake-warm-up";

    private final Map<ClientId, Map<EmailAddress, MailboxWarmth>> measured = new LinkedHashMap<>();
    private boolean down;

    /** From now on this is what is measured of the mailbox. */
    public synchronized void measures(ClientId client, MailboxWarmth warmth) {
        measured.computeIfAbsent(client, first -> new LinkedHashMap<>()).put(warmth.mailbox(), warmth);
    }

    /** From now on nobody is answered. */
    public synchronized void breakDown() {
        down = true;
    }

    @Override
    public synchronized Result<List<MailboxWarmth>, VendorFailure> statuses(ClientId client) {
        return down
                ? Result.err(unavailable())
                : Result.ok(List.copyOf(measured.getOrDefault(client, Map.of()).values()));
    }

    @Override
    public synchronized Result<MailboxWarmth, VendorFailure> status(ClientId client, EmailAddress mailbox) {
        if (down) {
            return Result.err(unavailable());
        }
        MailboxWarmth warmth = measured.getOrDefault(client, Map.of()).get(mailbox);
        return warmth == null
                ? Result.err(new VendorFailure.NotFound(Details.of(VENDOR, "warm-up", "no such mailbox")))
                : Result.ok(warmth);
    }

    private static VendorFailure unavailable() {
        return new VendorFailure.Unavailable(Details.of(VENDOR, "warm-up", "unavailable"));
    }
}
