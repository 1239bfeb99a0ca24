package io.agencyos.adapters.out.memory.lead;

import io.agencyos.application.lead.source.CompanySearch;
import io.agencyos.application.lead.source.CompanySignals;
import io.agencyos.application.lead.source.PersonKey;
import io.agencyos.application.lead.source.PhoneReveal;
import io.agencyos.application.platform.vendor.VendorCredits;
import io.agencyos.domain.lead.JobPosting;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.VendorFailure.Details;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Companies, jobs and numbers that it was told of. A page is a credit, a number eight, and comes when it is told to. Thread-safe. */
public final class FakeCompanyData implements CompanySearch, CompanySignals, PhoneReveal, VendorCredits {

    private static final int NUMBER = 8;
    private static final int MOST_PEOPLE = 10;

    private static final class Question {
        private final List<String> people;
        private boolean due;
        private boolean charged;

        private Question(List<String> people) {
            this.people = people;
        }
    }

    private final Map<String, Preview> companies = new LinkedHashMap<>();
    private final Map<String, List<JobPosting>> jobs = new LinkedHashMap<>();
    private final Map<String, PhoneNumber> numbers = new LinkedHashMap<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<Article> articles = new ArrayList<>();
    private final List<URI> heard = new ArrayList<>();
    private @Nullable VendorFailure refusal;
    private boolean losing;
    private long credits;

    public FakeCompanyData(long credits) {
        this.credits = credits;
    }

    public synchronized void add(Preview company, List<JobPosting> advertised) {
        companies.put(company.ref(), company);
        jobs.put(company.ref(), List.copyOf(advertised));
    }

    public synchronized void add(String person, PhoneNumber number) {
        numbers.put(person, number);
    }

    public synchronized void add(Article article) {
        articles.add(article);
    }

    /** Every question that was taken has its answer from now on. */
    public synchronized void answerAll() {
        questions.forEach(question -> question.due = true);
    }

    /** The next question, or look for an answer, is refused. */
    public synchronized void refuse(VendorFailure failure) {
        refusal = failure;
    }

    /** The next question arrives, its receipt does not. */
    public synchronized void loseReceipt() {
        losing = true;
    }

    /** Where it may tell of each question that it took. */
    public synchronized List<URI> heard() {
        return List.copyOf(heard);
    }

    /** By reference, else by address. */
    private static String name(PersonKey key) {
        return key.ref() != null
                ? key.ref()
                : key.email() == null ? "" : key.email().value();
    }

    private static Details details(String message) {
        return Details.of("fake-data", "ask", message);
    }

    private Optional<VendorFailure> unpaid() {
        return credits <= 0
                ? Optional.of(new VendorFailure.OutOfCredits(details("no credits are left")))
                : Optional.empty();
    }

    @Override
    public synchronized Result<Page, VendorFailure> search(ClientId client, Query query, int page) {
        if (query.isEmpty()) {
            return Result.err(
                    new VendorFailure.Invalid(details("at least one filter"), "query", "at least one filter"));
        }
        return unpaid().<Result<Page, VendorFailure>>map(Result::err).orElseGet(() -> {
            credits--;
            List<Preview> fitting = companies.values().stream()
                    .filter(company -> query.domains().isEmpty()
                            || company.domain()
                                    .filter(query.domains()::contains)
                                    .isPresent())
                    .filter(company -> query.name() == null
                            || company.name()
                                    .toLowerCase(Locale.ROOT)
                                    .contains(query.name().toLowerCase(Locale.ROOT)))
                    .toList();
            return Result.ok(new Page(page == 1 ? fitting : List.of(), fitting.size(), false));
        });
    }

    @Override
    public synchronized Result<List<JobPosting>, VendorFailure> jobPostings(ClientId client, String companyRef) {
        List<JobPosting> advertised = jobs.get(companyRef);
        if (advertised == null) {
            return Result.err(new VendorFailure.NotFound(details("no such company")));
        }
        return unpaid().<Result<List<JobPosting>, VendorFailure>>map(Result::err)
                .orElseGet(() -> {
                    credits--;
                    return Result.ok(advertised);
                });
    }

    @Override
    public synchronized Result<List<Article>, VendorFailure> news(
            ClientId client, Set<String> companyRefs, LocalDate from, LocalDate to) {
        return unpaid().<Result<List<Article>, VendorFailure>>map(Result::err).orElseGet(() -> {
            credits--;
            return Result.ok(articles.stream()
                    .filter(article -> article.companies().stream().anyMatch(companyRefs::contains))
                    .toList());
        });
    }

    @Override
    public synchronized Result<Handle, VendorFailure> request(ClientId client, List<PersonKey> people, URI tellAt) {
        if (people.isEmpty() || people.size() > MOST_PEOPLE) {
            return Result.err(new VendorFailure.Invalid(details("one to ten people"), "people", "one to ten people"));
        }
        VendorFailure failure = refused();
        if (failure != null) {
            return Result.err(failure);
        }
        heard.add(tellAt);
        questions.add(new Question(people.stream().map(FakeCompanyData::name).toList()));
        if (losing) {
            losing = false;
            return Result.err(new VendorFailure.Timeout(details("no receipt").asAmbiguous()));
        }
        return Result.ok(new Handle(String.valueOf(questions.size()), 0));
    }

    private @Nullable VendorFailure refused() {
        VendorFailure failure = refusal;
        refusal = null;
        return failure;
    }

    @Override
    public synchronized Result<Answer, VendorFailure> result(ClientId client, String handle) {
        VendorFailure failure = refused();
        if (failure != null) {
            return Result.err(failure);
        }
        int number = Integer.parseInt(handle);
        if (number < 1 || number > questions.size()) {
            return Result.err(new VendorFailure.NotFound(details("no such question")));
        }
        Question question = questions.get(number - 1);
        if (!question.due) {
            return Result.ok(new Answer.Pending(Duration.ofSeconds(30)));
        }
        Map<String, List<PhoneNumber>> found = new LinkedHashMap<>();
        question.people.stream()
                .filter(numbers::containsKey)
                .forEach(person -> found.put(person, List.of(numbers.get(person))));
        int cost = found.size() * NUMBER;
        if (!question.charged) {
            question.charged = true;
            credits -= cost;
        }
        return Result.ok(new Answer.Revealed(found, cost));
    }

    @Override
    public synchronized Result<Credits, VendorFailure> remaining(ClientId client) {
        return Result.ok(new Credits(credits, Optional.empty()));
    }
}
