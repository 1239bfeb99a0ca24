package io.agencyos.adapters.in.rest.client;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.client.identity.TransferOwnership;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A client is handed over to another of its members, who confirms it. Source: api 2, 9.2. */
public final class OwnershipRoutes implements RouteGroup {

    private static final String TAG = "People";
    private static final UUID ID = UUID.fromString("019baaaa-0000-7000-8000-000000000005");

    private final TransferOwnership ownership;

    public OwnershipRoutes(TransferOwnership ownership) {
        this.ownership = ownership;
    }

    /**
     * Who shall be the owner.
     *
     * @param membershipId the id that the list of members shows
     */
    public record Named(UUID membershipId) {}

    /** The link is on its way. */
    public record OfferView(UUID membershipId, Instant expiresAt) {}

    /**
     * What the person is now.
     *
     * @param role what the person may do at this client
     */
    public record OwnerView(UUID clientId, Role role) {}

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.post(
                                Route.C + "/ownership-transfers",
                                "Mails a member the link that makes them owner, and you admin")
                        .tag(TAG)
                        .role(Role.OWNER)
                        .idempotent()
                        .body(Named.class, new Named(ID))
                        .answers(OfferView.class, new OfferView(ID, Instant.parse("2026-01-24T02:15:04.120Z")))
                        .problems(ProblemCode.NOT_ELIGIBLE)
                        .handledBy(this::offer),
                Route.post("/api/v1/me/ownership-transfers/{token}/accept", "Takes over a client")
                        .tag(TAG)
                        .signedIn()
                        .answers(OwnerView.class, new OwnerView(ID, Role.OWNER))
                        .problems(ProblemCode.LINK_EXPIRED, ProblemCode.NOT_FOUND)
                        .handledBy(this::accept));
    }

    private Reply<OfferView> offer(Call<Named> call) {
        UUID member = call.body().membershipId();
        return switch (ownership.offer(call.scope(), new UserId(member), call.origin())) {
            case TransferOwnership.Offer.Sent(Instant until) -> Reply.ok(new OfferView(member, until));
            case TransferOwnership.Offer.NotFound() -> Reply.notFound();
            case TransferOwnership.Offer.NotEligible() ->
                Reply.refused(ProblemCode.NOT_ELIGIBLE, "The member is an owner already, or this is a test twin.");
        };
    }

    private Reply<OwnerView> accept(Call<None> call) {
        return switch (ownership.accept(new SecretText(call.text("token")), call.principal(), call.origin())) {
            case TransferOwnership.Answer.Transferred(ClientId client) ->
                Reply.ok(new OwnerView(client.value(), Role.OWNER));
            case TransferOwnership.Answer.NotYours() -> Reply.notFound();
            case TransferOwnership.Answer.LinkExpired() ->
                Reply.refused(Problem.of(ProblemCode.LINK_EXPIRED, "The link was used, or it is too old."));
        };
    }
}
