package io.agencyos.adapters.out.anthropic;

import io.agencyos.adapters.out.vendorhttp.Pacing;
import io.agencyos.application.platform.usage.VendorMeter;
import io.agencyos.domain.content.model.ModelClass;
import io.agencyos.domain.content.model.ModelPrices;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the vendor is, which model stands for which class, and what they cost. Source: anthropic 1 to 3.
 *
 * @param base without a trailing slash
 * @param readTimeout for one answer; what a question has left may be less
 * @param rate Australian dollars for one US dollar
 */
public record AnthropicSettings(
        URI base,
        Duration readTimeout,
        Pacing pacing,
        Map<ModelClass, String> models,
        ModelPrices prices,
        BigDecimal rate) {

    public AnthropicSettings {
        models = Map.copyOf(models);
    }

    /** The vendor's public address and the models that the classes stand for; the largest is off. */
    public static AnthropicSettings live() {
        return new AnthropicSettings(
                URI.create("https://api.anthropic.com"),
                Duration.ofSeconds(120),
                new Pacing(10, 20),
                Map.of(
                        ModelClass.SMALL,
                        "claude-haiku-5-5",
                        ModelClass.LARGE,
                        "claude-sonnet-5-5",
                        ModelClass.FALLBACK,
                        "claude-haiku-4-5"),
                PriceList.delivered(),
                VendorMeter.USUAL_RATE);
    }

    /** The same elsewhere, such as in a sandbox on the same machine, which needs no pacing. */
    public AnthropicSettings at(URI other) {
        return new AnthropicSettings(other, readTimeout, Pacing.UNLIMITED, models, prices, rate);
    }

    /** The same with another limit for every answer. */
    public AnthropicSettings withReadTimeout(Duration timeout) {
        return new AnthropicSettings(base, timeout, pacing, models, prices, rate);
    }

    /** The same with this model for a class. */
    public AnthropicSettings with(ModelClass of, String model) {
        Map<ModelClass, String> changed = new EnumMap<>(models);
        changed.put(of, model);
        return new AnthropicSettings(base, readTimeout, pacing, changed, prices, rate);
    }

    /** The same by other prices. */
    public AnthropicSettings paying(ModelPrices other) {
        return new AnthropicSettings(base, readTimeout, pacing, models, other, rate);
    }

    /** The same at another rate. */
    public AnthropicSettings atRate(BigDecimal audPerUsd) {
        return new AnthropicSettings(base, readTimeout, pacing, models, prices, audPerUsd);
    }

    Optional<String> model(ModelClass of) {
        return Optional.ofNullable(models.get(of));
    }

    /** Classes whose model has no price on this day: what it costs could not be told. */
    public List<String> problems(LocalDate on) {
        List<String> problems = new ArrayList<>();
        new EnumMap<>(models).forEach((of, model) -> {
            if (!prices.knows(model, on)) {
                problems.add(
                        "The model of class " + of.wire() + ", " + model + ", has no price: add one or name another.");
            }
        });
        return problems;
    }
}
