package io.agencyos.domain.content;

import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be said to a lead from facts alone, without a model. Source: content 1.7, confidence 1.6.
 *
 * @param painPoints those that the lead's own posts name come first, assumed ones of the industry after them
 * @param confidence 0.30 to 0.95; assumed pain points are not counted
 */
public record Personalisation(List<Angle> angles, List<Pain> painPoints, BigDecimal confidence) {

    public Personalisation {
        angles = List.copyOf(angles);
        painPoints = List.copyOf(painPoints);
    }

    /** A reason to write now that is a fact. */
    public enum Angle implements Vocabulary {
        RECENTLY_FUNDED,
        HIRING,
        NEW_IN_ROLE,
        RECENT_POST,
        KNOWN_TECHNOLOGY
    }

    /** A pain point; an assumed one may only stand in a hedged sentence, never as a statement about the lead. */
    public record Pain(String phrase, boolean assumed) {}

    /** The facts held about a lead; empty where nothing is known. */
    public record Facts(
            Optional<LocalDate> lastFunding,
            boolean hiring,
            Optional<LocalDate> roleSince,
            List<Post> posts,
            Set<String> technologies,
            String industry,
            boolean hasHeadline,
            boolean hasAbout,
            boolean hasCompanyDescription,
            boolean hasCompanyPosts) {

        public Facts {
            posts = List.copyOf(posts);
            technologies = Set.copyOf(technologies);
        }
    }

    /** A post of the person. */
    public record Post(LocalDate on, String text) {}

    private static final int FUNDING_DAYS = 90;
    private static final int POST_DAYS = 30;
    private static final int NEW_ROLE_MONTHS = 6;
    private static final int MANY = 2;

    /**
     * What the facts give on a day.
     *
     * @param clientServices words of what the client offers; a technology of the lead named there is an angle
     */
    public static Personalisation of(Facts facts, Set<String> clientServices, LocalDate today) {
        List<Angle> angles = angles(facts, clientServices, today);
        var pains = new ArrayList<Pain>();
        facts.posts().stream()
                .flatMap(post -> PainPoint.in(post.text()).stream())
                .distinct()
                .sorted()
                .forEach(category -> pains.add(new Pain(category.wire(), false)));
        IndustryPainPoints.of(facts.industry()).forEach(phrase -> pains.add(new Pain(phrase, true)));
        long known = pains.stream().filter(pain -> !pain.assumed()).count();
        return new Personalisation(
                angles,
                pains,
                confidence(
                        facts.hasHeadline(),
                        facts.hasAbout(),
                        !facts.posts().isEmpty(),
                        facts.hasCompanyDescription(),
                        facts.hasCompanyPosts(),
                        known,
                        angles.size()));
    }

    private static List<Angle> angles(Facts facts, Set<String> clientServices, LocalDate today) {
        var angles = new ArrayList<Angle>();
        if (facts.lastFunding()
                .filter(day -> isWithin(day, today, FUNDING_DAYS))
                .isPresent()) {
            angles.add(Angle.RECENTLY_FUNDED);
        }
        if (facts.hiring()) {
            angles.add(Angle.HIRING);
        }
        if (facts.roleSince().filter(day -> isNewInRole(day, today)).isPresent()) {
            angles.add(Angle.NEW_IN_ROLE);
        }
        if (facts.posts().stream().anyMatch(post -> isWithin(post.on(), today, POST_DAYS))) {
            angles.add(Angle.RECENT_POST);
        }
        boolean served = clientServices.stream()
                .map(WordText::of)
                .anyMatch(service -> facts.technologies().stream().anyMatch(service::contains));
        if (served) {
            angles.add(Angle.KNOWN_TECHNOLOGY);
        }
        return angles;
    }

    private static boolean isWithin(LocalDate day, LocalDate today, int days) {
        long age = ChronoUnit.DAYS.between(day, today);
        return age >= 0 && age <= days;
    }

    private static boolean isNewInRole(LocalDate since, LocalDate today) {
        long months = ChronoUnit.MONTHS.between(since, today);
        return months > 0 && months < NEW_ROLE_MONTHS;
    }

    /** Confidence of an analysis, in hundredths by what it rests on, at most 0.95. Source: content 1.6, E-11 to E-13. */
    public static BigDecimal confidence(
            boolean headline,
            boolean about,
            boolean personPosts,
            boolean companyDescription,
            boolean companyPosts,
            long painPoints,
            long angles) {
        int hundredths = 30
                + (headline ? 10 : 0)
                + (about ? 10 : 0)
                + (personPosts ? 15 : 0)
                + (companyDescription ? 5 : 0)
                + (companyPosts ? 10 : 0)
                + (painPoints >= MANY ? 10 : 0)
                + (angles >= MANY ? 10 : 0);
        return BigDecimal.valueOf(Math.min(95, hundredths), 2);
    }
}
