package io.agencyos.bootstrap.product;

import io.agencyos.application.deal.SaleUseCases;
import io.agencyos.application.shared.PublishedSuffixes;

/** Deals and customers, on what the rest of the product has. */
public final class Sales {

    private Sales() {}

    public static SaleUseCases of(Product product) {
        return new SaleUseCases(
                Desk.dealPorts(product.stores()),
                product.outreach().stopOutreach(),
                product.suppressions().suppressNow(),
                product.plans().buyers().recordPurchase(),
                PublishedSuffixes.identityKeys(),
                product.basis().units(),
                product.basis().clock(),
                product.basis().ids());
    }
}
