package io.agencyos.domain.content.template;

import io.agencyos.domain.content.CallToAction;
import io.agencyos.domain.content.PainPoint;
import io.agencyos.domain.content.PersonalisationField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What was learned of a client's texts, as a choice among fragments of equal worth: what was found bad is left out while
 * something else is there, what was found good goes before the rest. It never makes or changes a word. Source: CIS 14.1.
 *
 * @param painPoints at most three that were found to work
 * @param avoided pain points that were found not to
 * @param ctas at most three
 * @param fields whose use was found to work
 */
public record Guidance(
        Set<PainPoint> painPoints, Set<PainPoint> avoided, Set<String> ctas, Set<PersonalisationField> fields) {

    /** Nothing was learned. */
    public static final Guidance NONE = new Guidance(Set.of(), Set.of(), Set.of(), Set.of());

    public Guidance {
        painPoints = Set.copyOf(painPoints);
        avoided = Set.copyOf(avoided);
        ctas = Set.copyOf(ctas);
        fields = Set.copyOf(fields);
    }

    /** The fragments to choose among; never none where there was one. */
    List<Fragment> among(List<Fragment> eligible, Values values) {
        if (equals(NONE) || eligible.size() < 2) {
            return eligible;
        }
        List<Fragment> left = narrowed(eligible, fragment -> !says(fragment, values, avoided));
        left = narrowed(left, fragment -> asks(fragment, values));
        left = narrowed(left, fragment -> says(fragment, values, painPoints));
        return narrowed(
                left,
                fragment ->
                        Variable.personalisation(fragment.variables()).stream().anyMatch(fields::contains));
    }

    private static List<Fragment> narrowed(List<Fragment> from, Predicate<Fragment> wanted) {
        List<Fragment> kept = from.stream().filter(wanted).toList();
        return kept.isEmpty() ? from : kept;
    }

    private static boolean says(Fragment fragment, Values values, Set<PainPoint> points) {
        return !points.isEmpty()
                && PainPoint.in(fragment.render(values).orElse("")).stream().anyMatch(points::contains);
    }

    private boolean asks(Fragment fragment, Values values) {
        Optional<String> asked =
                CallToAction.in(fragment.render(values).orElse("")).map(CallToAction::phrase);
        return asked.filter(ctas::contains).isPresent();
    }
}
