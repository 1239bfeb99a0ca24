package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.channel.VoiceLines;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A caller's numbers in memory; whose clients it has is told to it. Thread-safe. */
public final class FakeVoiceLines implements VoiceLines {

    private static final String VENDOR = "fake-voice";

    private record Key(ClientId client, PhoneNumber number) {}

    private final Set<ClientId> accounts;
    private final Map<Key, String> lines = new HashMap<>();
    private boolean down;

    /** @param accounts who has an account there */
    public FakeVoiceLines(Set<ClientId> accounts) {
        this.accounts = Set.copyOf(accounts);
    }

    /** From now on nobody is answered. */
    public synchronized void breakDown() {
        down = true;
    }

    @Override
    public synchronized Result<String, VendorFailure> line(ClientId client, PhoneNumber number) {
        String reason = "the vendor does not have this number";
        return asked(client, "numbers")
                .flatMap(known -> Optional.ofNullable(lines.get(new Key(client, number)))
                        .<Result<String, VendorFailure>>map(Result::ok)
                        .orElseGet(() -> Result.err(
                                new VendorFailure.Invalid(Details.of(VENDOR, "numbers", reason), "line", reason))));
    }

    @Override
    public synchronized Result<String, VendorFailure> bring(ClientId client, PhoneNumber number, Carrier carrier) {
        return asked(client, "bring")
                .map(known -> lines.computeIfAbsent(new Key(client, number), first -> "line-" + (lines.size() + 1)));
    }

    private Result<ClientId, VendorFailure> asked(ClientId client, String operation) {
        if (!accounts.contains(client)) {
            return Result.err(new VendorFailure.Unauthorized(Details.of(VENDOR, operation, "no account")));
        }
        return down
                ? Result.err(new VendorFailure.Unavailable(Details.of(VENDOR, operation, "unavailable")))
                : Result.ok(client);
    }
}
