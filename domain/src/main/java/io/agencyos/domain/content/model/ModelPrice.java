package io.agencyos.domain.content.model;

import io.agencyos.domain.content.budget.AiCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * What a model's tokens cost from a day on, in US dollars for a million of each. Source: anthropic 2, content 3.10.
 *
 * @param model as its vendor names it
 * @param above for prompts of more tokens than this; 0 for all
 * @param validFrom first day of this price
 */
@ValueObject
public record ModelPrice(
        String model,
        long above,
        LocalDate validFrom,
        BigDecimal input,
        BigDecimal output,
        BigDecimal cacheWrite,
        BigDecimal cacheRead) {

    /**
     * What these tokens cost, rounded up to the next millionth of a dollar, so that no call is free.
     *
     * @param rate Australian dollars for one US dollar
     */
    public AiCost of(TokenUse use, BigDecimal rate) {
        BigDecimal microUsd = input.multiply(BigDecimal.valueOf(use.input()))
                .add(output.multiply(BigDecimal.valueOf(use.output())))
                .add(cacheWrite.multiply(BigDecimal.valueOf(use.cacheWrite())))
                .add(cacheRead.multiply(BigDecimal.valueOf(use.cacheRead())));
        return new AiCost(
                microUsd.multiply(rate).setScale(0, RoundingMode.CEILING).longValueExact());
    }
}
