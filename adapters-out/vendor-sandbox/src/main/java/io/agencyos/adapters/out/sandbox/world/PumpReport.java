package io.agencyos.adapters.out.sandbox.world;

/**
 * What a step of time brought.
 *
 * @param events things that happened in the world
 * @param calls webhooks (and opt-out links) that were called
 * @param unanswered calls of these that did not get a 2xx answer; they are not repeated
 * @param waiting things that will happen later
 */
public record PumpReport(int events, int calls, int unanswered, int waiting) {}
