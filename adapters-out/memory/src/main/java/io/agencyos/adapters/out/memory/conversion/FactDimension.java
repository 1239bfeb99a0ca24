package io.agencyos.adapters.out.memory.conversion;

/** What a fact is in one dimension. */
record FactDimension(String name, String value, String stratum) {}
