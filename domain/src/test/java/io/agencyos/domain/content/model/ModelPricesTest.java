package io.agencyos.domain.content.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.domain.content.budget.AiCost;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelPricesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final BigDecimal RATE = new BigDecimal("1.55");
    private static final ModelPrices PRICES = new ModelPrices(List.of(
            price("small", 0, "2026-01-01", "0.10", "0.50", "0.125", "0.01"),
            price("small", 100_000, "2026-01-01", "0.50", "2.50", "0.625", "0.05"),
            price("large", 0, "2026-01-01", "2", "10", "2.50", "0.10"),
            price("largest", 0, "2026-01-01", "4", "20", "5", "0.20"),
            price("changed", 0, "2026-01-01", "1", "1", "1", "1"),
            price("changed", 0, "2026-11-20", "2", "2", "2", "2"),
            price("changed", 0, "2026-11-21", "3", "3", "3", "3")));

    private static ModelPrice price(
            String model, long above, String from, String input, String output, String write, String read) {
        return new ModelPrice(
                model,
                above,
                LocalDate.parse(from),
                new BigDecimal(input),
                new BigDecimal(output),
                new BigDecimal(write),
                new BigDecimal(read));
    }

    @ParameterizedTest // anthropic 3, the table; content E-33
    @CsvSource({
        "small, 1200, 0, 0, 150, 303",
        "large, 4000, 0, 6000, 800, 25730",
        "large, 200, 5000, 0, 100, 21545",
        "largest, 10000, 0, 0, 2000, 124000",
        "small, 120000, 0, 0, 1000, 96875",
        "small, 1200, 0, 0, 300, 419",
        "large, 1000, 0, 2000, 500, 11160",
        "small, 10, 0, 0, 1, 3",
        "largest, 1000, 0, 0, 1000, 37200"
    })
    void an_exchange_costs_what_its_tokens_cost_rounded_up(
            String model, long input, long write, long read, long output, long micros) {
        assertThat(PRICES.cost(model, new TokenUse(input, output, write, read), DAY, RATE))
                .contains(new AiCost(micros));
    }

    @Test // anthropic 2: the size of the prompt is input, cache write and cache read together
    void a_prompt_is_long_by_what_came_from_the_cache_too() {
        assertThat(PRICES.cost("small", new TokenUse(1, 0, 0, 100_000), DAY, BigDecimal.ONE))
                .contains(new AiCost(5_001));
        assertThat(PRICES.cost("small", new TokenUse(0, 0, 0, 100_000), DAY, BigDecimal.ONE))
                .contains(new AiCost(1_000));
    }

    @Test // anthropic 2: data with a valid_from
    void a_price_holds_from_its_first_day() {
        TokenUse million = new TokenUse(1_000_000, 0, 0, 0);
        assertThat(PRICES.cost("changed", million, DAY.minusDays(1), BigDecimal.ONE))
                .contains(AiCost.dollars("1"));
        assertThat(PRICES.cost("changed", million, DAY, BigDecimal.ONE)).contains(AiCost.dollars("2"));
        assertThat(PRICES.cost("changed", million, DAY.plusDays(1), BigDecimal.ONE))
                .contains(AiCost.dollars("3"));
        assertThat(PRICES.knows("changed", LocalDate.parse("2025-12-31"))).isFalse();
        assertThat(PRICES.cost("unknown", million, DAY, RATE)).isEmpty();
    }

    @Test // content 3.10: chars/3.5 rounded up, and as much output as there may be
    void the_worst_case_reads_everything_in_full_and_answers_at_full_length() {
        assertThat(ModelPrices.tokens(7)).isEqualTo(2);
        assertThat(ModelPrices.tokens(8)).isEqualTo(3);
        assertThat(PRICES.worst("large", 3_500, 100, DAY, BigDecimal.ONE)).contains(new AiCost(1_000 * 2 + 100 * 10));
    }
}
