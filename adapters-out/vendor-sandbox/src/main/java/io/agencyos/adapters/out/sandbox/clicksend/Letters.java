package io.agencyos.adapters.out.sandbox.clicksend;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.population.Recipient;
import io.agencyos.adapters.out.sandbox.world.World;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * C14 to C17, as an old account has them: letters and postcards are queued, dispatched after some hours, and nothing is pushed. What is
 * sent twice is carried twice, for the vendor looks at no key.
 */
final class Letters {

    private static final String POST = ClickSend.PATH + "/v3/post/";
    private static final Map<String, BigDecimal> PRICES =
            Map.of("letters", new BigDecimal("2.5000"), "postcards", new BigDecimal("1.5000"));
    private static final Duration UNTIL_DISPATCHED = Duration.ofHours(9);
    private static final Duration KEPT = Duration.ofMinutes(10);

    private record Upload(String content, Instant at) {}

    /** One piece that was taken. */
    private static final class Piece {

        private final Body recipient;
        private final Instant takenAt;
        private String status = "queued";

        private Piece(Body recipient, Instant takenAt) {
            this.recipient = recipient;
            this.takenAt = takenAt;
        }

        private Map<String, @Nullable Object> shown() {
            Map<String, @Nullable Object> shown = new LinkedHashMap<>(recipient.values());
            shown.put("status", status);
            shown.put("date_added", takenAt.getEpochSecond());
            return shown;
        }
    }

    private final World world;
    private final List<Map<String, @Nullable Object>> senders = new ArrayList<>();
    private final Map<String, Upload> uploads = new LinkedHashMap<>();
    private final Map<String, List<Piece>> pieces = new LinkedHashMap<>();

    Letters(World world) {
        this.world = world;
    }

    void register(Router router) {
        router.read(POST + "return-addresses", request -> ClickSend.list(request, senders));
        router.write("POST", POST + "return-addresses", this::addSender);
        router.write("POST", ClickSend.PATH + "/v3/uploads", this::upload);
        PRICES.forEach((kind, price) -> {
            pieces.put(kind, new ArrayList<>());
            // asks only, but a client that posts it must find a route that takes posts
            router.free("POST", POST + kind + "/price", request -> answer(kind, recipients(request)));
            router.write("POST", POST + kind + "/send", request -> send(kind, request));
            router.read(
                    POST + kind + "/history",
                    request -> ClickSend.list(
                            request,
                            pieces.get(kind).reversed().stream()
                                    .map(Piece::shown)
                                    .toList()));
        });
    }

    private Response addSender(Request request) {
        Map<String, @Nullable Object> sender =
                new LinkedHashMap<>(request.body().values());
        sender.put("return_address_id", senders.size() + 1);
        senders.add(sender);
        return ClickSend.success(sender);
    }

    private Response upload(Request request) {
        String url = "https://files.example/uploads/" + (uploads.size() + 1);
        byte[] content = Base64.getDecoder().decode(request.body().required("content"));
        uploads.put(url, new Upload(new String(content, StandardCharsets.UTF_8), world.now()));
        return ClickSend.success(Json.object("_url", url));
    }

    private static List<Body> recipients(Request request) {
        return request.body().bodies("recipients");
    }

    private Response send(String kind, Request request) {
        Body order = request.body();
        if (kind.equals("letters") && isForgotten(order.required("file_url"))) {
            return ClickSend.refused(400, "BAD_REQUEST", "the file is not there any more");
        }
        recipients(request).forEach(recipient -> take(kind, order, recipient));
        return answer(kind, recipients(request));
    }

    /** What lies elsewhere is taken to be there. */
    private boolean isForgotten(String url) {
        Upload upload = uploads.get(url);
        return upload != null && !world.now().isBefore(upload.at().plus(KEPT));
    }

    private void take(String kind, Body order, Body recipient) {
        Piece piece = new Piece(recipient, world.now());
        pieces.get(kind).add(piece);
        world.ledger().add(row(LedgerRow.Kind.TAKEN, kind, order, recipient));
        world.schedule(world.now().plus(UNTIL_DISPATCHED), "letter " + recipient.required("custom_string"), () -> {
            piece.status = "dispatched";
            world.ledger().add(row(LedgerRow.Kind.LETTER, kind, order, recipient));
        });
    }

    private LedgerRow row(LedgerRow.Kind row, String kind, Body order, Body to) {
        String house = Stream.of("address_line_1", "address_line_2", "address_city", "address_state")
                .flatMap(name -> to.text(name).stream())
                .collect(Collectors.joining(", "));
        Recipient reader = world.population().livingAs(to.required("address_name"), "", house);
        String url = order.text("file_url").orElse(kind);
        Upload upload = uploads.get(url);
        return LedgerRow.contact(
                row,
                "clicksend",
                world.now(),
                ClickSend.USERNAME,
                reader.address(),
                upload == null ? url : upload.content(),
                to.required("custom_string"),
                "return address " + to.number("return_address_id").orElse(0),
                house,
                to.required("custom_string"));
    }

    private static Response answer(String kind, List<Body> recipients) {
        BigDecimal total = PRICES.getOrDefault(kind, BigDecimal.ZERO).multiply(BigDecimal.valueOf(recipients.size()));
        return ClickSend.success(Json.object(
                "total_price",
                total,
                "queued_count",
                recipients.size(),
                "recipients",
                recipients.stream().map(Letters::echo).toList(),
                "_currency",
                Json.object("currency_name_short", "AUD")));
    }

    private static Map<String, @Nullable Object> echo(Body recipient) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>(recipient.values());
        shown.put("status", "SUCCESS");
        return shown;
    }
}
