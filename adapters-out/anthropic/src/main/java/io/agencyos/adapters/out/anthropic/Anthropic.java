package io.agencyos.adapters.out.anthropic;

import io.agencyos.adapters.out.vendorhttp.CallBudget;
import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.adapters.out.vendorhttp.Fingerprint;
import io.agencyos.adapters.out.vendorhttp.Placing;
import io.agencyos.adapters.out.vendorhttp.VendorCalls;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.adapters.out.vendorhttp.VendorProfile;
import io.agencyos.application.content.ContentModel;
import io.agencyos.application.platform.vendor.VendorConnector;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.model.ModelClass;
import io.agencyos.domain.content.model.TokenUse;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * The vendor's models behind the port. An exchange is one request: it is not repeated here, so that whoever pays sees each one.
 * Source: anthropic.
 */
public final class Anthropic implements ContentModel {

    /** The vendor's name in configuration. */
    public static final String VENDOR = Failures.VENDOR;

    private static final String VERSION = "2023-06-01";

    private final Function<ClientId, Optional<AnthropicAccount>> accounts;
    private final Placing<AnthropicSettings> places;
    private final VendorHttp http;
    private final ClockPort clock;
    private final Map<Place, Way> ways = new ConcurrentHashMap<>();

    private record Place(AnthropicAccount account, AnthropicSettings settings) {}

    /** The way to one account at one place. */
    record Way(AnthropicApi api, VendorCalls calls) {}

    /** @param accounts whose account pays for a client; empty where no model is called for it */
    public Anthropic(
            Function<ClientId, Optional<AnthropicAccount>> accounts,
            Placing<AnthropicSettings> places,
            VendorHttp http,
            ClockPort clock) {
        this.accounts = accounts;
        this.places = places;
        this.http = http;
        this.clock = clock;
    }

    static Way way(AnthropicAccount account, AnthropicSettings settings, VendorHttp http) {
        String key = account.apiKey().reveal();
        VendorProfile profile = new VendorProfile(
                VENDOR,
                Fingerprint.of(key),
                settings.base(),
                () -> Map.of("x-api-key", key, "anthropic-version", VERSION, "Accept", "application/json"),
                settings.readTimeout(),
                Failures.USUAL_RETRY_AFTER,
                settings.pacing(),
                new Failures(),
                new Windows());
        return new Way(http.api(profile, AnthropicApi.class), http.calls(profile));
    }

    private Way way(AnthropicAccount account, AnthropicSettings settings) {
        return ways.computeIfAbsent(new Place(account, settings), place -> way(account, settings, http));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    }

    @Override
    public Optional<Quote> quote(ClientId client, ModelClass of, Turn turn) {
        if (accounts.apply(client).isEmpty()) {
            return Optional.empty();
        }
        AnthropicSettings settings = places.of(client);
        return settings.model(of)
                .flatMap(model -> settings.prices()
                        .worst(model, Wire.letters(Wire.body(model, turn)), turn.longest(), today(), settings.rate())
                        .map(most -> new Quote(model, most)));
    }

    @Override
    public Result<Exchange, VendorFailure> completeStructured(
            ClientId client, ModelClass of, Turn turn, Duration within) {
        Optional<AnthropicAccount> account = accounts.apply(client);
        AnthropicSettings settings = places.of(client);
        Optional<String> model = settings.model(of);
        if (account.isEmpty() || model.isEmpty()) {
            return Result.err(Failures.notConfigured("complete"));
        }
        Way way = way(account.get(), settings);
        Map<String, Object> body = Wire.body(model.get(), turn);
        return CallBudget.within(
                        within,
                        http.time(),
                        () -> way.calls().write("complete", () -> way.api().complete(body)))
                .flatMap(answer -> exchange(model.get(), answer, settings));
    }

    /** What is billed is the model that was asked for, whatever finer name the answer has for it. */
    private Result<Exchange, VendorFailure> exchange(String model, JsonNode answer, AnthropicSettings settings) {
        Optional<TokenUse> use = Answers.use(answer);
        Optional<AiCost> cost = use.flatMap(tokens -> settings.prices().cost(model, tokens, today(), settings.rate()));
        return Answers.said(answer)
                .filter(said -> cost.isPresent())
                .<Result<Exchange, VendorFailure>>map(
                        said -> Result.ok(new Exchange(model, use.orElseThrow(), cost.orElseThrow(), said)))
                .orElseGet(() ->
                        Result.err(Failures.contract("complete", "an answer without an end or without its price")));
    }

    /** How the platform's account is connected. */
    public VendorConnector connector() {
        AnthropicSettings settings = places.usual();
        String model = settings.model(ModelClass.SMALL).orElseThrow();
        return new AnthropicConnector(account -> look(way(account, settings, http), model));
    }

    /** Whether the model of each class is there, by its name for people; costs nothing. */
    public Map<ModelClass, Result<String, VendorFailure>> look(AnthropicAccount account) {
        AnthropicSettings settings = places.usual();
        Way way = way(account, settings);
        Map<ModelClass, Result<String, VendorFailure>> seen = new EnumMap<>(ModelClass.class);
        Result<String, VendorFailure> last = Result.ok("");
        for (Map.Entry<ModelClass, String> model : new EnumMap<>(settings.models()).entrySet()) {
            last = isAway(last) ? last : look(way, model.getValue());
            seen.put(model.getKey(), last);
        }
        return seen;
    }

    /** Who does not answer for one class is not waited for with the next. */
    private static boolean isAway(Result<String, VendorFailure> answer) {
        return answer.fold(
                name -> false,
                failure -> failure instanceof VendorFailure.Unavailable || failure instanceof VendorFailure.Timeout);
    }

    static Result<String, VendorFailure> look(Way way, String model) {
        return way.calls()
                .read("model", () -> way.api().model(model))
                .flatMap(answer -> Fields.text(answer, "id")
                        .<Result<String, VendorFailure>>map(id ->
                                Result.ok(Fields.text(answer, "display_name").orElse(id)))
                        .orElseGet(() -> Result.err(Failures.contract("model", "a model without an id"))));
    }
}
