package io.agencyos.domain.content.template;

/**
 * What the composer knows of one touch.
 *
 * @param leadId seeds the choice between fragments of equal worth, together with slot and touch number
 * @param touchNumber 1 for the first
 * @param industryServed the lead's industry is among the client's ICP or proof industries
 */
public record Brief(String leadId, int touchNumber, Values values, boolean industryServed) {}
