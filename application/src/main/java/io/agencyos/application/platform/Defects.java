package io.agencyos.application.platform;

import io.agencyos.domain.platform.Defect;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;

/** Ways in which the product itself failed. Needs an open platform unit of work. Source: api 9.17. */
@SecondaryPort
public interface Defects {

    /** Where a page ended. */
    record After(Instant lastAt, UUID id) {}

    /** Adds one that nobody met before, else counts it as {@link Defect#again} says; many at once lose none. */
    void note(Defect first);

    /** Empty where there is no such one. */
    Optional<Defect> say(String fingerprint, Defect.State state);

    /** What was met last first; no states for all. */
    List<Defect> page(Set<Defect.State> states, @Nullable After after, int limit);
}
