package io.agencyos.domain.content.model;

import io.agencyos.domain.content.budget.AiCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jmolecules.ddd.annotation.ValueObject;

/** All prices that are known, of now, of before, and of days to come. Source: anthropic 2. */
@ValueObject
public record ModelPrices(List<ModelPrice> prices) {

    /** Letters for a token, so that an estimate is rather too high than too low. Source: content 3.10. */
    private static final BigDecimal LETTERS_PER_TOKEN = new BigDecimal("3.5");

    public ModelPrices {
        prices = List.copyOf(prices);
    }

    /** Whether anything is known of this model on this day. */
    public boolean knows(String model, LocalDate on) {
        return price(model, 0, on).isPresent();
    }

    /** What an exchange cost; empty where the model has no price on this day. */
    public Optional<AiCost> cost(String model, TokenUse use, LocalDate on, BigDecimal rate) {
        return price(model, use.prompt(), on).map(price -> price.of(use, rate));
    }

    /**
     * The most that an exchange can cost: everything read in full, and an answer as long as it may be.
     *
     * @param letters of everything that is sent
     * @param mostOutput tokens
     */
    public Optional<AiCost> worst(String model, long letters, int mostOutput, LocalDate on, BigDecimal rate) {
        return cost(model, new TokenUse(tokens(letters), mostOutput, 0, 0), on, rate);
    }

    /** How many tokens a text of so many letters is counted as. */
    public static long tokens(long letters) {
        return BigDecimal.valueOf(letters)
                .divide(LETTERS_PER_TOKEN, 0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** The row of the longest bound that the prompt is above, as it is by the newest price of that day. */
    private Optional<ModelPrice> price(String model, long prompt, LocalDate on) {
        return prices.stream()
                .filter(price -> price.model().equals(model)
                        && !price.validFrom().isAfter(on)
                        && (price.above() == 0 || prompt > price.above()))
                .max(Comparator.comparing(ModelPrice::above).thenComparing(ModelPrice::validFrom));
    }
}
