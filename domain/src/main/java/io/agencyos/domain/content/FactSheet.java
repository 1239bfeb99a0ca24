package io.agencyos.domain.content;

import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.ClientProfile;
import io.agencyos.domain.content.model.UntrustedText;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.CompanyMoves;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.PersonDetails;
import io.agencyos.domain.shared.Vocabulary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a text to a lead may be written from: facts of the lead, which are other people's words, and facts of the client, which are
 * ours. Scores, costs, private addresses and numbers are no facts here. Source: content 3.2, 3.11.
 *
 * @param lead most telling first
 * @param suspected sentences of the lead's that spoke to a model and were left out
 */
public record FactSheet(List<Fact> lead, List<Fact> client, int suspected) {

    private static final int LISTED = 5;
    private static final int LONGEST = 200;
    private static final int LONGEST_OURS = 300;
    private static final int FUNDED_DAYS = 90;
    private static final int NEW_IN_ROLE_MONTHS = 6;
    private static final int RECENT_DAYS = 30;

    /** How much a fact says. */
    public enum Priority implements Vocabulary {
        HIGH,
        MEDIUM,
        LOW,
        CLIENT
    }

    /** @param id by which an answer names it */
    public record Fact(String id, Priority priority, String text) {}

    public FactSheet {
        lead = List.copyOf(lead);
        client = List.copyOf(client);
    }

    /** Both, as words that may be said. */
    public Set<String> texts() {
        Set<String> texts = new LinkedHashSet<>();
        Stream.concat(lead.stream(), client.stream()).map(Fact::text).forEach(texts::add);
        return texts;
    }

    /** @param more what is ours to say beside the client's profile, such as who calls */
    public static FactSheet of(Lead lead, Client client, List<String> more, Instant now) {
        Sheet sheet = new Sheet();
        recent(lead, now, sheet);
        person(lead.person(), sheet);
        company(lead.company(), sheet);
        List<Fact> ours = new ArrayList<>();
        ClientProfile profile = client.profile();
        Stream.of(
                        Stream.of("Agency: " + client.name()),
                        Stream.ofNullable(profile.valueProposition()).map(text -> "Offer: " + text),
                        Stream.ofNullable(profile.description()).map(text -> "About the agency: " + text),
                        profile.services().stream().limit(LISTED).map(text -> "Service: " + text),
                        more.stream())
                .flatMap(texts -> texts)
                .map(text -> text.length() > LONGEST_OURS ? text.substring(0, LONGEST_OURS) : text)
                .forEach(text -> ours.add(new Fact("C" + (ours.size() + 1), Priority.CLIENT, text)));
        return new FactSheet(sheet.facts, ours, sheet.suspected);
    }

    private static void recent(Lead lead, Instant now, Sheet sheet) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate funded = lead.company().latestFundingDate();
        if (funded != null && !funded.isAfter(today) && ChronoUnit.DAYS.between(funded, today) <= FUNDED_DAYS) {
            sheet.add(Priority.HIGH, "The company raised funding on ", funded);
        }
        CompanyMoves moves = lead.signals().moves();
        if (moves != null && ChronoUnit.DAYS.between(moves.lookedOn(), today) <= RECENT_DAYS) {
            if (moves.hiring()) {
                sheet.add(Priority.HIGH, "The company is hiring; newest role: ", moves.hiringRole());
            }
            sheet.add(Priority.HIGH, "Headline about the company: ", moves.headline());
        }
        if (lead.roleStart() != null) {
            Period inRole = Period.between(lead.roleStart(), today);
            if (!inRole.isNegative() && inRole.toTotalMonths() < NEW_IN_ROLE_MONTHS) {
                sheet.add(Priority.HIGH, "New in the role since ", lead.roleStart());
            }
        }
    }

    private static void person(PersonDetails person, Sheet sheet) {
        sheet.add(Priority.MEDIUM, "Title: ", person.title());
        sheet.add(Priority.LOW, "Name: ", person.fullName());
        sheet.add(Priority.LOW, "City: ", person.city());
    }

    private static void company(CompanyDetails company, Sheet sheet) {
        sheet.add(Priority.LOW, "Company: ", company.name());
        sheet.add(Priority.MEDIUM, "Industry: ", company.industry());
        sheet.add(Priority.MEDIUM, "Number of people: ", company.employeeCount());
        sheet.add(Priority.LOW, "Founded in ", company.foundedYear());
        sheet.add(Priority.LOW, "Company's city: ", company.city());
        company.technologies().stream().limit(LISTED).forEach(name -> sheet.add(Priority.MEDIUM, "Uses ", name));
        company.keywords().stream().limit(LISTED).forEach(word -> sheet.add(Priority.MEDIUM, "Keyword: ", word));
        if (company.industry() != null) {
            IndustryPainPoints.of(company.industry())
                    .forEach(pain -> sheet.add(Priority.LOW, "Usual trouble of the industry: ", pain));
        }
    }

    private static final class Sheet {
        private final List<Fact> facts = new ArrayList<>();
        private int suspected;

        void add(Priority priority, String label, @Nullable Object value) {
            UntrustedText text = UntrustedText.of(Objects.toString(value, ""), LONGEST);
            suspected += text.suspected();
            if (!text.text().isEmpty()) {
                facts.add(new Fact("F" + (facts.size() + 1), priority, label + text.text()));
            }
        }
    }
}
