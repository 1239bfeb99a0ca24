package io.agencyos.adapters.out.anthropic;

import io.agencyos.domain.content.model.ModelPrice;
import io.agencyos.domain.content.model.ModelPrices;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Prices as lines of a file: {@code model,above,valid_from,input,output,cache_write,cache_read}. Source: anthropic 2. */
public final class PriceList {

    private static final int COLUMNS = 7;

    private PriceList() {}

    /** Those that the product was delivered with. */
    public static ModelPrices delivered() {
        try (InputStream in = Objects.requireNonNull(
                PriceList.class.getResourceAsStream("/model-prices.csv"), "no model-prices.csv")) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalArgumentException where a line is no price, naming it */
    public static ModelPrices read(String lines) {
        List<ModelPrice> prices = lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("model,"))
                .map(PriceList::price)
                .toList();
        return new ModelPrices(prices);
    }

    private static ModelPrice price(String line) {
        String[] columns = line.split(",");
        try {
            if (columns.length != COLUMNS) {
                throw new IllegalArgumentException("seven columns are wanted");
            }
            return new ModelPrice(
                    columns[0].strip(),
                    Long.parseLong(columns[1].strip()),
                    LocalDate.parse(columns[2].strip()),
                    money(columns[3]),
                    money(columns[4]),
                    money(columns[5]),
                    money(columns[6]));
        } catch (RuntimeException wrong) {
            throw new IllegalArgumentException("no price of a model: " + line, wrong);
        }
    }

    private static BigDecimal money(String text) {
        BigDecimal dollars = new BigDecimal(text.strip());
        if (dollars.signum() < 0) {
            throw new IllegalArgumentException("a negative price");
        }
        return dollars;
    }
}
