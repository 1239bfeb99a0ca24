package io.agencyos.adapters.out.sandbox.apollo;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.population.Company;
import io.agencyos.adapters.out.sandbox.population.Person;
import io.agencyos.adapters.out.sandbox.world.Outgoing;
import io.agencyos.adapters.out.sandbox.world.Pushes;
import io.agencyos.adapters.out.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Companies, the jobs that they advertise and numbers that come two minutes after they were asked for. */
final class FinerData {

    private static final String PATH = Apollo.PATH;
    /** In a million: companies that advertise a job. */
    private static final int HIRING = 300_000;

    private static final int MOST_AGE_IN_DAYS = 120;
    private static final Duration REVEALED_AFTER = Duration.ofMinutes(2);
    private static final int CREDITS_OF_A_NUMBER = 8;

    private static final class Reveal {
        private final List<Person> people;
        private final Instant due;
        private boolean paid;

        private Reveal(List<Person> people, Instant due) {
            this.people = people;
            this.due = due;
        }
    }

    private final World world;
    private final Apollo team;
    private final Pushes pushes;
    private final Map<Long, Reveal> reveals = new LinkedHashMap<>();

    FinerData(World world, Apollo team, Pushes pushes) {
        this.world = world;
        this.team = team;
        this.pushes = pushes;
    }

    void register(Router router) {
        router.write("POST", PATH + "/mixed_companies/search", this::search);
        router.write("GET", PATH + "/organizations/{id}/job_postings", this::jobs);
        router.write(
                "POST", PATH + "/news_articles/search", request -> team.isEmpty() ? Apollo.noCredits() : paidNews());
        router.free("GET", PATH + "/webhook_result/{id}", this::revealed);
    }

    private Response paidNews() {
        team.pay("news", 1);
        return Response.ok(Json.object("news_articles", List.of()));
    }

    private Response search(Request request) {
        if (team.isEmpty()) {
            return Apollo.noCredits();
        }
        team.pay("companies", 1);
        Body query = request.body();
        List<String> domains = query.texts("q_organization_domains_list");
        List<String> keywords = query.texts("q_organization_keyword_tags");
        List<Company> fitting = team.companies().stream()
                .filter(company -> domains.isEmpty() || domains.contains(company.domain()))
                .filter(company -> query.text("q_organization_name")
                        .map(name -> company.name().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)))
                        .orElse(true))
                .filter(company -> Apollo.any(
                        keywords,
                        company.industry().label() + " " + company.industry().keywords()))
                .filter(company -> Apollo.any(
                        query.texts("organization_locations"),
                        company.place().city() + ", " + company.place().country()))
                .filter(company -> Apollo.sized(query.texts("organization_num_employees_ranges"), company.employees()))
                .toList();
        int size = query.number("per_page").orElse(25);
        int page = query.number("page").orElse(1);
        int from = Math.min(fitting.size(), (page - 1) * size);
        List<Map<String, @Nullable Object>> shown =
                fitting.subList(from, Math.min(fitting.size(), from + size)).stream()
                        .map(Apollo::shown)
                        .toList();
        return Response.ok(Json.object(
                "pagination",
                Json.object(
                        "page",
                        page,
                        "per_page",
                        size,
                        "total_entries",
                        fitting.size(),
                        "total_pages",
                        (fitting.size() + size - 1) / size),
                "accounts",
                List.of(),
                "organizations",
                shown,
                "model_ids",
                shown.stream().map(company -> company.get("id")).toList()));
    }

    private Response jobs(Request request) {
        Optional<Company> known = team.companies().stream()
                .filter(company -> Apollo.idOf(company).equals(request.path("id")))
                .findFirst();
        if (known.isEmpty()) {
            return Response.of(422, Json.object("error", "Invalid organization id"));
        }
        if (team.isEmpty()) {
            return Apollo.noCredits();
        }
        team.pay("jobs of " + request.path("id"), 1);
        return Response.ok(Json.object(
                "organization_job_postings", isHiring(known.get()) ? List.of(job(known.get())) : List.of()));
    }

    /** Whether a company advertises a job; follows from the seed. */
    private boolean isHiring(Company company) {
        return world.dice().hits(HIRING, "hiring", company.number());
    }

    private Map<String, @Nullable Object> job(Company company) {
        int age = world.dice().between(1, MOST_AGE_IN_DAYS, "job age", company.number());
        return Json.object(
                "id",
                "job" + company.number(),
                "title",
                "Marketing Coordinator",
                "url",
                "https://jobs.example/" + company.number(),
                "city",
                company.place().city(),
                "last_seen_at",
                world.now().minus(Duration.ofDays(1)).toString(),
                "posted_at",
                world.now().minus(Duration.ofDays(age)).toString());
    }

    /**
     * Numbers are paid for when they are told, not before.
     *
     * @param tellAt where the asker wants to hear of it, without any proof of ours; nobody beyond this machine is called
     */
    long ask(List<Person> people, String tellAt) {
        long id = -1 - reveals.size();
        Reveal reveal = new Reveal(people, world.now().plus(REVEALED_AFTER));
        reveals.put(id, reveal);
        if (tellAt.startsWith("http://127.0.0.1:")) {
            String name = Long.toString(id);
            world.schedule(
                    reveal.due,
                    "numbers " + name,
                    () -> pushes.push(
                            "numbers " + name, "numbers " + name, name, (signed, heard) -> told(id, reveal, tellAt)));
        }
        return id;
    }

    private Outgoing told(long id, Reveal reveal, String tellAt) {
        return new Outgoing(
                "numbers " + id,
                tellAt,
                "application/json",
                Json.write(Json.object("request_id", id, "webhook_result", result(found(reveal)))),
                at -> Map.of());
    }

    private static List<Person> found(Reveal reveal) {
        return reveal.people.stream()
                .filter(person -> !person.directPhone().isEmpty())
                .toList();
    }

    private static Map<String, @Nullable Object> result(List<Person> found) {
        return Json.object(
                "status",
                "success",
                "credits_consumed",
                found.size() * CREDITS_OF_A_NUMBER,
                "people",
                found.stream().map(FinerData::number).toList());
    }

    private Response revealed(Request request) {
        Reveal reveal =
                request.path("id").matches("-?\\d{1,18}") ? reveals.get(Long.parseLong(request.path("id"))) : null;
        if (reveal == null) {
            return Response.of(404, Json.object("error_code", "request_id_unknown"));
        }
        if (world.now().isBefore(reveal.due)) {
            return Response.of(404, Json.object("error_code", "result_pending", "retry_after_seconds", 30));
        }
        List<Person> found = found(reveal);
        if (!reveal.paid) {
            reveal.paid = true;
            found.forEach(person -> team.pay("number of " + Apollo.idOf(person), CREDITS_OF_A_NUMBER));
        }
        return Response.ok(Json.object(
                "request_id", request.path("id"), "webhook_status", "delivered", "webhook_result", result(found)));
    }

    private static Map<String, @Nullable Object> number(Person person) {
        return Json.object(
                "id",
                Apollo.idOf(person),
                "phone_numbers",
                List.of(Json.object(
                        "raw_number",
                        person.directPhone(),
                        "sanitized_number",
                        person.directPhone(),
                        "type_cd",
                        "work_direct",
                        "position",
                        0)));
    }
}
