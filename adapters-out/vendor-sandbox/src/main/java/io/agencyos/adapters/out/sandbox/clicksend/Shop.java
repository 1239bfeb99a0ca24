package io.agencyos.adapters.out.sandbox.clicksend;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Numbers that the account has, and some for sale from the block that nobody can be called at. */
final class Shop {

    private static final String PATH = ClickSend.PATH;
    private static final String MONTHLY = "20.7100";
    private static final int FOR_SALE = 130;
    private static final Duration REGISTERED_AFTER = Duration.ofDays(3);

    private final Set<String> owned = new LinkedHashSet<>(List.of(ClickSend.NUMBER));

    private final Map<String, Instant> tags = new LinkedHashMap<>();
    private final World world;

    Shop(World world) {
        this.world = world;
    }

    boolean owns(String number) {
        return owned.contains(number);
    }

    /** The number that texts come to that are meant for nobody in particular. */
    String first() {
        return owned.iterator().next();
    }

    void register(Router router) {
        router.write("PUT", "/_sandbox/texts/numbers/{number}", request -> {
            // whoever has the account says which number it came with; one that it has already changes nothing
            if (!owned.contains(request.path("number"))) {
                owned.clear();
                owned.add(request.path("number"));
            }
            return Response.noContent();
        });
        router.read(
                PATH + "/v3/alpha-tags",
                request -> ClickSend.list(
                        request, tags.keySet().stream().map(this::tag).toList()));
        router.write("POST", PATH + "/v3/alpha-tags", this::wish);
        router.read(PATH + "/v3/numbers", request -> ClickSend.list(request, shown(List.copyOf(owned))));
        router.read(PATH + "/v3/numbers/search/{country}", this::search);
        router.write("POST", PATH + "/v3/numbers/buy/{number}", this::buy);
    }

    /** A name is registered three days after it was wished for. */
    private Map<String, @Nullable Object> tag(String name) {
        Instant wished = tags.getOrDefault(name, Instant.MAX);
        boolean registered = !world.now().isBefore(wished.plus(REGISTERED_AFTER));
        return Json.object("id", "tag-" + name, "alpha_tag", name, "status", registered ? "ACTIVE" : "PENDING");
    }

    private Response wish(Request request) {
        String name = request.body().required("alpha_tag");
        if (tags.containsKey(name)) {
            return Response.of(409, Json.object("response_code", "ALREADY_EXISTS"));
        }
        tags.put(name, world.now());
        return ClickSend.success(tag(name));
    }

    private List<String> forSale() {
        return IntStream.range(0, FOR_SALE)
                .mapToObj("+614999%05d"::formatted)
                .filter(number -> !owned.contains(number))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> shown(List<String> numbers) {
        return numbers.stream().map(Shop::shown).toList();
    }

    private static Map<String, @Nullable Object> shown(String number) {
        return Json.object(
                "country",
                "AU",
                "dedicated_number",
                number,
                "price_setup",
                "0.0000",
                "price_monthly",
                MONTHLY,
                "price_total",
                MONTHLY,
                "address_requirement",
                "local");
    }

    private Response search(Request request) {
        String digits = request.query("search").orElse("");
        return ClickSend.list(
                request,
                shown(forSale().stream()
                        .filter(number -> number.contains(digits))
                        .toList()));
    }

    private Response buy(Request request) {
        String number = request.path("number");
        Body registration = request.body().body("registration_data");
        if (registration.required("business_name").length() < 2) {
            return Response.of(
                    400,
                    Json.object("response_code", "BAD_REQUEST", "data", Json.object("business_name", "too short")));
        }
        if (!forSale().contains(number)) {
            return Response.of(404, Json.object("response_code", "NOT_FOUND"));
        }
        owned.add(number);
        return ClickSend.success(Json.object(
                "dedicated_number", number, "country", "AU", "price_total", MONTHLY, "_price_monthly", MONTHLY));
    }
}
