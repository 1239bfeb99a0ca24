package io.agencyos.application.deal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.deal.store.Customers;
import io.agencyos.application.outreach.suppression.SuppressionUseCases;
import io.agencyos.application.scoring.RecordPurchase;
import io.agencyos.application.shared.PublishedSuffixes;
import io.agencyos.application.testing.DeskUnderTest;
import io.agencyos.domain.client.identity.Role;
import java.util.ArrayList;
import java.util.List;

/** Deals and customers on the desk's stores; what is told of purchases is written down. */
public abstract class SalesUnderTest extends DeskUnderTest {

    private final List<String> purchases = new ArrayList<>();

    /** Whether the process dies when it would tell of a purchase. */
    private boolean dying;

    protected final SaleUseCases sales() {
        return new SaleUseCases(
                desk().dealPorts(),
                scenario().useCases().stopOutreach(),
                suppressions().suppressNow(),
                (client, company, purchase) -> {
                    if (dying) {
                        throw new IllegalStateException("killed");
                    }
                    purchases.add(company.value() + " " + purchase.value());
                    return RecordPurchase.Outcome.COUNTED;
                },
                PublishedSuffixes.identityKeys(),
                desk().bookImports(),
                new PlainFiles(),
                desk().world().units(),
                clock()::get,
                ids());
    }

    protected final DealUseCases meetings() {
        return new DealUseCases(
                desk().dealPorts(),
                scenario().useCases().stopOutreach(),
                desk().world().units(),
                clock()::get,
                ids());
    }

    protected final SuppressionUseCases suppressions() {
        return new SuppressionUseCases(
                desk().world().world().leads(),
                desk().world().world().clients(),
                desk().world().world().campaigns(),
                desk().world().stores().enrolments(),
                scenario().useCases().stopOutreach(),
                desk().audit(),
                desk().world().world().tasks(),
                PublishedSuffixes.identityKeys(),
                desk().world().units(),
                clock()::get,
                ids());
    }

    protected final void dyingBeforeItTells(Runnable work) {
        dying = true;
        assertThatThrownBy(work::run).hasMessage("killed");
        dying = false;
    }

    protected final List<String> purchases() {
        return purchases;
    }

    protected final List<Customers.Kept> customers() {
        return sales().keepCustomers()
                .list(as(ANN, Role.VIEWER), Customers.Filter.ALL, Customers.By.COMPANY_NAME, false, null, 100)
                .customers();
    }
}
