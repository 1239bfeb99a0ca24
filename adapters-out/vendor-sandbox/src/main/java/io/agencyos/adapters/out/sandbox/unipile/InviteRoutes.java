package io.agencyos.adapters.out.sandbox.unipile;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.truth.PlantedTruth;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** U4 and U6 to U9: profiles, invitations, connections. */
final class InviteRoutes {

    private static final Duration BARRED = Duration.ofDays(21);
    /** What LinkedIn takes from one account in a day. */
    private static final int MOST_IN_A_DAY = 100;

    private static final int MOST_POSTS = 3;

    private final Unipile vendor;
    private final ChatRoutes chats;

    InviteRoutes(Unipile vendor, ChatRoutes chats) {
        this.vendor = vendor;
        this.chats = chats;
    }

    void register(Router router) {
        router.write("POST", Unipile.API + "/users/invite", this::invite);
        router.read(
                Unipile.API + "/users/invite/sent",
                request -> vendor.seat(request)
                        .map(seat -> Unipile.page(
                                request,
                                seat.pending.values().stream()
                                        .map(InviteRoutes::shown)
                                        .toList()))
                        .orElseGet(() -> Unipile.refused(404, "resource_not_found")));
        router.write("DELETE", Unipile.API + "/users/invite/sent/{id}", this::withdraw);
        router.read(Unipile.API + "/users/relations", this::relations);
        // changes nothing but that the person's id is known from then on, which has to be remembered
        router.write("GET", Unipile.API + "/users/{who}", this::user);
        router.read(
                Unipile.API + "/users/{who}/posts",
                request -> vendor.human(request.path("who"))
                        .map(human -> Unipile.page(request, posts(human)))
                        .orElseGet(() -> Unipile.refused(404, "resource_not_found")));
        router.write("POST", "/_sandbox/linkedin/relations", request -> {
            Body body = request.body();
            connect(
                    vendor.seats.get(body.required("seat")),
                    vendor.human(body.required("slug")).orElseThrow());
            return Response.noContent();
        });
    }

    /** What a person wrote last: nothing, or one to three posts some weeks apart; people keep their habits. */
    List<Map<String, @Nullable Object>> posts(Human human) {
        int many = Math.floorMod(human.slug().hashCode(), MOST_POSTS + 1);
        return IntStream.range(0, many)
                .mapToObj(number -> Json.object(
                        "object",
                        "Post",
                        "text",
                        "What " + (number + 1) + " weeks of work with customers taught us",
                        "parsed_datetime",
                        vendor.world
                                .now()
                                .minus(Duration.ofDays(
                                        17L * number + human.slug().length()))
                                .toString(),
                        "reaction_counter",
                        number,
                        "comment_counter",
                        0,
                        "repost_counter",
                        0,
                        "is_repost",
                        false))
                .toList();
    }

    private Response user(Request request) {
        return vendor.seat(request)
                .map(seat -> user(seat, request.path("who")))
                .orElseGet(() -> Unipile.refused(404, "resource_not_found"));
    }

    /** A person as the seat sees it. */
    Response user(Seat seat, String who) {
        Optional<Human> human = vendor.human(who);
        if (human.isEmpty()) {
            return Unipile.refused(404, "resource_not_found");
        }
        boolean connected = seat.relations.containsKey(human.get());
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(Json.object(
                "object",
                "UserProfile",
                "provider",
                "LINKEDIN",
                "provider_id",
                human.get().providerId(),
                "public_identifier",
                human.get().slug(),
                "is_relationship",
                connected,
                "network_distance",
                connected ? "FIRST_DEGREE" : "SECOND_DEGREE"));
        if (waiting(seat, human.get()).isPresent()) {
            shown.put("invitation", Json.object("type", "SENT", "status", "PENDING"));
        }
        return Response.ok(shown);
    }

    private static Optional<Seat.Invitation> waiting(Seat seat, Human human) {
        return seat.pending.values().stream()
                .filter(invitation -> invitation.who().equals(human))
                .findFirst();
    }

    private Response invite(Request request) {
        Body body = request.body();
        Seat seat = vendor.seats.get(body.required("account_id"));
        String person = body.required("provider_id");
        return seat == null
                ? Unipile.refused(404, "resource_not_found")
                : invite(seat, person, body.text("message").orElse(""));
    }

    Response invite(Seat seat, String person, String note) {
        Optional<Human> human = vendor.human(person);
        if (!seat.status.equals("OK")) {
            return Unipile.refused(401, "disconnected_account");
        }
        if (human.isEmpty()) {
            return Unipile.refused(422, "invalid_recipient");
        }
        return refusal(seat, human.get()).orElseGet(() -> take(seat, human.get(), note));
    }

    /** The invitation that the seat sent last. */
    String latest(Seat seat) {
        return seat.pending.keySet().stream().reduce((one, next) -> next).orElseThrow();
    }

    private Optional<Response> refusal(Seat seat, Human human) {
        Instant now = vendor.world.now();
        if (seat.relations.containsKey(human)) {
            return Optional.of(Unipile.refused(422, "already_connected"));
        }
        if (waiting(seat, human).isPresent()) {
            return Optional.of(Unipile.refused(422, "already_invited_recently"));
        }
        Instant withdrawn = seat.withdrawn.get(human.providerId());
        if (withdrawn != null && withdrawn.plus(BARRED).isAfter(now)) {
            return Optional.of(Unipile.refused(422, "cannot_resend_yet"));
        }
        seat.invited.removeIf(at -> at.plus(Duration.ofDays(1)).isBefore(now));
        return seat.invited.size() >= MOST_IN_A_DAY
                ? Optional.of(Unipile.refused(422, "cannot_resend_yet"))
                : Optional.empty();
    }

    private Response take(Seat seat, Human human, String note) {
        Instant now = vendor.world.now();
        String id = "71" + Math.abs(vendor.world.dice().hash("invitation", seat.id, human.providerId(), now));
        seat.pending.put(id, new Seat.Invitation(id, human, note, now));
        seat.invited.add(now);
        vendor.world
                .ledger()
                .add(LedgerRow.contact(
                        LedgerRow.Kind.INVITATION,
                        "unipile",
                        now,
                        seat.id,
                        human.reader().address(),
                        note,
                        "",
                        seat.id,
                        human.providerId(),
                        id));
        if (vendor.world.dice().hits(PlantedTruth.ACCEPTS, "accepts", seat.id, human.slug())) {
            int minutes = vendor.world.dice().between(90, 72 * 60, "accept-lag", id);
            vendor.world.act(now.plus(Duration.ofMinutes(minutes)), "invitation " + id, () -> {
                if (seat.pending.containsKey(id)) {
                    connect(seat, human);
                }
            });
        }
        return Response.created(Json.object("object", "UserInvitationSent", "invitation_id", id, "usage", 4));
    }

    boolean waits(Seat seat, Human human) {
        return waiting(seat, human).isPresent();
    }

    /** The two are connected, and the vendor finds out at once. */
    void accepted(Seat seat, Human human) {
        connect(seat, human, 0);
    }

    /** The two are connected; the vendor finds out within eight hours. */
    private void connect(Seat seat, Human human) {
        connect(seat, human, vendor.world.dice().between(1, 8 * 60, "found-out", seat.id, human.slug()));
    }

    private void connect(Seat seat, Human human, int minutes) {
        Optional<Seat.Invitation> taken = waiting(seat, human);
        taken.ifPresent(invitation -> seat.pending.remove(invitation.id()));
        seat.relations.put(human, vendor.world.now());
        taken.map(Seat.Invitation::note)
                .filter(note -> !note.isBlank())
                .ifPresent(note -> chats.note(seat, human, note));
        vendor.world.schedule(
                vendor.world.now().plus(Duration.ofMinutes(minutes)),
                "relation " + human.slug(),
                () -> vendor.tell(
                        "users",
                        human.providerId(),
                        "new_relation",
                        Json.object(
                                "event",
                                "new_relation",
                                "account_id",
                                seat.id,
                                "account_type",
                                "LINKEDIN",
                                "user_full_name",
                                human.reader().name(),
                                "user_provider_id",
                                human.providerId(),
                                "user_public_identifier",
                                human.slug())));
    }

    private Response withdraw(Request request) {
        return vendor.seat(request)
                .map(seat -> withdraw(seat, request.path("id")))
                .orElseGet(() -> Unipile.refused(404, "resource_not_found"));
    }

    Response withdraw(Seat seat, String id) {
        Seat.Invitation gone = seat.pending.remove(id);
        if (gone == null) {
            return Unipile.refused(404, "resource_not_found");
        }
        seat.withdrawn.put(gone.who().providerId(), vendor.world.now());
        return Response.ok(Json.object("object", "InvitationWithdrawn"));
    }

    private Response relations(Request request) {
        Optional<Seat> seat = vendor.seat(request);
        if (seat.isEmpty()) {
            return Unipile.refused(404, "resource_not_found");
        }
        List<?> newestFirst = seat.get().relations.entrySet().stream()
                .sorted(Map.Entry.<Human, Instant>comparingByValue(Comparator.reverseOrder()))
                .map(entry -> Json.object(
                        "object",
                        "UserRelation",
                        "member_id",
                        entry.getKey().providerId(),
                        "public_identifier",
                        entry.getKey().slug(),
                        "created_at",
                        entry.getValue().toEpochMilli()))
                .toList();
        return Unipile.page(request, newestFirst);
    }

    private static Map<String, @Nullable Object> shown(Seat.Invitation invitation) {
        return Json.object(
                "object",
                "InvitationSent",
                "id",
                invitation.id(),
                "invited_user_id",
                invitation.who().providerId(),
                "invited_user_public_id",
                invitation.who().slug(),
                "parsed_datetime",
                invitation.at(),
                "invitation_text",
                invitation.note());
    }
}
