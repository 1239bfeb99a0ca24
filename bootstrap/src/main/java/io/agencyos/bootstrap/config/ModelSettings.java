package io.agencyos.bootstrap.config;

import io.agencyos.bootstrap.product.place.ModelPlace;
import io.agencyos.domain.content.model.ModelClass;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which models write, and by whose account. */
final class ModelSettings {

    private static final Map<ModelClass, Setting> CLASSES = Map.of(
            ModelClass.SMALL, Setting.MODEL_SMALL,
            ModelClass.LARGE, Setting.MODEL_LARGE,
            ModelClass.FALLBACK, Setting.MODEL_FALLBACK);

    private ModelSettings() {}

    static ModelPlace of(Map<Setting, String> values) {
        return ModelPlace.of(
                values.getOrDefault(Setting.MODEL_KEY, ""),
                CLASSES.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> values.getOrDefault(one.getValue(), ""))),
                values.getOrDefault(Setting.MODEL_PRICES, ""),
                new BigDecimal(values.getOrDefault(Setting.AUD_PER_USD, "1")));
    }

    /** A model without a price, or prices that cannot be read, is a mistake that names its class or line. */
    static void check(Map<Setting, String> values, List<String> mistakes) {
        try {
            of(values);
        } catch (IllegalArgumentException unusable) {
            mistakes.add(String.valueOf(unusable.getMessage()));
        }
    }
}
