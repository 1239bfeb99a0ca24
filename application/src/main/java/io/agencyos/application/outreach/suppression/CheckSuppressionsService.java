package io.agencyos.application.outreach.suppression;

import io.agencyos.application.client.Clients;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.lead.store.Suppressions.Subject;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.InputProblem;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.contact.Country;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.contact.IdentityKeys;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.contact.PhoneNumbers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All that can be read is looked up in one round trip, by the same keys as a send is checked by. */
final class CheckSuppressionsService implements CheckSuppressions {

    private final Suppressions suppressions;
    private final Clients clients;
    private final IdentityKeys keys;
    private final UnitOfWork units;
    private final ClockPort clock;

    CheckSuppressionsService(
            Suppressions suppressions, Clients clients, IdentityKeys keys, UnitOfWork units, ClockPort clock) {
        this.suppressions = suppressions;
        this.clients = clients;
        this.keys = keys;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public List<Result<Answer, InputProblem>> check(TenantScope scope, List<Question> questions) {
        return units.inTenant(scope.asWorker(), () -> {
            Country home = clients.find(scope.clientId()).map(Client::country).orElse(Country.AUSTRALIA);
            List<Result<Subject, InputProblem>> subjects =
                    questions.stream().map(question -> subject(question, home)).toList();
            Map<Integer, Subject> readable = new HashMap<>();
            for (int i = 0; i < subjects.size(); i++) {
                int at = i;
                subjects.get(i).toOptional().ifPresent(subject -> readable.put(at, subject));
            }
            Map<Integer, Suppression> found = suppressions.matchAll(scope.clientId(), readable, clock.now());
            return IntStream.range(0, questions.size())
                    .mapToObj(at -> subjects.get(at)
                            .map(subject -> new Answer(questions.get(at), Optional.ofNullable(found.get(at)))))
                    .toList();
        });
    }

    private Result<Subject, InputProblem> subject(Question question, Country home) {
        return switch (question.type()) {
            case EMAIL -> EmailAddress.parse(question.text()).map(email -> named(email, null, null, null));
            case PHONE -> PhoneNumbers.parse(question.text(), home).map(phone -> named(null, phone, null, null));
            case LINKEDIN -> LinkedInUrl.parse(question.text()).map(profile -> named(null, null, profile, null));
            case DOMAIN -> keys.suppressionDomain(question.text()).map(domain -> named(null, null, null, domain));
            case PERSON, COMPANY ->
                Result.err(new InputProblem("unknown_field", "Addresses, numbers, profiles and domains are checked."));
        };
    }

    private static Subject named(
            @Nullable EmailAddress email,
            @Nullable PhoneNumber phone,
            @Nullable LinkedInUrl profile,
            @Nullable DomainName domain) {
        return new Subject(
                null, null, new ContactPoints(email, EmailStatus.UNKNOWN, phone, profile), domain, null, List.of());
    }
}
