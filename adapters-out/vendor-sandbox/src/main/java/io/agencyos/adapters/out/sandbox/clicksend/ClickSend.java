package io.agencyos.adapters.out.sandbox.clicksend;

import io.agencyos.adapters.out.sandbox.faults.Faults;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.world.Act;
import io.agencyos.adapters.out.sandbox.world.Answers;
import io.agencyos.adapters.out.sandbox.world.Pushes;
import io.agencyos.adapters.out.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The vendor: one prepaid account with one dedicated number, and everything that its routes share. */
public final class ClickSend {

    /** Path under which the vendor answers, followed by its own paths. */
    public static final String PATH = "/clicksend";

    /** The account's API username and key. */
    public static final String USERNAME = "sandbox";

    public static final String KEY = "sandbox-key";

    /** The dedicated number of the account, kept for fiction by the regulator. */
    public static final String NUMBER = "+61491570110";

    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString((USERNAME + ":" + KEY).getBytes(StandardCharsets.UTF_8));

    private final Shop shop;
    private final Texts texts;
    private final Rules rules;
    private final Letters letters;

    public ClickSend(World world, Answers answers, Faults faults, Pushes pushes) {
        this.shop = new Shop(world);
        this.rules = new Rules(world, pushes);
        this.letters = new Letters(world);
        this.texts = new Texts(world, answers, faults, rules, shop::owns);
    }

    /** Somebody writes to the account's number. */
    public void written(String from, String words) {
        texts.receive(from, shop.first(), words);
    }

    /** Whoever got this text does as told. */
    public Runnable told(Act act) {
        return texts.told(act);
    }

    /** Registers every route of the subset. */
    public void register(Router router) {
        texts.register(router);
        rules.register(router);
        shop.register(router);
        letters.register(router);
        router.read(PATH + "/v3/account", request -> success(texts.account()));
    }

    /** Whether a request comes from the account. */
    public boolean admits(UnaryOperator<String> header) {
        return header.apply("Authorization").equals(BASIC);
    }

    static Response success(@Nullable Object data) {
        return Response.ok(envelope(data));
    }

    private static Map<String, @Nullable Object> envelope(@Nullable Object data) {
        return Json.object("http_code", 200, "response_code", "SUCCESS", "response_msg", "Success.", "data", data);
    }

    static Response refused(int status, String code, String message) {
        return Response.of(
                status, Json.object("http_code", status, "response_code", code, "response_msg", message, "data", null));
    }

    /** One page of a list, newest first where the list is. */
    static Response list(Request request, List<?> all) {
        int limit = request.number("limit", 15, 15, 100);
        int page = request.number("page", 1, 1, 1_000_000);
        int from = Math.min(all.size(), (page - 1) * limit);
        int pages = Math.max(1, Math.ceilDiv(all.size(), limit));
        return success(Json.object(
                "total",
                all.size(),
                "per_page",
                limit,
                "current_page",
                page,
                "last_page",
                pages,
                "data",
                all.subList(from, Math.min(all.size(), from + limit))));
    }
}
