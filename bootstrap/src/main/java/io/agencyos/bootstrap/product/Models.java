package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.anthropic.Anthropic;
import io.agencyos.adapters.out.anthropic.AnthropicAccount;
import io.agencyos.adapters.out.postgres.outreach.PostgresKnowledgeBook;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.content.AskModel;
import io.agencyos.application.outreach.phone.PrepareCalls;
import io.agencyos.application.shared.SideBySide;
import io.agencyos.bootstrap.product.place.ModelPlace;
import io.agencyos.domain.content.model.ModelClass;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.scoring.tier.Treatment.VoiceKnowledge;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.util.Map;
import java.util.Optional;

/** Language models, and what is written by them. One for the life of a process: it remembers which models are gone. */
public final class Models {

    private final Anthropic vendor;
    private final ModelPlace place;
    private final PrepareCalls calls;

    Models(Product product, VendorHttp http) {
        Basis basis = product.basis();
        Stores stores = product.stores();
        this.place = product.outside().models();
        this.vendor = new Anthropic(
                client -> account(product.twins(), client),
                TwinPlaces.models(product.twins(), place.settings()),
                http,
                basis.clock());
        AskModel ask = new AskModel(
                vendor,
                product.plans().spending(),
                alert -> basis.units().onPlatform(() -> stores.alerts.raise(alert)),
                basis.clock(),
                basis.random(),
                http.time()::nanos,
                http.time()::sleep);
        this.calls = new PrepareCalls(
                new PostgresKnowledgeBook(),
                ask,
                stores.leads.leads(),
                stores.clients,
                lead -> worth(product, lead),
                new SideBySide(place.atOnce()),
                basis.units(),
                basis.clock());
    }

    /** A twin's is its sandbox's, whatever the platform has. */
    private Optional<AnthropicAccount> account(Twins twins, ClientId client) {
        if (!twins.isTwin(client)) {
            return place.account();
        }
        return twins.door(client).map(door -> new AnthropicAccount(new SecretText(twins.key(client))));
    }

    /** Under the client's guard of what its hot leads cost; who has no score is nobody's hot lead. */
    private static VoiceKnowledge worth(Product product, Lead lead) {
        ScoreSummary score = lead.score();
        return score == null
                ? VoiceKnowledge.STANDARD
                : product.scoring()
                        .leadTreatment()
                        .of(lead, score.tier(), score.score())
                        .voiceKnowledge();
    }

    /** What writes, ahead of calls, what assistants know of those who are called. */
    public PrepareCalls calls() {
        return calls;
    }

    /** Whether the model of each class is there; empty where no account is configured. Asks the vendor. */
    public Map<ModelClass, Result<String, VendorFailure>> look() {
        return place.account().map(vendor::look).orElse(Map.of());
    }
}
