package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.resource.seat.SeatLinking;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service that links accounts, with knobs for what it answers next; a link's token is the number of the link. */
public final class FakeSeatLinking implements SeatLinking {

    private static final LinkedInUrl PROFILE =
            LinkedInUrl.ofKey("in/sam-oduya-example").orElseThrow();

    private static final Duration LIFETIME = Duration.ofHours(2);

    private record Key(ClientId client, String ref) {}

    private final ClockPort clock;
    private final List<Request> links = new ArrayList<>();
    private final Map<Integer, String> used = new HashMap<>();
    private final Map<Key, SeatSignal> accounts = new HashMap<>();
    private @Nullable VendorFailure trouble;

    public FakeSeatLinking(ClockPort clock) {
        this.clock = clock;
    }

    /** Somebody signs in to this account on the page of the last link; answers the link's token. */
    public String signedIn(String ref) {
        accounts.put(new Key(links.getLast().client(), ref), SeatSignal.CONNECTED);
        return String.valueOf(links.size());
    }

    /** What the service says of the account from now on. */
    public void says(ClientId client, String ref, SeatSignal signal) {
        accounts.put(new Key(client, ref), signal);
    }

    /** Every call fails like this until it is null again. */
    public void fail(@Nullable VendorFailure failure) {
        trouble = failure;
    }

    /** The links that were asked for, the oldest first. */
    public List<Request> links() {
        return List.copyOf(links);
    }

    /** Whether the service holds this account. */
    public boolean holds(ClientId client, String ref) {
        return accounts.containsKey(new Key(client, ref));
    }

    @Override
    public Result<Link, VendorFailure> createLink(Request request) {
        if (trouble != null) {
            return Result.err(trouble);
        }
        links.add(request);
        URI page = URI.create("https://link.example/" + links.size());
        return Result.ok(new Link(page, clock.now().plus(LIFETIME)));
    }

    @Override
    public Result<Linked, VendorFailure> confirm(ClientId client, String token, String vendorRef) {
        if (trouble != null) {
            return Result.err(trouble);
        }
        int number = token.matches("[1-9][0-9]?") ? Integer.parseInt(token) : 0;
        boolean known = number >= 1
                && number <= links.size()
                && links.get(number - 1).client().equals(client)
                && holds(client, vendorRef);
        if (!known) {
            return Result.err(new VendorFailure.Invalid(details("confirm"), "token", "unknown"));
        }
        if (!used.getOrDefault(number, vendorRef).equals(vendorRef)) {
            accounts.remove(new Key(client, vendorRef));
            return Result.err(new VendorFailure.Conflict(details("confirm")));
        }
        used.put(number, vendorRef);
        return Result.ok(new Linked(links.get(number - 1).seat(), vendorRef, "Sam Oduya", PROFILE));
    }

    @Override
    public Result<SeatSignal, VendorFailure> state(ClientId client, String vendorRef) {
        if (trouble != null) {
            return Result.err(trouble);
        }
        SeatSignal signal = accounts.get(new Key(client, vendorRef));
        return signal == null ? Result.err(new VendorFailure.NotFound(details("state"))) : Result.ok(signal);
    }

    @Override
    public Result<Boolean, VendorFailure> remove(ClientId client, String vendorRef) {
        if (trouble != null) {
            return Result.err(trouble);
        }
        accounts.remove(new Key(client, vendorRef));
        return Result.ok(true);
    }

    private static VendorFailure.Details details(String operation) {
        return VendorFailure.Details.of("fake", operation, "");
    }
}
