package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.anthropic.Anthropic;
import io.agencyos.adapters.out.anthropic.AnthropicAccount;
import io.agencyos.adapters.out.postgres.outreach.PostgresKnowledgeBook;
import io.agencyos.adapters.out.postgres.platform.PostgresPlatformAccounts;
import io.agencyos.adapters.out.vendorhttp.VendorHttp;
import io.agencyos.application.client.staff.KeepPlatformAccounts;
import io.agencyos.application.client.staff.StaffTrail;
import io.agencyos.application.content.AskModel;
import io.agencyos.application.outreach.phone.PrepareCalls;
import io.agencyos.application.platform.vendor.PlatformAccounts;
import io.agencyos.application.platform.vendor.VendorAccount;
import io.agencyos.application.shared.SideBySide;
import io.agencyos.bootstrap.product.place.ModelPlace;
import io.agencyos.domain.content.model.ModelClass;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.ScoreSummary;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.scoring.tier.Treatment.VoiceKnowledge;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Language models, and what is written by them. One for the life of a process: it remembers which models are gone. */
public final class Models {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Anthropic vendor;
    private final ModelPlace place;
    private final PrepareCalls calls;
    private final PlatformAccounts accounts;
    private final Basis basis;
    private volatile Known known = new Known(Optional.empty(), Instant.EPOCH);

    /** The account as it was read, and until when that is believed. */
    private record Known(Optional<AnthropicAccount> account, Instant until) {}

    Models(Product product, VendorHttp http) {
        this.basis = product.basis();
        this.accounts = new PostgresPlatformAccounts(basis.sealer());
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
                new StaffAlarm(basis, stores),
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

    private record StaffAlarm(Basis basis, Stores stores) implements AskModel.Alarm {

        @Override
        public void raise(Alert alert) {
            basis.units().onPlatform(() -> stores.alerts.raise(alert));
        }

        @Override
        public void over(String source, Instant at) {
            basis.units().onPlatform(() -> stores.alerts.resolveOthers(source, List.of(), at));
        }
    }

    /** A twin's is its sandbox's, whatever the platform has. */
    private Optional<AnthropicAccount> account(Twins twins, ClientId client) {
        if (!twins.isTwin(client)) {
            return own();
        }
        return twins.door(client).map(door -> new AnthropicAccount(new SecretText(twins.key(client))));
    }

    /** What staff connected, else what the installation was configured with; another process learns of a change in a few seconds. */
    private Optional<AnthropicAccount> own() {
        Known last = known;
        Instant now = basis.clock().now();
        if (!now.isBefore(last.until())) {
            Optional<VendorAccount> stored = basis.units().onPlatform(() -> accounts.find(Anthropic.VENDOR));
            last = new Known(stored.map(AnthropicAccount::of).or(place::account), now.plus(REMEMBERED));
            known = last;
        }
        return last.account();
    }

    /** Where staff connects the platform's own accounts. */
    public KeepPlatformAccounts accounts(StaffTrail trail) {
        return new KeepPlatformAccounts(accounts, List.of(vendor.connector()), trail, basis.units(), basis.clock());
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
        return own().map(vendor::look).orElse(Map.of());
    }
}
