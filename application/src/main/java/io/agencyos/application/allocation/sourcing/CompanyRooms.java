package io.agencyos.application.allocation.sourcing;

import io.agencyos.domain.allocation.CompanyGuard;
import io.agencyos.domain.shared.contact.NameKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who may still be bought of each company, by its name: counts down as people are taken. Source: scoring B5. */
public final class CompanyRooms {

    private final Map<NameKey, Integer> left;

    public CompanyRooms(Map<NameKey, Integer> known) {
        this.left = new HashMap<>(known);
    }

    /** Whether one more person of this company is worth buying; of whom no company is told, everybody is. */
    boolean take(Optional<String> company) {
        Optional<NameKey> name = company.flatMap(text -> NameKey.of(text).toOptional());
        return name.map(key -> left.merge(key, CompanyGuard.MOST_OPEN - 1, (before, _) -> before - 1) >= 0)
                .orElse(true);
    }
}
