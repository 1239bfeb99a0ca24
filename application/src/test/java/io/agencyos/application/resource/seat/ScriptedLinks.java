package io.agencyos.application.resource.seat;

import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service that links accounts, of which a test says what it answers. */
final class ScriptedLinks implements SeatLinking {

    private static final LinkedInUrl PROFILE =
            LinkedInUrl.ofKey("in/sam-oduya-example").orElseThrow();

    private final List<Request> wishes = new ArrayList<>();
    private final Map<String, SeatSignal> accounts = new HashMap<>();
    private @Nullable VendorFailure trouble;

    @Override
    public Result<Link, VendorFailure> createLink(Request wish) {
        wishes.add(wish);
        URI page = URI.create("https://link.example/" + wishes.size());
        return answer(new Link(page, Instant.parse("2026-03-01T15:00:00Z")));
    }

    @Override
    public Result<Linked, VendorFailure> confirm(ClientId client, String token, String ref) {
        return accounts.containsKey(ref)
                ? answer(new Linked(wishes.get(Integer.parseInt(token)).seat(), ref, "Sam Oduya", PROFILE))
                : Result.err(new VendorFailure.NotFound(VendorFailure.Details.of("links", "confirm", "none")));
    }

    @Override
    public Result<SeatSignal, VendorFailure> state(ClientId client, String ref) {
        return answer(accounts.getOrDefault(ref, SeatSignal.DISCONNECTED));
    }

    @Override
    public Result<Boolean, VendorFailure> remove(ClientId client, String ref) {
        if (trouble == null) {
            accounts.remove(ref);
        }
        return answer(true);
    }

    private <T> Result<T, VendorFailure> answer(T value) {
        return trouble == null ? Result.ok(value) : Result.err(trouble);
    }

    String lastToken() {
        return String.valueOf(wishes.size() - 1);
    }

    List<Request> wishes() {
        return wishes;
    }

    /** What the service holds, by its own id. */
    Map<String, SeatSignal> accounts() {
        return accounts;
    }

    void fail(@Nullable VendorFailure failure) {
        trouble = failure;
    }
}
