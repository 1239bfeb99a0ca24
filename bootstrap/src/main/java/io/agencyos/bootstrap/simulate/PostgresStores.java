package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.postgres.client.PostgresUsers;
import io.agencyos.adapters.out.postgres.kernel.DatabaseRole;
import io.agencyos.adapters.out.postgres.kernel.PostgresDatabase;
import io.agencyos.adapters.out.postgres.platform.PostgresDataKeys;
import io.agencyos.adapters.out.postgres.resource.PostgresSeatConnections;
import io.agencyos.adapters.out.postgres.resource.PostgresSeats;
import io.agencyos.adapters.out.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.security.EnvelopeSealer;
import io.agencyos.adapters.out.security.MasterKey;
import io.agencyos.adapters.out.security.MasterKeys;
import io.agencyos.application.conversation.ChannelSources;
import io.agencyos.application.conversation.ChannelWorld;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.bootstrap.product.Basis;
import io.agencyos.bootstrap.product.Outside;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.product.Stores;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A world's stores on a database of its own: those of the product. */
final class PostgresStores {

    private PostgresStores() {}

    /** @param onClose what becomes of the database afterwards */
    static WorldStores open(
            PostgresDatabase database, WorldTime time, IdSource ids, RandomSource random, Runnable onClose) {
        MasterKey master = MasterKey.derived(SimulatedWorld.SECRET);
        EnvelopeSealer sealer = new EnvelopeSealer(
                new PostgresDataKeys(database.besideUnits()),
                new MasterKeys(() -> List.of(master)),
                System::nanoTime,
                UUID::randomUUID);
        Basis basis = new Basis(
                database.unitOfWork(),
                database.pool(DatabaseRole.PLATFORM),
                time,
                ids,
                random,
                SimulatedWorld.SECRET,
                sealer);
        Product product = new Product(basis, new Outside(Optional.empty(), SalesforgeSettings.live(), time));
        return of(product, () -> {
            product.close();
            database.close();
            onClose.run();
        });
    }

    /** Those of a product that runs already. */
    static WorldStores of(Product product, Runnable onClose) {
        Stores stores = product.stores();
        return new WorldStores(
                product.basis().units(),
                stores.clients,
                new PostgresUsers(),
                stores.credits,
                stores.campaigns,
                stores.consents,
                stores.leads,
                new WorldStores.Scoring(
                        stores.scoring.scores(),
                        stores.scoring.weights(),
                        stores.scoring.choices(),
                        stores.scoring.buyers()),
                stores.mailboxes,
                stores.sendingDomains,
                stores.outreach,
                stores.dueWork,
                stores.activities,
                stores.events,
                stores.audit,
                stores.outreachWorld.tasks(),
                stores.conversation,
                outreach -> new ChannelWorld(
                        ChannelSources.NONE,
                        stores.outreach.touches(),
                        new PostgresSeats(),
                        new PostgresSeatConnections(),
                        stores.outreachWorld.feeds(),
                        stores.alerts,
                        product.calling().world()),
                stores.vendorObjects,
                onClose);
    }
}
