package io.agencyos.bootstrap.simulate;

import io.agencyos.adapters.out.postgres.client.PostgresUsers;
import io.agencyos.adapters.out.postgres.kernel.DatabaseRole;
import io.agencyos.adapters.out.postgres.kernel.PostgresDatabase;
import io.agencyos.adapters.out.postgres.outreach.PostgresCallArchive;
import io.agencyos.adapters.out.postgres.outreach.PostgresCallBook;
import io.agencyos.adapters.out.postgres.outreach.PostgresConsents;
import io.agencyos.adapters.out.postgres.outreach.PostgresPhoneWashes;
import io.agencyos.adapters.out.postgres.outreach.PostgresPostBook;
import io.agencyos.adapters.out.postgres.platform.PostgresDataKeys;
import io.agencyos.adapters.out.postgres.platform.flow.PostgresBreakers;
import io.agencyos.adapters.out.postgres.resource.PostgresSeatConnections;
import io.agencyos.adapters.out.postgres.resource.PostgresSeatUsage;
import io.agencyos.adapters.out.postgres.resource.PostgresSeats;
import io.agencyos.adapters.out.salesforge.SalesforgeSettings;
import io.agencyos.adapters.out.security.EnvelopeSealer;
import io.agencyos.adapters.out.security.MasterKey;
import io.agencyos.adapters.out.security.MasterKeys;
import io.agencyos.application.resource.lending.ResourceDesk;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.RandomSource;
import io.agencyos.bootstrap.product.Basis;
import io.agencyos.bootstrap.product.Outside;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.product.Stores;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.resource.ResourceKind;
import io.agencyos.domain.resource.SendingNumber;
import io.agencyos.domain.shared.id.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A world's stores on a database of its own: those of the product. */
final class PostgresStores {

    private static final UserId STAFF = new UserId(new UUID(0, 9));

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
                database.unitOfWork(time),
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
                new PostgresBreakers(),
                stores.outreach,
                stores.dueWork,
                stores.activities,
                stores.events,
                stores.audit,
                stores.outreachWorld.tasks(),
                stores.conversation,
                channels(product),
                stores.vendorObjects,
                onClose);
    }

    private static WorldChannels channels(Product product) {
        Stores stores = product.stores();
        return new WorldChannels(
                stores.numbers,
                number -> lend(product, number),
                stores.channelAddresses,
                new PostgresPostBook(),
                new PostgresSeats(),
                new PostgresSeatConnections(),
                new PostgresSeatUsage(),
                stores.contactRefs,
                new PostgresCallBook(),
                new PostgresCallArchive(),
                new PostgresPhoneWashes(),
                new PostgresConsents(),
                stores.outreachWorld.feeds(),
                stores.alerts);
    }

    /** Staff put a number into the stock and lend it. */
    private static void lend(Product product, SendingNumber number) {
        ResourceDesk desk = product.senders().lending().desk();
        ResourceDesk.Addition addition = new ResourceDesk.Addition(
                ResourceKind.PHONE_NUMBER,
                number.number().e164(),
                null,
                number.provider(),
                null,
                null,
                number.warmupStartedAt(),
                false,
                80,
                1);
        if (!(desk.add(STAFF, addition, Origin.NONE) instanceof ResourceDesk.Outcome.Done(ResourceDesk.Shown added)
                && desk.assign(STAFF, added.resource().id(), number.clientId(), Origin.NONE)
                        instanceof ResourceDesk.Outcome.Done)) {
            throw new IllegalStateException("the world was refused a number");
        }
    }
}
