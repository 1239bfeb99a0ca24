package io.agencyos.application.allocation.sourcing;

import io.agencyos.application.lead.intake.StockPool;
import io.agencyos.application.lead.source.PeopleQuery;
import io.agencyos.application.lead.source.PeopleSearch;
import io.agencyos.application.lead.source.PeopleSources;
import io.agencyos.application.lead.source.PersonKey;
import io.agencyos.application.lead.source.PersonProfile;
import io.agencyos.application.platform.flow.Flow;
import io.agencyos.application.platform.flow.FlowStep;
import io.agencyos.application.platform.flow.StepContext;
import io.agencyos.application.platform.flow.StepResult;
import io.agencyos.application.platform.flow.run.Outcome;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.allocation.AssignmentRefusal;
import io.agencyos.domain.allocation.IcpFilter;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.Alert;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.platform.flow.Counts;
import io.agencyos.domain.platform.flow.FailureClass;
import io.agencyos.domain.platform.flow.RunFailure;
import io.agencyos.domain.platform.flow.WorkClass;
import io.agencyos.domain.platform.usage.CreditForecast;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.EntityId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The flow {@code pool_population}: people whom a client's profile, or a campaign's, wants are bought from its data vendor
 * until so many are there, those of the pool first. A page is looked at in parts; a part is bought, stored and remembered
 * before the next one, so that a crash buys at most one part twice and stores nobody twice. Source: flows 2.3, scoring
 * POOL-12.
 */
public final class PoolPopulation {

    public static final String FLOW = "pool_population";

    /** The most that one run may be asked for. */
    public static final int MOST = 5_000;

    private static final String NEED = "need";
    private static final String USABLE = "usable";
    private static final int PART = 25;
    private static final int LAST_PAGE = 50;
    private static final int TRIES = 6;
    private static final Duration HOURLY = Duration.ofHours(1);
    private static final Duration AT_LEAST = Duration.ofSeconds(30);

    private final PeopleSources sources;
    private final StockPool stock;
    private final SourcingPlan plan;
    private final Consumer<Alert> alerts;
    private final UnitOfWork units;

    private PoolPopulation(
            PeopleSources sources, StockPool stock, SourcingPlan plan, Consumer<Alert> alerts, UnitOfWork units) {
        this.sources = sources;
        this.stock = stock;
        this.plan = plan;
        this.alerts = alerts;
        this.units = units;
    }

    /**
     * What a run is for.
     *
     * @param campaign whose targets replace the profile's, empty for the profile alone
     * @param target people who can be claimed, 1–5,000
     */
    public record Wanted(Optional<CampaignId> campaign, int target) {

        static Result<Wanted, String> read(Map<String, String> params) {
            if (!Set.of("campaign_id", "target").containsAll(params.keySet())) {
                return Result.err("the known parameters are campaign_id and target");
            }
            Optional<Integer> target = number(params.getOrDefault("target", ""));
            if (target.isEmpty()) {
                return Result.err("target is a number from 1 to " + MOST);
            }
            String campaign = params.get("campaign_id");
            return campaign == null
                    ? Result.ok(new Wanted(Optional.empty(), target.get()))
                    : EntityId.parse(campaign, CampaignId::new)
                            .map(id -> new Wanted(Optional.of(id), target.get()))
                            .mapError(problem -> "campaign_id is no id");
        }

        private static Optional<Integer> number(String text) {
            return Optional.of(text)
                    .filter(digits -> digits.matches("\\d{1,4}"))
                    .map(Integer::parseInt)
                    .filter(number -> number >= 1 && number <= MOST);
        }
    }

    /** @param alerts hears, in a unit of work, what staff has to know */
    public static Flow<Wanted> flow(
            PeopleSources sources, StockPool stock, SourcingPlan plan, Consumer<Alert> alerts, UnitOfWork units) {
        PoolPopulation work = new PoolPopulation(sources, stock, plan, alerts, units);
        return new Flow<>(
                FLOW,
                1,
                WorkClass.BATCH,
                Role.MEMBER,
                Set.of(BreakerScope.CREDITS, BreakerScope.SUBSCRIPTION),
                false,
                Wanted::read,
                List.of(
                        new FlowStep.Calling<>("criteria", 1, work::criteria),
                        new FlowStep.Calling<>("source", 9, PeopleSources.ACCOUNT, work::source)));
    }

    private StepResult criteria(StepContext<Wanted> context) {
        Wanted wanted = context.params();
        return switch (plan.need(context.client(), wanted.campaign(), wanted.target())) {
            case Result.Err<SourcingPlan.Need, AssignmentRefusal>(AssignmentRefusal refusal) ->
                new StepResult.Skipped(Outcome.reason(refusal.wire()));
            case Result.Ok<SourcingPlan.Need, AssignmentRefusal>(SourcingPlan.Need need) -> {
                Outcome told = Outcome.count("target", need.target())
                        .with("in_pool", need.inPool())
                        .with(NEED, need.toBuy());
                yield new StepResult.Done(
                        Counts.NONE, need.toBuy() == 0 ? told.plus(Outcome.reason("enough_in_pool")) : told);
            }
        };
    }

    private StepResult source(StepContext<Wanted> context) {
        int need = context.run().outcome().counts().getOrDefault(NEED, 0L).intValue();
        if (need == 0) {
            return new StepResult.Skipped(Outcome.NONE);
        }
        Optional<PeopleSources.Source> source = sources.of(context.client());
        if (source.isEmpty()) {
            return new StepResult.Done(Counts.done(need, 0), shortBy(need).plus(Outcome.reason("no_data_vendor")));
        }
        SourcingPlace place = context.cursor() == null ? SourcingPlace.START : SourcingPlace.read(context.cursor());
        Part part = new Part(context, source.get(), search(context), place, need);
        return forecast(context, source.get(), need)
                .map(lacking -> part.givenUp(
                        "vendor_credits_short",
                        Outcome.count("vendor_credits_expected", lacking.expected())
                                .with("vendor_credits_left", lacking.left())))
                .orElseGet(part::bought);
    }

    /** Before the first call: each record costs a credit. An account that cannot be read is not taken for empty. */
    private static Optional<CreditForecast> forecast(
            StepContext<Wanted> context, PeopleSources.Source source, int need) {
        return source.credits()
                .filter(asked -> context.cursor() == null)
                .flatMap(credits -> credits.remaining(context.client()).toOptional())
                .map(left -> new CreditForecast(need, left.left()))
                .filter(forecast -> !forecast.fits());
    }

    private SourcingSearch search(StepContext<Wanted> context) {
        return plan.search(
                context.client(),
                context.params().campaign(),
                context.run().id().text());
    }

    private static Outcome shortBy(int missing) {
        return missing > 0 ? Outcome.count(Outcome.SHORTFALL, missing) : Outcome.NONE;
    }

    /** One part of one page. */
    private final class Part {

        private final StepContext<Wanted> context;
        private final PeopleSources.Source source;
        private final SourcingSearch search;
        private final SourcingPlace place;
        private final int need;

        Part(
                StepContext<Wanted> context,
                PeopleSources.Source source,
                SourcingSearch search,
                SourcingPlace place,
                int need) {
            this.context = context;
            this.source = source;
            this.search = search;
            this.place = place;
            this.need = need;
        }

        StepResult bought() {
            if (place.got() >= need || search.isOver(place)) {
                return ended(Outcome.NONE);
            }
            if (!search.hasRange(place)) {
                return more(place.nextTier(), Outcome.NONE);
            }
            PeopleQuery query = search.query(place);
            return switch (source.search().search(context.client(), query, place.page())) {
                case Result.Err<PeopleSearch.Page, VendorFailure>(VendorFailure failure) -> failed(failure);
                case Result.Ok<PeopleSearch.Page, VendorFailure>(PeopleSearch.Page page) -> bought(page);
            };
        }

        private StepResult bought(PeopleSearch.Page page) {
            List<PeopleSearch.Preview> left = page.people()
                    .subList(
                            Math.min(place.offset(), page.people().size()),
                            page.people().size());
            if (left.isEmpty()) {
                boolean further = page.more() && place.page() < LAST_PAGE;
                return more(further ? place.nextPage() : place.nextRange(), Outcome.count("pages", 1));
            }
            List<PeopleSearch.Preview> part =
                    left.subList(0, Math.min(left.size(), Math.min(PART, need - place.got())));
            Outcome looked = Outcome.count("found", part.size());
            List<PeopleSearch.Preview> worth = worth(part);
            if (worth.size() < part.size()) {
                looked = looked.with("skipped_not_wanted", part.size() - worth.size());
            }
            return worth.isEmpty() ? more(place.after(part.size(), 0), looked) : stocked(part.size(), worth, looked);
        }

        /**
         * Those whose records are worth their price: with an address, of a title that is wanted, not yet known, and of a company that may
         * hear of the client through one more person.
         */
        private List<PeopleSearch.Preview> worth(List<PeopleSearch.Preview> part) {
            List<PeopleSearch.Preview> wanted = part.stream()
                    .filter(PeopleSearch.Preview::hasEmail)
                    .filter(person -> search.filter().wantsTitle(person.title().orElse(null)))
                    .toList();
            Set<String> known = stock.known(
                    context.client(),
                    wanted.stream().map(PeopleSearch.Preview::ref).toList());
            List<PeopleSearch.Preview> unknown = wanted.stream()
                    .filter(person -> !known.contains(person.ref()))
                    .toList();
            CompanyRooms rooms = plan.rooms(
                    context.client(),
                    unknown.stream()
                            .flatMap(person -> person.company().stream())
                            .toList(),
                    context.run().order().createdAt());
            return unknown.stream()
                    .filter(person -> rooms.take(person.company()))
                    .toList();
        }

        private StepResult stocked(int looked, List<PeopleSearch.Preview> worth, Outcome so) {
            var batch = source.enrichment()
                    .enrichAll(
                            context.client(),
                            worth.stream()
                                    .map(person -> PersonKey.ref(person.ref()))
                                    .toList());
            List<PersonProfile> people = new ArrayList<>();
            VendorFailure broken = null;
            for (Result<Optional<PersonProfile>, VendorFailure> answer : batch.people()) {
                switch (answer) {
                    case Result.Ok<Optional<PersonProfile>, VendorFailure>(Optional<PersonProfile> person) ->
                        person.ifPresent(people::add);
                    case Result.Err<Optional<PersonProfile>, VendorFailure>(VendorFailure failure) -> broken = failure;
                }
            }
            StockPool.Stocked stocked = stock.stock(context.client(), people, search.excluded(place));
            Outcome told = so.with("vendor_credits", batch.credits());
            for (Map.Entry<StockPool.Fate, Integer> fate : stocked.fates().entrySet()) {
                told = told.with(fate.getKey().wire(), fate.getValue());
            }
            if (broken != null) {
                // what was bought is stored; the rest of the part is asked for again, and whoever is known is not
                SourcingPlace again = place.after(0, stocked.usable());
                return new Part(context, source, search, again, need).failed(broken, told);
            }
            return more(place.after(looked, stocked.usable()), told);
        }

        private StepResult more(SourcingPlace next, Outcome told) {
            return new StepResult.More(next.written(), Counts.done(need, Math.min(need, next.got())), told);
        }

        private StepResult failed(VendorFailure failure) {
            return failed(failure, Outcome.NONE);
        }

        /** What passes is waited for: as long as the vendor says, else hourly and six times; the rest needs a person. */
        private StepResult failed(VendorFailure failure, Outcome told) {
            return switch (failure) {
                case VendorFailure.RateLimited(var details, Duration after) ->
                    waits(place, context.now().plus(after.compareTo(AT_LEAST) < 0 ? AT_LEAST : after), told);
                case VendorFailure.Unavailable _, VendorFailure.Timeout _ -> {
                    if (place.tries() < TRIES) {
                        yield waits(place.failed(), context.now().plus(HOURLY), told);
                    }
                    yield givenUp("vendor_unavailable", told);
                }
                case VendorFailure.OutOfCredits _ -> givenUp("vendor_out_of_credits", told);
                case VendorFailure.Unauthorized _ ->
                    new StepResult.Failed(RunFailure.of(
                            FailureClass.CREDENTIAL,
                            "UNAUTHORIZED",
                            "The data vendor " + source.vendor() + " refuses the client's key. Connect it again."));
                case VendorFailure.Invalid _, VendorFailure.NotFound _, VendorFailure.Conflict _ ->
                    new StepResult.Failed(RunFailure.of(
                            FailureClass.PERMANENT,
                            "REFUSED",
                            "The data vendor " + source.vendor() + " does not understand what the profile asks for."));
            };
        }

        private StepResult waits(SourcingPlace at, Instant until, Outcome told) {
            return at.got() == placeBefore() && told.equals(Outcome.NONE)
                    ? new StepResult.Waits(at.written(), until)
                    // what was bought is counted first; the next look waits, if it has to
                    : more(at, told);
        }

        private int placeBefore() {
            return context.cursor() == null
                    ? 0
                    : SourcingPlace.read(context.cursor()).got();
        }

        private StepResult givenUp(String reason, Outcome told) {
            units.inTenant(TenantScope.worker(context.client()), () -> {
                alerts.accept(Alert.of(
                        FLOW + ":" + context.client().text(),
                        Alert.Severity.WARNING,
                        FLOW,
                        context.client(),
                        "People could not be bought for a client",
                        Map.of(
                                "reason",
                                reason,
                                "vendor",
                                source.vendor(),
                                "missing",
                                Integer.toString(need - place.got())),
                        context.now()));
                return reason;
            });
            return ended(told.plus(Outcome.reason(reason)));
        }

        private StepResult ended(Outcome told) {
            int missing = need - place.got();
            Outcome all = told.plus(shortBy(missing)).with(USABLE, place.got());
            if (search.explores()) {
                all = all.with("explored", place.got());
            }
            boolean nobody = place.got() == 0 && told.words().isEmpty();
            return new StepResult.Done(new Counts(need, place.got(), 0, missing, 0), nobody ? all.plus(nobody()) : all);
        }

        /** Nobody fits: the filter whose removal would add the most people is named. */
        private Outcome nobody() {
            IcpFilter.Dimension widest = null;
            long most = 0;
            for (Map.Entry<IcpFilter.Dimension, PeopleQuery> wider :
                    search.wider().entrySet()) {
                long total = source.search()
                        .search(context.client(), wider.getValue(), 1)
                        .toOptional()
                        .map(PeopleSearch.Page::total)
                        .orElse(0L);
                if (total > most) {
                    most = total;
                    widest = wider.getKey();
                }
            }
            Outcome told = Outcome.reason("no_matches");
            return widest == null ? told : told.plus(new Outcome(Map.of(), Map.of("widen", widest.wire())));
        }
    }
}
