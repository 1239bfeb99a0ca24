package io.agencyos.adapters.out.sandbox.unipile;

import io.agencyos.adapters.out.sandbox.population.Recipient;

/** A person on LinkedIn: the page's own name and the network's lasting id. */
record Human(String slug, String providerId, Recipient reader) {}
