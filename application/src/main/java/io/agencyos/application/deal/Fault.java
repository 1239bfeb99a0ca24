package io.agencyos.application.deal;

/**
 * Why a request about a meeting was not taken.
 *
 * @param member the member of the request, by its wire name
 * @param code lower-snake code
 * @param reason one sentence for a person
 */
public record Fault(String member, String code, String reason) {}
