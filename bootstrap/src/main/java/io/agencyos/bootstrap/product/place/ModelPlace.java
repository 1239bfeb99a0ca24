package io.agencyos.bootstrap.product.place;

import io.agencyos.adapters.out.anthropic.AnthropicAccount;
import io.agencyos.adapters.out.anthropic.AnthropicSettings;
import io.agencyos.adapters.out.anthropic.PriceList;
import io.agencyos.domain.content.model.ModelClass;
import io.agencyos.domain.shared.SecretText;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where language models are, and by whose account they are paid.
 *
 * @param account the platform's own; empty where no model writes for live clients
 * @param atOnce how many answers are waited for at once, for each client
 */
public record ModelPlace(Optional<AnthropicAccount> account, AnthropicSettings settings, int atOnce) {

    private static final int USUALLY = 4;

    /** Nobody's account at the vendor's public address. */
    public static ModelPlace none() {
        return new ModelPlace(Optional.empty(), AnthropicSettings.live(), USUALLY);
    }

    /** The same in a sandbox on the same machine, by this key: there is nothing to wait for, so that one follows the other. */
    public ModelPlace inSandbox(URI other, SecretText key) {
        return new ModelPlace(Optional.of(new AnthropicAccount(key)), settings.at(other), 1);
    }

    /**
     * As the installation is configured.
     *
     * @param key empty for none
     * @param models by class; an empty name leaves the usual one, and the largest off
     * @param prices a file of them; empty for those that the product was delivered with
     * @param audPerUsd Australian dollars for one US dollar
     * @throws IllegalArgumentException where the prices cannot be read, or a model has none
     */
    public static ModelPlace of(String key, Map<ModelClass, String> models, String prices, BigDecimal audPerUsd) {
        AnthropicSettings settings = AnthropicSettings.live().atRate(audPerUsd);
        if (!prices.isEmpty()) {
            settings = settings.paying(PriceList.read(text(prices)));
        }
        for (Map.Entry<ModelClass, String> model : models.entrySet()) {
            settings = model.getValue().isEmpty() ? settings : settings.with(model.getKey(), model.getValue());
        }
        List<String> problems = settings.problems(LocalDate.now(ZoneOffset.UTC));
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
        return new ModelPlace(
                Optional.of(key)
                        .filter(text -> !text.isEmpty())
                        .map(text -> new AnthropicAccount(new SecretText(text))),
                settings,
                USUALLY);
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + " cannot be read", unreadable);
        }
    }
}
