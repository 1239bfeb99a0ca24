package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.conversion.PostgresLearningFacts;
import io.agencyos.adapters.out.postgres.conversion.PostgresPatterns;
import io.agencyos.application.conversion.learning.LearningPorts;
import io.agencyos.application.conversion.learning.LearningUseCases;

/** Learning, on the product's stores. */
public final class Learning {

    private Learning() {}

    /** Its use cases; they keep nothing, so everyone may make them. */
    public static LearningUseCases of(Product product) {
        Basis basis = product.basis();
        Stores stores = product.stores();
        return new LearningUseCases(
                new LearningPorts(
                        new PostgresLearningFacts(),
                        new PostgresPatterns(),
                        stores.scoring.weights(),
                        stores.scoring.requests(),
                        stores.clients,
                        stores.events),
                basis.units(),
                basis.clock(),
                basis.ids());
    }
}
