package io.agencyos.adapters.out.sandbox.unipile;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.world.Outgoing;
import java.util.LinkedHashMap;
import java.util.Map;

/** U1 to U3: the page that signs a seat in at once, the seats and how they stand. */
final class SeatRoutes {

    private record Link(String name, String notifyUrl, String reconnects) {}

    private final Unipile vendor;
    private final Map<String, Link> links = new LinkedHashMap<>();

    SeatRoutes(Unipile vendor) {
        this.vendor = vendor;
    }

    void register(Router router) {
        router.write("POST", Unipile.API + "/hosted/accounts/link", this::link);
        router.write("GET", Unipile.LOGIN + "/{link}", this::signIn);
        router.read(
                Unipile.API + "/accounts",
                request -> Unipile.page(
                        request, vendor.seats.values().stream().map(Seat::shown).toList()));
        router.read(Unipile.API + "/accounts/{id}", request -> {
            Seat seat = vendor.seats.get(request.path("id"));
            return seat == null ? Unipile.refused(404, "resource_not_found") : Response.ok(seat.shown());
        });
        router.write(
                "DELETE",
                Unipile.API + "/accounts/{id}",
                request -> vendor.seats.remove(request.path("id")) == null
                        ? Unipile.refused(404, "resource_not_found")
                        : Response.ok(Json.object("object", "AccountDeleted")));
        router.read(
                Unipile.API + "/users/me",
                request -> vendor.seat(request)
                        .map(seat -> Response.ok(Json.object(
                                "object", "AccountOwnerProfile", "provider_id", seat.providerId, "premium", false)))
                        .orElseGet(() -> Unipile.refused(404, "resource_not_found")));
        router.write("PUT", "/_sandbox/linkedin/seats/{id}", this::flip);
    }

    /** The page that a link of either dialect leads to. */
    String page(String name, String notifyUrl, String reconnects) {
        String id = vendor.world.dice().id("link", links.size(), name);
        links.put(id, new Link(name, notifyUrl, reconnects));
        return vendor.page(Unipile.LOGIN + "/" + id);
    }

    private Response link(Request request) {
        Body body = request.body();
        String expires = body.required("expiresOn");
        if (!expires.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z")) {
            return Unipile.refused(400, "invalid_parameters");
        }
        return Response.created(Json.object(
                "object",
                "HostedAuthURL",
                "url",
                page(
                        body.required("name"),
                        body.required("notify_url"),
                        body.text("reconnect_account").orElse(""))));
    }

    /**
     * Whoever opens the page is signed in at once; each visit of a link for a new seat makes another one. Its id is made of
     * nothing that the link carries: what people do hangs on it, and a link is signed with a key that no two installations
     * share.
     */
    private Response signIn(Request request) {
        Link link = links.get(request.path("link"));
        if (link == null) {
            return Unipile.refused(404, "resource_not_found");
        }
        boolean again = vendor.seats.containsKey(link.reconnects());
        String id = again
                ? link.reconnects()
                : "acc_" + vendor.world.dice().id("seat", vendor.seats.size(), vendor.world.now());
        Seat seat = vendor.seats.computeIfAbsent(
                id,
                fresh -> new Seat(
                        fresh, "ACoAA" + vendor.world.dice().id("owner", fresh), "Sam Oduya", vendor.world.now()));
        seat.status = "OK";
        Map<String, ?> callback = Json.object(
                "status", again ? "RECONNECTED" : "CREATION_SUCCESS", "account_id", id, "name", link.name());
        if (!link.notifyUrl().isEmpty()) {
            vendor.world.call(
                    new Outgoing(id, link.notifyUrl(), "application/json", Json.write(callback), at -> Map.of()));
        }
        return Response.ok(callback);
    }

    /** A seat loses or regains what it needs. */
    private Response flip(Request request) {
        Seat seat = vendor.seats.get(request.path("id"));
        if (seat == null) {
            return Unipile.refused(404, "resource_not_found");
        }
        seat.status = request.body().required("status");
        vendor.tell(
                "account_status",
                seat.id,
                seat.status + vendor.world.now(),
                Json.object(
                        "AccountStatus",
                        Json.object("account_id", seat.id, "account_type", "LINKEDIN", "message", seat.status)));
        return Response.noContent();
    }
}
