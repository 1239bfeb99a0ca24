package io.agencyos.adapters.out.memory.content;

import io.agencyos.application.content.ContentModel;
import io.agencyos.application.content.ContentModelContract;
import io.agencyos.domain.content.model.ModelClass;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

class FakeContentModelTest extends ContentModelContract {

    private static final ClientId CLIENT = new ClientId(new UUID(0, 2));

    @Override
    protected World world() {
        FakeContentModel fake = new FakeContentModel();
        return new World(
                onlyFor(CLIENT, fake),
                CLIENT,
                new ClientId(new UUID(0, 3)),
                () -> fake.failNext(new VendorFailure.Unavailable(Details.of("fake-model", "complete", "down"))));
    }

    /** A model that one client's account pays for. */
    private static ContentModel onlyFor(ClientId payer, ContentModel model) {
        return new ContentModel() {
            @Override
            public Optional<Quote> quote(ClientId client, ModelClass of, Turn turn) {
                return client.equals(payer) ? model.quote(client, of, turn) : none().quote(client, of, turn);
            }

            @Override
            public Result<Exchange, VendorFailure> completeStructured(
                    ClientId client, ModelClass of, Turn turn, Duration within) {
                return client.equals(payer)
                        ? model.completeStructured(client, of, turn, within)
                        : none().completeStructured(client, of, turn, within);
            }

            private ContentModel none() {
                return ContentModel.none();
            }
        };
    }
}
