package io.agencyos.adapters.out.memory.resource;

import io.agencyos.application.resource.seat.SeatLinking;
import io.agencyos.domain.resource.SeatAccount;
import io.agencyos.domain.resource.SeatEvent;
import io.agencyos.domain.shared.ClientId;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A service that links accounts, with knobs for what it answers next. */
public final class FakeSeatLinking implements SeatLinking {

    private record Key(ClientId client, String ref) {}

    private final Map<Key, Shown> accounts = new ConcurrentHashMap<>();
    private final List<Wish> links = new ArrayList<>();
    private @Nullable VendorFailure trouble;

    /** The account's owner has signed in on the service's page. */
    public void signedIn(ClientId client, SeatAccount account) {
        accounts.put(new Key(client, account.ref()), new Shown(account, new SeatEvent.Connected(account)));
    }

    /** What the service says of the account from now on. */
    public void says(ClientId client, SeatAccount account, SeatEvent event) {
        accounts.put(new Key(client, account.ref()), new Shown(account, event));
    }

    /** Every call fails like this until it is null again. */
    public void fail(@Nullable VendorFailure failure) {
        trouble = failure;
    }

    /** The links that were asked for, the oldest first. */
    public List<Wish> links() {
        return List.copyOf(links);
    }

    @Override
    public Result<URI, VendorFailure> createLink(Wish wish) {
        if (trouble != null) {
            return Result.err(trouble);
        }
        links.add(wish);
        return Result.ok(URI.create("https://link.example/" + links.size()));
    }

    @Override
    public Result<Shown, VendorFailure> account(ClientId client, String ref) {
        if (trouble != null) {
            return Result.err(trouble);
        }
        Shown shown = accounts.get(new Key(client, ref));
        return shown == null
                ? Result.err(new VendorFailure.NotFound(
                        VendorFailure.Details.of("fake", "account", "There is no such account.")))
                : Result.ok(shown);
    }

    @Override
    public Result<Boolean, VendorFailure> remove(ClientId client, String ref) {
        if (trouble != null) {
            return Result.err(trouble);
        }
        return Result.ok(accounts.remove(new Key(client, ref)) != null);
    }
}
