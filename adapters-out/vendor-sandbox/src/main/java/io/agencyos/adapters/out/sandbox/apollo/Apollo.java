package io.agencyos.adapters.out.sandbox.apollo;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.ledger.LedgerRow;
import io.agencyos.adapters.out.sandbox.population.Company;
import io.agencyos.adapters.out.sandbox.population.Person;
import io.agencyos.adapters.out.sandbox.population.Strangers;
import io.agencyos.adapters.out.sandbox.world.Pushes;
import io.agencyos.adapters.out.sandbox.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The vendor: a team with credits that fall with every record that is found. It knows the invented people, and whoever else is
 * made up where the population has strangers.
 */
public final class Apollo {

    /** Path under which the vendor answers, followed by its own paths. */
    public static final String PATH = "/apollo/api/v1";

    public static final String KEY = "sandbox-key";

    private static final long LIMIT = 12_000;
    private static final long SEARCHES_A_DAY = 2_000;
    private static final int MOST_TOGETHER = 10;

    private final World world;
    private final FinerData finer;
    /** Who was asked for that nobody invented, by the number under which they are known from then on. */
    private final Map<String, Person> met = new LinkedHashMap<>();

    private long left = LIMIT;
    private long searches;

    public Apollo(World world, Pushes pushes) {
        this.world = world;
        this.finer = new FinerData(world, this, pushes);
    }

    /** Whether a request comes from the team. */
    public boolean admits(UnaryOperator<String> header) {
        return header.apply("x-api-key").equals(KEY);
    }

    boolean isEmpty() {
        return left <= 0;
    }

    /** Registers every route of the subset. */
    public void register(Router router) {
        finer.register(router);
        router.free("POST", PATH + "/mixed_people/api_search", this::search);
        router.write("POST", PATH + "/people/match", this::match);
        router.write("POST", PATH + "/people/bulk_match", this::matchAll);
        router.write("GET", PATH + "/organizations/enrich", this::company);
        router.write("POST", PATH + "/organizations/bulk_enrich", this::companies);
        router.free(
                "POST",
                PATH + "/usage_stats/credit_usage_stats",
                request -> Response.ok(Json.object(
                        "credit_usage_stats",
                        Json.object(
                                "lead_credit",
                                Json.object("limit", LIMIT, "consumed", LIMIT - left, "left_over", left)))));
        router.free(
                "POST",
                PATH + "/usage_stats/api_usage_stats",
                request -> Response.ok(Json.object(
                        "[\"api/v1/mixed_people\", \"api_search\"]",
                        Json.object("day", counted(SEARCHES_A_DAY, searches), "minute", counted(0, 0)),
                        "[\"api/v1/contacts\", \"search\"]",
                        Json.object("day", counted(SEARCHES_A_DAY, 0)))));
        router.write("PUT", "/_sandbox/data/credits", request -> {
            left = request.body().number("left").orElse(0);
            return Response.noContent();
        });
    }

    /** @param limit 0 for none */
    private static Map<String, Object> counted(long limit, long consumed) {
        return limit == 0
                ? Json.object("consumed", consumed)
                : Json.object("limit", limit, "consumed", consumed, "left_over", limit - consumed);
    }

    static String idOf(Person person) {
        return "person" + person.number();
    }

    static String idOf(Company company) {
        return "company" + company.number();
    }

    private Response search(Request request) {
        searches++;
        Body query = request.body();
        List<Person> fitting = world.population().people().stream()
                .filter(person -> any(query.texts("person_titles"), person.title()))
                .filter(person -> any(
                        query.texts("person_locations"),
                        person.company().place().city() + ", "
                                + person.company().place().country()))
                .filter(person -> any(
                        query.texts("organization_locations"),
                        person.company().place().city() + ", "
                                + person.company().place().country()))
                .filter(person -> query.texts("q_organization_domains_list").isEmpty()
                        || query.texts("q_organization_domains_list")
                                .contains(person.company().domain()))
                .filter(person -> sized(
                        query.texts("organization_num_employees_ranges"),
                        person.company().employees()))
                .filter(person -> any(
                        query.texts("q_organization_keyword_tags"),
                        person.company().industry().label() + " "
                                + person.company().industry().keywords()))
                .filter(person -> any(query.texts("contact_email_status"), person.emailStatus()))
                .toList();
        int size = query.number("per_page").orElse(25);
        int from = Math.min(fitting.size(), (query.number("page").orElse(1) - 1) * size);
        return Response.ok(Json.object(
                "total_entries",
                fitting.size(),
                "people",
                fitting.subList(from, Math.min(fitting.size(), from + size)).stream()
                        .map(Apollo::preview)
                        .toList()));
    }

    /** Whether one of the wishes is met; every word of a wish must stand in the text. */
    static boolean any(List<String> wishes, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return wishes.isEmpty()
                || wishes.stream()
                        .anyMatch(wish -> List.of(wish.toLowerCase(Locale.ROOT).split("[,\\s]+")).stream()
                                .allMatch(lower::contains));
    }

    static boolean sized(List<String> ranges, int employees) {
        return ranges.isEmpty()
                || ranges.stream()
                        .map(range -> range.split(","))
                        .anyMatch(ends ->
                                Integer.parseInt(ends[0]) <= employees && employees <= Integer.parseInt(ends[1]));
    }

    private static Map<String, @Nullable Object> preview(Person person) {
        String last = person.lastName();
        return Json.object(
                "id",
                idOf(person),
                "first_name",
                person.firstName(),
                "last_name_obfuscated",
                last.isEmpty() ? "" : last.charAt(0) + "***",
                "title",
                person.title(),
                "has_email",
                !person.email().isEmpty(),
                "has_direct_phone",
                person.directPhone().isEmpty() ? "No" : "Yes",
                "organization",
                Json.object("name", person.company().name()));
    }

    private Optional<Person> find(Body key) {
        return invented(key).or(() -> stranger(key));
    }

    private Optional<Person> stranger(Body key) {
        Optional<Person> known = key.text("id").map(met::get);
        Optional<Person> found = known.or(() -> world.population()
                .strangers()
                .flatMap(strangers -> strangers.person(new Strangers.Said(
                        key.text("email").orElse(""),
                        key.text("first_name").orElse(""),
                        key.text("last_name").orElse(""),
                        key.text("organization_name").orElse(""),
                        key.text("linkedin_url").orElse("")))));
        found.ifPresent(person -> met.put(idOf(person), person));
        return found;
    }

    /** Everybody who is known by now: the invented, and who was asked for since. */
    List<Company> companies() {
        Map<Integer, Company> once = new TreeMap<>();
        world.population().people().forEach(person -> once.put(person.company().number(), person.company()));
        met.values().forEach(person -> once.put(person.company().number(), person.company()));
        return List.copyOf(once.values());
    }

    private Optional<Person> invented(Body key) {
        return world.population().people().stream()
                .filter(person -> key.text("id").filter(idOf(person)::equals).isPresent()
                        || !person.email().isEmpty()
                                && key.text("email")
                                        .filter(person.email()::equalsIgnoreCase)
                                        .isPresent()
                        || !person.linkedInUrl().isEmpty()
                                && key.text("linkedin_url")
                                        .filter(url ->
                                                person.linkedInUrl().endsWith(url.substring(url.indexOf("/in/"))))
                                        .isPresent()
                        || key.text("first_name")
                                        .filter(person.firstName()::equals)
                                        .isPresent()
                                && key.text("last_name")
                                        .filter(person.lastName()::equals)
                                        .isPresent()
                                && key.text("domain")
                                        .filter(person.company().domain()::equals)
                                        .isPresent())
                .findFirst();
    }

    static Response noCredits() {
        return Response.of(422, Json.object("error", "You have insufficient credits"));
    }

    private void paid(String ref) {
        pay(ref, 1);
    }

    void pay(String ref, int credits) {
        left -= credits;
        world.ledger()
                .add(LedgerRow.contact(
                        LedgerRow.Kind.RECORD, "apollo", world.now(), "team", "", ref, "", "", ref, ref));
    }

    private Response match(Request request) {
        if (left <= 0) {
            return noCredits();
        }
        return Response.ok(Json.object("person", bought(request.body()), "request_id", -left));
    }

    private @Nullable Map<String, @Nullable Object> bought(Body key) {
        return find(key)
                .map(person -> {
                    paid(idOf(person));
                    return shown(person);
                })
                .orElse(null);
    }

    private Response matchAll(Request request) {
        List<Body> details = request.body().bodies("details");
        if (details.size() > MOST_TOGETHER) {
            return Response.of(400, Json.object("status", "failed", "error_code", "RECORD_LIMIT_EXCEEDED"));
        }
        if (left <= 0) {
            return noCredits();
        }
        List<@Nullable Object> matches = new ArrayList<>();
        details.forEach(key -> matches.add(bought(key)));
        long asked = request.body().flag("reveal_phone_number")
                ? finer.ask(
                        details.stream().flatMap(key -> find(key).stream()).toList(),
                        request.body().text("webhook_url").orElse(""))
                : -left;
        return Response.ok(Json.object(
                "status",
                "success",
                "matches",
                matches,
                "credits_consumed",
                matches.stream().filter(Objects::nonNull).count(),
                "request_id",
                asked));
    }

    private Optional<Company> company(String domain) {
        return world.population().people().stream()
                .map(Person::company)
                .filter(company -> company.domain().equals(domain))
                .findFirst()
                .or(() -> world.population().strangers().flatMap(strangers -> strangers.company(domain)));
    }

    private Response company(Request request) {
        Optional<String> domain = request.query("domain");
        if (domain.isEmpty()) {
            return Response.of(422, Json.object("error", "Required parameter 'domain' missing"));
        }
        if (left <= 0) {
            return noCredits();
        }
        return Response.ok(Json.object(
                "organization",
                company(domain.get())
                        .map(company -> {
                            paid(idOf(company));
                            return shown(company);
                        })
                        .orElse(null)));
    }

    private Response companies(Request request) {
        if (left <= 0) {
            return noCredits();
        }
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        for (String domain : request.body().texts("domains").reversed()) {
            company(domain).ifPresent(company -> {
                paid(idOf(company));
                found.add(shown(company));
            });
        }
        return Response.ok(Json.object("status", "success", "organizations", found));
    }

    private static Map<String, @Nullable Object> shown(Person person) {
        return Json.object(
                "id",
                idOf(person),
                "first_name",
                person.firstName(),
                "last_name",
                person.lastName(),
                "title",
                person.title(),
                "email",
                person.email().isEmpty() ? null : person.email(),
                "email_status",
                person.emailStatus().toLowerCase(Locale.ROOT),
                "linkedin_url",
                person.linkedInUrl(),
                "city",
                person.company().place().city(),
                "state",
                person.company().place().state(),
                "country",
                person.company().place().country(),
                "organization_id",
                idOf(person.company()),
                "organization",
                shown(person.company()));
    }

    static Map<String, @Nullable Object> shown(Company company) {
        return Json.object(
                "id",
                idOf(company),
                "name",
                company.name(),
                "website_url",
                "http://www." + company.domain(),
                "primary_domain",
                company.domain(),
                "industry",
                company.industry().label(),
                "estimated_num_employees",
                company.employees(),
                "annual_revenue",
                company.annualRevenue(),
                "phone",
                company.phone(),
                "technology_names",
                List.of(company.technologies().split(",\\s*")),
                "city",
                company.place().city(),
                "state",
                company.place().state(),
                "country",
                company.place().country());
    }
}
