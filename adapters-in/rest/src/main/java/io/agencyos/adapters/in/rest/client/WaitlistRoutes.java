package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.RateLimit;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.application.client.identity.KeepWaitlist;
import io.agencyos.application.client.identity.store.Waitlist;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People who ask to be let in. Source: api 9.1, 9.17. */
public final class WaitlistRoutes implements RouteGroup {

    private static final int ACCEPTED = 202;
    private static final String ALL = Route.P + "/waitlist";
    private static final View EXAMPLE = new View(
            UUID.fromString("019baaaa-0000-7000-8000-000000000060"),
            "sam@agency.example",
            "Northlight",
            "a friend",
            Instant.parse("2026-03-02T00:00:00Z"),
            null);

    private final KeepWaitlist use;

    public WaitlistRoutes(KeepWaitlist use) {
        this.use = use;
    }

    /**
     * Somebody who wants to be told when accounts can be opened.
     *
     * @param email where news of the waiting list is sent
     * @param source where they heard of the product, in their own words; null where they did not say
     * @param website is left empty by people, who do not see it
     */
    record Join(
            @Text(max = 254) String email,
            @Text(max = 200) @Nullable String agencyName,
            @Text(max = 200) @Nullable String source,
            @Text(min = 0, max = 200) @Nullable String website) {}

    /**
     * Somebody on the waiting list.
     *
     * @param email where news of the waiting list is sent
     * @param source where they heard of the product, in their own words; null where they did not say
     * @param invitedAt when somebody invited them; null while nobody has
     */
    record View(
            UUID id,
            String email,
            @Nullable String agencyName,
            @Nullable String source,
            Instant createdAt,
            @Nullable Instant invitedAt) {

        static View of(Waitlist.Entry entry) {
            return new View(
                    entry.id(),
                    entry.email().value(),
                    entry.agencyName(),
                    entry.source(),
                    entry.createdAt(),
                    entry.invitedAt());
        }
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post("/api/v1/public/waitlist", "Ask to be let in")
                        .tag("Plans")
                        .open()
                        .limited(RateLimit.WAITLIST)
                        .body(Join.class, new Join("sam@agency.example", "Northlight", "a friend", null))
                        .answers(ACCEPTED, None.class, None.NONE)
                        .handledBy(this::join),
                Route.get(ALL, "Who waits to be let in, the last who came first")
                        .tag("Platform")
                        .platformAdmin()
                        .lists(View.class, Sorting.of("-created_at"), EXAMPLE)
                        .handledBy(this::list),
                Route.post(ALL + "/{id}/invite", "Writes to somebody that they may sign up, once")
                        .tag("Platform")
                        .platformAdmin()
                        .answers(View.class, EXAMPLE)
                        .handledBy(call -> use.invite(call.principal().userId(), call.id("id", id -> id), call.origin())
                                .<Reply<View>>map(entry -> Reply.ok(View.of(entry)))
                                .orElseGet(Reply::notFound)));
    }

    /** The answer is the same whether the address is new or known. */
    private Reply<None> join(Call<Join> call) {
        Join wish = call.body();
        return RecoveryRoutes.withAddress(wish.email(), email -> {
            if (wish.website() == null || wish.website().isBlank()) {
                use.join(email, wish.agencyName(), wish.source());
            }
            return Reply.noContent().status(ACCEPTED);
        });
    }

    private Reply<Page<View>> list(Call<None> call) {
        Paging paging = call.paging();
        Waitlist.After after = paging.after()
                .map(position ->
                        new Waitlist.After(Instant.parse(position.keys().getFirst()), position.id()))
                .orElse(null);
        return Reply.ok(Page.of(
                use.list(after, paging.limit() + 1),
                paging,
                View::of,
                entry -> new Paging.Position(List.of(entry.createdAt().toString()), entry.id())));
    }
}
