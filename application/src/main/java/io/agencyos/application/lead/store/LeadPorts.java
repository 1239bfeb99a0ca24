package io.agencyos.application.lead.store;

/** The stores of this context, handed to its use cases together. */
public record LeadPorts(Leads leads, PoolPeople people, Suppressions suppressions, LeadImports imports) {}
