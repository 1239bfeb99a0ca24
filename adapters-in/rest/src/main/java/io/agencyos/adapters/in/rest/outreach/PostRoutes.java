package io.agencyos.adapters.in.rest.outreach;

import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Page;
import io.agencyos.adapters.in.http.route.Paging;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.route.Sorting;
import io.agencyos.adapters.in.rest.outreach.PostJson.AccountShown;
import io.agencyos.adapters.in.rest.outreach.PostJson.AccountWish;
import io.agencyos.adapters.in.rest.outreach.PostJson.AddressShown;
import io.agencyos.adapters.in.rest.outreach.PostJson.House;
import io.agencyos.adapters.in.rest.outreach.PostJson.HouseWish;
import io.agencyos.adapters.in.rest.outreach.PostJson.LetterShown;
import io.agencyos.application.outreach.post.KeepPost;
import io.agencyos.application.outreach.post.PostPieces;
import io.agencyos.application.outreach.stop.KeepHouses;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Letters: whether a client writes them, where leads live, what became of them. Source: outreach 12, vendors/direct-mail. */
public final class PostRoutes implements RouteGroup {

    private static final String TAG = "Post";
    private static final String ACCOUNT = Route.C + "/post";
    private static final String HOUSE = Route.C + "/leads/{id}/postal-address";

    private final KeepPost post;
    private final KeepHouses houses;

    public PostRoutes(KeepPost post, KeepHouses houses) {
        this.post = post;
        this.houses = houses;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(ACCOUNT, "Whether and by what letters are written")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(AccountShown.class, AccountShown.EXAMPLE)
                        .handledBy(call -> Reply.ok(AccountShown.of(post.show(call.scope())))),
                Route.put(ACCOUNT, "Switches letters on or off, and says what a month may cost")
                        .tag(TAG)
                        .role(Role.ADMIN)
                        .body(AccountWish.class, AccountWish.EXAMPLE)
                        .answers(AccountShown.class, AccountShown.EXAMPLE)
                        .handledBy(this::keep),
                Route.get(Route.C + "/letters", "Letters that were ordered and where they are, latest first")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .params(Param.id("lead_id"))
                        .lists(LetterShown.class, Sorting.of("-ordered_at"), LetterShown.EXAMPLE)
                        .handledBy(this::letters),
                Route.get(HOUSE, "Where a lead is written to")
                        .tag(TAG)
                        .role(Role.VIEWER)
                        .answers(AddressShown.class, AddressShown.EXAMPLE)
                        .handledBy(call -> houses.ofLead(call.scope(), lead(call))
                                .<Reply<AddressShown>>map(house -> Reply.ok(AddressShown.of(house)))
                                .orElseGet(Reply::notFound)),
                Route.put(HOUSE, "Another address of a lead; the post is asked whether it arrives")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .body(HouseWish.class, HouseWish.EXAMPLE)
                        .answers(AddressShown.class, AddressShown.EXAMPLE)
                        .handledBy(this::house),
                Route.post(HOUSE + "/opt-out", "The lead wants no more letters; other channels go on")
                        .tag(TAG)
                        .role(Role.MEMBER)
                        .answers(AddressShown.class, AddressShown.EXAMPLE)
                        .handledBy(call -> told(call, houses.optOut(call.scope(), lead(call), call.origin()))));
    }

    private static LeadId lead(Call<?> call) {
        return call.id("id", LeadId::new);
    }

    private Reply<AccountShown> keep(Call<AccountWish> call) {
        return switch (post.keep(call.scope(), call.body().wish(), call.origin())) {
            case KeepPost.Outcome.Kept(KeepPost.Shown shown) -> Reply.ok(AccountShown.of(shown));
            case KeepPost.Outcome.Invalid(var problems) ->
                Reply.invalid(problems.stream().map(FieldError::of).toList());
            case KeepPost.Outcome.RoleRequired refused ->
                Reply.refused(Problem.roleRequired(
                        Role.ADMIN.wire(), call.scope().role().wire()));
        };
    }

    private Reply<Page<LetterShown>> letters(Call<None> call) {
        PostPieces.After after = call.paging()
                .after()
                .map(position ->
                        new PostPieces.After(Instant.parse(position.keys().getFirst()), new TouchId(position.id())))
                .orElse(null);
        LeadId lead =
                call.query().ids("lead_id", LeadId::new).stream().findFirst().orElse(null);
        List<KeepPost.Letter> rows =
                post.letters(call.scope(), lead, after, call.paging().limit() + 1);
        return Reply.ok(Page.of(
                rows,
                call.paging(),
                LetterShown::of,
                letter -> new Paging.Position(
                        List.of(Json.instant(letter.piece().orderedAt())),
                        letter.piece().touch().value())));
    }

    private Reply<AddressShown> house(Call<HouseWish> call) {
        HouseWish wish = call.body();
        return told(
                call, houses.keep(call.scope(), lead(call), wish.address().house(), wish.confirmed(), call.origin()));
    }

    private static Reply<AddressShown> told(Call<?> call, KeepHouses.Outcome outcome) {
        return switch (outcome) {
            case KeepHouses.Outcome.Kept(KeepHouses.House house) -> Reply.ok(AddressShown.of(house));
            case KeepHouses.Outcome.NotFound gone -> Reply.notFound();
            case KeepHouses.Outcome.Invalid(var problems) ->
                Reply.invalid(problems.stream()
                        .map(problem -> FieldError.of("/address/" + problem.path(), problem.code(), problem.reason()))
                        .toList());
            case KeepHouses.Outcome.Corrected(var better) ->
                Reply.invalid(List.of(new FieldError(
                        "/address",
                        "address_corrected",
                        "The post writes it otherwise: take that, or confirm yours.",
                        Map.of("corrected", House.of(better)))));
            case KeepHouses.Outcome.RoleRequired refused ->
                Reply.refused(Problem.roleRequired(
                        Role.MEMBER.wire(), call.scope().role().wire()));
        };
    }
}
