package io.agencyos.domain.content.template;

/**
 * What the composer knows of one touch.
 *
 * @param leadId seeds the choice between fragments of equal worth, together with slot and touch number
 * @param touchNumber 1 for the first
 * @param industryServed the lead's industry is among the client's ICP or proof industries
 * @param guidance what was learned of texts, if anything
 */
public record Brief(String leadId, int touchNumber, Values values, boolean industryServed, Guidance guidance) {

    public Brief(String leadId, int touchNumber, Values values, boolean industryServed) {
        this(leadId, touchNumber, values, industryServed, Guidance.NONE);
    }
}
