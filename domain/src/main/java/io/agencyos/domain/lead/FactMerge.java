package io.agencyos.domain.lead;

import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.scoring.match.Seniority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How newer facts of a person join the ones we have: what is said overwrites, what is not said never erases, and a
 * verified address is not doubted by an unverified source of the same address. Source: scoring POOL-2, data model 6.
 */
public final class FactMerge {

    private FactMerge() {}

    public static ContactPoints contact(ContactPoints known, ContactPoints said) {
        boolean sameAddress = known.email() != null
                && said.email() != null
                && known.email().key().equals(said.email().key());
        EmailStatus status = said.email() == null
                ? known.emailStatus()
                : sameAddress ? betterKnown(known.emailStatus(), said.emailStatus()) : said.emailStatus();
        return new ContactPoints(
                sameAddress ? known.email() : orKnown(said.email(), known.email()),
                status,
                orKnown(said.phone(), known.phone()),
                orKnown(said.linkedIn(), known.linkedIn()));
    }

    public static PersonDetails person(PersonDetails known, PersonDetails said) {
        return new PersonDetails(
                orKnown(said.firstName(), known.firstName()),
                orKnown(said.lastName(), known.lastName()),
                orKnown(said.title(), known.title()),
                said.seniority() == Seniority.UNKNOWN ? known.seniority() : said.seniority(),
                orKnown(said.city(), known.city()),
                orKnown(said.state(), known.state()),
                orKnown(said.country(), known.country()));
    }

    public static CompanyDetails company(CompanyDetails known, CompanyDetails said) {
        return new CompanyDetails(
                orKnown(said.name(), known.name()),
                orKnown(said.domain(), known.domain()),
                orKnown(said.industry(), known.industry()),
                orKnown(said.employeeCount(), known.employeeCount()),
                orKnown(said.city(), known.city()),
                orKnown(said.state(), known.state()),
                orKnown(said.country(), known.country()),
                orKnown(said.websiteUrl(), known.websiteUrl()),
                orKnown(said.linkedInKey(), known.linkedInKey()),
                orKnown(said.foundedYear(), known.foundedYear()),
                orKnown(said.hiring(), known.hiring()),
                orKnown(said.latestFundingDate(), known.latestFundingDate()),
                orKnown(said.technologies(), known.technologies()),
                orKnown(said.keywords(), known.keywords()));
    }

    private static EmailStatus betterKnown(EmailStatus known, EmailStatus said) {
        boolean doubt = said == EmailStatus.UNKNOWN || said == EmailStatus.GUESSED;
        return doubt && known != EmailStatus.UNKNOWN ? known : said;
    }

    private static <T> @Nullable T orKnown(@Nullable T said, @Nullable T known) {
        return said == null ? known : said;
    }

    private static List<String> orKnown(List<String> said, List<String> known) {
        return said.isEmpty() ? known : said;
    }
}
