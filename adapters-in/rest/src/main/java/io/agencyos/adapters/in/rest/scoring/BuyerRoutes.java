package io.agencyos.adapters.in.rest.scoring;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Param;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.client.ShareLearning;
import io.agencyos.application.scoring.BuyerUseCases;
import io.agencyos.application.scoring.store.BuyerSignals;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.scoring.BuyerScore;
import io.agencyos.domain.scoring.LeadFacts;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.IdentityKeys;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Companies that are known to buy agency services, as far as clients may know, and who shares what it learns. Source:
 * api 9.2, 9.14, 9.17.
 */
public final class BuyerRoutes implements RouteGroup {

    private static final String DOMAIN = "domain";

    /**
     * What is known of a company; nothing says from whom it bought or for how much.
     *
     * @param found whether the company is known to have bought
     * @param reason what the score rests on, in a sentence; null where nothing was found
     */
    public record Check(
            boolean found,
            @Nullable Integer buyerScore,
            @Nullable Integer boostPoints,
            @Nullable String reason) {

        static Check of(LeadFacts.BuyerSignal signal) {
            return new Check(
                    true, signal.score(), BuyerScore.boost(signal.score()), BuyerScore.reason(signal.timesBought()));
        }
    }

    /** What an owner says. */
    public record Consent(boolean consent) {}

    /**
     * Totals over all companies.
     *
     * @param companies companies that are known to buy
     * @param purchases purchases that are known
     * @param repeatBuyers companies that bought more than once
     * @param topIndustries the industries with the most of these companies
     */
    public record Stats(int companies, int purchases, int repeatBuyers, List<Industry> topIndustries) {

        static Stats of(BuyerSignals.Stats stats) {
            return new Stats(
                    stats.companies(),
                    stats.purchases(),
                    stats.repeatBuyers(),
                    stats.industries().stream()
                            .map(one -> new Industry(one.industry(), one.companies()))
                            .toList());
        }
    }

    /**
     * An industry, and how many companies of it buy.
     *
     * @param companies companies of the industry that are known to buy
     */
    public record Industry(String industry, int companies) {}

    private final BuyerUseCases buyers;
    private final ShareLearning learning;
    private final IdentityKeys keys;

    public BuyerRoutes(BuyerUseCases buyers, ShareLearning learning, IdentityKeys keys) {
        this.buyers = buyers;
        this.learning = learning;
        this.keys = keys;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(Route.C + "/buyer-signals/check", "Whether a company is known to buy agency services")
                        .tag("Leads")
                        .role(Role.VIEWER)
                        .params(Param.text(DOMAIN, "The company's domain, or an address of its web site."))
                        .answers(Check.class, new Check(true, 70, 10, BuyerScore.reason(2)))
                        .handledBy(this::check),
                Route.put(Route.C + "/data-sharing-consent", "Says whether what the client learns may be pooled")
                        .tag("Clients")
                        .role(Role.OWNER)
                        .body(Consent.class, new Consent(true))
                        .answers(Consent.class, new Consent(true))
                        .handledBy(this::consent),
                Route.get(Route.P + "/buyer-signals/stats", "How many companies are known to buy, by industry")
                        .tag("Platform")
                        .platformAdmin()
                        .answers(Stats.class, new Stats(120, 141, 18, List.of(new Industry("Retail", 31))))
                        .handledBy(call -> Reply.ok(Stats.of(buyers.stats().get()))));
    }

    private Reply<Check> check(Call<None> call) {
        Optional<DomainName> company =
                call.query().text(DOMAIN).flatMap(keys::domainKey).flatMap(keys::companyDomain);
        if (company.isEmpty()) {
            return Reply.invalid(
                    List.of(FieldError.query(DOMAIN, "invalid_domain", "This is no company's domain name.")));
        }
        return Reply.ok(buyers.checkBuyer()
                .check(call.scope(), company.get())
                .map(Check::of)
                .orElse(new Check(false, null, null, null)));
    }

    private Reply<Consent> consent(Call<Consent> call) {
        return switch (learning.say(call.scope(), call.body().consent(), call.origin())) {
            case ShareLearning.Outcome.Said(boolean said) -> Reply.ok(new Consent(said));
            case ShareLearning.Outcome.NotFound missing -> Reply.notFound();
            case ShareLearning.Outcome.RoleRequired(Role required) ->
                Reply.refused(Problem.roleRequired(
                        required.wire(), call.scope().role().wire()));
        };
    }
}
