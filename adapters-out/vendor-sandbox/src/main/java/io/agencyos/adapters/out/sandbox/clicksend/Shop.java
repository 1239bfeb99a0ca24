package io.agencyos.adapters.out.sandbox.clicksend;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
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

    private final Set<String> owned = new LinkedHashSet<>(List.of(ClickSend.NUMBER));

    void register(Router router) {
        router.read(PATH + "/v3/numbers", request -> ClickSend.list(request, shown(List.copyOf(owned))));
        router.read(PATH + "/v3/numbers/search/{country}", this::search);
        router.write("POST", PATH + "/v3/numbers/buy/{number}", this::buy);
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
