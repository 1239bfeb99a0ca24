package io.agencyos.adapters.out.sandbox.post;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.population.Recipient;
import io.agencyos.adapters.out.sandbox.truth.PlantedTruth;
import io.agencyos.adapters.out.sandbox.world.Act;
import io.agencyos.adapters.out.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The office, in the contract of docs/guide/vendors/post-office.md: one account, two kinds of pieces, everybody's addresses. */
public final class PostOffice {

    /** Path under which the office answers, followed by its own paths. */
    public static final String PATH = "/post-office";

    /** The account's key. */
    public static final String KEY = "sandbox-key";

    static final String READY = "ready";

    private static final String PRINTING = "printing";
    private static final String CARRIED = "processed_for_delivery";

    private static final String V1 = PATH + "/v1";
    private static final Map<String, Integer> USUAL_CENTS = Map.of("letters", 250, "postcards", 150);
    private static final Duration UNTIL_PRINTED = Duration.ofHours(1);
    private static final Duration UNTIL_CARRIED = Duration.ofHours(8);
    private static final Duration UNTIL_THERE = Duration.ofDays(3);
    private static final Duration UNTIL_BACK = Duration.ofDays(6);

    private final World world;
    private final Map<String, Piece> pieces = new LinkedHashMap<>();
    private final Map<String, Integer> cents = new ConcurrentHashMap<>(USUAL_CENTS);

    public PostOffice(World world) {
        this.world = world;
    }

    /** Registers every route. */
    public void register(Router router) {
        for (String kind : List.of("letters", "postcards")) {
            router.write("POST", V1 + "/" + kind, request -> order(kind, request.body()));
            // asks only, but a client that posts it must find a route that takes posts
            router.free("POST", V1 + "/" + kind + "/price", request -> price(kind, request.body()));
        }
        router.read(V1 + "/pieces", this::list);
        router.read(V1 + "/pieces/{id}", request -> Response.ok(piece(request).shown()));
        router.write("DELETE", V1 + "/pieces/{id}", this::cancel);
        router.free("POST", V1 + "/addresses/verify", request -> verify(request.body()));
        router.read(V1 + "/account", request -> Response.ok(Json.object("name", "sandbox")));
        router.write("PUT", "/_sandbox/post/price", request -> {
            cents.put("letters", request.body().number("letters").orElseThrow());
            return Response.noContent();
        });
        router.write("PUT", "/_sandbox/post/pieces/{id}/return", request -> {
            move(piece(request), "returned");
            return Response.noContent();
        });
    }

    /** What becomes of this piece. */
    public Runnable told(Act act) {
        Piece piece = pieces.values().stream()
                .filter(one -> act.means(one.key, ""))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new Refusal(404, "this piece was not handed in yet"));
        return switch (act.kind()) {
            case "delivered" -> () -> arrived(piece, "completed");
            case "bounced" -> () -> arrived(piece, "returned");
            default -> throw new Refusal(409, "the post tells of nothing like this");
        };
    }

    /** Whether a request comes from the account. */
    public boolean admits(UnaryOperator<String> header) {
        return header.apply("x-api-key").equals(KEY);
    }

    private Response price(String kind, Body order) {
        checked(kind, order);
        return Response.ok(Json.object("cents", cents.get(kind)));
    }

    /** A key that was taken before names the piece that it named then. */
    private Response order(String kind, Body order) {
        checked(kind, order);
        String key = order.body("metadata").required("touch");
        Piece before = pieces.values().stream()
                .filter(piece -> piece.key.equals(key))
                .findFirst()
                .orElse(null);
        if (before != null) {
            return Response.ok(before.shown());
        }
        String id = "piece_" + world.dice().id("piece", key);
        Piece piece = new Piece(id, kind, key, order, cents.getOrDefault(kind, 0), world.now());
        pieces.put(id, piece);
        world.ledger().add(row(LedgerRow.Kind.TAKEN, piece));
        later(piece, UNTIL_PRINTED, () -> printed(piece));
        return Response.created(piece.shown());
    }

    private void checked(String kind, Body order) {
        Body to = order.body("to");
        boolean addressed = Stream.of("line1", "suburb", "state", "postcode")
                        .allMatch(name ->
                                to.text(name).filter(text -> !text.isBlank()).isPresent())
                && Stream.of("name", "company").anyMatch(name -> to.text(name).isPresent());
        if (!addressed) {
            throw new Refusal(422, "to is no address");
        }
        boolean printable = kind.equals("letters")
                ? order.text("html").isPresent() != order.text("pdf").isPresent()
                : order.text("front").isPresent() && order.text("back").isPresent();
        if (!printable) {
            throw new Refusal(422, "letter_source");
        }
    }

    private void later(Piece piece, Duration after, Runnable effect) {
        world.schedule(piece.createdAt.plus(after), "piece " + piece.id, effect);
    }

    private void printed(Piece piece) {
        if (piece.status().equals(READY)) {
            move(piece, PRINTING);
            later(piece, UNTIL_CARRIED, () -> carried(piece));
        }
    }

    /** From here on it reaches somebody, if only whoever lives there now. */
    private void carried(Piece piece) {
        if (!piece.status().equals(PRINTING)) {
            return;
        }
        move(piece, CARRIED);
        world.ledger().add(row(LedgerRow.Kind.LETTER, piece));
        boolean movedAway = world.dice().hits(PlantedTruth.MOVED_AWAY, "moved", address(piece));
        later(piece, movedAway ? UNTIL_BACK : UNTIL_THERE, () -> ended(piece, movedAway ? "returned" : "completed"));
    }

    /** Told to: whatever it was, it has been carried now. */
    private void arrived(Piece piece, String status) {
        if (piece.status().equals(READY) || piece.status().equals(PRINTING)) {
            world.ledger().add(row(LedgerRow.Kind.LETTER, piece));
        }
        move(piece, status);
    }

    private void ended(Piece piece, String status) {
        if (piece.status().equals(CARRIED)) {
            move(piece, status);
        }
    }

    private void move(Piece piece, String status) {
        piece.becomes(status, world.now());
    }

    private LedgerRow row(LedgerRow.Kind kind, Piece piece) {
        Body to = piece.order.body("to");
        Recipient reader = world.population()
                .livingAs(to.text("name").orElse(""), to.text("company").orElse(""), address(piece));
        return LedgerRow.contact(
                kind,
                "post-office",
                world.now(),
                "sandbox",
                reader.address(),
                piece.order.text("html").orElse(piece.kind),
                piece.key,
                piece.order.body("from").text("company").orElse(""),
                address(piece),
                piece.id);
    }

    private static String address(Piece piece) {
        Body to = piece.order.body("to");
        return Stream.of("line1", "suburb", "state", "postcode")
                .map(name -> to.text(name).orElse(""))
                .reduce((one, next) -> one + ", " + next)
                .orElse("");
    }

    private Response cancel(Request request) {
        Piece piece = piece(request);
        if (piece.status().equals("cancelled")) {
            return Response.ok(piece.shown());
        }
        if (!piece.status().equals(READY)) {
            throw new Refusal(409, "printing has begun");
        }
        move(piece, "cancelled");
        return Response.ok(piece.shown());
    }

    private Piece piece(Request request) {
        Piece piece = pieces.get(request.path("id"));
        if (piece == null) {
            throw new Refusal(404, "no such piece");
        }
        return piece;
    }

    private Response list(Request request) {
        String key = request.query("search").orElse("");
        Instant since = since(request);
        int skip = request.number("skip", 0, 0, 1_000_000);
        int limit = request.number("limit", 10, 1, 100);
        List<Map<String, @Nullable Object>> found = pieces.values().stream()
                .filter(piece -> key.isEmpty() || piece.key.equals(key))
                .filter(piece -> !piece.updatedAt().isBefore(since))
                .sorted(Comparator.comparing(Piece::updatedAt).thenComparing(piece -> piece.id))
                .map(Piece::shown)
                .toList();
        int from = Math.min(skip, found.size());
        return Response.ok(Json.object(
                "data",
                found.subList(from, Math.min(found.size(), from + limit)),
                "skip",
                skip,
                "limit",
                limit,
                "totalCount",
                found.size()));
    }

    private static Instant since(Request request) {
        try {
            return request.query("changedSince").map(Instant::parse).orElse(Instant.EPOCH);
        } catch (DateTimeParseException unreadable) {
            throw new Refusal(400, "changedSince is no moment");
        }
    }

    /** Nobody lives in Nowhere; a street that is cut short is written out. */
    private static Response verify(Body asked) {
        String line = asked.required("line1");
        if (line.contains("Nowhere")) {
            return Response.ok(Json.object("status", "failed"));
        }
        if (!line.endsWith(" St")) {
            return Response.ok(Json.object("status", "verified"));
        }
        Map<String, @Nullable Object> better = new LinkedHashMap<>(asked.values());
        better.put("line1", line + "reet");
        return Response.ok(Json.object("status", "corrected", "address", better));
    }
}
